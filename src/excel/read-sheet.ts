import { cellKey, type CellKey } from "../core/grid/address";
import { beyondOf, MOST_COLUMNS } from "../core/grid/reach";
import type { CellComment, CellValue, MergeArea, SheetGrid } from "../core/grid/sheet-grid";
import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { readBlocks, type Block } from "./read-blocks";
import type { RunExcel } from "./run-excel";
import { cellValue } from "./text-guard";

/** What must be known before the cells are read. */
export interface SheetLayout {
  readonly id: string;
  readonly name: string;
  /** Rows and columns from A1 to the last one in use, or to be read; 0 for an empty sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Rows that count whatever is in them: edits name them. */
  readonly leastRows: number;
  /** The last column in use. */
  readonly lastColumn: number;
  /** Columns to the last one with a value, a look or a merge. */
  readonly paintedColumns: number;
  readonly isProtected: boolean;
  /** The rows below a filter's header while it hides something; null otherwise. */
  readonly filtered: { readonly first: number; readonly last: number } | null;
  readonly comments: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Reads a sheet in two round trips, and one more for every further block: the layout first, then the cells from A1.
 * Old-style notes cannot be read with the office.js we ship; comments can.
 */
export async function readSheet(run: RunExcel, name?: string): Promise<Result<SheetGrid, HostFailure>> {
  const layout = await readLayout(run, name);
  return layout.ok ? readGrid(run, layout.value) : layout;
}

/** Columns that only have looks are read along for edits of whole rows, up to so many: some sheets are painted to their end. */
const PAINTED_COLUMNS = 64;

/** Reads a sheet with at least so many rows and columns of it, and with columns that only have looks or merges. */
export async function readSheetAndMore(run: RunExcel, name: string, least: { readonly rows: number; readonly columns: number }): Promise<Result<SheetGrid, HostFailure>> {
  const read = await readLayout(run, name);
  if (!read.ok) return read;
  const { rows, columns, paintedColumns } = read.value;
  return readGrid(run, { ...read.value, rows: Math.max(rows, least.rows), leastRows: least.rows, columns: Math.max(columns, least.columns, Math.min(paintedColumns, columns + PAINTED_COLUMNS)) });
}

async function readGrid(run: RunExcel, layout: SheetLayout): Promise<Result<SheetGrid, HostFailure>> {
  if (layout.rows === 0 || layout.columns === 0) return ok(emptyGrid(layout));
  const blocks = await readBlocks(run, layout);
  if (!blocks.ok) return blocks;
  const { rows } = blocks.value;
  const beyond = beyondOf({ row: layout.rows > rows ? layout.rows - 1 : null, column: layout.lastColumn >= layout.columns ? layout.lastColumn : null });
  return ok({ ...gridOf({ ...layout, rows }, blocks.value.blocks), ...(beyond && { beyond }) });
}

/** What of a sheet is known before its cells are read. One round trip. */
export async function readLayout(run: RunExcel, name: string | undefined): Promise<Result<SheetLayout, HostFailure>> {
  const layout = await run("read", async (context) => {
    const sheets = context.workbook.worksheets;
    const sheet = name === undefined ? sheets.getActiveWorksheet() : sheets.getItemOrNullObject(name);
    sheet.load("id,name");
    const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,columnIndex,columnCount");
    const painted = sheet.getUsedRangeOrNullObject(false).load("columnIndex,columnCount");
    const { protection, autoFilter, comments } = sheet;
    protection.load("protected");
    autoFilter.load("isDataFiltered");
    const filter = autoFilter.getRangeOrNullObject().load("rowIndex,rowCount");
    comments.load("items/id,items/content");
    await context.sync();
    if (sheet.isNullObject) return null;
    return {
      id: sheet.id,
      name: sheet.name,
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      leastRows: 0,
      columns: used.isNullObject ? 0 : Math.min(used.columnIndex + used.columnCount, MOST_COLUMNS),
      lastColumn: used.isNullObject ? -1 : used.columnIndex + used.columnCount - 1,
      paintedColumns: painted.isNullObject ? 0 : painted.columnIndex + painted.columnCount,
      isProtected: protection.protected,
      filtered: filter.isNullObject || !autoFilter.isDataFiltered ? null : { first: filter.rowIndex + 1, last: filter.rowIndex + filter.rowCount - 1 },
      comments: comments.items.map(({ id, content }) => ({ id, text: content })),
    };
  });
  if (!layout.ok) return layout;
  return layout.value === null ? err({ code: "sheet-missing", detail: "worksheet is a null object" }) : ok(layout.value);
}

function emptyGrid(layout: SheetLayout): SheetGrid {
  return { sheet: layout.name, values: [], texts: [], formulas: new Map(), numberFormats: new Map(), errors: new Map(), merges: [], hiddenRows: new Set(), filteredRows: new Set(), hiddenColumns: new Set(), isProtected: layout.isProtected, unlocked: new Set(), comments: [] };
}

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!)$/u;

function gridOf(layout: SheetLayout, blocks: readonly Block[]): SheetGrid {
  const values: CellValue[][] = [];
  const texts: (readonly string[])[] = [];
  const formulas = new Map<CellKey, string>();
  const numberFormats = new Map<CellKey, string>();
  const errors = new Map<CellKey, string>();
  const unlocked = new Set<CellKey>();
  const hiddenRows = new Set<number>();
  for (const block of blocks) {
    block.values.slice(0, Math.max(0, layout.rows - block.top)).forEach((line, index) => {
      const row = block.top + index;
      if (block.hiddenRows[index] === true) hiddenRows.add(row);
      values.push(line.map(cellValue));
      texts.push(block.texts[index] ?? []);
      line.forEach((given, column) => {
        const value = cellValue(given);
        const key = cellKey(row, column);
        const formula = block.formulas[index]?.[column];
        const format = block.numberFormats[index]?.[column];
        // The text "=1+2" comes back as its own formula; a real formula never has itself for a value.
        if (typeof formula === "string" && formula.startsWith("=") && formula !== given) formulas.set(key, formula);
        if (typeof format === "string" && format !== "General") numberFormats.set(key, format);
        if (typeof value === "string" && ERROR.test(value)) errors.set(key, value);
        if (block.locked?.[index]?.[column] === false) unlocked.add(key);
      });
    });
  }
  const [first] = blocks;
  const { filtered } = layout;
  return {
    sheet: layout.name,
    values,
    texts,
    formulas,
    numberFormats,
    errors,
    merges: mergesInOrder(blocks.flatMap((block) => block.merges)),
    hiddenRows,
    filteredRows: new Set([...hiddenRows].filter((row) => filtered !== null && row >= filtered.first && row <= filtered.last)),
    hiddenColumns: new Set(first?.hiddenColumns.flatMap((hidden, column) => (hidden ? [column] : [])) ?? []),
    isProtected: layout.isProtected,
    unlocked,
    comments: commentsOf(layout, first),
  };
}

function commentsOf(layout: SheetLayout, first: Block | undefined): readonly CellComment[] {
  return layout.comments.flatMap(({ text }, index) => {
    const place = first?.commentPlaces[index];
    return place === undefined ? [] : [{ row: place.row, column: place.column, text }];
  });
}

/** Each area once (blocks may both know it), by its first cell. */
function mergesInOrder(merges: readonly MergeArea[]): readonly MergeArea[] {
  const byPlace = new Map(merges.map((merge) => [cellKey(merge.top, merge.left), merge]));
  return [...byPlace].sort(([a], [b]) => a - b).map(([, merge]) => merge);
}
