import { columnOfLetters } from "../core/grid/address";

/** Texts in quotes, or a reference to cells, rows or columns with the sheet it names. */
const PART = /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\d_.\\]*)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\d_(])|((?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\d_.\\]*)!)?\$?(\d{1,7}):\$?(\d{1,7})(?!\d)/giu;

/**
 * Whether a formula would not be the same again when the given rows of a sheet go and come back: it names one of them, or
 * a range that begins or ends there. A range that reaches beyond them on both sides shrinks and grows again, and whole
 * columns (A:A) stay what they are. `own` is the sheet the formula stands on.
 */
export function losesRows(formula: string, own: string, sheet: string, first: number, last: number): boolean {
  for (const [, cellSheet, left, top, , bottom, rowSheet, firstRow, lastRow] of formula.matchAll(PART)) {
    const from = top ?? firstRow;
    if (from === undefined || (left !== undefined && columnOfLetters(left) === undefined)) continue;
    const to = bottom ?? lastRow ?? from;
    const named = nameOf(cellSheet ?? rowSheet) ?? own;
    const start = Math.min(Number(from), Number(to)) - 1;
    const end = Math.max(Number(from), Number(to)) - 1;
    const isTouched = start <= last && end >= first;
    if (named.toLowerCase() === sheet.toLowerCase() && isTouched && !(start < first && end > last)) return true;
  }
  return false;
}

function nameOf(prefix: string | undefined): string | undefined {
  return prefix?.slice(0, -1).replace(/^'(.*)'$/su, "$1").replaceAll("''", "'");
}
