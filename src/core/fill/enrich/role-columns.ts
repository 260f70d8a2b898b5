import type { UnitField } from "../../ledger/fields";
import { labelKind } from "../../ledger/labels";
import type { LedgerRow } from "../../ledger/ledger";
import type { Role } from "../../responsibility/responsibility";
import { labelOf } from "../../rules/cell-words";
import type { RuleContext } from "../../rules/rule";
import { joinedRoles } from "../fill-values";
import { unitTexts } from "../unit-texts";
import { plan, refuse, rowList, type Enrich } from "./step";

const COLUMNS = [
  ["lead", "leadUnits", "牵头"],
  ["cooperate", "cooperateUnits", "配合"],
  ["implement", "implementUnits", "落实"],
  ["supervise", null, "监管"],
] as const satisfies readonly (readonly [Role, UnitField | null, string])[];

/** 牵头单位, 配合单位, 落实单位 in columns of their own, with elided prefixes restored; the one cell stays as it is. */
export const splitRoles: Enrich = (context, columns) => {
  const { ledger } = context;
  const like = ledger.columns.units;
  if (like === undefined) return refuse("表里没有“责任单位”一列，没有可拆的。");
  if (COLUMNS.some(([, field]) => field !== null && ledger.columns[field] !== undefined)) return refuse("表里已经有牵头、配合单位的列，没有再拆。");
  const wanted = COLUMNS.filter(([role]) => ledger.rows.some((row) => namesOf(context, row, role) !== ""));
  if (!wanted.some(([role]) => role !== "implement")) return refuse("责任单位里没有写牵头、配合，不用拆开。");
  const unread = ledger.rows.filter((row) => (row.cells.units?.text ?? "") !== "" && !COLUMNS.some(([role]) => namesOf(context, row, role) !== ""));
  // Beside a column that is itself called 落实单位, 牵头单位 would turn that into one role of three.
  const ending = labelKind(labelOf(context, "units")) === "units" ? "单位" : "";
  for (const [role, , label] of wanted) columns.add({ label: label + ending, like, value: (row) => namesOf(context, row, role) });
  const note = `加了${wanted.map(([, , label]) => `“${label}${ending}”`).join("")}${wanted.length}列。`;
  return plan(unread.length === 0 ? note : `${note}${rowList(unread.map(({ row }) => row))}没有看懂，空着。`);
};

function namesOf(context: RuleContext, row: LedgerRow, role: Role): string {
  const read = context.responsibilityOf(row, "units");
  if (!read) return "";
  const names = [...new Set(read.groups.filter((group) => group.role === role).flatMap((group) => group.units.map(({ name }) => name)))];
  // 等 stands at the end of the cell and belongs to the group there.
  const isOpen = read.openEnded && read.groups.at(-1)?.role === role && names.length > 0;
  return names.join("、") + (isOpen ? "等" : "");
}

/** One column 责任单位 out of 牵头单位, 配合单位 and 落实单位. */
export const joinRoles: Enrich = (context, columns) => {
  const { ledger } = context;
  if (ledger.columns.units !== undefined) return refuse("表里已经有“责任单位”一列，没有再合。");
  const like = ledger.columns.leadUnits ?? ledger.columns.cooperateUnits ?? ledger.columns.implementUnits;
  if (like === undefined) return refuse("表里没有“牵头单位”“配合单位”的列，没有可合的。");
  const list = (text: string): string[] => (text === "" ? [] : [text]);
  columns.add({
    label: "责任单位",
    like,
    value: (row) => {
      const { leadUnits, cooperateUnits, implementUnits } = unitTexts(row);
      return joinedRoles({ lead: list(leadUnits), cooperate: list(cooperateUnits), implement: list(implementUnits) });
    },
  });
  return plan("加了“责任单位”1列，由牵头、配合单位合成。");
};
