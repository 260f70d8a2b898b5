import type { CellRef } from "../core/grid/address";
import { MOST_BLANK_ROWS } from "../core/grid/reach";
import type { MergeArea } from "../core/grid/sheet-grid";
import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { bytesOfText, mayBeTooLarge } from "./halves";
import type { SheetLayout } from "./read-sheet";
import type { RunExcel } from "./run-excel";

/** Rows of a sheet as Excel gave them. Tables are rows × columns of the block. */
export interface Block {
  readonly top: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly texts: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly unknown[])[];
  readonly hiddenRows: readonly boolean[];
  /** Only on a protected sheet. */
  readonly locked: readonly (readonly boolean[])[] | null;
  readonly merges: readonly MergeArea[];
  /** In the first block only, as the two below. */
  readonly hiddenColumns: readonly boolean[];
  readonly commentPlaces: readonly CellRef[];
}

/** Excel on the web refuses answers over 5 MB. */
const BLOCK_BYTES = 4_000_000;
/** Before anything is known: a cell of Chinese text with its shown text, formula and format. */
const FIRST_BYTES_PER_CELL = 200;
/** Excel reads at most five million cells at once, and beyond that may answer null without an error. */
const MOST_CELLS = 1_000_000;

/** The blocks of a sheet, and how many of their rows count: what stands too far below the rest does not. */
export interface BlocksRead {
  readonly blocks: readonly Block[];
  readonly rows: number;
}

/** Reads the rows of the layout, block by block, as far as there is something to read; the size of the next block follows from the last one. */
export async function readBlocks(run: RunExcel, layout: SheetLayout): Promise<Result<BlocksRead, HostFailure>> {
  return readFrom(0, rowsFor(FIRST_BYTES_PER_CELL * layout.columns, layout.columns), Infinity, [], layout.leastRows);

  /** `most`: the number of rows that has proved to be too many is never asked for again. `end`: the rows that count so far. */
  async function readFrom(top: number, rows: number, most: number, done: readonly Block[], end: number): Promise<Result<BlocksRead, HostFailure>> {
    if (top >= layout.rows || top - end >= MOST_BLANK_ROWS) return ok({ blocks: done, rows: layout.rows - 1 - end >= MOST_BLANK_ROWS ? end : layout.rows });
    const count = Math.min(rows, most, layout.rows - top);
    const block = await readBlock(run, layout, top, count);
    if (block.ok) return readFrom(top + count, rowsFor(bytesOf(block.value) / count, layout.columns), most, [...done, block.value], endAfter(block.value, end));
    if (count === 1 || !mayBeTooLarge(block.error)) return block;
    return readFrom(top, count, Math.ceil(count / 2), done, end);
  }
}

/** The rows that count once a block has been read. */
function endAfter({ top, values, formulas }: Block, before: number): number {
  let end = before;
  values.forEach((line, index) => {
    const row = top + index;
    if (row - end < MOST_BLANK_ROWS && line.some((value, column) => value !== "" || formulas[index]?.[column] !== "")) end = Math.max(end, row + 1);
  });
  return end;
}

function rowsFor(bytesPerRow: number, columns: number): number {
  return Math.max(1, Math.floor(Math.min(BLOCK_BYTES / Math.max(bytesPerRow, 1), MOST_CELLS / columns)));
}

async function readBlock(run: RunExcel, layout: SheetLayout, top: number, count: number): Promise<Result<Block, HostFailure>> {
  const isFirst = top === 0;
  const block = await run("read", async (context) => {
    const sheet = context.workbook.worksheets.getItem(layout.id);
    const range = sheet.getRangeByIndexes(top, 0, count, layout.columns).load("values,formulas,text,numberFormat");
    const merged = range.getMergedAreasOrNullObject();
    merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    const rowState = range.getRowProperties({ rowHidden: true });
    const columnState = isFirst ? range.getColumnProperties({ columnHidden: true }) : null;
    const cellState = layout.isProtected ? range.getCellProperties({ format: { protection: true } }) : null;
    const places = isFirst ? layout.comments.map(({ id }) => sheet.comments.getItem(id).getLocation().load("rowIndex,columnIndex")) : [];
    await context.sync();
    const tables = { values: range.values, formulas: range.formulas, texts: range.text, numberFormats: range.numberFormat };
    // Beyond its limits Excel may answer null and call it success.
    if (Object.values(tables as Record<string, unknown>).some((table) => table === null)) return null;
    return {
      top,
      ...tables,
      hiddenRows: rowState.value.map((row) => row.rowHidden === true),
      locked: cellState === null ? null : cellState.value.map((line) => line.map((cell) => cell.format?.protection?.locked !== false)),
      merges: merged.isNullObject ? [] : merged.areas.items.map((area): MergeArea => ({ top: area.rowIndex, left: area.columnIndex, bottom: area.rowIndex + area.rowCount - 1, right: area.columnIndex + area.columnCount - 1 })),
      hiddenColumns: columnState === null ? [] : columnState.value.map((column) => column.columnHidden === true),
      commentPlaces: places.map((place) => ({ row: place.rowIndex, column: place.columnIndex })),
    };
  });
  if (!block.ok) return block;
  return block.value === null ? err({ code: "too-large", detail: "null instead of a table" }) : ok(block.value);
}

/** About what the block took on the wire; a Chinese character may be escaped to six bytes. */
function bytesOf(block: Block): number {
  let bytes = 0;
  for (const table of [block.values, block.formulas, block.texts, block.numberFormats])
    for (const line of table)
      for (const cell of line) {
        if (typeof cell !== "string") bytes += 8;
        else bytes += bytesOfText(cell) + 3;
      }
  return bytes;
}
