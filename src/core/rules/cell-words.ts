import type { SetCellEdit } from "../edits/edit";
import { cellKey } from "../grid/address";
import { valueAt } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import type { RuleContext } from "./rule";

/** Words for a column whose header is blank or unknown. */
const FIELD_NAMES: Readonly<Record<Field, string>> = {
  seq: "序号",
  level1: "工作任务",
  level2: "工作任务",
  level3: "工作任务",
  requirement: "具体要求",
  units: "责任单位",
  leadUnits: "牵头单位",
  cooperateUnits: "配合单位",
  implementUnits: "落实单位",
  persons: "责任人",
  contact: "联系方式",
  deadline: "时限要求",
  measures: "工作措施",
  progress: "进展情况",
  status: "完成情况",
  problem: "存在问题",
  source: "来源",
  result: "成果形式",
  remarks: "备注",
};

/** What the sheet itself calls a column, without its stray blanks; the usual word where it has no label. */
export function labelOf({ ledger }: Pick<RuleContext, "ledger">, field: Field): string {
  for (const block of ledger.blocks) {
    const column = block.columns[field];
    const label = column === undefined ? undefined : block.labels.get(column)?.replace(/\s+/gu, "");
    if (label) return label;
  }
  return FIELD_NAMES[field];
}

/** The usual word for a column, for sentences about sheets that lack it. */
export function fieldName(field: Field): string {
  return FIELD_NAMES[field];
}

/** The sheet's own row number, as a person says it. */
export function rowNumber(row: Pick<LedgerRow, "row">): number {
  return row.row + 1;
}

/** A long text shortened for a sentence. */
export function shortened(text: string, most = 24): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}

/**
 * The edit that puts a new text into a row's cell, with its precondition. undefined where nothing may be written: the
 * row has no such cell, its text was put together from several cells or split out of one, or the cell is a formula.
 */
export function cellEdit(context: RuleContext, row: LedgerRow, field: Field, after: string): SetCellEdit | undefined {
  const cell = row.cells[field];
  if (!cell || cell.source === "joined" || cell.source === "split" || cell.source === "prefix") return undefined;
  // An inherited text stands in another row's cell: writing there would change that row too.
  const at = cell.source === "inherited" ? { row: row.row, column: cell.at.column } : cell.at;
  if (context.grid.formulas.has(cellKey(at.row, at.column))) return undefined;
  return { kind: "setCell", sheet: context.grid.sheet, at, before: valueAt(context.grid, at.row, at.column), after, row: row.key, field };
}
