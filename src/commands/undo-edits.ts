import { nextJournalId, undoPart, type JournalEntry } from "../core/edits/journal";
import { isMovedSince, laterThan, planTakeBack } from "../core/edits/take-back";
import type { Edit, EditRefusal } from "../core/edits/edit";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import { loadKept } from "./kept";
import { refreshCheck, staleCheck } from "./refresh-check";
import { halfWritten } from "./write-edits";

/** What taking back did, for the command line and the notice. */
export interface UndoOutcome {
  readonly undone: readonly { readonly entry: string; readonly edit: Edit }[];
  readonly refused: readonly { readonly entry: string; readonly edit: Edit; readonly reason: EditRefusal }[];
  /** Cells that already held again what they held before us. */
  readonly already: number;
}

/** Which writing to take back: the last, all, or one entry, or one edit of it (its index in the entry's inverses). */
export interface UndoRequest {
  /** "last", "all", or the id of an entry. */
  readonly entry: string;
  readonly item?: number;
}

/** 撤销修改: puts back what this tool changed, also after closing, wherever the row is recognised and the cell still holds our value. */
export const undoEdits: Command<UndoRequest | void> = {
  id: "undoEdits",
  label: strings.undoEdits,
  async run(app, request) {
    const outcome = await takeBack(app, request ?? { entry: "last" });
    if (!outcome.ok) return outcome;
    const { undone, refused, already } = outcome.value;
    return ok(strings.tookBack({ undone: undone.length, already, refusals: refused.map(({ reason }) => reason) }));
  },
};

/**
 * Takes back without speaking; entries newest first, so that structural changes unwind in order. The last writing is the
 * last one of which something is left: where everything already is as it was, the one before it is meant.
 */
export async function takeBack(app: App, request: UndoRequest): Promise<Result<UndoOutcome, Failure>> {
  const loaded = await loadKept(app);
  if (!loaded.ok) return loaded;
  const { journal, choices } = app.session.get();
  if (choices.closed !== null) return err({ from: "command", failure: { code: "closed" } });
  const open = journal.filter((entry) => entry.undone.length < entry.inverses.length);
  const isMany = request.entry === "all" || request.entry === "last";
  const chosen = isMany ? open : open.filter(({ id }) => id === request.entry);
  if (chosen.length === 0) return err({ from: "command", failure: { code: "nothing-to-undo" } });
  const undone: UndoOutcome["undone"][number][] = [];
  const refused: UndoOutcome["refused"][number][] = [];
  let already = 0;
  for (const entry of chosen) {
    const items = request.item === undefined ? undefined : [request.item];
    const done = await takeBackEntry(app, entry, items);
    if (!done.ok) {
      app.session.update({ check: staleCheck(app) });
      return err(undone.length === 0 ? done.error : halfWritten(done.error));
    }
    undone.push(...done.value.undone);
    refused.push(...done.value.refused);
    already += done.value.already;
    if (request.entry === "last" && undone.length + refused.length > 0) break;
  }
  await refreshCheck(app);
  return ok({ undone, refused, already });
}

async function takeBackEntry(app: App, entry: JournalEntry, items: readonly number[] | undefined): Promise<Result<UndoOutcome, Failure>> {
  const { workbook, engine, session } = app;
  const grid = await workbook.readSheet(entry.sheet);
  if (!grid.ok) return err({ from: "host", failure: grid.error });
  const ledger = await engine.readLedger(grid.value, session.get().choices);
  const later = laterThan(entry, session.get().journal);
  const plan = planTakeBack(entry, later, grid.value, ledger.ok ? ledger.value : null, items, isMovedSince(entry, session.get().journal));
  const parts = await workbook.readParts();
  if (!parts.ok) return err({ from: "host", failure: parts.error });
  // What is written now was planned from the entry's inverses in order, so an edit leads back to its item.
  const itemOf = new Map<Edit, number>(plan.edits.map((edit, index) => [edit, plan.items[index]!]));
  const doneBy = (edits: readonly Edit[]) => [...plan.already, ...edits.flatMap((edit) => itemOf.get(edit) ?? [])];
  const record = (done: readonly number[]) => [undoPart(nextJournalId(parts.value), entry.id, done)];
  let asked = false;
  const outcome = await workbook.applyEdits(
    plan.edits,
    (_inverses, edits) => {
      asked = true;
      return record(doneBy(edits));
    },
    "after",
  );
  if (!outcome.ok) return err(asked ? halfWritten({ from: "host", failure: outcome.error }) : { from: "host", failure: outcome.error });
  const done = doneBy(outcome.value.written);
  if (!asked && done.length > 0) {
    const kept = await workbook.writeParts(record(done));
    if (!kept.ok) return err({ from: "host", failure: kept.error });
  }
  if (done.length > 0) session.update({ journal: session.get().journal.map((other) => (other.id === entry.id ? { ...other, undone: [...other.undone, ...done] } : other)) });
  return ok({
    undone: outcome.value.written.map((edit) => ({ entry: entry.id, edit })),
    refused: [...plan.refused, ...outcome.value.skipped].map(({ edit, reason }) => ({ entry: entry.id, edit, reason })),
    already: plan.already.length,
  });
}
