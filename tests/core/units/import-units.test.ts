import { describe, expect, it } from "vitest";
import { exportUnits, importUnits, unitNamesOfFile } from "../../../src/core/units/import-units";
import { isInnerOffice } from "../../../src/core/units/inner-office";
import { resolveUnit } from "../../../src/core/units/resolve-unit";
import { unitDirectory } from "../../../src/core/units/unit-directory";

describe("the user's own list", () => {
  it("takes names from a column and leaves out blanks, numbers, header words and repetitions", () => {
    expect(importUnits(["责任科室", "综合科", null, " 综合科 ", 3, "", "秘书一室\n秘书二室", true, "ABC", "科室名称（全称）"])).toEqual({ version: 1, names: ["综合科", "秘书一室", "秘书二室"] });
  });

  it("comes back from its own JSON", () => {
    const list = importUnits(["“放管服”改革科", "社会事务处（儿童福利处）"]);
    expect(unitNamesOfFile(exportUnits(list))).toEqual({ ok: true, value: list.names });
  });

  it.each([
    ["a JSON array", '["综合科","人事科"]', ["综合科", "人事科"]],
    ["a name a line", "\ufeff综合科\r\n人事科\r\n\r\n", ["综合科", "人事科"]],
    ["numbered lines and remarks", "# 本局科室\n1. 综合科\n2、人事科", ["综合科", "人事科"]],
    ["the first column of a CSV", "单位名称,电话\n综合科,123\n人事科,456", ["综合科", "人事科"]],
  ])("is read from %s", (_, text, names) => {
    expect(unitNamesOfFile(text)).toEqual({ ok: true, value: names });
  });

  it.each([
    ["JSON of another make", '{"units":3}', "not-a-list"],
    ["broken JSON", '{"names":[', "not-a-list"],
    ["an empty text", "", "no-names"],
    ["a list without names", "[1, 2, null]", "no-names"],
    ["only remarks", "# 无", "no-names"],
  ])("fails for %s", (_, text, code) => {
    expect(unitNamesOfFile(text)).toEqual({ ok: false, error: { code } });
  });
});

describe("isInnerOffice", () => {
  it.each(["规划财务处", "综合科", "计财股", "秘书一室", "办公室", "信息中心", "社会事务处(儿童福利处)", "政务公开指导办", "农业综合行政执法大队一中队", "“放管服”改革和营商环境监督科", "机关党委", "综合和规划工作线", "市场监督管理科", "区划地名处", "市政设施科"])("%s is one", (name) => {
    expect(isInnerOffice(name)).toBe(true);
  });

  it.each(["市政府办公室", "淮南市政府办公室", "市信息中心", "省经济信息中心", "街道办事处", "县法院", "市财政局", "各县区政府", "省民政厅", "县委办公室", "政府网站", "市委政研室", "人民法院", "", "科"])("%s is none", (name) => {
    expect(isInnerOffice(name)).toBe(false);
  });
});

describe("resolveUnit for 本单位", () => {
  it.each([["省民政厅"], ["淮南市政府办公室"], ["市教体局"]])("knows %s", (name) => {
    expect(resolveUnit(name, unitDirectory())).toEqual({ known: true, candidates: [] });
  });

  it("knows a name that the parent or the user's list has", () => {
    expect(resolveUnit("市某某指挥部", unitDirectory(), ["市某某指挥部"]).known).toBe(true);
  });

  it.each(["城关镇人民政府", "东津街道办事处", "云州经济技术开发区管委会", "云州市城投集团", "云州师范学院"])("takes %s by its kind", (name) => {
    expect(resolveUnit(name, unitDirectory()).known).toBe(true);
  });

  it.each(["云州市财攻局", "某某局", "李某某", "市大数剧中心"])("does not take %s", (name) => {
    expect(resolveUnit(name, unitDirectory()).known).toBe(false);
  });

  it("offers the nearest names for one it does not know", () => {
    expect(resolveUnit("省明政厅", unitDirectory())).toEqual({ known: false, candidates: expect.arrayContaining(["省民政厅"]) as string[] });
    expect(resolveUnit("民政厅", unitDirectory())).toEqual({ known: false, candidates: ["省民政厅"] });
    expect(resolveUnit("某某某某", unitDirectory())).toEqual({ known: false, candidates: [] });
  });
});
