import type { Edit, SetCellEdit } from "../edits/edit";
import { cellKey } from "../grid/address";
import { gridSize, valueAt, type CellValue } from "../grid/sheet-grid";
import { FIELDS } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import type { RuleContext } from "./rule";

/**
 * The edits that give each item of one sheet row a row of its own: the first stays, the others go below it, each with
 * what the reader found to be its own; what they share is repeated, headings are not. undefined where a formula or a
 * merge of the row itself is concerned.
 */
export function splitItems(context: RuleContext, sheetRow: number): Edit[] | undefined {
  const { grid, ledger } = context;
  const items = ledger.rows.filter(({ row }) => row === sheetRow);
  const first = items[0];
  const columns = first && ledger.blocks[first.block]?.columns;
  if (!first || !columns || items.length < 2 || items.some(({ rows }) => rows.length > 1)) return undefined;
  if (grid.merges.some(({ top, bottom, left, right }) => top === sheetRow && bottom === sheetRow && left !== right)) return undefined;
  const width = gridSize(grid).columns;
  for (let column = 0; column < width; column++) if (grid.formulas.has(cellKey(sheetRow, column))) return undefined;

  const edits: SetCellEdit[] = [];
  for (const field of FIELDS) {
    const column = columns[field];
    const cell = first.cells[field];
    if (column === undefined || !cell || (cell.source !== "split" && cell.source !== "prefix")) continue;
    const before = valueAt(grid, sheetRow, column);
    if (before !== cell.text) edits.push({ kind: "setCell", sheet: grid.sheet, at: { row: sheetRow, column }, before, after: cell.text, row: first.key, field });
  }
  const values = items.slice(1).map((item) => valuesOf(item, columns, width));
  return [...edits, { kind: "insertRows", sheet: grid.sheet, row: sheetRow + 1, count: values.length, values }];
}

function valuesOf(item: LedgerRow, columns: RuleContext["ledger"]["columns"], width: number): CellValue[] {
  const values = Array<CellValue>(width).fill(null);
  for (const field of FIELDS) {
    const column = columns[field];
    const text = item.cells[field]?.text ?? "";
    const isHeading = field === "level1" || field === "level2" || field === "level3";
    if (column !== undefined && text !== "" && !isHeading) values[column] = text;
  }
  return values;
}
