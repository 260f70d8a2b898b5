import { nextJournalId, undoPart, type JournalEntry } from "../core/edits/journal";
import { planTakeBack } from "../core/edits/take-back";
import type { Edit, EditRefusal } from "../core/edits/edit";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import { loadKept } from "./kept";
import { refreshCheck } from "./refresh-check";

/** What taking back did, for the command line and the notice. */
export interface UndoOutcome {
  readonly undone: readonly { readonly entry: string; readonly edit: Edit }[];
  readonly refused: readonly { readonly entry: string; readonly edit: Edit; readonly reason: EditRefusal }[];
}

/** Which writing to take back: the last, all, or one entry, or one edit of it (its index in the entry's inverses). */
export interface UndoRequest {
  readonly entry: string | "last" | "all";
  readonly item?: number;
}

/** 撤销修改: puts back what this tool changed, also after closing, wherever the row is recognised and the cell still holds our value. */
export const undoEdits: Command<UndoRequest | void> = {
  id: "undoEdits",
  label: strings.undoEdits,
  async run(app, request) {
    const outcome = await takeBack(app, request ?? { entry: "last" });
    if (!outcome.ok) return outcome;
    const { undone, refused } = outcome.value;
    return ok(strings.tookBack({ undone: undone.length, refusals: refused.map(({ reason }) => reason) }));
  },
};

/** Takes back without speaking; entries newest first, so that structural changes unwind in order. */
export async function takeBack(app: App, request: UndoRequest): Promise<Result<UndoOutcome, Failure>> {
  const loaded = await loadKept(app);
  if (!loaded.ok) return loaded;
  const { journal, choices } = app.session.get();
  if (choices.closed !== null) return err({ from: "command", failure: { code: "closed" } });
  const open = journal.filter((entry) => entry.undone.length < entry.inverses.length);
  const chosen = request.entry === "all" ? open : request.entry === "last" ? open.slice(0, 1) : open.filter(({ id }) => id === request.entry);
  if (chosen.length === 0) return err({ from: "command", failure: { code: "nothing-to-undo" } });
  const undone: UndoOutcome["undone"][number][] = [];
  const refused: UndoOutcome["refused"][number][] = [];
  for (const entry of chosen) {
    const items = request.item === undefined ? undefined : [request.item];
    const done = await takeBackEntry(app, entry, items);
    if (!done.ok) return undone.length === 0 ? done : ok({ undone, refused });
    undone.push(...done.value.undone);
    refused.push(...done.value.refused);
  }
  await refreshCheck(app);
  return ok({ undone, refused });
}

async function takeBackEntry(app: App, entry: JournalEntry, items: readonly number[] | undefined): Promise<Result<UndoOutcome, Failure>> {
  const { workbook, engine, session } = app;
  const grid = await workbook.readSheet(entry.sheet);
  if (!grid.ok) return err({ from: "host", failure: grid.error });
  const ledger = await engine.readLedger(grid.value, session.get().choices);
  const later = session.get().journal.filter((other) => other.id > entry.id && other.sheet === entry.sheet);
  const plan = planTakeBack(entry, later, grid.value, ledger.ok ? ledger.value : null, items);
  const parts = await workbook.readParts();
  if (!parts.ok) return err({ from: "host", failure: parts.error });
  // What is written now was planned from the entry's inverses in order, so an edit leads back to its item.
  const itemOf = new Map<Edit, number>(plan.edits.map((edit, index) => [edit, plan.items[index]!]));
  const outcome = await workbook.applyEdits(plan.edits);
  if (!outcome.ok) return err({ from: "host", failure: outcome.error });
  const done = outcome.value.written.flatMap((edit) => itemOf.get(edit) ?? []);
  if (done.length > 0) {
    const kept = await workbook.writeParts([undoPart(nextJournalId(parts.value), entry.id, done)]);
    if (!kept.ok) return err({ from: "host", failure: kept.error });
    session.update({ journal: session.get().journal.map((other) => (other.id === entry.id ? { ...other, undone: [...other.undone, ...done] } : other)) });
  }
  return ok({
    undone: outcome.value.written.map((edit) => ({ entry: entry.id, edit })),
    refused: [...plan.refused, ...outcome.value.skipped].map(({ edit, reason }) => ({ entry: entry.id, edit, reason })),
  });
}
