import { fitsDropDown, type Area, type DeleteRowsEdit, type Edit, type EditRefusal, type FormulaFormat, type InsertRowsEdit, type SetCellEdit, type SetConditionalFormatEdit, type SetValidationEdit } from "../core/edits/edit";
import type { CellValue } from "../core/grid/sheet-grid";
import type { EditDetail, EditDetails, PlacedEdit } from "./edit-details";
import { losesRows } from "./formula-references";
import { rowsOfSnapshot, type ExcelRows } from "./rows-snapshot";
import { meets, sameArea, trimmed, type SheetImage } from "./sheet-image";

export interface PlannedEdit {
  /** Its number in the list that was asked for. */
  readonly index: number;
  readonly edit: Edit;
  readonly inverse: Edit;
  readonly detail: EditDetail | undefined;
  /** Of conditional formats to remove: Excel's ids. */
  readonly formatIds?: readonly string[];
  /** Number formats of the cells that get values, when the edit is reached; they decide how text is guarded. */
  readonly numberFormats?: readonly (readonly string[])[];
}

export interface EditPlan {
  readonly planned: readonly PlannedEdit[];
  readonly skipped: readonly { readonly edit: Edit; readonly reason: EditRefusal }[];
  /** Where each edit meets the sheet as it is now. */
  readonly placed: readonly PlacedEdit[];
}

type Verdict = { readonly refused: EditRefusal } | Pick<PlannedEdit, "inverse" | "formatIds" | "numberFormats">;

/**
 * Tests edits in order against the images of their sheets, and does to the images what passes. Without `details` the
 * plan only tells where the edits meet the sheet, so that the details can be read.
 */
export function planEdits(edits: readonly Edit[], images: ReadonlyMap<string, SheetImage>, details: EditDetails | null): EditPlan {
  const planned: PlannedEdit[] = [];
  const skipped: { edit: Edit; reason: EditRefusal }[] = [];
  const placed: PlacedEdit[] = [];
  edits.forEach((edit, index) => {
    const image = images.get(edit.sheet);
    if (image === undefined) {
      skipped.push({ edit, reason: "sheet-missing" });
      return;
    }
    placed.push({ index, edit, area: presentArea(edit, image) });
    const detail = details?.byEdit.get(index);
    const verdict = judge(edit, index, image, detail, details);
    if ("refused" in verdict) skipped.push({ edit, reason: verdict.refused });
    else planned.push({ index, edit, detail, ...verdict });
  });
  return { planned, skipped, placed };
}

function presentArea(edit: Edit, image: SheetImage): Area | null {
  const lines = (first: number, last: number, axis: "row" | "column") => {
    const from = image.origin(axis, first);
    const to = image.origin(axis, last);
    return from === null || to === null || to - from !== last - first ? null : { from, to };
  };
  switch (edit.kind) {
    case "deleteRows": {
      const rows = lines(edit.row, edit.row + edit.count - 1, "row");
      return rows && { top: rows.from, bottom: rows.to, left: 0, right: 0 };
    }
    case "insertColumns": {
      const column = edit.likeColumn === null ? null : lines(edit.likeColumn, edit.likeColumn, "column");
      return column && { top: 0, bottom: 0, left: column.from, right: column.to };
    }
    case "setValidation":
    case "setConditionalFormat": {
      const rows = lines(edit.area.top, edit.area.bottom, "row");
      const columns = lines(edit.area.left, edit.area.right, "column");
      return rows && columns && { top: rows.from, bottom: rows.to, left: columns.from, right: columns.to };
    }
    default:
      return null;
  }
}

