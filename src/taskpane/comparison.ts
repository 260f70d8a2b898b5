import type { CheckOutcome } from "../commands/engine";
import type { LedgerRow } from "../core/ledger/ledger";
import type { Link, TaskBinding } from "../core/matching/matching";
import type { ParentDocument, ParentTask } from "../core/parent/parent-document";
import type { Problem } from "../core/rules/rule";
import { sameWording } from "../core/text/word-diff";

/** The piles of 对照: 可能漏项, 时限变宽, 文字有出入, 本单位新增, 请确认. */
export type Pile = "missing" | "looser" | "changed" | "local" | "confirm";

export const PILES = ["missing", "looser", "changed", "local", "confirm"] as const satisfies readonly Pile[];

/** A task with the place it has in the list of all parents' tasks. */
export interface TaskAt {
  readonly index: number;
  readonly task: ParentTask;
  /** 文号 where there are several parents, else "". */
  readonly document: string;
}

/** One line of 对照: a row beside its tasks, or a task without a row. */
export interface Compared {
  readonly key: string;
  readonly piles: readonly Pile[];
  readonly row: { readonly index: number; readonly row: LedgerRow } | null;
  readonly tasks: readonly TaskAt[];
  readonly link: Link | null;
  /** For a task without a row: how it binds 本单位. */
  readonly binding: TaskBinding | null;
  /** What the check found about this row's deadline against the parent, or about this task. */
  readonly problem: Problem | null;
}

export interface Comparison {
  readonly lines: readonly Compared[];
  readonly counts: Readonly<Record<Pile, number>>;
  /** Tasks without a row that need none: 有关部门 and localities, folded into one line. */
  readonly folded: readonly Compared[];
}

/** Bindings that make a task without a row worth asking about. */
const ASKED = new Set(["named", "counterpart", "all"]);

/** All parents' tasks in the order in which alignment and bindings count them. */
export function allTasks(parents: readonly ParentDocument[]): readonly TaskAt[] {
  let index = 0;
  return parents.flatMap((parent) => parent.tasks.map((task): TaskAt => ({ index: index++, task, document: parents.length > 1 ? parent.docNumber || parent.title : "" })));
}

/**
 * Lays the ledger beside its parents, from what the check found; null when it ran without a parent.
 *
 * @param loosened ids of the rules that say a deadline is wider than the parent's.
 * @param missing ids of the rules that say a bound task has no row.
 */
export function compare(outcome: CheckOutcome, parents: readonly ParentDocument[], loosened: ReadonlySet<string>, missing: ReadonlySet<string>): Comparison | null {
  const { alignment, bindings, result } = outcome;
  if (alignment === null) return null;
  const tasks = allTasks(parents);
  const wider = new Map(result.problems.filter(({ ruleId }) => loosened.has(ruleId)).map((problem) => [problem.rowKey, problem]));
  const rows = alignment.links.flatMap((link): Compared[] => {
    const row = result.ledger.rows[link.row];
    if (row === undefined) return [];
    const answered = link.tasks.flatMap((index) => tasks[index] ?? []);
    const problem = wider.get(row.key) ?? null;
    const piles: Pile[] = [];
    if (problem !== null) piles.push("looser");
    if (link.state === "sure" && answered.length > 0 && !sameWording(row.cells.requirement?.text ?? "", requirementOf(answered))) piles.push("changed");
    if (link.state === "local") piles.push("local");
    if (link.state === "confirm") piles.push("confirm");
    return [{ key: `row ${link.row}`, piles, row: { index: link.row, row }, tasks: answered, link, binding: null, problem }];
  });
  const about = problemsOfTasks(result.problems.filter(({ ruleId }) => missing.has(ruleId)));
  const unanswered = alignment.unanswered.flatMap((index): Compared[] => {
    const task = tasks[index];
    const binding = bindings?.find((other) => other.task === index) ?? null;
    // Until 本单位 is chosen nobody can say which task is ours to answer.
    if (task === undefined || binding === null || binding.binding === "none") return [];
    return [{ key: `task ${index}`, piles: ["missing"], row: null, tasks: [task], link: null, binding, problem: about.get(index) ?? null }];
  });
  const asked = unanswered.filter(({ binding }) => binding !== null && ASKED.has(binding.binding));
  const lines = [...asked, ...rows];
  const counts = Object.fromEntries(PILES.map((pile) => [pile, lines.filter(({ piles }) => piles.includes(pile)).length])) as Record<Pile, number>;
  return { lines, counts, folded: unanswered.filter((line) => !asked.includes(line)) };
}

/** The wording a row is compared with: of all tasks it answers, in their order. */
export function requirementOf(tasks: readonly TaskAt[]): string {
  return tasks.map(({ task }) => task.requirement).join("\n");
}

/** A problem about a task without a row offers to link another row to it; by that it is recognised. */
function problemsOfTasks(problems: readonly Problem[]): ReadonlyMap<number, Problem> {
  const found = new Map<number, Problem>();
  for (const problem of problems) for (const { action } of problem.suggestions) if (action?.kind === "relink") found.set(action.task, problem);
  return found;
}

/** What each parent says about us: 其中写明本单位的2项，写“各部门”等泛称的23项. */
export function boundCounts(bindings: readonly TaskBinding[] | null): { readonly named: number; readonly collective: number } | null {
  if (bindings === null) return null;
  return {
    named: bindings.filter(({ binding }) => binding === "named" || binding === "counterpart").length,
    collective: bindings.filter(({ binding }) => binding === "all" || binding === "some").length,
  };
}
