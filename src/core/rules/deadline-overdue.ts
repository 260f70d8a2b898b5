import { rowNumber } from "./cell-words";
import { isDone, isOpen } from "./status-words";
import { defineRowRule } from "./rule";

/** 请核对: the last day has passed and the status column does not say 完成. Only where there is such a column. */
export const deadlineOverdue = defineRowRule({
  meta: { id: "deadline-overdue", title: "没有过期未完成的", found: "过了时限没完成", group: "deadlines", severity: "warning", needs: ["deadline", "status"] },
  messages: {
    overdue: (d: { row: number; due: string; status: string }) => `第${d.row}行已过时限（${d.due}），完成情况是“${d.status}”。`,
  },
  docs: {
    why: "过了时限还没有完成，要说明原因或申请延期。",
    howToFix: "更新完成情况；确实没完成的，写明原因和新的时限。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限", "完成状态"], ["1", "公开年度财政预算和决算信息。", "办公室", "2024年3月底前", "未完成"], ["2", "做好政策解读材料的发布。", "法规科", "2024年底前", "进行中"]], today: "2024-06-01" }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限", "完成状态"], ["1", "公开年度财政预算和决算信息。", "办公室", "2024年3月底前", "已完成"], ["2", "做好政策解读材料的发布。", "法规科", "2024年底前", "进行中"]], today: "2024-06-01" }],
  },
  check(context, row, report) {
    const reading = context.deadlineOf(row);
    const status = row.cells.status;
    if (!reading?.due || reading.alternative !== null || (reading.kind !== "date" && reading.kind !== "range") || !status || reading.due >= context.today) return;
    // An empty status is nobody's statement that the work is open.
    if (isDone(status.text) || !isOpen(status.text)) return;
    report({ messageId: "overdue", data: { row: rowNumber(row), due: reading.due, status: status.text }, row, field: "status", at: status.at });
  },
});
