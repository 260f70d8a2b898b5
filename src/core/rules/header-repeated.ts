import { deleteRows } from "./delete-rows";
import { defineSheetRule } from "./rule";

/** 请核对: the header stands again inside the table (a page of the PDF began there). Never the first one. */
export const headerRepeated = defineSheetRule({
  meta: { id: "header-repeated", title: "表头只有一处", found: "表头重复", group: "structure", severity: "warning", needs: [], looksAt: [] },
  messages: {
    again: (d: { row: number }) => `第${d.row}行又是一遍表头。`,
  },
  docs: {
    why: "从PDF粘贴时，每页的表头都跟着进来了；筛选、汇总时会被当成一项任务。",
    howToFix: "删去中间的表头；打印要每页有表头的，用“打印标题”。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["序号", "具体要求", "责任单位", "完成时限"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, report) {
    for (const { kind, row, related } of context.ledger.damage) {
      if (kind !== "repeated-header") continue;
      const last = related.at(-1) ?? row;
      report({ messageId: "again", data: { row: row + 1 }, row: null, field: null, at: { row, column: 0 }, fix: [deleteRows(context, row, last - row + 1)] });
    }
  },
});
