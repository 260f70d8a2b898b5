import type { CellValue } from "../core/grid/sheet-grid";

/** A copied table as rows of texts: tabs between cells, quotes around cells that hold breaks, as spreadsheets write it. */
export function tableOfText(text: string): string[][] {
  const source = text.replace(/\r\n/gu, "\n").replace(/\n$/u, "");
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=\t|\n|$)/u.exec(source.slice(at));
    const end = quoted === null ? endOfCell(source, at) : at + quoted[0].length;
    rows.at(-1)!.push(quoted === null ? source.slice(at, end) : quoted[1]!.replaceAll('""', '"'));
    if (end >= source.length) return rows;
    if (source[end] === "\n") rows.push([]);
    at = end + 1;
  }
}

function endOfCell(source: string, from: number): number {
  const length = source.slice(from).search(/[\t\n]/u);
  return length < 0 ? source.length : from + length;
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
