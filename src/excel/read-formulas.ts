import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { mayBeTooLarge } from "./read-blocks";
import type { RunExcel } from "./run-excel";

/** A formula of the workbook with its sheet; "" for the formula of a name. */
export interface PlacedFormula {
  readonly sheet: string;
  readonly formula: string;
}

/** Cells of one request where the sheets are too large to be read at once. */
const CELLS_PER_BLOCK = 50_000;
/** Workbooks of more cells are not searched. */
const MOST_CELLS = 2_000_000;

/**
 * The formulas of the sheets and of the workbook's names: one round trip, and more only where Excel cannot answer at once.
 * null where the sheets are too large to be searched: what they refer to is then not known.
 */
export async function readFormulas(run: RunExcel, sheets: readonly string[]): Promise<Result<readonly PlacedFormula[] | null, HostFailure>> {
  if (sheets.length === 0) return ok([]);
  const read = await run("read", async (context) => {
    const used = sheets.map((sheet) => ({ sheet, range: context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load("formulas") }));
    const names = context.workbook.names.load("items/formula");
    await context.sync();
    const tables = used.filter(({ range }) => !range.isNullObject).map(({ sheet, range }) => ({ sheet, formulas: range.formulas as Table | null }));
    const named = names.items.map((name): PlacedFormula => ({ sheet: "", formula: String(name.formula) }));
    return tables.some(({ formulas }) => formulas === null) ? null : [...tables.flatMap(({ sheet, formulas }) => formulasIn(sheet, formulas!)), ...named];
  });
  if (read.ok ? read.value !== null : !mayBeTooLarge(read.error)) return read;
  return readInBlocks(run, sheets);
}

type Table = readonly (readonly unknown[])[];

function formulasIn(sheet: string, table: Table): PlacedFormula[] {
  return table.flat().flatMap((formula) => (typeof formula === "string" && formula.startsWith("=") ? [{ sheet, formula }] : []));
}

interface SheetBlock {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

async function readInBlocks(run: RunExcel, sheets: readonly string[]): Promise<Result<readonly PlacedFormula[] | null, HostFailure>> {
  const layout = await run("read", async (context) => {
    const used = sheets.map((sheet) => ({ sheet, range: context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount") }));
    const names = context.workbook.names.load("items/formula");
    await context.sync();
    return {
      areas: used.filter(({ range }) => !range.isNullObject).map(({ sheet, range }): SheetBlock => ({ sheet, top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount })),
      names: names.items.map((name): PlacedFormula => ({ sheet: "", formula: String(name.formula) })),
    };
  });
  if (!layout.ok) return layout;
  const { areas, names } = layout.value;
  if (areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) > MOST_CELLS) return ok(null);
  const found: PlacedFormula[] = [...names];
  for (const area of areas) {
    const rows = Math.max(1, Math.floor(CELLS_PER_BLOCK / area.columns));
    for (let at = 0; at < area.rows; at += rows) {
      const block = await readBlock(run, { ...area, top: area.top + at, rows: Math.min(rows, area.rows - at) });
      if (!block.ok) return block;
      for (const one of block.value) found.push(one);
    }
  }
  return ok(found);
}

/** One block, in halves where it is still too large. */
async function readBlock(run: RunExcel, block: SheetBlock): Promise<Result<readonly PlacedFormula[], HostFailure>> {
  const { sheet, top, left, rows, columns } = block;
  const read = await run("read", async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, left, rows, columns).load("formulas");
    await context.sync();
    return range.formulas as Table | null;
  });
  if (read.ok && read.value !== null) return ok(formulasIn(sheet, read.value));
  const failure: HostFailure = read.ok ? { code: "too-large", detail: "null instead of a table" } : read.error;
  if (rows === 1 || !mayBeTooLarge(failure)) return err(failure);
  const half = Math.ceil(rows / 2);
  const first = await readBlock(run, { ...block, rows: half });
  if (!first.ok) return first;
  const second = await readBlock(run, { ...block, top: top + half, rows: rows - half });
  return second.ok ? ok([...first.value, ...second.value]) : second;
}
