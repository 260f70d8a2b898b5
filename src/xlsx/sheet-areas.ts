import type { Area } from "../core/edits/edit";
import { areaOfText, holds } from "./area-text";
import type { BookSheet } from "./book";
import { mergeElements } from "./sheet-xml";

/**
 * Merges, and the areas of array formulas and data tables (only their first cell says so, but no cell of them may be
 * written), read once and kept until `forgetAreas`.
 */
export function areasOf(sheet: BookSheet): { readonly merges: readonly Area[]; readonly arrays: readonly Area[] } {
  return (sheet.areas ??= { merges: mergeElements(sheet.xml).flatMap((element) => areaOfText(element.attributes.get("ref") ?? "") ?? []), arrays: arrayAreas(sheet) });
}

/** To be called when merges have changed or cells have moved. */
export function forgetAreas(sheet: BookSheet): void {
  sheet.areas = null;
}

function arrayAreas(sheet: BookSheet): Area[] {
  return sheet.xml.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const kind = cell.formula?.attributes.get("t");
      return kind === "array" || kind === "dataTable" ? (areaOfText(cell.formula?.attributes.get("ref") ?? "") ?? []) : [];
    }),
  );
}

/** Whether a merge hides the cell: it belongs to one and is not its first. */
export function isCovered(merges: readonly Area[], row: number, column: number): boolean {
  return merges.some((area) => holds(area, row, column) && (area.top !== row || area.left !== column));
}
