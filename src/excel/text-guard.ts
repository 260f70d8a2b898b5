import type { CellValue } from "../core/grid/sheet-grid";

/** Signs that begin a formula, or that Excel swallows in front of text. */
const FORMULA_START = /^[=+\-@'＝＋－＠]/u;
/** Texts made only of what numbers, dates, times, amounts and fractions are made of, in either width, Chinese numerals included. */
const NUMBER_LIKE = /^[\s\d０-９.,，．:：/／\-－—()（）%％¥￥$€+＋eE年月日号时分秒点上下午周星期零〇一二三四五六七八九十百千万亿两]+$/u;
const WORD_LIKE = /^\s*(?:true|false|#|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[ap]m\b)/iu;

/**
 * The value to assign so that Excel stores it as it is. Text that Excel would read as a formula, number, date or boolean
 * gets an apostrophe in front, which Excel takes away again; a cell formatted as text ("@") needs none.
 */
export function assignable(value: CellValue, numberFormat: string): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string" || value === "" || numberFormat === "@") return value;
  return FORMULA_START.test(value) || NUMBER_LIKE.test(value) || WORD_LIKE.test(value) ? `'${value}` : value;
}

/** A value of Excel as the grid holds it: an empty cell is null. */
export function cellValue(given: unknown): CellValue {
  if (typeof given === "string") return given === "" ? null : given;
  return typeof given === "number" || typeof given === "boolean" ? given : null;
}
