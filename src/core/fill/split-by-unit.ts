import type { Ledger } from "../ledger/ledger";
import type { ReportCell, ReportSheet, ReportStyle } from "../report/report-sheet";
import { uniqueSheetNames } from "../report/sheet-names";
import { countOf, ROLES, ROLE_WORDS, unitLists, type UnitList, type UnitTask } from "./unit-lists";

/** The one printable sheet's name; answers are looked for there. */
export const SPLIT_SHEET = "按单位拆分";

const COLUMNS = ["序号", "工作任务", "具体要求", "分工", "时限要求", "落实情况"] as const;
const WIDTHS = [6, 20, 56, 8, 12, 24];
const LAST = COLUMNS.length - 1;

/**
 * 按单位拆分 as one printable sheet: how many tasks each unit leads and shares, then one list per unit, 牵头 before 配合,
 * with a blank column for its answer. Requirement and number stand as in the ledger, so that the answers find their rows.
 *
 * @returns null where the ledger names no unit.
 */
export function splitByUnit(ledger: Ledger): ReportSheet | null {
  const lists = unitLists(ledger);
  if (lists.length === 0) return null;
  const page = new Page();
  page.wide(`${titleOf(ledger)}（按单位拆分）`, "title", LAST);
  page.wide(summaryOf(ledger, lists), "note", LAST);
  for (const list of lists) {
    page.wide(`${list.unit}（${countsOf(list)}）`, "header", LAST);
    page.list(list);
  }
  return { name: SPLIT_SHEET, ...page, widths: WIDTHS, titleRows: null, landscape: true, activate: true, keep: false };
}

/**
 * 按单位拆分 as the sheets of a workbook: first who has how many, with a jump to each, then a sheet for each unit, headed so
 * that it can be sent by itself and is recognised when it comes back.
 *
 * @returns empty where the ledger names no unit.
 */
export function splitToSheets(ledger: Ledger): ReportSheet[] {
  const lists = unitLists(ledger);
  if (lists.length === 0) return [];
  const [first = "", ...names] = uniqueSheetNames(["汇总", ...lists.map(({ unit }) => unit)]);
  return [summarySheet(ledger, lists, first, names), ...lists.map((list, at) => unitSheet(ledger, list, names[at]!))];
}

function unitSheet(ledger: Ledger, list: UnitList, name: string): ReportSheet {
  const page = new Page();
  page.wide(`${titleOf(ledger)}——${list.unit}（${countsOf(list)}）`, "title", LAST);
  page.wide("请在“落实情况”一栏填写后返回。序号和具体要求请不要改，收回时照它们找对应的行。", "note", LAST);
  const header = page.rows.length;
  page.list(list);
  return { name, ...page, widths: WIDTHS, titleRows: { first: header, last: header }, landscape: true, activate: false, keep: true };
}

function summarySheet(ledger: Ledger, lists: readonly UnitList[], name: string, names: readonly string[]): ReportSheet {
  const roles = ROLES.filter((role) => lists.some((list) => countOf(list, role) > 0));
  const header = ["单位", ...roles.map((role) => ROLE_WORDS[role]), "合计"];
  const page = new Page();
  page.wide(`${titleOf(ledger)}（按单位拆分）`, "title", header.length - 1);
  page.wide(`共${lists.length}个单位，${ledger.rows.length}项任务。一项由几家承担的，几家都列。`, "note", header.length - 1);
  page.rows.push(header.map((value) => ({ value, style: "header" })));
  lists.forEach((list, at) => {
    const counts = roles.map((role): ReportCell => ({ value: countOf(list, role) || null, style: "center" }));
    page.rows.push([{ value: list.unit, style: "cell", link: { sheet: names[at]!, at: { row: 0, column: 0 } } }, ...counts, { value: countOf(list), style: "center" }]);
  });
  return { name, ...page, widths: [40, ...roles.map(() => 10), 10], titleRows: { first: 2, last: 2 }, landscape: false, activate: true, keep: true };
}

/** Rows and merges while they are put down. */
class Page {
  readonly rows: ReportCell[][] = [];
  readonly merges: ReportSheet["merges"][number][] = [];

  /** A text over the whole width, to the column `last`. */
  wide(text: string, style: ReportStyle, last: number): void {
    this.merges.push({ top: this.rows.length, left: 0, bottom: this.rows.length, right: last });
    this.rows.push(Array.from({ length: last + 1 }, (_, column) => ({ value: column === 0 ? text : null, style })));
  }

  list({ tasks }: UnitList): void {
    this.rows.push(COLUMNS.map((value) => ({ value, style: "header" })));
    for (const role of ROLES) for (const task of tasks.filter((each) => each.role === role)) this.rows.push(rowOf(task));
  }
}

function titleOf({ title, sheet }: Ledger): string {
  return title === "" ? sheet : title;
}

function summaryOf(ledger: Ledger, lists: readonly UnitList[]): string {
  return `共${lists.length}个单位，${ledger.rows.length}项任务：${lists.map((list) => `${list.unit}${countOf(list)}项`).join("，")}。`;
}

function countsOf(list: UnitList): string {
  return ROLES.flatMap((role) => (countOf(list, role) === 0 ? [] : [`${ROLE_WORDS[role]}${countOf(list, role)}项`])).join("，");
}

function rowOf({ row, role }: UnitTask): ReportCell[] {
  const { seq, level1, level2, level3, requirement, deadline } = row.cells;
  const number = seq?.text ?? "";
  return [
    { value: /^\d{1,9}$/u.test(number) ? Number(number) : number, style: "center" },
    { value: level3?.text || level2?.text || level1?.text || "", style: "cell" },
    { value: requirement?.text ?? "", style: "cell" },
    { value: ROLE_WORDS[role], style: "center" },
    { value: deadline?.text ?? "", style: "center" },
    { value: null, style: "cell" },
  ];
}
