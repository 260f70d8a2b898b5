import { addMonths, civil, dayNumber, daysInMonth, isRealDay, lastOfMonth, weekday } from "./calendar";
import type { DayNumber } from "./calendar";
import { elidedUnit, isYear, kindAt, smallNumber } from "./token-row";
import type { TokenRow } from "./token-row";

export type Grain = "plan" | "year" | "half" | "quarter" | "month" | "tenDays" | "week" | "day";

/** A stretch of the calendar that the text names: 2021年, 三季度, 10月底, 12月上旬, 3月15日, 本月. */
export interface Period {
  readonly grain: Grain;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly year: number;
  readonly month: number | null;
  /** Whether a year was written, here or before it in the same text. */
  readonly yearWritten: boolean;
  /** false: no year is known and `year` is a stand-in (a leap year); only month and day of the days mean anything. */
  readonly yearKnown: boolean;
  /** The text points at the end of the stretch (底, 末) or the stretch is one day: 前 then includes it. */
  readonly ended: boolean;
  /** 初 and 中, which name no day. */
  readonly loose: boolean;
  /** Counted from the issue date (本月, 下周); when that is unknown, so is the day. */
  readonly counted: "known" | "unknown" | null;
  /** The other month when 2024.10 may have lost its last zero in a number cell. */
  readonly otherLast: DayNumber | null;
  /** 全年: named as a whole, so a range even without anything else. */
  readonly whole: boolean;
  /** Token range. */
  readonly from: number;
  readonly next: number;
}

/** The text names a day or month that does not exist, or a digit was lost; `likely` is what it probably meant. */
export interface BadPeriod {
  readonly bad: true;
  readonly likely: string | null;
  readonly from: number;
  readonly next: number;
}

/** What is known while reading on: the document's year and issue date, and what earlier words of the text have fixed. */
export interface Scope {
  readonly documentYear: number | null;
  readonly issued: DayNumber | null;
  /** Year written last in this text. */
  readonly writtenYear: number | null;
  /** Month named last, for 3月1日至15日 and 5月10日、20日; null where a bare day has no month to lean on. */
  readonly month: number | null;
}

/** Stand-in when no year is known; a leap year, so that 2月29日 is not refused. */
const STAND_IN_YEAR = 2000;

interface YearPart {
  readonly year: number;
  readonly written: boolean;
  readonly known: boolean;
}

function yearOf(scope: Scope): YearPart {
  if (scope.writtenYear !== null) return { year: scope.writtenYear, written: true, known: true };
  if (scope.documentYear !== null) return { year: scope.documentYear, written: false, known: true };
  return { year: STAND_IN_YEAR, written: false, known: false };
}

/**
 * Read one period that begins at token `at`; null when none begins there. Bounds (前, 内, 起) are not part of it.
 * Never throws; never moves past the row's end.
 */
export function parsePeriod(row: TokenRow, at: number, scope: Scope): Period | BadPeriod | null {
  const token = row.tokens[at];
  if (!token) return null;
  switch (token.kind) {
    case "number":
      return parseNumber(row, at, scope);
    case "ordinal":
      return kindAt(row, at + 1) === "number" && isQuarter(row, at + 2, at + 1) ? parseInYear(row, at, at + 1, yearOf(scope), scope) : null;
    case "half":
    case "wholeYear":
    case "yearEnd":
    case "yearIn":
    case "yearStart":
    case "yearMiddle":
      return parseInYear(row, at, at, yearOf(scope), scope);
    case "yearShift": {
      const base = scope.documentYear;
      const part: YearPart = base === null ? { year: STAND_IN_YEAR, written: false, known: false } : { year: base + token.value, written: false, known: true };
      const within = token.text.endsWith("内");
      return within ? yearPeriod(at, at + 1, part, { ended: false }) : parseInYear(row, at, at + 1, part, scope);
    }
    case "plan":
      return parsePlan(row, at, token.value);
    case "monthEnd":
    case "monthShift":
    case "quarterShift":
    case "quarterEnd":
    case "weekShift":
    case "weekday":
    case "tenDays":
    case "today":
      return parseCounted(row, at, scope);
    case "before":
      return parseFirstQuarters(row, at, at, yearOf(scope));
    default:
      return null;
  }
}

