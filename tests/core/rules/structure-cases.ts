/** Rows that the structure rules' tests build their sheets of. */
export const H = ["序号", "具体要求", "责任单位", "完成时限"];
export const TEXTS = ["公开年度财政预算和决算信息。", "做好政策解读材料的发布。", "更新政府信息公开指南。", "组织开展政务公开业务培训。", "建立政务公开工作台账。", "清理长期不更新的新媒体账号。"];

/** A row of the sheet: number, the text of that number, a unit, a deadline. */
export function row(number: number | string | null, index = Number(number) - 1): (string | number | null)[] {
  return [number, TEXTS[index]!, "办公室", index % 2 ? "全年" : "年底前"];
}
