import { takeBack } from "../commands/undo-edits";
import { addressOf } from "../core/grid/address";
import type { Edit } from "../core/edits/edit";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { mayWrite, writeFile } from "./files";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { print } from "./print";

/** `taizhang undo WORKBOOK`: puts back what this tool changed in the file, the last writing or all. */
export async function undoFile(options: Options): Promise<Exit> {
  const { out, force, all, json } = options;
  if (out === undefined) return { status: 2, sentence: cliStrings.outNeeded };
  const free = mayWrite(out, force);
  if (!free.ok) return { status: 2, sentence: free.error };
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const outcome = await takeBack(opened.value.app, { entry: all ? "all" : "last" });
  if (!outcome.ok) return { status: 2, sentence: failureSentence(outcome.error) };
  const written = writeFile(out, await opened.value.workbook.save());
  if (!written.ok) return { status: 2, sentence: written.error };
  const { undone, refused } = outcome.value;
  print(json, { undone: undone.map(({ edit }) => placed(edit)), refused: refused.map(({ edit, reason }) => ({ ...placed(edit), reason })) }, () => cliStrings.undone({ undone: undone.length, refused: refused.length }));
  return { status: 0 };
}

function placed(edit: Edit) {
  return edit.kind === "setCell" ? { sheet: edit.sheet, cell: addressOf(edit.at), before: edit.before, after: edit.after } : { sheet: edit.sheet, kind: edit.kind };
}
