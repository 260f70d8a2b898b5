import { applyFill } from "../commands/apply-fill";
import { enrichSheet } from "../commands/enrich-sheet";
import { propose, sourceOf } from "../commands/fill-units";
import type { App } from "../commands/app";
import type { FillSource } from "../commands/engine";
import { addressOf } from "../core/grid/address";
import { ENRICHMENTS, type Enrichment } from "../core/fill/enrichment";
import type { FillConfidence, FillItem, FillSkip } from "../core/fill/fill-proposal";
import { FIELDS } from "../core/ledger/fields";
import { err, ok, type Result } from "../core/result";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { fillStrings } from "../strings/fill";
import { fillChoice } from "./fill-choice";
import { mayWrite, readFile, writeFile } from "./files";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { print, say } from "./print";

const SILENT = { report: () => undefined, cancelled: () => false };

type SkipReason = FillSkip["reason"] | FillConfidence | "refused";

interface Filled {
  readonly filled: readonly { readonly cell: string; readonly after: string; readonly why: string; readonly confidence: string }[];
  readonly skipped: readonly { readonly cell: string; readonly reason: SkipReason }[];
}

/**
 * `taizhang fill WORKBOOK --out FILE` with a template, a 处室 to replace, lists that came back, enrichments: writes what is
 * sure, with --accept probable also what is likely; the rest is listed as skipped.
 */
export async function fillFile(options: Options): Promise<Exit> {
  const { out, force, columns, enrich } = options;
  if (out === undefined) return { status: 2, sentence: cliStrings.outNeeded };
  const asked = sourcesAsked(options);
  if (asked === 0 && enrich.length === 0) return { status: 2, sentence: cliStrings.templateNeeded };
  if (asked > 1) return { status: 2, sentence: cliStrings.oneSource };
  const unknown = (columns ?? []).find((name) => !FIELDS.some((field) => field === name));
  if (unknown !== undefined) return { status: 2, sentence: cliStrings.badValue({ option: "--columns", value: unknown }) };
  const stray = enrich.find((name) => !ENRICHMENTS.some((known) => known === name));
  if (stray !== undefined) return { status: 2, sentence: cliStrings.badValue({ option: "--enrich", value: stray }) };
  const free = mayWrite(out, force);
  if (!free.ok) return { status: 2, sentence: free.error };
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const { app, workbook, converted } = opened.value;
  const filled = asked === 0 ? ok({ filled: [], skipped: [] }) : await fillApp(app, options);
  if (!filled.ok) return { status: 2, sentence: filled.error };
  if (enrich.length > 0) {
    const done = await enrichSheet.run(app, { names: enrich as readonly Enrichment[], after: options.after ?? null }, SILENT);
    if (!done.ok) return { status: 2, sentence: failureSentence(done.error) };
    say(done.value);
  }
  const written = writeFile(out, await workbook.save());
  if (!written.ok) return { status: 2, sentence: written.error };
  if (converted) say(cliStrings.savedAsXlsx({ file: out }));
  // Only columns were asked for: what was done with them is told above.
  if (options.json || asked > 0) print(options.json, filled.value, () => inWords(filled.value));
  return { status: 0 };
}

/** So many cells are named per reason; --json names all. */
const CELLS_NAMED = 6;

/** How many cells were filled, and of the others how many for which reason; cells that were filled before need no word. */
function inWords({ filled, skipped }: Filled): string {
  const cells = new Map<SkipReason, string[]>();
  for (const { cell, reason } of skipped) {
    if (reason === "filled") continue;
    const same = cells.get(reason);
    if (same) same.push(cell);
    else cells.set(reason, [cell]);
  }
  const words = { ...fillStrings.skipReasons, ...cliStrings.notFilledReasons };
  return [cliStrings.filled({ filled: filled.length }), ...[...cells].map(([reason, all]) => cliStrings.notFilled({ reason: words[reason], cells: all.slice(0, CELLS_NAMED), count: all.length }))].join("\n");
}

function sourcesAsked({ template, from, replace, answers }: Options): number {
  return [template !== undefined, from !== undefined, replace !== undefined, answers.length > 0].filter(Boolean).length;
}

/** Proposes, writes what may be written, and tells cell by cell. Fails with the sentence to print. */
async function fillApp(app: App, options: Options): Promise<Result<Filled, string>> {
  const { columns, all, rows, acceptProbable } = options;
  const source = await sourceOfOptions(app, options);
  if (!source.ok) return source;
  const proposal = await propose(app, { source: source.value, all, scope: rows ?? "sheet" });
  if (!proposal.ok) return err(failureSentence(proposal.error));
  for (const note of proposal.value.notes) say(note);
  const isAsked = ({ field }: Pick<FillItem, "field">): boolean => columns === undefined || columns.includes(field);
  const isAccepted = ({ confidence }: FillItem): boolean => confidence === "sure" || (acceptProbable && confidence === "probable");
  const wanted = proposal.value.items.filter(isAsked);
  const accepted = wanted.filter(isAccepted);
  app.session.update({ proposal: proposal.value });
  const written = accepted.length === 0 ? undefined : await applyFill.run(app, { itemIds: accepted.map(({ id }) => id) }, SILENT);
  if (written && !written.ok) return err(failureSentence(written.error));
  // What a host refused stays in the proposal.
  const left = new Set((app.session.get().proposal?.items ?? []).map(({ id }) => id));
  const filled = accepted.filter(({ id }) => !left.has(id)).map(({ at, after, reason, confidence }) => ({ cell: addressOf(at), after, why: reason, confidence }));
  const kept = wanted.filter((item) => left.has(item.id)).map((item): Filled["skipped"][number] => ({ cell: addressOf(item.at), reason: isAccepted(item) ? "refused" : item.confidence }));
  return ok({ filled, skipped: [...kept, ...proposal.value.skipped.filter(isAsked).map(({ at, reason }) => ({ cell: addressOf(at), reason }))] });
}

async function sourceOfOptions(app: App, { template, from, adapt, replace, answers }: Options): Promise<Result<FillSource, string>> {
  if (replace) return ok({ kind: "replacement", ...replace });
  if (answers.length > 0) {
    const files = answers.map((fileName) => ({ fileName, bytes: readFile(fileName) }));
    const missing = files.find(({ bytes }) => !bytes.ok)?.bytes;
    if (missing && !missing.ok) return missing;
    return ok({ kind: "answers", lists: files.flatMap(({ fileName, bytes }) => (bytes.ok ? [{ kind: "file" as const, fileName, bytes: bytes.value }] : [])) });
  }
  const choice = fillChoice({ template, from, adapt });
  if (!choice.ok) return choice;
  const source = await sourceOf(app, choice.value);
  return source.ok ? source : err(failureSentence(source.error));
}
