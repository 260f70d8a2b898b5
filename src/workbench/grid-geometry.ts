import type { Area } from "../core/edits/edit";
import { cellKey, type CellKey, type CellRef } from "../core/grid/address";
import type { MergeArea } from "../core/grid/sheet-grid";
import type { SheetView } from "../xlsx/xlsx-workbook";

/** Up to this many rows all are drawn, when there is time; beyond, only those in sight. */
export const DRAW_ALL_ROWS = 200;

/** Empty rows and columns offered beyond the content, as a spreadsheet does. */
const SPARE_ROWS = 10;
const SPARE_COLUMNS = 2;

const LINE_HEIGHT = 19;
const CELL_PADDING = 10;
const ROW_PADDING = 5;
const ONE_LINE = LINE_HEIGHT + ROW_PADDING;

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

/** A sheet as the page draws it. */
export interface DrawnSheet extends SheetView {
  /** Estimated pixels by sheet row, for the rows of the grid; see `estimatedHeights`. */
  readonly heights: readonly number[];
}

/** Works out the shape of a sheet once per reading. */
export function gridShape(view: DrawnSheet): GridShape {
  const { grid, heights, defaultRowHeight } = view;
  const rows = countTo(heightOf(view)).filter((row) => !grid.hiddenRows.has(row));
  const columns = countTo(widthOf(view)).filter((column) => !grid.hiddenColumns.has(column));
  const covered = coverOf(view);
  return {
    rows,
    columns,
    widths: new Map(columns.map((column) => [column, columnWidth(view, column)])),
    heightOf: (row) => heights[row] ?? Math.max(view.rowHeights.get(row) ?? defaultRowHeight, ONE_LINE),
    mergeAt: (row, column) => covered.get(cellKey(row, column)),
    merges: grid.merges,
  };
}

/** Pixels of every row of the grid before it was measured: what the file says, or the room its longest wrapped text takes. */
export function estimatedHeights(view: SheetView): readonly number[] {
  const covered = coverOf(view);
  const columns = countTo(widthOf(view)).filter((column) => !view.grid.hiddenColumns.has(column));
  return view.grid.texts.map((texts, row) => Math.max(view.rowHeights.get(row) ?? view.defaultRowHeight, textHeight(view, columns, covered, texts, row)));
}

function heightOf(view: SheetView): number {
  return view.grid.values.length + SPARE_ROWS;
}

function widthOf(view: SheetView): number {
  return (view.grid.values[0]?.length ?? 0) + SPARE_COLUMNS;
}

function columnWidth(view: SheetView, column: number): number {
  return view.columnWidths[column] ?? view.defaultColumnWidth;
}

function coverOf(view: SheetView): ReadonlyMap<CellKey, MergeArea> {
  const covered = new Map<CellKey, MergeArea>();
  for (const merge of view.grid.merges) {
    const bottom = Math.min(merge.bottom, heightOf(view));
    const right = Math.min(merge.right, widthOf(view));
    for (let row = merge.top; row <= bottom; row++) for (let column = merge.left; column <= right; column++) covered.set(cellKey(row, column), merge);
  }
  return covered;
}

/** Room that the row's longest wrapped text takes, estimated: a Chinese character is about 14 pixels wide. */
function textHeight(view: SheetView, columns: readonly number[], covered: ReadonlyMap<CellKey, MergeArea>, texts: readonly string[], row: number): number {
  let lines = 1;
  for (const column of columns) {
    const text = texts[column] ?? "";
    const key = cellKey(row, column);
    if (text === "" || covered.has(key) || view.looks[view.lookOf.get(key) ?? -1]?.wrap !== true) continue;
    const perLine = Math.max(1, Math.floor((columnWidth(view, column) - CELL_PADDING) / 14));
    lines = Math.max(lines, text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0));
  }
  return lines * LINE_HEIGHT + ROW_PADDING;
}

function countTo(end: number): number[] {
  return Array.from({ length: end }, (_, index) => index);
}

/** A cell's area: itself, or the merge it belongs to. */
export function areaAt(shape: GridShape, at: CellRef): Area {
  return shape.mergeAt(at.row, at.column) ?? { top: at.row, bottom: at.row, left: at.column, right: at.column };
}

/** The area between two cells, merges not looked at. */
export function rectangle(from: CellRef, to: CellRef): Area {
  return { top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row), left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) };
}

/** The smallest area that holds both cells and cuts no merge. */
export function areaBetween(shape: GridShape, from: CellRef, to: CellRef): Area {
  let area = rectangle(from, to);
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
