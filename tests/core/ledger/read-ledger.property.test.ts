import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridOfValues, type CellValue, type MergeArea } from "../../../src/core/grid/sheet-grid";
import { findTables, readLedger } from "../../../src/core/ledger/read-ledger";

const words = fc.constantFrom<CellValue>(
  null, "", " ", "序号", "工作任务", "具体要求", "责任单位", "牵头单位", "配合单位", "时限要求", "备注", "完成情况", "一、加强领导", "（一）完善制度", "(三)压实责任", "二、抓落实(一)强监督",
  "1", "2.", "（3）", "①", "3.做好A。4.做好B。", "一是抓好", "6 加强监测", "年底前", "10月底前", "持续推进", "每季度", "市教育局", "市发展改革委牵头，市财政局配合", "各县（市、区）政府",
  "建立健全工作机制，明确任务书、时间表、路线图。", "— 3 —", "第3页", "合计", "注：首位为牵头单位", "填表人：张三", "某市2026年重点工作台账", "附件2", "国办发〔202053号", "2026年3月5日", "\n", "区划地", "名处、办公室",
  3, 46203, true, "########",
);
const cell = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) });
const sheet = fc.integer({ min: 0, max: 8 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 14 }));
const area = fc.record({ top: fc.integer({ min: 0, max: 15 }), left: fc.integer({ min: 0, max: 9 }), height: fc.integer({ min: 0, max: 5 }), width: fc.integer({ min: 0, max: 9 }) }).map(({ top, left, height, width }): MergeArea => ({ top, left, bottom: top + height, right: left + width }));

describe("readLedger on any grid", () => {
  test("never throws, and every row points into the grid, once", () => {
    fc.assert(
      fc.property(sheet, fc.array(area, { maxLength: 5 }), fc.option(fc.record({ table: fc.integer({ min: 0, max: 3 }) }), { nil: undefined }), (rows, merges, choice) => {
        const grid = gridOfValues("任意", rows, merges);
        const read = readLedger(choice ? { grid, choice } : { grid });
        findTables(grid);
        if (!read.ok) return;
        const { value } = read;
        expect(value.rows.length).toBeGreaterThan(0);
        expect(new Set(value.rows.map((row) => row.key)).size).toBe(value.rows.length);
        const owned = new Map<number, number>();
        value.rows.forEach((row) => {
          expect(row.row).toBe(row.rows[0]);
          for (const cell of Object.values(row.cells)) {
            expect(cell.at.row).toBeLessThan(rows.length);
            expect(cell.at.column).toBeLessThan(rows[0]?.length ?? 0);
          }
          for (const r of row.rows) {
            expect(r).toBeGreaterThanOrEqual(value.first);
            expect(r).toBeLessThanOrEqual(value.last);
            // Two items share a sheet row only as items of one cell.
            if (row.item === 0) expect(owned.has(r)).toBe(false);
            owned.set(r, row.item);
          }
        });
      }),
      { numRuns: 1500 },
    );
  });

  test("never throws on a choice that fits nothing", () => {
    fc.assert(
      fc.property(sheet, fc.integer({ min: -2, max: 20 }), fc.dictionary(fc.constantFrom("seq", "requirement", "units", "deadline"), fc.integer({ min: -1, max: 12 })), (rows, headerRow, columns) => {
        const read = readLedger({ grid: gridOfValues("任意", rows), choice: { headerRow, columns } });
        expect(read.ok || ["sheet-empty", "no-header", "no-rows", "no-such-table"].includes(read.error.code)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
