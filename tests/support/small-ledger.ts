import { gridOfValues, type CellValue } from "../../src/core/grid/sheet-grid";
import { newXlsx } from "../../src/xlsx/new-xlsx";

/** A small ledger with a slip of each sort that the tests of commands press buttons on; rows 3 to 8 hold its tasks. */
export const SMALL: readonly (readonly CellValue[])[] = [
  ["某县民政局2024年政务公开工作台账", null, null, null, null],
  ["序号", "具体要求", "责任单位", "完成时限", "备注"],
  [1, "公开年度财政预算和决算信息，并对变动较大的项目作出说明。", "规划财务股", null, null],
  [2, "做好重要政策文件和解读材料的同步发布工作。", "办公室", "年地前", null],
  [3, "公布养老机构备案和等级评定结果，按季度更新名录。", "养老服务股", "年底前", null],
  [4, "及时办理政府信息公开申请，使用统一的答复文书。", "办公室", "2023年底前", null],
  [5, "开展社会救助政策集中宣传，公布咨询电话和办理地点。", null, "10月底前", null],
  [6, "整合关注度低、更新少的政务新媒体账号。", "办公室", "6月底前", null],
];

/** The bytes of a workbook with one sheet, 台账. */
export function smallLedger(change?: (rows: CellValue[][]) => void): Promise<Uint8Array> {
  const rows = SMALL.map((row) => [...row]);
  change?.(rows);
  return newXlsx([gridOfValues("台账", rows)], 0);
}

/** A parent document in the shape of a table, for pasting. */
export const PARENT_TEXT = [
  "序号\t具体要求\t责任单位\t时限要求",
  "1\t公开年度财政预算和决算信息，并对变动较大的项目作出说明。\t省财政厅牵头，省政府各部门负责落实\t10月底前",
  "2\t做好重要政策文件和解读材料的同步发布工作。\t省政府各部门负责落实\t年底前",
  "3\t公布养老机构备案和等级评定结果，按季度更新名录。\t省民政厅负责落实\t年底前",
].join("\n");
