import { describe, expect, it } from "vitest";
import { areCounterparts, counterpartOf } from "../../../src/core/units/counterparts";
import { describeUnit } from "../../../src/core/units/describe-unit";
import { sameUnit } from "../../../src/core/units/same-unit";
import type { SameUnitContext } from "../../../src/core/units/same-unit";
import { unitDirectory } from "../../../src/core/units/unit-directory";

const directory = unitDirectory();
const names = (unit: string, level: string): string[] => counterpartOf(unit, directory).filter((other) => other.level === level).map(({ name }) => name);

describe("counterpartOf", () => {
  it.each([
    ["省财政厅", "市", ["市财政局"]],
    ["省财政厅", "县", ["县财政局"]],
    ["省财政厅", "国家", ["财政部"]],
    ["市财政局", "省", ["省财政厅"]],
    ["县财政局", "市", ["市财政局"]],
    ["安徽省民政厅", "市", ["市民政局"]],
    ["省委办公厅", "县", ["县委办公室", "县委办公厅"]],
    ["市教体局", "省", ["省教育厅", "省教育委员会", "省体育局"]],
    ["淮南市政府办公室", "省", ["省人民政府办公厅"]],
  ])("%s at %s: %j", (unit, level, expected) => {
    expect(names(unit, level)).toEqual(expected);
  });

  it("names each form that places use", () => {
    expect(names("省自然资源厅", "市")).toEqual(expect.arrayContaining(["市自然资源局", "市自然资源和规划局"]));
    expect(names("省教育厅", "市")).toEqual(expect.arrayContaining(["市教育局", "市教育体育局"]));
  });

  it.each(["规划财务处", "市某某局", "财政厅", ""])("knows none for %s", (unit) => {
    expect(counterpartOf(unit, directory)).toEqual([]);
  });
});

describe("areCounterparts", () => {
  it.each([
    ["省政府办公厅", "淮南市政府办公室"], ["省政府办公厅", "市政府办公室"], ["省财政厅", "县财政局"], ["省教育厅", "市教体局"], ["省自然资源厅", "市自然资源和规划局"],
    ["省经济和信息化厅", "市经信局"], ["省工业和信息化厅", "市经信局"], ["市司法局", "区司法局"], ["国家税务总局", "市税务局"], ["省委宣传部", "县委宣传部"],
    ["省数据资源局", "市数据资源局"], ["安徽省民政厅", "池州市民政局"], ["省文化和旅游厅", "区文旅体局"], ["省体育局", "市教育体育局"],
  ])("%s and %s", (a, b) => {
    expect(areCounterparts(a, b, directory)).toBe(true);
    expect(areCounterparts(b, a, directory)).toBe(true);
  });

  it.each([
    ["省财政厅", "市民政局"], ["省民政厅", "市民宗局"], ["市财政局", "淮南市财政局"], ["县财政局", "区财政局"], ["省政府办公厅", "市政府新闻办"], ["省政府办公厅", "市委办公室"],
    ["省经济信息中心", "市经信局"], ["省教育厅", "市体育局"], ["省委组织部", "市委统战部"], ["规划财务处", "市财政局"], ["省政府", "市政府办公室"],
  ])("not %s and %s", (a, b) => {
    expect(areCounterparts(a, b, directory)).toBe(false);
  });
});

describe("describeUnit", () => {
  it.each([
    ["淮南市政府办公室", { entryId: "government-office", type: "办公机构", level: "市", place: "淮南市" }],
    ["安徽省民政厅", { entryId: "civil-affairs", type: "组成部门", level: "省", place: "安徽省" }],
    ["省税务局", { entryId: "tax", type: "垂管", level: "省", place: null }],
    ["国家税务总局池州市税务局", { entryId: "tax", type: "垂管", level: "市", place: "池州市" }],
    ["桐城市财政局", { entryId: "finance", type: "组成部门", level: "县", place: "桐城市" }],
    ["安徽省池州市贵池区财政局", { entryId: "finance", type: "组成部门", level: "区", place: "贵池区" }],
    ["上海市教育委员会", { entryId: "education", type: "组成部门", level: "省", place: "上海市" }],
    ["市委宣传部", { entryId: "publicity", type: "党委部门", level: "市", place: null }],
    ["科右前旗人民政府办公室", { entryId: "government-office", type: "办公机构", level: "县", place: "科右前旗" }],
    ["教育部", { entryId: "education", type: "组成部门", level: "国家", place: null }],
    ["市国资委", { entryId: "state-assets", type: "直属特设机构", level: "市", place: null }],
  ])("%s", (unit, expected) => {
    expect(describeUnit(unit, directory)).toEqual(expected);
  });

  it("supplies the level a bare name lacks", () => {
    expect(describeUnit("民政厅", directory)).toBeNull();
    expect(describeUnit("民政厅", directory, "省")?.entryId).toBe("civil-affairs");
  });

  it.each(["社会救助处", "市财政厅", "城市管理局", "各市政府", "市", ""])("knows nothing of %j", (unit) => {
    expect(describeUnit(unit, directory)).toBeNull();
  });
});

describe("sameUnit", () => {
  it.each<[string, string, SameUnitContext]>([
    ["市发改委", "市发展和改革委员会", {}], ["市发改委", "市发展改革委", {}], ["省民政厅", "安徽省民政厅", {}], ["民政厅", "省民政厅", { level: "省" }], ["民政厅", "安徽省民政厅", { level: "省", place: "安徽省" }],
    ["规划财务处", "规划财务處", {}], ["其他部门（单位）", "其他部门(单位)", {}], ["市司法局(行政复议局)", "市司法局", {}], ["市民政局", "桐城市民政局", { place: "桐城市" }], ["省政府办公厅", "省人民政府办公厅", {}],
    ["市 财政局", "市财政局", {}],
  ])("%s is %s", (a, b, context) => {
    expect(sameUnit(a, b, directory, context)).toBe(true);
    expect(sameUnit(b, a, directory, context)).toBe(true);
  });

  it.each<[string, string, SameUnitContext]>([
    ["省民政厅", "市民政局", {}], ["江苏省民政厅", "安徽省民政厅", {}], ["省民政厅", "江苏省民政厅", { place: "安徽省" }], ["市民政局", "桐城市民政局", {}], ["市工商局", "市质监局", {}],
    ["市工商局", "市市场监管局", {}], ["市扶贫办", "市乡村振兴局", {}], ["省经济和信息化厅", "省工业和信息化厅", {}], ["省经济信息中心", "省经济和信息化厅", {}], ["民政厅", "省民政厅", {}],
    ["市政府新闻办", "市政府办公室", {}], ["社会救助处", "社会事务处", {}], ["市教育局", "市教体局", {}], ["", "", {}], ["政府网站", "市政府网站", {}], ["市法改委", "市发改委", {}],
  ])("%s is not certainly %s", (a, b, context) => {
    expect(sameUnit(a, b, directory, context)).toBe(false);
    expect(sameUnit(b, a, directory, context)).toBe(false);
  });
});
