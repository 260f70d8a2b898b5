import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportTemplate, parseTemplate } from "../../../src/core/fill/parse-template";
import { templateOfSheet } from "../../../src/core/fill/template-of-sheet";
import { shippedTemplates } from "../../../src/core/fill/templates";
import type { FillTemplate } from "../../../src/core/fill/template";
import { gridOfValues, type CellValue, type MergeArea } from "../../../src/core/grid/sheet-grid";

const TEMPLATE: FillTemplate = {
  taizhangTemplate: 1,
  id: "education",
  name: "市教育局（科室）",
  rules: [
    { when: { words: ["预算", "决算"] }, then: { lead: ["财务科"], cooperate: ["办公室"] }, reason: "三定方案", confidence: "sure" },
    { when: { like: { requirement: "编制全市中小学布局专项规划。", level1: "一、规划" }, heading: ["规划"], task: "0f1e", parentUnits: ["市教育局"] }, then: { units: "规划科", deadline: "6月底前", persons: "张某", contact: "5123", remarks: "专班", implement: ["基建科"] }, reason: "去年如此", confidence: "probable" },
  ],
};

describe("template files", () => {
  it("come back as they were exported, the shipped ones too", () => {
    for (const template of [TEMPLATE, ...shippedTemplates]) expect(parseTemplate(exportTemplate(template))).toEqual({ ok: true, value: template });
  });

  it("shipped as files to begin one's own from", () => {
    for (const template of shippedTemplates) expect(readFileSync(join(import.meta.dirname, "../../../assets/templates", `${template.id}.json`), "utf8")).toBe(exportTemplate(template));
  });

  it("leave notes out, take a byte order mark", () => {
    const text = exportTemplate({ ...TEMPLATE, notes: ["一句话"] });
    expect(text).not.toContain("一句话");
    expect(parseTemplate(`\ufeff${text}`).ok).toBe(true);
  });

  const changed = (change: (value: Record<string, unknown>) => void): string => {
    const value = JSON.parse(exportTemplate(TEMPLATE)) as Record<string, unknown>;
    change(value);
    return JSON.stringify(value);
  };
  const rule = (at: number, change: Record<string, unknown>) => changed((value) => Object.assign((value["rules"] as object[])[at]!, change));

  it.each([
    ["half a file", exportTemplate(TEMPLATE).slice(0, 80), "分工模板不是完整的JSON，可能没有下载完或被改坏了"],
    ["another file", '{"version": 3}', "这个文件不是分工模板"],
    ["a list", "[]", "这个文件不是分工模板"],
    ["a newer one", changed((value) => (value["taizhangTemplate"] = 2)), "这份分工模板是更新的版本导出的，请先更新本工具"],
    ["no name", changed((value) => (value["name"] = "")), "分工模板没有名称（name）"],
    ["no rules", changed((value) => (value["rules"] = [])), "分工模板里没有规则（rules）"],
    ["an unknown member", changed((value) => (value["colour"] = "red")), "模板里有不认识的项“colour”"],
    ["an unknown column in a rule", rule(0, { then: { 牵头: ["财务科"] } }), "第1条规则没有写填什么（then）"],
    ["an unknown column beside a known one", rule(0, { then: { lead: ["财务科"], leader: "张某" } }), "第1条规则里有不认识的项“leader”"],
    ["a rule for every row", rule(1, { when: {} }), "第2条规则没有写什么情况下适用（when）"],
    ["words that are no list", rule(0, { when: { words: "预算" } }), "第1条规则的“words”应当是一组文字"],
    ["a number for a text", rule(1, { then: { deadline: 46203 } }), "第2条规则的“deadline”应当是文字"],
    ["a confidence of their own", rule(1, { confidence: "certain" }), "第2条规则的把握（confidence）只能是sure、probable、choose"],
    ["a row without its text", rule(1, { when: { like: { level1: "一、规划" } } }), "第2条规则的like没有写任务内容（requirement）"],
  ])("%s: one sentence", (_what, text, detail) => {
    expect(parseTemplate(text)).toEqual({ ok: false, error: { detail } });
  });

  it("is probable unless it says otherwise", () => {
    const text = rule(0, { confidence: undefined, reason: undefined });
    const read = parseTemplate(text);
    expect(read.ok && read.value.rules[0]).toMatchObject({ confidence: "probable", reason: "按模板第1条规则。" });
  });
});

const HEADER = ["匹配内容", "牵头", "配合", "时限", "备注"];
const sheet = (rows: readonly (readonly CellValue[])[], merges?: readonly MergeArea[]) => templateOfSheet(gridOfValues("责任分工", rows, merges));

