import { describe, expect, it } from "vitest";
import { splitByUnit, splitToSheets } from "../../../src/core/fill/split-by-unit";
import { unitLists } from "../../../src/core/fill/unit-lists";
import { uniqueSheetNames } from "../../../src/core/report/sheet-names";
import { gridOfValues } from "../../../src/core/grid/sheet-grid";
import { DIVIDED as grid, DIVIDED_ROWS as ROWS, ledgerOf } from "./divided-ledger";

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

  it("is a workbook with a sheet for each unit, the counts of all on the first", () => {
    const sheets = splitToSheets(ledgerOf(grid));
    expect(sheets.map(({ name }) => name)).toEqual(["汇总", "办公室", "人事科", "规划科", "基建科", "安全科", "各相关科室"]);
    expect(sheets[0]!.rows.slice(2, 5).map((row) => row.map(({ value }) => value))).toEqual([["单位", "牵头", "配合", "落实", "合计"], ["办公室", null, 1, 2, 3], ["人事科", null, null, 2, 2]]);
    expect(sheets[0]!.rows[3]![0]!.link).toEqual({ sheet: "办公室", at: { row: 0, column: 0 } });
    expect(sheets[1]!.rows.map((row) => row.map(({ value }) => value ?? "").join("|"))).toEqual([
      "澄江市教育局2026年重点工作台账——办公室（配合1项，落实2项）|||||",
      "请在“落实情况”一栏填写后返回。序号和具体要求请不要改，收回时照它们找对应的行。|||||",
      "序号|工作任务|具体要求|分工|时限要求|落实情况",
      "1||编制全市中小学布局专项规划并公开征求意见。|配合|6月底前|",
      "3||组织教师暑期培训并建立培训档案。|落实|8月底前|",
      "4||每季度汇总各科室工作进展并按时报送。|落实|持续推进|",
    ]);
    expect(splitToSheets({ ...ledgerOf(grid), rows: [] })).toEqual([]);
  });

  it("names sheets as Excel takes them", () => {
    expect(uniqueSheetNames(["社会事务处（儿童福利处）", "A/B：室", "a b：室", "'办公室'", "[]", "名".repeat(40), "名".repeat(40)])).toEqual(["社会事务处（儿童福利处）", "A B：室", "a b：室 (2)", "办公室", "清单", "名".repeat(31), `${"名".repeat(27)} (2)`]);
  });
});
