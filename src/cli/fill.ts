import { applyFill, enrichSheet, propose } from "../commands/fill-units";
import { addressOf } from "../core/grid/address";
import { ENRICHMENTS, type Enrichment } from "../core/fill/enrichment";
import { FIELDS } from "../core/ledger/fields";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { mayWrite, readFile, writeFile } from "./files";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { print, say } from "./print";

const SILENT = { report: () => undefined, cancelled: () => false };

/** `taizhang fill WORKBOOK --template FILE --out FILE`: writes what is sure; the rest is listed as skipped. */
export async function fillFile(options: Options): Promise<Exit> {
  const { template, out, force, columns, enrich } = options;
  if (out === undefined) return { status: 2, sentence: cliStrings.outNeeded };
  if (template === undefined && enrich.length === 0) return { status: 2, sentence: cliStrings.templateNeeded };
  const unknown = (columns ?? []).find((name) => !FIELDS.some((field) => field === name));
  if (unknown !== undefined) return { status: 2, sentence: cliStrings.badValue({ option: "--columns", value: unknown }) };
  const stray = enrich.find((name) => !ENRICHMENTS.some((known) => known === name));
  if (stray !== undefined) return { status: 2, sentence: cliStrings.badValue({ option: "--enrich", value: stray }) };
  const free = mayWrite(out, force);
  if (!free.ok) return { status: 2, sentence: free.error };
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const { app, workbook, converted } = opened.value;
  const filled: { cell: string; after: string; why: string; confidence: string }[] = [];
  const skipped: { cell: string; reason: string }[] = [];
  if (template !== undefined) {
    const bytes = readFile(template);
    if (!bytes.ok) return { status: 2, sentence: bytes.error };
    const proposal = await propose(app, { source: { kind: "file", bytes: bytes.value, fileName: template }, all: options.all });
    if (!proposal.ok) return { status: 2, sentence: failureSentence(proposal.error) };
    const wanted = proposal.value.items.filter(({ field }) => columns === undefined || columns.includes(field));
    const sure = wanted.filter(({ confidence }) => confidence === "sure");
    app.session.update({ proposal: proposal.value });
    const written = sure.length === 0 ? undefined : await applyFill.run(app, { itemIds: sure.map(({ id }) => id) }, SILENT);
    if (written && !written.ok) return { status: 2, sentence: failureSentence(written.error) };
    // What a host refused stays in the proposal.
    const left = new Set((app.session.get().proposal?.items ?? []).map(({ id }) => id));
    for (const item of wanted) {
      const cell = addressOf(item.at);
      if (item.confidence === "sure" && !left.has(item.id)) filled.push({ cell, after: item.after, why: item.reason, confidence: item.confidence });
      else skipped.push({ cell, reason: item.confidence === "sure" ? "refused" : item.confidence });
    }
    skipped.push(...proposal.value.skipped.filter(({ field }) => columns === undefined || columns.includes(field)).map(({ at, reason }) => ({ cell: addressOf(at), reason })));
    for (const note of proposal.value.notes) say(note);
  }
  if (enrich.length > 0) {
    const done = await enrichSheet.run(app, { names: enrich as readonly Enrichment[] }, SILENT);
    if (!done.ok) return { status: 2, sentence: failureSentence(done.error) };
    say(done.value);
  }
  const written = writeFile(out, await workbook.save());
  if (!written.ok) return { status: 2, sentence: written.error };
  if (converted) say(cliStrings.savedAsXlsx({ file: out }));
  print(options.json, { filled, skipped }, () => cliStrings.filled({ filled: filled.length, skipped: skipped.length }));
  return { status: 0 };
}
