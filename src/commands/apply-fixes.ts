import type { Edit } from "../core/edits/edit";
import { isTextFix } from "../core/edits/plan-fixes";
import { ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Done, Failure } from "./command";
import { checkInput, readSheet } from "./refresh-check";
import { writeEdits, writtenSentence } from "./write-edits";

/** 统一格式: all sure changes of texts together (blanks, widths, 文号 brackets), or those chosen from the list. */
export const tidyFormat: Command<{ readonly problemIds?: readonly string[] } | void> = {
  id: "tidyFormat",
  label: strings.tidyFormat,
  async run(app, args) {
    if (!app.session.get().check) return ok(strings.checkFirst);
    return fixTexts(app, "tidyFormat", args?.problemIds);
  },
};

/** 改这1处 / 同类N处: the certain change of some problems. */
export const applyFix: Command<{ readonly problemIds: readonly string[] }> = {
  id: "applyFix",
  label: strings.applyFix,
  async run(app, { problemIds }) {
    const { check } = app.session.get();
    const wanted = (check?.outcome.result.problems ?? []).filter(({ id }) => problemIds.includes(id));
    const structural = wanted.filter((problem) => problem.fix !== null && !isTextFix(problem));
    if (structural.length > 0) return writeAll(app, "applyFix", structural[0]!.sheet, bottomUp(structural.flatMap(({ fix }) => fix ?? [])));
    return fixTexts(app, "applyFix", problemIds);
  },
};

/** One of several ways to deal with a problem, chosen by the user. */
export const applySuggestion: Command<{ readonly problemId: string; readonly index: number }> = {
  id: "applySuggestion",
  label: strings.applySuggestion,
  async run(app, { problemId, index }) {
    const problem = app.session.get().check?.outcome.result.problems.find(({ id }) => id === problemId);
    const suggestion = problem?.suggestions[index];
    if (!problem || !suggestion) return ok(strings.problemGone);
    return writeAll(app, "applySuggestion", problem.sheet, suggestion.edits);
  },
};

/** Rows move when others go, so what stands lowest goes first and no place needs reckoning. */
function bottomUp(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => firstRow(b) - firstRow(a));
}

function firstRow(edit: Edit): number {
  switch (edit.kind) {
    case "setCell":
      return edit.at.row;
    case "insertRows":
    case "deleteRows":
      return edit.row;
    case "insertColumns":
    case "deleteColumns":
      return 0;
    default:
      return edit.area.top;
  }
}

async function fixTexts(app: App, command: string, problemIds: readonly string[] | undefined): Promise<Result<Done, Failure>> {
  const read = await readSheet(app, app.session.get().sheet);
  if (!read.ok) return read;
  const plan = await app.engine.planFixes(checkInput(app, read.value), problemIds);
  if (!plan.ok) return { ok: false, error: { from: "ledger", failure: plan.error } };
  if (plan.value.edits.length === 0) return ok(strings.nothingToTidy);
  return writeAll(app, command, read.value.grid.sheet, plan.value.edits);
}

async function writeAll(app: App, command: string, sheet: string, edits: readonly Edit[]): Promise<Result<Done, Failure>> {
  const title = (count: number) => (command === "tidyFormat" ? strings.tidied({ count }) : strings.changed({ count }));
  const outcome = await writeEdits(app, { command, sheet, edits, title });
  if (!outcome.ok) return outcome;
  return ok(writtenSentence(title(outcome.value.written.length), outcome.value));
}
