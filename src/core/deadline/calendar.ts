import type { IsoDate } from "./deadline";

/** A day as the number of days since 1970-01-01, so that days can be compared and counted. */
export type DayNumber = number;

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the calendar has that day. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return Number.isInteger(day) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day number of a real day from the year 1900 on. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const inYear = (daysBefore[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1;
  return (year - 1970) * 365 + leapDays + inYear;
}

export function lastOfMonth(year: number, month: number): DayNumber {
  return dayNumber(year, month, daysInMonth(year, month));
}

/** Year, month and day of a day number. */
export function civil(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  let year = 1970 + Math.floor(day / 365.2425);
  while (dayNumber(year, 1, 1) > day) year--;
  while (dayNumber(year + 1, 1, 1) <= day) year++;
  const inYear = day - dayNumber(year, 1, 1);
  let month = 12;
  while (month > 1 && dayNumber(year, month, 1) - dayNumber(year, 1, 1) > inYear) month--;
  return { year, month, day: day - dayNumber(year, month, 1) + 1 };
}

export function isoOf(date: DayNumber): IsoDate {
  const { year, month, day } = civil(date);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** The day of an ISO date, or null when the text is none (YYYY-MM-DD, from 1900 to 9999). */
export function dayOfIso(date: IsoDate | null): DayNumber | null {
  const parts = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1900 && isRealDay(year, month, day) ? dayNumber(year, month, day) : null;
}

/** The day of the same number so many months on; the last of the month where it has no such day (民法典 第二百零二条). */
export function addMonths(date: DayNumber, months: number): DayNumber {
  const { year, month, day } = civil(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** One year on; the last of a month stays the last of that month (2月底). */
export function nextYear(date: DayNumber): DayNumber {
  const { year, month, day } = civil(date);
  return day === daysInMonth(year, month) ? lastOfMonth(year + 1, month) : dayNumber(year + 1, month, day);
}

/** Day of the week: Monday 1 to Sunday 7. */
export function weekday(date: DayNumber): number {
  return ((((date + 3) % 7) + 7) % 7) + 1;
}
