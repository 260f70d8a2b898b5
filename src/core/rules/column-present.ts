import { fieldName } from "./cell-words";
import { defineSheetRule } from "./rule";

/** 必改: a column that the 检查口径 asks for is not on the sheet. */
export const columnPresent = defineSheetRule({
  meta: { id: "column-present", title: "该有的列都有", found: "缺少该有的列", group: "structure", severity: "error", needs: [], looksAt: [] },
  messages: {
    missing: (d: { column: string; profile: string }) => `表里没有“${d.column}”这一列。`,
  },
  docs: {
    why: "缺了这一列，汇总和督办都没法核。",
    howToFix: "补上这一列；如果表里有、只是名字不一样，请到“设置”里指定是哪一列。",
    bad: [{ title: "某局2024年政务公开重点工作台账", rows: [["序号", "具体要求", "责任单位"], ["1", "公开年度财政预算和决算信息。", "办公室"], ["2", "做好政策解读材料的发布。", "政策法规科"]] }],
    good: [{ title: "某局2024年政务公开重点工作台账", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "政策法规科", "持续推进"]] }],
  },
  check({ ledger, profile }, report) {
    const header = ledger.blocks[0]?.header;
    for (const fields of profile.requiredColumns) {
      if (fields.some((field) => ledger.columns[field] !== undefined)) continue;
      const at = header ? { row: header.last, column: 0 } : null;
      report({ messageId: "missing", data: { column: fieldName(fields[0]!), profile: profile.name }, row: null, field: fields[0]!, at, fold: `column-present:${fields[0]!}` });
    }
  },
});
