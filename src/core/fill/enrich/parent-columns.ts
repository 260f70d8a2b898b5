import type { CellValue } from "../../grid/sheet-grid";
import type { LedgerRow } from "../../ledger/ledger";
import { linkOf } from "../../rules/linked-task";
import type { RuleContext, TaskOfParent } from "../../rules/rule";
import { hasLabel } from "./added-columns";
import { plan, refuse, rowList, type Enrich } from "./step";

/** 上级序号: the number of the task a row surely answers. */
export const parentSeq: Enrich = (context, columns) =>
  fromParent(context, "上级序号", () => columns.add({ label: "上级序号", like: context.ledger.columns.deadline ?? context.ledger.columns.seq ?? context.ledger.columns.requirement!, value: (row) => seqsOf(context, row) }));

/** 上级时限: the deadline of the task a row surely answers, in the parent's words. */
export const parentDeadline: Enrich = (context, columns) =>
  fromParent(context, "上级时限", () => columns.add({ label: "上级时限", like: context.ledger.columns.deadline ?? context.ledger.columns.requirement!, value: (row) => deadlinesOf(context, row) }));

function fromParent(context: RuleContext, label: string, add: () => void): ReturnType<Enrich> {
  if (context.parents.length === 0 || !context.alignment) return refuse(`没有选上级文件，加不了“${label}”。`);
  if (hasLabel(context, label)) return refuse(`表里已经有“${label}”一列，没有再加。`);
  if (context.ledger.columns.requirement === undefined) return refuse(`表里没有“具体要求”一列，加不了“${label}”。`);
  const { rows } = context.ledger;
  const open = rows.filter((row) => linkOf(context, row)?.state === "confirm");
  if (!rows.some((row) => surely(context, row).length > 0)) return refuse(`没有一行能确定对应上级哪一项，没有加“${label}”。`);
  add();
  return plan(`加了“${label}”1列。${open.length === 0 ? "" : `${rowList(open.map(({ row }) => row))}对应哪一项还没有定，空着。`}`);
}

function surely(context: RuleContext, row: LedgerRow): readonly TaskOfParent[] {
  const link = linkOf(context, row);
  return link?.state === "sure" ? link.tasks.flatMap((task) => context.tasks[task] ?? []) : [];
}

function seqsOf(context: RuleContext, row: LedgerRow): CellValue {
  const tasks = surely(context, row);
  const [first] = tasks;
  if (!first) return null;
  const numbers = tasks.map(({ task }) => task.seq || "？").join("、");
  if (context.parents.length > 1) {
    const { docNumber, title } = context.parents[first.parent]!;
    return `${docNumber || `《${title}》`}第${numbers}项`;
  }
  // Bare numbers in a sheet without a number column of its own would be taken for it.
  if (context.ledger.blocks.some(({ columns }) => columns.seq === undefined)) return `上级第${numbers}项`;
  return /^\d{1,6}$/u.test(numbers) ? Number(numbers) : numbers;
}

function deadlinesOf(context: RuleContext, row: LedgerRow): CellValue {
  const tasks = surely(context, row).filter(({ task }) => task.deadline !== "");
  const wordings = new Set(tasks.map(({ task }) => task.deadline));
  if (wordings.size <= 1) return [...wordings][0] ?? null;
  return tasks.map(({ task }) => `第${task.seq || "？"}项${task.deadline}`).join("；");
}
