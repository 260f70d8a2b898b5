import { describe, expect, test } from "vitest";
import { itemsOf, leadingNumber, serialText, serialValue, severalSerials } from "../../../src/core/ledger/numbering";

describe("leadingNumber", () => {
  test.each([
    ["6.加强监测", "point", "6", "加强监测"],
    ["6、加强监测", "point", "6", "加强监测"],
    ["6．加强监测", "point", "6", "加强监测"],
    ["32.2021年底前全部支持", "point", "32", "2021年底前全部支持"],
    ["（3）加强监测", "bracket", "（3）", "加强监测"],
    ["③加强监测", "circled", "③", "加强监测"],
    ["一、加强监测", "chinese", "一", "加强监测"],
    ["一是加强监测", "firstly", "一", "加强监测"],
    ["6 加强监测", "blank", "6", "加强监测"],
    ["6加强监测", "blank", "6", "加强监测"],
  ])("%j begins with a number", (text, style, number, rest) => {
    expect(leadingNumber(text)).toMatchObject({ style, text: number, rest, isDoubtful: false });
  });

  test.each(["加强监测", "12月底前完成", "2个试点", "110、119等紧急热线", "5G网络建设", "3.5万亩", "2021年底前", "3—5月", "10日内办结", "一批项目", "一是", ""])("%j does not", (text) => {
    expect(leadingNumber(text)).toBeNull();
  });

  test("a number that may count what follows is doubtful", () => {
    expect(leadingNumber("23 年度重点工作")).toMatchObject({ text: "23", isDoubtful: true });
  });
});

describe("itemsOf", () => {
  test("one item for each number in turn", () => {
    expect(itemsOf("3.做好甲。 4.做好乙。5.做好丙。")?.items.map(({ number, text }) => `${number}|${text}`)).toEqual(["3|做好甲。", "4|做好乙。", "5|做好丙。"]);
    expect(itemsOf("（1）甲；（2）乙")?.items.map(({ number }) => number)).toEqual(["（1）", "（2）"]);
    expect(itemsOf("①甲②乙")?.items.map(({ text }) => text)).toEqual(["甲", "乙"]);
  });

  test.each(["3.提高2.5个百分点。", "7.落实110、119、120等热线整合。", "1.做好甲。3.做好丙。"])("%j is one item", (text) => {
    expect(itemsOf(text)?.items).toHaveLength(1);
  });

  test("no number, no items", () => {
    expect(itemsOf("做好甲。1.做好乙。")).toBeNull();
  });
});

describe("numbers alone in a cell", () => {
  test("their value and their text", () => {
    expect(["3", "3.", "3、", "（3）", "③", "三", "第3项"].map(serialValue)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    expect(["1-2", "", "3月", "加强"].map(serialValue)).toEqual([null, null, null, null]);
    expect(["3.", "3、", "（3）", "1.2"].map(serialText)).toEqual(["3", "3", "（3）", "1.2"]);
  });

  test("several in one cell", () => {
    expect(severalSerials("3 4 5")).toEqual(["3", "4", "5"]);
    expect(severalSerials("3、4")).toEqual(["3", "4"]);
    for (const text of ["3", "3 5", "2021 2022年", ""]) expect(severalSerials(text)).toBeNull();
  });
});
