import { limits } from "../limits";
import { Refusal } from "../refuse";
import { streamXml } from "../bytes/xml";

const LAST_COLUMN = 16_384;

/**
 * Looks through a sheet part of an .xlsx before the library does: a column range beyond the sheet would make it count for
 * hours. Throws a Refusal.
 */
export function checkSheetPart(part: Uint8Array): void {
  const text = new TextDecoder().decode(part);
  for (const [column] of text.matchAll(/<(?:\w+:)?col\s[^<>]*>/gu)) {
    for (const [, value] of column.matchAll(/\b(?:min|max)\s*=\s*["']([^"']*)["']/gu)) {
      if (!(Number(value) >= 1 && Number(value) <= LAST_COLUMN)) throw new Refusal("damaged", "column range beyond the sheet");
    }
  }
}

/**
 * Looks through the content of an .ods: rows and cells say how often they repeat, and filled ones are written out that
 * often. Throws a Refusal: too-large, damaged.
 */
export function checkOpenDocumentContent(part: Uint8Array): void {
  let rowRepeats = 1;
  let cellRepeats = 1;
  let filled = false;
  let cells = 0;
  streamXml(part, {
    open(name, attributes) {
      if (name === "other:table-row") rowRepeats = repeats(attributes.get("number-rows-repeated"), 1_048_576);
      else if (name === "other:table-cell" || name === "other:covered-table-cell") {
        cellRepeats = repeats(attributes.get("number-columns-repeated"), LAST_COLUMN);
        filled = attributes.has("value-type") || attributes.has("formula");
      } else if (name === "other:p") filled = true;
      else if (name === "other:table-column") repeats(attributes.get("number-columns-repeated"), LAST_COLUMN);
    },
    text: () => undefined,
    close(name) {
      if (name !== "other:table-cell" && name !== "other:covered-table-cell") return;
      if (filled) cells += rowRepeats * cellRepeats;
      if (cells > limits.cells) throw new Refusal("too-large", "more cells than we read");
      filled = false;
    },
  });
}

function repeats(value: string | undefined, most: number): number {
  const count = Number(value ?? "1");
  if (!(count >= 0 && count <= most)) throw new Refusal("damaged", "repeats beyond the sheet");
  return Math.max(1, count);
}
