import type { MergeArea } from "../core/grid/sheet-grid";
import type { DocumentBlock, TableBlock } from "../core/parent/parent-document";
import { limits } from "./limits";
import { Refusal } from "./refuse";

/** A cell as a reader finds it: where it lies in the grid of its table, and what stands in it. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly blocks: readonly DocumentBlock[];
}

/**
 * The blocks that a table of cells amounts to: itself, or, where it only serves the layout of a page (a table around
 * the real table, as web pages have it), what stands in its cells one after the other. Tables inside a cell of a real
 * table become text of that cell. Throws a Refusal when the table is larger than we read.
 */
export function blocksOfTable(cells: readonly PlacedCell[]): DocumentBlock[] {
  if (cells.length === 0) return [];
  if (isLayout(cells)) return cells.flatMap((cell) => cell.blocks);
  const table = tableOfTexts(cells.map((cell) => ({ ...cell, text: textOfBlocks(cell.blocks) })));
  return table === undefined ? [] : [table];
}

/** A cell with its text. */
export interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/**
 * A rectangular table block of cells. Where two cells claim one place the earlier keeps it. Rows and columns without any
 * text at the right and lower edge are left off. Undefined for a table without any text.
 */
export function tableOfTexts(cells: readonly TextCell[], sheet = ""): TableBlock | undefined {
  let height = 0;
  let width = 0;
  for (const cell of cells) {
    if (cell.text.trim() === "") continue;
    height = Math.max(height, cell.row + cell.rowSpan);
    width = Math.max(width, cell.column + cell.columnSpan);
  }
  if (height === 0) return undefined;
  if (height * width > limits.cells) throw new Refusal("too-large", `table of ${height} × ${width} cells`);
  const values = Array.from({ length: height }, () => Array<string | null>(width).fill(null));
  const taken = new Uint8Array(height * width);
  const merges: MergeArea[] = [];
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    if (row >= height || column >= width || taken[row * width + column] === 1) continue;
    const area = freeArea(taken, width, { top: row, left: column, bottom: Math.min(row + rowSpan, height) - 1, right: Math.min(column + columnSpan, width) - 1 });
    for (let r = area.top; r <= area.bottom; r++) taken.fill(1, r * width + area.left, r * width + area.right + 1);
    if (area.bottom > area.top || area.right > area.left) merges.push(area);
    if (text.trim() !== "") values[row]![column] = text;
  }
  return { kind: "table", sheet, values, texts: values.map((line) => line.map((text) => text ?? "")), merges };
}

/** The part of the area that no earlier cell has taken: cut at the first taken column, then at the first row that is not free. */
function freeArea(taken: Uint8Array, width: number, area: MergeArea): MergeArea {
  let right = area.left;
  while (right < area.right && taken[area.top * width + right + 1] === 0) right++;
  let bottom = area.top;
  while (bottom < area.bottom && taken.subarray((bottom + 1) * width + area.left, (bottom + 1) * width + right + 1).every((mark) => mark === 0)) bottom++;
  return { top: area.top, left: area.left, bottom, right };
}

/** The text of what stands in a cell: paragraphs on lines of their own, an inner table row by row. */
export function textOfBlocks(blocks: readonly DocumentBlock[]): string {
  return blocks
    .map((block) => (block.kind === "paragraph" ? block.text : block.texts.map((row) => row.filter((text) => text !== "").join(" ")).join("\n")))
    .filter((text, index, all) => text !== "" || (index > 0 && index < all.length - 1))
    .join("\n")
    .trim();
}

/** A layout table has tables in its cells, and hardly a row in which two cells hold text of their own beside them. */
function isLayout(cells: readonly PlacedCell[]): boolean {
  if (!cells.some((cell) => cell.blocks.some((block) => block.kind === "table"))) return false;
  const written = new Map<number, number>();
  for (const { row, blocks } of cells) {
    if (blocks.some((block) => block.kind === "paragraph" && block.text.trim() !== "")) written.set(row, (written.get(row) ?? 0) + 1);
  }
  return [...written.values()].filter((count) => count > 1).length < 2;
}
