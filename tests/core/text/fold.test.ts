import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, spanInRaw } from "../../../src/core/text/fold";
import { normalizeForCompare } from "../../../src/core/text/normalize";
import { traditionalToSimplified } from "../../../src/core/text/traditional";

const folded: readonly (readonly [string, string])[] = [
  ["２０２６年６月３０日前", "2026年6月30日前"],
  ["（一）ＡＢＣ；！", "(一)ABC;!"],
  ["信息形成或者變更之日起5個工作日內", "信息形成或者变更之日起5个工作日内"],
  ["縣級財政廳", "县级财政厅"],
  ["⽉底前⼯作", "月底前工作"],
  ["⻓期坚持、⻋辆、⻔户", "长期坚持、车辆、门户"],
  ["⾧期", "长期"],
  ["年\u200b底\ufeff前", "年底前"],
  ["10\u00a0月\u3000底", "10 月 底"],
  ["一行\r\n二行\u2028三行", "一行\n二行\n三行"],
  ["1\u20122\u2011 3\u22124", "1\u20122- 3-4"],
  ["豈更", "岂更"],
];

const kept = [
  "①②③", "㈠㈡", "2021—2022年", "10—12月", "10～12月".replace("～", "〜"), "、。《》【】〔2021〕52号", "著名", "乾县", "𠮷林", "年底前", "ABC abc",
];

describe("foldText", () => {
  it.each(folded)("%j becomes %j", (raw, text) => {
    expect(foldText(raw).text).toBe(text);
  });

  it.each(kept)("%j stays as it is", (raw) => {
    expect(foldText(raw).text).toBe(raw);
  });

  it("drops blanks and line breaks when asked", () => {
    expect(foldText("10 月\n底　前", { blanks: "drop" }).text).toBe("10月底前");
  });

  it("leads back to the original", () => {
    const raw = "於 10\u200b月 底前完成";
    const copy = foldText(raw, { blanks: "drop" });
    const at = copy.text.indexOf("10月底前");
    const span = spanInRaw(copy, at, at + 5);
    expect(raw.slice(span.start, span.end)).toBe("10\u200b月 底前");
    expect(spanInRaw(copy, at, at)).toEqual({ start: span.start, end: span.start });
    expect(spanInRaw(copy, copy.text.length, copy.text.length)).toEqual({ start: raw.length, end: raw.length });
  });

  it("folds a folded text to itself, with one start for each unit and the end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("keep" as const, "drop" as const), (raw, blanks) => {
        const once = foldText(raw, { blanks });
        expect(foldText(once.text, { blanks }).text).toBe(once.text);
        expect(once.starts).toHaveLength(once.text.length + 1);
        expect(once.starts.at(-1)).toBe(raw.length);
        for (let i = 1; i < once.starts.length; i++) expect(once.starts[i]).toBeGreaterThan(once.starts[i - 1] ?? -1);
      }),
    );
  });
});

describe("the table of traditional characters", () => {
  const pairs = [...traditionalToSimplified];

  it("has whole pairs, each key once, and no simplified form that is itself a key", () => {
    const keys = pairs.filter((_, i) => i % 2 === 0);
    const values = pairs.filter((_, i) => i % 2 === 1);
    expect(keys).toHaveLength(values.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(values.filter((value) => keys.includes(value))).toEqual([]);
    expect(pairs.join("").length).toBe(pairs.length);
  });
});

describe("normalizeForCompare", () => {
  it.each([
    ["（一）加强 政策解读。", "一加强政策解读"],
    ["国办发〔2020〕53号", "国办发202053号"],
    ["ＰＤＦ、Excel", "pdfexcel"],
    ["《政府信息公開條例》", "政府信息公开条例"],
    ["，。 \n", ""],
  ])("%j compares as %j", (raw, text) => {
    expect(normalizeForCompare(raw)).toBe(text);
  });

  it("is its own normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        const once = normalizeForCompare(raw);
        expect(normalizeForCompare(once)).toBe(once);
      }),
    );
  });
});
