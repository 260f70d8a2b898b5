import { labelOf } from "../../rules/cell-words";
import { hasLabel } from "./added-columns";
import { plan, refuse, type Enrich } from "./step";

/** What the lists of 按单位拆分 call the column that a 处室 fills in; the ledger's own is called the same. */
const LABEL = "落实情况";

/** 落实情况: a blank column, in which the answers of 处室 are collected. */
export const progressColumn: Enrich = (context, columns) => {
  const { ledger } = context;
  if (ledger.columns.progress !== undefined) return refuse(`表里已经有“${labelOf(context, "progress")}”一列，没有再加。`);
  if (hasLabel(context, LABEL)) return refuse(`表里已经有“${LABEL}”一列，没有再加。`);
  const like = context.unitFields[0] === undefined ? ledger.columns.requirement : ledger.columns[context.unitFields[0]];
  if (like === undefined) return refuse(`表里没有“具体要求”一列，加不了“${LABEL}”。`);
  columns.add({ label: LABEL, like, value: () => null });
  return plan(`加了“${LABEL}”1列，空着。`);
};
