import { labelOf, rowNumber } from "./cell-words";
import { isDone } from "./status-words";
import { defineSheetRule } from "./rule";

/** From this share of finished rows with evidence on, a finished row without is an omission. */
const MOST = 0.6;

/** 请核对: the status says 完成 while the column for evidence (佐证材料, 成果, 进展情况) is blank, and most finished rows have some. */
export const statusEvidenced = defineSheetRule({
  meta: { id: "status-evidenced", title: "完成的有佐证", found: "完成了没有佐证", group: "deadlines", severity: "warning", needs: ["status"], looksAt: ["status", "result", "progress"] },
  messages: {
    bare: (d: { row: number; column: string }) => `第${d.row}行写着完成，“${d.column}”却是空的。`,
  },
  docs: {
    why: "没有佐证，核查时认不了。",
    howToFix: "补上佐证材料或进展情况。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限", "进展情况", "完成状态"], ["1", "公开年度财政预算和决算信息。", "办公室", "3月底前", "已在网站公开。", "已完成"], ["2", "做好政策解读材料的发布。", "法规科", "5月底前", "", "已完成"], ["3", "更新政府信息公开指南。", "办公室", "6月底前", "已更新并发布。", "已完成"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限", "进展情况", "完成状态"], ["1", "公开年度财政预算和决算信息。", "办公室", "3月底前", "已在网站公开。", "已完成"], ["2", "做好政策解读材料的发布。", "法规科", "5月底前", "", "未完成"]] }],
  },
  check(context, report) {
    const field = (["result", "progress"] as const).find((each) => context.ledger.columns[each] !== undefined);
    if (!field) return;
    const done = context.ledger.rows.filter((row) => isDone(row.cells.status?.text ?? ""));
    const bare = done.filter((row) => (row.cells[field]?.text ?? "") === "");
    if (done.length - bare.length < done.length * MOST) return;
    for (const row of bare) report({ messageId: "bare", data: { row: rowNumber(row), column: labelOf(context, field) }, row, field, at: row.cells[field]?.at ?? null });
  },
});
