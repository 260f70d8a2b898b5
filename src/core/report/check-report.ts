import { addressOf } from "../grid/address";
import type { MergeArea } from "../grid/sheet-grid";
import type { ParentDocument } from "../parent/parent-document";
import type { CheckResult } from "../rules/check-result";
import type { NotChecked, Problem, Severity } from "../rules/rule";
import type { ReportCell, ReportSheet, ReportStyle } from "./report-sheet";

/** The name of the sheet; refilled each time, never deleted. */
export const CHECK_REPORT_SHEET = "检查情况表";

/** Counts up when a rule comes, goes or judges otherwise, so that two reports can be compared. */
export const RULE_SET_VERSION = "2026.11";

const LEVEL_WORDS: Readonly<Record<Severity, string>> = { error: "必改", warning: "请核对", info: "可改" };

const COLUMNS = ["序号", "位置", "级别", "问题", "为什么", "怎么改", "处理情况"] as const;
const WIDTHS = [6, 10, 8, 48, 36, 40, 20];

export interface CheckReportInput {
  readonly result: CheckResult;
  readonly profileName: string;
  readonly parents: readonly Pick<ParentDocument, "docNumber" | "title" | "tasks">[];
  /** 本单位, "" when not chosen. */
  readonly unit: string;
  /** When the check ran, as shown: 2024年5月8日 16:52. */
  readonly time: string;
  /** Why a rule did not run, in the words of the interface. */
  readonly reasonOf: (reason: NotChecked["reason"]) => string;
}

/**
 * 检查情况表 as plain rows: the verdict, what was checked against what, every problem with place, level, what, why and
 * how, the reasons for what is not changed, what was not checked. A4 landscape, the header repeated on each page.
 */
export function checkReport(input: CheckReportInput): ReportSheet {
  const { result } = input;
  const rows: ReportCell[][] = [];
  const merges: MergeArea[] = [];
  const wide = (text: string, style: ReportStyle) => {
    merges.push({ top: rows.length, left: 0, bottom: rows.length, right: COLUMNS.length - 1 });
    rows.push([{ value: text, style }, ...COLUMNS.slice(1).map((): ReportCell => ({ value: null, style: "plain" }))]);
  };
  wide(CHECK_REPORT_SHEET, "title");
  for (const sentence of introduction(input)) wide(sentence, "note");
  const header = rows.length;
  rows.push(COLUMNS.map((text) => ({ value: text, style: "header" })));
  result.problems.forEach((problem, index) => rows.push(problemRow(index + 1, problem, "")));
  result.ignored.forEach(({ problem, reason }, index) => rows.push(problemRow(result.problems.length + index + 1, problem, `不改：${reason}`)));
  result.known.forEach((problem, index) => rows.push(problemRow(result.problems.length + result.ignored.length + index + 1, problem, "已知问题，本次不提示")));
  if (result.problems.length + result.ignored.length + result.known.length === 0) wide("没有发现问题。", "note");
  if (result.notChecked.length > 0) {
    wide("没有查的项目", "note");
    for (const { title, reason } of result.notChecked) wide(`${title}：${input.reasonOf(reason)}。`, "note");
  }
  wide("本表由工具检查形成，供审核参考，不代替审核签批。", "note");
  return { name: CHECK_REPORT_SHEET, rows, widths: WIDTHS, merges, titleRows: { first: header, last: header }, landscape: true, activate: true, keep: false };
}

function introduction({ result, profileName, parents, unit, time }: CheckReportInput): string[] {
  const { counts, ignored, checked, notChecked, ledger, rowCount } = result;
  const parentNames = parents.map(({ docNumber, title, tasks }) => `${docNumber || `《${title}》`}（${tasks.length}项）`).join("、");
  return [
    `《${ledger.title || ledger.sheet}》共 ${rowCount} 项。必改 ${counts.error} 处，请核对 ${counts.warning} 处，可改 ${counts.info} 处${ignored.length > 0 ? `；另有 ${ignored.length} 处写明理由不改` : ""}。`,
    `查了 ${checked} 项${notChecked.length > 0 ? `，${notChecked.length} 项没查（见表末）` : ""}。检查口径：${profileName}。${parentNames === "" ? "没有选上级文件。" : `对照：${parentNames}。`}${unit === "" ? "" : `本单位：${unit}。`}`,
    `检查时间：${time}。规则版本：${RULE_SET_VERSION}。`,
  ];
}

function problemRow(number: number, problem: Problem, treatment: string): ReportCell[] {
  const { severity, at, sheet, message, why, how } = problem;
  return [
    { value: number, style: "center" },
    at ? { value: addressOf(at), style: "center", link: { sheet, at } } : { value: "全表", style: "center" },
    { value: LEVEL_WORDS[severity], style: severity },
    { value: message, style: "cell" },
    { value: why, style: "cell" },
    { value: how, style: "cell" },
    { value: treatment, style: "cell" },
  ];
}
