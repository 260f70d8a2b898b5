import type { App } from "../commands/app";
import type { TableFound } from "../core/ledger/ledger";
import { findTables } from "../core/ledger/read-ledger";
import { cliStrings } from "../strings/cli";
import { failureSentence, type FailureLike } from "../strings/failures";
import type { Options } from "./options";
import { say } from "./print";

/** Says which further tables the sheet holds, so that none is passed over in silence. Silent where the user chose one. */
export function sayOtherTables(tables: readonly TableFound[], options: Options): void {
  if (options.table !== undefined || tables.length < 2) return;
  const [read, ...others] = tables;
  say(cliStrings.otherTables({ count: tables.length, read: read!.title, others: others.map(({ number, title }) => ({ number, title })) }));
}

/** The sentence for a sheet that could not be read as a ledger; it names the sheets that hold one, where the user chose none. */
export async function unreadSentence(app: App, failure: FailureLike, options: Options): Promise<string> {
  const sentence = failureSentence(failure);
  if (failure.from !== "ledger" || failure.failure.code === "no-such-table" || options.sheet !== undefined) return sentence;
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return sentence;
  const found: string[] = [];
  for (const { name, ours } of sheets.value) {
    if (ours || name === app.session.get().sheet) continue;
    const grid = await app.workbook.readSheet(name);
    if (grid.ok && findTables(grid.value).length > 0) found.push(name);
  }
  return found.length > 0 ? `${sentence}${cliStrings.otherSheets({ sheets: found })}` : sentence;
}
