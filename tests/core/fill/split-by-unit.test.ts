import { describe, expect, it } from "vitest";
import { collectAnswers } from "../../../src/core/fill/collect-answers";
import { replaceUnit } from "../../../src/core/fill/replace-unit";
import { splitByUnit, unitLists } from "../../../src/core/fill/split-by-unit";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import { contextOf } from "./context-of";

const ROWS: readonly (readonly CellValue[])[] = [
  ["澄江市教育局2026年重点工作台账", null, null, null, null],
  ["序号", "具体要求", "责任科室", "完成时限", "落实情况"],
  [1, "编制全市中小学布局专项规划并公开征求意见。", "规划科牵头，办公室、基建科配合", "6月底前", null],
  [2, "开展校园食品安全专项检查并通报检查结果。", "安全科牵头，各相关科室配合", "年底前", "已完成上半年检查"],
  [3, "组织教师暑期培训并建立培训档案。", "人事科、办公室", "8月底前", null],
  [4, "每季度汇总各科室工作进展并按时报送。", "办公室", "持续推进", null],
  [5, "每季度汇总各科室工作进展并按时报送。", "人事科", "持续推进", null],
];
const grid = gridOfValues("台账", ROWS);

function ledgerOf(sheet: SheetGrid): Ledger {
  const read = readLedger({ grid: sheet });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe("按单位拆分", () => {
  it("gives each unit its rows, 牵头 apart from 配合, collectives last", () => {
    const lists = unitLists(ledgerOf(grid)).map(({ unit, isCollective, tasks }) => [unit, isCollective, tasks.map(({ row, role }) => `${row.cells.seq!.text} ${role}`)]);
    expect(lists).toEqual([
      ["办公室", false, ["1 cooperate", "3 implement", "4 implement"]],
      ["人事科", false, ["3 implement", "5 implement"]],
      ["规划科", false, ["1 lead"]],
      ["基建科", false, ["1 cooperate"]],
      ["安全科", false, ["2 lead"]],
      ["各相关科室", true, ["2 cooperate"]],
    ]);
  });

  it("is one printable sheet with counts", () => {
    const sheet = splitByUnit(ledgerOf(grid))!;
    const texts = sheet.rows.map((row) => row.map(({ value }) => value ?? "").join("|"));
    expect(texts[0]).toBe("澄江市教育局2026年重点工作台账（按单位拆分）|||||");
    expect(texts[1]).toContain("共6个单位，5项任务：办公室3项，人事科2项");
    expect(texts[2]).toBe("办公室（配合1项，落实2项）|||||");
    expect(texts[4]).toBe("1||编制全市中小学布局专项规划并公开征求意见。|配合|6月底前|");
  });

  it("has nothing to say about a ledger that names nobody", () => {
    const nobody = gridOfValues("台账", ROWS.map((row, at) => (at > 1 ? [...row.slice(0, 2), null, ...row.slice(3)] : row)));
    expect(splitByUnit({ ...ledgerOf(grid), rows: ledgerOf(nobody).rows })).toBeNull();
  });

  it("takes columns for 牵头 and 配合 as they are; a blank 配合 is nobody's", () => {
    const apart = gridOfValues("台账", [["序号", "具体要求", "牵头单位", "配合单位", "完成时限"], [1, "编制全市中小学布局专项规划。", "规划科", "基建科", "6月底前"], [2, "开展校园食品安全专项检查。", "安全科", null, "年底前"]]);
    expect(unitLists(ledgerOf(apart)).map(({ unit, tasks }) => [unit, tasks.map(({ role }) => role)])).toEqual([["规划科", ["lead"]], ["基建科", ["cooperate"]], ["安全科", ["lead"]]]);
  });
});

/** The printable sheet as it comes back from a 处室, with the answers typed in. */
function returned(answers: Readonly<Record<string, string>>, change: (text: string) => string = (text) => text): Ledger {
  const sheet = splitByUnit(ledgerOf(grid))!;
  const rows = sheet.rows.map((row) => row.map(({ value }, column) => (column === 5 && typeof row[0]!.value === "number" ? (answers[`${row[0]!.value} ${String(row[3]!.value)}`] ?? null) : column === 2 && typeof value === "string" ? change(value) : value)));
  return ledgerOf(gridOfValues("按单位拆分", rows, sheet.merges));
}

describe("answers collected", () => {
  const context = contextOf(grid);
  it("finds the rows by what they say, and fills blanks only", () => {
    const { answers, differences } = collectAnswers(context, [{ from: "办公室.xlsx", ledger: returned({ "1 牵头": "初稿已形成", "2 牵头": "全年检查完成", "4 落实": "按季报送", "5 落实": "已汇总" }) }]);
    expect(answers.map(({ row, before, answers: said, edit }) => [row.cells.seq!.text, before, said.map(({ value }) => value), edit && [edit.at, edit.after]])).toEqual([
      ["1", "", ["初稿已形成"], [{ row: 2, column: 4 }, "初稿已形成"]],
      ["2", "已完成上半年检查", ["全年检查完成"], null],
      ["4", "", ["按季报送"], [{ row: 5, column: 4 }, "按季报送"]],
      ["5", "", ["已汇总"], [{ row: 6, column: 4 }, "已汇总"]],
    ]);
    expect(differences).toEqual([]);
  });

  it("writes nothing where two answer differently", () => {
    const { answers } = collectAnswers(context, [{ from: "规划科.xlsx", ledger: returned({ "1 牵头": "初稿已形成", "1 配合": "等规划科" }) }]);
    expect(answers.map(({ answers: said, edit }) => [said.map(({ value }) => value).sort(), edit])).toEqual([[["初稿已形成", "等规划科"], null]]);
  });

  it("names rows whose task was changed", () => {
    const { answers, differences } = collectAnswers(context, [{ from: "安全科.xlsx", ledger: returned({ "2 牵头": "完成" }, (text) => text.replace("校园食品安全", "校园周边交通")) }]);
    expect(answers).toEqual([]);
    expect(differences[0]).toMatch(/^“安全科.xlsx”第\d+行“开展校园周边交通专项检查并通报检查结果。”在台账里没有，可能改过任务文字。$/u);
  });
});

describe("one 处室 in the place of another", () => {
  const context = contextOf(grid);
  const cells = (from: string, to: string, rows: readonly string[] | null = null) => replaceUnit(context, from, to, rows).edits.map(({ at, after }) => `${at.row + 1} ${String(after)}`);
  it("changes the name alone, wherever it is a unit", () => {
    expect(cells("办公室", "综合科")).toEqual(["3 规划科牵头，综合科、基建科配合", "5 人事科、综合科", "6 综合科"]);
  });
  it("only in the rows chosen", () => {
    expect(cells("办公室", "综合科", [context.ledger.rows[2]!.key])).toEqual(["5 人事科、综合科"]);
  });
  it.each([["安全处", "综合科"], ["科室", "综合科"], ["规划", "综合科"]])("does not take a part of a name for the name: %s", (from, to) => {
    expect(cells(from, to)).toEqual([]);
  });
  it("leaves a cell that names the new one already", () => {
    expect(replaceUnit(context, "人事科", "办公室", null)).toMatchObject({ edits: [{ at: { row: 6, column: 2 }, before: "人事科", after: "办公室" }], notes: ["第5行“责任科室”已经有“办公室”，没有替换。"] });
  });
  it("leaves formulas and merged cells that speak for other rows", () => {
    const merged = contextOf({ ...gridOfValues("台账", ROWS.map((row, at) => (at === 6 ? [...row.slice(0, 2), null, ...row.slice(3)] : row)), [{ top: 5, left: 2, bottom: 6, right: 2 }]) });
    expect(replaceUnit(merged, "办公室", "综合科", [merged.ledger.rows[3]!.key])).toEqual({ edits: [], notes: ["第6行“责任科室”是合并的，还管着没有选的行，没有替换。"] });
  });
});
