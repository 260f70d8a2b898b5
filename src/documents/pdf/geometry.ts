/** A matrix of PDF, [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function applied(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Six numbers as a matrix; undefined when they are not. */
export function matrixOf(value: unknown): Matrix | undefined {
  const numbers: unknown[] = Array.isArray(value) ? value : ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : [];
  const [a, b, c, d, e, f] = numbers.map(Number);
  return a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined && f !== undefined && [a, b, c, d, e, f].every(Number.isFinite) ? [a, b, c, d, e, f] : undefined;
}

/** A straight line along an axis: at `at` on the other axis, from `from` to `to`. Points (1/72 inch), y downwards. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The ruled lines of a page. */
export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** Values that lie within `tolerance` of the first of their group, as one each, ascending. */
export function clustered(values: Iterable<number>, tolerance: number): number[] {
  const clusters: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (clusters.length === 0 || value - (clusters.at(-1) ?? value) > tolerance) clusters.push(value);
  return clusters;
}

/** The index of the nearest of ascending values; -1 for none. */
export function nearest(values: readonly number[], value: number): number {
  let best = -1;
  let distance = Infinity;
  values.forEach((candidate, index) => {
    const away = Math.abs(candidate - value);
    if (away < distance) {
      distance = away;
      best = index;
    }
  });
  return best;
}
