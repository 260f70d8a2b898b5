import { describe, expect, it } from "vitest";
import { adaptUnits } from "../../../src/core/fill/adapt-units";
import { proposeFill } from "../../../src/core/fill/propose-fill";
import { templateOfParent } from "../../../src/core/fill/template-of-parent";
import { gridOfValues } from "../../../src/core/grid/sheet-grid";
import { parseResponsibility } from "../../../src/core/responsibility/parse-responsibility";
import type { OfficeLevel } from "../../../src/core/responsibility/responsibility";
import { unitDirectory } from "../../../src/core/units/unit-directory";
import { parentOf } from "../../support/parent-of";
import { contextOf } from "./context-of";

const adapted = (text: string, to: OfficeLevel = "市", unit: string | null = null, from: OfficeLevel = "省") => adaptUnits(parseResponsibility(text, { level: from }), { from, to, unit, directory: unitDirectory() });

describe("names of the parent in those of our level", () => {
  it.each<[string, string, OfficeLevel?, string?]>([
    ["省财政厅", "市财政局"],
    ["省财政厅牵头，省教育厅、民政厅配合", "市财政局牵头，市教育局、市民政局配合"],
    ["省发展改革委牵头，省公安厅负责落实", "市发展改革委牵头，市公安局负责落实"],
    ["省政府办公厅", "市政府办公室"],
    ["省政府办公厅牵头，省财政厅配合", "澄江市政府办公室牵头，市财政局配合", "市", "澄江市政府办公室"],
    ["省政府有关部门", "市政府有关部门"],
    ["各市、县（市、区）政府", "各县（市、区）政府"],
    ["省财政厅牵头，省政府各组成部门负责落实", "市财政局牵头，市政府各组成部门负责落实"],
    ["省扶贫办", "市扶贫办"],
    ["各地级以上市人民政府；省直各单位", "各县（市、区）人民政府；市直各单位"],
    ["省审计厅", "县审计局", "县"],
  ])("%s → %s", (text, after, to = "市", unit = undefined) => {
    expect(adapted(text, to, unit ?? null).texts[0]).toBe(after);
  });

  it.each([
    ["省公司", "省电力公司、人行澄江支行"],
    ["处室", "规划财务处牵头，信息中心配合"],
    ["a city's own office", "市财政局"],
    ["persons", "分管领导"],
  ])("leaves %s as they are", (_what, text) => {
    expect(adapted(text)).toEqual({ texts: [text], why: "" });
  });

  it("gives a choice where places call the same office by different names", () => {
    const { texts, why } = adapted("省自然资源厅");
    expect(texts.length).toBeGreaterThan(1);
    expect(texts).toContain("市自然资源局");
    expect(why).toContain("“省自然资源厅”对口“市自然资源");
  });

  it("names what has no 对口", () => {
    expect(adapted("省财政厅、省电力公司")).toEqual({ texts: ["市财政局、省电力公司"], why: "“省财政厅”对口“市财政局”；“省电力公司”没有找到对口，照写" });
  });
});

describe("filling from the parent with names adapted", () => {
  const PARENT = parentOf({ title: "某省2026年政务公开工作任务分工", issuer: "某省人民政府办公厅", year: 2026, tasks: [{ requirement: "在门户网站统一公开财政预算和决算。", units: "省财政厅牵头，省政府各部门配合", deadline: "年底前" }, { requirement: "规范规划信息公开专栏建设。", units: "省自然资源厅", deadline: "6月底前" }] });
  const grid = gridOfValues("台账", [["澄江市2026年政务公开任务分工"], ["序号", "具体要求", "责任单位", "时限要求"], [1, "在门户网站统一公开财政预算和决算。", null, null], [2, "规范规划信息公开专栏建设。", null, null]]);
  const filled = (adapts: boolean, unit = "") => {
    const context = contextOf(grid, { parents: [PARENT], unit });
    const proposal = proposeFill(context, templateOfParent(context, adapts), { all: false, rows: null });
    return { items: proposal.items.filter(({ field }) => field === "units"), notes: proposal.notes };
  };

  it("only where asked, with the reason, never as sure", () => {
    expect(filled(false).items.map(({ after, confidence }) => [after, confidence])).toEqual([["省财政厅牵头，省政府各部门配合", "probable"], ["省自然资源厅", "probable"]]);
    const { items, notes } = filled(true);
    expect(items[0]).toMatchObject({ after: "市财政局牵头，市政府各部门配合", confidence: "probable" });
    expect(items[0]!.reason).toBe("上级第1项“在门户网站统一公开财政预算和决算…”写的是“省财政厅牵头，省政府各部门配合”，“省财政厅”对口“市财政局”，“省政府各部门”对口“市政府各部门”。");
    expect(items[1]).toMatchObject({ after: "", confidence: "choose" });
    expect(items[1]!.choices.map(({ value }) => value)).toContain("市自然资源局");
    expect(notes).toEqual([]);
  });

  it("says why there is nothing to adapt", () => {
    expect(filled(true, "省教育厅")).toMatchObject({ notes: ["本表是部门的台账，责任单位是处室，没有按对口换名称。"] });
    const same = { ...PARENT, issuer: "澄江市人民政府办公室", title: "澄江市2026年政务公开工作任务分工" };
    const context = contextOf(grid, { parents: [same] });
    expect(templateOfParent(context, true).notes).toEqual(["《澄江市2026年政务公开工作任务分工》和本表同级，不用按对口换名称。"]);
  });
});
