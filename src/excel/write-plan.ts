import { cellKey, columnLetters, type CellKey } from "../core/grid/address";
import type { CellValue, MergeArea } from "../core/grid/sheet-grid";
import type { DeleteColumnsEdit, Edit, InsertColumnsEdit, InsertRowsEdit, SetCellEdit, SetConditionalFormatEdit, SetValidationEdit } from "../core/edits/edit";
import { rangeOf } from "./edit-details";
import type { PlannedEdit } from "./plan-edits";
import { rowsOfSnapshot, type ExcelRows, type Looks } from "./rows-snapshot";
import { runsOf } from "./cell-runs";
import { assignable } from "./text-guard";

/** Queues planned edits in their order; edits of single cells that follow one another go as contiguous runs. The caller syncs. */
export function queueEdits(context: Excel.RequestContext, planned: readonly PlannedEdit[], isFiltered: (sheet: string) => boolean): void {
  let cells: PlannedCell[] = [];
  const flush = () => {
    queueCells(context, cells, isFiltered);
    cells = [];
  };
  for (const one of planned) {
    const { edit } = one;
    if (edit.kind === "setCell") cells.push({ edit, value: assignable(edit.after, one.numberFormats?.[0]?.[0] ?? "General") });
    else {
      flush();
      queueStructure(context.workbook.worksheets.getItem(edit.sheet), one, edit);
    }
  }
  flush();
}

interface PlannedCell {
  readonly edit: SetCellEdit;
  readonly value: string | number | boolean;
}

function queueCells(context: Excel.RequestContext, cells: readonly PlannedCell[], isFiltered: (sheet: string) => boolean): void {
  for (const name of new Set(cells.map(({ edit }) => edit.sheet))) {
    const sheet = context.workbook.worksheets.getItem(name);
    // A later edit of a cell stands for the earlier ones.
    const byCell = new Map<CellKey, PlannedCell>();
    for (const cell of cells) if (cell.edit.sheet === name) byCell.set(cellKey(cell.edit.at.row, cell.edit.at.column), cell);
    for (const { edit } of byCell.values()) if (edit.numberFormat) sheet.getCell(edit.at.row, edit.at.column).numberFormat = [[edit.numberFormat.after]];
    // Under a filter a range may stand for its visible rows only, and values land in wrong ones.
    const runs = isFiltered(name) ? [...byCell.values()].map(({ edit: { at } }) => ({ column: at.column, top: at.row, count: 1 })) : runsOf(byCell.keys(), 0);
    for (const { column, top, count } of runs) sheet.getRangeByIndexes(top, column, count, 1).values = Array.from({ length: count }, (_, index) => [byCell.get(cellKey(top + index, column))?.value ?? null]);
  }
}

function queueStructure(sheet: Excel.Worksheet, one: PlannedEdit, edit: Exclude<Edit, SetCellEdit>): void {
  switch (edit.kind) {
    case "insertRows":
      return queueInsertRows(sheet, edit, one.numberFormats ?? []);
    case "deleteRows":
      return sheet.getRange(`${edit.row + 1}:${edit.row + edit.count}`).delete(Excel.DeleteShiftDirection.up);
    case "insertColumns":
      return queueInsertColumns(sheet, edit, one);
    case "deleteColumns":
      return sheet.getRange(columnsAddress(edit)).delete(Excel.DeleteShiftDirection.left);
    case "merge":
      return rangeOf(sheet, edit.area).merge(false);
    case "unmerge":
      return rangeOf(sheet, edit.area).unmerge();
    case "setValidation":
      return queueValidation(sheet, edit);
    case "setConditionalFormat":
      return queueFormats(sheet, edit, one.formatIds ?? []);
  }
}

function queueInsertRows(sheet: Excel.Worksheet, edit: InsertRowsEdit, formats: readonly (readonly string[])[]): void {
  const inserted = sheet.getRange(`${edit.row + 1}:${edit.row + edit.count}`);
  inserted.insert(Excel.InsertShiftDirection.down);
  const rows = rowsOfSnapshot(edit.snapshot);
  if (rows) return queueRestoreRows(sheet, edit, rows);
  edit.values.slice(0, edit.count).forEach((line, index) => queueLine(sheet, edit.row + index, line, formats[index] ?? []));
}

