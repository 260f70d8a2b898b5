import { readSheet } from "../commands/refresh-check";
import { splitByUnit, splitToSheets } from "../core/fill/split-by-unit";
import { countOf, ROLES, unitLists } from "../core/fill/unit-lists";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { newXlsxOfReports } from "../xlsx/new-xlsx";
import { mayWrite, writeFile } from "./files";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { unreadSentence } from "./other-tables";
import { print } from "./print";

/** `taizhang split WORKBOOK --out FILE`: a workbook with a sheet for each unit, or with --one-sheet one printable sheet. */
export async function splitFile(options: Options): Promise<Exit> {
  const { out, force, oneSheet, json } = options;
  if (out === undefined) return { status: 2, sentence: cliStrings.outNeeded };
  const free = mayWrite(out, force);
  if (!free.ok) return { status: 2, sentence: free.error };
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const { app } = opened.value;
  const read = await readSheet(app);
  if (!read.ok) return { status: 2, sentence: failureSentence(read.error) };
  const ledger = await app.engine.readLedger(read.value.grid, app.session.get().choices);
  if (!ledger.ok) return { status: 2, sentence: await unreadSentence(app, { from: "ledger", failure: ledger.error }, options) };
  const one = splitByUnit(ledger.value);
  if (!one) return { status: 2, sentence: failureSentence({ from: "command", failure: { code: "no-units" } }) };
  const written = writeFile(out, await newXlsxOfReports(oneSheet ? [one] : splitToSheets(ledger.value)));
  if (!written.ok) return { status: 2, sentence: written.error };
  const units = unitLists(ledger.value).map((list) => ({ unit: list.unit, collective: list.isCollective, total: countOf(list), ...Object.fromEntries(ROLES.map((role) => [role, countOf(list, role)])) }));
  print(json, { units }, () => cliStrings.split({ units, file: out }));
  return { status: 0 };
}
