import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseDigit, formatChineseNumber, formatChineseYear, isChineseNumeral, parseChineseNumber } from "../../../src/core/text/chinese-number";

describe("parseChineseNumber", () => {
  it.each([
    ["一", 1], ["十", 10], ["十二", 12], ["二十", 20], ["二十一", 21], ["廿三", 23], ["卅一", 31], ["三十一", 31], ["一百", 100],
    ["一百零五", 105], ["一百一十", 110], ["两千", 2000], ["二千零二十六", 2026], ["二〇二六", 2026], ["二○二一", 2021], ["三万", 30_000],
    ["一万零五", 10_005], ["二十万", 200_000], ["壹佰贰拾", 120], ["一亿", 100_000_000], ["零", 0], ["〇", 0],
  ])("%s is %d", (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  it.each(["", "百", "十十", "二百三千", "二三十", "一百二", "十零", "五十十", "年", "十月", "12", "万", "零十", "二十廿"])("%j is no number", (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });

  it("reads back what formatChineseNumber writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(parseChineseNumber(formatChineseNumber(value) ?? "")).toBe(value);
      }),
    );
  });
});

describe("writing", () => {
  it.each([[0, "零"], [10, "十"], [12, "十二"], [20, "二十"], [105, "一百零五"], [110, "一百一十"], [1010, "一千零一十"], [10_005, "一万零五"], [120_000, "十二万"], [1_001_000, "一百万一千"]])("%d is %s", (value, text) => {
    expect(formatChineseNumber(value)).toBe(text);
  });

  it("has no word for other numbers", () => {
    expect([-1, 0.5, 100_000_000, Number.NaN].map(formatChineseNumber)).toEqual([null, null, null, null]);
  });

  it("spells a year digit by digit", () => {
    expect(formatChineseYear(2026)).toBe("二〇二六");
  });

  it("knows single characters", () => {
    expect([chineseDigit("两"), chineseDigit("〇"), chineseDigit("十")]).toEqual([2, 0, null]);
    expect([isChineseNumeral("百"), isChineseNumeral("万"), isChineseNumeral("月")]).toEqual([true, true, false]);
  });
});
