import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableOfText, textOfTable, valueOfTyped } from "../../src/workbench/clipboard-table";

describe("a copied table", () => {
  it.each([
    ["年底前", [["年底前"]]],
    ["甲\t乙\n丙\t丁", [["甲", "乙"], ["丙", "丁"]]],
    ["甲\t乙\r\n丙\t丁\r\n", [["甲", "乙"], ["丙", "丁"]]],
    ['"一行\n两行"\t乙', [["一行\n两行", "乙"]]],
    ['"说""好"""', [['说"好"']]],
    ["甲\t\t丙", [["甲", "", "丙"]]],
    ["", [[""]]],
    ["\t", [["", ""]]],
    ['他说"好"', [['他说"好"']]],
  ])("%j", (text, rows) => expect(tableOfText(text)).toEqual(rows));

  it("comes back as it was", () => {
    const cell = fc.string({ unit: fc.constantFrom("甲", "1", "\t", "\n", '"', " ") });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (rows) => {
        fc.pre(rows.at(-1)!.some((text) => text !== ""));
        expect(tableOfText(textOfTable(rows))).toEqual(rows);
      }),
    );
  });
});

describe("what is typed", () => {
  it.each([
    ["", null],
    ["12", 12],
    ["-3.5", -3.5],
    ["0", 0],
  ])("%j is %j", (text, value) => expect(valueOfTyped(text)).toBe(value));

  it.each(["012", "1.", "１２", "12 ", "=1+1", "年底前", "1234567890123456", "2024-5-1", "1e5"])("%j stays text", (text) => expect(valueOfTyped(text)).toBe(text));
});
