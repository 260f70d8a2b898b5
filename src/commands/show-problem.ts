import { err, ok } from "../core/result";
import type { Problem } from "../core/rules/rule";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command } from "./command";

/** Jumps to a problem's cell. */
export const showProblem: Command<{ readonly problemId: string }> = {
  id: "showProblem",
  label: strings.showProblem,
  async run(app, { problemId }) {
    const problem = app.session.get().check?.outcome.result.problems.find(({ id }) => id === problemId);
    return problem ? jump(app, problem) : ok("");
  },
};

/** 下一处: the next problem after the present cell, in the order of the sheet; from the last one on it begins again and says so. */
export const nextProblem: Command<{ readonly direction: 1 | -1 } | void> = {
  id: "nextProblem",
  label: strings.nextProblem,
  async run(app, args) {
    const direction = args?.direction ?? 1;
    const { check, sheet, currentProblem } = app.session.get();
    const problems = (check?.outcome.result.problems ?? []).filter(({ at }) => at !== null);
    if (problems.length === 0) return ok(check ? strings.noProblems : strings.checkFirst);
    const selection = await app.workbook.readSelection();
    const place = selection.ok && selection.value?.sheet === sheet ? { row: selection.value.top, column: selection.value.left } : null;
    const current = problems.findIndex(({ id }) => id === currentProblem);
    const atCurrent = current >= 0 && (!place || (problems[current]!.at!.row === place.row && problems[current]!.at!.column === place.column));
    const { index, wrapped } = atCurrent ? step(current, direction, problems.length) : fromPlace(problems, place, direction);
    const shown = await jump(app, problems[index]!);
    return shown.ok && wrapped ? ok(strings.beganAgain) : shown;
  },
};

function step(current: number, direction: 1 | -1, length: number): { index: number; wrapped: boolean } {
  const next = current + direction;
  return { index: (next + length) % length, wrapped: next < 0 || next >= length };
}

function fromPlace(problems: readonly Problem[], place: { row: number; column: number } | null, direction: 1 | -1): { index: number; wrapped: boolean } {
  if (!place) return { index: direction === 1 ? 0 : problems.length - 1, wrapped: false };
  const beyond = (problem: Problem) => ((problem.at!.row - place.row || problem.at!.column - place.column) * direction) > 0;
  const index = direction === 1 ? problems.findIndex(beyond) : problems.findLastIndex(beyond);
  return index >= 0 ? { index, wrapped: false } : { index: direction === 1 ? 0 : problems.length - 1, wrapped: true };
}

async function jump(app: App, problem: Problem) {
  app.session.update({ view: "check", currentProblem: problem.id });
  if (!problem.at) return ok("");
  const shown = await app.workbook.select(problem.sheet, problem.at);
  return shown.ok ? ok("") : err({ from: "host" as const, failure: shown.error });
}