/** 前三季度: from January to the end of September. */
function parseFirstQuarters(row: TokenRow, at: number, j: number, year: YearPart): Period | null {
  const number = row.tokens[j + 1];
  if (row.tokens[j]?.text !== "前" || number?.kind !== "number" || !smallNumber(number, 3) || kindAt(row, j + 2) !== "quarter") return null;
  return { ...quarterPeriod(at, j + 3, year, number.value, false), first: dayNumber(year.year, 1, 1), whole: true };
}

function parseNumber(row: TokenRow, at: number, scope: Scope): Period | BadPeriod | null {
  const token = row.tokens[at];
  if (!token) return null;
  if (token.text.length === 8 && /^\d{8}$/u.test(token.text)) return parseCompact(row, at);
  const next = kindAt(row, at + 1);
  if (isYear(token) && (next === "dot" || next === "slash" || next === "hyphen" || next === "to")) {
    const dotted = parseDotted(row, at);
    if (dotted) return dotted;
  }
  if (next === "year" || next === "yearEnd" || next === "yearStart" || next === "yearMiddle" || next === "yearIn" || next === "wholeYear") {
    const year = yearNumber(row, at, scope);
    if (year === null) return badYear(row, at, scope);
    const part: YearPart = { year, written: true, known: true };
    return parseInYear(row, at, next === "year" ? at + 2 : at + 1, part, scope);
  }
  if (isYear(token) && next === "end") return { bad: true, likely: insert(row, at + 1, "年"), from: at, next: at + 2 };
  const elided = elidedUnit(row, at);
  if (elided && isYear(token) && elided === "year") return yearPeriod(at, at + 1, { year: token.value, written: true, known: true }, { ended: false });
  return parseInYear(row, at, at, yearOf(scope), scope);
}

/** 2021, or 21 where the words after it make it a year and it lies near the document's; null when the number is no year. */
function yearNumber(row: TokenRow, at: number, scope: Scope): number | null {
  const token = row.tokens[at];
  if (!token) return null;
  if (isYear(token)) return token.value;
  const next = kindAt(row, at + 1);
  const after = kindAt(row, at + 2);
  const pointsIntoYear = next === "yearEnd" || next === "yearStart" || (next === "year" && (after === "number" || after === "half" || after === "ordinal" || after === "end"));
  if (token.text.length !== 2 || !pointsIntoYear || !(token.value >= 10 && token.value <= 60)) return null;
  const year = 2000 + token.value;
  return scope.documentYear === null ? (year >= 2015 && year <= 2040 ? year : null) : Math.abs(year - scope.documentYear) <= 10 ? year : null;
}

function badYear(row: TokenRow, at: number, scope: Scope): BadPeriod | null {
  const token = row.tokens[at];
  const next = kindAt(row, at + 1);
  if (!token) return null;
  const digits = token.text;
  const pointsIntoYear = next === "yearEnd" || (next === "year" && kindAt(row, at + 2) === "number");
  if (!pointsIntoYear) return null;
  let likely: string | null = null;
  if (/^\d{5,}$/u.test(digits) && /^(?:19[9]\d|20\d\d)$/u.test(digits.slice(-4))) likely = replace(row, at, digits.slice(-4));
  else if (scope.documentYear !== null && /^\d{3,5}$/u.test(digits) && oneDigitApart(digits, String(scope.documentYear))) likely = replace(row, at, String(scope.documentYear));
  return { bad: true, likely, from: at, next: at + 2 };
}

/** 20211231, the basic format of GB/T 7408. */
function parseCompact(row: TokenRow, at: number): Period | BadPeriod | null {
  const text = row.tokens[at]?.text ?? "";
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  if (year < 1990 || year > 2099 || !isRealDay(year, month, day)) return null;
  return dayPeriod(row, at, at + 1, { year, written: true, known: true }, month, day);
}

