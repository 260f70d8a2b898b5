import { describe, expect, it } from "vitest";
import { applyFill, clearKeptData, enrichSheet, fillUnits, splitByUnit, undoEdits, checkSheet } from "../../src/commands";
import { exportTemplate } from "../../src/core/fill/parse-template";
import { shippedTemplates } from "../../src/core/fill/templates";
import { dumpOfXlsx, xlsxFromInit } from "../excel-host/xlsx/book-file";
import type { SheetInit } from "../excel-host/workbook-init";
import { appOverFile, type AppOverFile } from "../support/app-over-file";

const LEDGER: SheetInit = {
  name: "台账",
  values: [
    ["澄江市民政局2026年政务公开工作台账", null, null, null, null],
    ["序号", "工作任务", "具体要求", "责任科室", "完成时限"],
    [1, "一、主动公开", "按月更新规章制度库并标明效力状态。", null, "年底前"],
    [2, null, "在门户网站公开部门预算和决算及其说明。", null, "6月底前"],
    [3, null, "组织政府开放日活动，邀请企业和群众代表参加。", null, "10月底前"],
    [4, "二、政策解读", "重要政策同步制作图解和问答材料。", "法规科牵头，办公室配合", "持续推进"],
  ],
  merges: ["A1:E1", "B3:B5"],
  styles: { "A2:E6": { border: true, wrap: true } },
};
const RULES: SheetInit = {
  name: "责任分工",
  values: [
    ["匹配内容", "牵头", "配合", "时限", "备注"],
    ["预算", "财务科", "办公室", null, null],
    ["规章制度", "法规科", null, null, null],
    ["开放日", "办公室", null, null, null],
    ["群众代表", "信访科", null, null, null],
  ],
};

const open = (...sheets: SheetInit[]): Promise<AppOverFile> => appOverFile(xlsxFromInit({ sheets, activeSheet: sheets[0]!.name }), "2026-03-02");
const proposal = ({ app }: AppOverFile) => app.session.get().proposal!;
const ids = (one: AppOverFile, confidence: string) => proposal(one).items.filter((item) => item.confidence === confidence).map(({ id }) => id);
const dumped = async (one: AppOverFile) => {
  const copy = await one.reopen();
  await copy.run(clearKeptData, undefined);
  return dumpOfXlsx(await copy.workbook.save());
};
const cellsOf = async (one: AppOverFile, ...cells: string[]) => {
  const sheet = dumpOfXlsx(await one.workbook.save()).sheets[0]!;
  return cells.map((cell) => sheet.cells[cell]?.value ?? null);
};

