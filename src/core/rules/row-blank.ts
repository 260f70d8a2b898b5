import { deleteRows } from "./delete-rows";
import { defineSheetRule } from "./rule";

/** 可改: a blank row inside the table. */
export const rowBlank = defineSheetRule({
  meta: { id: "row-blank", title: "表中间没有空行", found: "表中间有空行", group: "structure", severity: "info", needs: [], looksAt: [] },
  messages: {
    blank: (d: { row: number }) => `第${d.row}行是空行。`,
  },
  docs: {
    why: "筛选、排序到空行就断了。",
    howToFix: "删去空行。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], [null, null, null, null], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, report) {
    const { ledger, grid } = context;
    for (const { kind, row } of ledger.damage) {
      if (kind !== "blank-row" || row <= ledger.first || row >= ledger.last) continue;
      const merged = grid.merges.some(({ top, bottom }) => top <= row && row <= bottom);
      report({ messageId: "blank", data: { row: row + 1 }, row: null, field: null, at: { row, column: 0 }, ...(!merged && { fix: [deleteRows(context, row, 1)] }) });
    }
  },
});
