import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../src/core/grid/address";
import { gridOfValues, type CellValue, type SheetGrid } from "../../src/core/grid/sheet-grid";
import { newXlsx, newXlsxOfReports } from "../../src/xlsx/new-xlsx";
import { openXlsx, type XlsxWorkbook } from "../../src/xlsx/xlsx-workbook";
import { valueOf } from "../contract/workbook-contract";
import { packageFaults } from "./package-faults";

async function opened(bytes: Uint8Array): Promise<XlsxWorkbook> {
  expect(packageFaults(bytes)).toEqual([]);
  const result = await openXlsx(bytes, "台账.xlsx");
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

const ledger: SheetGrid = {
  ...gridOfValues("台账", [["示例台账", null, null], ["序号", "任务", "时限"], [1, "=公开", 46203], [2, "第一行\n第二行", null], [3, null, "#REF!"]]),
  texts: [["示例台账", "", ""], ["序号", "任务", "时限"], ["1", "=公开", "2026年6月30日"], ["2", "第一行\n第二行", ""], ["3", "", "#REF!"]],
  formulas: new Map([[cellKey(4, 0), "=A4+1"]]),
  numberFormats: new Map([[cellKey(2, 2), 'yyyy"年"m"月"d"日"'], [cellKey(3, 2), "@"]]),
  errors: new Map([[cellKey(4, 2), "#REF!"]]),
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }, { top: 3, left: 1, bottom: 4, right: 1 }],
  hiddenRows: new Set([3, 4]),
  filteredRows: new Set([3, 4]),
  hiddenColumns: new Set([1]),
  isProtected: true,
  unlocked: new Set([cellKey(2, 1)]),
  comments: [{ row: 2, column: 1, text: "请核实<时限>&\n单位" }],
};

describe("a workbook made from grids", () => {
  it("gives the same grids when it is read", async () => {
    const workbook = await opened(await newXlsx([gridOfValues("说明", []), ledger], 1));
    expect(valueOf(await workbook.listSheets())).toEqual([
      { name: "说明", visible: true, active: false, ours: false },
      { name: "台账", visible: true, active: true, ours: false },
    ]);
    expect(valueOf(await workbook.readSheet())).toEqual(ledger);
    expect(valueOf(await workbook.readSheet("说明")).values).toEqual([]);
  });

  it("makes one sheet when there is no grid, and names sheets as Excel allows", async () => {
    expect(valueOf(await (await opened(await newXlsx([]))).listSheets()).length).toBe(1);
    const workbook = await opened(await newXlsx([gridOfValues("2025年/台账[一]:*?", [["甲"]]), gridOfValues("2025年 台账 一", [["乙"]]), gridOfValues("", [["丙"]]), gridOfValues("长".repeat(40), [["丁"]]), gridOfValues("长".repeat(40), [["戊"]])]));
    const names = valueOf(await workbook.listSheets()).map(({ name }) => name);
    expect(names).toEqual(["2025年 台账 一", "2025年 台账 一 (2)", "Sheet3", "长".repeat(31), `${"长".repeat(27)} (2)`]);
  });

  it("makes a generated ledger a file of its own", async () => {
    const report = { name: "初稿", rows: [[{ value: "初稿", style: "title" as const }], [{ value: "序号", style: "header" as const }]], widths: [8], merges: [], titleRows: { first: 1, last: 1 }, landscape: true, activate: true, keep: true };
    const workbook = await opened(await newXlsxOfReports([report]));
    expect(valueOf(await workbook.listSheets())).toEqual([{ name: "初稿", visible: true, active: true, ours: false }]);
    expect(valueOf(await workbook.readSheet()).values).toEqual([["初稿"], ["序号"]]);
    expect(valueOf(await workbook.readFacts()).pageSetup["初稿"]).toMatchObject({ landscape: true, titleRows: { first: 1, last: 1 }, fitToWidth: 1 });
  });

  const value: fc.Arbitrary<CellValue> = fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number || 0), fc.string({ unit: "binary", minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }), fc.stringMatching(/^_x[0-9A-F]{4}_$/u));

  it("keeps any values", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), async (values) => {
        const filled = [...values, ["末"]];
        const width = Math.max(...filled.map((row) => row.length));
        const last = Math.max(0, ...filled.flatMap((row) => row.map((one, column) => (one === null ? 0 : column))));
        const workbook = await opened(await newXlsx([gridOfValues("一", filled)]));
        const grid = valueOf(await workbook.readSheet());
        expect(grid.values).toEqual(filled.map((row) => [...row, ...Array<null>(width - row.length).fill(null)].slice(0, last + 1)));
      }),
      { numRuns: 60 },
    ));
});
