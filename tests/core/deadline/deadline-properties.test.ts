import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, daysInMonth, isoOf } from "../../../src/core/deadline/calendar";
import type { Deadline } from "../../../src/core/deadline/deadline";
import { findDeadlines } from "../../../src/core/deadline/find-deadlines";
import { deadlineStyles, formatDeadline, styleOfDeadline } from "../../../src/core/deadline/format-deadline";
import { parseDeadline } from "../../../src/core/deadline/parse-deadline";

const context = fc.record({
  year: fc.option(fc.integer({ min: 2010, max: 2035 })),
  issued: fc.option(fc.integer({ min: dayNumber(2010, 1, 1), max: dayNumber(2035, 12, 31) }).map(isoOf)),
});

/** Texts made of the very words of deadlines, in every order, with noise between. */
const wordings = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(..."年 月 日 底 前 内 末 初 起 至 到 — - ～ 、 ， ； 。 （ ） . / : 第 每 按 逐 个 次 季度 上半年 下半年 全年 年底 年内 月底 上旬 中旬 工作日 印发 之日起 后 持续推进 及时 已完成 完成 同步 即日起 本月 下月 明年 十四五 期间 期末 十 二 三 〇 两 半年 周五 和 于".split(" ")) },
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }).map(String) },
      { weight: 2, arbitrary: fc.integer({ min: 1985, max: 2105 }).map(String) },
      { weight: 1, arbitrary: fc.constantFrom(" ", "\n", "　", "\u200b", "𠮷", "《", "》", "〔", "〕", "=", "#", "１２", "年") },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

function checkShape(deadline: Deadline, raw: string): void {
  for (const { span, due, start, kind, alternative, steps } of [deadline, ...deadline.steps]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(raw.length);
    for (const day of [due, start, alternative?.due ?? null]) if (day !== null) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    if (kind === "invalid" || kind === "unspecified" || kind === "recurring" || kind === "ongoing") expect(due).toBeNull();
    if (steps.length > 0) expect(steps.length).toBeGreaterThan(1);
  }
  expect(deadline.raw).toBe(raw);
}

describe("reading a deadline", () => {
  it("never throws, and points into the text", () => {
    fc.assert(
      fc.property(fc.oneof(wordings, fc.string({ unit: "binary" })), context, (raw, known) => {
        checkShape(parseDeadline(raw, known), raw);
        for (const part of findDeadlines(raw, known)) checkShape(part, raw);
      }),
      { numRuns: 3000 },
    );
  });

  it("is the same for full and half width, and for blanks that only set words apart", () => {
    const widen = (text: string): string => text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const meaning = ({ kind, due, start, recurrence, notComputed, assumed }: Deadline): unknown => ({ kind, due, start, recurrence, notComputed, assumed });
    fc.assert(
      fc.property(wordings, context, (raw, known) => {
        expect(meaning(parseDeadline(widen(raw), known))).toEqual(meaning(parseDeadline(raw, known)));
        expect(meaning(parseDeadline(`  ${raw}\u200b `, known))).toEqual(meaning(parseDeadline(raw, known)));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on what was read before", () => {
    fc.assert(
      fc.property(wordings, wordings, context, (raw, other, known) => {
        const first = parseDeadline(raw, known);
        parseDeadline(other, known);
        expect(parseDeadline(raw, known)).toEqual(first);
      }),
    );
  });
});

describe("wording a day again", () => {
  const day = fc.tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([year, month, date]) => ({ year, iso: isoOf(dayNumber(year, month, Math.min(date, daysInMonth(year, month)))) }));

  it("gives the same day in every style that can say it", () => {
    fc.assert(
      fc.property(day, fc.option(fc.integer({ min: 2000, max: 2060 })), fc.constantFrom(...deadlineStyles), ({ year, iso }, otherYear, style) => {
        const known = { year: otherYear ?? year, issued: null };
        const text = formatDeadline(iso, style, known);
        if (text === null) return;
        const deadline = parseDeadline(text, known);
        expect(deadline.due).toBe(iso);
        expect(deadline.alternative).toBeNull();
        expect(formatDeadline(iso, styleOfDeadline(deadline, known) ?? "iso", known)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("can always say it in full", () => {
    fc.assert(
      fc.property(day, ({ iso }) => {
        expect(formatDeadline(iso, "dated-day", { year: null, issued: null })).not.toBeNull();
      }),
    );
  });

  it.each([
    ["2021-12-31", "year-end", "年底前"],
    ["2021-12-31", "dated-year-end", "2021年底前"],
    ["2021-10-31", "month-end", "10月底前"],
    ["2021-10-31", "chinese-month-end", "十月底前"],
    ["2021-12-31", "dated-day", "2021年12月31日前"],
    ["2021-12-31", "chinese-day", "二〇二一年十二月三十一日前"],
    ["2021-12-31", "iso", "2021-12-31"],
    ["2021-12-10", "ten-days", "12月上旬"],
    ["2021-09-30", "quarter-end", "三季度末"],
    ["2021-06-30", "half-year", "上半年"],
    ["2021-05-31", "dotted-month", "2021.05"],
  ] as const)("%s as %s is %s", (due, style, text) => {
    expect(formatDeadline(due, style, { year: 2021, issued: null })).toBe(text);
  });

  it.each([
    ["2022-12-31", "year-end"],
    ["2021-12-30", "year-end"],
    ["2021-10-30", "month-end"],
    ["2021-10-31", "quarter-end"],
    ["2021-10-15", "ten-days"],
    ["2021-13-01", "iso"],
    ["soon", "iso"],
  ] as const)("%s cannot be said as %s", (due, style) => {
    expect(formatDeadline(due, style, { year: 2021, issued: null })).toBeNull();
  });
});
