import { describe, expect, test } from "vitest";
import { dayIn, docNumberIn, isSameTitle, readSurroundings, titleAmong, unitIn, yearIn } from "../../../src/core/ledger/surroundings";

describe("words around a table", () => {
  test.each([
    ["云政办〔2026〕12号", "云政办〔2026〕12号"],
    ["云政办[2026]12号", "云政办[2026]12号"],
    ["云教函（2026）第 8 号", "云教函（2026）第8号"],
    ["根据云政办〔2026〕12号要求", ""],
    ["落实《关于……的通知》（国办发〔2026〕3号），现将任务分解如下", ""],
    ["2026年第12号", ""],
  ])("文号 in %j", (line, number) => {
    expect(docNumberIn(line)).toBe(number);
  });

  test.each([
    ["2026年3月5日", "2026-03-05"],
    ["填报日期：2026-03-05", "2026-03-05"],
    ["二〇二六年三月五日", "2026-03-05"],
    ["二○二六年十二月三十一日", "2026-12-31"],
    ["2026年2月30日", null],
    ["2026年3月", null],
    ["第3版", null],
  ])("day in %j", (line, day) => {
    expect(dayIn(line)).toBe(day);
  });

  test("year, unit", () => {
    expect(["2026年重点工作台账", "2025—2026年度计划", "二〇二六年台账", "十四五规划台账", "2026台账", "２０２６年台账"].map(yearIn)).toEqual([2026, 2025, 2026, null, 2026, 2026]);
    expect(["填报单位：市教育局（盖章）", "单位名称:市教育局 填报日期:2026-3-5", "单位：万元", "（单位：亿元、人）", "单位：元氏县财政局", "联系人：张三"].map(unitIn)).toEqual(["市教育局", "市教育局", "", "", "元氏县财政局", ""]);
  });

  test.each([
    [["附件2", "某市2026年重点工作台账"], "某市2026年重点工作台账"],
    [["某市人民政府办公室", "重点工作任务分工表"], "某市人民政府办公室重点工作任务分工表"],
    [["某市2026年重点工作台账", "填报单位：市教育局"], "某市2026年重点工作台账"],
    [["某政办〔2026〕3号", "2026年3月5日"], ""],
    [["某县2026年重点工作台账", "（征求意见稿）"], "某县2026年重点工作台账"],
    [["现将有关任务分解如下，请认真落实。"], ""],
  ])("title among %j", (lines, title) => {
    expect(titleAmong(lines)).toBe(title);
  });

  test.each([
    ["某县2026年任务清单（续）", true],
    ["某县2026年任务清单(续表)", true],
    ["续表：某县2026年任务清单", true],
    ["某县 2026年任务清单", true],
    ["某县2025年任务清单", false],
    ["某县2026年任务清单（一）", false],
  ])("%j is the title 某县2026年任务清单 once more: %j", (line, same) => {
    expect(isSameTitle(line, "某县2026年任务清单")).toBe(same);
  });

  test.each([
    ["（截至2026年10月31日）", null],
    ["更新时间：2026-10-31", null],
    ["报送日期：2026年10月31日", null],
    ["截止到2026.10.31", null],
    ["2026年3月5日", "2026-03-05"],
    ["印发日期：2026年3月5日  更新至2026年10月31日", "2026-03-05"],
    ["填报日期：2026-03-05", "2026-03-05"],
    ["某局2026年3月5日印发", "2026-03-05"],
  ])("issued, from %j", (line, day) => {
    expect(readSurroundings(["重点工作台账", line], [], "Sheet1")).toMatchObject({ issued: day, year: 2026 });
  });

  test("the year comes from title, then 文号, then date, then sheet name", () => {
    expect(readSurroundings(["某政办〔2025〕3号", "2026年台账"], [], "Sheet1").year).toBe(2026);
    expect(readSurroundings(["某政办〔2025〕3号", "重点工作台账"], [], "Sheet1").year).toBe(2025);
    expect(readSurroundings(["重点工作台账"], ["2024年3月5日"], "Sheet1")).toMatchObject({ year: 2024, issued: "2024-03-05" });
    expect(readSurroundings(["重点工作台账"], [], "2023年")).toMatchObject({ year: 2023, issued: null });
    expect(readSurroundings(["重点工作台账"], [], "Sheet1").year).toBeNull();
  });
});
