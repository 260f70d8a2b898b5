import { SEVERITIES, type Problem, type Severity } from "../core/rules/rule";

/** Problems of one kind, shown folded. */
export interface ProblemGroup {
  readonly kind: string;
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

/** One line of the list: the head of a group, or a problem. */
export type ListLine =
  | { readonly type: "group"; readonly key: string; readonly group: ProblemGroup; readonly open: boolean }
  | { readonly type: "problem"; readonly key: string; readonly problem: Problem; readonly inGroup: boolean };

export type Arrangement = "kind" | "row";

/** Groups by kind: the highest level first, within a level by first place on the sheet. The order of `problems` is kept inside. */
export function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const byKind = new Map<string, Problem[]>();
  for (const problem of problems) {
    const same = byKind.get(problem.kind);
    if (same === undefined) byKind.set(problem.kind, [problem]);
    else same.push(problem);
  }
  return [...byKind]
    .map(([kind, members]) => ({ kind, problems: members, severity: SEVERITIES.find((level) => members.some(({ severity }) => severity === level))! }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/**
 * The lines to list.
 *
 * @param levels only these levels; empty: all.
 * @param open kinds whose groups are unfolded.
 */
export function listLines(problems: readonly Problem[], arrangement: Arrangement, levels: ReadonlySet<Severity>, open: ReadonlySet<string>): readonly ListLine[] {
  const shown = levels.size === 0 ? problems : problems.filter(({ severity }) => levels.has(severity));
  if (arrangement === "row") return shown.map((problem) => ({ type: "problem", key: problem.id, problem, inGroup: false }));
  return groupProblems(shown).flatMap((group): ListLine[] => {
    const single = group.problems.length === 1 ? group.problems[0] : undefined;
    if (single !== undefined) return [{ type: "problem", key: single.id, problem: single, inGroup: false }];
    const isOpen = open.has(group.kind);
    const head: ListLine = { type: "group", key: `kind ${group.kind}`, group, open: isOpen };
    return isOpen ? [head, ...group.problems.map((problem): ListLine => ({ type: "problem", key: problem.id, problem, inGroup: true }))] : [head];
  });
}
