import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimiterOf, rowsOfDelimited } from "../../src/documents/text/delimited";
import { brief, opened } from "./made/read";

describe("delimited text", () => {
  it.each([
    ["a,b\r\n1,2", ",", [["a", "b"], ["1", "2"]]],
    ["a\tb\n1\t", "\t", [["a", "b"], ["1", ""]]],
    ['"说,明","引""号"\n"换\n行",x', ",", [["说,明", '引"号'], ["换\n行", "x"]]],
    ['甲"乙,丙\n"没有关,丁', ",", [['甲"乙', "丙"], ['"没有关', "丁"]]],
    ["a,,c\n,,\n", ",", [["a", "", "c"], ["", "", ""]]],
  ])("%j", (text, delimiter, rows) => expect(rowsOfDelimited(text, delimiter)).toEqual(rows));

  it.each([
    ["序号,要求,单位\n1,甲,乙\n2,丙,丁", ","],
    ["台账\n序号\t要求\n1\t甲", "\t"],
    ["序号;要求\n1;甲\n2;乙", ";"],
    ["政务公开，重在落实。\n各单位要抓好落实, 按时报送。\n此件公开发布。", undefined],
    ["只有一行", undefined],
  ])("the separator of %j is %j", (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));

  it("gives back what was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("甲", "1", ",", '"', "\n", " ", "、"), maxLength: 6 });
    const table = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(fc.property(table, (rows) => {
      expect(rowsOfDelimited(rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n"), ",")).toEqual(rows);
    }));
  });

  it("is read as a table or as paragraphs", async () => {
    expect(brief((await opened(new TextEncoder().encode("\ufeff序号,要求\n1,甲\n"))).blocks)).toEqual([[["序号", "要求"], ["1", "甲"]]]);
    expect(brief((await opened(new TextEncoder().encode("平湖区通知\n\n一、要求。"))).blocks)).toEqual(["平湖区通知", "一、要求。"]);
  });
});
