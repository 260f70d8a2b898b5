import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, civil, dayNumber, dayOfIso, isoOf, nextYear, weekday } from "../../../src/core/deadline/calendar";
import { holidayArrangements } from "../../../src/core/deadline/holidays";
import { isWorkingDay, workingDayAfter } from "../../../src/core/deadline/working-days";

describe("workingDayAfter", () => {
  it.each([
    ["2021-09-30", 1, "2021-10-08"],
    ["2021-09-24", 2, "2021-09-27"],
    ["2021-10-08", 1, "2021-10-09"],
    ["2020-01-23", 1, "2020-02-03"],
    ["2019-04-30", 1, "2019-05-05"],
    ["2022-12-30", 1, "2023-01-03"],
    ["2024-02-09", 1, "2024-02-18"],
    ["2025-01-27", 1, "2025-02-05"],
    ["2026-01-01", 1, "2026-01-04"],
    ["2026-02-14", 5, "2026-02-28"],
    ["2021-04-26", 20, "2021-05-26"],
  ])("%s and %d working days is %s", (anchor, n, day) => {
    expect(workingDayAfter(anchor, n)).toBe(day);
  });

  it.each([["2016-05-03", 5], ["2026-12-25", 20], ["2021-02-30", 3], ["2021-03-01", 0], ["2021-03-01", 1.5], ["soon", 1]])("%s and %d is not computed", (anchor, n) => {
    expect(workingDayAfter(anchor, n)).toBeNull();
  });

  it("lands on working days, one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(2019, 1, 1), max: dayNumber(2026, 10, 1) }), fc.integer({ min: 1, max: 30 }), (day, n) => {
        const landed = workingDayAfter(isoOf(day), n) ?? "";
        expect(isWorkingDay(landed)).toBe(true);
        expect(workingDayAfter(landed, 1)).toBe(workingDayAfter(isoOf(day), n + 1));
      }),
    );
  });
});

describe("the holiday arrangements", () => {
  it.each(holidayArrangements.map((arrangement) => [arrangement.year, arrangement] as const))("of %d cite their notice, and work only on weekends instead", (year, { notices, off, worked }) => {
    expect(notices.length).toBeGreaterThan(0);
    for (const notice of notices) expect(notice).toMatch(/^国办发明电〔20\d\d〕\d+号$/u);
    for (const entry of worked) {
      const day = dayOfIso(entry.length === 5 ? `${year}-${entry}` : entry);
      expect(day).not.toBeNull();
      expect(weekday(day ?? 0)).toBeGreaterThanOrEqual(6);
      expect(off).not.toContain(entry);
    }
    expect(isWorkingDay(`${year}-01-01`)).toBe(false);
    expect(isWorkingDay(`${year}-05-01`)).toBe(false);
    expect(isWorkingDay(`${year}-10-01`)).toBe(false);
  });
});

describe("the calendar", () => {
  it("numbers the days as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2300, 1, 1) }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(isoOf(day)).toBe(date.toISOString().slice(0, 10));
        expect(dayOfIso(isoOf(day))).toBe(day);
        expect(weekday(day)).toBe(date.getUTCDay() || 7);
        const { year, month, day: inMonth } = civil(day);
        expect(dayNumber(year, month, inMonth)).toBe(day);
      }),
    );
  });

  it.each([
    ["2021-01-31", 1, "2021-02-28"],
    ["2021-12-31", 2, "2022-02-28"],
    ["2021-04-26", 1, "2021-05-26"],
    ["2021-01-15", -1, "2020-12-15"],
  ])("%s and %d months is %s", (day, count, result) => {
    expect(isoOf(addMonths(dayOfIso(day) ?? 0, count))).toBe(result);
  });

  it("keeps the last of a month through the years", () => {
    expect(isoOf(nextYear(dayOfIso("2023-02-28") ?? 0))).toBe("2024-02-29");
    expect(isoOf(nextYear(dayOfIso("2021-04-15") ?? 0))).toBe("2022-04-15");
  });
});
