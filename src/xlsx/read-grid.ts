import { cellKey, type CellKey } from "../core/grid/address";
import { reachOf } from "../core/grid/reach";
import type { CellValue, SheetGrid } from "../core/grid/sheet-grid";
import type { Area } from "../core/edits/edit";
import { areaOfText } from "./area-text";
import type { Book, BookSheet } from "./book";
import { valueOf } from "./cell-value";
import { commentsOf } from "./comments";
import { areasOf } from "./sheet-areas";
import { isProtected } from "./shift-parts";
import { formulasOf, shownFormula } from "./sheet-formulas";
import { inheritedStyle, type SheetRow } from "./sheet-xml";
import { shownText } from "./shown-text";
import { descendants, elementsOf, isOn, type XmlElement } from "./xml-tree";

/** A sheet as a grid: from A1 to the last row and column that hold a value or a formula, as far as `reachOf` says. */
export function readGrid(book: Book, sheet: BookSheet): SheetGrid {
  const formulas = new Map<CellKey, string>();
  for (const { row, cell, text } of formulasOf(sheet.xml)) if (text !== "") formulas.set(cellKey(row, cell.column), shownFormula(text));
  const { rows, columns, beyond } = reachOf(filledRows(book, sheet));
  const values = Array.from({ length: rows }, () => Array<CellValue>(columns).fill(null));
  const texts = Array.from({ length: rows }, () => Array<string>(columns).fill(""));
  const numberFormats = new Map<CellKey, string>();
  const errors = new Map<CellKey, string>();
  for (const row of sheet.xml.rows) {
    if (row.index >= rows) break;
    for (const cell of row.cells) {
      if (cell.column >= columns) break;
      const format = book.styles.numberFormat(cell.style);
      const key = cellKey(row.index, cell.column);
      if (format !== "General") numberFormats.set(key, format);
      const value = valueOf(book, cell);
      if (value === null) continue;
      values[row.index]![cell.column] = value;
      texts[row.index]![cell.column] = cell.type === "e" ? String(value) : shownText(value, format);
      if (cell.type === "e") errors.set(key, String(value));
    }
  }
  const guarded = isProtected(sheet);
  return {
    sheet: sheet.name,
    values,
    texts,
    formulas,
    numberFormats,
    errors,
    merges: [...areasOf(sheet).merges].sort((a, b) => a.top - b.top || a.left - b.left),
    ...hiddenOf(book, sheet),
    isProtected: guarded,
    unlocked: guarded ? unlockedOf(book, sheet, rows, columns) : new Set(),
    comments: commentsOf(book, sheet),
    ...(beyond && { beyond }),
  };
}

/** What a grid may hold, as much as Excel gives at once. */
const MOST_CELLS = 5_000_000;

/** Whether a sheet holds more than a grid of it could. */
export function isTooLarge(book: Book, sheet: BookSheet): boolean {
  const { rows, columns } = reachOf(filledRows(book, sheet));
  return rows * columns > MOST_CELLS;
}

function* filledRows(book: Book, sheet: BookSheet): Generator<{ readonly row: number; readonly lastColumn: number }> {
  for (const { index, cells } of sheet.xml.rows) {
    const last = cells.findLast((cell) => cell.formula !== null || valueOf(book, cell) !== null);
    if (last) yield { row: index, lastColumn: last.column };
  }
}

function hiddenOf(book: Book, sheet: BookSheet): Pick<SheetGrid, "hiddenRows" | "filteredRows" | "hiddenColumns"> {
  const hiddenRows = new Set(sheet.xml.rows.filter(isHidden).map(({ index }) => index));
  const filters = activeFilters(book, sheet);
  const filteredRows = new Set([...hiddenRows].filter((row) => filters.some((area) => row > area.top && row <= area.bottom)));
  const hiddenColumns = new Set<number>();
  const cols = sheet.xml.before.find((element) => element.local === "cols");
  for (const col of cols === undefined ? [] : elementsOf(cols, "col")) {
    if (!isOn(col, "hidden")) continue;
    for (let column = Number(col.attributes.get("min")) - 1; column < Number(col.attributes.get("max")); column++) hiddenColumns.add(column);
  }
  return { hiddenRows, filteredRows, hiddenColumns };
}

function isHidden(row: SheetRow): boolean {
  const { attributes } = row;
  return attributes.get("hidden") === "1" || attributes.get("hidden") === "true";
}

/** The areas of filters that hide something now: those of the sheet and of its tables. */
function activeFilters(book: Book, sheet: BookSheet): readonly Area[] {
  const filters: (XmlElement | undefined)[] = [
    sheet.xml.after.find((element) => element.local === "autoFilter"),
    ...book.partsOf(sheet, "table").map((path) => [...descendants(book.package_.tree(path)!)].find((element) => element.local === "autoFilter")),
  ];
  return filters.flatMap((filter) => (filter !== undefined && elementsOf(filter, "filterColumn").length > 0 ? (areaOfText(filter.attributes.get("ref") ?? "") ?? []) : []));
}

function unlockedOf(book: Book, sheet: BookSheet, rows: number, columns: number): Set<CellKey> {
  const unlocked = new Set<CellKey>();
  const known = new Map(sheet.xml.rows.map((row) => [row.index, row]));
  for (let index = 0; index < rows; index++) {
    const row = known.get(index);
    const styles = new Map(row?.cells.map((cell) => [cell.column, cell.style]));
    for (let column = 0; column < columns; column++) {
      if (!book.styles.isLocked(styles.get(column) ?? inheritedStyle(sheet.xml, row, column))) unlocked.add(cellKey(index, column));
    }
  }
  return unlocked;
}
