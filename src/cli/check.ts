import type { App } from "../commands/app";
import { tidyFormat } from "../commands/apply-fixes";
import { checkInputFor, readSheet, showCheck } from "../commands/refresh-check";
import { writeReport } from "../commands/write-output";
import type { CheckOutcome } from "../commands/engine";
import type { Failure } from "../commands/command";
import { addressOf } from "../core/grid/address";
import type { Edit } from "../core/edits/edit";
import { err, ok, type Result } from "../core/result";
import type { Problem } from "../core/rules/rule";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { notCheckedSentence, verdictSentence } from "../strings/verdict";
import { mayWrite, writeFile } from "./files";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { sayOtherTables, unreadSentence } from "./other-tables";
import { line, print, say } from "./print";

const SILENT = { report: () => undefined, cancelled: () => false };

/** `taizhang check WORKBOOK`: the verdict and the problems; with --fix safe the sure changes are made in the file written by --out. */
export async function checkFile(options: Options): Promise<Exit> {
  const { out, force } = options;
  if (out !== undefined) {
    const free = mayWrite(out, force);
    if (!free.ok) return { status: 2, sentence: free.error };
  }
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const { app, workbook, converted } = opened.value;
  let outcome = await check(app, options.forPublic);
  if (!outcome.ok) return { status: 2, sentence: await unreadSentence(app, outcome.error, options) };
  sayOtherTables(outcome.value.tables, options);
  let fixed: readonly Edit[] = [];
  if (options.fix) {
    const before = app.session.get().journal[0]?.id;
    const written = await tidyFormat.run(app, undefined, SILENT);
    if (!written.ok) return { status: 2, sentence: failureSentence(written.error) };
    const [entry] = app.session.get().journal;
    // The file may hold the journal of an earlier run.
    fixed = entry && entry.id !== before ? entry.inverses : [];
    outcome = await check(app, options.forPublic);
    if (!outcome.ok) return { status: 2, sentence: failureSentence(outcome.error) };
  }
  if (options.report) {
    const report = await writeReport.run(app, undefined, SILENT);
    if (!report.ok) return { status: 2, sentence: failureSentence(report.error) };
  }
  if (out !== undefined) {
    const written = writeFile(out, await workbook.save());
    if (!written.ok) return { status: 2, sentence: written.error };
    if (converted) say(cliStrings.savedAsXlsx({ file: out }));
  }
  const { result } = outcome.value;
  const value = {
    verdict: result.verdict,
    counts: result.counts,
    problems: result.problems.map(asJson),
    ignored: result.ignored.map(({ problem, reason }) => ({ ...asJson(problem), reason })),
    notChecked: result.notChecked.map(({ ruleId, reason, detail }) => ({ ruleId, reason, ...(detail !== "" && { detail }) })),
    fixed: [...fixed].reverse().flatMap((inverse) => (inverse.kind === "setCell" ? [{ sheet: inverse.sheet, cell: addressOf(inverse.at), before: inverse.after, after: inverse.before }] : [])),
  };
  print(options.json, value, () =>
    [
      verdictSentence(result),
      notCheckedSentence(result),
      ...folded(result.problems).map(({ first, count }) => line(cliStrings.level[first.severity], cliStrings.place({ cell: first.at && addressOf(first.at), count }), first.message, first.how)),
      ...(result.ignored.length > 0 ? [cliStrings.ignoredCount({ count: result.ignored.length })] : []),
    ].join("\n"),
  );
  return { status: result.counts.error > 0 ? 1 : 0 };
}

async function check(app: App, forPublic: boolean): Promise<Result<CheckOutcome, Failure>> {
  const read = await readSheet(app, app.session.get().sheet);
  if (!read.ok) return read;
  const scope = forPublic ? "public" : "check";
  const outcome = await app.engine.check(await checkInputFor(app, read.value, scope));
  if (!outcome.ok) return err({ from: "ledger", failure: outcome.error });
  showCheck(app, read.value.grid.sheet, read.value.sheets, outcome.value, scope);
  return ok(outcome.value);
}

/** Kinds of which a sheet has more than this are told once, with their number; --json lists each. */
const MOST_OF_A_KIND = 3;

function folded(problems: readonly Problem[]): { first: Problem; count: number }[] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const same = kinds.get(problem.kind);
    if (same) same.push(problem);
    else kinds.set(problem.kind, [problem]);
  }
  return problems.flatMap((problem) => {
    const same = kinds.get(problem.kind)!;
    if (same.length <= MOST_OF_A_KIND) return [{ first: problem, count: 1 }];
    return same[0] === problem ? [{ first: problem, count: same.length }] : [];
  });
}

function asJson(problem: Problem) {
  const { ruleId, severity, sheet, row, field, at, message, fix, suggestions } = problem;
  return {
    ruleId,
    severity,
    sheet,
    row: row === null ? null : row + 1,
    field,
    cell: at && addressOf(at),
    message,
    fix: fix && { edits: fix },
    suggestions: suggestions.map(({ label, edits }) => ({ label, edits })),
  };
}
