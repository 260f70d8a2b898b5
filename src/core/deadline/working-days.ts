import { civil, dayOfIso, isoOf, weekday } from "./calendar";
import type { DayNumber } from "./calendar";
import type { IsoDate } from "./deadline";
import { holidayArrangements } from "./holidays";

interface Calendar {
  readonly years: ReadonlySet<number>;
  /** true: off although perhaps a weekday; false: worked although a weekend. */
  readonly special: ReadonlyMap<DayNumber, boolean>;
}

let known: Calendar | null = null;

function calendar(): Calendar {
  if (known) return known;
  const special = new Map<DayNumber, boolean>();
  for (const { year, off, worked } of holidayArrangements) {
    for (const [entries, isOff] of [[off, true], [worked, false]] as const) {
      for (const entry of entries) {
        const [first = "", last = first] = entry.split("/").map((part) => (part.length === 5 ? `${year}-${part}` : part));
        const [from, to] = [dayOfIso(first), dayOfIso(last)];
        if (from === null || to === null) throw new Error(`holiday entry "${entry}" of ${year} is no day`);
        for (let day = from; day <= to; day++) special.set(day, isOff);
      }
    }
  }
  known = { years: new Set(holidayArrangements.map(({ year }) => year)), special };
  return known;
}

/** Whether offices work that day; null when the year's holiday notice is not in the data. */
export function isWorkingDay(day: IsoDate): boolean | null {
  const number = dayOfIso(day);
  return number === null ? null : worksOn(number);
}

/**
 * The n-th working day after the anchor day, which does not count itself (民法典 第二百零一条). Null when the anchor is no
 * date, n is no whole number of at least 1, or a day on the way lies in a year without a known holiday notice.
 */
export function workingDayAfter(anchor: IsoDate, n: number): IsoDate | null {
  let day = dayOfIso(anchor);
  if (day === null || !Number.isInteger(n) || n < 1) return null;
  for (let left = n; left > 0; ) {
    day++;
    const works = worksOn(day);
    if (works === null) return null;
    if (works) left--;
  }
  return isoOf(day);
}

function worksOn(day: DayNumber): boolean | null {
  const { years, special } = calendar();
  if (!years.has(civil(day).year)) return null;
  const off = special.get(day);
  return off === undefined ? weekday(day) <= 5 : !off;
}
