import type { Area } from "../core/edits/edit";
import { cellKey, type CellKey, type CellRef } from "../core/grid/address";
import type { MergeArea } from "../core/grid/sheet-grid";
import type { SheetView } from "../xlsx/xlsx-workbook";

/** Beyond this many rows only those in sight are drawn. */
export const DRAW_ALL_ROWS = 200;

/** Empty rows and columns offered beyond the content, as a spreadsheet does. */
const SPARE_ROWS = 10;
const SPARE_COLUMNS = 2;

const LINE_HEIGHT = 19;
const CELL_PADDING = 10;

/** What is drawn of a sheet: its visible rows and columns, and their sizes before anything was measured. */
export interface GridShape {
  /** Sheet rows drawn, in order; hidden ones are left out. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly widths: ReadonlyMap<number, number>;
  /** Estimated pixels by sheet row. */
  readonly heightOf: (row: number) => number;
  /** The merge that covers a cell. */
  readonly mergeAt: (row: number, column: number) => MergeArea | undefined;
  readonly merges: readonly MergeArea[];
}

/** Works out the shape of a sheet once per reading. */
export function gridShape(view: SheetView): GridShape {
  const { grid } = view;
  const height = grid.values.length + SPARE_ROWS;
  const width = (grid.values[0]?.length ?? 0) + SPARE_COLUMNS;
  const rows = countTo(height).filter((row) => !grid.hiddenRows.has(row));
  const columns = countTo(width).filter((column) => !grid.hiddenColumns.has(column));
  const widths = new Map(columns.map((column) => [column, view.columnWidths[column] ?? view.defaultColumnWidth]));
  const covered = new Map<CellKey, MergeArea>();
  for (const merge of grid.merges) {
    const bottom = Math.min(merge.bottom, height);
    const right = Math.min(merge.right, width);
    for (let row = merge.top; row <= bottom; row++) for (let column = merge.left; column <= right; column++) covered.set(cellKey(row, column), merge);
  }
  return {
    rows,
    columns,
    widths,
    heightOf: (row) => Math.max(view.rowHeights.get(row) ?? view.defaultRowHeight, textHeight(view, widths, covered, row)),
    mergeAt: (row, column) => covered.get(cellKey(row, column)),
    merges: grid.merges,
  };
}

/** Room that the row's longest wrapped text takes, estimated: a Chinese character is about 14 pixels wide. */
function textHeight(view: SheetView, widths: ReadonlyMap<number, number>, covered: ReadonlyMap<CellKey, MergeArea>, row: number): number {
  let lines = 1;
  for (const [column, width] of widths) {
    const text = view.grid.texts[row]?.[column] ?? "";
    const key = cellKey(row, column);
    if (text === "" || covered.has(key) || view.looks[view.lookOf.get(key) ?? -1]?.wrap !== true) continue;
    const perLine = Math.max(1, Math.floor((width - CELL_PADDING) / 14));
    lines = Math.max(lines, text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0));
  }
  return lines * LINE_HEIGHT + 5;
}

function countTo(end: number): number[] {
  return Array.from({ length: end }, (_, index) => index);
}

/** A cell's area: itself, or the merge it belongs to. */
export function areaAt(shape: GridShape, at: CellRef): Area {
  return shape.mergeAt(at.row, at.column) ?? { top: at.row, bottom: at.row, left: at.column, right: at.column };
}

/** The smallest area that holds both cells and cuts no merge. */
export function areaBetween(shape: GridShape, from: CellRef, to: CellRef): Area {
  let area: Area = { top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row), left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) };
  for (let grown = true; grown; ) {
    grown = false;
    for (const merge of shape.merges) {
      const meets = merge.top <= area.bottom && merge.bottom >= area.top && merge.left <= area.right && merge.right >= area.left;
      const inside = merge.top >= area.top && merge.bottom <= area.bottom && merge.left >= area.left && merge.right <= area.right;
      if (!meets || inside) continue;
      area = { top: Math.min(area.top, merge.top), bottom: Math.max(area.bottom, merge.bottom), left: Math.min(area.left, merge.left), right: Math.max(area.right, merge.right) };
      grown = true;
    }
  }
  return area;
}
