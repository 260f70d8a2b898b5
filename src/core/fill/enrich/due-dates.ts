import type { FormulaFormat } from "../../edits/edit";
import { columnLetters } from "../../grid/address";
import { serialOfIso } from "../../deadline/serial-date";
import type { CellValue } from "../../grid/sheet-grid";
import type { LedgerRow } from "../../ledger/ledger";
import { labelOf } from "../../rules/cell-words";
import type { RuleContext } from "../../rules/rule";
import { hasLabel, type ColumnAdder } from "./added-columns";
import { plan, refuse, rowList, type Enrich, type Step } from "./step";

export const DUE_LABEL = "截止日期";
/** What 持续推进 and recurring duties get instead of a day; the lamp takes it as on time. */
export const ONGOING = "序时推进";
/** As Excel's own list of Chinese dates writes it. Without the “;@” it is the built-in format 31, which an Office in another language shows in its own way. */
const DATE_FORMAT = 'yyyy"年"m"月"d"日";@';

/** 截止日期 as a true date out of the wording. Wordings with two readings stay blank and are named. */
export const dueDate: Enrich = (context, columns) => {
  const missing = cannotDate(context);
  return missing ?? plan(addDates(context, columns).note);
};

function cannotDate(context: RuleContext): Step | undefined {
  if (context.ledger.columns.deadline === undefined) return refuse("表里没有“时限要求”一列，算不出截止日期。");
  if (hasLabel(context, DUE_LABEL)) return refuse(`表里已经有“${DUE_LABEL}”一列，没有再加。`);
  return undefined;
}

function addDates(context: RuleContext, columns: ColumnAdder): { readonly column: number; readonly note: string } {
  const { ledger } = context;
  const label = labelOf(context, "deadline");
  // A date does not wrap: in a column made for 年底前 it would show as ####. Unit columns are wider.
  const like = context.unitFields[0] === undefined ? ledger.columns.deadline! : ledger.columns[context.unitFields[0]]!;
  const { column, unclear } = columns.add({ label: DUE_LABEL, like, numberFormat: DATE_FORMAT, value: (row) => dueOf(context, row) });
  const assumed = ledger.rows.filter((row) => typeof dueOf(context, row) === "number" && context.deadlineOf(row)?.assumed.includes("year-of-document"));
  const doubtful = ledger.rows.filter((row) => context.deadlineOf(row)?.alternative);
  const none = ledger.rows.filter((row) => (row.cells.deadline?.text ?? "") !== "" && dueOf(context, row) === null && !doubtful.includes(row));
  const note = [
    `按“${label}”加了“${DUE_LABEL}”1列。`,
    assumed.length === 0 || context.year === null ? "" : `${assumed.length}处没有写年份，按${context.year}年算。`,
    doubtful.length === 0 ? "" : `${rowList(doubtful.map(({ row }) => row))}有两种理解，空着。`,
    none.length === 0 ? "" : `${rowList(none.map(({ row }) => row))}算不出日子，空着。`,
    unclear.length === 0 ? "" : `${rowList(unclear)}一格里有几项，时限不同，空着。`,
  ].join("");
  return { column, note };
}

function dueOf(context: RuleContext, row: LedgerRow): CellValue {
  const deadline = context.deadlineOf(row);
  if (!deadline || deadline.alternative) return null;
  if (deadline.kind === "ongoing" || deadline.kind === "recurring") return ONGOING;
  return deadline.due === null || deadline.kind === "invalid" ? null : serialOfIso(deadline.due);
}

const RED = { fill: "#F8CBAD", font: "#9C0006" };
const YELLOW = { fill: "#FFE699", font: "#7F6000" };
const GREEN = { fill: "#C6E0B4", font: "#375623" };
/** Days before the due day on which yellow begins. */
const WARN_DAYS = 15;

/** 红黄绿 by conditional formatting on 截止日期, which is added where it is missing. */
export const lamp: Enrich = (context, columns) => {
  const { ledger, grid } = context;
  const existing = existingDates(context);
  const missing = existing === undefined ? cannotDate(context) : undefined;
  if (missing) return missing;
  const placed = existing === undefined ? addDates(context, columns) : { column: existing, note: "" };
  const status = existing !== undefined || ledger.columns.status === undefined ? ledger.columns.status : columns.placeOf(ledger.columns.status);
  const edits = ledger.blocks.flatMap((block) =>
    block.last < block.first
      ? []
      : [{ kind: "setConditionalFormat" as const, sheet: grid.sheet, area: { top: block.first, left: placed.column, bottom: block.last, right: placed.column }, before: [], after: lampFormats(placed.column, block.first, status) }],
  );
  if (existing === undefined) columns.follow(edits);
  const done = status === undefined ? "" : `“${labelOf(context, "status")}”写明已完成的为绿色，`;
  return plan(`${placed.note}“${DUE_LABEL}”加了红黄绿灯：过期为红色，${WARN_DAYS}天以内到期为黄色，${done}其余和“${ONGOING}”为绿色。`, existing === undefined ? [] : edits);
};

function existingDates({ ledger }: RuleContext): number | undefined {
  for (const { labels } of ledger.blocks) for (const [column, text] of labels) if (text.replace(/\s+/gu, "") === DUE_LABEL) return column;
  return undefined;
}

/**
 * The three colours of a cell of 截止日期. Each formula excludes the others, since hosts differ in which of two wins. AND
 * and OR look at all their parts, so that nothing is computed with a cell that may hold text: days are only compared.
 */
export function lampFormats(column: number, firstRow: number, status: number | undefined): FormulaFormat[] {
  const due = `$${columnLetters(column)}${firstRow + 1}`;
  const done = status === undefined ? undefined : isDone(`$${columnLetters(status)}${firstRow + 1}`);
  const open = done === undefined ? "" : `NOT(${done}),`;
  const warning = `TODAY()+${WARN_DAYS}`;
  const later = `${due}>${warning}`;
  return [
    { formula: `=AND(ISNUMBER(${due}),${open}${due}<TODAY())`, ...RED },
    { formula: `=AND(ISNUMBER(${due}),${open}${due}>=TODAY(),${due}<=${warning})`, ...YELLOW },
    { formula: `=OR(${due}="${ONGOING}",AND(ISNUMBER(${due}),${done === undefined ? later : `OR(${done},${later})`}))`, ...GREEN },
  ];
}

/** 已完成, 办结, 已销号; not 未完成, 部分完成, 基本完成, 正在办结. */
function isDone(state: string): string {
  const anyOf = (words: readonly string[]): string => `OR(${words.map((word) => `ISNUMBER(SEARCH("${word}",${state}))`).join(",")})`;
  return `AND(${anyOf(["完成", "办结", "销号"])},NOT(${anyOf(["未", "部分", "基本", "正在", "尚", "没", "不"])}))`;
}