/** 2021.12.31, 2021-12-31, 2021/6, 2021.12月底. The separators of one date are the same. */
function parseDotted(row: TokenRow, at: number): Period | BadPeriod | null {
  const { tokens } = row;
  const separator = tokens[at + 1]?.kind;
  const monthToken = tokens[at + 2];
  const year: YearPart = { year: tokens[at]?.value ?? 0, written: true, known: true };
  if (monthToken?.kind !== "number" || !/^\d{1,2}$/u.test(monthToken.text)) return null;
  const month = monthToken.value;
  if (month < 1 || month > 12) return null;
  const unit = kindAt(row, at + 3);
  if (separator !== "to" && (unit === "month" || unit === "monthEnd" || unit === "monthStart" || unit === "monthMiddle")) return parseMonth(row, at, at + 2, year);
  const dayToken = tokens[at + 4];
  if (unit === separator && dayToken?.kind === "number" && /^\d{1,2}$/u.test(dayToken.text)) {
    const next = kindAt(row, at + 5) === "day" ? at + 6 : at + 5;
    return dayOrBad(row, at, next, year, month, dayToken.value);
  }
  // A dash joins the three parts of one date (2021—06—30) but never only two of them.
  if (separator === "to") return null;
  const ended = unit === "end";
  const period = monthPeriod(at, ended ? at + 4 : at + 3, year, month, ended);
  // Excel turns a typed 2024.10 into the number 2024.1.
  const mayBeOctober = separator === "dot" && monthToken.text === "1" && !ended;
  return mayBeOctober ? { ...period, otherLast: lastOfMonth(year.year, 10) } : period;
}

/** What can follow once the year is known, from token `j`: month, quarter, half, 底, or nothing (the year alone). */
function parseInYear(row: TokenRow, at: number, j: number, year: YearPart, scope: Scope): Period | BadPeriod | null {
  const token = row.tokens[j];
  const hasYear = j > at && kindAt(row, at) !== "ordinal";
  const alone = (): Period | null => (hasYear ? yearPeriod(at, j, year, { ended: false }) : null);
  if (!token) return alone();
  switch (token.kind) {
    case "yearEnd":
    case "end":
      if (token.kind === "end" && !hasYear) return null;
      return yearPeriod(at, j + 1, year, { ended: true });
    case "yearIn":
      return yearPeriod(at, j + 1, year, { ended: false });
    case "wholeYear":
      return yearPeriod(at, j + 1, year, { ended: false, whole: true });
    case "yearStart":
    case "begin":
      if (token.kind === "begin" && !hasYear) return null;
      return { ...yearPeriod(at, j + 1, year, { ended: true }), last: lastOfMonth(year.year, 1), loose: true };
    case "yearMiddle":
      return { ...yearPeriod(at, j + 1, year, { ended: true }), last: lastOfMonth(year.year, 6), loose: true };
    case "half":
      return halfPeriod(row, at, j, year, token.value);
    case "ordinal": {
      const inner = kindAt(row, j + 1) === "number" && isQuarter(row, j + 2, j + 1) ? parseQuarter(row, at, j + 1, year) : null;
      return inner ?? alone();
    }
    case "number":
      return parseNumberInYear(row, at, j, year, scope, hasYear) ?? alone();
    case "before":
      return (hasYear ? parseFirstQuarters(row, at, j, year) : null) ?? alone();
    default:
      return alone();
  }
}

