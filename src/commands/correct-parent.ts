import { choicesPart } from "../core/kept/choices-part";
import type { Choices } from "../core/kept/choices";
import { parentPartId } from "../core/kept/parent-part";
import type { ParentCorrection, ParentDocument } from "../core/parent/parent-document";
import { parentsFingerprint } from "../core/parent/parents-fingerprint";
import { err, ok } from "../core/result";
import { strings } from "../strings/commands";
import type { Command } from "./command";
import { refreshCheck } from "./refresh-check";

/**
 * 改读法: a parent is read again with the columns, 文号, year or date that the user set right, and kept so. `{}` goes back
 * to what was read by itself. What was decided against it (links, reasons for not changing) stays: it is the same document.
 */
export const correctParent: Command<{ readonly fingerprint: string; readonly correction: ParentCorrection }> = {
  id: "correctParent",
  label: strings.correctParent,
  async run(app, { fingerprint, correction }) {
    const { parents, choices } = app.session.get();
    const before = parents.find((parent) => parent.fingerprint === fingerprint);
    if (!before) return ok(strings.parentGone);
    if (choices.closed !== null) return err({ from: "command", failure: { code: "closed" } });
    const parts = await app.workbook.readParts();
    if (!parts.ok) return err({ from: "host", failure: parts.error });
    const id = parentPartId(before);
    const read = await app.engine.correctParent(parts.value.find((part) => part.id === id)?.text ?? null, correction);
    if (!read.ok) return err({ from: "command", failure: read.error });
    const { parent, part } = read.value;
    const now = parents.map((other) => (other === before ? parent : other));
    const moved = decidedAgainst(choices, parents, before, now, parent);
    const written = await app.workbook.writeParts(moved === choices ? [part] : [part, choicesPart(moved)]);
    if (!written.ok) return err({ from: "host", failure: written.error });
    if (part.id !== id) {
      const gone = await app.workbook.removeParts([id]);
      if (!gone.ok) return err({ from: "host", failure: gone.error });
    }
    app.session.update({ parents: now, choices: moved });
    await refreshCheck(app);
    return ok(strings.parentCorrected({ name: parent.docNumber || parent.title, tasks: parent.tasks.length, isOwn: parent.correction !== undefined }));
  },
};

/** Decisions name the parent by its fingerprint, which says what its tasks say; read otherwise, it has another one. */
function decidedAgainst(choices: Choices, parents: readonly ParentDocument[], before: ParentDocument, now: readonly ParentDocument[], after: ParentDocument): Choices {
  if (before.fingerprint === after.fingerprint) return choices;
  const [all, allNow] = [parentsFingerprint(parents), parentsFingerprint(now)];
  return {
    ...choices,
    links: choices.links.map((link) => (link.parent === before.fingerprint ? { ...link, parent: after.fingerprint } : link)),
    ignores: choices.ignores.map((ignore) => (ignore.parent === all ? { ...ignore, parent: allNow } : ignore)),
  };
}
