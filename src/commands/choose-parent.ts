import { compareParents } from "../core/parent/compare-parents";
import type { ParentDocument } from "../core/parent/parent-document";
import { parentPartId } from "../core/kept/parent-part";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import type { OpenedParent } from "./engine";
import { refreshCheck } from "./refresh-check";

/** Where a parent document comes from: a file, a pasted table, or a sheet of this workbook. */
export type ParentSource =
  | { readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly paste: { readonly html?: string; readonly text: string } }
  | { readonly sheet: string };

/** 选上级文件: reads it, keeps its tasks with the workbook and checks again. A newer version of the same document takes its place. */
export const loadParent: Command<ParentSource> = {
  id: "loadParent",
  label: strings.loadParent,
  async run(app, source) {
    const opened = await openParent(app, source);
    if (!opened.ok) return opened;
    const { parent, part } = opened.value;
    const { parents } = app.session.get();
    const replaced = parents.filter((other) => isSameDocument(other, parent));
    const removed = replaced.map(parentPartId).filter((id) => id !== parentPartId(parent));
    const written = await app.workbook.writeParts([part]);
    if (!written.ok) return err({ from: "host", failure: written.error });
    if (removed.length > 0) {
      const gone = await app.workbook.removeParts(removed);
      if (!gone.ok) return err({ from: "host", failure: gone.error });
    }
    app.session.update({ parents: [...parents.filter((other) => !replaced.includes(other)), parent] });
    await refreshCheck(app);
    const read = strings.parentRead({ name: parent.docNumber || parent.title, tasks: parent.tasks.length, notes: parent.notes });
    const older = replaced.find((other) => other.fingerprint !== parent.fingerprint);
    return ok(older ? `${read}${versionsSentence(older, parent)}` : read);
  },
};

/** Takes a parent document out of the workbook. */
export const removeParent: Command<{ readonly index: number }> = {
  id: "removeParent",
  label: strings.removeParent,
  async run(app, { index }) {
    const { parents } = app.session.get();
    const parent = parents[index];
    if (!parent) return ok("");
    const gone = await app.workbook.removeParts([parentPartId(parent)]);
    if (!gone.ok) return err({ from: "host", failure: gone.error });
    app.session.update({ parents: parents.filter((other) => other !== parent) });
    await refreshCheck(app);
    return ok(strings.parentRemoved);
  },
};

/** Opens a parent from any source without keeping it. */
export async function openParent(app: App, source: ParentSource): Promise<Result<OpenedParent, Failure>> {
  if ("bytes" in source) return app.engine.openParent(source.bytes, source.fileName);
  if ("paste" in source) return app.engine.parentOfPaste(source.paste);
  const grid = await app.workbook.readSheet(source.sheet);
  if (!grid.ok) return err({ from: "host", failure: grid.error });
  const { sheet, values, texts, merges } = grid.value;
  return app.engine.parentOfBlocks([{ kind: "table", sheet, values, texts, merges }]);
}

/** What a newer version of a parent brings, task by task: 比原来多了第8项…. */
function versionsSentence(before: ParentDocument, after: ParentDocument): string {
  const { added, dropped, changed } = compareParents(before, after);
  const seqs = (tasks: readonly { readonly seq: string }[]) => tasks.map(({ seq }) => seq).filter((seq) => seq !== "");
  return strings.parentChanged({ added: seqs(added), dropped: seqs(dropped), changed: seqs(changed.map((task) => task.after)), counts: { added: added.length, dropped: dropped.length, changed: changed.length } });
}

function isSameDocument(a: ParentDocument, b: ParentDocument): boolean {
  if (a.fingerprint === b.fingerprint) return true;
  return a.docNumber !== "" ? a.docNumber === b.docNumber : a.title !== "" && a.title === b.title;
}
