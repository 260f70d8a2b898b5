import { textOfValue, valueAt, type SheetGrid } from "../grid/sheet-grid";
import { FIELDS, type Field } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import type { CellRef } from "../grid/address";
import type { RuleContext } from "./rule";

/** Which row and field of the ledger a cell is; nulls for one outside the table. */
export interface PlaceInLedger {
  readonly row: LedgerRow | null;
  readonly field: Field | null;
}

/** Calls `visit` for each filled cell of the sheet, with the text a person sees (a number too wide for its column in full). */
export function eachCell(grid: SheetGrid, visit: (text: string, at: CellRef) => void): void {
  grid.texts.forEach((texts, row) => {
    for (let column = 0; column < texts.length; column++) {
      const text = shownText(grid, row, column);
      if (text !== "") visit(text, { row, column });
    }
  });
}

/** The shown text; for a number shown as ### or 1.38E+10 its digits. */
function shownText(grid: SheetGrid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  const text = grid.texts[row]?.[column] ?? "";
  return typeof value === "number" && (/^#+$/u.test(text) || /E\+/u.test(text)) ? textOfValue(value) : text;
}

/** Finds the place of a cell in the ledger; the look-up is made once. */
export function placesInLedger({ ledger }: Pick<RuleContext, "ledger">): (at: CellRef) => PlaceInLedger {
  const places = new Map<string, PlaceInLedger>();
  for (const row of ledger.rows) {
    for (const field of FIELDS) {
      const cell = row.cells[field];
      if (cell?.source === "own") places.set(`${cell.at.row},${cell.at.column}`, { row, field });
    }
  }
  return (at) => places.get(`${at.row},${at.column}`) ?? { row: null, field: null };
}
