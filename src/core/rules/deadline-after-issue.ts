import { labelOf, rowNumber } from "./cell-words";
import { defineRowRule } from "./rule";

/**
 * 请核对: the last day on time lies before the day the document was issued. A wording without a year may mean the next
 * year; both readings are shown, nothing is rolled over.
 */
export const deadlineAfterIssue = defineRowRule({
  meta: { id: "deadline-after-issue", title: "时限不早于成文日期", found: "时限早于成文日期", group: "deadlines", severity: "warning", needs: ["deadline", "issued"] },
  messages: {
    before: (d: { row: number; column: string; text: string; due: string; issued: string }) => `第${d.row}行${d.column}“${d.text}”（${d.due}）早于成文日期 ${d.issued}。`,
  },
  docs: {
    why: "文件印发时就已经过期；也可能是指下一年，或抄了去年的。",
    howToFix: "核对年份。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "3月底前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]], issued: "2024-04-26", year: 2024 }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "4月底前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]], issued: "2024-04-26", year: 2024 }],
  },
  check(context, row, report) {
    const reading = context.deadlineOf(row);
    const cell = row.cells.deadline;
    const { issued, ledger } = context;
    // A living ledger is handed up again and again, each time with the day: what was due before is no contradiction.
    if (ledger.columns.progress !== undefined || ledger.columns.status !== undefined) return;
    if (!reading?.due || !cell || cell.source === "inherited" || issued === null || reading.due >= issued) return;
    if (reading.kind !== "date" && reading.kind !== "range") return;
    // An earlier year that is written out is the subject of year-current.
    if (context.year !== null && cell.text.includes(String(context.year - 1))) return;
    report({ messageId: "before", data: { row: rowNumber(row), column: labelOf(context, "deadline"), text: cell.text, due: reading.due, issued }, row, field: "deadline", at: cell.at });
  },
});