/** The filled cells of a new row; blank ones are not touched. Formats of new rows are those of the row above. */
function queueLine(sheet: Excel.Worksheet, row: number, line: readonly CellValue[], formats: readonly string[]): void {
  line.forEach((value, column) => {
    if (value !== null && value !== "") sheet.getCell(row, column).values = [[assignable(value, formats[column] ?? "General")]];
  });
}

function queueRestoreRows(sheet: Excel.Worksheet, edit: InsertRowsEdit, rows: ExcelRows): void {
  const width = Math.max(1, ...rows.values.map((line) => line.length), ...rows.looks.map((line) => line.length));
  const block = sheet.getRangeByIndexes(edit.row, 0, edit.count, width);
  block.clear(Excel.ClearApplyTo.formats);
  if (rows.looks.length > 0) block.setCellProperties(padded(rows.looks, edit.count, width));
  for (let index = 0; index < edit.count; index++) {
    for (let column = 0; column < width; column++) {
      const value = rows.values[index]?.[column] ?? null;
      const formula = rows.formulas[index]?.[column] ?? "";
      const format = rows.numberFormats[index]?.[column] ?? "General";
      const cell = sheet.getCell(edit.row + index, column);
      if (format !== "General") cell.numberFormat = [[format]];
      if (formula !== "") cell.formulas = [[formula]];
      else if (value !== null) cell.values = [[assignable(value, format)]];
      cell.untrack();
    }
    const whole = sheet.getRange(`${edit.row + index + 1}:${edit.row + index + 1}`);
    const height = rows.heights[index] ?? null;
    if (height !== null) whole.format.rowHeight = height;
    if (rows.hidden[index] === true) whole.rowHidden = true;
  }
  for (const merge of rows.merges) queueMerge(sheet, merge);
}

function queueMerge(sheet: Excel.Worksheet, merge: MergeArea): void {
  const range = rangeOf(sheet, merge);
  range.unmerge();
  range.merge(false);
}

function padded(looks: Looks, rows: number, width: number): Excel.SettableCellProperties[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: width }, (_one, column) => looks[row]?.[column] ?? {}));
}

function columnsAddress(edit: InsertColumnsEdit | DeleteColumnsEdit): string {
  return `${columnLetters(edit.column)}:${columnLetters(edit.column + edit.count - 1)}`;
}

function queueInsertColumns(sheet: Excel.Worksheet, edit: InsertColumnsEdit, one: PlannedEdit): void {
  const inserted = sheet.getRange(columnsAddress(edit));
  inserted.insert(Excel.InsertShiftDirection.right);
  const looks = one.detail?.looks;
  for (let index = 0; index < edit.count; index++) {
    const column = edit.column + index;
    if (looks === undefined) continue;
    const range = sheet.getRangeByIndexes(0, column, looks.length, 1);
    range.clear(Excel.ClearApplyTo.formats);
    range.setCellProperties(looks.map(([look]) => [look ?? {}]));
  }
  if (one.detail?.columnWidth !== undefined) sheet.getRange(columnsAddress(edit)).format.columnWidth = one.detail.columnWidth;
}

function queueValidation(sheet: Excel.Worksheet, edit: SetValidationEdit): void {
  const { dataValidation } = rangeOf(sheet, edit.area);
  if (edit.after === null) return dataValidation.clear();
  dataValidation.rule = { list: { inCellDropDown: true, source: edit.after.options.join(",") } };
  dataValidation.ignoreBlanks = true;
  // The list helps, it does not forbid: 处室 are put together in more ways than a list can hold.
  dataValidation.errorAlert = { showAlert: false, style: Excel.DataValidationAlertStyle.information, title: "", message: "" };
}

function queueFormats(sheet: Excel.Worksheet, edit: SetConditionalFormatEdit, gone: readonly string[]): void {
  const { conditionalFormats } = rangeOf(sheet, edit.area);
  for (const id of gone) conditionalFormats.getItem(id).delete();
  for (const { formula, fill, font } of edit.after) {
    const { custom } = conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = formula;
    custom.format.fill.color = fill;
    if (font !== undefined) custom.format.font.color = font;
  }
}
