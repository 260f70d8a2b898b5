import type { DocumentBlock } from "../../core/parent/parent-document";
import type { OpenedDocument } from "../document";
import { Refusal } from "../refuse";
import { tableOfTexts } from "../table-shape";
import { decodeText, looksLikeText } from "../bytes/decode-text";
import { delimiterOf, rowsOfDelimited } from "./delimited";
import { shownText } from "./tidy-text";

/** Reads a .csv or .txt: a table where the lines fall into columns, else paragraphs. Throws a Refusal. */
export function readText(bytes: Uint8Array): OpenedDocument {
  const decoded = decodeText(bytes);
  if (decoded === undefined || !looksLikeText(decoded.text)) throw new Refusal("unknown-format", "neither a known format nor text");
  const delimiter = delimiterOf(decoded.text);
  return { format: delimiter === undefined ? "text" : "csv", blocks: blocksOfText(decoded.text), notes: [] };
}

/** The blocks of a plain text. Inside a table, lines without a separator are rows with one cell, as titles above a table are. */
export function blocksOfText(text: string): DocumentBlock[] {
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) {
    return text
      .split(/\r\n|\r|\n|\f/u)
      .map(shownText)
      .filter((line) => line !== "")
      .map((line) => ({ kind: "paragraph", text: line, heading: false }));
  }
  const cells = rowsOfDelimited(text, delimiter).flatMap((row, at) => row.map((cell, column) => ({ row: at, column, rowSpan: 1, columnSpan: 1, text: shownText(cell) })));
  const table = tableOfTexts(cells);
  return table === undefined ? [] : [table];
}
