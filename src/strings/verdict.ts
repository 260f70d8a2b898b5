/** What rules may have lacked, in the shape of `NotChecked.reason`. */
export type NotCheckedReason =
  | "units"
  | "deadline"
  | "requirement"
  | "seq"
  | "status"
  | "outcome"
  | "parent"
  | "unit"
  | "year"
  | "issued"
  | "facts"
  | "external-links"
  | "properties"
  | "page-setup"
  | "sizes"
  | "imported-units"
  | "crashed";

/** As much of a check's result as the verdict needs; `CheckResult` fits it. */
export interface VerdictLike {
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly checked: number;
  readonly notChecked: readonly { readonly reason: NotCheckedReason }[];
  /** Problems left as they are with a reason: counted apart, never passed over in silence. */
  readonly ignored?: readonly { readonly problem: { readonly severity: "error" | "warning" | "info" } }[];
}

/** The verdict, first thing on the pane: 必改 3 处，改完再报。另有 5 处请核对。 / 没有必改问题（3 处写明理由不改），还有 5 处请核对。 */
export function verdictSentence({ counts, ignored = [] }: Pick<VerdictLike, "counts" | "ignored">): string {
  if (counts.error > 0) return `必改 ${counts.error} 处，改完再报。${counts.warning > 0 ? `另有 ${counts.warning} 处请核对。` : ""}`;
  const left = (count: number) => (count > 0 ? `（${count} 处写明理由不改）` : "");
  const errors = left(ignored.filter(({ problem }) => problem.severity === "error").length);
  if (counts.warning > 0) return `没有必改问题${errors}，还有 ${counts.warning} 处请核对。`;
  if (counts.info > 0) return `没有必改问题${errors}，还有 ${counts.info} 处可改。`;
  return `没有发现问题${left(ignored.length)}。`;
}

/** What was checked and what was not, always beside the verdict: 查了 14 项，2 项没查：没有选上级文件。 */
export function notCheckedSentence({ checked, notChecked }: Pick<VerdictLike, "checked" | "notChecked">): string {
  if (notChecked.length === 0) return `查了 ${checked} 项。`;
  const reasons = [...new Set(notChecked.map(({ reason }) => REASONS[reason]))];
  return `查了 ${checked} 项，${notChecked.length} 项没查：${reasons.join("；")}。`;
}

const REASONS: Readonly<Record<NotCheckedReason, string>> = {
  units: "表里没有责任单位一栏",
  deadline: "表里没有时限一栏",
  requirement: "表里没有具体要求一栏",
  seq: "表里没有序号一栏",
  status: "表里没有完成情况一栏",
  outcome: "表里没有完成情况一栏",
  parent: "没有选上级文件",
  unit: "没有选本单位",
  year: "看不出是哪一年的台账",
  issued: "看不出成文日期",
  facts: "读不到文件属性",
  "external-links": "这里读不到文件的外部链接",
  properties: "读不到文件属性",
  "page-setup": "读不到页面设置",
  sizes: "读不到行高列宽",
  "imported-units": "没有导入单位名录",
  crashed: "程序出错，没有查完",
};

/** Why one rule did not run, for the list behind 没查. */
export function notCheckedReason(reason: NotCheckedReason): string {
  return REASONS[reason];
}

/** As much of a problem as the one-line verdict needs. */
interface PlacedProblem {
  readonly row: number | null;
  readonly field: string | null;
  readonly severity: "error" | "warning" | "info";
}

/** How columns are called in one word, where a sentence has no room for the sheet's own label. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  seq: "序号",
  level1: "任务标题",
  level2: "任务标题",
  requirement: "要求",
  units: "单位",
  leadUnits: "牵头单位",
  cooperateUnits: "配合单位",
  implementUnits: "落实单位",
  deadline: "时限",
};

/** Most places the one-line verdict names. */
const MOST_PLACES = 10;

/** 复制结论: 《××台账》共 23 项，必改 0 处，请核对 3 处：第12行时限、第16行单位、第21行文号。 */
export function verdictLine(result: VerdictLike & { readonly ledger: { readonly title: string; readonly sheet: string }; readonly rowCount: number; readonly problems: readonly PlacedProblem[] }): string {
  const { ledger, rowCount, counts, problems, ignored = [] } = result;
  const places = [...new Set(problems.filter(({ severity, row }) => severity !== "info" && row !== null).map(({ row, field }) => `第${row! + 1}行${FIELD_WORDS[field ?? ""] ?? ""}`))];
  const named = places.length === 0 ? "" : `：${places.slice(0, MOST_PLACES).join("、")}${places.length > MOST_PLACES ? "等" : ""}`;
  return `《${ledger.title || ledger.sheet}》共 ${rowCount} 项，必改 ${counts.error} 处，请核对 ${counts.warning} 处${named}${ignored.length > 0 ? `；写明理由不改 ${ignored.length} 处` : ""}。${notCheckedSentence(result)}`;
}
