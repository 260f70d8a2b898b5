import { cellKey, cellOfKey } from "../core/grid/address";
import type { Edit } from "../core/edits/edit";
import { err, ok, type Result } from "../core/result";
import type { EditJournal, EditOutcome, HostFailure } from "../core/workbook";
import { readCells, runsOf } from "./cell-runs";
import { noDetails, readDetails, type EditDetails } from "./edit-details";
import { bytesOfText, inHalves, wasTooLargeToAsk } from "./halves";
import type { KeptParts } from "./kept-parts";
import { planEdits, type PlannedEdit } from "./plan-edits";
import { readSheetAndMore } from "./read-sheet";
import type { RunExcel } from "./run-excel";
import { SheetImage } from "./sheet-image";
import { queueEdits } from "./write-plan";

/** Single cells read along between two of one column, to keep the number of ranges down. */
const GAP = 8;
/** Edits of one request, and their bytes: Excel on the web refuses requests over five megabytes. */
const EDITS_PER_BLOCK = 5_000;
const BYTES_PER_BLOCK = 4_000_000;
/** What naming the cells of an edit takes in a request. */
const BYTES_PER_EDIT = 400;

/**
 * Writes edits: one round trip to read what is there, one to write (journal parts first or last, in the same request), one
 * to read back. What is not as an edit expects is skipped and named. Between reading and writing lies one round trip in
 * which another person's change would be overwritten; the reading back tells of changes after it.
 */
export async function applyEdits(run: RunExcel, parts: KeptParts, edits: readonly Edit[], journal?: EditJournal, order: "before" | "after" = "before"): Promise<Result<EditOutcome, HostFailure>> {
  if (edits.length === 0) return ok({ written: [], inverses: [], skipped: [] });
  const present = await readPresent(run, edits);
  if (!present.ok) return present;
  const details = await detailsOf(run, edits, present.value);
  if (!details.ok) return details;
  const images = copies(present.value);
  const plan = planEdits(edits, images, details.value);
  if (plan.planned.length === 0) return ok({ written: [], inverses: [], skipped: plan.skipped });
  const inverses = plan.planned.map(({ inverse }) => inverse).reverse();
  const kept = journal?.(inverses, plan.planned.map(({ edit }) => edit)) ?? [];
  const stored = kept.length === 0 ? ok([]) : await parts.lastStored();
  if (!stored.ok) return stored;
  const written = await writeBlocks(run, plan.planned, { bytes: kept.reduce((sum, part) => sum + bytesOfText(part.text ?? ""), 0), order }, (context, block, { isFirst, isLast }) => {
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    const queueParts = (isHere: boolean) => (isHere && kept.length > 0 ? parts.queueWrite(context, kept, stored.value) : () => undefined);
    const settleBefore = queueParts(isFirst && order === "before");
    queueEdits(context, block, (sheet) => images.get(sheet)?.isFiltered === true);
    const settleAfter = queueParts(isLast && order === "after");
    return () => {
      settleBefore();
      settleAfter();
    };
  });
  if (written !== null) return err(written);
  return ok(await verified(run, plan.planned, plan.skipped, images));
}

/** The sheets as they are: single cells in one round trip, whole sheets where lines move. */
async function readPresent(run: RunExcel, edits: readonly Edit[]): Promise<Result<ReadonlyMap<string, SheetImage>, HostFailure>> {
  const names = [...new Set(edits.map((edit) => edit.sheet))];
  const cells = edits.flatMap((edit) => (edit.kind === "setCell" ? [edit] : []));
  if (cells.length === edits.length) return readCells(run, names.map((sheet) => ({ sheet, runs: runsOf(cells.filter((edit) => edit.sheet === sheet).map(({ at }) => cellKey(at.row, at.column)), GAP) })));
  const images = new Map<string, SheetImage>();
  for (const name of names) {
    const grid = await readSheetAndMore(run, name, reach(edits.filter((edit) => edit.sheet === name)));
    if (grid.ok) images.set(name, SheetImage.ofGrid(grid.value));
    else if (grid.error.code !== "sheet-missing") return grid;
  }
  return ok(images);
}

/** Rows and columns up to the last place that an edit names, wherever it will be by then. */
function reach(edits: readonly Edit[]): { readonly rows: number; readonly columns: number } {
  const corners = edits.map((edit) => (edit.kind === "setCell" ? edit.at : "area" in edit ? { row: edit.area.bottom, column: edit.area.right } : edit.kind === "deleteRows" ? { row: edit.row + edit.count - 1, column: 0 } : { row: -1, column: -1 }));
  return { rows: Math.max(0, ...corners.map(({ row }) => row + 1)), columns: Math.max(0, ...corners.map(({ column }) => column + 1)) };
}

