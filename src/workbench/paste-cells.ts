import type { Area } from "../core/edits/edit";
import { cellKey, type CellRef } from "../core/grid/address";
import type { CellValue, SheetGrid } from "../core/grid/sheet-grid";
import { valueOfTyped } from "./clipboard-table";
import { areaAt, type GridShape } from "./grid-geometry";

/** Cells to be written, and the area they lie in. */
export interface CellsToWrite {
  readonly cells: readonly { readonly at: CellRef; readonly value: CellValue }[];
  readonly area: Area;
}

/**
 * Where a pasted table goes: again and again over a selection that it fills evenly, else once from the first cell of the
 * selection, as spreadsheets do. Repeated, it passes over the cells that a merge covers.
 */
export function cellsOfPaste(table: readonly (readonly string[])[], selected: Area, shape: GridShape): CellsToWrite {
  const height = table.length;
  const width = Math.max(...table.map((texts) => texts.length));
  const rows = selected.bottom - selected.top + 1;
  const columns = selected.right - selected.left + 1;
  const isRepeated = rows % height === 0 && columns % width === 0 && (rows > height || columns > width);
  const area: Area = isRepeated ? selected : { top: selected.top, left: selected.left, bottom: selected.top + height - 1, right: selected.left + width - 1 };
  const cells: { at: CellRef; value: CellValue }[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const text = table[(row - area.top) % height]![(column - area.left) % width];
      if (text !== undefined && !(isRepeated && isCovered(shape, row, column))) cells.push({ at: { row, column }, value: valueOfTyped(text) });
    }
  }
  return { cells, area };
}

/** Ctrl+D: the first row of the selection over the rows below it; cells with a formula give nothing. */
export function cellsOfFillDown(grid: SheetGrid, selected: Area, shape: GridShape): CellsToWrite["cells"] {
  const cells: { at: CellRef; value: CellValue }[] = [];
  for (let row = selected.top + 1; row <= selected.bottom; row++) {
    for (let column = selected.left; column <= selected.right; column++) {
      if (grid.hiddenRows.has(row) || isCovered(shape, row, column) || grid.formulas.has(cellKey(selected.top, column))) continue;
      cells.push({ at: { row, column }, value: grid.values[selected.top]?.[column] ?? null });
    }
  }
  return cells;
}

/** Delete: every filled cell of the selection. */
export function cellsOfClear(grid: SheetGrid, selected: Area): CellsToWrite["cells"] {
  const cells: { at: CellRef; value: CellValue }[] = [];
  for (let row = selected.top; row <= selected.bottom; row++) {
    for (let column = selected.left; column <= selected.right; column++) if ((grid.values[row]?.[column] ?? null) !== null) cells.push({ at: { row, column }, value: null });
  }
  return cells;
}

/** A cell that a merge hides: all but its first one. */
function isCovered(shape: GridShape, row: number, column: number): boolean {
  const { top, left } = areaAt(shape, { row, column });
  return top !== row || left !== column;
}
