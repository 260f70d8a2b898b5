import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";

/** A bureau's ledger whose work is divided among 科室; two rows say the same. */
export const DIVIDED_ROWS: readonly (readonly CellValue[])[] = [
  ["澄江市教育局2026年重点工作台账", null, null, null, null],
  ["序号", "具体要求", "责任科室", "完成时限", "落实情况"],
  [1, "编制全市中小学布局专项规划并公开征求意见。", "规划科牵头，办公室、基建科配合", "6月底前", null],
  [2, "开展校园食品安全专项检查并通报检查结果。", "安全科牵头，各相关科室配合", "年底前", "已完成上半年检查"],
  [3, "组织教师暑期培训并建立培训档案。", "人事科、办公室", "8月底前", null],
  [4, "每季度汇总各科室工作进展并按时报送。", "办公室", "持续推进", null],
  [5, "每季度汇总各科室工作进展并按时报送。", "人事科", "持续推进", null],
];
export const DIVIDED = gridOfValues("台账", DIVIDED_ROWS);

export function ledgerOf(sheet: SheetGrid): Ledger {
  const read = readLedger({ grid: sheet });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
