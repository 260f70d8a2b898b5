import { addMonths, dayOfIso, isoOf } from "./calendar";
import type { DayNumber } from "./calendar";
import { reading } from "./reading";
import type { Reading } from "./reading";
import type { Scope } from "./period";
import { isYear, kindAt } from "./token-row";
import type { TokenRow } from "./token-row";
import { workingDayAfter } from "./working-days";

type SpanUnit = "workday" | "day" | "week" | "month" | "halfMonth" | "year" | "quarter" | "hour";

interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
  readonly next: number;
}

/**
 * Read a length of time used as a deadline, beginning at token `at`: 20个工作日内, 3至5日内, 一个月之内, 半年内, 提前7日.
 * `clauseFrom` is the first token of the clause: the words from there on say what it is counted from. The day is
 * computed only from the issue date (印发之日起, 即日起) or from `anchor`, a day written right before (2021年3月15日起3个月内).
 * Null when no such length begins there.
 */
export function parseRelative(row: TokenRow, at: number, clauseFrom: number, scope: Scope, anchor: DayNumber | null = null): Reading | null {
  const span = parseSpan(row, at);
  if (!span) return null;
  const bound = kindAt(row, span.next);
  const within = bound === "within" || kindAt(row, span.next - 1) === "yearIn";
  if (!within && !standsAlone(row, at, span)) return null;
  const next = bound === "within" || bound === "before" || bound === "after" || bound === "until" ? span.next + 1 : span.next;
  // A plain length may be a note beside the deadline (共7天); it counts only when there is nothing else.
  const form = within ? "span" : "word";
  if (anchor !== null) {
    const due = dayAfter(anchor, span);
    return reading({ kind: "relative", form, due, start: anchor, notComputed: due !== null ? null : span.unit === "workday" ? "no-calendar" : "no-anchor", from: at, next });
  }
  if (!countsFromIssue(row, clauseFrom, at)) return reading({ kind: "relative", form, notComputed: "no-anchor", from: at, next });
  const said = { kind: "relative", form, assumed: ["from-issue"], from: at, next } as const;
  if (scope.issued === null) return reading({ ...said, notComputed: "no-anchor" });
  const due = dayAfter(scope.issued, span);
  return reading(due === null ? { ...said, notComputed: span.unit === "workday" ? "no-calendar" : "no-anchor" } : { ...said, due });
}

function parseSpan(row: TokenRow, at: number): Span | null {
  const token = row.tokens[at];
  if (token?.kind === "halfYear") return { count: 6, unit: "month", next: at + 1 };
  if (token?.kind === "halfMonth") return { count: 1, unit: "halfMonth", next: at + 1 };
  if (token?.kind !== "number") return null;
  const link = kindAt(row, at + 1);
  const second = row.tokens[at + 2];
  if ((link === "to" || link === "hyphen") && second?.kind === "number") {
    const unit = spanUnit(row, at + 3, second.value);
    return unit && unit !== "year" ? { count: second.value, unit, next: at + 4 } : null;
  }
  if (!Number.isInteger(token.value) || token.value < 1 || token.value > 1000) return null;
  const unit = isYear(token) ? null : spanUnit(row, at + 1, token.value);
  return unit ? { count: token.value, unit, next: at + 2 } : null;
}

function spanUnit(row: TokenRow, at: number, count: number): SpanUnit | null {
  const token = row.tokens[at];
  switch (token?.kind) {
    case "workday":
      return "workday";
    case "days":
      return "day";
    // 20日内 is a length, 20日前 a day of the month.
    case "day":
      return token.text === "日" && kindAt(row, at + 1) !== "before" && kindAt(row, at - 2) !== "month" ? "day" : null;
    case "weeks":
      return "week";
    case "months":
      return "month";
    case "month":
      return row.tokens[at - 1]?.text === "两" ? "month" : null;
    case "hours":
      return "hour";
    case "quarter":
      return token.text === "个季度" ? "quarter" : null;
    case "year":
    case "yearIn":
      return token.text !== "年度" && count <= 20 ? "year" : null;
    default:
      return null;
  }
}

/** Without 内 a length is a deadline only where nothing else follows it in the clause, or its use is plain. */
function standsAlone(row: TokenRow, at: number, span: Span): boolean {
  const before = row.tokens[at - 1];
  const bound = row.tokens[span.next];
  const unit = kindAt(row, span.next - 1);
  // 自验收之日起2年, 今后三年; 三年行动 counts no deadline.
  const counted = before?.kind === "from" || /(?:今后|未来)$/u.test(before?.text ?? "");
  if (unit === "year") return bound?.kind === "after" || (bound === undefined && (before === undefined || counted)) || (counted && bound?.kind !== "other");
  if (before?.text.endsWith("提前")) return true;
  if (bound === undefined) return true;
  switch (bound.kind) {
    case "stop":
    case "comma":
    case "enumeration":
    case "close":
    case "before":
    case "after":
    case "until":
      return true;
    case "other":
      return /^(?:完成|办结|公开|公示|整改|反馈|报送|答复|回复|到位|时间|左右)/u.test(bound.text);
    default:
      return false;
  }
}

/** Nouns that mean the paper itself when nothing else is said. */
const fromIssue = /(?:^|[,。;(])(?:各\S{0,6})?(?:应|须|需|要|请)?(?:自|从|于|在|待)?(?:本\S{0,12}?|此\S{0,6}?|\S{0,8}?(?:通知|文件|任务分工|分工|分工方案|要点|台账|清单|任务分解表))?(?:正式)?(?:印发|下发|发文|制发|发布)(?:之日|后|之后|以后|日)?(?:起|开始)?,?$/u;
const publishedPlain = /(?:^|[,。;(自从在于待])发布/u;

/** Whether the words before the length count it from the issue of this very paper. */
function countsFromIssue(row: TokenRow, clauseFrom: number, at: number): boolean {
  if (kindAt(row, at - 1) === "today" || (kindAt(row, at - 1) === "from" && kindAt(row, at - 2) === "today")) return true;
  const from = row.tokens[clauseFrom]?.start ?? 0;
  const to = row.tokens[at]?.start ?? from;
  const words = row.text.slice(from, to);
  return fromIssue.test(words) && !publishedPlain.test(words);
}

/** The day so long after the anchor; the anchor day itself does not count (民法典 第二百零一条). Null when it cannot be told. */
function dayAfter(anchor: DayNumber, { count, unit }: Span): DayNumber | null {
  switch (unit) {
    case "workday":
      return dayOfIso(workingDayAfter(isoOf(anchor), count));
    case "day":
      return anchor + count;
    case "week":
      return anchor + 7 * count;
    case "month":
      return addMonths(anchor, count);
    case "halfMonth":
      return anchor + 15;
    case "quarter":
      return addMonths(anchor, 3 * count);
    case "year":
      return addMonths(anchor, 12 * count);
    case "hour":
      return count % 24 === 0 ? anchor + count / 24 : null;
  }
}
