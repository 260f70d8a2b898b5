import type { CellValue, MergeArea, SheetGrid } from "../grid/sheet-grid";
import { gridOfValues } from "../grid/sheet-grid";
import { squeeze } from "../ledger/cell-text";
import { isNumberedHeading } from "../ledger/headings";
import type { DocumentBlock, TableBlock } from "./parent-document";

/** The tables of a document, or of one sheet of a workbook, as one grid; and the paragraphs around them. */
export interface DocumentGrid {
  /** "" for a document without sheets. */
  readonly sheet: string;
  readonly grid: SheetGrid;
  /** Paragraphs before the first table and after the last, in order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Lays the tables of a document under each other, so that one reader serves ledgers and documents: a table cut into
 * pieces is whole again, and what stands between two pieces (a heading, a page line) is a row across the whole width.
 * One grid for all tables of a document, one for each sheet of a workbook.
 */
export function documentGrids(blocks: readonly DocumentBlock[]): DocumentGrid[] {
  const sheets = [...new Set(blocks.flatMap((block) => (block.kind === "table" ? [block.sheet] : [])))];
  return sheets.map((sheet) => {
    const isOwn = (block: DocumentBlock): block is TableBlock => block.kind === "table" && block.sheet === sheet;
    const table = blocks.findIndex(isOwn);
    const first = headingsBefore(blocks, table);
    const last = blocks.findLastIndex(isOwn);
    const grid = stacked(sheet, blocks.slice(first, last + 1).filter((block) => block.kind === "paragraph" || block.sheet === sheet));
    return { sheet, grid, before: paragraphs(blocks.slice(0, first)), after: paragraphs(blocks.slice(last + 1)) };
  });
}

/** Where the grid begins: numbered headings right above a table head its rows, as those between two tables do. */
function headingsBefore(blocks: readonly DocumentBlock[], table: number): number {
  let first = table;
  for (let i = table - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block?.kind !== "paragraph" || (block.text.trim() !== "" && (!isNumberedHeading(squeeze(block.text)) || block.text.length > 60))) break;
    first = i;
  }
  return first;
}

function paragraphs(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" && block.text.trim() !== "" ? [block.text.trim()] : []));
}

function stacked(sheet: string, blocks: readonly DocumentBlock[]): SheetGrid {
  const width = Math.max(1, ...blocks.map((block) => (block.kind === "table" ? (block.values[0]?.length ?? 0) : 1)));
  const values: CellValue[][] = [];
  const texts: string[][] = [];
  const merges: MergeArea[] = [];
  for (const block of blocks) {
    const top = values.length;
    if (block.kind === "paragraph") {
      if (block.text.trim() === "") continue;
      values.push([block.text, ...Array<CellValue>(width - 1).fill(null)]);
      texts.push([block.text, ...Array<string>(width - 1).fill("")]);
      if (width > 1) merges.push({ top, left: 0, bottom: top, right: width - 1 });
      continue;
    }
    block.values.forEach((row, r) => {
      values.push(Array.from({ length: width }, (_, column) => row[column] ?? null));
      texts.push(Array.from({ length: width }, (_, column) => block.texts[r]?.[column] ?? ""));
    });
    for (const merge of block.merges) merges.push({ ...merge, top: merge.top + top, bottom: merge.bottom + top });
  }
  return { ...gridOfValues(sheet, values, merges), texts };
}
