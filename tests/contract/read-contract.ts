import { describe, expect, it } from "vitest";
import { cellKey } from "../../src/core/grid/address";
import { failureOf, ledgerInit, valueOf, withHost, type MakeHost } from "./workbook-contract";

const PLAIN_TEXT = { fontSize: 11, wraps: false, shrinks: false };

/** Listing and reading sheets. */
export function readContract(name: string, makeHost: MakeHost): void {
  describe(`${name}: reading`, () => {
    it(
      "lists the sheets in order, with what is shown and hidden",
      withHost(makeHost, { sheets: [{ name: "一" }, { name: "二", visible: false }, { name: "三", values: [[1]] }], activeSheet: "三" }, async ({ workbook }) => {
        expect(valueOf(await workbook.listSheets())).toEqual([
          { name: "一", visible: true, active: false, ours: false },
          { name: "二", visible: false, active: false, ours: false },
          { name: "三", visible: true, active: true, ours: false },
        ]);
      }),
    );

    it(
      "reads values, shown text, formulas, formats, merges and hidden rows of the active sheet",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        const grid = valueOf(await workbook.readSheet());
        expect(grid.sheet).toBe("台账");
        expect(grid.values).toEqual([
          ["示例市政务公开工作台账", null, null, null, null, null],
          ["序号", "工作任务", "具体要求", "责任部门", "时限要求", "天数"],
          [1, "一、公开", "编制权责清单，动态调整", "办公室牵头，信息中心配合", "2026年6月底前", 10],
          [2, null, "公布(试行)目录", "信息中心", 46203, 20],
          [3, null, "做好解读回应", null, "年地前", 30],
          [4, "二、服务", "开设专栏", "办公室", "12月底前", 60],
        ]);
        expect(grid.texts[3]).toEqual(["2", "", "公布(试行)目录", "信息中心", "2026年6月30日", "20"]);
        expect(grid.texts[2]?.[5]).toBe("10.00");
        expect([...grid.formulas]).toEqual([[cellKey(5, 5), "=SUM(F3:F5)"]]);
        expect([...grid.numberFormats]).toEqual([
          [cellKey(2, 5), "0.00"],
          [cellKey(3, 4), 'yyyy"年"m"月"d"日"'],
        ]);
        expect(grid.merges).toEqual([
          { top: 0, left: 0, bottom: 0, right: 5 },
          { top: 2, left: 1, bottom: 4, right: 1 },
        ]);
        expect([...grid.hiddenRows]).toEqual([4]);
        expect([...grid.filteredRows]).toEqual([]);
        expect(grid.isProtected).toBe(false);
        expect(grid.unlocked.size).toBe(0);
        expect(grid.comments).toEqual([]);
      }),
    );

    it(
      "counts from A1 where the used area begins further down, and has no rows for an empty sheet",
      withHost(
        makeHost,
        { sheets: [{ name: "下移", values: [[null], [null, null, "甲"], [null, null, null], [null, null, null, 5]] }, { name: "空", styles: { B2: { fill: "#FF0000" } } }] },
        async ({ workbook }) => {
          expect(valueOf(await workbook.readSheet("下移")).values).toEqual([
            [null, null, null, null],
            [null, null, "甲", null],
            [null, null, null, null],
            [null, null, null, 5],
          ]);
          expect(valueOf(await workbook.readSheet("空")).values).toEqual([]);
        },
      ),
    );

    it(
      "reads errors as their text, booleans as booleans, text that looks like a number as text",
      withHost(makeHost, { sheets: [{ name: "值", values: [["#REF!", true, "007", "=1+2", "'引", " 空 "]], numberFormats: { C1: "@" } }] }, async ({ workbook }) => {
        const grid = valueOf(await workbook.readSheet());
        expect(grid.values).toEqual([["#REF!", true, "007", "=1+2", "'引", " 空 "]]);
        expect([...grid.errors]).toEqual([[cellKey(0, 0), "#REF!"]]);
        expect(grid.formulas.size).toBe(0);
        expect(grid.texts).toEqual([["#REF!", "TRUE", "007", "=1+2", "'引", " 空 "]]);
        expect([...grid.numberFormats]).toEqual([[cellKey(0, 2), "@"]]);
      }),
    );

    it(
      "tells rows hidden by hand from rows hidden by a filter, and hidden columns",
      withHost(
        makeHost,
        { sheets: [{ name: "筛", values: [["序号", "事项", "备注"], [1, "甲", ""], [2, "乙", "x"], [3, "丙", ""], ["", "", ""], [5, "戊", ""]], filter: { area: "A1:C4", hides: [2] }, hiddenRows: [5], hiddenColumns: ["C"] }] },
        async ({ workbook }) => {
          const grid = valueOf(await workbook.readSheet());
          expect([...grid.hiddenRows].sort()).toEqual([2, 5]);
          expect([...grid.filteredRows]).toEqual([2]);
          expect([...grid.hiddenColumns]).toEqual([2]);
        },
      ),
    );

    it(
      "names the cells that may be changed on a protected sheet",
      withHost(makeHost, { sheets: [{ name: "护", values: [["甲", "乙"], ["丙", "丁"]], styles: { "B1:B2": { locked: false } }, isProtected: true }] }, async ({ workbook }) => {
        const grid = valueOf(await workbook.readSheet());
        expect(grid.isProtected).toBe(true);
        expect([...grid.unlocked].sort()).toEqual([cellKey(0, 1), cellKey(1, 1)].sort());
      }),
    );

    it(
      "reads comments with their place",
      withHost(makeHost, { sheets: [{ name: "批", values: [["甲"], ["乙"]], comments: { A2: "请核实<时限>&单位" } }] }, async ({ workbook }) => {
        expect(valueOf(await workbook.readSheet()).comments).toEqual([{ row: 1, column: 0, text: "请核实<时限>&单位" }]);
      }),
    );

    it(
      "changes nothing by reading",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        valueOf(await workbook.listSheets());
        valueOf(await workbook.readSheet("台账"));
        valueOf(await workbook.readFacts());
        valueOf(await workbook.readSizes("台账"));
        valueOf(await workbook.readParts());
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "does not read what stands far off, and says how far the sheet goes",
      withHost(makeHost, { sheets: [{ ...ledgerInit.sheets[0]!, formulas: { ...ledgerInit.sheets[0]!.formulas, B1048576: "=0", XFD4: "=0" } }] }, async ({ workbook }) => {
        const grid = valueOf(await workbook.readSheet("台账"));
        expect(grid.beyond).toEqual({ row: 1_048_575, column: 16_383 });
        expect(grid.values.length).toBe(6);
        expect(grid.values[5]?.slice(0, 6)).toEqual([4, "二、服务", "开设专栏", "办公室", "12月底前", 60]);
      }),
    );

    it(
      "says nothing of that where the sheet was read to its end",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        expect(valueOf(await workbook.readSheet("台账")).beyond).toBeUndefined();
      }),
    );

    it(
      "refuses a sheet that is not there",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        expect(failureOf(await workbook.readSheet("没有"))).toBe("sheet-missing");
        expect(failureOf(await workbook.readSizes("没有"))).toBe("sheet-missing");
        expect(failureOf(await workbook.select("没有", { row: 0, column: 0 }))).toBe("sheet-missing");
      }),
    );

    it(
      "measures the room of cells and tells what their text looks like",
      withHost(
        makeHost,
        { sheets: [{ name: "版", values: [["甲", "乙"], ["丙", "丁"], ["戊", null]], columnWidths: { A: 20, B: 8 }, rowHeights: { 1: 30 }, styles: { "A1:A2": { wrap: true, fontSize: 14 } } }] },
        async ({ workbook }) => {
          const { columnWidths, rowHeights, growing, looks, lookOf } = valueOf(await workbook.readSizes("版"));
          // A character is seven pixels wide; whether the padding is counted in is up to the file.
          expect(columnWidths).toHaveLength(2);
          for (const [column, characters] of [20, 8].entries()) expect(Math.abs(columnWidths[column]! - characters * 5.25)).toBeLessThan(6);
          expect(rowHeights).toHaveLength(3);
          expect(rowHeights[1]).toBe(30);
          expect(growing).not.toContain(1);
          expect(lookOf.map((line) => line.map((look) => looks[look]))).toEqual([
            [{ fontSize: 14, wraps: true, shrinks: false }, PLAIN_TEXT],
            [{ fontSize: 14, wraps: true, shrinks: false }, PLAIN_TEXT],
            [PLAIN_TEXT, PLAIN_TEXT],
          ]);
        },
      ),
    );

    it(
      "measures an empty sheet",
      withHost(makeHost, { sheets: [{ name: "空", values: [] }] }, async ({ workbook }) => {
        expect(valueOf(await workbook.readSizes("空"))).toMatchObject({ columnWidths: [], rowHeights: [], lookOf: [] });
      }),
    );

    it(
      "tells the file's name, author and page set-up",
      withHost(
        makeHost,
        { fileName: "台账.xlsx", properties: { author: "张三", company: "示例市政府办公室" }, sheets: [{ name: "一", values: [["甲"]], page: { landscape: true, titleRows: { first: 0, last: 1 } } }] },
        async ({ workbook }) => {
          const facts = valueOf(await workbook.readFacts());
          expect(facts).toMatchObject({ fileName: "台账.xlsx", author: "张三", company: "示例市政府办公室" });
          if (!facts.unknown.includes("pageSetup")) expect(facts.pageSetup["一"]).toMatchObject({ landscape: true, titleRows: { first: 0, last: 1 } });
        },
      ),
    );
  });
}
