import type { CellValue } from "../core/grid/sheet-grid";

/** A copied table as rows of texts: tabs between cells, quotes around cells that hold breaks, as spreadsheets write it. */
export function tableOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gu;
  for (const [whole, quoted, plain, separator] of text.replace(/\r?\n$/u, "").matchAll(pattern)) {
    if (whole === "" && rows.at(-1)!.length > 0) break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (separator === "") break;
    if (separator !== "\t") rows.push([]);
  }
  return rows;
}

/** Rows of texts as a spreadsheet copies them. */
export function textOfTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((text) => (/[\t\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t")).join("\n");
}

/** What typing a text into a cell gives: nothing, a number, or the text. Leading zeros and long digits stay text; nothing becomes a formula. */
export function valueOfTyped(text: string): CellValue {
  if (text === "") return null;
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u.test(text) ? Number(text) : text;
}
