import type { Likeness } from "./task-index";

/**
 * Likenesses as numbers in a row, four each: task, inTask, inRow, score. Ten objects a ledger row are 150 MB in a ledger
 * of 50,000 rows, and the collector's time with them; these are 20.
 */
export type PackedLikeness = readonly number[];

const EACH = 4;

export function packLikeness(found: readonly Likeness[]): PackedLikeness {
  const packed: number[] = [];
  for (const { task, inTask, inRow, score } of found) packed.push(task, inTask, inRow, score);
  return packed;
}

export function unpackLikeness(packed: PackedLikeness): Likeness[] {
  const found: Likeness[] = [];
  for (let at = 0; at < packed.length; at += EACH) found.push({ task: packed[at]!, inTask: packed[at + 1]!, inRow: packed[at + 2]!, score: packed[at + 3]! });
  return found;
}
