import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proposeFill, type FillOptions } from "../../../src/core/fill/propose-fill";
import type { FillTemplate, TemplateRule } from "../../../src/core/fill/template";
import { templateOfLedger } from "../../../src/core/fill/template-of-ledger";
import { templateOfParent } from "../../../src/core/fill/template-of-parent";
import { templateOfSheet } from "../../../src/core/fill/template-of-sheet";
import { learnedRule } from "../../../src/core/fill/learned-rule";
import { shippedTemplates } from "../../../src/core/fill/templates";
import { cellKey } from "../../../src/core/grid/address";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import { parentOf } from "../../support/check-example";
import { loadGrids } from "../../support/load-grid";
import { contextOf } from "./context-of";
import { blanked, lastYearsLedger, reworded } from "./reworded";

const SHEET: FillOptions = { all: false, rows: null };

const ROWS: readonly (readonly CellValue[])[] = [
  ["序号", "工作任务", "具体要求", "责任科室", "完成时限"],
  [1, "一、主动公开", "按月更新规章制度库并标明效力状态。", "法规科", null],
  [2, null, "在门户网站公开部门预算和决算及其说明。", null, null],
  [3, null, "组织政府开放日活动，邀请企业和群众代表参加。", null, "10月底前"],
  [4, "二、政策解读", "重要政策同步制作图解和问答材料。", null, null],
  [5, null, "开展政策进园区进企业宣讲不少于四次。", null, null],
];
const grid = gridOfValues("台账", ROWS, [{ top: 1, left: 1, bottom: 3, right: 1 }, { top: 4, left: 1, bottom: 5, right: 1 }, { top: 4, left: 3, bottom: 5, right: 3 }]);

function template(rules: readonly Partial<TemplateRule>[]): FillTemplate {
  return { taizhangTemplate: 1, id: "own", name: "本单位", rules: rules.map((rule) => ({ when: {}, then: {}, reason: "定的", confidence: "sure", ...rule })) };
}