function parseNumberInYear(row: TokenRow, at: number, j: number, year: YearPart, scope: Scope, hasYear: boolean): Period | BadPeriod | null {
  const token = row.tokens[j];
  if (!token) return null;
  const unit = kindAt(row, j + 1);
  if (unit === "month" || unit === "monthEnd" || unit === "monthStart" || unit === "monthMiddle") return parseMonth(row, at, j, year);
  if (isQuarter(row, j + 1, j)) return parseQuarter(row, at, j, year);
  if (unit === "dot" || unit === "slash") {
    const day = row.tokens[j + 2];
    // 6.30 is a day, 6.3 may be a number; 6.5万元, 12.5% and 1.2.3 are none.
    const after = kindAt(row, j + 3);
    const opensRange = (after === "to" || after === "hyphen") && kindAt(row, j + 4) === "number";
    const wellFormed = /^\d{1,2}$/u.test(token.text) && day?.kind === "number" && (opensRange ? /^\d{1,2}$/u : /^\d{2}$/u).test(day.text) && smallNumber(token, 12);
    if (wellFormed && (after === null || after === "before" || after === "to" || after === "hyphen" || after === "comma" || after === "stop" || after === "close" || after === "enumeration" || after === "until") && isRealDay(year.year, token.value, day.value)) {
      return dayPeriod(row, at, j + 3, year, token.value, day.value);
    }
    return null;
  }
  if (unit === "day") {
    // 3号楼, 第53号: without a month only 日 is a day.
    if (!hasYear && scope.month === null && (row.tokens[j + 1]?.text === "号" || kindAt(row, j - 1) === "ordinal")) return null;
    if (scope.month === null || hasYear) return hasYear ? { bad: true, likely: splitMonthAndDay(row, j), from: at, next: j + 2 } : parseCounted(row, at, scope);
    return dayOrBad(row, at, j + 2, year, scope.month, token.value);
  }
  switch (elidedUnit(row, j)) {
    case "month":
      return smallNumber(token, 12) ? monthPeriod(at, j + 1, year, token.value, false) : null;
    case "quarter":
      return smallNumber(token, 4) ? quarterPeriod(at, j + 1, year, token.value, false) : null;
    case "day":
      return scope.month !== null && !hasYear ? dayOrBad(row, at, j + 1, year, scope.month, token.value) : null;
    default:
      return null;
  }
}

function isQuarter(row: TokenRow, j: number, number: number): boolean {
  const kind = kindAt(row, j);
  return kind === "quarter" || kind === "quarterEnd" || kind === "quarterStart" || (row.tokens[number]?.text.startsWith("Q") ?? false);
}

function parseQuarter(row: TokenRow, at: number, j: number, year: YearPart): Period | BadPeriod | null {
  const token = row.tokens[j];
  if (!token || !smallNumber(token, 4)) return null;
  if (token.text.startsWith("Q")) {
    const ended = kindAt(row, j + 1) === "end";
    return quarterPeriod(at, ended ? j + 2 : j + 1, year, token.value, ended);
  }
  const kind = kindAt(row, j + 1);
  const ended = kind === "quarterEnd" || kindAt(row, j + 2) === "end";
  const period = quarterPeriod(at, kind === "quarter" && ended ? j + 3 : j + 2, year, token.value, ended);
  return kind === "quarterStart" ? { ...period, last: period.first + 9, ended: true, loose: true } : period;
}

function parseMonth(row: TokenRow, at: number, j: number, year: YearPart): Period | BadPeriod {
  const month = row.tokens[j]?.value ?? 0;
  const unit = kindAt(row, j + 1);
  if (!(Number.isInteger(month) && month >= 1 && month <= 12)) {
    return { bad: true, likely: likelyMonth(row, at, j), from: at, next: j + 2 };
  }
  if (unit === "monthEnd") return monthPeriod(at, j + 2, year, month, true);
  if (unit === "monthStart") return { ...monthPeriod(at, j + 2, year, month, true), last: dayNumber(year.year, month, 10), loose: true };
  if (unit === "monthMiddle") return { ...monthPeriod(at, j + 2, year, month, true), last: dayNumber(year.year, month, 20), loose: true };
  const after = row.tokens[j + 2];
  if (after?.kind === "monthEnd") return monthPeriod(at, j + 3, year, month, true);
  if (after?.kind === "tenDays") return tenDaysPeriod(row, at, j + 2, year, month, after.value);
  if (after?.kind === "number") {
    const dayUnit = kindAt(row, j + 3);
    if (dayUnit === "day" || elidedUnit(row, j + 2) === "day") {
      return dayOrBad(row, at, withTime(row, dayUnit === "day" ? j + 4 : j + 3), year, month, after.value);
    }
    // 12月31前: the day's own word was lost.
    if ((dayUnit === "before" || dayUnit === null) && after.start === row.tokens[j + 1]?.end && smallNumber(after, 31)) {
      return { bad: true, likely: insert(row, j + 3, "日"), from: at, next: j + 3 };
    }
  }
  return monthPeriod(at, j + 2, year, month, false);
}

