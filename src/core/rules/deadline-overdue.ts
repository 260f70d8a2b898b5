import { labelOf, rowNumber, shortened } from "./cell-words";
import { beginsOpen, isDone, isOpen } from "./status-words";
import { defineRowRule } from "./rule";

/** 请核对: the last day has passed and the status column says that the work is open; without such a column, 进展情况 that begins so. */
export const deadlineOverdue = defineRowRule({
  meta: { id: "deadline-overdue", title: "没有过期未完成的", found: "过了时限没完成", group: "deadlines", severity: "warning", needs: ["deadline", "outcome"] },
  messages: {
    overdue: (d: { row: number; due: string; column: string; status: string }) => `第${d.row}行已过时限（${d.due}），“${d.column}”写的是“${d.status}”。`,
  },
  docs: {
    why: "过了时限还没有完成，要说明原因或申请延期。",
    howToFix: "更新完成情况；确实没完成的，写明原因和新的时限。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限", "完成状态"], ["1", "公开年度财政预算和决算信息。", "办公室", "2024年3月底前", "未完成"], ["2", "做好政策解读材料的发布。", "法规科", "2024年底前", "进行中"]], today: "2024-06-01" }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限", "完成状态"], ["1", "公开年度财政预算和决算信息。", "办公室", "2024年3月底前", "已完成"], ["2", "做好政策解读材料的发布。", "法规科", "2024年底前", "进行中"]], today: "2024-06-01" }],
  },
  check(context, row, report) {
    const reading = context.deadlineOf(row);
    if (!reading?.due || reading.alternative !== null || (reading.kind !== "date" && reading.kind !== "range") || reading.due >= context.today) return;
    const field = context.ledger.columns.status === undefined ? "progress" : "status";
    const cell = row.cells[field];
    // An empty cell is nobody's statement that the work is open.
    if (!cell || (field === "status" ? isDone(cell.text) || !isOpen(cell.text) : !beginsOpen(cell.text))) return;
    report({ messageId: "overdue", data: { row: rowNumber(row), due: reading.due, column: labelOf(context, field), status: shortened(cell.text) }, row, field, at: cell.at });
  },
});
