import { ok, type Result } from "../core/result";
import type { CellSizes, HostFailure, TextLook } from "../core/workbook";
import { readLayout } from "./read-sheet";
import type { RunExcel } from "./run-excel";

/** Cells asked for at once: their looks take some hundred bytes each, and Excel on the web refuses answers over 5 MB. */
const CELLS_AT_ONCE = 20_000;
/** Points of text where Excel says nothing. */
const STANDARD_SIZE = 11;

/** Rows as Excel measures them. */
interface Block {
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  readonly looks: readonly (readonly TextLook[])[];
}

/**
 * How much room the cells of a sheet have: one round trip for its extent and one for every 20,000 cells. Excel does not say
 * which rows grow with their text, only how high they are.
 */
export async function readSizes(run: RunExcel, name: string): Promise<Result<CellSizes, HostFailure>> {
  const layout = await readLayout(run, name);
  if (!layout.ok) return layout;
  const { id, rows, columns } = layout.value;
  const step = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns)));
  const blocks = await readFrom(0, []);
  return blocks.ok ? ok(sizesOf(blocks.value)) : blocks;

  async function readFrom(top: number, done: readonly Block[]): Promise<Result<readonly Block[], HostFailure>> {
    if (top >= rows || columns === 0) return ok(done);
    const block = await readBlock(run, id, top, Math.min(step, rows - top), columns);
    return block.ok ? readFrom(top + step, [...done, block.value]) : block;
  }
}

function readBlock(run: RunExcel, id: string, top: number, rows: number, columns: number): Promise<Result<Block, HostFailure>> {
  return run("read", async (context) => {
    const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(top, 0, rows, columns);
    const lines = range.getRowProperties({ format: { rowHeight: true } });
    const widths = range.getColumnProperties({ format: { columnWidth: true } });
    const cells = range.getCellProperties({ format: { font: { size: true }, wrapText: true, shrinkToFit: true } });
    await context.sync();
    return {
      heights: lines.value.map(({ format }) => format?.rowHeight ?? 0),
      widths: widths.value.map(({ format }) => format?.columnWidth ?? 0),
      looks: cells.value.map((line) => line.map(({ format }): TextLook => ({ fontSize: format?.font?.size ?? STANDARD_SIZE, wraps: format?.wrapText === true, shrinks: format?.shrinkToFit === true }))),
    };
  });
}

function sizesOf(blocks: readonly Block[]): CellSizes {
  const looks: TextLook[] = [];
  const places = new Map<string, number>();
  const placeOf = (look: TextLook): number => {
    const key = `${look.fontSize}|${look.wraps}|${look.shrinks}`;
    const known = places.get(key) ?? looks.length;
    if (known === looks.length) looks.push(look);
    places.set(key, known);
    return known;
  };
  const lookOf = blocks.flatMap((block) => block.looks.map((line) => line.map(placeOf)));
  return { columnWidths: blocks[0]?.widths ?? [], rowHeights: blocks.flatMap(({ heights }) => heights), growing: [], looks, lookOf };
}
