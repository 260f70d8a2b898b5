import { gridOfValues, type SheetGrid } from "../../core/grid/sheet-grid";
import type { DocumentBlock, TableBlock } from "../../core/parent/parent-document";
import type { DocumentNote, OpenedDocument } from "../document";
import type { ReadSheets } from "./read-sheets";

/** A workbook read as a document: each sheet that a person can see is one table, titles above the header included. */
export function documentOfSheets(read: ReadSheets): OpenedDocument {
  const seen = read.sheets.filter((grid, at) => !read.hidden.has(at) && grid.values.length > 0);
  const notes: DocumentNote[] = [];
  if (read.macros) notes.push("macros-ignored");
  if (read.sheets.some((grid, at) => read.hidden.has(at) && grid.values.length > 0)) notes.push("hidden-text-left-out");
  if (seen.length > 1) notes.push("several-sheets");
  return { format: read.format, blocks: seen.map((grid): TableBlock => ({ kind: "table", sheet: grid.sheet, values: grid.values, texts: grid.texts, merges: grid.merges })), notes };
}

/** Paragraphs kept above and below a table: its title, unit and date lines, and the notes under it. A longer text is no title. */
const LINES_AROUND = 8;

/**
 * The tables of a document as sheets, for ledgers that arrive as .docx, .html or .csv: the lines right above a table
 * stand above it as merged rows, those below the last one under it. Named 表1, 表2…
 */
export function gridsOfBlocks(blocks: readonly DocumentBlock[]): SheetGrid[] {
  const grids: SheetGrid[] = [];
  const tables = blocks.flatMap((block, at) => (block.kind === "table" ? [at] : []));
  tables.forEach((at, index) => {
    const table = blocks[at];
    if (table?.kind !== "table") return;
    const above = textsBetween(blocks, (tables[index - 1] ?? -1) + 1, at).slice(-LINES_AROUND);
    const below = index === tables.length - 1 ? textsBetween(blocks, at + 1, blocks.length).slice(0, LINES_AROUND) : [];
    grids.push(gridWithLines(`表${index + 1}`, table, above, below));
  });
  return grids;
}

function textsBetween(blocks: readonly DocumentBlock[], from: number, to: number): string[] {
  return blocks.slice(from, to).flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []));
}

function gridWithLines(name: string, table: TableBlock, above: readonly string[], below: readonly string[]): SheetGrid {
  const width = table.values[0]?.length ?? 1;
  const line = (text: string) => [text, ...Array<null>(width - 1).fill(null)];
  const across = (row: number) => ({ top: row, left: 0, bottom: row, right: width - 1 });
  const lastRows = above.length + table.values.length;
  const merges = [
    ...(width > 1 ? above.map((_, row) => across(row)) : []),
    ...table.merges.map((merge) => ({ ...merge, top: merge.top + above.length, bottom: merge.bottom + above.length })),
    ...(width > 1 ? below.map((_, row) => across(lastRows + row)) : []),
  ];
  return gridOfValues(name, [...above.map(line), ...table.values, ...below.map(line)], merges);
}
