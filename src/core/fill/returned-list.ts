import { textAt, type SheetGrid } from "../grid/sheet-grid";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { readLedger } from "../ledger/read-ledger";

/** Rows of a list that a 处室 filled in, and whose list it is. */
export interface ReturnedList {
  /** The unit the list was made for, else the name of its sheet or file: what the user knows it by. */
  readonly from: string;
  readonly rows: readonly LedgerRow[];
}

/** What stands over a list of 按单位拆分: 办公室（牵头3项，配合1项）, also as the title of a sheet of its own. */
const LIST_HEADING = /(?:——|^)([^—]{2,40}?)（(?:(?:牵头|配合|落实|监管)\d+项，?)+）$/u;

/**
 * The lists on a sheet that came back: one for each heading of 按单位拆分, or one for the sheet as a whole. Empty for a sheet
 * that holds no list (a cover, the table of contents).
 *
 * @param name the sheet's or file's name, for a list without a heading of ours
 */
export function returnedLists(grid: SheetGrid, name: string): ReturnedList[] {
  const read = readLedger({ grid });
  if (!read.ok) return [];
  const lists = new Map<string, LedgerRow[]>();
  for (const row of read.value.rows) {
    const from = headingOver(grid, read.value, row.block) ?? name;
    const rows = lists.get(from);
    if (rows) rows.push(row);
    else lists.set(from, [row]);
  }
  return [...lists].map(([from, rows]) => ({ from, rows }));
}

/** The unit named right above a block's header, where a list of ours names it: at most two rows up, a note may stand between. */
function headingOver(grid: SheetGrid, ledger: Ledger, block: number): string | undefined {
  const header = ledger.blocks[block]?.header;
  if (!header) return undefined;
  for (let row = header.first - 1; row >= Math.max(0, header.first - 2); row--) {
    const unit = LIST_HEADING.exec(textAt(grid, row, 0).trim())?.[1];
    if (unit !== undefined) return unit;
  }
  return undefined;
}