function judge(edit: Edit, index: number, image: SheetImage, detail: EditDetail | undefined, details: EditDetails | null): Verdict {
  if (edit.kind === "setCell") return judgeCell(edit, index, image);
  if (image.isProtected) return { refused: "locked" };
  switch (edit.kind) {
    case "insertRows":
      return judgeInsertRows(edit, index, image);
    case "deleteRows":
      return judgeDeleteRows(edit, image, detail, details);
    case "insertColumns":
      image.shift("column", edit.column, edit.count);
      return { inverse: { kind: "deleteColumns", sheet: edit.sheet, column: edit.column, count: edit.count } };
    case "deleteColumns": {
      if (!image.isBlank({ top: 0, bottom: Infinity, left: edit.column, right: edit.column + edit.count - 1 })) return { refused: "area-not-empty" };
      image.shift("column", edit.column, -edit.count);
      return { inverse: { kind: "insertColumns", sheet: edit.sheet, column: edit.column, count: edit.count, likeColumn: edit.column > 0 ? edit.column - 1 : null } };
    }
    case "merge": {
      const { area } = edit;
      if (image.merges.some((merge) => meets(merge, area))) return { refused: "covered-by-merge" };
      if (!image.isBlank(area, { row: area.top, column: area.left })) return { refused: "area-not-empty" };
      image.merges = [...image.merges, area];
      return { inverse: { kind: "unmerge", sheet: edit.sheet, area } };
    }
    case "unmerge": {
      if (!image.merges.some((merge) => sameArea(merge, edit.area))) return { refused: "changed-since" };
      image.merges = image.merges.filter((merge) => !sameArea(merge, edit.area));
      return { inverse: { kind: "merge", sheet: edit.sheet, area: edit.area } };
    }
    case "setValidation":
      return judgeValidation(edit, detail);
    case "setConditionalFormat":
      return judgeFormats(edit, detail);
  }
}

function judgeCell(edit: SetCellEdit, index: number, image: SheetImage): Verdict {
  const { row, column } = edit.at;
  const cell = image.cell(row, column);
  if (image.isCovered(row, column)) return { refused: "covered-by-merge" };
  if (cell.formula !== "") return { refused: "formula" };
  if (!sameValue(cell.value, edit.before)) return { refused: "changed-since" };
  if (cell.locked) return { refused: "locked" };
  image.set(row, column, { value: edit.after === "" ? null : edit.after, ...(edit.numberFormat ? { numberFormat: edit.numberFormat.after } : {}) }, index);
  const { numberFormat, ...rest } = edit;
  const inverse: SetCellEdit = { ...rest, before: edit.after, after: edit.before };
  const numberFormats = [[numberFormat?.after ?? cell.numberFormat]];
  return { inverse: numberFormat === undefined ? inverse : { ...inverse, numberFormat: { before: numberFormat.after, after: cell.numberFormat } }, numberFormats };
}

function sameValue(a: CellValue, b: CellValue): boolean {
  return (a === "" ? null : a) === (b === "" ? null : b);
}

function judgeInsertRows(edit: InsertRowsEdit, index: number, image: SheetImage): Verdict {
  const { row, count } = edit;
  const crossing = image.merges.filter((merge) => merge.top < row && merge.bottom >= row);
  const isCovered = (column: number) => crossing.some((merge) => merge.left <= column && column <= merge.right);
  if (edit.values.some((line) => line.some((value, column) => value !== null && value !== "" && isCovered(column)))) return { refused: "covered-by-merge" };
  image.shift("row", row, count);
  const rows = rowsOfSnapshot(edit.snapshot);
  // New rows take the formats of the row above.
  const formatAt = (line: number, column: number) => (rows ? (rows.numberFormats[line]?.[column] ?? "General") : row === 0 ? "General" : image.cell(row - 1, column).numberFormat);
  const numberFormats = edit.values.map((line, at) => line.map((_value, column) => formatAt(at, column)));
  edit.values.slice(0, count).forEach((line, at) => {
    line.forEach((value, column) => {
      if (value !== null && value !== "") image.set(row + at, column, { value, formula: rows?.formulas[at]?.[column] ?? "", numberFormat: formatAt(at, column) }, index);
    });
  });
  if (rows) image.merges = [...image.merges.filter((merge) => !rows.merges.some((old) => meets(old, merge))), ...rows.merges];
  const before = Array.from({ length: count }, (_, at) => trimmed((edit.values[at] ?? []).map((value) => (value === "" ? null : value))));
  return { inverse: { kind: "deleteRows", sheet: edit.sheet, row, count, before }, numberFormats };
}

