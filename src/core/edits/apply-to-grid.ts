import { cellKey } from "../grid/address";
import { textOfValue, type CellValue, type SheetGrid } from "../grid/sheet-grid";
import type { SetCellEdit } from "./edit";

/**
 * A grid as it would be after some cells were set: for planning several changes of one cell and for previews. Only
 * values and texts change; the text of a number is its plain form, since no host has formatted it yet.
 */
export function withCells(grid: SheetGrid, edits: readonly SetCellEdit[]): SheetGrid {
  if (edits.length === 0) return grid;
  const values: (readonly CellValue[])[] = [...grid.values];
  const texts: (readonly string[])[] = [...grid.texts];
  const formulas = new Map(grid.formulas);
  for (const { at, after } of edits) {
    values[at.row] = replaced(values[at.row] ?? [], at.column, after);
    texts[at.row] = replaced(texts[at.row] ?? [], at.column, textOfValue(after));
    formulas.delete(cellKey(at.row, at.column));
  }
  return { ...grid, values, texts, formulas };
}

function replaced<T>(row: readonly T[], column: number, value: T): readonly T[] {
  const copy = [...row];
  copy[column] = value;
  return copy;
}