/** Past a time of day (24时, 17:00, 17时30分) and a weekday in brackets (星期五). */
function withTime(row: TokenRow, j: number): number {
  let next = j;
  if (kindAt(row, next) === "open" && kindAt(row, next + 1) === "weekday" && kindAt(row, next + 2) === "close") next += 3;
  const word = row.tokens[next];
  if (word?.kind === "other" && /^(?:上午|下午|中午|晚上|晚|早上|凌晨|下班)$/u.test(word.text)) next++;
  if (kindAt(row, next) !== "number") return next;
  if (kindAt(row, next + 1) === "clock") {
    next += 2;
    return kindAt(row, next) === "number" && row.tokens[next + 1]?.text === "分" ? next + 2 : next;
  }
  if (kindAt(row, next + 1) === "colon" && kindAt(row, next + 2) === "number") {
    next += 3;
    return kindAt(row, next) === "colon" && kindAt(row, next + 1) === "number" ? next + 2 : next;
  }
  return next;
}

function parsePlan(row: TokenRow, at: number, lastYear: number): Period {
  const year: YearPart = { year: lastYear, written: true, known: true };
  const kind = kindAt(row, at + 1);
  const next = kind === "end" || kind === "during" ? at + 2 : at + 1;
  const period = yearPeriod(at, next, year, { ended: kind === "end", whole: kind === "during" });
  return { ...period, grain: "plan", first: dayNumber(lastYear - 4, 1, 1) };
}

