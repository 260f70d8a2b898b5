import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import { patchLedger, type LedgerReading } from "../../../src/core/ledger/patch-ledger";
import { findTables, readLedger } from "../../../src/core/ledger/read-ledger";
import { withCells } from "../../../src/core/edits/apply-to-grid";
import { ledgerValues } from "../../bench/generated-ledger";
import { casesWith, gridOfCase, readCase, type LedgerCase } from "../../support/ledger-case";

/** Texts as people type them into any column, shapes that the reader tells apart among them. */
const TEXTS = ["年底前", "6月底前", "持续推进", "每季度末", "2024年6月30日前", "办公室", "办公室牵头，信息中心配合", "规划财务处、人事处", "各处室", "完成", "推进中", "已完成", "100%", "合计", "注：以上时限均为最后期限。", "填表人：王某某", "序号", "责任单位", "一、加强组织领导", "（一）公开规划", "3", "3.加强培训", "公开第一批财政预算决算信息并按季度更新。", "国办发〔202053号", "20241231", "下同", "同上", "- 1 -", "、办公室", "办公室、", "王某某", "0551-62601234", "按季度发布情况通报，年底前完成汇总并报省政府办公厅备案，同时在门户网站公开。", " 年底前", "年\n底前", "####"];

const edit = fc.record({ row: fc.nat(), column: fc.nat(), text: fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS).map((text) => `${text}。`), fc.string({ unit: "grapheme", maxLength: 12 })) });

function read(grid: SheetGrid, choice = {}): LedgerReading {
  const ledger = readLedger({ grid, choice });
  if (!ledger.ok) throw new Error(ledger.error.code);
  return { grid, choice, ledger: ledger.value, changed: null };
}

function edited(grid: SheetGrid, { row, column, text }: { row: number; column: number; text: string }): SheetGrid {
  const at = { row: row % grid.values.length, column: column % (grid.values[0]?.length ?? 1) };
  return withCells(grid, [{ kind: "setCell", sheet: grid.sheet, at, before: null, after: text }]);
}

/** Patches step by step, reading anew only where patching declines; every patched reading must be what reading gives. */
function holds(grid: SheetGrid, edits: readonly { row: number; column: number; text: string }[], choice = {}): number {
  let reading = read(grid, choice);
  let patchedTimes = 0;
  for (const one of edits) {
    const next = edited(reading.grid, one);
    const fresh = readLedger({ grid: next, choice });
    const patched = patchLedger(reading, next);
    if (patched) {
      expect(fresh).toEqual({ ok: true, value: patched.ledger satisfies Ledger });
      expect(findTables(next)).toEqual(findTables(reading.grid));
      patchedTimes++;
      reading = patched;
    } else {
      if (!fresh.ok) return patchedTimes;
      reading = { grid: next, choice, ledger: fresh.value, changed: null };
    }
  }
  return patchedTimes;
}

describe("a patched reading is what reading anew gives", () => {
  it("over generated ledgers", () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 300 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (rows, edits) => void holds(gridOfValues("台账", ledgerValues(rows)), edits)), { numRuns: 60 });
  });

  it.each(casesWith("ledger.json"))("over %s", (name) => {
    const given = readCase<LedgerCase>(name, "ledger.json");
    const grid = gridOfCase(given);
    if (!readLedger({ grid, ...(given.choice && { choice: given.choice }) }).ok) return;
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => void holds(grid, edits, given.choice ?? {})), { numRuns: 40 });
  });

  it("is what a plain edit far from any header gets", () => {
    const grid = gridOfValues("台账", ledgerValues(600));
    const at = (row: number, text: string) => ({ row, column: 5, text });
    expect(holds(grid, [at(301, "6月底前"), at(301, "9月底前"), at(301, "8月底前"), at(303, "10月底前"), at(303, "9月底前")])).toBeGreaterThanOrEqual(3);
  });
});

describe("declines", () => {
  const values: CellValue[][] = ledgerValues(300);
  const reading = read(gridOfValues("台账", values));
  it.each([
    ["a number", 150, 2, "7"],
    ["a requirement", 150, 3, "另一项要求，逐条对照落实。"],
    ["a heading", 150, 0, "二、另一个方面"],
    ["a title", 0, 0, "某县2023年台账"],
    ["a header", 1, 5, "备注"],
    ["a blank that comes", 150, 5, ""],
    ["a number in a text column", 150, 5, "45000"],
    ["a note where a unit stood", 150, 4, "注：以上由办公室负责。"],
  ])("%s", (_what, row, column, text) => {
    expect(patchLedger(reading, edited(reading.grid, { row, column, text: text === "" ? " " : text }))).toBeNull();
  });

  it("a merge, a format, a formula, another size", () => {
    const { grid } = reading;
    expect(patchLedger(reading, { ...grid, merges: [{ top: 5, left: 4, bottom: 6, right: 4 }] })).toBeNull();
    expect(patchLedger(reading, { ...grid, numberFormats: new Map([[5 * 16_384 + 5, "0"]]) })).toBeNull();
    expect(patchLedger(reading, { ...grid, formulas: new Map([[5 * 16_384 + 5, "=1"]]) })).toBeNull();
    expect(patchLedger(reading, gridOfValues("台账", values.slice(0, -1)))).toBeNull();
  });

  it("takes the reading over where nothing has changed", () => {
    expect(patchLedger(reading, gridOfValues("台账", values))?.ledger).toBe(reading.ledger);
  });
});
