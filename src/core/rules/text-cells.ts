import type { SetCellEdit } from "../edits/edit";
import { cellKey, type CellRef } from "../grid/address";
import { textAt, valueAt } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import type { RuleContext } from "./rule";

/** One sheet cell of the table that holds text: for rules about characters, which look at what stands there, untouched. */
export interface TextCell {
  readonly row: LedgerRow;
  readonly field: Field;
  readonly at: CellRef;
  /** The cell's own text, blanks and line breaks included. */
  readonly raw: string;
  /** The row's field begins in this cell; false for the rest of a field that a page break cut. */
  readonly isFirst: boolean;
}

const OF_ROW = new WeakMap<LedgerRow, readonly TextCell[]>();

/**
 * The text cells that a row owns, each cell of the sheet belonging to one row only: its own cells and the parts of cut
 * ones, the first cell of an area merged over it and rows below, and headings in rows of their own right above it.
 * Depends on that row alone. Cells with numbers, dates and formulas are left out: their text is not what was typed.
 */
export function textCells({ grid }: Pick<RuleContext, "grid">, row: LedgerRow): readonly TextCell[] {
  let cells = OF_ROW.get(row);
  if (!cells) OF_ROW.set(row, (cells = readTextCells(grid, row)));
  return cells;
}

function readTextCells(grid: RuleContext["grid"], row: LedgerRow): TextCell[] {
  const found: TextCell[] = [];
  // Items after the first stand in the cells of the first.
  if (row.item > 0) return found;
  const headings = headingRows(row);
  for (const [field, cell] of Object.entries(row.cells) as [Field, NonNullable<LedgerRow["cells"][Field]>][]) {
    if (cell.source === "inherited" || cell.source === "counted") continue;
    // A number taken out of the text beside it stands there, and is looked at there.
    if (cell.source === "prefix" && field === "seq") continue;
    const parts = cell.source === "joined" ? cell.parts : [cell.at];
    parts.forEach((at, index) => {
      if (!row.rows.includes(at.row) && !headings.has(at.row)) return;
      if (typeof valueAt(grid, at.row, at.column) !== "string" || grid.formulas.has(cellKey(at.row, at.column))) return;
      const raw = textAt(grid, at.row, at.column);
      // Two headings of one cell are one cell.
      if (raw !== "" && !found.some((other) => other.at.row === at.row && other.at.column === at.column)) found.push({ row, field, at, raw, isFirst: index === 0 });
    });
  }
  return found;
}

/** Rows of headings that stand right above a row, with nothing between. */
function headingRows(row: LedgerRow): ReadonlySet<number> {
  const above = new Set<number>();
  const all = new Set<number>();
  for (const field of ["level1", "level2", "level3"] as const) if (row.cells[field]?.source === "heading") all.add(row.cells[field].at.row);
  for (let at = row.row - 1; all.has(at); at--) above.add(at);
  return above;
}

/** The edit that puts a new text into a text cell; undefined where the cell shows something else than it holds. */
export function textEdit({ grid }: Pick<RuleContext, "grid">, { row, field, at, raw, isFirst }: TextCell, after: string): SetCellEdit | undefined {
  const before = valueAt(grid, at.row, at.column);
  if (before !== raw) return undefined;
  // The row and field lead back to the cell in which the field begins, so only that one is named by them.
  return { kind: "setCell", sheet: grid.sheet, at, before, after, ...(isFirst && { row: row.key, field }) };
}
