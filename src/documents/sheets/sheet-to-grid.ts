import type { CellObject } from "@e965/xlsx";
import { cellKey } from "../../core/grid/address";
import { textOfValue, type CellComment, type CellValue, type MergeArea, type SheetGrid } from "../../core/grid/sheet-grid";
import { reachOf } from "../../core/grid/reach";
import { limits } from "../limits";
import { Refusal } from "../refuse";
import type { LibrarySheet } from "./sheet-library";

/** Days between the two date systems of Excel. */
const DAYS_TO_1904 = 1_462;

/**
 * A library sheet as a grid: values with dates as serial numbers of the 1900 system, shown texts, formulas, number
 * formats, merges, hidden rows and columns, comments. The grid ends with the last cell that shows something.
 * Throws a Refusal when it is larger than we read.
 */
export function gridOfSheet(name: string, sheet: LibrarySheet, date1904: boolean): SheetGrid {
  const { rows, columns, beyond } = reachOf(filledRows(sheet));
  if (rows * columns > limits.cells) throw new Refusal("too-large", `sheet of ${rows} × ${columns} cells`);
  const values: CellValue[][] = [];
  const texts: string[][] = [];
  const formulas = new Map<number, string>();
  const numberFormats = new Map<number, string>();
  const errors = new Map<number, string>();
  const comments: CellComment[] = [];
  for (let row = 0; row < rows; row++) {
    const lineValues = Array<CellValue>(columns).fill(null);
    const lineTexts = Array<string>(columns).fill("");
    const cells = sheet["!data"][row];
    for (let column = 0; cells !== undefined && column < columns; column++) {
      const cell = cells[column];
      if (cell === undefined) continue;
      const key = cellKey(row, column);
      const value = valueOfCell(cell, date1904);
      lineValues[column] = value;
      lineTexts[column] = value === null ? "" : shownOfCell(cell, value);
      if (cell.t === "e" && typeof value === "string") errors.set(key, value);
      if (typeof cell.f === "string" && cell.f !== "") formulas.set(key, `=${cell.f.replace(/^=/u, "")}`);
      if (value !== null && typeof cell.z === "string" && cell.z !== "General") numberFormats.set(key, cell.z);
      for (const comment of cell.c ?? []) if (typeof comment.t === "string") comments.push({ row, column, text: comment.t });
    }
    values.push(lineValues);
    texts.push(lineTexts);
  }
  return {
    sheet: name,
    values,
    texts,
    formulas,
    numberFormats,
    errors,
    merges: mergesOf(sheet, rows, columns),
    hiddenRows: hiddenOf(sheet["!rows"], rows),
    filteredRows: new Set(),
    hiddenColumns: hiddenOf(sheet["!cols"], columns),
    isProtected: sheet["!protect"] !== undefined,
    unlocked: new Set(),
    comments,
    ...(beyond && { beyond }),
  };
}

/** Rows with a text to see, and their last column with one; formatted blanks and stray spaces do not count. */
function* filledRows(sheet: LibrarySheet): Generator<{ readonly row: number; readonly lastColumn: number }> {
  for (const [row, cells] of filledPlaces(sheet["!data"])) {
    let lastColumn = -1;
    for (const [column, cell] of filledPlaces(cells)) if (cell.t !== "z" && cell.v !== undefined && (typeof cell.v !== "string" || cell.v.trim() !== "")) lastColumn = column;
    if (lastColumn >= 0) yield { row, lastColumn };
  }
}

/** The places of an array that hold something. A damaged address makes an array with a billion holes, which `forEach` would all visit. */
function* filledPlaces<T>(array: readonly (T | undefined)[]): Generator<readonly [number, T]> {
  for (const key of Object.keys(array)) {
    const value = array[Number(key)];
    if (value !== undefined) yield [Number(key), value];
  }
}

function valueOfCell(cell: CellObject, date1904: boolean): CellValue {
  if (cell.t === "e") return typeof cell.w === "string" ? cell.w : "#N/A";
  if (typeof cell.v === "string") return cell.v === "" ? null : cell.v.replaceAll("\r\n", "\n");
  if (typeof cell.v === "number") return date1904 && typeof cell.z === "string" && showsDate(cell.z) ? cell.v + DAYS_TO_1904 : cell.v;
  return typeof cell.v === "boolean" ? cell.v : null;
}

function shownOfCell(cell: CellObject, value: CellValue): string {
  return typeof value === "number" && typeof cell.w === "string" ? cell.w.trim() : textOfValue(value);
}

/** Whether a number format shows a day: year, month or day signs outside quotes, brackets and escapes. */
function showsDate(format: string): boolean {
  return /[ymd]/iu.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, ""));
}

function mergesOf(sheet: LibrarySheet, rows: number, columns: number): MergeArea[] {
  return (sheet["!merges"] ?? [])
    .map(({ s, e }) => ({ top: s.r, left: s.c, bottom: Math.min(e.r, rows - 1), right: Math.min(e.c, columns - 1) }))
    .filter(({ top, left, bottom, right }) => top >= 0 && left >= 0 && top <= bottom && left <= right && (top < bottom || left < right));
}

function hiddenOf(marks: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined, count: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [index, mark] of filledPlaces(marks ?? [])) if (mark.hidden === true && index < count) hidden.add(index);
  return hidden;
}
