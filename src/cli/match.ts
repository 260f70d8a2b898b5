import { checkInput, readSheet } from "../commands/refresh-check";
import { missingTasks } from "../core/matching/missing-tasks";
import { err } from "../core/result";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { sayOtherTables, unreadSentence } from "./other-tables";
import { line, print } from "./print";

/** `taizhang match WORKBOOK --parent DOCUMENT`: which row answers which task, and which tasks have no row. */
export async function matchFile(options: Options): Promise<Exit> {
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const { app } = opened.value;
  const { parents, sheet } = app.session.get();
  if (parents.length === 0) return { status: 2, sentence: cliStrings.parentNeeded };
  const read = await readSheet(app, sheet);
  const outcome = read.ok ? await app.engine.check(checkInput(app, read.value)) : err({ code: "no-rows" as const });
  if (!read.ok) return { status: 2, sentence: failureSentence(read.error) };
  if (!outcome.ok) return { status: 2, sentence: await unreadSentence(app, { from: "ledger", failure: outcome.error }, options) };
  const { result, alignment, bindings, tables } = outcome.value;
  sayOtherTables(tables, options);
  const rows = result.ledger.rows;
  const tasks = parents.flatMap((parent) => parent.tasks);
  const links = (alignment?.links ?? []).map((link) => ({
    row: rows[link.row]!.row + 1,
    seq: rows[link.row]!.cells.seq?.text ?? "",
    parent: link.tasks.map((task) => tasks[task]!.seq),
    score: Math.round(link.score * 1000) / 1000,
    state: link.state,
  }));
  const bound = alignment && bindings ? missingTasks(alignment, bindings) : { asked: [], some: [], localities: [] };
  const missing = [...bound.asked, ...bound.some, ...bound.localities].sort((a, b) => a.task - b.task).map(({ task, binding, words }) => ({ seq: tasks[task]!.seq, binding, words }));
  const value = { links, missing, local: links.filter(({ state }) => state === "local").map(({ row }) => row) };
  print(options.json, value, () =>
    [...links.map((link) => line(link.row, link.seq, cliStrings.linkState[link.state], link.parent.join("、"), link.score)), ...missing.map(cliStrings.missing)].join("\n"),
  );
  return { status: 0 };
}
