import type { Edit, EditRefusal } from "../core/edits/edit";
import { journalPart, nextJournalId, type JournalEntry } from "../core/edits/journal";
import { err, ok, type Result } from "../core/result";
import type { EditOutcome } from "../core/workbook";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Failure } from "./command";
import { refreshCheck, staleCheck } from "./refresh-check";

/** What is written, under which name it can be taken back. */
export interface Writing {
  readonly command: string;
  readonly sheet: string;
  readonly edits: readonly Edit[];
  /** The entry's title, from how many edits are about to be written. */
  readonly title: (count: number) => string;
}

/**
 * The one way commands write cells: the journal goes into the file before the edits, what was refused is named, and the
 * sheet is checked again. Gives the sentence for the notice line.
 */
export async function writeEdits(app: App, writing: Writing): Promise<Result<EditOutcome, Failure>> {
  const parts = await app.workbook.readParts();
  if (!parts.ok) return err({ from: "host", failure: parts.error });
  const id = nextJournalId(parts.value);
  let entry: JournalEntry | undefined;
  const outcome = await app.workbook.applyEdits(writing.edits, (inverses) => {
    if (inverses.length === 0) return [];
    entry = { id, command: writing.command, title: writing.title(inverses.length), time: app.now().toISOString(), sheet: writing.sheet, inverses, undone: [] };
    return [journalPart(entry)];
  });
  if (!outcome.ok) {
    const failure: Failure = { from: "host", failure: outcome.error };
    return err(entry ? await cutShort(app, entry, failure) : failure);
  }
  if (outcome.value.written.length === 0 && outcome.value.skipped.every(({ reason }) => reason === "locked")) return err({ from: "host", failure: { code: "protected", detail: "every cell is locked" } });
  if (entry) app.session.update({ journal: [entry, ...app.session.get().journal] });
  await refreshCheck(app);
  return ok(outcome.value);
}

/**
 * A writing that Excel did not say it has done: what was written of it is known by the journal, if that is in the file.
 * Where not even this can be learned, the user is told the worse.
 */
async function cutShort(app: App, entry: JournalEntry, failure: Failure): Promise<Failure> {
  app.session.update({ check: staleCheck(app) });
  const parts = await app.workbook.readParts();
  const isKept = parts.ok && parts.value.some(({ id }) => id === entry.id);
  if (isKept) app.session.update({ journal: [entry, ...app.session.get().journal] });
  return isKept || !parts.ok ? halfWritten(failure) : failure;
}

/** The failure of a writing that may have been done in part. */
export function halfWritten(failure: Failure): Failure {
  return failure.from === "host" ? { from: "command", failure: { code: "half-written", cause: failure.failure } } : failure;
}

/** The sentence after writing: how many were done, how many not, and why. */
export function writtenSentence(done: string, outcome: Pick<EditOutcome, "written" | "skipped">): string {
  if (outcome.skipped.length === 0) return done;
  const reasons = new Map<EditRefusal, number>();
  for (const { reason } of outcome.skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return strings.writtenWithRefusals({ done: outcome.written.length === 0 ? "" : done, refusals: [...reasons].map(([reason, count]) => ({ reason, count })) });
}
