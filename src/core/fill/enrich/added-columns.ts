import type { Edit } from "../../edits/edit";
import { cellKey } from "../../grid/address";
import { formulaAt, textAt, valueAt, type CellValue } from "../../grid/sheet-grid";
import type { LedgerRow } from "../../ledger/ledger";
import type { RuleContext } from "../../rules/rule";

/** A column to be added right of the table. */
export interface AddedColumn {
  /** Header text, written under every header of the table. */
  readonly label: string;
  /** Sheet column whose widths and styles it takes. */
  readonly like: number;
  readonly numberFormat?: string;
  /** What each row gets; null leaves it blank. Rows that share a sheet row must agree, else the cell stays blank. */
  readonly value: (row: LedgerRow) => CellValue;
}

/** Where a column came to stand, and which rows could not be told apart. */
export interface PlacedColumn {
  readonly column: number;
  /** Sheet rows with several items of different values; left blank. */
  readonly unclear: readonly number[];
}

/**
 * Puts new columns right of the table, one after the other, and remembers where the next one goes. Columns are inserted
 * rather than written into free ones: what stands further right moves along, and the new ones take the table's looks.
 */
export class ColumnAdder {
  readonly edits: Edit[] = [];
  private next: number;

  constructor(private readonly context: RuleContext) {
    this.next = rightEdge(context) + 1;
  }

  /** A state to come back to. */
  mark(): { readonly edits: number; readonly next: number } {
    return { edits: this.edits.length, next: this.next };
  }

  /** Forgets the columns added since the mark. */
  takeBack(mark: { readonly edits: number; readonly next: number }): void {
    this.edits.length = mark.edits;
    this.next = mark.next;
  }

  add(column: AddedColumn): PlacedColumn {
    const { grid, ledger } = this.context;
    const at = this.next++;
    this.edits.push({ kind: "insertColumns", sheet: grid.sheet, column: at, count: 1, likeColumn: column.like });
    for (const { header } of ledger.blocks) {
      if (!header) continue;
      this.edits.push({ kind: "setCell", sheet: grid.sheet, at: { row: header.first, column: at }, before: null, after: column.label });
      if (header.last > header.first) this.edits.push({ kind: "merge", sheet: grid.sheet, area: { top: header.first, left: at, bottom: header.last, right: at } });
    }
    const unclear: number[] = [];
    for (const [sheetRow, rows] of bySheetRow(ledger.rows)) {
      const values = new Set(rows.map(column.value));
      if (values.size > 1) unclear.push(sheetRow);
      const [value] = values;
      if (values.size > 1 || value === null || value === undefined || value === "") continue;
      const before = grid.numberFormats.get(cellKey(sheetRow, column.like)) ?? "General";
      const format = typeof value === "number" ? column.numberFormat : undefined;
      this.edits.push({ kind: "setCell", sheet: grid.sheet, at: { row: sheetRow, column: at }, before: null, after: value, ...(format !== undefined && format !== before && { numberFormat: { before, after: format } }) });
    }
    return { column: at, unclear };
  }
}

function bySheetRow(rows: readonly LedgerRow[]): Map<number, LedgerRow[]> {
  const groups = new Map<number, LedgerRow[]>();
  for (const row of rows) {
    const group = groups.get(row.row);
    if (group) group.push(row);
    else groups.set(row.row, [row]);
  }
  return groups;
}

/** The last column that belongs to the table: of its fields, and of what stands beside them without a gap. */
export function rightEdge({ ledger, grid }: RuleContext): number {
  const columns = ledger.blocks.flatMap((block) => Object.values(block.columns));
  const area = (column: number): number =>
    grid.merges.reduce((most, merge) => (merge.top >= ledger.first && merge.bottom <= ledger.last && merge.left <= column && merge.right > most && merge.right >= column ? merge.right : most), column);
  let edge = area(columns.reduce((most, column) => Math.max(most, column), 0));
  const isUsed = (column: number): boolean => {
    for (let row = ledger.first; row <= ledger.last; row++) if (textAt(grid, row, column) !== "" || valueAt(grid, row, column) !== null || formulaAt(grid, row, column) !== undefined) return true;
    return false;
  };
  while (isUsed(edge + 1)) edge = area(edge + 1);
  return edge;
}

/** Whether the table has a column with that label already. */
export function hasLabel({ ledger }: RuleContext, label: string): boolean {
  return ledger.blocks.some((block) => [...block.labels.values()].some((text) => text.replace(/\s+/gu, "") === label));
}
