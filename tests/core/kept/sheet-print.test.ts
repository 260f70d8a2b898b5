import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/core/grid/sheet-grid";
import { changedCells, printOf } from "../../../src/core/kept/sheet-print";

const SHEET: readonly (readonly CellValue[])[] = [
  ["某局2024年工作台账", null, null],
  ["序号", "具体要求", "时限"],
  [1, "公开年度预算。", "年底前"],
  [2, "更新公开指南。", "6月底前"],
  [3, "组织业务培训。", "全年"],
  [4, "公布咨询电话。", "年底前"],
];

const without = (row: number) => SHEET.filter((_, index) => index !== row);
const withCell = (row: number, column: number, value: CellValue) => SHEET.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells));
const changed = (now: readonly (readonly CellValue[])[]) => changedCells(printOf(SHEET), printOf(now));

describe("cells changed since", () => {
  it.each([
    ["nothing", SHEET, 0],
    ["blank rows and columns at the end", [...SHEET.map((row) => [...row, null, ""]), [null], []], 0],
    ["one cell", withCell(3, 2, "年底前"), 1],
    ["one cell emptied", withCell(3, 2, null), 1],
    ["a number that became a text of the same look", withCell(3, 0, "2"), 0],
    ["a row taken out: its cells, not those that moved up", without(3), 3],
    ["a row put in, and one cell below it changed", [...SHEET.slice(0, 3), ["新增", null, "年底前"], ...withCell(5, 1, "公布监督电话。").slice(3)], 3],
    ["a blank row put in between", [...SHEET.slice(0, 3), [], ...SHEET.slice(3)], null],
    ["a row at the end", [...SHEET, [5, "新增一项。", "年底前"]], 3],
  ] as const)("%s", (_, now, count) => expect(changed(now)).toBe(count));

  it("a row that moved counts where it was and where it is", () => {
    const rows = [...SHEET];
    rows.push(...rows.splice(2, 1));
    expect(changed(rows)).toBe(6);
  });

  it("rows that say the same again and again", () => {
    const same = Array.from({ length: 6 }, () => ["持续推进", "办公室"]);
    expect(changedCells(printOf(same), printOf([...same, ["持续推进", "人事科"]]))).toBe(2);
    expect(changedCells(printOf(same), printOf(same.map((row, index) => (index === 2 ? ["持续推进", "人事科"] : row))))).toBe(1);
  });

  it("of a sheet too large are told, not counted", () => {
    const large = Array.from({ length: 3_000 }, (_, row) => [row, "公开。", "办公室", "年底前"]);
    expect(printOf(large).rows).toBeNull();
    expect(changedCells(printOf(large), printOf(large))).toBe(0);
    expect(changedCells(printOf(large), printOf(large.slice(1)))).toBeNull();
  });

  it("is never 0 where a value differs, and 0 where none does", () => {
    const sheet = fc.array(fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 9 }), fc.constant(null)), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sheet, fc.nat(), fc.nat({ max: 2 }), (rows, at, column) => {
        const row = at % rows.length;
        const now = rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? "另一个值" : cell)) : cells));
        const count = changedCells(printOf(rows), printOf(now));
        expect(count === null || count >= 1).toBe(true);
        expect(changedCells(printOf(now), printOf(now))).toBe(0);
      }),
    );
  });
});