describe("套用分工", () => {
  it("shows first, writes what is accepted, is taken back whole", async () => {
    const one = await open(LEDGER, RULES);
    const before = await dumped(one);
    expect(await one.run(fillUnits, { source: { kind: "sheet" } })).toBe("可填 2 格，另有 1 格请您选。还没有写进表里。");
    expect(await dumped(one)).toEqual(before);
    await one.run(applyFill, { itemIds: ids(one, "sure") });
    expect(await cellsOf(one, "D3", "D4", "D5", "D6")).toEqual(["法规科", "财务科牵头，办公室配合", null, "法规科牵头，办公室配合"]);
    expect(proposal(one).items.map(({ confidence }) => confidence)).toEqual(["choose"]);
    await one.run(undoEdits, { entry: "all" });
    expect(await dumped(one)).toEqual(before);
  });

  it("a choice is written as chosen, and kept as a rule for the next time", async () => {
    const one = await open(LEDGER, RULES);
    await one.run(fillUnits, { source: { kind: "sheet" } });
    const [id] = ids(one, "choose");
    await one.run(applyFill, { itemIds: [id!] }).then(() => expect.unreachable(), (error: Error) => expect(error.message).not.toBe(""));
    await one.run(applyFill, { itemIds: [id!], choices: { [id!]: "信访科" }, keepRules: [id!] });
    expect(await cellsOf(one, "D5")).toEqual(["信访科"]);
    const next = await one.reopen();
    await next.run(undoEdits, { entry: "all" });
    expect(await cellsOf(next, "D5")).toEqual([null]);
    await next.run(fillUnits, { source: { kind: "kept" } });
    expect(proposal(next).items.map(({ at, after, confidence }) => [at.row, after, confidence])).toEqual([[4, "信访科", "sure"]]);
  });

  it("takes last year's ledger, a template file and a shipped template alike", async () => {
    const old = xlsxFromInit({ sheets: [{ name: "2025", values: [["序号", "具体要求", "责任科室", "完成时限"], [1, "公开部门预算、决算及说明。", "财务科", "6月底前"], [2, "按月更新规章制度库，标明效力。", "法规科", "年底前"]] }] });
    const one = await open(LEDGER);
    await one.run(fillUnits, { source: { kind: "file", bytes: old, fileName: "去年.xlsx" } });
    expect(proposal(one).items.map(({ after, confidence }) => [after, confidence])).toEqual([["法规科", "sure"], ["财务科", "sure"]]);
    expect(proposal(one).items[0]!.reason).toBe("工作表“2025”第3行“按月更新规章制度库，标明效力。”写的是“法规科”。");
    const bytes = new TextEncoder().encode(exportTemplate(shippedTemplates[0]!));
    await one.run(fillUnits, { source: { kind: "file", bytes, fileName: "模板.json" } });
    const fromFile = proposal(one);
    await one.run(fillUnits, { source: { kind: "template", id: shippedTemplates[0]!.id } });
    expect(proposal(one)).toEqual(fromFile);
  });

  it.each([
    ["no sheet of rules", [LEDGER], { kind: "sheet" } as const, "没有可套用的分工"],
    ["half a template file", [LEDGER], { kind: "file", bytes: new TextEncoder().encode('{"taizhangTemplate": 1, "id"'), fileName: "a.json" } as const, "分工模板不是完整的JSON"],
    ["a table of rules without a column to fill", [LEDGER], { kind: "file", bytes: xlsxFromInit({ sheets: [{ name: "规则", values: [["匹配内容", "说明"], ["预算", "每年"]] }] }), fileName: "规则.xlsx" } as const, "没有“牵头”“配合”“时限”中的任何一列"],
    ["a workbook that is neither", [LEDGER], { kind: "file", bytes: xlsxFromInit({ sheets: [{ name: "通讯录", values: [["姓名", "房间"], ["张某", "301"]] }] }), fileName: "通讯录.xlsx" } as const, "没有找到"],
    ["no parent", [LEDGER], { kind: "parent" } as const, "上级文件"],
  ])("%s: one sentence, nothing written", async (_what, sheets, source, sentence) => {
    const one = await open(...sheets);
    const before = await dumped(one);
    await expect(one.run(fillUnits, { source })).rejects.toThrow(sentence);
    expect(await dumped(one)).toEqual(before);
  });

  it("writes nothing into a protected sheet and says which cells it left", async () => {
    const one = await open({ ...LEDGER, isProtected: true }, RULES);
    await expect(one.run(fillUnits, { source: { kind: "sheet" } })).rejects.toThrow();
    expect(proposal(one).skipped.filter(({ reason }) => reason === "locked")).toHaveLength(3);
    expect(await one.run(enrichSheet, { names: ["due-date"] })).toContain("有保护");
  });
});

describe("加列 and 按单位拆分", () => {
  it("adds columns and takes them back after closing", async () => {
    const one = await open(LEDGER, RULES);
    const before = await dumped(one);
    await one.run(checkSheet, undefined);
    expect(await one.run(enrichSheet, { names: ["split-roles", "lamp", "fill-levels", "lists"] })).toContain("3处没有写年份，按2026年算");
    const again = await one.reopen();
    expect(await cellsOf(again, "F2", "F3", "H2", "H4", "H6")).toEqual(["牵头单位", null, "截止日期", 46203, "序时推进"]);
    expect(await again.run(undoEdits, { entry: "all" })).not.toContain("没有恢复");
    expect(await dumped(again)).toEqual(before);
  });

  it("puts one list per 处室 on a sheet of ours", async () => {
    const one = await open(LEDGER);
    await one.run(checkSheet, undefined);
    await one.run(splitByUnit, undefined);
    const sheet = dumpOfXlsx(await one.workbook.save()).sheets.find(({ name }) => name === "按单位拆分")!;
    expect(sheet.cells["A2"]!.value).toBe("共2个单位，4项任务：法规科1项，办公室1项。");
  });
});
