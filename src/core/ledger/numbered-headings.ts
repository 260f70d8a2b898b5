import type { DraftCell } from "./draft";
import type { Field } from "./fields";
import { endsSentence } from "./looks-like";
import type { RowHabits } from "./row-habits";

/** How a number is written, as far as it tells headings from items that share one column: 一、 · （一） · 1 · 1.1 · （一）1. */
export type SerialStyle = "chinese" | "bracketed" | "plain" | "dotted" | "compound";

const STYLES: readonly (readonly [SerialStyle, RegExp])[] = [
  ["chinese", /^第?[一二三四五六七八九十百]{1,5}[、.．部分章]*$/u],
  ["bracketed", /^[（(][一二三四五六七八九十百]{1,5}[)）]$/u],
  ["plain", /^\d{1,4}[、.．]?$/u],
  ["dotted", /^\d{1,3}(?:[.．\-—]\d{1,3}){1,2}$/u],
  ["compound", /^[（(]?[一二三四五六七八九十百]{1,5}[)）]?[、.．\-—]?[（(]?\d{1,3}[)）]?$/u],
];

/** The longest words of a heading. */
const LONGEST = 40;

/** How a number cell is written; null where it is no number. */
export function serialStyle(text: string): SerialStyle | null {
  return STYLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/**
 * Whether a row that holds nothing but a number and a few words heads the rows below: 一、｜数字政府建设 over rows numbered
 * 1, 2, 3. Only where rows with units or deadlines are numbered in another way; else it is a task with blanks.
 */
export function isNumberedHeadingRow(own: readonly Field[], cells: ReadonlyMap<Field, DraftCell>, habits: RowHabits): boolean {
  const words = cells.get("requirement")?.text ?? "";
  if (own.length !== 2 || !own.includes("seq") || !own.includes("requirement") || words.length > LONGEST || endsSentence(words)) return false;
  const style = serialStyle(cells.get("seq")?.text ?? "");
  return (habits.unitsFull || habits.deadlineFull) && style !== null && habits.itemStyles.size > 0 && !habits.itemStyles.has(style);
}

/** The heading as it would be printed in one cell: 一 and 数字政府建设 are 一、数字政府建设. */
export function headingText(number: string, words: string): string {
  if (/^\d+$/u.test(number)) return `${number}.${words}`;
  return /^第?[一二三四五六七八九十百]+$/u.test(number) ? `${number}、${words}` : number + words;
}
