import { templateFile } from "../commands/fill-template";
import { ok } from "../core/result";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { fillChoice } from "./fill-choice";
import { mayWrite, writeFile } from "./files";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { print } from "./print";

/** `taizhang template WORKBOOK --out FILE`: keeps the division of the ledger (or of --from) as a template file. */
export async function keepTemplate(options: Options): Promise<Exit> {
  const { out, force, from, adapt, json } = options;
  if (out === undefined) return { status: 2, sentence: cliStrings.outNeeded };
  const free = mayWrite(out, force);
  if (!free.ok) return { status: 2, sentence: free.error };
  const choice = from === undefined || from === "ledger" ? ok({ kind: "ledger" as const }) : fillChoice({ template: undefined, from, adapt });
  if (!choice.ok) return { status: 2, sentence: choice.error };
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const file = await templateFile(opened.value.app, choice.value);
  if (!file.ok) return { status: 2, sentence: failureSentence(file.error) };
  const written = writeFile(out, new TextEncoder().encode(file.value.text));
  if (!written.ok) return { status: 2, sentence: written.error };
  print(json, { rules: file.value.rules }, () => cliStrings.templateKept({ rules: file.value.rules, file: out }));
  return { status: 0 };
}
