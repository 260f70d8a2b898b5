import { describe, expect, it } from "vitest";
import { generateDraft, type DraftInput } from "../../../src/core/fill/generate-draft";
import type { Binding } from "../../../src/core/matching/matching";
import { parentOf } from "../../support/parent-of";

const ONE = "一、优化服务";
const TWO = "二、规范监管";
const THREE = "三、强化保障";
const parent = parentOf({
  title: "江淮省2024年优化营商环境重点工作任务分工",
  columns: ["level1", "level2", "seq", "requirement", "units", "deadline"],
  tasks: [
    { level1: ONE, level2: "（一）企业开办", requirement: "压缩开办时间，组织各市开展评估。", units: "省市场监管局", deadline: "6月底前" },
    { level1: ONE, level2: "（二）项目审批", requirement: "推行联合验收。", units: "省政府各部门", deadline: "年底前" },
    { level1: ONE, level2: "（二）项目审批", requirement: "公布省级事项清单。", units: "省政府有关部门", deadline: "年底前" },
    { level1: TWO, level2: "（一）监管执法", requirement: "推行联合抽查。", units: "省市场监管局", deadline: "持续推进" },
    { level1: THREE, level2: "（一）要素保障", requirement: "健全服务专员制度。", units: "省政府各部门", deadline: "10月底前" },
  ],
});

function draft(bindings: readonly Binding[], more: Partial<DraftInput> = {}) {
  return generateDraft({
    ...parent,
    unit: "省民政厅",
    bindings: bindings.map((binding, task) => ({ task, binding, words: binding, asLead: false })),
    fromLevel: "省",
    toLevel: "省",
    ...more,
  });
}

const texts = (made: ReturnType<typeof draft>) => made.sheet.rows.map((row) => row.map(({ value }) => value ?? "·").join("|"));

describe("generateDraft", () => {
  const made = draft(["none", "all", "some", "none", "all"]);

  it("lays the tasks that bind us out as the parent does: headings merged and renumbered, 责任部门 blank", () => {
    expect(texts(made)).toEqual([
      "省民政厅2024年优化营商环境重点工作台账|·|·|·|·|·",
      "工作任务|·|序号|具体要求|责任部门|时限要求",
      "一、优化服务|（一）项目审批|1|推行联合验收。||年底前",
      "·|·|2|公布省级事项清单。||年底前",
      "二、强化保障|（一）要素保障|3|健全服务专员制度。||10月底前",
    ]);
    expect(made.sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 1, left: 0, bottom: 1, right: 1 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ]);
  });

  it.each([
    ["某市人民政府办公室关于印发2024年全市政务公开工作要点任务分工的通知", "省民政厅2024年全市政务公开工作台账"],
    ["某省人民政府办公厅关于印发《2024年数字政府建设重点任务》的通知", "省民政厅2024年数字政府建设重点台账"],
    ["某省优化营商环境任务分工", "省民政厅工作台账"],
  ])("calls the draft after %j", (title, expected) => {
    expect(texts(draft(["all", "none", "none", "none", "none"], { title }))[0]).toBe(`${expected}|·|·|·|·|·`);
  });

  it("is part of the user's own document and says which task each row is", () => {
    expect(made.sheet.keep).toBe(true);
    expect(made.rows).toEqual([
      { row: 2, task: 1, binding: "all", words: "all" },
      { row: 3, task: 2, binding: "some", words: "some" },
      { row: 4, task: 4, binding: "all", words: "all" },
    ]);
  });

  it("takes only the bindings asked for", () => expect(draft(["named", "all", "some", "localities", "none"], { take: ["named"] }).rows.map(({ task }) => task)).toEqual([0]));

  it("keeps equal headings of different sections apart", () => {
    const sections = draft(["named", "none", "none", "named", "named"]);
    expect(texts(sections).slice(2).map((line) => line.split("|").slice(0, 2).join("|"))).toEqual(["一、优化服务|（一）企业开办", "二、规范监管|（一）监管执法", "三、强化保障|（一）要素保障"]);
    expect(sections.sheet.merges.filter(({ top }) => top >= 2)).toEqual([]);
  });

  it("offers the words of the upper level as candidates and leaves the text alone", () => {
    const city = draft(["counterpart", "none", "counterpart", "none", "none"], { unit: "庐州市民政局", toLevel: "市" });
    expect(city.wordings.map(({ row, column, written, suggestions }) => [row, column, written, suggestions[0]])).toEqual([
      [2, 3, "各市", "各县（市、区）"],
      [3, 3, "省级", "市级"],
    ]);
    expect(texts(city)[2]).toContain("组织各市开展评估");
    expect(made.wordings).toEqual([]);
  });

  it("has no column that the parent has not, and none that stays empty", () => {
    const { tasks } = parentOf({ tasks: [{ level1: "一、目录", requirement: "公开目录。" }] });
    const plain = draft(["all"], { title: "分工方案", columns: ["level1", "requirement", "units"], tasks });
    expect(texts(plain)).toEqual(["省民政厅工作台账|·|·", "工作任务|具体要求|责任部门", "一、目录|公开目录。|"]);
    expect(draft(["all"], { columns: [], tasks: [{ ...tasks[0]!, deadline: "年底前" }] }).sheet.rows[1]!.map(({ value }) => value)).toEqual(["工作任务", "序号", "具体要求", "责任部门", "时限要求"]);
  });

  it("leaves headings without numbers as they are", () => {
    const { tasks } = parentOf({ tasks: [{ level1: "重点领域", requirement: "甲" }, { level1: "专项行动", requirement: "乙" }] });
    expect(texts(draft(["none", "all"], { tasks })).at(-1)).toContain("专项行动");
  });

  it("has title and header only where nothing binds", () => expect(draft(["none", "none"]).sheet.rows).toHaveLength(2));

  it.each([
    ["江淮省贯彻落实2024年政务公开工作要点分工方案", "省民政厅2024年政务公开工作台账"],
    ["2024年安全生产任务分解表", "省民政厅2024年安全生产台账"],
    ["", "省民政厅工作台账"],
  ])("title %s → %s", (title, expected) => expect(draft(["all"], { title }).sheet.rows[0]![0]!.value).toBe(expected));
});
