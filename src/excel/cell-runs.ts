import { cellKey, cellOfKey, type CellKey } from "../core/grid/address";
import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import type { MergeArea } from "../core/grid/sheet-grid";
import { inHalves, mayBeTooLarge } from "./halves";
import type { RunExcel } from "./run-excel";
import { SheetImage, type ImageCell } from "./sheet-image";
import { cellValue } from "./text-guard";

/** Cells of one column that stand (nearly) below one another, read as one range. */
export interface CellRun {
  readonly column: number;
  readonly top: number;
  readonly count: number;
}

/** So many cells in one request keep it below Excel's limit of five megabytes. */
const MOST_CELLS = 15_000;

/** Runs that hold all the cells; gaps of up to `gap` cells are read along. */
export function runsOf(keys: Iterable<CellKey>, gap: number): readonly CellRun[] {
  const places = [...new Set(keys)].map(cellOfKey).sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { column: number; top: number; count: number }[] = [];
  for (const { row, column } of places) {
    const last = runs.at(-1);
    if (last?.column === column && row - (last.top + last.count) <= gap && last.count < MOST_CELLS) last.count = row - last.top + 1;
    else runs.push({ column, top: row, count: 1 });
  }
  return runs;
}

/** Runs in portions that fit into one request each. */
export function portionsOf<T extends { readonly run: CellRun }>(runs: readonly T[]): readonly (readonly T[])[] {
  const portions: T[][] = [];
  let cells = Infinity;
  for (const one of runs) {
    if (cells + one.run.count > MOST_CELLS) {
      portions.push([]);
      cells = 0;
    }
    portions.at(-1)?.push(one);
    cells += one.run.count;
  }
  return portions;
}

interface SheetRun {
  readonly sheet: string;
  readonly run: CellRun;
}

interface SheetRuns {
  readonly sheet: string;
  readonly runs: readonly CellRun[];
}

/**
 * What edits of single cells need to know of their sheets, in one round trip: the cells, the merges, protection. (One more
 * per 15,000 cells, and one where a protected sheet has locked and unlocked cells side by side.) Missing sheets are left out.
 */
export async function readCells(run: RunExcel, sheets: readonly SheetRuns[]): Promise<Result<ReadonlyMap<string, SheetImage>, HostFailure>> {
  const images = new Map<string, { cells: Map<CellKey, ImageCell>; merges: readonly MergeArea[]; isProtected: boolean; isFiltered: boolean }>();
  const portions = portionsOf(sheets.flatMap(({ sheet, runs }) => runs.map((one) => ({ sheet, run: one }))));
  for (const portion of portions) {
    const failure = await inHalves(portion, (part) => readPortion(run, part, images), mayBeTooLarge, halvesOf);
    if (failure !== null) return err(failure);
  }
  return ok(new Map([...images].map(([name, { cells, merges, isProtected, isFiltered }]) => [name, new SheetImage(name, cells, merges, isProtected, isFiltered)])));
}

function halvesOf({ sheet, run: { column, top, count } }: SheetRun): readonly SheetRun[] {
  const half = Math.ceil(count / 2);
  return [{ column, top, count: half }, { column, top: top + half, count: count - half }].filter((run) => run.count > 0).map((run) => ({ sheet, run }));
}

async function readPortion(run: RunExcel, portion: readonly SheetRun[], images: Map<string, { cells: Map<CellKey, ImageCell>; merges: readonly MergeArea[]; isProtected: boolean; isFiltered: boolean }>): Promise<HostFailure | null> {
  const names = [...new Set(portion.map(({ sheet }) => sheet))];
  const read = await run("read", async (context) => {
    const sheets = names.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("id");
      const own = portion.filter((one) => one.sheet === name).map((one) => one.run);
      const bottom = Math.max(...own.map((one) => one.top + one.count));
      const right = Math.max(...own.map((one) => one.column + 1));
      const merged = sheet.getRangeByIndexes(0, 0, bottom, right).getMergedAreasOrNullObject();
      merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      sheet.protection.load("protected");
      sheet.autoFilter.load("isDataFiltered");
      const ranges = own.map((one) => ({ run: one, range: sheet.getRangeByIndexes(one.top, one.column, one.count, 1).load("values,formulas,numberFormat,format/protection/locked") }));
      return { name, sheet, merged, ranges };
    });
    await context.sync();
    return sheets
      .filter(({ sheet }) => !sheet.isNullObject)
      .map(({ name, sheet, merged, ranges }) => ({
        name,
        isProtected: sheet.protection.protected,
        isFiltered: sheet.autoFilter.isDataFiltered,
        merges: merged.isNullObject ? [] : merged.areas.items.map((area): MergeArea => ({ top: area.rowIndex, left: area.columnIndex, bottom: area.rowIndex + area.rowCount - 1, right: area.columnIndex + area.columnCount - 1 })),
        ranges: ranges.map(({ run: one, range }) => ({ run: one, values: range.values as readonly unknown[][] | null, formulas: range.formulas as readonly unknown[][], formats: range.numberFormat as readonly unknown[][], locked: range.format.protection.locked })),
      }));
  });
  if (!read.ok) return read.error;
  const mixed = read.value.filter((sheet) => sheet.isProtected).flatMap((sheet) => sheet.ranges.filter((one) => one.locked === null).map((one) => ({ sheet: sheet.name, run: one.run })));
  const locks = mixed.length === 0 ? ok(new Map<string, readonly boolean[]>()) : await readLocks(run, mixed);
  if (!locks.ok) return locks.error;
  for (const sheet of read.value) {
    const image = images.get(sheet.name) ?? { cells: new Map<CellKey, ImageCell>(), merges: [], isProtected: sheet.isProtected, isFiltered: sheet.isFiltered };
    image.merges = [...image.merges, ...sheet.merges];
    images.set(sheet.name, image);
    for (const { run: one, values, formulas, formats, locked } of sheet.ranges) {
      if (values === null) return { code: "too-large", detail: "null instead of a table" };
      const states = locks.value.get(runKey(sheet.name, one));
      values.forEach(([given], index) => {
        const formula = formulas[index]?.[0];
        image.cells.set(cellKey(one.top + index, one.column), {
          value: cellValue(given),
          formula: typeof formula === "string" && formula.startsWith("=") && formula !== given ? formula : "",
          numberFormat: typeof formats[index]?.[0] === "string" ? formats[index][0] : "General",
          locked: sheet.isProtected && (states?.[index] ?? locked ?? true),
        });
      });
    }
  }
  return null;
}

async function readLocks(run: RunExcel, runs: readonly SheetRun[]): Promise<Result<ReadonlyMap<string, readonly boolean[]>, HostFailure>> {
  return run("read", async (context) => {
    const answers = runs.map(({ sheet, run: one }) => ({ key: runKey(sheet, one), state: context.workbook.worksheets.getItem(sheet).getRangeByIndexes(one.top, one.column, one.count, 1).getCellProperties({ format: { protection: true } }) }));
    await context.sync();
    return new Map(answers.map(({ key, state }) => [key, state.value.map(([cell]) => cell?.format?.protection?.locked !== false)]));
  });
}

function runKey(sheet: string, { column, top }: CellRun): string {
  return `${column}:${top}:${sheet}`;
}