function ledgerOf(sheet: SheetGrid): Ledger {
  const read = readLedger({ grid: sheet });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

function filled(sheet: SheetGrid, rules: FillTemplate, options = SHEET, known: Parameters<typeof contextOf>[1] = {}) {
  const { items, skipped, notes } = proposeFill(contextOf(sheet, known), rules, options);
  return {
    items: items.map(({ at, field, after, confidence, choices }) => [at.row + 1, field, confidence, after || choices.map(({ value }) => value)]),
    skipped: skipped.filter(({ reason }) => reason !== "no-rule").map(({ at, field, reason }) => [at.row + 1, field, reason]),
    notes,
    edits: items.flatMap((item) => item.edits),
  };
}

function leaves({ items, skipped }: ReturnType<typeof filled>, cell: readonly unknown[]): void {
  expect(items).toEqual([]);
  expect(skipped).toContainEqual(cell);
}

describe("what a template fills", () => {
  it("blank cells, by words of the requirement, roles joined into the one cell there is", () => {
    const { items, edits } = filled(grid, template([{ when: { words: ["预算", "经费"] }, then: { lead: ["财务科"], cooperate: ["办公室", "信息中心"], deadline: "5月底前" } }, { when: { words: ["开放日"] }, then: { lead: ["办公室"] } }]));
    expect(items).toEqual([[3, "units", "sure", "财务科牵头，办公室、信息中心配合"], [3, "deadline", "sure", "5月底前"], [4, "units", "sure", "办公室"]]);
    expect(edits[0]).toMatchObject({ kind: "setCell", at: { row: 2, column: 3 }, before: null, after: "财务科牵头，办公室、信息中心配合", field: "units" });
  });

  it("leaves what is filled, unless asked, and never proposes what stands there already", () => {
    const rules = template([{ when: { words: ["规章制度"] }, then: { units: "办公室" } }, { when: { words: ["开放日"] }, then: { deadline: "10月底前" } }]);
    leaves(filled(grid, rules), [2, "units", "filled"]);
    expect(filled(grid, rules, { all: true, rows: null }).items).toEqual([[2, "units", "sure", "办公室"]]);
  });

  it("a merged cell once, and only if all its rows agree", () => {
    const both = template([{ when: { words: ["图解"] }, then: { units: "法规科" } }, { when: { words: ["宣讲"] }, then: { units: "法规科" } }]);
    expect(filled(grid, both).items).toEqual([[5, "units", "sure", "法规科"]]);
    const different = template([{ when: { words: ["图解"] }, then: { units: "法规科" } }, { when: { words: ["宣讲"] }, then: { units: "企业科" } }]);
    expect(filled(grid, different).items).toEqual([[5, "units", "choose", ["法规科", "企业科"]]]);
    const half = template([{ when: { words: ["图解"] }, then: { units: "法规科" } }]);
    expect(filled(grid, half).items).toEqual([[5, "units", "probable", "法规科"]]);
  });

  it("several answers are choices and nothing is written", () => {
    const { items, edits } = filled(grid, template([{ when: { words: ["开放日"] }, then: { units: "办公室" } }, { when: { words: ["群众代表"] }, then: { units: "信访科" } }]));
    expect(items).toEqual([[4, "units", "choose", ["办公室", "信访科"]]]);
    expect(edits).toEqual([]);
  });

  it("words of the requirement before those of a heading; words that only a heading holds are not sure", () => {
    const rules = template([{ when: { words: ["政策解读"] }, then: { units: "法规科" } }, { when: { words: ["宣讲"] }, then: { units: "企业科" } }]);
    const apart = gridOfValues("台账", ROWS, [{ top: 4, left: 1, bottom: 5, right: 1 }, { top: 1, left: 1, bottom: 3, right: 1 }]);
    expect(filled(apart, rules, SHEET).items).toEqual([[5, "units", "probable", "法规科"], [6, "units", "sure", "企业科"]]);
    expect(filled(apart, template([{ when: { heading: ["政策解读"] }, then: { units: "法规科" } }])).items.map(([row, , confidence]) => [row, confidence])).toEqual([[5, "sure"], [6, "sure"]]);
  });

  it("all conditions of a rule must hold", () => {
    expect(filled(grid, template([{ when: { words: ["开放日"], heading: ["政策解读"] }, then: { units: "办公室" } }])).items).toEqual([]);
    expect(filled(grid, template([{ when: { words: ["开放日"], heading: ["主动公开"] }, then: { units: "办公室" } }])).items).toHaveLength(1);
    expect(filled(grid, template([{ when: {}, then: { units: "办公室" } }])).items).toEqual([]);
  });

  it("columns of their own for 牵头 and 配合, also out of a whole cell", () => {
    const apart = gridOfValues("台账", [["序号", "具体要求", "牵头单位", "配合单位", "完成时限"], [1, "按月更新规章制度库并标明效力状态。", "法规科", "办公室", "年底前"], [2, "在门户网站公开部门预算和决算。", null, null, "年底前"], [3, "组织政府开放日活动。", null, null, "年底前"]]);
    const rules = template([{ when: { words: ["预算"] }, then: { units: "财务科牵头，办公室、信息中心配合" } }, { when: { words: ["开放日"] }, then: { lead: ["办公室"] } }]);
    expect(filled(apart, rules).items.map(([row, field, , after]) => [row, field, after])).toEqual([[3, "leadUnits", "财务科"], [3, "cooperateUnits", "办公室、信息中心"], [4, "leadUnits", "办公室"]]);
  });

  it("only the rows asked for", () => {
    const rules = template([{ when: { words: ["预算"] }, then: { units: "财务科" } }, { when: { words: ["开放日"] }, then: { units: "办公室" } }]);
    expect(filled(grid, rules, { all: false, rows: [{ first: 3, last: 3 }] }).items).toEqual([[4, "units", "sure", "办公室"]]);
  });

  it("leaves formulas, locked cells and cells out of sight, and names them", () => {
    const rules = template([{ when: { words: ["预算"] }, then: { units: "财务科" } }]);
    const at = cellKey(2, 3);
    leaves(filled({ ...grid, formulas: new Map([[at, "=D2"]]) }, rules), [3, "units", "formula"]);
    leaves(filled({ ...grid, isProtected: true }, rules), [3, "units", "locked"]);
    expect(filled({ ...grid, isProtected: true, unlocked: new Set([at]) }, rules).items).toHaveLength(1);
    leaves(filled({ ...grid, hiddenRows: new Set([2]), filteredRows: new Set([2]) }, rules), [3, "units", "hidden"]);
  });

  it("says which typed name nobody knows", () => {
    const rules = template([{ when: { words: ["预算"] }, then: { lead: ["市财证局"], cooperate: ["信息中心", "各相关科室", "市财政局"] } }]);
    expect(filled(grid, rules).notes).toEqual(["模板里的“市财证局”不在单位名录里，上级文件和本表也没有用过，像是“市财政局”，请核对。"]);
  });

  it("a choice made becomes a rule that finds the row again", () => {
    const choose = proposeFill(contextOf(grid), template([{ when: { words: ["开放日"] }, then: { units: "办公室" } }, { when: { words: ["群众代表"] }, then: { units: "信访科" } }]), SHEET);
    const rule = learnedRule(choose.items[0]!, "信访科");
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
    expect(filled(grid, template([rule])).items).toEqual([[4, "units", "sure", "信访科"]]);
  });

  it("shipped templates never write unasked", () => {
    for (const shipped of shippedTemplates) {
      const { items } = filled(grid, shipped);
      expect(items.length).toBeGreaterThan(0);
      expect(items.filter(([, , confidence]) => confidence === "sure")).toEqual([]);
    }
  });
});

const PARENT = parentOf(
  [
    ["序号", "具体要求", "责任单位", "时限要求"],
    [1, "及时更新规章制度库，标明效力状态。", "市司法局", "年底前"],
    [2, "在门户网站公开部门预算和决算及说明。", "市财政局牵头，市直各部门配合", "3月底前"],
    [3, "组织政府开放日活动，邀请群众代表参加。", "市政府各部门", "年底前"],
  ],
  2026,
);

describe("the parent as a template", () => {
  it("gives deadlines surely and units for a person to look at, 各部门 as 本单位", () => {
    const known = { parents: [PARENT], unit: "市教育局" };
    expect(filled(grid, templateOfParent(contextOf(grid, known)), SHEET, known).items).toEqual([
      [2, "deadline", "sure", "年底前"],
      [3, "units", "probable", "市财政局牵头，市教育局配合"],
      [3, "deadline", "sure", "3月底前"],
      [4, "units", "probable", "市教育局"],
    ]);
  });

  it("rules by task and by the parent's units", () => {
    const known = { parents: [PARENT] };
    const rules = template([{ when: { parentUnits: ["市财政局"] }, then: { units: "财务科" } }]);
    expect(filled(grid, rules, SHEET, known).items).toEqual([[3, "units", "sure", "财务科"]]);
  });
});

describe("another ledger as a template", () => {
  const other = (rows: readonly (readonly CellValue[])[], title = "某局2026年台账") => ledgerOf(gridOfValues("台账", [[title, null, null, null, null], ["序号", "具体要求", "责任科室", "完成时限", "联系人"], ...rows]));
  const context = contextOf(grid, { year: 2026 });

  it("finds rows by what they say; persons and other years' deadlines are for a person to look at", () => {
    const rows = [[9, "邀请企业、群众代表参加政府开放日活动。", "办公室", "11月底前", "王某 5123"], [3, "公开部门预算、决算和说明。", "财务科", "2026年4月底前", "李某 5124"]];
    expect(filled(grid, templateOfLedger(other(rows), context), SHEET, { year: 2026 }).items).toEqual([[3, "units", "sure", "财务科"], [3, "deadline", "sure", "2026年4月底前"], [4, "units", "sure", "办公室"]]);
    const old = templateOfLedger(other(rows, "某局2025年台账"), context);
    expect(filled(grid, old, SHEET, { year: 2026 }).items).toEqual([[3, "units", "sure", "财务科"], [4, "units", "sure", "办公室"]]);
    expect(old.rules.filter(({ then }) => then.contact !== undefined).map(({ confidence }) => confidence)).toEqual(["probable", "probable"]);
  });

  it("shows rows that contradict one another, and leaves the choice", () => {
    const rows = [[1, "组织政府开放日活动，邀请企业和群众代表参加。", "办公室", "年底前", null], [2, "组织政府开放日活动，邀请企业和群众代表参加。", "信访科", "年底前", null]];
    const learned = templateOfLedger(other(rows), context);
    expect(learned.notes).toEqual(["参照表第3行和第4行任务相同，单位不同：“办公室”“信访科”，请您选。"]);
    expect(filled(grid, learned, SHEET, { year: 2026 }).items.filter(([row]) => row === 4)).toEqual([[4, "units", "choose", ["办公室", "信访科"]]]);
  });

  it("finds a rewritten row through the parent's task", () => {
    const rows = [[1, "预算决算公开到位。在门户网站公开部门预算和决算及说明。", "财务科", "年底前", null]];
    const known = { parents: [PARENT], year: 2026 };
    const learned = templateOfLedger(other(rows), contextOf(grid, known));
    expect(learned.rules.some(({ when }) => when.task !== undefined)).toBe(true);
    expect(filled(grid, learned, SHEET, known).items.filter(([, field]) => field === "units")).toEqual([[3, "units", "sure", "财务科"]]);
  });

  it("tells two rows that share a task apart by what they say", () => {
    const rows = [[1, "在门户网站公开部门预算和决算。", "财务科", "年底前", null], [2, "公开部门预算和决算的说明。", "办公室", "年底前", null]];
    const known = { parents: [PARENT], year: 2026 };
    const learned = templateOfLedger(other(rows), contextOf(grid, known));
    const shared = { ...learned, rules: learned.rules.map((rule) => (rule.when.task === undefined ? rule : { ...rule, when: { task: learned.rules.find(({ when }) => when.task !== undefined)!.when.task! } })) };
    expect(filled(grid, shared, SHEET, known).items.filter(([row, field]) => row === 3 && field === "units").map(([, , , after]) => after)).toEqual(["财务科"]);
  });

  it("another office's 处室 are for a person to look at, and it says whose they are", () => {
    const rows = [[3, "公开部门预算、决算和说明。", "财务科", "年底前", null]];
    const known = { unit: "青川市水利局", year: 2026 };
    const answers = (title: string) => {
      const learned = templateOfLedger(other(rows, title), contextOf(grid, known));
      return [learned.notes, filled(grid, learned, SHEET, known).items.filter(([, field]) => field === "units").map(([, , confidence]) => confidence)];
    };
    expect(answers("临江市水利局2026年台账")).toEqual([["参照的是“临江市水利局”的台账，处室设置可能不同，请逐处看。"], ["probable"]]);
    for (const own of ["青川市水利局2026年台账", "市水利局2026年台账", "2026年水利工作台账", "落实全市政府开放日工作台账"]) expect(answers(own)).toEqual([[], ["sure"]]);
  });

  it("says so when it names no units", () => {
    expect(templateOfLedger(other([[3, "公开部门预算、决算和说明。", null, "年底前", null]]), context).notes).toEqual(["《某局2026年台账》没有填责任单位，照它填不了责任单位。"]);
  });

  it("a bare list goes to 牵头 where only 牵头 and 配合 have columns, for a person to look at", () => {
    const two = gridOfValues("台账", [["序号", "具体要求", "牵头科室", "配合科室", "完成时限"], [1, "公开部门预算和决算及其说明。", null, null, "年底前"], [2, "组织政府开放日活动，邀请企业和群众代表参加。", null, null, "年底前"]]);
    const learned = templateOfLedger(other([[1, "公开部门预算、决算和说明。", "财务科", "年底前", null], [2, "组织政府开放日活动，邀请企业和群众代表参加。", "办公室牵头，信访科配合", "年底前", null]]), contextOf(two, { year: 2026 }));
    const { items, skipped } = filled(two, learned, SHEET, { year: 2026 });
    expect(items).toEqual([[2, "leadUnits", "probable", "财务科"], [3, "leadUnits", "sure", "办公室"], [3, "cooperateUnits", "sure", "信访科"]]);
    expect(skipped).toContainEqual([2, "cooperateUnits", "not-said"]);
  });

  it("gives a row that last year had not nothing", () => {
    expect(filled(grid, templateOfLedger(other([[1, "办理信访积案并逐件回访。", "信访科", "年底前", null], [2, "修缮办公楼屋面。", "后勤科", "年底前", null]]), context), SHEET, { year: 2026 }).items).toEqual([]);
  });
});

const corpus = process.env["TAIZHANG_CORPUS"];
describe.skipIf(!corpus)("published ledgers, 责任部门 blanked", () => {
  const open = (id: string) => {
    const sheet = loadGrids(join(corpus!, "seeds", `${id}.xlsx`))[0]!;
    const ledger = ledgerOf(sheet);
    return { ledger, blank: blanked(sheet, ledger, "units"), truth: new Map(ledger.rows.map((row) => [row.cells.units!.at.row, row.cells.units!.text])) };
  };

  it.each([["anhui-civil-affairs-2021-ledger"], ["huainan-office-2021-division"], ["chizhou-2019-division"], ["guangdong-2021-division"], ["anhui-2021-division"]])("%s, from itself in another order and other words", (id) => {
    const { ledger, blank, truth } = open(id);
    const context = contextOf(blank);
    const { items } = proposeFill(context, templateOfLedger(ledgerOf(lastYearsLedger(ledger)), context), SHEET);
    const units = items.filter(({ field }) => field === "units");
    expect(units.filter(({ at, after, confidence }) => confidence === "sure" && after !== truth.get(at.row))).toEqual([]);
    expect(units.filter(({ at, after }) => after === truth.get(at.row)).length).toBeGreaterThanOrEqual(Math.ceil(truth.size * 0.95));
  });

  it("a row that the other ledger lacks is never filled surely", () => {
    const { ledger, blank } = open("anhui-civil-affairs-2021-ledger");
    const context = contextOf(blank);
    const surely = ledger.rows.filter((left) => {
      const rows = ledger.rows.filter((row) => row !== left).map((row, at): CellValue[] => [at + 1, reworded(row.cells.requirement!.text), row.cells.units!.text, "年底前"]);
      const learned = templateOfLedger(ledgerOf(gridOfValues("旧台账", [["序号", "具体要求", "责任部门", "完成时限"], ...rows])), context);
      return proposeFill(context, learned, SHEET).items.some(({ at, field, confidence }) => field === "units" && at.row === left.cells.units!.at.row && confidence === "sure");
    });
    expect(surely).toEqual([]);
  });

  it("a city office's ledger from the sheet 责任分工", () => {
    const { blank, truth } = open("huainan-office-2021-division");
    const rules = templateOfSheet(
      gridOfValues("责任分工", [
        ["匹配内容", "牵头", "配合", "落实", "时限", "备注"],
        ["预算、决算", null, null, "行财科", null, null],
        ["政府公报集中刊载", null, null, "秘书一室", null, null],
        ["公报数据库", null, null, "秘书一室、政务公开指导办、政府网站", null, null],
        ["政务服务便民热线", null, null, "市政府办公室", null, null],
        ["列席政府有关会议", null, null, "会务联络科、政务公开指导办", null, null],
        ["网站集约化\n政务新媒体监管", null, null, "市政府网站", null, null],
        ["法规集中统一公开；规范性文件集中规范公开", null, null, "政务公开指导办、文秘科", null, null],
        ["（二）不断提升政策解读质量效果", null, null, "各相关科室", null, null],
        ["准确适用、行政复议案件、年度报告、研讨交流、市级政策文件库、专项规划和区域规划", null, null, "政务公开指导办", null, null],
      ]),
    );
    if (!rules.ok) throw new Error(rules.error.detail);
    const { items, notes } = proposeFill(contextOf(blank), rules.value, SHEET);
    const sure = items.filter(({ field, confidence }) => field === "units" && confidence === "sure");
    expect(notes).toEqual([]);
    expect(sure.filter(({ at, after }) => after !== truth.get(at.row)).map(({ about, after }) => [about, after])).toEqual([]);
    expect(sure.length).toBeGreaterThanOrEqual(15);
  });
});
