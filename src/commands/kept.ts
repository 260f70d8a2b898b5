import { readJournal } from "../core/edits/journal";
import type { Choices } from "../core/kept/choices";
import { choicesPart, readChoices } from "../core/kept/choices-part";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Failure } from "./command";

/** Reads what is kept with the file into the session. Says so when something was damaged; `ok("")` when all was well. */
export async function loadKept(app: App): Promise<Result<string, Failure>> {
  const parts = await app.workbook.readParts();
  if (!parts.ok) return err({ from: "host", failure: parts.error });
  const { choices, damaged } = readChoices(parts.value);
  const parents = await app.engine.readParents(parts.value);
  const journal = readJournal(parts.value);
  app.session.update({ choices, parents: parents.parents, journal: journal.entries });
  return ok(damaged || parents.damaged > 0 || journal.damaged.length > 0 ? strings.keptDamaged : "");
}

/** Keeps changed choices with the file and in the session. Refused after 定稿. */
export async function saveChoices(app: App, change: Partial<Choices>): Promise<Result<Choices, Failure>> {
  const before = app.session.get().choices;
  if (before.closed !== null) return err({ from: "command", failure: { code: "closed" } });
  const choices: Choices = { ...before, ...change };
  const written = await app.workbook.writeParts([choicesPart(choices)]);
  if (!written.ok) return err({ from: "host", failure: written.error });
  app.session.update({ choices });
  return ok(choices);
}
