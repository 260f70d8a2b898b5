import { normalizeForCompare } from "../text/normalize";
import { bigramsOf, diceOf } from "../text/similarity";
import type { ParentDocument, ParentTask } from "./parent-document";

/** One task in both versions, with the fields that say something else now. */
export interface ChangedTask {
  readonly before: ParentTask;
  readonly after: ParentTask;
  readonly fields: readonly ("seq" | "level1" | "level2" | "requirement" | "units" | "deadline")[];
}

/** What a newer version of a parent document brings. Tasks in document order. */
export interface ParentComparison {
  readonly added: readonly ParentTask[];
  readonly dropped: readonly ParentTask[];
  readonly changed: readonly ChangedTask[];
}

const FIELDS = ["seq", "level1", "level2", "requirement", "units", "deadline"] as const;
/** Two wordings of one task share at least this much; see the measured pairs in PRODUCT.md, Matching. */
const SAME_TASK = 0.5;

/**
 * Compares two versions of a document: equal texts first, in order, then the likeliest of the rest. Blanks, widths and
 * punctuation make no change; a task that only got another number is changed in `seq` alone.
 */
export function compareParents(before: Pick<ParentDocument, "tasks">, after: Pick<ParentDocument, "tasks">): ParentComparison {
  const partner = new Map<ParentTask, ParentTask>();
  const waiting = new Map<string, ParentTask[]>();
  for (const task of before.tasks) {
    const key = normalizeForCompare(task.requirement);
    waiting.set(key, [...(waiting.get(key) ?? []), task]);
  }
  for (const task of after.tasks) {
    const same = waiting.get(normalizeForCompare(task.requirement))?.shift();
    if (same) partner.set(task, same);
  }
  const left = [...waiting.values()].flat().map((task) => ({ task, grams: bigramsOf(task.requirement) }));
  const open = after.tasks.filter((task) => !partner.has(task)).map((task) => ({ task, grams: bigramsOf(task.requirement) }));
  const pairs = open.flatMap((now) => left.map((then) => ({ now, then, score: diceOf(now.grams, then.grams) }))).filter((pair) => pair.score >= SAME_TASK);
  pairs.sort((a, b) => b.score - a.score);
  const taken = new Set<ParentTask>();
  for (const { now, then } of pairs) {
    if (partner.has(now.task) || taken.has(then.task)) continue;
    partner.set(now.task, then.task);
    taken.add(then.task);
  }
  const kept = new Set(partner.values());
  return {
    added: after.tasks.filter((task) => !partner.has(task)),
    dropped: before.tasks.filter((task) => !kept.has(task)),
    changed: after.tasks.flatMap((task): ChangedTask[] => {
      const earlier = partner.get(task);
      const fields = earlier ? FIELDS.filter((field) => normalizeForCompare(earlier[field]) !== normalizeForCompare(task[field])) : [];
      return earlier && fields.length > 0 ? [{ before: earlier, after: task, fields }] : [];
    }),
  };
}
