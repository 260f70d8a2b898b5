import { cellKey, type CellKey } from "../core/grid/address";
import type { SheetGrid } from "../core/grid/sheet-grid";
import { areaOfText } from "./area-text";
import type { Book, BookSheet } from "./book";
import { lookOf, type CellLook } from "./cell-look";
import { readGrid } from "./read-grid";
import { elementsOf, firstElement } from "./xml-tree";

export type { CellLook } from "./cell-look";

/** A sheet as it is to be drawn, as plain data. */
export interface SheetView {
  readonly grid: SheetGrid;
  /** Width of each column of the grid, and of those after it where the file says, in CSS pixels; hidden ones too. */
  readonly columnWidths: readonly number[];
  /** Width of a column whose width the file does not say, in CSS pixels. */
  readonly defaultColumnWidth: number;
  /** Heights in CSS pixels of the rows for which the file says one; the others are as high as their text. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultRowHeight: number;
  /** The different looks; `lookOf` names one by its index, cells that are not in it are drawn plainly. */
  readonly looks: readonly CellLook[];
  readonly lookOf: ReadonlyMap<CellKey, number>;
  /** Rows and columns that stay in sight. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The area of a filter, header row first; null when there is none. */
  readonly filter: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number } | null;
}

/** Width of a digit in the default font, in pixels: what a column width of 1 is (ECMA-376 part 1, 18.3.1.13, with 11-point 宋体 or Calibri). */
const DIGIT = 7;
const PIXELS_PER_POINT = 96 / 72;

export function readView(book: Book, sheet: BookSheet): SheetView {
  const grid = readGrid(book, sheet);
  const before = (local: string) => sheet.xml.before.find((element) => element.local === local);
  const format = before("sheetFormatPr");
  const { widths: columnWidths, standard } = columnWidthsOf(sheet, grid.values[0]?.length ?? 0);
  const rowHeights = new Map(sheet.xml.rows.flatMap((row) => (row.attributes.has("ht") ? [[row.index, Math.round(Number(row.attributes.get("ht")) * PIXELS_PER_POINT)] as const] : [])));
  const pane = firstElement(firstElement(before("sheetViews"), "sheetView"), "pane");
  const frozen = pane?.attributes.get("state")?.startsWith("frozen") === true;
  const filter = sheet.xml.after.find((element) => element.local === "autoFilter");
  return {
    grid,
    columnWidths,
    defaultColumnWidth: standard,
    rowHeights,
    defaultRowHeight: Math.round(Number(format?.attributes.get("defaultRowHeight") ?? 15) * PIXELS_PER_POINT),
    ...looksOf(book, sheet),
    frozenRows: frozen ? Number(pane?.attributes.get("ySplit") ?? 0) : 0,
    frozenColumns: frozen ? Number(pane?.attributes.get("xSplit") ?? 0) : 0,
    filter: filter === undefined ? null : (areaOfText(filter.attributes.get("ref") ?? "") ?? null),
  };
}

/** The widths of a sheet's columns and of one whose width the file does not say, in CSS pixels; hidden ones too. */
export function columnWidthsOf(sheet: BookSheet, columns: number): { readonly widths: readonly number[]; readonly standard: number } {
  const before = (local: string) => sheet.xml.before.find((element) => element.local === local);
  const format = before("sheetFormatPr");
  const standard = Number(format?.attributes.get("defaultColWidth") ?? Number(format?.attributes.get("baseColWidth") ?? 8) + 0.71);
  const widths = Array<number>(columns).fill(pixels(standard));
  const cols = before("cols");
  for (const col of cols === undefined ? [] : elementsOf(cols, "col")) {
    const width = Number(col.attributes.get("width") ?? standard);
    const last = Math.min(Number(col.attributes.get("max")), Math.max(columns, 50));
    for (let column = Number(col.attributes.get("min")) - 1; column < last; column++) {
      while (widths.length < column) widths.push(pixels(standard));
      widths[column] = pixels(width);
    }
  }
  return { widths, standard: pixels(standard) };
}

function pixels(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

function looksOf(book: Book, sheet: BookSheet): Pick<SheetView, "looks" | "lookOf"> {
  const places = new Map<number, number>();
  const looks: CellLook[] = [];
  const of = new Map<CellKey, number>();
  for (const row of sheet.xml.rows) {
    for (const cell of row.cells) {
      if (cell.style === 0) continue;
      let place = places.get(cell.style);
      if (place === undefined) {
        place = looks.push(lookOf(book, cell.style)) - 1;
        places.set(cell.style, place);
      }
      of.set(cellKey(row.index, cell.column), place);
    }
  }
  return { looks, lookOf: of };
}
