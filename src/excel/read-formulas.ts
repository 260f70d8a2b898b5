import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { inHalves, mayBeTooLarge } from "./halves";
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
      const block = { ...area, top: area.top + at, rows: Math.min(rows, area.rows - at) };
      const failure = await inHalves([block], ([one]) => readBlock(run, one!, found), mayBeTooLarge, divided);
      if (failure !== null) return err(failure);
    }
  }
  return ok(found);
}

async function readBlock(run: RunExcel, { sheet, top, left, rows, columns }: SheetBlock, found: PlacedFormula[]): Promise<HostFailure | null> {
  const read = await run("read", async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, left, rows, columns).load("formulas");
    await context.sync();
    return range.formulas as Table | null;
  });
  if (!read.ok) return read.error;
  if (read.value === null) return { code: "too-large", detail: "null instead of a table" };
  for (const one of formulasIn(sheet, read.value)) found.push(one);
  return null;
}

function divided(block: SheetBlock): readonly SheetBlock[] {
  const half = Math.ceil(block.rows / 2);
  return block.rows === 1 ? [block] : [{ ...block, rows: half }, { ...block, top: block.top + half, rows: block.rows - half }];
}
