import { textPrintedWhole } from "../../../src/core/rules/text-printed-whole";
import type { CellSizes } from "../../../src/core/workbook";
import { testRule } from "../../support/test-rule";
import { FACTS } from "./publication-cases";

const HEADER = ["序号", "具体要求", "责任单位"];
const LONG = "公开年度财政预算和决算信息，逐项说明增减变化的原因，接受社会监督。";
const SHORT = "更新公开指南。";
const rows = [HEADER, ["1", LONG, "办公室"], ["2", SHORT, "法规科"]];

const WRAPPED = { fontSize: 11, wraps: true, shrinks: false };
const ONE_LINE = { fontSize: 11, wraps: false, shrinks: false };

/** 33 characters in a column of ten: four lines of 11 points, which want 54 points. */
function facts(change: Partial<CellSizes>, look = WRAPPED) {
  const sizes: CellSizes = { columnWidths: [40, 110, 90], rowHeights: [15, 60, 15], growing: [], looks: [look], lookOf: rows.map(() => [0, 0, 0]), ...change };
  return { ...FACTS, sizes };
}

testRule(textPrintedWhole, {
  silent: [
    { name: "行高够", rows, facts: facts({}) },
    { name: "行高随文字变", rows, facts: facts({ rowHeights: [15, 15, 15], growing: [1, 2] }) },
    { name: "没有写行高，随文字变", rows, facts: facts({ rowHeights: [15, null, null] }) },
    { name: "恰好排得下的不说", rows, facts: facts({ rowHeights: [15, 52, 15] }) },
    { name: "缩小字体填充", rows, facts: facts({ rowHeights: [15, 15, 15] }, { ...WRAPPED, shrinks: true }) },
    { name: "隐藏的行不打印", rows, facts: facts({ rowHeights: [15, 15, 15] }), grid: { hiddenRows: new Set([1]) } },
    { name: "隐藏的列不打印", rows, facts: facts({ rowHeights: [15, 15, 15] }), grid: { hiddenColumns: new Set([1]) } },
    { name: "一行排开，右边空着", rows: [HEADER, ["1", LONG, ""], ["2", SHORT, "法规科"]], facts: facts({}, ONE_LINE) },
    { name: "几行合并，高度够", rows: [HEADER, ["1", LONG, "办公室"], ["2", "", "法规科"]], facts: facts({ rowHeights: [15, 30, 30] }), grid: { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] } },
    { name: "几列合并，宽度够", rows: [HEADER, ["1", LONG, ""], ["2", SHORT, "法规科"]], facts: facts({ rowHeights: [15, 30, 15] }), grid: { merges: [{ top: 1, left: 1, bottom: 1, right: 2 }] } },
    { name: "数字排不下是另一回事", rows: [HEADER, ["1", 1234567890123, "办公室"], ["2", "更新", "法规科"]], facts: facts({ columnWidths: [40, 30, 90] }, ONE_LINE) },
  ],
  found: [
    { name: "行高设死了", rows, facts: facts({ rowHeights: [15, 30, 15] }), problems: ["B2 info height"] },
    { name: "字号大，更排不下", rows, facts: facts({}, { ...WRAPPED, fontSize: 16 }), problems: ["B2 info height", "B3 info height"] },
    { name: "自己换行的也算", rows: [HEADER, ["1", "一是公开。\n二是解读。\n三是回应。", "办公室"], ["2", SHORT, "法规科"]], facts: facts({ rowHeights: [15, 27, 15] }), problems: ["B2 info height"] },
    { name: "几行合并，高度不够", rows: [HEADER, ["1", LONG, "办公室"], ["2", "", "法规科"]], facts: facts({ rowHeights: [15, 15, 15], growing: [0, 1, 2] }), grid: { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] }, problems: ["B2 info height"] },
    { name: "一列几格没有换行，说一次", rows: [HEADER, ["1", LONG, "办公室"], ["2", LONG, "法规科"]], facts: facts({}, ONE_LINE), problems: ["B2 info width"] },
    { name: "没有换行，右边有字", rows, facts: facts({}, ONE_LINE), problems: ["B2 info width"] },
    { name: "标题排不下", title: "某某市人民政府办公室2024年政务公开重点工作任务台账", rows, facts: facts({ rowHeights: [15, 15, 60, 15], lookOf: [[0, 0, 0], ...rows.map(() => [0, 0, 0])] }), grid: { merges: [{ top: 0, left: 0, bottom: 0, right: 2 }] }, problems: ["A1 info height"] },
  ],
});
