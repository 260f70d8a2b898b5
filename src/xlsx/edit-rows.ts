import type { DeleteRowsEdit, InsertRowsEdit } from "../core/edits/edit";
import type { CellValue } from "../core/grid/sheet-grid";
import { holds, LAST_ROW } from "./area-text";
import type { Book, BookSheet } from "./book";
import { valueOf, writeValue, LONGEST_TEXT } from "./cell-value";
import { refuseIf } from "./edit-refused";
import { isLineSnapshot, rowsOfSnapshot, snapshotOf, type LineSnapshot } from "./line-snapshot";
import { areasOf, forgetAreas } from "./sheet-areas";
import { restoreLost } from "./shift-elements";
import { restoreBoxes } from "./note-boxes";
import { planShift } from "./plan-shift";
import { restoreNames, isProtected } from "./shift-parts";
import { shiftArea, shiftFormula, type Shift } from "./shift";
import { blankCell, ensureCell, rowAt, type SheetRow } from "./sheet-xml";

/** Puts rows in; gives the edit that takes them out again. */
export function insertRows(book: Book, sheet: BookSheet, edit: InsertRowsEdit): DeleteRowsEdit {
  const { row, count, values, snapshot } = edit;
  const shift: Shift = { axis: "row", at: row, count };
  refuseIf(isProtected(sheet), "locked");
  refuseIf((sheet.xml.rows.at(-1)?.index ?? 0) + count > LAST_ROW || row + count > LAST_ROW, "area-not-empty");
  refuseIf(coversValues(sheet, shift, values), "covered-by-merge");
  refuseIf(values.flat().some((value) => typeof value === "string" && value.length > LONGEST_TEXT), "not-restorable");
  const lines = snapshot === undefined ? undefined : snapshot.host === "xlsx" && isLineSnapshot(snapshot.data) ? snapshot.data : null;
  refuseIf(lines === null, "not-restorable");
  const plan = planShift(book, sheet, shift);
  refuseIf(plan.refused, "not-restorable");
  plan.commit();
  const like = rowAt(sheet.xml, row === 0 ? 0 : row - 1);
  moveRows(sheet, shift);
  if (lines) restoreRows(book, sheet, lines, shift);
  else {
    if (like !== undefined) for (let index = row; index < row + count; index++) addRow(sheet, blankRowLike(like, index));
    writeRows(book, sheet, row, values.slice(0, count));
  }
  return { kind: "deleteRows", sheet: edit.sheet, row, count, before: rowValues(book, sheet, row, count) };
}

/** Takes rows out; gives the edit that puts them back as they were. */
export function deleteRows(book: Book, sheet: BookSheet, edit: DeleteRowsEdit): InsertRowsEdit {
  const { row, count, before } = edit;
  const shift: Shift = { axis: "row", at: row, count: -count };
  refuseIf(isProtected(sheet), "locked");
  const held = rowValues(book, sheet, row, count);
  refuseIf(held.some((values, index) => !sameValues(values, before[index] ?? [])), "changed-since");
  refuseIf(mergesBegin(sheet, row, count), "not-restorable");
  const plan = planShift(book, sheet, shift);
  refuseIf(plan.refused, "not-restorable");
  const gone = sheet.xml.rows.filter(({ index }) => index >= row && index < row + count);
  const data: LineSnapshot = snapshotOf(book, sheet.xml, gone, { first: row, columns: [], lost: plan.lost, lostNames: plan.lostNames, lostBoxes: plan.lostBoxes });
  plan.commit();
  if (gone.some(({ cells }) => cells.some((cell) => cell.type === "s"))) book.textsReplaced = true;
  moveRows(sheet, shift);
  return { kind: "insertRows", sheet: edit.sheet, row, count, values: held, snapshot: { host: "xlsx", data } };
}

function coversValues(sheet: BookSheet, shift: Shift, values: InsertRowsEdit["values"]): boolean {
  return areasOf(sheet).merges.some((merge) => {
    const after = shiftArea(merge, shift);
    return after !== null && values.some((cells, index) => cells.some((value, column) => value !== null && value !== "" && index < shift.count && holds(after, shift.at + index, column) && (after.top !== shift.at + index || after.left !== column)));
  });
}

/** A merge that begins in the rows and goes on below them would lose its value. */
function mergesBegin(sheet: BookSheet, row: number, count: number): boolean {
  return areasOf(sheet).merges.some((area) => area.top >= row && area.top < row + count && area.bottom >= row + count);
}

function moveRows(sheet: BookSheet, { at, count }: Shift): void {
  sheet.xml.rows = sheet.xml.rows.filter(({ index }) => count > 0 || index < at || index >= at - count);
  for (const row of sheet.xml.rows) if (row.index >= at) row.index += count;
  sheet.changed = true;
}

function addRow(sheet: BookSheet, row: SheetRow): void {
  const place = sheet.xml.rows.findIndex(({ index }) => index > row.index);
  sheet.xml.rows.splice(place < 0 ? sheet.xml.rows.length : place, 0, row);
}

/** A row of the same height and formats, seen and empty. */
function blankRowLike(like: SheetRow, index: number): SheetRow {
  const attributes = new Map([...like.attributes].filter(([name]) => name !== "hidden" && name !== "collapsed"));
  return { index, attributes, cells: like.cells.map((cell) => blankCell(cell.column, cell.style)) };
}

function writeRows(book: Book, sheet: BookSheet, first: number, values: InsertRowsEdit["values"]): void {
  values.forEach((cells, index) =>
    cells.forEach((value, column) => {
      if (value !== null && value !== "") writeValue(book, ensureCell(sheet.xml, first + index, column), value);
    }),
  );
}

function restoreRows(book: Book, sheet: BookSheet, snapshot: LineSnapshot, shift: Shift): void {
  // The rows may by now belong elsewhere than where they were taken from.
  const offset = shift.at - snapshot.first;
  for (const row of rowsOfSnapshot(book, sheet.xml, snapshot)) addRow(sheet, { ...row, index: row.index + offset });
  restoreLost(sheet.xml, snapshot.lost, shift, offset, (by) => (text) => shiftFormula(text, sheet.name, sheet.name, by).text);
  restoreNames(book, sheet, snapshot.lostNames, shift);
  restoreBoxes(book, sheet, snapshot.lostBoxes, shift);
  forgetAreas(sheet);
}

/** The values of rows from column A to the last one filled. */
export function rowValues(book: Book, sheet: BookSheet, first: number, count: number): CellValue[][] {
  return Array.from({ length: count }, (_, index) => {
    const values: CellValue[] = [];
    for (const cell of rowAt(sheet.xml, first + index)?.cells ?? []) {
      const value = valueOf(book, cell);
      if (value === null) continue;
      while (values.length < cell.column) values.push(null);
      values.push(value);
    }
    return values;
  });
}

function sameValues(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  const width = Math.max(a.length, b.length);
  return Array.from({ length: width }, (_, column) => (a[column] ?? null) === (b[column] === "" ? null : (b[column] ?? null))).every(Boolean);
}
