import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bigramsOf, containmentOf, textSimilarity } from "../../../src/core/text/similarity";

describe("textSimilarity", () => {
  it.each([
    ["标点和空格不算", "公开目录，接受监督。", "公开目录 接受监督"],
    ["全角半角不算", "ＩＰｖ６（2021）", "ipv6(2021)"],
    ["繁体简体不算", "政務公開", "政务公开"],
    ["一个字", "无", "无"],
  ])("%s: same", (_, a, b) => expect(textSimilarity(a, b)).toBe(1));

  it.each([
    ["没有一处相同", "公开目录", "安全生产"],
    ["空的", "", ""],
    ["只有标点", "——", "……"],
    ["同样的字，顺序不同", "甲乙丙", "丙乙甲"],
  ])("%s: nothing in common", (_, a, b) => expect(textSimilarity(a, b)).toBe(0));

  it("is symmetric and stays within 0 and 1", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const likeness = textSimilarity(a, b);
        expect(likeness).toBe(textSimilarity(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    ));

  it("finds a shortened sentence contained in the long one, not the other way round", () => {
    const [part, whole] = [bigramsOf("开展培训"), bigramsOf("定期开展培训和研讨交流")];
    expect(containmentOf(part, whole)).toBe(1);
    expect(containmentOf(whole, part)).toBeLessThan(0.5);
  });
});
