import { dayNumber, lastOfMonth } from "./calendar";
import type { DayNumber } from "./calendar";
import { kindAt } from "./token-row";
import type { TokenRow } from "./token-row";
import { withTime } from "./time-of-day";

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
export const STAND_IN_YEAR = 2000;

/** The year a period lies in, whether it was written, and whether it is known at all. */
export interface YearPart {
  readonly year: number;
  readonly written: boolean;
  readonly known: boolean;
}

/** The year for a wording that names none of its own: written before, else the document's, else the stand-in. */
export function yearOf(scope: Scope): YearPart {
  if (scope.writtenYear !== null) return { year: scope.writtenYear, written: true, known: true };
  if (scope.documentYear !== null) return { year: scope.documentYear, written: false, known: true };
  return { year: STAND_IN_YEAR, written: false, known: false };
}

/** Written out, not spread: this runs for every cell of a sheet. */
function period(grain: Grain, first: DayNumber, last: DayNumber, part: YearPart, month: number | null, from: number, next: number, ended: boolean, whole = false): Period {
  return { grain, first, last, year: part.year, month, yearWritten: part.written, yearKnown: part.known, ended, loose: false, counted: null, otherLast: null, whole, from, next };
}

export function yearPeriod(at: number, next: number, part: YearPart, ended: boolean, whole = false): Period {
  return period("year", dayNumber(part.year, 1, 1), dayNumber(part.year, 12, 31), part, null, at, next, ended, whole);
}

export function halfPeriod(row: TokenRow, at: number, j: number, part: YearPart, half: number): Period {
  const ended = kindAt(row, j + 1) === "end";
  return period("half", dayNumber(part.year, half === 1 ? 1 : 7, 1), lastOfMonth(part.year, half * 6), part, null, at, ended ? j + 2 : j + 1, ended, !ended);
}

export function quarterPeriod(at: number, next: number, part: YearPart, quarter: number, ended: boolean): Period {
  return period("quarter", dayNumber(part.year, quarter * 3 - 2, 1), lastOfMonth(part.year, quarter * 3), part, null, at, next, ended);
}

export function monthPeriod(at: number, next: number, part: YearPart, month: number, ended: boolean): Period {
  return period("month", dayNumber(part.year, month, 1), lastOfMonth(part.year, month), part, month, at, next, ended);
}

export function tenDaysPeriod(row: TokenRow, at: number, j: number, part: YearPart, month: number, third: number): Period {
  const last = third === 3 ? lastOfMonth(part.year, month) : dayNumber(part.year, month, third * 10);
  const ended = kindAt(row, j + 1) === "end";
  return period("tenDays", dayNumber(part.year, month, third * 10 - 9), last, part, month, at, ended ? j + 2 : j + 1, ended);
}

export function dayPeriod(row: TokenRow, at: number, next: number, part: YearPart, month: number, day: number): Period {
  const date = dayNumber(part.year, month, day);
  return period("day", date, date, part, month, at, withTime(row, next), true);
}
