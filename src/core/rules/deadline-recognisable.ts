import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineRowRule } from "./rule";

/** 请核对: the deadline is none that anybody could reckon with: 年地前, 推进中, =1. The likely wording is offered, never put in. */
export const deadlineRecognisable = defineRowRule({
  meta: { id: "deadline-recognisable", title: "时限看得懂", found: "时限看不懂", group: "deadlines", severity: "warning", needs: ["deadline"] },
  messages: {
    unreadable: (d: { row: number; column: string; text: string }) => `第${d.row}行${d.column}“${d.text}”看不懂。`,
    noSuchDay: (d: { row: number; column: string; text: string }) => `第${d.row}行${d.column}“${d.text}”，日历上没有。`,
  },
  docs: {
    why: "算不出截止日期。",
    howToFix: "写成“年底前”“10月底前”“2024年6月30日前”“持续推进”这样的说法。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年地前"], ["2", "做好政策解读材料的发布。", "政策法规科", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "每季度末"], ["2", "做好政策解读材料的发布。", "政策法规科", "印发后一个月内"]] }],
  },
  check(context, row, report) {
    const cell = row.cells.deadline;
    const deadline = context.deadlineOf(row);
    if (!cell || deadline?.kind !== "invalid" || cell.source === "inherited" || context.profile.allowedDeadlines.includes(cell.text)) return;
    const task = linkedTask(context, row);
    const wordings = [...new Set([deadline.likely ?? "", task?.deadline ?? ""])].filter((wording) => wording !== "");
    report({
      messageId: isBeyondCalendar(cell.text) ? "noSuchDay" : "unreadable",
      data: { row: rowNumber(row), column: labelOf(context, "deadline"), text: cell.text },
      row,
      field: "deadline",
      at: cell.at,
      ...(deadline.likely !== null && { because: `算不出截止日期。像是“${deadline.likely}”。` }),
      suggestions: wordings.flatMap((wording) => {
        const edit = cellEdit(context, row, "deadline", wording);
        return edit ? [{ label: `改为“${wording}”`, edits: [edit] }] : [];
      }),
    });
  },
});

/** Whether a text names a month after the twelfth, or a day its month does not have: 13月底前, 2月30日, 6.31. */
function isBeyondCalendar(text: string): boolean {
  const found = /^(?:(\d{4})\s*[年./-])?\s*(\d{1,2})\s*[月./-](?:底前?|前|\s*(\d{1,2})\s*[日号]?前?)?$/u.exec(text.trim());
  if (!found) return false;
  const month = Number(found[2]);
  const day = found[3] === undefined ? 1 : Number(found[3]);
  // A leap year where none is named: 2月29日 may be right.
  return month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(Number(found[1] ?? 2024), month, 0)).getUTCDate();
}
