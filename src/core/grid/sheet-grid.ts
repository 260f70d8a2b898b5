import { cellKey, type CellKey } from "./address";
import type { Beyond } from "./reach";

/** What a cell holds. Dates are Excel serial numbers on every host; an empty cell is null; an error is its text ("#REF!"). */
export type CellValue = string | number | boolean | null;

/** A cell comment, old-style note or threaded, as far as checking needs it. */
export interface CellComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A merged area; 0-based and inclusive, relative to the sheet. */
export interface MergeArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * One sheet as plain data, read at one moment. The same on every host, safe to hand to a worker.
 *
 * Rows and columns are 0-based and count from A1 of the sheet, also where the used range begins further down:
 * `values[r][c]` is the cell in sheet row r + 1. `values` and `texts` have the same rectangular shape.
 */
export interface SheetGrid {
  /** The sheet's name. */
  readonly sheet: string;
  /** The stored values; cells below the first of a merged area are null. */
  readonly values: readonly (readonly CellValue[])[];
  /** The text a person sees in each cell ("2026年6月30日" where the value is 46203). */
  readonly texts: readonly (readonly string[])[];
  /** Formulas with their leading "=", only for the cells that have one. */
  readonly formulas: ReadonlyMap<CellKey, string>;
  /** Number formats, only where not General. */
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  /** Cells whose value is an Excel error; the value is its text. */
  readonly errors: ReadonlyMap<CellKey, string>;
  readonly merges: readonly MergeArea[];
  /** Rows a person cannot see, whether hidden by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Those of `hiddenRows` that a filter hides; empty where the host cannot tell. */
  readonly filteredRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether the sheet is protected against change. */
  readonly isProtected: boolean;
  /** On a protected sheet, the cells that may be changed all the same. */
  readonly unlocked: ReadonlySet<CellKey>;
  readonly comments: readonly CellComment[];
  /** Content too far off to be in the grid; left out where all of the sheet was read. */
  readonly beyond?: Beyond;
}

/** A grid with only values; texts are the values as plain strings. For document tables and for tests. */
export function gridOfValues(sheet: string, values: readonly (readonly CellValue[])[], merges: readonly MergeArea[] = []): SheetGrid {
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = values.map((row) => (row.length === width ? row : [...row, ...Array<CellValue>(width - row.length).fill(null)]));
  return {
    sheet,
    values: rows,
    texts: rows.map((row) => row.map(textOfValue)),
    formulas: new Map(),
    numberFormats: new Map(),
    errors: new Map(),
    merges,
    hiddenRows: new Set(),
    filteredRows: new Set(),
    hiddenColumns: new Set(),
    isProtected: false,
    unlocked: new Set(),
    comments: [],
  };
}

/** A value as plain text: "" for an empty cell, TRUE / FALSE for booleans. */
export function textOfValue(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** The value at a place; null outside the grid. */
export function valueAt(grid: SheetGrid, row: number, column: number): CellValue {
  return grid.values[row]?.[column] ?? null;
}

/** The shown text at a place; "" outside the grid. */
export function textAt(grid: SheetGrid, row: number, column: number): string {
  return grid.texts[row]?.[column] ?? "";
}

/** The formula at a place with its "=", if there is one. */
export function formulaAt(grid: SheetGrid, row: number, column: number): string | undefined {
  return grid.formulas.get(cellKey(row, column));
}

/** Number of rows and columns of the grid, counted from A1. */
export function gridSize(grid: SheetGrid): { readonly rows: number; readonly columns: number } {
  return { rows: grid.values.length, columns: grid.values[0]?.length ?? 0 };
}
