import { describe, expect, test } from "vitest";
import { cutAtMarks, keyLine } from "../../../src/core/parent/responsibility-marks";

describe("cutAtMarks", () => {
  test.each([
    ["做好甲。（市财政局牵头，市有关部门配合，6月底前完成）", "做好甲。", "市财政局牵头，市有关部门配合", "6月底前完成"],
    ["做好甲（市财政局负责）。", "做好甲", "市财政局负责", ""],
    ["做好甲。（市财政局）", "做好甲。", "市财政局", ""],
    ["做好甲。（各市、县（市、区）政府负责，年底前）", "做好甲。", "各市、县（市、区）政府负责", "年底前"],
    ["做好甲。（责任单位：市财政局、市审计局；完成时限：2026年6月底）", "做好甲。", "市财政局、市审计局", "2026年6月底"],
    ["做好甲。（牵头单位：市财政局；配合单位：市审计局）", "做好甲。", "牵头单位：市财政局；配合单位：市审计局", ""],
    ["做好甲。【责任单位：市财政局】", "做好甲。", "市财政局", ""],
    ["做好甲。［市财政局，市审计局，6月底前］", "做好甲。", "市财政局，市审计局", "6月底前"],
    ["做好甲。〔牵头单位：市财政局〕", "做好甲。", "牵头单位：市财政局", ""],
    ["做好甲，6月底前完成。责任领导：李某某；牵头单位：市财政局；配合单位：市审计局。", "做好甲，6月底前完成。", "牵头单位：市财政局；配合单位：市审计局", ""],
    ["做好甲。牵头单位：市财政局，责任单位：市审计局，年底前完成。", "做好甲。", "牵头单位：市财政局；责任单位：市审计局", "年底前完成"],
  ])("%j", (paragraph, text, units, deadline) => {
    expect(cutAtMarks(paragraph)).toEqual([{ text, mark: { units, deadline, holdsOn: { units: false, deadline: false } } }]);
  });

  test("several marks are several tasks", () => {
    expect(cutAtMarks("做好甲。（市财政局）做好乙。（市审计局负责，年底前）").map((part) => `${part.text}${part.mark?.units}`)).toEqual(["做好甲。市财政局", "做好乙。市审计局负责"]);
  });

  test("下同 holds for what it stands with", () => {
    expect(cutAtMarks("做好甲。（市财政局负责，年底前，下同）")[0]?.mark?.holdsOn).toEqual({ units: true, deadline: true });
    expect(cutAtMarks("做好甲。（责任单位：市财政局，下同；完成时限：年底前）")[0]?.mark).toEqual({ units: "市财政局", deadline: "年底前", holdsOn: { units: true, deadline: false } });
  });

  test.each([
    "推进补贴信息公开向村（社区）延伸。",
    "落实《指导意见》（国办发〔2020〕53号）要求。",
    "提高公开质量（不低于百分之九十五）。",
    "按照有关细则（试行）执行",
    "建设综合服务窗口（平台）。",
    "（市财政局负责的部分另行通知）做好甲。",
    "做好甲。联系人：张三",
    "做好甲。要求如下：一是加强领导；二是落实责任。",
  ])("%j has none", (paragraph) => {
    expect(cutAtMarks(paragraph)).toEqual([{ text: paragraph, mark: null }]);
  });
});

describe("keyLine", () => {
  test("lines of key words", () => {
    expect(keyLine("责任单位：市财政局；完成时限：6月底")).toMatchObject({ units: "市财政局", deadline: "6月底" });
    expect(keyLine("牵头单位：市财政局配合单位：市有关部门完成时限：6月底")).toMatchObject({ units: "牵头单位：市财政局；配合单位：市有关部门", deadline: "6月底" });
    expect(keyLine("（牵头单位：市财政局）")).toMatchObject({ units: "牵头单位：市财政局" });
    expect(keyLine("完成时限：2026年底前")).toMatchObject({ units: "", deadline: "2026年底前" });
  });
  test.each(["做好甲。责任单位：市财政局", "联系人：张三", "各单位要落实责任：一是加强领导", "工作要求：提高认识"])("%j is none", (line) => {
    expect(keyLine(line)).toBeNull();
  });
});
