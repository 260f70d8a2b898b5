/** A row whose place in the parent is certain: the first and last task it answers. */
export interface Anchor {
  readonly first: number;
  readonly last: number;
}

/** What standing between its certain neighbours adds to a candidate, where they leave few tasks to choose from, and where many. */
const TIGHT = 0.15;
const WIDE = 0.08;
const FEW = 8;

/** The tasks between which a row stands, by its nearest certain neighbours: the last of the one above, the first of the one below. */
export interface Neighbours {
  readonly from: number;
  readonly to: number;
}

/**
 * Between which tasks rows stand. Children keep the parent's order nearly everywhere, so a row most likely answers a task
 * between those of its nearest certain neighbours above and below. Where these stand in reverse order (a section was
 * moved), or one is missing, order says nothing.
 *
 * @param anchors per row, its certain place, undefined where there is none.
 * @returns per row its neighbours, or undefined where order says nothing.
 */
export function certainNeighbours(anchors: readonly (Anchor | undefined)[]): (row: number) => Neighbours | undefined {
  const above: (Anchor | undefined)[] = [];
  let last: Anchor | undefined;
  anchors.forEach((anchor, row) => {
    above[row] = last;
    last = anchor ?? last;
  });
  const below: (Anchor | undefined)[] = [];
  last = undefined;
  for (let row = anchors.length - 1; row >= 0; row--) {
    below[row] = last;
    last = anchors[row] ?? last;
  }
  return (row) => {
    const from = above[row]?.last;
    const to = below[row]?.first;
    return from === undefined || to === undefined || from > to ? undefined : { from, to };
  };
}

/** What standing between its neighbours adds to a candidate. */
export function orderBonus({ from, to }: Neighbours, task: number): number {
  if (task < from || task > to) return 0;
  return to - from <= FEW ? TIGHT : WIDE;
}
