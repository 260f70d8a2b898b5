import type { MergeArea, CellValue } from "../core/grid/sheet-grid";
import type { RowsSnapshot } from "../core/edits/edit";

/** Looks of cells as getCellProperties gives them. */
export type Looks = readonly (readonly Excel.SettableCellProperties[])[];

/** Deleted rows as they were. Everything counts from column A; JSON-safe. */
export interface ExcelRows {
  readonly values: readonly (readonly CellValue[])[];
  /** "" where there is none. */
  readonly formulas: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly looks: Looks;
  /** In points; null for the standard height. */
  readonly heights: readonly (number | null)[];
  readonly hidden: readonly boolean[];
  /** Every merge that met the rows, at its old place. */
  readonly merges: readonly MergeArea[];
}

/** All that is asked of a cell's looks. */
export const LOOKS: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    font: { name: true, size: true, color: true, bold: true, italic: true, underline: true, strikethrough: true },
    borders: { style: true, color: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
    protection: true,
  },
};

/** The looks in a form that can be set on cells without any: no fill where there was none, no lines where there were none. */
export function settableLooks(cells: readonly (readonly Excel.CellProperties[])[]): Looks {
  return cells.map((line) =>
    line.map(({ format = {} }) => {
      const { fill, borders, ...rest } = format;
      // Excel calls the colour of an unfilled cell white; setting it would paint the cell.
      const color = fill?.color ?? "";
      const isFilled = color !== "" && color.toUpperCase() !== "#FFFFFF";
      const lines = Object.entries(borders ?? {}).filter(([, border]) => (border as Excel.CellBorder | undefined)?.style !== "None");
      return { format: { ...rest, ...(isFilled ? { fill: { color } } : {}), ...(lines.length > 0 ? { borders: Object.fromEntries(lines) } : {}) } };
    }),
  );
}

/** The rows in a snapshot, when it is one of ours; null otherwise (one of a file: its values still serve). */
export function rowsOfSnapshot(snapshot: RowsSnapshot | undefined): ExcelRows | null {
  if (snapshot?.host !== "excel" || typeof snapshot.data !== "object" || snapshot.data === null) return null;
  const names: readonly (keyof ExcelRows)[] = ["values", "formulas", "numberFormats", "looks", "heights", "hidden", "merges"];
  const data = snapshot.data as Partial<Record<keyof ExcelRows, unknown>>;
  return names.every((name) => Array.isArray(data[name])) ? (snapshot.data as ExcelRows) : null;
}
