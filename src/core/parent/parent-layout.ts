import type { SheetGrid } from "../grid/sheet-grid";
import { squeeze } from "../ledger/cell-text";
import type { Field } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import type { ParentColumn } from "./parent-document";

/** As much of a cell as tells a column from its neighbours. */
const EXAMPLE_LENGTH = 20;

/** The columns of a table as a reader sees them, from left to right: label, first words, and what each was taken for. Columns with neither are left out. */
export function layoutOf(grid: SheetGrid, { blocks, columns, last }: Ledger): ParentColumn[] {
  const block = blocks[0];
  const labels = block?.labels ?? new Map<number, string>();
  const fields = new Map(Object.entries(columns).map(([field, column]) => [column, field as Field]));
  const width = grid.texts.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column): ParentColumn => ({ column, label: squeeze(labels.get(column) ?? ""), example: firstText(grid, column, block?.first ?? 0, last), field: fields.get(column) ?? null })).filter(
    ({ label, example, field }) => label !== "" || example !== "" || field !== null,
  );
}

function firstText(grid: SheetGrid, column: number, from: number, to: number): string {
  for (let row = from; row <= to; row++) {
    const text = squeeze(grid.texts[row]?.[column] ?? "");
    if (text !== "") return text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text;
  }
  return "";
}
