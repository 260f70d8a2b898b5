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
 * Puts new columns right of the table, or right of a column the user named, one after the other, and remembers where the
 * next one goes. Columns are inserted rather than written into free ones: what stands further right moves along, and the
 * new ones take the table's looks.
 */
export class ColumnAdder {
  readonly edits: Edit[] = [];
  private readonly first: number;
  private next: number;

  /** @param after 0-based sheet column of the table; null: right of the table. A merged area that covers it is not cut. */
  constructor(
    private readonly context: RuleContext,
    after: number | null = null,
  ) {
    this.first = (after === null ? rightEdge(context) : areaEnd(context, after)) + 1;
    this.next = this.first;
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

  /** Where a column of the sheet as it was read stands beside the columns added so far. */
  placeOf(column: number): number {
    return column >= this.first ? column + this.next - this.first : column;
  }

  /** More edits on the sheet as it is with the columns added so far. */
  follow(edits: readonly Edit[]): void {
    this.edits.push(...edits);
  }

  add(column: AddedColumn): PlacedColumn {
    const { grid, ledger } = this.context;
    const like = this.placeOf(column.like);
    const at = this.next++;
    this.edits.push({ kind: "insertColumns", sheet: grid.sheet, column: at, count: 1, likeColumn: like });
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
export function rightEdge(context: RuleContext): number {
  const { ledger, grid } = context;
  const columns = ledger.blocks.flatMap((block) => Object.values(block.columns));
  let edge = areaEnd(context, columns.reduce((most, column) => Math.max(most, column), 0));
  const isUsed = (column: number): boolean => {
    for (let row = ledger.first; row <= ledger.last; row++) if (textAt(grid, row, column) !== "" || valueAt(grid, row, column) !== null || formulaAt(grid, row, column) !== undefined) return true;
    return false;
  };
  while (isUsed(edge + 1)) edge = areaEnd(context, edge + 1);
  return edge;
}

/** The last column of the merged areas of the table that cover a column; the column itself where none does. */
function areaEnd({ ledger, grid }: RuleContext, column: number): number {
  const areas = grid.merges.filter(({ top, bottom }) => top >= ledger.first && bottom <= ledger.last);
  for (let end = column; ; ) {
    const further = areas.reduce((most, { left, right }) => (left <= end && right > most ? right : most), end);
    if (further === end) return end;
    end = further;
  }
}

/** Whether the table has a column with that label already. */
export function hasLabel({ ledger }: RuleContext, label: string): boolean {
  return ledger.blocks.some((block) => [...block.labels.values()].some((text) => text.replace(/\s+/gu, "") === label));
}
