import type { SetCellEdit } from "../core/edits/edit";
import { holds } from "./area-text";
import type { Book, BookSheet } from "./book";
import { ABSENT, contentOf, isCellContent, LONGEST_TEXT, restoreContent, valueOf, writeValue, type CellContent } from "./cell-value";
import { refuseIf } from "./edit-refused";
import { areasOf, isCovered } from "./sheet-areas";
import { isProtected } from "./shift-parts";
import { cellAt, ensureCell, inheritedStyle, rowAt, type SheetCell, type SheetXml } from "./sheet-xml";

/** Writes one cell; gives the edit that writes back what it held. */
export function setCell(book: Book, sheet: BookSheet, edit: SetCellEdit): SetCellEdit {
  const { at, before, after, numberFormat, snapshot } = edit;
  const { row, column } = at;
  const cell = cellAt(sheet.xml, row, column);
  const style = cell?.style ?? inheritedStyle(sheet.xml, rowAt(sheet.xml, row), column);
  refuseIf(isProtected(sheet) && book.styles.isLocked(style), "locked");
  refuseIf(isCovered(areasOf(sheet).merges, row, column), "covered-by-merge");
  refuseIf((cell !== undefined && cell.formula !== null) || areasOf(sheet).arrays.some((area) => holds(area, row, column)), "formula");
  const held = cell === undefined ? null : valueOf(book, cell);
  refuseIf(held !== (before === "" ? null : before), "changed-since");
  refuseIf(numberFormat !== undefined && book.styles.numberFormat(style) !== numberFormat.before, "changed-since");
  // A cell with rich values or a picture in it (vm) holds what no plain value brings back.
  refuseIf(cell?.more?.has("vm") === true || (typeof after === "string" && after.length > LONGEST_TEXT), "not-restorable");
  // A blank cell that takes its look from its row or column is not in the file, and goes out of it again.
  const content: CellContent | null = cell !== undefined ? contentOf(book, cell) : style === 0 ? null : ABSENT;
  const target = ensureCell(sheet.xml, row, column);
  if (numberFormat !== undefined) target.style = book.styles.withNumberFormat(style, numberFormat.after);
  if (snapshot?.host === "xlsx" && isCellContent(snapshot.data)) restoreContent(book, target, snapshot.data);
  else writeValue(book, target, after);
  const absent = snapshot?.host === "xlsx" && isCellContent(snapshot.data) && snapshot.data.type === ABSENT.type;
  if (target.value === null && target.inline === null && target.more === null && target.rest === null && (absent || target.style === 0)) drop(sheet.xml, row, target);
  sheet.changed = true;
  return {
    kind: "setCell",
    sheet: edit.sheet,
    at,
    ...(edit.row === undefined ? {} : { row: edit.row }),
    ...(edit.field === undefined ? {} : { field: edit.field }),
    before: after === "" ? null : after,
    after: held,
    ...(numberFormat === undefined ? {} : { numberFormat: { before: numberFormat.after, after: numberFormat.before } }),
    ...(content === null ? {} : { snapshot: { host: "xlsx", data: content } }),
  };
}

function drop(sheet: SheetXml, index: number, cell: SheetCell): void {
  const row = rowAt(sheet, index)!;
  if (cell.style === 0 && inheritedStyle(sheet, row, cell.column) !== 0) return;
  row.cells = row.cells.filter((other) => other !== cell);
  if (row.cells.length === 0 && row.attributes.size === 0) sheet.rows = sheet.rows.filter((other) => other !== row);
}