async function detailsOf(run: RunExcel, edits: readonly Edit[], present: ReadonlyMap<string, SheetImage>): Promise<Result<EditDetails, HostFailure>> {
  if (edits.every((edit) => edit.kind === "setCell")) return ok(noDetails);
  const { placed } = planEdits(edits, copies(present), null);
  return readDetails(run, placed, (sheet) => present.get(sheet)?.size ?? { rows: 0, columns: 0 });
}

function copies(images: ReadonlyMap<string, SheetImage>): Map<string, SheetImage> {
  return new Map([...images].map(([name, image]) => [name, image.copy()]));
}

/** The parts to be stored with the edits: how large they are, and whether they come first or last. */
interface PartsToStore {
  readonly bytes: number;
  readonly order: "before" | "after";
}

/** One request of a writing. */
type Step = PlannedEdit | "parts";

/**
 * Writes block after block. A block that is refused for its size is written in halves: nothing of it was done. Parts that
 * come first are in the first request that goes through, or in one before it; those that come last in the last.
 */
async function writeBlocks(run: RunExcel, planned: readonly PlannedEdit[], parts: PartsToStore, queue: (context: Excel.RequestContext, block: readonly PlannedEdit[], place: { readonly isFirst: boolean; readonly isLast: boolean }) => () => void): Promise<HostFailure | null> {
  const steps: readonly Step[] = parts.bytes === 0 ? planned : parts.order === "before" ? ["parts", ...planned] : [...planned, "parts"];
  const write = async (block: readonly Step[]): Promise<HostFailure | null> => {
    const written = await run("write", async (context) => {
      const isHere = block.includes("parts");
      const settle = queue(context, block.filter((step) => step !== "parts"), { isFirst: isHere && parts.order === "before", isLast: isHere && parts.order === "after" });
      await context.sync();
      settle();
    });
    return written.ok ? null : written.error;
  };
  for (const block of blocksOf(steps, parts.bytes)) {
    const failure = await inHalves(block, write, wasTooLargeToAsk);
    if (failure !== null) return failure;
  }
  return null;
}

function blocksOf(steps: readonly Step[], partsBytes: number): readonly (readonly Step[])[] {
  const blocks: Step[][] = [];
  let bytes = Infinity;
  for (const step of steps) {
    const own = step === "parts" ? partsBytes : BYTES_PER_EDIT + bytesOfEdit(step.edit);
    const last = blocks.at(-1);
    if (last === undefined || last.length > EDITS_PER_BLOCK || bytes + own > BYTES_PER_BLOCK) {
      blocks.push([step]);
      bytes = own;
    } else {
      last.push(step);
      bytes += own;
    }
  }
  return blocks;
}

function bytesOfEdit(edit: Edit): number {
  if (edit.kind === "setCell") return typeof edit.after === "string" ? bytesOfText(edit.after) : 8;
  return edit.kind === "insertRows" ? bytesOfText(JSON.stringify(edit.values)) + bytesOfText(JSON.stringify(edit.snapshot ?? "")) : 0;
}

/**
 * Reads the written cells again. An edit whose cell does not hold what was written is told as changed since. Where they
 * cannot be read now, Excel's word that it has written counts.
 */
async function verified(run: RunExcel, planned: readonly PlannedEdit[], skipped: EditOutcome["skipped"], images: ReadonlyMap<string, SheetImage>): Promise<EditOutcome> {
  const outcome = (failed: ReadonlySet<PlannedEdit>): EditOutcome => {
    const good = planned.filter((one) => !failed.has(one));
    return { written: good.map(({ edit }) => edit), inverses: good.map(({ inverse }) => inverse).reverse(), skipped: [...skipped, ...[...failed].map(({ edit }) => ({ edit, reason: "changed-since" as const }))] };
  };
  const touched = [...images].filter(([, image]) => image.written.size > 0);
  if (touched.length === 0) return outcome(new Set());
  const now = await readCells(run, touched.map(([sheet, image]) => ({ sheet, runs: runsOf(image.written.keys(), GAP) })));
  if (!now.ok) return outcome(new Set());
  const byIndex = new Map(planned.map((one) => [one.index, one]));
  const failed = touched.flatMap(([sheet, image]) =>
    [...image.written].flatMap(([key, index]) => {
      const one = byIndex.get(index);
      const { row, column } = cellOfKey(key);
      const isGood = one?.edit.kind !== "setCell" || now.value.get(sheet)?.cell(row, column).value === image.cell(row, column).value;
      return isGood || one === undefined ? [] : [one];
    }),
  );
  return outcome(new Set(failed));
}
