import type { WorkbookFacts } from "../../../src/core/workbook";

/** A small clean sheet and clean facts that the tests of 公开 rules change in one place. */
export const HEADER = ["序号", "具体要求", "责任单位", "完成时限", "备注"];
export const CLEAN = [HEADER, ["1", "公开年度财政预算和决算信息。", "办公室", "年底前", null], ["2", "做好政策解读材料的发布。", "法规科", "全年", null]];

export function withRemark(remark: string | number): (string | number | null)[][] {
  return [HEADER, ["1", "公开年度财政预算和决算信息。", "办公室", "年底前", remark], ["2", "做好政策解读材料的发布。", "法规科", "全年", null]];
}

export const FACTS: WorkbookFacts = {
  fileName: "台账.xlsx",
  author: "",
  lastModifiedBy: "",
  company: "",
  externalLinks: [],
  pageSetup: { 台账: { landscape: true, titleRows: { first: 0, last: 0 }, fitToWidth: 1, headerFooter: "" } },
  keptParts: 0,
  unknown: [],
};
