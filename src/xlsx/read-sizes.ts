import type { CellSizes, TextLook } from "../core/workbook";
import type { Book, BookSheet } from "./book";
import { readGrid } from "./read-grid";
import { columnWidthsOf } from "./read-view";
import { elementsOf, firstElement, isOn } from "./xml-tree";

const POINTS_PER_PIXEL = 72 / 96;

/** How much room the cells of a sheet have, as the file states it; rows without `customHeight` grow with their text. */
export function readSizes(book: Book, sheet: BookSheet): CellSizes {
  const { values } = readGrid(book, sheet);
  const columns = values[0]?.length ?? 0;
  const { widths, standard } = columnWidthsOf(sheet, columns);
  const format = sheet.xml.before.find((element) => element.local === "sheetFormatPr");
  const allFixed = isOn(format, "customHeight");
  const standardHeight = allFixed ? Number(format?.attributes.get("defaultRowHeight") ?? 15) : null;
  const rowHeights = Array<number | null>(values.length).fill(standardHeight);
  const growing = new Set(allFixed ? [] : rowHeights.keys());
  const lookOf = values.map(() => Array<number>(columns).fill(0));
  const looks: TextLook[] = [textLook(book, 0)];
  const placeOf = new Map([[0, 0]]);
  for (const row of sheet.xml.rows) {
    if (row.index >= values.length) continue;
    const height = row.attributes.get("ht");
    if (height !== undefined) rowHeights[row.index] = Number(height);
    if (isFixed(row.attributes)) growing.delete(row.index);
    for (const { column, style } of row.cells) {
      if (column >= columns) continue;
      let place = placeOf.get(style);
      if (place === undefined) {
        place = looks.push(textLook(book, style)) - 1;
        placeOf.set(style, place);
      }
      lookOf[row.index]![column] = place;
    }
  }
  return { columnWidths: Array.from({ length: columns }, (_, column) => (widths[column] ?? standard) * POINTS_PER_PIXEL), rowHeights, growing: [...growing], looks, lookOf };
}

function isFixed(attributes: ReadonlyMap<string, string>): boolean {
  const custom = attributes.get("customHeight");
  return attributes.has("ht") && (custom === "1" || custom === "true");
}

function textLook(book: Book, style: number): TextLook {
  const format = book.styles.format(style);
  const font = elementsOf(book.styles.list("fonts"))[Number(format?.attributes.get("fontId") ?? 0)];
  const alignment = firstElement(format, "alignment");
  const spreads = ["horizontal", "vertical"].some((side) => /^(?:justify|distributed)$/u.test(alignment?.attributes.get(side) ?? ""));
  return {
    fontSize: Number(firstElement(font, "sz")?.attributes.get("val") ?? 11),
    wraps: isOn(alignment, "wrapText") || spreads,
    shrinks: isOn(alignment, "shrinkToFit"),
  };
}
