import { civil, dayOfIso, isoOf, lastOfMonth } from "./calendar";
import type { Deadline, IsoDate } from "./deadline";

/** Serial 1 is 1900-01-01; Excel counts a 29 February 1900 that never was, so from March 1900 on day 0 is 1899-12-30. */
const DAY_ZERO = -25_569;
const FIRST_CERTAIN = 61;
/** 9999-12-31, the last day Excel knows. */
const LAST = 2_958_465;

/** The day of an Excel serial number (1900 date system); null below March 1900 and for what is no date. Times are dropped. */
export function isoOfSerial(value: number): IsoDate | null {
  const day = Math.floor(value);
  return Number.isFinite(value) && day >= FIRST_CERTAIN && day <= LAST ? isoOf(day + DAY_ZERO) : null;
}

/** The serial number of a day; null when the text is no ISO date from March 1900 on. */
export function serialOfIso(date: IsoDate): number | null {
  const day = dayOfIso(date);
  return day === null || day - DAY_ZERO < FIRST_CERTAIN ? null : day - DAY_ZERO;
}

interface ShownParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
}

/**
 * Which parts of a date a number format shows; null when it is no date format (General, numbers, only a time).
 * Quoted text, escaped characters, colours, locales and conditions in brackets do not count; an m beside h or s is minutes.
 */
export function datePartsOfFormat(numberFormat: string): ShownParts | null {
  const [positive = ""] = numberFormat.replace(/"[^"]*"|\\./gu, "").split(";");
  const codes = positive.replace(/\[[hms]+\]/giu, "h").replace(/\[[^\]]*\]/gu, "").replace(/general|_.|\*./giu, "").toLowerCase();
  if (/[0#?]/u.test(codes.replace(/0+(?=\s|$)/gu, ""))) return null;
  const minutesApart = codes.replace(/h+[^a-z]*m+/gu, "h").replace(/m+[^a-z]*s+/gu, "s");
  const parts = { year: /[ye]/u.test(minutesApart), month: /m/u.test(minutesApart), day: /d/u.test(minutesApart.replace(/ddd+/gu, "")) };
  // A weekday alone (dddd) or a time alone is no deadline.
  return parts.year || parts.month || parts.day ? parts : null;
}

/**
 * A true date cell as a deadline: the serial number and the cell's number format, as in a SheetGrid. A format that shows
 * only year and month means the month's last day, one that shows only the year the year's, as the same words in text would.
 * Null when the cell is no date. `raw` is the day, or month, as it would be written out; no year is ever assumed.
 */
export function deadlineOfSerial(value: number, numberFormat: string): Deadline | null {
  const parts = datePartsOfFormat(numberFormat);
  const iso = isoOfSerial(value);
  const day = dayOfIso(iso);
  if (!parts || iso === null || day === null) return null;
  const { year, month, day: date } = civil(day);
  const [due, raw] = parts.day
    ? ([day, `${year}年${month}月${date}日`] as const)
    : parts.month
      ? ([lastOfMonth(year, month), `${year}年${month}月`] as const)
      : ([lastOfMonth(year, 12), `${year}年`] as const);
  return {
    raw, kind: "date", due: isoOf(due), start: null, recurrence: null, span: { start: 0, end: raw.length },
    assumed: [], alternative: null, likely: null, steps: [], notComputed: null,
  };
}