describe("the sheet 责任分工", () => {
  it.each([
    ["words", "预算", [[{ words: ["预算"] }, "sure"]]],
    ["several words, any of them", "预算；决算\n部门经费", [[{ words: ["预算"] }, "sure"], [{ words: ["决算"] }, "sure"], [{ words: ["部门经费"] }, "sure"]]],
    ["a phrase or a list of short words", "预算、决算", [[{ words: ["预算、决算"] }, "sure"], [{ words: ["预算", "决算"] }, "probable"]]],
    ["a list of clear words", "政府公报、年度报告", [[{ words: ["政府公报、年度报告"] }, "sure"], [{ words: ["政府公报", "年度报告"] }, "sure"]]],
    ["a heading", "（二）不断提升解读质量。", [[{ heading: ["不断提升解读质量"] }, "sure"]]],
    ["a whole requirement", "完善解读、回应、互动工作机制，做到同步谋划、同步实施。", [[{ like: { requirement: "完善解读、回应、互动工作机制，做到同步谋划、同步实施。" } }, "sure"]]],
  ])("takes %s", (_what, match, expected) => {
    const read = sheet([HEADER, [match, "办公室", null, null, null]]);
    expect(read.ok && read.value.rules.map(({ when, confidence }) => [when, confidence])).toEqual(expected);
  });

  it("takes the columns in any order, under a title, names parted by marks outside brackets, merged matches", () => {
    const read = sheet(
      [["本局责任分工", null, null, null, null, null], ["序号", "匹配内容（关键词）", "时 限", "配合单位", "牵头科室", "联系人"], [1, "预算", "5月底前", "办公室、宣传科（网信办、信息中心）", "财务科", "张某"], [2, null, null, null, "审计科", null]],
      [{ top: 0, left: 0, bottom: 0, right: 5 }, { top: 2, left: 1, bottom: 3, right: 1 }],
    );
    expect(read.ok && read.value.rules.map(({ then }) => then)).toEqual([{ deadline: "5月底前", cooperate: ["办公室", "宣传科（网信办、信息中心）"], lead: ["财务科"], contact: "张某" }, { lead: ["审计科"] }]);
    expect(read.ok && read.value.notes).toEqual(["第3行和第4行都写了“预算”，填的内容不同，用到时请您选。"]);
  });

  it("says what it could not use", () => {
    const read = sheet([[...HEADER, "难度系数"], ["预算", "财务科", null, null, null, 3], ["决算", null, null, null, null, 1], [null, "审计科", null, null, null, null], ["预算", "审计科", null, null, null, null], [null, null, null, null, null, null]]);
    expect(read.ok && read.value.notes).toEqual(["F列“难度系数”不认识，没有使用。", "第3行“决算”没有写填什么，没有使用。", "第4行没有写匹配内容，没有使用。", "第2行和第5行都写了“预算”，填的内容不同，用到时请您选。"]);
  });

  it.each(["关键词", "关键字", "任务关键词", "匹配关键词", "包含文字"])("knows %s for what is looked for", (label) => {
    expect(templateOfSheet(gridOfValues("责任分工", [[label, "牵头"], ["预算", "财务科"]])).ok).toBe(true);
  });

  it.each([
    ["an ordinary ledger", [["序号", "工作任务", "具体要求", "责任单位", "时限要求", "备注"], [1, "一、公开", "公开部门预算。", "财务科", "年底前", null]], "没有找到“匹配内容”一列。表头请写：匹配内容、牵头、配合、时限、备注"],
    ["an empty sheet", [], "没有找到“匹配内容”一列。表头请写：匹配内容、牵头、配合、时限、备注"],
    ["nothing to fill", [["匹配内容", "说明"], ["预算", "每年"]], "第1行有“匹配内容”，没有“牵头”“配合”“时限”中的任何一列，不知道要填什么"],
    ["a column twice", [["匹配内容", "牵头", "牵头单位"], ["预算", "财务科", "审计科"]], "第1行的“牵头单位”（C列）和前面的列重复，请只留一列"],
    ["no rules yet", [HEADER], "“责任分工”里还没有写规则。请在“匹配内容”下面填上文字，右边填上单位"],
  ] as const)("%s: one sentence", (_what, rows, detail) => {
    const isTemplate = detail.includes("没有找到") ? {} : { isTemplate: true };
    expect(sheet(rows)).toEqual({ ok: false, error: { detail, ...isTemplate } });
  });
});
