import type { Area, Edit, FormulaFormat } from "../core/edits/edit";
import { ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { readFormulas, type PlacedFormula } from "./read-formulas";
import { LOOKS, settableLooks, type Looks } from "./rows-snapshot";
import type { RunExcel } from "./run-excel";
import { areaOfAddress } from "./select";

/** Where an edit meets the sheet as it is now, before anything is written. */
export interface PlacedEdit {
  readonly index: number;
  readonly edit: Edit;
  /** Lines of the present sheet; null when the edit falls on lines that another edit inserts. */
  readonly area: Area | null;
}

/** What one edit must know beyond the grid, read at its present place. */
export interface EditDetail {
  readonly area: Area;
  readonly looks?: Looks;
  readonly heights?: readonly (number | null)[];
  readonly columnWidth?: number;
  /** The options of the list that stands on the whole area; null for no validation at all, "other" for anything else. */
  readonly validation?: readonly string[] | null | "other";
  readonly formats?: readonly (FormulaFormat & { readonly id: string; readonly area: Area | null })[];
}

export interface EditDetails {
  readonly byEdit: ReadonlyMap<number, EditDetail>;
  /** Formulas of the workbook, when rows are to be deleted; null where there are too many cells to look through. */
  readonly formulas: readonly PlacedFormula[] | null;
}

export const noDetails: EditDetails = { byEdit: new Map(), formulas: [] };

/** Reads what the edits need to know; one round trip, a second one for conditional formats, none when nothing is needed. */
export async function readDetails(run: RunExcel, placed: readonly PlacedEdit[], width: (sheet: string) => { readonly rows: number; readonly columns: number }): Promise<Result<EditDetails, HostFailure>> {
  const wanted = placed.filter(({ edit, area }) => area !== null && (edit.kind === "deleteRows" || edit.kind === "setValidation" || edit.kind === "setConditionalFormat" || (edit.kind === "insertColumns" && edit.likeColumn !== null)));
  if (wanted.length === 0) return ok(noDetails);
  const details = await run("read", async (context) => {
    const { worksheets } = context.workbook;
    const asked = wanted.map(({ index, edit, area }) => ({ index, area: area!, read: ask(worksheets.getItem(edit.sheet), edit, area!, width(edit.sheet)) }));
    const others = wanted.some(({ edit }) => edit.kind === "deleteRows") ? worksheets.load("items/name") : null;
    await context.sync();
    return { byEdit: new Map(asked.map(({ index, area, read }): [number, EditDetail] => [index, { area, ...read() }])), sheets: others?.items.map((sheet) => sheet.name) ?? [] };
  });
  if (!details.ok) return details;
  const formulas = await readFormulas(run, details.value.sheets);
  if (!formulas.ok) return formulas;
  const byEdit = await readFormats(run, wanted, details.value.byEdit);
  return byEdit.ok ? ok({ byEdit: byEdit.value, formulas: formulas.value }) : byEdit;
}

/** Queues the loads of one edit and gives a function that takes up the answers after the sync. */
function ask(sheet: Excel.Worksheet, edit: Edit, area: Area, size: { readonly rows: number; readonly columns: number }): () => Omit<EditDetail, "area"> {
  switch (edit.kind) {
    case "deleteRows": {
      const rows = sheet.getRangeByIndexes(area.top, 0, area.bottom - area.top + 1, Math.max(size.columns, 1));
      const properties = rows.getCellProperties(LOOKS);
      const heights = rows.getRowProperties({ format: { rowHeight: true, useStandardHeight: true } });
      return () => ({ looks: looksOf(properties), heights: heights.value.map(({ format }) => (format?.useStandardHeight === true ? null : (format?.rowHeight ?? null))) });
    }
    case "insertColumns": {
      const column = sheet.getRangeByIndexes(0, area.left, Math.max(size.rows, 1), 1);
      const properties = column.getCellProperties(LOOKS);
      const width = column.format.load("columnWidth");
      return () => ({ looks: looksOf(properties), columnWidth: width.columnWidth });
    }
    case "setValidation": {
      const validation = rangeOf(sheet, area).dataValidation.load("type,rule");
      return () => ({ validation: optionsOf(validation.type, validation.rule) });
    }
    case "setConditionalFormat": {
      const formats = rangeOf(sheet, area).conditionalFormats.load("items/id,items/type");
      return () => ({ formats: formats.items.filter(({ type }) => type === "Custom").map(({ id }) => ({ id, formula: "", fill: "", area: null })) });
    }
    default:
      return () => ({});
  }
}

function looksOf({ value }: OfficeExtension.ClientResult<Excel.CellProperties[][]>): Looks {
  return settableLooks(value);
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}

/** A validation that is the same on every cell of the range has a type and a rule; else Excel says Inconsistent or MixedCriteria. */
function optionsOf(type: string, rule: Excel.DataValidationRule | null): readonly string[] | null | "other" {
  if (type === "None") return null;
  const source: unknown = rule?.list?.source;
  return type === "List" && typeof source === "string" && !source.startsWith("=") ? source.split(",") : "other";
}

/** The formulas and colours of the custom formats found. */
async function readFormats(run: RunExcel, wanted: readonly PlacedEdit[], byEdit: ReadonlyMap<number, EditDetail>): Promise<Result<ReadonlyMap<number, EditDetail>, HostFailure>> {
  const found = wanted.flatMap(({ index, edit }) => {
    const detail = byEdit.get(index);
    return detail?.formats === undefined || detail.formats.length === 0 ? [] : [{ index, sheet: edit.sheet, detail, formats: detail.formats }];
  });
  if (found.length === 0) return ok(byEdit);
  const read = await run("read", async (context) => {
    const asked = found.map(({ index, sheet, detail, formats }) => ({
      index,
      detail,
      formats: formats.map(({ id }) => {
        const format = rangeOf(context.workbook.worksheets.getItem(sheet), detail.area).conditionalFormats.getItem(id);
        return { id, rule: format.custom.rule.load("formula"), fill: format.custom.format.fill.load("color"), font: format.custom.format.font.load("color"), place: format.getRangeOrNullObject().load("address") };
      }),
    }));
    await context.sync();
    return asked.map(({ index, detail, formats }): [number, EditDetail] => [
      index,
      { ...detail, formats: formats.map(({ id, rule, fill, font, place }) => ({ id, formula: rule.formula, fill: fill.color ?? "", ...(font.color ? { font: font.color } : {}), area: place.isNullObject ? null : areaOfAddress(place.address) })) },
    ]);
  });
  return read.ok ? ok(new Map([...byEdit, ...read.value])) : read;
}
