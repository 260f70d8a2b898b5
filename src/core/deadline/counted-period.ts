import { addMonths, civil, dayNumber, daysInMonth, weekday } from "./calendar";
import { splitMonthAndDay } from "./likely";
import { STAND_IN_YEAR, dayPeriod, monthPeriod, quarterPeriod, tenDaysPeriod, yearOf } from "./period";
import type { BadPeriod, Period, Scope, YearPart } from "./period";
import { kindAt, smallNumber } from "./token-row";
import type { TokenRow } from "./token-row";

/** Words that count from the issue date: 本月底, 下月中旬, 下月10日, 本周五, 本季度末, 月底, 即日, and a day without any month. */
export function parseCounted(row: TokenRow, at: number, scope: Scope): Period | BadPeriod | null {
  const token = row.tokens[at];
  if (!token) return null;
  const counted = scope.issued === null ? "unknown" : "known";
  const issued = scope.issued ?? dayNumber(STAND_IN_YEAR, 1, 1);
  const { year: issueYear } = civil(issued);
  const part: YearPart = { year: issueYear, written: true, known: true };
  const of = (named: Period): Period => ({ ...named, counted });
  if (token.kind === "today") return of({ ...dayPeriod(row, at, at + 1, part, civil(issued).month, civil(issued).day), first: issued, last: issued });
  if (token.kind === "weekShift" || token.kind === "weekday") {
    const monday = issued - weekday(issued) + 1 + (token.kind === "weekShift" ? token.value * 7 : 0);
    const inner = row.tokens[at + 1];
    const named = token.kind === "weekday" ? token.value : 0;
    const spoken = inner && token.kind === "weekShift" ? (inner.kind === "number" && smallNumber(inner, 6) ? inner.value : inner.kind === "day" || inner.text === "末" ? 7 : 0) : 0;
    const day = named || spoken;
    const base = { ...dayPeriod(row, at, spoken ? at + 2 : at + 1, part, 1, 1), grain: day ? ("day" as const) : ("week" as const) };
    return of({ ...base, first: day ? monday + day - 1 : monday, last: monday + (day || 7) - 1, ended: day > 0 });
  }
  if (token.kind === "quarterShift" || token.kind === "quarterEnd" || token.kind === "quarter") {
    const month = civil(addMonths(issued, (token.kind === "quarterShift" ? token.value : 0) * 3));
    const ended = token.kind === "quarterEnd" || kindAt(row, at + 1) === "end";
    return of(quarterPeriod(at, ended && token.kind === "quarterShift" ? at + 2 : at + 1, { ...part, year: month.year }, Math.ceil(month.month / 3), ended));
  }
  const shift = token.kind === "monthShift" ? token.value : 0;
  const { year, month } = civil(addMonths(issued, shift));
  const inYear = { ...part, year };
  if (token.kind === "number") return dayWithin(row, at, at + 2, inYear, month, token.value, of);
  if (token.kind === "monthEnd") return of(monthPeriod(at, at + 1, inYear, month, true));
  if (token.kind === "tenDays") {
    if (scope.month !== null) return tenDaysPeriod(row, at, at, yearOf(scope), scope.month, token.value);
    return of(tenDaysPeriod(row, at, at, inYear, month, token.value));
  }
  const inner = row.tokens[at + 1];
  if (inner?.kind === "end") return of(monthPeriod(at, at + 2, inYear, month, true));
  if (inner?.kind === "begin") return of({ ...monthPeriod(at, at + 2, inYear, month, true), last: dayNumber(year, month, 10), loose: true });
  if (inner?.kind === "tenDays") return of(tenDaysPeriod(row, at, at + 1, inYear, month, inner.value));
  if (inner?.kind === "number" && kindAt(row, at + 2) === "day") return dayWithin(row, at, at + 3, inYear, month, inner.value, of);
  return of(monthPeriod(at, at + 1, inYear, month, false));
}

/** A numbered day of a counted month; the month's last where it is shorter, since nobody wrote which month it is. */
function dayWithin(row: TokenRow, at: number, next: number, year: YearPart, month: number, day: number, of: (named: Period) => Period): Period | BadPeriod {
  if (!(Number.isInteger(day) && day >= 1 && day <= 31)) return { bad: true, likely: splitMonthAndDay(row, at), from: at, next };
  return of(dayPeriod(row, at, next, year, month, Math.min(day, daysInMonth(year.year, month))));
}
