import { dayNumber, daysInMonth, isRealDay, lastOfMonth } from "./calendar";
import { parseCounted } from "./counted-period";
import { insert, likelyMonth, oneDigitApart, replace, splitMonthAndDay } from "./likely";
import { STAND_IN_YEAR, dayPeriod, halfPeriod, monthPeriod, quarterPeriod, tenDaysPeriod, yearOf, yearPeriod } from "./period";
import type { BadPeriod, Period, Scope, YearPart } from "./period";
import { elidedUnit, isYear, kindAt, smallNumber } from "./token-row";
import type { TokenRow } from "./token-row";

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
      if (kindAt(row, at + 1) !== "number" || !isQuarter(row, at + 2, at + 1)) return null;
      return parseInYear(row, at, at + 1, yearOf(scope), scope) ?? { bad: true, likely: null, from: at, next: at + 3 };
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
      return within ? yearPeriod(at, at + 1, part, false) : parseInYear(row, at, at + 1, part, scope);
    }
    case "plan":
      return parsePlan(row, at);
    // 月内, 季度内: this month, this quarter.
    case "month":
    case "quarter":
      return kindAt(row, at + 1) === "within" && kindAt(row, at - 1) !== "number" && !token.text.startsWith("个") ? parseCounted(row, at, scope) : null;
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
  if (next === "year" || next === "yearEnd" || next === "yearStart" || next === "yearMiddle" || next === "yearIn" || next === "wholeYear" || (next === "half" && isYear(token))) {
    const year = yearNumber(row, at, scope);
    if (year === null) return badYear(row, at, scope);
    const part: YearPart = { year, written: true, known: true };
    return parseInYear(row, at, next === "year" ? at + 2 : at + 1, part, scope);
  }
  if (isYear(token) && next === "end") return { bad: true, likely: insert(row, at + 1, "年"), from: at, next: at + 2 };
  // 2021Q3, and 2021-2023 without 年.
  const second = row.tokens[at + 1];
  if (isYear(token) && second?.text.startsWith("Q")) return parseInYear(row, at, at + 1, { year: token.value, written: true, known: true }, scope);
  if (isYear(token) && (next === "to" || next === "hyphen") && endsWithYear(row, at + 2)) return yearPeriod(at, at + 1, { year: token.value, written: true, known: true }, false);
  const elided = elidedUnit(row, at);
  if (elided && isYear(token) && elided === "year") return yearPeriod(at, at + 1, { year: token.value, written: true, known: true }, false);
  return parseInYear(row, at, at, yearOf(scope), scope);
}

/** A year without 年 that nothing follows but punctuation: the end of 2021-2023. */
export function endsWithYear(row: TokenRow, at: number): boolean {
  const token = row.tokens[at];
  const after = kindAt(row, at + 1);
  return token !== undefined && isYear(token) && (after === null || after === "comma" || after === "stop" || after === "close" || after === "ongoing");
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
  const named = monthPeriod(at, ended ? at + 4 : at + 3, year, month, ended);
  // Excel turns a typed 2024.10 into the number 2024.1.
  const mayBeOctober = separator === "dot" && monthToken.text === "1" && !ended;
  return mayBeOctober ? { ...named, otherLast: lastOfMonth(year.year, 10) } : named;
}

/** What can follow once the year is known, from token `j`: month, quarter, half, 底, or nothing (the year alone). */
function parseInYear(row: TokenRow, at: number, j: number, year: YearPart, scope: Scope): Period | BadPeriod | null {
  const token = row.tokens[j];
  const hasYear = j > at && kindAt(row, at) !== "ordinal";
  const alone = (): Period | null => (hasYear ? yearPeriod(at, j, year, false) : null);
  if (!token) return alone();
  switch (token.kind) {
    case "yearEnd":
    case "end":
      if (token.kind === "end" && !hasYear) return null;
      return yearPeriod(at, j + 1, year, true);
    case "yearIn":
      return yearPeriod(at, j + 1, year, false);
    case "wholeYear":
      return yearPeriod(at, j + 1, year, false, true);
    case "yearStart":
    case "begin":
      if (token.kind === "begin" && !hasYear) return null;
      return { ...yearPeriod(at, j + 1, year, true), last: lastOfMonth(year.year, 1), loose: true };
    case "yearMiddle":
      return { ...yearPeriod(at, j + 1, year, true), last: lastOfMonth(year.year, 6), loose: true };
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
  // 两月 counts months and names none.
  if (token.text === "两" && unit === "month") return null;
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
  // 四季常青, 春秋两季 count seasons.
  if (row.tokens[j + 1]?.text === "季" && (token.text === "两" || kindAt(row, j + 2) === "other")) return null;
  const ended = kind === "quarterEnd" || kindAt(row, j + 2) === "end";
  const named = quarterPeriod(at, kind === "quarter" && ended ? j + 3 : j + 2, year, token.value, ended);
  return kind === "quarterStart" ? { ...named, last: named.first + 9, ended: true, loose: true } : named;
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
      return dayOrBad(row, at, dayUnit === "day" ? j + 4 : j + 3, year, month, after.value);
    }
    // 12月31前: the day's own word was lost.
    if ((dayUnit === "before" || dayUnit === null) && after.start === row.tokens[j + 1]?.end && smallNumber(after, 31)) {
      return { bad: true, likely: insert(row, j + 3, "日"), from: at, next: j + 3 };
    }
  }
  return monthPeriod(at, j + 2, year, month, false);
}

/** “十四五”末, “十四五”期间, “十四五”规划期内; “十四五”规划 itself is the name of a paper. */
function parsePlan(row: TokenRow, at: number): Period | null {
  const token = row.tokens[at];
  const kind = kindAt(row, at + 1);
  const bounded = kind === "end" || kind === "during";
  if (!token || (token.text.endsWith("规划") && !bounded)) return null;
  const year: YearPart = { year: token.value, written: true, known: true };
  const named = yearPeriod(at, bounded ? at + 2 : at + 1, year, kind === "end", kind === "during");
  return { ...named, grain: "plan", first: dayNumber(token.value - 4, 1, 1) };
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
