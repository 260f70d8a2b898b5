import type { DeleteColumnsEdit, InsertColumnsEdit } from "../core/edits/edit";
import { LAST_COLUMN } from "./area-text";
import type { Book, BookSheet } from "./book";
import { refuseIf } from "./edit-refused";
import { setColumns, shiftColumnWidths } from "./column-widths";
import { columnsOf, isLineSnapshot, rowsOfSnapshot, snapshotOf, type LineSnapshot } from "./line-snapshot";
import { restoreBoxes } from "./note-boxes";
import { planShift } from "./plan-shift";
import { forgetAreas } from "./sheet-areas";
import { restoreLost } from "./shift-elements";
import { isProtected, restoreNames } from "./shift-parts";
import { shiftFormula, type Shift } from "./shift";
import { blankCell, ensureRow, type SheetCell } from "./sheet-xml";
import { parseXml, serializeXml } from "./xml-tree";

/** Puts columns in; gives the edit that takes them out again. */
export function insertColumns(book: Book, sheet: BookSheet, edit: InsertColumnsEdit): DeleteColumnsEdit {
  const { column, count, likeColumn, snapshot } = edit;
  const shift: Shift = { axis: "column", at: column, count };
  refuseIf(isProtected(sheet), "locked");
  const last = sheet.xml.rows.reduce((most, row) => Math.max(most, row.cells.at(-1)?.column ?? 0), 0);
  refuseIf(Math.max(last, column) + count > LAST_COLUMN, "area-not-empty");
  const lines = snapshot === undefined ? undefined : snapshot.host === "xlsx" && isLineSnapshot(snapshot.data) ? snapshot.data : null;
  refuseIf(lines === null, "not-restorable");
  const plan = planShift(book, sheet, shift);
  refuseIf(plan.refused, "not-restorable");
  plan.commit();
  shiftColumnWidths(sheet.xml, shift, lines ? null : likeColumn);
  const like = likeColumn === null || lines ? null : likeColumn;
  for (const row of sheet.xml.rows) {
    const style = like === null ? undefined : row.cells.find((cell) => cell.column === like)?.style;
    const added = style === undefined ? [] : Array.from({ length: count }, (_, index) => blankCell(column + index, style));
    const moved = row.cells.map((cell): SheetCell => (cell.column >= column ? { ...cell, column: cell.column + count } : cell));
    row.cells = [...moved.filter((cell) => cell.column < column), ...added, ...moved.filter((cell) => cell.column >= column)];
    row.attributes.delete("spans");
  }
  if (lines) restoreColumns(book, sheet, lines, shift);
  return { kind: "deleteColumns", sheet: edit.sheet, column, count };
}

/** Takes empty columns out; gives the edit that puts them back as they were. */
export function deleteColumns(book: Book, sheet: BookSheet, edit: DeleteColumnsEdit): InsertColumnsEdit {
  const { column, count } = edit;
  const shift: Shift = { axis: "column", at: column, count: -count };
  refuseIf(isProtected(sheet), "locked");
  const goes = (cell: SheetCell): boolean => cell.column >= column && cell.column < column + count;
  refuseIf(sheet.xml.rows.some((row) => row.cells.some((cell) => goes(cell) && (cell.value !== null || cell.inline !== null || cell.formula !== null))), "area-not-empty");
  const plan = planShift(book, sheet, shift);
  refuseIf(plan.refused, "not-restorable");
  const gone = sheet.xml.rows.flatMap((row) => {
    const cells = row.cells.filter(goes);
    return cells.length === 0 ? [] : [{ index: row.index, attributes: new Map<string, string>(), cells }];
  });
  const columns = columnsOf(sheet.xml, column, count).map(serializeXml);
  const data: LineSnapshot = snapshotOf(book, sheet.xml, gone, { first: column, columns, lost: plan.lost, lostNames: plan.lostNames, lostBoxes: plan.lostBoxes });
  plan.commit();
  shiftColumnWidths(sheet.xml, shift, null);
  for (const row of sheet.xml.rows) {
    row.cells = row.cells.filter((cell) => !goes(cell)).map((cell): SheetCell => (cell.column >= column ? { ...cell, column: cell.column - count } : cell));
    row.attributes.delete("spans");
  }
  return { kind: "insertColumns", sheet: edit.sheet, column, count, likeColumn: null, snapshot: { host: "xlsx", data } };
}

function restoreColumns(book: Book, sheet: BookSheet, snapshot: LineSnapshot, shift: Shift): void {
  const offset = shift.at - snapshot.first;
  for (const { index, cells } of rowsOfSnapshot(book, sheet.xml, snapshot)) {
    const row = ensureRow(sheet.xml, index);
    row.cells = [...row.cells, ...cells.map((cell): SheetCell => ({ ...cell, column: cell.column + offset }))].sort((a, b) => a.column - b.column);
  }
  setColumns(sheet.xml, snapshot.columns.map((xml) => parseXml(xml)), offset, shift.at, shift.at + shift.count - 1);
  restoreLost(sheet.xml, snapshot.lost, shift, offset, (by) => (text) => shiftFormula(text, sheet.name, sheet.name, by).text);
  restoreNames(book, sheet, snapshot.lostNames, shift);
  restoreBoxes(book, sheet, snapshot.lostBoxes, shift);
  forgetAreas(sheet);
}