/** Words that count from the issue date: 本月底, 下月中旬, 下月10日, 本周五, 本季度末, 月底, 即日, and a day without any month. */
function parseCounted(row: TokenRow, at: number, scope: Scope): Period | BadPeriod | null {
  const token = row.tokens[at];
  if (!token) return null;
  const counted = scope.issued === null ? "unknown" : "known";
  const issued = scope.issued ?? dayNumber(STAND_IN_YEAR, 1, 1);
  const { year: issueYear } = civil(issued);
  const part: YearPart = { year: issueYear, written: true, known: true };
  const of = (period: Period): Period => ({ ...period, counted });
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
  if (token.kind === "quarterShift" || token.kind === "quarterEnd") {
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
function dayWithin(row: TokenRow, at: number, next: number, year: YearPart, month: number, day: number, of: (period: Period) => Period): Period | BadPeriod {
  if (!(Number.isInteger(day) && day >= 1 && day <= 31)) return { bad: true, likely: splitMonthAndDay(row, at), from: at, next };
  return of(dayPeriod(row, at, withTime(row, next), year, month, Math.min(day, daysInMonth(year.year, month))));
}

function dayOrBad(row: TokenRow, at: number, next: number, year: YearPart, month: number, day: number): Period | BadPeriod {
  if (isRealDay(year.year, month, day)) return dayPeriod(row, at, next, year, month, day);
  const last = daysInMonth(year.year, month);
  const unit = row.tokens[next - 1];
  const written = row.tokens.slice(at, next).findLast((token) => token.kind === "number" && token.value === day);
  // 6月31日 means the last day of June.
  const likely = unit && written && day > last && day <= 31 ? row.text.slice(0, written.start) + String(last) + row.text.slice(written.end) : null;
  return { bad: true, likely, from: at, next };
}

function base(at: number, next: number, part: YearPart): Omit<Period, "grain" | "first" | "last"> {
  return {
    year: part.year, month: null, yearWritten: part.written, yearKnown: part.known,
    ended: false, loose: false, counted: null, otherLast: null, whole: false, from: at, next,
  };
}

function yearPeriod(at: number, next: number, part: YearPart, options: { readonly ended: boolean; readonly whole?: boolean }): Period {
  return { ...base(at, next, part), grain: "year", first: dayNumber(part.year, 1, 1), last: dayNumber(part.year, 12, 31), ended: options.ended, whole: options.whole ?? false };
}

function halfPeriod(row: TokenRow, at: number, j: number, part: YearPart, half: number): Period {
  const ended = kindAt(row, j + 1) === "end";
  const first = dayNumber(part.year, half === 1 ? 1 : 7, 1);
  return { ...base(at, ended ? j + 2 : j + 1, part), grain: "half", first, last: lastOfMonth(part.year, half * 6), ended, whole: !ended };
}

function quarterPeriod(at: number, next: number, part: YearPart, quarter: number, ended: boolean): Period {
  return { ...base(at, next, part), grain: "quarter", first: dayNumber(part.year, quarter * 3 - 2, 1), last: lastOfMonth(part.year, quarter * 3), ended };
}

function monthPeriod(at: number, next: number, part: YearPart, month: number, ended: boolean): Period {
  return { ...base(at, next, part), grain: "month", month, first: dayNumber(part.year, month, 1), last: lastOfMonth(part.year, month), ended };
}

function tenDaysPeriod(row: TokenRow, at: number, j: number, part: YearPart, month: number, third: number): Period {
  const last = third === 3 ? lastOfMonth(part.year, month) : dayNumber(part.year, month, third * 10);
  const ended = kindAt(row, j + 1) === "end";
  return { ...base(at, ended ? j + 2 : j + 1, part), grain: "tenDays", month, first: dayNumber(part.year, month, third * 10 - 9), last, ended };
}

function dayPeriod(row: TokenRow, at: number, next: number, part: YearPart, month: number, day: number): Period {
  const date = dayNumber(part.year, month, day);
  return { ...base(at, withTime(row, next), part), grain: "day", month, first: date, last: date, ended: true };
}

function replace(row: TokenRow, at: number, words: string): string {
  const token = row.tokens[at];
  return token ? row.text.slice(0, token.start) + words + row.text.slice(token.end) : row.text;
}

function insert(row: TokenRow, before: number, word: string): string {
  const at = row.tokens[before]?.start ?? row.text.length;
  return row.text.slice(0, at) + word + row.text.slice(at);
}

/** 2024年127日 or 2024127日: the digits before 日 hold month and day with 月 lost. */
function splitMonthAndDay(row: TokenRow, at: number): string | null {
  const token = row.tokens[at];
  const parts = /^(\d{4})?(\d{1,2}?)(\d{1,2})$/u.exec(token?.text ?? "");
  if (!token || !parts) return null;
  const [, year = "", digits] = [parts[0], parts[1], `${parts[2] ?? ""}${parts[3] ?? ""}`];
  for (const cut of [2, 1]) {
    const [month, day] = [Number(digits.slice(0, cut)), Number(digits.slice(cut))];
    if (cut < digits.length && isRealDay(STAND_IN_YEAR, month, day)) return replace(row, at, `${year ? `${year}年` : ""}${month}月${day}`);
  }
  return null;
}

/** 202112月: the year's own word was lost. */
function likelyMonth(row: TokenRow, at: number, j: number): string | null {
  const token = row.tokens[j];
  if (!token) return null;
  const parts = /^(20\d\d)(\d{1,2})$/u.exec(token.text);
  if (parts && at === j && Number(parts[2]) >= 1 && Number(parts[2]) <= 12) return replace(row, j, `${parts[1] ?? ""}年${Number(parts[2])}`);
  return Number.isNaN(token.value) && Number(token.text) <= 12 ? row.text : null;
}

/** Whether two numbers differ by one digit lost, doubled or mistyped. */
function oneDigitApart(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].filter((digit, i) => digit !== b.charAt(i)).length === 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}
