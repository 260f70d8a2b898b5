import { gridOfValues, type CellValue, type SheetGrid } from "../../src/core/grid/sheet-grid";
import { estimatedHeights, type DrawnSheet } from "../../src/workbench/grid-geometry";

/** A sheet as the grid draws it, plain but for what is given. */
export function drawnSheet(values: readonly (readonly CellValue[])[], change: Partial<DrawnSheet> = {}, grid: Partial<SheetGrid> = {}): DrawnSheet {
  const view = { grid: { ...gridOfValues("台账", values), ...grid }, columnWidths: [], defaultColumnWidth: 64, rowHeights: new Map(), defaultRowHeight: 20, looks: [], lookOf: new Map(), frozenRows: 0, frozenColumns: 0, filter: null, ...change };
  return { ...view, heights: estimatedHeights(view) };
}
