import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWording, sameWording } from "../../../src/core/text/word-diff";

/** 少[…] 多[…], kept text as it stands on the left. */
function shown(left: string, right: string): string {
  return compareWording(left, right)
    .map(({ kind, left: l, right: r }) => (kind === "kept" ? left.slice(l.start, l.end) : kind === "removed" ? `[-${left.slice(l.start, l.end)}]` : `[+${right.slice(r.start, r.end)}]`))
    .join("");
}

describe("compareWording", () => {
  it.each([
    ["一个词换了", "建立省级台账。", "建立市级台账。", "建立[-省][+市]级台账。"],
    ["中间少了一句", "公开目录，定期更新，接受监督。", "公开目录，接受监督。", "公开目录，[-定期更新，]接受监督。"],
    ["末尾多了一句", "公开目录。", "公开目录。每季度更新。", "公开目录。[+每季度更新。]"],
    ["数字不拆开", "不少于12次", "不少于15次", "不少于[-12][+15]次"],
    ["单字孤岛并入改动", "组织培训研讨", "开展训练活动", "[-组织培训研讨][+开展训练活动]"],
    ["左边是空的", "", "新增", "[+新增]"],
    ["右边是空的", "删去", "", "[-删去]"],
  ])("%s", (_, left, right, expected) => expect(shown(left, right)).toBe(expected));

  it.each([
    ["空格", "10月底前", "10 月底前 "],
    ["全角半角", "（国办发〔2020〕53号），要求", "(国办发〔2020〕53号),要求"],
    ["引号样式", "“一网通办”", "\"一网通办\""],
    ["换行", "公开目录\n接受监督", "公开目录接受监督"],
    ["都是空的", "", "  "],
  ])("%s没有出入", (_, left, right) => {
    expect(sameWording(left, right)).toBe(true);
    expect(compareWording(left, right).filter(({ kind, left: l, right: r }) => kind !== "kept" && left.slice(l.start, l.end).trim() + right.slice(r.start, r.end).trim() !== "")).toEqual([]);
  });

  const text = fc.string({ unit: fc.constantFrom("政", "务", "公", "开", "，", " ", "1", "2", "a", "\n", "𠮷"), maxLength: 40 });

  it("loses nothing: spans in order rebuild both texts", () =>
    fc.assert(
      fc.property(text, text, (left, right) => {
        const segments = compareWording(left, right);
        expect(segments.map(({ left: span }) => left.slice(span.start, span.end)).join("")).toBe(left);
        expect(segments.map(({ right: span }) => right.slice(span.start, span.end)).join("")).toBe(right);
      }),
    ));

  it("keeps only what is the same on both sides", () =>
    fc.assert(
      fc.property(text, text, (left, right) => {
        for (const { kind, left: l, right: r } of compareWording(left, right)) {
          if (kind === "kept") expect(sameWording(left.slice(l.start, l.end), right.slice(r.start, r.end))).toBe(true);
          if (kind === "removed") expect(r.end).toBe(r.start);
          if (kind === "added") expect(l.end).toBe(l.start);
        }
      }),
    ));

  it("shows texts that have next to nothing in common as replaced, however long", () => {
    const left = Array.from({ length: 4000 }, (_, i) => String.fromCharCode(0x4e00 + (i % 997))).join("");
    const right = Array.from({ length: 4000 }, (_, i) => String.fromCharCode(0x6e00 + (i % 991))).join("");
    expect(compareWording(left, right).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
