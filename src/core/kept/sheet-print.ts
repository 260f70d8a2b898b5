import type { CellValue } from "../grid/sheet-grid";
import { textOfValue } from "../grid/sheet-grid";
import { fingerprint } from "../text/fingerprint";

/** What a sheet held, in so few characters that it can be kept with the file, and counted against later. */
export interface SheetPrint {
  /** Of all values; tells any difference. */
  readonly whole: string;
  /** A text per row, four characters a cell, blank rows and cells at the end left out; null for a sheet too large to be kept so. */
  readonly rows: readonly string[] | null;
}

/** Characters per cell: one change in 65,536 is not counted, and `whole` still tells that there was one. */
const PER_CELL = 4;
const BLANK = "-".repeat(PER_CELL);
const CELL = new RegExp(`.{${PER_CELL}}`, "gu");
/** Some 40 KB in the file. */
const MOST_CELLS = 10_000;

/** The print of a sheet. Values, not shown texts: a narrow column or another program shows the same value otherwise. */
export function printOf(values: readonly (readonly CellValue[])[]): SheetPrint {
  const texts = values.map((row) => row.map(textOfValue));
  const whole = fingerprint(trimmed(texts, (row) => row.every((text) => text === "")).map((row) => trimmed(row, (text) => text === "").join("\u0001")).join("\u0002"));
  const cells = texts.reduce((sum, row) => sum + row.filter((text) => text !== "").length, 0);
  if (cells > MOST_CELLS) return { whole, rows: null };
  const rows = texts.map((row) => trimmed(row, (text) => text === "").map((text) => (text === "" ? BLANK : fingerprint(text).slice(0, PER_CELL))).join(""));
  return { whole, rows: trimmed(rows, (row) => row === "") };
}

/** How many cells differ: 0 when none; null when some do but nobody can say how many. Rows that moved count once, where they came or went. */
export function changedCells(then: SheetPrint, now: SheetPrint): number | null {
  if (then.whole === now.whole) return 0;
  if (then.rows === null || now.rows === null) return null;
  return countChanged(then.rows, now.rows) || null;
}

function countChanged(then: readonly string[], now: readonly string[]): number {
  let first = 0;
  while (first < then.length && first < now.length && then[first] === now[first]) first++;
  let last = 0;
  while (last < then.length - first && last < now.length - first && then[then.length - 1 - last] === now[now.length - 1 - last]) last++;
  const [old, young] = [then.slice(first, then.length - last), now.slice(first, now.length - last)];
  let count = 0;
  let [i, j] = [0, 0];
  for (const [a, b] of [...sameRows(old, young), [old.length, young.length] as const]) {
    // Between two rows that stayed the same the others are taken in order; what is over came or went.
    for (; i < a || j < b; i++, j++) count += i < a && j < b ? differing(old[i]!, young[j]!) : filled(i < a ? old[i]! : young[j]!);
    [i, j] = [a + 1, b + 1];
  }
  return count;
}

/** Rows that stand in both, in the order of both: of those that stand once in each, the longest run. */
function sameRows(old: readonly string[], young: readonly string[]): readonly (readonly [number, number])[] {
  const places = new Map<string, number>();
  for (const [index, row] of young.entries()) places.set(row, places.has(row) ? -1 : index);
  const once = new Map<string, number>();
  for (const [index, row] of old.entries()) once.set(row, once.has(row) ? -1 : index);
  const pairs = [...once].flatMap(([row, index]) => {
    const place = places.get(row);
    return index < 0 || place === undefined || place < 0 ? [] : [[index, place] as const];
  });
  // Patience: the longest increasing run of places.
  const tails: number[] = [];
  const before = new Array<number>(pairs.length).fill(-1);
  for (const [index, [, place]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) run.unshift(pairs[index]!);
  return run;
}

function cellsOf(row: string): string[] {
  return row.match(CELL) ?? [];
}

function differing(a: string, b: string): number {
  const [left, right] = [cellsOf(a), cellsOf(b)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => (left[index] ?? BLANK) !== (right[index] ?? BLANK)).filter(Boolean).length;
}

function filled(row: string): number {
  return cellsOf(row).filter((cell) => cell !== BLANK).length;
}

function trimmed<T>(items: readonly T[], isBlank: (item: T) => boolean): T[] {
  let end = items.length;
  while (end > 0 && isBlank(items[end - 1]!)) end--;
  return items.slice(0, end);
}
