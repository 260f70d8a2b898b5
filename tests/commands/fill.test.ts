import { describe, expect, it } from "vitest";
import { applyFill, checkSheet, clearKeptData, collectAnswers, enrichSheet, fillUnits, forgetRules, replaceUnit, saveTemplate, splitByUnit, splitToWorkbook, undoEdits } from "../../src/commands";
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

  it("finds last year's ledger behind the cover of its file", async () => {
    const old = xlsxFromInit({ activeSheet: "封面", sheets: [{ name: "封面", values: [["某局工作台账"], ["二〇二五年三月"]] }, { name: "2025", values: [["序号", "具体要求", "责任科室", "完成时限"], [1, "公开部门预算、决算及说明。", "财务科", "6月底前"]] }] });
    const one = await open(LEDGER);
    await one.run(fillUnits, { source: { kind: "file", bytes: old, fileName: "去年.xlsx" } });
    expect(proposal(one).items.map(({ after }) => after)).toEqual(["财务科"]);
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

describe("换处室", () => {
  it("shows first, changes the name alone where accepted, is in 修改记录 by its own name, and is taken back", async () => {
    const one = await open(LEDGER);
    const before = await dumped(one);
    expect(await one.run(replaceUnit, { from: " 办公室", to: "综合科 " })).toBe("“办公室”换成“综合科”，有 1 格要改。还没有写进表里。");
    expect(await dumped(one)).toEqual(before);
    expect(proposal(one)).toMatchObject({ kind: "replacement", items: [{ before: "法规科牵头，办公室配合", after: "法规科牵头，综合科配合" }] });
    expect(await one.run(applyFill, { itemIds: ids(one, "sure") })).toBe("“办公室”换成“综合科”，改了 1 格。");
    expect(await cellsOf(one, "D6")).toEqual(["法规科牵头，综合科配合"]);
    expect(one.app.session.get().journal[0]).toMatchObject({ command: "replaceUnit", title: "“办公室”换成“综合科”，改了 1 格。" });
    await one.run(undoEdits, { entry: "last" });
    expect(await dumped(one)).toEqual(before);
  });

  it("only in the rows selected", async () => {
    const one = await open({ ...LEDGER, values: LEDGER.values!.map((row, at) => (at === 2 || at === 4 ? [...row.slice(0, 3), "办公室", row[4]!] : row)) });
    one.workbook.setSelection({ sheet: "台账", top: 4, bottom: 5, left: 0, right: 4 });
    await one.run(replaceUnit, { from: "办公室", to: "综合科", scope: "selection" });
    expect(proposal(one).items.map(({ at }) => at.row)).toEqual([4, 5]);
  });

  it.each([
    [{ from: "办公室", to: "" }, "请写明把哪个处室换成哪个处室。"],
    [{ from: "办公室", to: "办公室" }, "两个名称一样，不用换。"],
  ])("%o: a sentence, no list", async (names, sentence) => {
    const one = await open(LEDGER);
    expect(await one.run(replaceUnit, names)).toBe(sentence);
    expect(one.app.session.get().proposal).toBeNull();
  });

  it("names nobody who is not there, and says who may be meant", async () => {
    const one = await open(LEDGER);
    await expect(one.run(replaceUnit, { from: "法规处", to: "综合科" })).rejects.toThrow("这些行的责任单位里没有“法规处”，是不是“法规科”？");
  });
});

describe("lists sent round and taken back", () => {
  const WITH_ANSWERS: SheetInit = { ...LEDGER, values: LEDGER.values!.map((row, at) => [...row, at === 1 ? "落实情况" : null]), styles: { "A2:F6": { border: true } } };

  it("a workbook with a sheet for each unit comes back as files, is compared and taken over by choice", async () => {
    const one = await open(WITH_ANSWERS);
    const before = await dumped(one);
    expect(await one.run(splitToWorkbook, undefined)).toBe("已拆成“台账（按单位拆分）.xlsx”，2个单位各一张。");
    expect(await dumped(one)).toEqual(before);
    const lists = one.copies.get("台账（按单位拆分）.xlsx")!;
    const returned = async (answers: Readonly<Record<string, string>>) => {
      const copy = await appOverFile(lists);
      for (const [sheet, text] of Object.entries(answers)) await copy.workbook.typeInto(sheet, { row: 3, column: 5 }, text);
      return copy.workbook.save();
    };
    const files = [{ fileName: "法规科.xlsx", bytes: await returned({ 法规科: "已制作两期" }) }, { fileName: "办公室.xlsx", bytes: await returned({ 办公室: "已刊发" }) }];
    expect(await one.run(collectAnswers, { kind: "files", files })).toBe("有 0 格可以照填，另有 1 格请您看。还没有写进表里。");
    const [item] = proposal(one).items;
    expect(item!.choices.map(({ value }) => value)).toEqual(["已制作两期", "已刊发", "法规科：已制作两期。办公室：已刊发。"]);
    await one.run(applyFill, { itemIds: [item!.id], choices: { [item!.id]: item!.choices[2]!.value } });
    expect(await cellsOf(one, "F6")).toEqual(["法规科：已制作两期。办公室：已刊发。"]);
    expect(one.app.session.get().journal[0]!.command).toBe("collectAnswers");
    await one.run(undoEdits, { entry: "all" });
    expect(await dumped(one)).toEqual(before);
  });

  it("our own sheet is read back, and is not made anew while it holds answers the ledger does not", async () => {
    const one = await open(WITH_ANSWERS);
    await one.run(splitByUnit, undefined);
    await one.workbook.typeInto("按单位拆分", { row: 4, column: 5 }, "已制作两期");
    await expect(one.run(splitByUnit, undefined)).rejects.toThrow("“按单位拆分”里还有1格答复没有收回，重新拆会清掉。");
    expect(await one.run(collectAnswers, { kind: "sheet" })).toBe("有 1 格可以照填。还没有写进表里。");
    await one.run(applyFill, { itemIds: ids(one, "sure") });
    expect(await cellsOf(one, "F6")).toEqual(["已制作两期"]);
    expect(await one.run(splitByUnit, undefined)).toBe("已写好“按单位拆分”。");
    expect(await one.run(collectAnswers, { kind: "sheet" })).toBe("没有新的答复，情况见下。");
  });

  it("a ledger without the column gets one, then the answers", async () => {
    const one = await open(LEDGER);
    await one.run(splitByUnit, undefined);
    await one.workbook.typeInto("按单位拆分", { row: 4, column: 5 }, "已制作两期");
    await one.workbook.activate("台账");
    expect(await one.run(collectAnswers, { kind: "sheet" })).toBe("没有新的答复，情况见下。");
    expect(proposal(one).notes[0]).toContain("请先在“整理与加列”里加一列落实情况，再收。");
    await one.run(enrichSheet, { names: ["progress"] });
    await one.run(collectAnswers, { kind: "sheet" });
    await one.run(applyFill, { itemIds: ids(one, "sure") });
    expect(await cellsOf(one, "F2", "F6")).toEqual(["落实情况", "已制作两期"]);
  });

  it.each([
    ["no sheet of ours", { kind: "sheet" } as const, "工作簿里没有“按单位拆分”这张表。"],
    ["a file that is none", { kind: "files", files: [{ fileName: "图.png", bytes: new Uint8Array([137, 80, 78, 71, 1, 2, 3, 4]) }] } as const, "认不出这是什么文件"],
    ["a workbook of something else", { kind: "files", files: [{ fileName: "通讯录.xlsx", bytes: xlsxFromInit({ sheets: [{ name: "通讯录", values: [["姓名", "房间"], ["张某", "301"]] }] }) }] } as const, "“通讯录”里没有找到任务清单。"],
  ])("%s: one sentence", async (_what, source, sentence) => {
    await expect((await open(WITH_ANSWERS)).run(collectAnswers, source)).rejects.toThrow(sentence);
  });

  it("a ledger that names nobody cannot be split", async () => {
    const one = await open({ ...LEDGER, values: LEDGER.values!.map((row, at) => (at === 5 ? [...row.slice(0, 3), null, row[4]!] : row)) });
    await expect(one.run(splitByUnit, undefined)).rejects.toThrow("表里没有写责任单位");
    await expect(one.run(splitToWorkbook, undefined)).rejects.toThrow("表里没有写责任单位");
  });
});

describe("存成模板", () => {
  it("the division of the sheet as a file that fills the next one", async () => {
    const one = await open(LEDGER);
    one.app.session.update({ choices: { ...one.app.session.get().choices, unit: "市民政局" } });
    expect(await one.run(saveTemplate, { kind: "ledger" })).toBe("已存成模板“市民政局分工.json”，5条。");
    const [[name, text]] = [...one.texts] as [[string, string]];
    const next = await open({ ...LEDGER, values: LEDGER.values!.map((row, at) => (at < 2 ? row : [...row.slice(0, 3), null, null])) });
    await next.run(fillUnits, { source: { kind: "file", bytes: new TextEncoder().encode(text), fileName: name } });
    expect(proposal(next).source).toBe("市民政局分工");
    expect(proposal(next).items.filter(({ field }) => field === "units").map(({ after }) => after)).toEqual(["法规科牵头，办公室配合"]);
  });

  it("what was chosen: the last choice counts, can be kept as a file and forgotten", async () => {
    const one = await open(LEDGER, RULES);
    for (const value of ["信访科", "办公室"]) {
      await one.run(fillUnits, { source: { kind: "sheet" } });
      const [id] = ids(one, "choose");
      await one.run(applyFill, { itemIds: [id!], choices: { [id!]: value }, keepRules: [id!] });
      await one.run(undoEdits, { entry: "last" });
    }
    expect(await one.run(saveTemplate, { kind: "kept" })).toBe("已存成模板“本表记下的分工.json”，1条。");
    expect([...one.texts.values()][0]).toContain("“组织政府开放日活动，邀请企业和群众代表参加。”选的是“办公室”");
    await one.run(forgetRules, undefined);
    await expect(one.run(fillUnits, { source: { kind: "kept" } })).rejects.toThrow("还没有可套用的分工");
    await expect(one.run(saveTemplate, { kind: "kept" })).rejects.toThrow("还没有可套用的分工");
  });
});
