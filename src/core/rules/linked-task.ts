import type { LedgerRow } from "../ledger/ledger";
import type { Link } from "../matching/matching";
import type { ParentTask } from "../parent/parent-document";
import type { RuleContext } from "./rule";

const INDICES = new WeakMap<RuleContext["ledger"], ReadonlyMap<LedgerRow, number>>();

/** The link of a row; undefined without a parent. */
export function linkOf(context: RuleContext, row: LedgerRow): Link | undefined {
  let indices = INDICES.get(context.ledger);
  if (!indices) INDICES.set(context.ledger, (indices = new Map(context.ledger.rows.map((each, index) => [each, index]))));
  const index = indices.get(row);
  return index === undefined ? undefined : context.alignment?.links[index];
}

/** The one task that a row surely answers. undefined without a parent, for a doubtful link, and for a row that answers several tasks. */
export function linkedTask(context: RuleContext, row: LedgerRow): ParentTask | undefined {
  const tasks = linkedTasks(context, row);
  return tasks.length === 1 ? tasks[0] : undefined;
}

/** All tasks that a row surely answers; empty for a doubtful link. */
export function linkedTasks(context: RuleContext, row: LedgerRow): readonly ParentTask[] {
  const link = linkOf(context, row);
  if (link?.state !== "sure") return [];
  return link.tasks.flatMap((task) => context.tasks[task]?.task ?? []);
}
