import { formatChineseNumber, formatChineseYear } from "../text/chinese-number";
import { foldText } from "../text/fold";
import { civil, dayOfIso, daysInMonth } from "./calendar";
import type { Deadline, DeadlineContext, IsoDate } from "./deadline";

/** The common wordings of a day; the example is what each writes for 31 December 2021, except where it says otherwise. */
export type DeadlineStyle =
  /** 年底前 */
  | "year-end"
  /** 2021年底前 */
  | "dated-year-end"
  /** 12月底前 */
  | "month-end"
  /** 2021年12月底前 */
  | "dated-month-end"
  /** 十二月底前 */
  | "chinese-month-end"
  /** 12月31日前 */
  | "day"
  /** 2021年12月31日前 */
  | "dated-day"
  /** 二〇二一年十二月三十一日前 */
  | "chinese-day"
  /** 2021-12-31 */
  | "iso"
  /** 2021/12/31 */
  | "slash"
  /** 2021.12.31 */
  | "dotted"
  /** 2021年12月 */
  | "month"
  /** 2021.12 */
  | "dotted-month"
  /** 12月下旬; 12月上旬 for the 10th */
  | "ten-days"
  /** 2021年12月下旬 */
  | "dated-ten-days"
  /** 四季度末 */
  | "quarter-end"
  /** 2021年四季度末 */
  | "dated-quarter-end"
  /** 下半年 */
  | "half-year"
  /** 全年 */
  | "whole-year";

export const deadlineStyles: readonly DeadlineStyle[] = [
  "year-end", "dated-year-end", "month-end", "dated-month-end", "chinese-month-end", "day", "dated-day", "chinese-day", "iso", "slash", "dotted",
  "month", "dotted-month", "ten-days", "dated-ten-days", "quarter-end", "dated-quarter-end", "half-year", "whole-year",
];

const withoutYear: ReadonlySet<DeadlineStyle> = new Set(["year-end", "month-end", "chinese-month-end", "day", "ten-days", "quarter-end", "half-year", "whole-year"]);

/**
 * The day in that wording, so that `parseDeadline` with the same context reads the same day from it. Null when the wording
 * cannot say it: not the last day of its month, another year than the document's left unwritten, no date at all.
 */
export function formatDeadline(due: IsoDate, style: DeadlineStyle, context: DeadlineContext): string | null {
  const number = dayOfIso(due);
  if (number === null) return null;
  const { year, month, day } = civil(number);
  if (year < 1990 || year > 2099) return null;
  const documentYear = context.year ?? (context.issued === null ? null : Number(context.issued.slice(0, 4)));
  if (withoutYear.has(style) && documentYear !== year) return null;
  const lastOfMonth = day === daysInMonth(year, month);
  const two = (value: number): string => String(value).padStart(2, "0");
  switch (style) {
    case "year-end":
    case "whole-year":
      return lastOfMonth && month === 12 ? (style === "year-end" ? "年底前" : "全年") : null;
    case "dated-year-end":
      return lastOfMonth && month === 12 ? `${year}年底前` : null;
    case "month-end":
      return lastOfMonth ? `${month}月底前` : null;
    case "dated-month-end":
      return lastOfMonth ? `${year}年${month}月底前` : null;
    case "chinese-month-end":
      return lastOfMonth ? `${formatChineseNumber(month) ?? ""}月底前` : null;
    case "day":
      return `${month}月${day}日前`;
    case "dated-day":
      return `${year}年${month}月${day}日前`;
    case "chinese-day":
      return `${formatChineseYear(year)}年${formatChineseNumber(month) ?? ""}月${formatChineseNumber(day) ?? ""}日前`;
    case "iso":
      return due;
    case "slash":
      return `${year}/${month}/${day}`;
    case "dotted":
      return `${year}.${month}.${day}`;
    case "month":
      return lastOfMonth ? `${year}年${month}月` : null;
    case "dotted-month":
      return lastOfMonth ? `${year}.${two(month)}` : null;
    case "ten-days":
    case "dated-ten-days": {
      const third = day === 10 ? "上旬" : day === 20 ? "中旬" : lastOfMonth ? "下旬" : null;
      return third === null ? null : `${style === "ten-days" ? "" : `${year}年`}${month}月${third}`;
    }
    case "quarter-end":
    case "dated-quarter-end":
      return lastOfMonth && month % 3 === 0 ? `${style === "quarter-end" ? "" : `${year}年`}${formatChineseNumber(month / 3) ?? ""}季度末` : null;
    case "half-year":
      return lastOfMonth && month % 6 === 0 ? (month === 6 ? "上半年" : "下半年") : null;
  }
}

/** The style in which a deadline is worded, so that a suggestion can be worded likewise; null when it is none of them. */
export function styleOfDeadline(deadline: Deadline, context: DeadlineContext): DeadlineStyle | null {
  const { due } = deadline;
  if (due === null) return null;
  const written = foldText(deadline.raw, { blanks: "drop" }).text;
  return deadlineStyles.find((style) => formatDeadline(due, style, context) === written) ?? null;
}