function judgeDeleteRows(edit: DeleteRowsEdit, image: SheetImage, detail: EditDetail | undefined, details: EditDetails | null): Verdict {
  const { sheet, row, count } = edit;
  const last = row + count - 1;
  const values = image.rowValues(row, count);
  const isSame = values.every((line, index) => {
    const before = trimmed((edit.before[index] ?? []).map((value) => (value === "" ? null : value)));
    return line.length === before.length && line.every((value, column) => value === before[column]);
  });
  if (!isSame) return { refused: "changed-since" };
  const inside = (line: number) => line >= row && line <= last;
  const ownFormulas = image.formulas().filter((one) => !inside(one.row));
  const isReferredTo = ownFormulas.some(({ formula }) => losesRows(formula, sheet, sheet, row, last)) || isReferredFromElsewhere(edit, image, details);
  const isTopOfMerge = image.merges.some((merge) => inside(merge.top) && merge.bottom > last);
  // Far-off cells of these rows, and formulas that name them, have not been read.
  if (image.hasUnread || isReferredTo || isTopOfMerge || image.commentRows.some(inside)) return { refused: "not-restorable" };
  const merges = image.merges.filter((merge) => merge.top <= last && merge.bottom >= row);
  const width = image.size.columns;
  const cells = Array.from({ length: count }, (_, index) => Array.from({ length: width }, (_one, column) => image.cell(row + index, column)));
  const rows: ExcelRows = {
    values: cells.map((line) => line.map((cell) => cell.value)),
    formulas: cells.map((line) => line.map((cell) => cell.formula)),
    numberFormats: cells.map((line) => line.map((cell) => cell.numberFormat)),
    looks: detail?.looks ?? [],
    heights: detail?.heights ?? [],
    hidden: Array.from({ length: count }, (_, index) => image.hiddenRows.has(image.origin("row", row + index) ?? -1)),
    merges,
  };
  image.shift("row", row, -count);
  return { inverse: { kind: "insertRows", sheet, row, count, values, snapshot: { host: "excel", data: rows } } };
}

/** Other sheets' formulas and names, as they are now; they know the rows by their present numbers. */
function isReferredFromElsewhere(edit: DeleteRowsEdit, image: SheetImage, details: EditDetails | null): boolean {
  const first = image.origin("row", edit.row);
  const last = image.origin("row", edit.row + edit.count - 1);
  if (details === null || first === null || last === null) return false;
  if (details.formulas === null) return true;
  return details.formulas.some(({ sheet, formula }) => sheet !== edit.sheet && losesRows(formula, sheet, edit.sheet, first, last));
}

function judgeValidation(edit: SetValidationEdit, detail: EditDetail | undefined): Verdict {
  const present = detail?.validation ?? null;
  if (edit.before === null && present !== null) return { refused: "has-validation" };
  if (edit.before !== null && (present === "other" || present?.join(",") !== edit.before.options.join(","))) return detail === undefined ? { inverse: inverseOfValidation(edit) } : { refused: "changed-since" };
  if (edit.after !== null && !fitsDropDown(edit.after)) return { refused: "list-too-long" };
  return { inverse: inverseOfValidation(edit) };
}

function inverseOfValidation(edit: SetValidationEdit): Edit {
  return { ...edit, before: edit.after, after: edit.before };
}

function judgeFormats(edit: SetConditionalFormatEdit, detail: EditDetail | undefined): Verdict {
  const inverse: Edit = { ...edit, before: edit.after, after: edit.before };
  if (detail === undefined) return { inverse };
  const left = [...(detail.formats ?? [])];
  const formatIds: string[] = [];
  const placeOf = (wanted: FormulaFormat) => left.findIndex((format) => format.area !== null && sameArea(format.area, detail.area) && sameFormat(format, wanted));
  if (edit.before.length === 0 && edit.after.every((format) => placeOf(format) >= 0)) return { refused: "already-there" };
  for (const wanted of edit.before) {
    const at = placeOf(wanted);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined) return { refused: "changed-since" };
    formatIds.push(found.id);
  }
  return { inverse, formatIds };
}

function sameFormat(a: FormulaFormat, b: FormulaFormat): boolean {
  return a.formula === b.formula && a.fill.toLowerCase() === b.fill.toLowerCase() && (a.font ?? "").toLowerCase() === (b.font ?? "").toLowerCase();
}
