import { defineSheetRule } from "./rule";

/** 请核对: rows of tasks are hidden or filtered out; one folded line. They are checked all the same. */
export const rowVisible = defineSheetRule({
  meta: { id: "row-visible", title: "没有藏起来的任务", found: "有藏起来的任务", group: "structure", severity: "warning", needs: [], looksAt: [] },
  messages: {
    hidden: (d: { count: number; rows: string }) => `有 ${d.count} 项任务在隐藏的行里：第${d.rows}行。`,
    filtered: (d: { count: number; rows: string }) => `有 ${d.count} 项任务被筛选掉了：第${d.rows}行。`,
  },
  docs: {
    why: "隐藏的行照样会报上去，打印时却看不见。",
    howToFix: "取消隐藏或清除筛选；不要的行删掉。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid, ledger }, report) {
    const unseen = ledger.rows.filter(({ rows }) => rows.every((row) => grid.hiddenRows.has(row)));
    const filtered = unseen.filter(({ rows }) => rows.every((row) => grid.filteredRows.has(row)));
    const hidden = unseen.filter((row) => !filtered.includes(row));
    for (const [messageId, rows] of [["hidden", hidden], ["filtered", filtered]] as const) {
      if (rows.length === 0) continue;
      report({ messageId, data: { count: rows.length, rows: listed(rows.map(({ row }) => row + 1)) }, row: null, field: null, at: { row: rows[0]!.row, column: 0 } });
    }
  },
});

/** 3、5、6、7… at most ten numbers. */
function listed(rows: readonly number[]): string {
  return rows.length > 10 ? `${rows.slice(0, 10).join("、")}等` : rows.join("、");
}
