import { applied, matrixOf, times, type Matrix, type Ruling, type Rulings } from "./geometry";
import type { PdfLibrary } from "./pdf-library";

/** What a page draws, as pdf.js lists it. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Drawing {
  readonly matrix: Matrix;
  readonly strokeVisible: boolean;
  readonly fillVisible: boolean;
}

/** Thicker filled bars are shading, not lines. In points. */
const THICKEST_LINE = 3;
/** Shorter strokes are parts of signs. In points. */
const SHORTEST_LINE = 4;
/** More lines than this on a page are a drawing, a map or a chart. */
const MOST_LINES = 20_000;

/** Path steps as pdf.js packs them. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** The horizontal and vertical lines that a page draws, by stroke or as thin filled bars; white ones are not seen. */
export function rulingsOf(list: OperatorList, OPS: PdfLibrary["OPS"], viewport: Matrix): Rulings {
  const collector = new RulingCollector();
  const stack: Drawing[] = [];
  let state: Drawing = { matrix: viewport, strokeVisible: true, fillVisible: true };
  const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  list.fnArray.forEach((operator, index) => {
    const args = list.argsArray[index];
    const values: readonly unknown[] = Array.isArray(args) ? args : [];
    if (operator === OPS.save) {
      stack.push(state);
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) {
      state = stack.pop() ?? state;
    } else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(state);
      const matrix = matrixOf(values[0]);
      if (matrix !== undefined) state = { ...state, matrix: times(state.matrix, matrix) };
    } else if (operator === OPS.transform) {
      const matrix = matrixOf(values);
      if (matrix !== undefined) state = { ...state, matrix: times(state.matrix, matrix) };
    } else if (operator === OPS.setStrokeRGBColor) {
      state = { ...state, strokeVisible: values[0] !== "#ffffff" };
    } else if (operator === OPS.setFillRGBColor) {
      state = { ...state, fillVisible: values[0] !== "#ffffff" };
    } else if (operator === OPS.constructPath && typeof values[0] === "number") {
      const stroked = strokes.has(values[0]) && state.strokeVisible;
      const filled = fills.has(values[0]) && state.fillVisible;
      if (stroked || filled) collector.takePath(pathOf(values[1]), state.matrix, stroked, filled);
    }
  });
  return collector.rulings();
}

function pathOf(value: unknown): ArrayLike<number> {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  if (first instanceof Float32Array || first instanceof Float64Array) return first;
  return Array.isArray(first) ? first.map(Number) : [];
}

type Point = readonly [number, number];

class RulingCollector {
  readonly #horizontal: Ruling[] = [];
  readonly #vertical: Ruling[] = [];

  takePath(path: ArrayLike<number>, matrix: Matrix, stroked: boolean, filled: boolean): void {
    let points: Point[] = [];
    let straight = true;
    const finish = (): void => {
      if (straight && points.length > 1) this.#takePolygon(points, stroked, filled);
      points = [];
      straight = true;
    };
    for (let at = 0; at < path.length; ) {
      const step = path[at];
      if (step === MOVE) finish();
      if (step === MOVE || step === LINE) {
        points.push(applied(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0));
        at += 3;
      } else if (step === CURVE || step === QUADRATIC) {
        straight = false;
        at += step === CURVE ? 7 : 5;
      } else {
        if (step === CLOSE && points[0] !== undefined) points.push(points[0]);
        at += 1;
      }
    }
    finish();
  }

  rulings(): Rulings {
    return { horizontal: merged(this.#horizontal), vertical: merged(this.#vertical) };
  }

  #takePolygon(points: readonly Point[], stroked: boolean, filled: boolean): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (right - left <= THICKEST_LINE || bottom - top <= THICKEST_LINE) {
      // A thin bar, or a single line.
      if (filled || stroked) this.#add([left, (top + bottom) / 2], [right, (top + bottom) / 2], [(left + right) / 2, top], [(left + right) / 2, bottom]);
      return;
    }
    if (!stroked) return;
    for (let index = 1; index < points.length; index++) {
      const from = points[index - 1];
      const to = points[index];
      if (from !== undefined && to !== undefined) this.#line(from, to);
    }
  }

  #add(left: Point, right: Point, top: Point, bottom: Point): void {
    if (right[0] - left[0] >= bottom[1] - top[1]) this.#line(left, right);
    else this.#line(top, bottom);
  }

  #line(from: Point, to: Point): void {
    if (this.#horizontal.length + this.#vertical.length > MOST_LINES) return;
    const width = Math.abs(to[0] - from[0]);
    const height = Math.abs(to[1] - from[1]);
    if (width >= SHORTEST_LINE && height <= 1) this.#horizontal.push({ at: (from[1] + to[1]) / 2, from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) });
    else if (height >= SHORTEST_LINE && width <= 1) this.#vertical.push({ at: (from[0] + to[0]) / 2, from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) });
  }
}

/** Lines on one axis this close are one (double borders, both sides of a filled bar). */
const SAME_LINE = 1.6;
/** A gap in a line up to this is no gap: borders are drawn cell by cell. */
const SMALL_GAP = 3;

/** Lines that go on from each other or cover each other, as one. */
function merged(lines: readonly Ruling[]): Ruling[] {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  const whole: Ruling[] = [];
  for (let first = 0; first < sorted.length; ) {
    const at = sorted[first]?.at ?? 0;
    let next = first;
    while (next < sorted.length && (sorted[next]?.at ?? Infinity) - at <= SAME_LINE) next++;
    const group = sorted.slice(first, next).sort((a, b) => a.from - b.from);
    for (const { from, to } of group) {
      const before = whole.at(-1);
      if (before?.at === at && from - before.to <= SMALL_GAP) whole[whole.length - 1] = { at, from: before.from, to: Math.max(before.to, to) };
      else whole.push({ at, from, to });
    }
    first = next;
  }
  return whole;
}
