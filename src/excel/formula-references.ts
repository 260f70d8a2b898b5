import { columnOfLetters } from "../core/grid/address";

/** Texts in quotes, or a reference to cells, rows or columns with the sheet it names. */
const PART = /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\d_.\\]*)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\d_(])|((?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\d_.\\]*)!)?\$?(\d{1,7}):\$?(\d{1,7})(?!\d)/giu;

/**
 * Whether a formula names cells of the given rows of a sheet. `own` is the sheet the formula stands on. Whole columns
 * (A:A) do not count: they stay what they are when a row goes and comes back.
 */
export function refersToRows(formula: string, own: string, sheet: string, first: number, last: number): boolean {
  for (const [, cellSheet, left, top, , bottom, rowSheet, firstRow, lastRow] of formula.matchAll(PART)) {
    const from = top ?? firstRow;
    if (from === undefined || (left !== undefined && columnOfLetters(left) === undefined)) continue;
    const to = bottom ?? lastRow ?? from;
    const named = nameOf(cellSheet ?? rowSheet) ?? own;
    if (named.toLowerCase() === sheet.toLowerCase() && Math.min(Number(from), Number(to)) - 1 <= last && Math.max(Number(from), Number(to)) - 1 >= first) return true;
  }
  return false;
}

function nameOf(prefix: string | undefined): string | undefined {
  return prefix?.slice(0, -1).replace(/^'(.*)'$/su, "$1").replaceAll("''", "'");
}
