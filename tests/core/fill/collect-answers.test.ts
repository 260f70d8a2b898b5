import { describe, expect, it } from "vitest";
import { collectAnswers } from "../../../src/core/fill/collect-answers";
import { returnedLists } from "../../../src/core/fill/returned-list";
import { splitByUnit, splitToSheets } from "../../../src/core/fill/split-by-unit";
import { cellKey } from "../../../src/core/grid/address";
import { gridOfValues, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { ReportSheet } from "../../../src/core/report/report-sheet";
import { contextOf } from "./context-of";
import { DIVIDED, DIVIDED_ROWS, ledgerOf } from "./divided-ledger";

/** A sheet of 按单位拆分 as a 处室 sends it back: answers by number and role typed in, texts perhaps changed. */
function filledIn(sheet: ReportSheet, answers: Readonly<Record<string, string>>, change: (text: string) => string = (text) => text): SheetGrid {
  const rows = sheet.rows.map((row) =>
    row.map(({ value }, column) => (column === 5 && typeof row[0]!.value === "number" ? (answers[`${row[0]!.value} ${String(row[3]!.value)}`] ?? null) : column === 2 && typeof value === "string" ? change(value) : value)),
  );
  return gridOfValues(sheet.name, rows, sheet.merges);
}

const printed = (answers: Readonly<Record<string, string>>, change?: (text: string) => string) => returnedLists(filledIn(splitByUnit(ledgerOf(DIVIDED))!, answers, change), "按单位拆分");
const ofUnit = (unit: string, answers: Readonly<Record<string, string>>, change?: (text: string) => string) =>
  returnedLists(filledIn(splitToSheets(ledgerOf(DIVIDED)).find(({ name }) => name === unit)!, answers, change), "Sheet1");

describe("lists that came back", () => {
  it("are told apart by the unit over them, on one sheet and on sheets of their own", () => {
    expect(printed({}).map(({ from, rows }) => [from, rows.length])).toEqual([["办公室", 3], ["人事科", 2], ["规划科", 1], ["基建科", 1], ["安全科", 1], ["各相关科室", 1]]);
    expect(ofUnit("办公室", {}).map(({ from, rows }) => [from, rows.length])).toEqual([["办公室", 3]]);
  });

  it("are called by their sheet where a 处室 made its own heading", () => {
    const grid = gridOfValues("Sheet1", [["我科室办理情况"], ["序号", "具体要求", "落实情况"], [3, "组织教师暑期培训并建立培训档案。", "已培训两期"]]);
    expect(returnedLists(grid, "人事科回复").map(({ from }) => from)).toEqual(["人事科回复"]);
  });

  it("the sheet of counts is none, nor is an empty one", () => {
    const [summary] = splitToSheets(ledgerOf(DIVIDED));
    expect(returnedLists(filledIn(summary!, {}), "汇总")).toEqual([]);
    expect(returnedLists(gridOfValues("Sheet2", []), "Sheet2")).toEqual([]);
  });
});

describe("answers collected", () => {
  const context = contextOf(DIVIDED);

  it("find their rows by what they say; a blank cell is sure, one that says something else is shown", () => {
    const { items, notes } = collectAnswers(context, printed({ "1 牵头": "初稿已形成", "2 牵头": "全年检查完成", "4 落实": "按季报送", "5 落实": "已汇总" }));
    expect(items.map(({ at, before, after, confidence, edits }) => [at, before, after, confidence, edits[0]?.before])).toEqual([
      [{ row: 2, column: 4 }, "", "初稿已形成", "sure", null],
      [{ row: 3, column: 4 }, "已完成上半年检查", "全年检查完成", "probable", "已完成上半年检查"],
      [{ row: 5, column: 4 }, "", "按季报送", "sure", null],
      [{ row: 6, column: 4 }, "", "已汇总", "sure", null],
    ]);
    expect(items[0]!.reason).toBe("“规划科”第14行写的。");
    expect(notes).toEqual(["还没有答的：“办公室”2项，“人事科”1项，“基建科”1项，“各相关科室”1项。"]);
  });

  it("are a choice where two answer differently: either one, or both with their names", () => {
    const { items } = collectAnswers(context, [...ofUnit("规划科", { "1 牵头": "初稿已形成。" }), ...ofUnit("基建科", { "1 配合": "提供了用地数据" })]);
    expect(items).toMatchObject([{ confidence: "choose", after: "", edits: [], choices: [{ value: "初稿已形成。" }, { value: "提供了用地数据" }, { value: "规划科：初稿已形成。基建科：提供了用地数据。" }] }]);
  });

  it("are taken once where they say the same, or what the ledger says", () => {
    const { items } = collectAnswers(context, [...ofUnit("规划科", { "1 牵头": "已完成" }), ...ofUnit("基建科", { "1 配合": "已完成" }), ...ofUnit("安全科", { "2 牵头": "已完成上半年检查" })]);
    expect(items.map(({ after }) => after)).toEqual(["已完成"]);
  });

  it("name rows whose task or deadline came back changed", () => {
    const changed = collectAnswers(context, ofUnit("安全科", { "2 牵头": "完成" }, (text) => text.replace("校园食品安全", "校园周边交通")));
    expect(changed.items).toEqual([]);
    expect(changed.notes).toEqual(["“安全科”第4行“开展校园周边交通专项检查并通报检查结果。”在台账里没有，可能改过任务文字。"]);
    const grid = filledIn(splitToSheets(ledgerOf(DIVIDED)).find(({ name }) => name === "安全科")!, { "2 牵头": "完成" });
    const later = gridOfValues("安全科", grid.values.map((row) => row.map((value) => (value === "年底前" ? "明年6月底前" : value))), grid.merges);
    expect(collectAnswers(context, returnedLists(later, "安全科")).notes[0]).toBe("“安全科”第4行时限写的是“明年6月底前”，台账第4行是“年底前”。");
  });

  it("have no place in a ledger without the column, which is said with the way out", () => {
    const without = contextOf(gridOfValues("台账", DIVIDED_ROWS.map((row) => row.slice(0, 4))));
    const { items, skipped, notes } = collectAnswers(without, ofUnit("规划科", { "1 牵头": "初稿已形成" }));
    expect(items).toEqual([]);
    expect(skipped).toEqual([{ sheetRow: 2, field: "progress", at: { row: 2, column: 1 }, reason: "no-column" }]);
    expect(notes).toEqual(["台账里没有“进展情况”一列，答复放不进去。请先在“整理与加列”里加一列落实情况，再收。"]);
  });

  it.each<[string, Partial<SheetGrid>, string]>([
    ["a formula", { formulas: new Map([[cellKey(2, 4), "=A1"]]) }, "formula"],
    ["a protected sheet", { isProtected: true }, "locked"],
    ["a row that a filter hides", { hiddenRows: new Set([2]), filteredRows: new Set([2]) }, "hidden"],
    ["a merged cell that speaks for several rows", { merges: [{ top: 2, left: 4, bottom: 4, right: 4 }], values: DIVIDED.values.map((row, at) => (at === 3 ? [...row.slice(0, 4), null] : row)), texts: DIVIDED.texts.map((row, at) => (at === 3 ? [...row.slice(0, 4), ""] : row)) }, "covered-by-merge"],
  ])("leave %s alone and name it", (_what, change, reason) => {
    const { items, skipped } = collectAnswers(contextOf({ ...DIVIDED, ...change }), ofUnit("规划科", { "1 牵头": "初稿已形成" }));
    expect([items, skipped.map((skip) => skip.reason)]).toEqual([[], [reason]]);
  });
});
