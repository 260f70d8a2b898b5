import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoOf } from "../../../src/core/deadline/calendar";
import { deadlineOfSerial, isoOfSerial, serialOfIso } from "../../../src/core/deadline/serial-date";

describe("a date cell", () => {
  it.each([
    [44561, "yyyy-mm-dd", "2021-12-31", "2021年12月31日"],
    [44561.75, "yyyy/m/d h:mm", "2021-12-31", "2021年12月31日"],
    [44547, 'yyyy"年"m"月"', "2021-12-31", "2021年12月"],
    [44547, 'yyyy"年"m"月"d"日";@', "2021-12-17", "2021年12月17日"],
    [44547, '[$-804]yyyy"年"m"月"d"日"', "2021-12-17", "2021年12月17日"],
    [44547, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "2021-12-17", "2021年12月17日"],
    [44547, "m/d", "2021-12-17", "2021年12月17日"],
    [44547, "mmm-yy", "2021-12-31", "2021年12月"],
    [44547, "yyyy", "2021-12-31", "2021年"],
    [44547, "yyyy\\-mm\\-dd", "2021-12-17", "2021年12月17日"],
  ])("%d shown as %s is due %s", (value, format, due, raw) => {
    expect(deadlineOfSerial(value, format)).toMatchObject({ kind: "date", due, raw, assumed: [] });
  });

  it.each([
    [44561, "General"],
    [44561, "G/通用格式"],
    [44561, "0"],
    [44561, "#,##0.00"],
    [44561, "0%"],
    [44561, "@"],
    [44561, "h:mm:ss"],
    [44561, "[h]:mm"],
    [44561, '0"年"'],
    [44561, '0"日"'],
    [44561, "dddd"],
    [0, "yyyy-mm-dd"],
    [60, "yyyy-mm-dd"],
    [-5, "yyyy-mm-dd"],
    [Number.NaN, "yyyy-mm-dd"],
    [3_000_000, "yyyy-mm-dd"],
  ])("%d shown as %s is none", (value, format) => {
    expect(deadlineOfSerial(value, format)).toBeNull();
  });

  it("goes there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1900, 3, 1), max: dayNumber(2200, 1, 1) }), (day) => {
        expect(isoOfSerial(serialOfIso(isoOf(day)) ?? 0)).toBe(isoOf(day));
      }),
    );
    expect(serialOfIso("2021-12-31")).toBe(44561);
    expect(serialOfIso("no day")).toBeNull();
  });
});
