import type { Edit } from "../../edits/edit";
import type { SheetGrid } from "../../grid/sheet-grid";
import { FIELDS, type Field } from "../../ledger/fields";
import { readLedger } from "../../ledger/read-ledger";
import { gridAfter } from "./after-edits";

/** What an enrichment is meant to change in the reading of the sheet. */
export interface ReadingChange {
  /** Fields that come along. */
  readonly added?: readonly Field[];
  /** Fields whose texts change. */
  readonly changed?: readonly Field[];
}

/**
 * A test whether a sheet reads after edits as it did before: the same columns, rows and texts, and no new field but those
 * announced. A new column that the reader takes for another one, or a merge that hides an inherited text, would turn the
 * next check wrong; such an enrichment is not done. The sheet is read without the user's own choices, as a colleague
 * who gets the file would have it read.
 */
export function readingKeeper(grid: SheetGrid): (edits: readonly Edit[], change: ReadingChange) => boolean {
  const before = readLedger({ grid });
  return (edits, { added = [], changed = [] }) => {
    if (!before.ok) return true;
    const after = readLedger({ grid: gridAfter(grid, edits) });
    if (!after.ok || after.value.rows.length !== before.value.rows.length) return false;
    const fields = FIELDS.filter((field) => !changed.includes(field) && !added.includes(field));
    if (fields.some((field) => after.value.columns[field] !== movedBy(edits, before.value.columns[field]))) return false;
    return before.value.rows.every((row, at) => {
      const same = after.value.rows[at]!;
      return same.row === row.row && fields.every((field) => (row.cells[field]?.text ?? "") === (same.cells[field]?.text ?? ""));
    });
  };
}

/** Where a column stands after columns were inserted left of it. */
function movedBy(edits: readonly Edit[], column: number | undefined): number | undefined {
  return column === undefined ? undefined : edits.reduce((at, edit) => (edit.kind === "insertColumns" && edit.column <= at ? at + edit.count : at), column);
}
