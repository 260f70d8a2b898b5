import { limits } from "../limits";
import { Refusal } from "../refuse";

/** Signs that separate cells, in the order of preference where several would do. */
const delimiters = ["\t", ",", ";", "|"] as const;

/** The sign that separates the cells of a text, judged by its first lines; undefined when it is no table. */
export function delimiterOf(text: string): string | undefined {
  const head = text.slice(0, 50_000);
  for (const delimiter of delimiters) {
    if (!head.includes(delimiter)) continue;
    const widths = rowsOfDelimited(head, delimiter).filter((row) => row.some((cell) => cell.trim() !== "")).map((row) => row.length);
    const wide = widths.filter((width) => width > 1).length;
    // A comma in a sentence is no separator: most lines must fall into columns, and mostly into equally many.
    const usual = mostFrequent(widths.filter((width) => width > 1));
    const even = widths.filter((width) => width === usual).length;
    if (delimiter === "\t" ? wide >= 1 && wide * 2 >= widths.length : wide >= 2 && even * 3 >= widths.length * 2) return delimiter;
  }
  return undefined;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The cells of a delimited text (RFC 4180): quotes guard separators, line ends and doubled quotes. Throws a Refusal beyond the limit. */
export function rowsOfDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  const endOfCell = (cell: string): void => {
    row.push(cell);
    if (++cells > limits.cells) throw new Refusal("too-large", "more cells than we read");
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const { cell, end } = quotedCell(text, at, delimiter);
      endOfCell(cell);
      at = end;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
      endOfCell(text.slice(at, end));
      at = end;
    }
    if (text[at] === delimiter) {
      at++;
      if (at === text.length || text[at] === "\n" || text[at] === "\r") endOfCell("");
      if (at < text.length && text[at] !== "\n" && text[at] !== "\r") continue;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function quotedCell(text: string, start: number, delimiter: string): { readonly cell: string; readonly end: number } {
  let cell = "";
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) break;
    cell += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') {
      // Signs after the closing quote belong to the cell all the same.
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
      return { cell: cell + text.slice(at, end), end };
    }
    cell += '"';
    at++;
  }
  // Never closed: the quote was a sign of the text, and the cell ends with its line.
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
  return { cell: text.slice(start, end), end };
}
