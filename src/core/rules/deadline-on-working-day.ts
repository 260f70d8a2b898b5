import { isWorkingDay } from "../deadline/working-days";
import { labelOf, rowNumber } from "./cell-words";
import { defineRowRule } from "./rule";

/** 可改: a day that the cell itself names falls on a rest day by the State Council's notice. Month ends and 年底前 name no day of their own. */
export const deadlineOnWorkingDay = defineRowRule({
  meta: { id: "deadline-on-working-day", title: "时限不落在休息日", found: "时限落在休息日", group: "deadlines", severity: "info", needs: ["deadline"], offByDefault: true, source: "国务院办公厅各年度节假日安排的通知" },
  messages: {
    rest: (d: { row: number; column: string; text: string; due: string }) => `第${d.row}行${d.column}“${d.text}”（${d.due}）是休息日。`,
  },
  docs: {
    why: "截止日落在休息日，容易误事。",
    howToFix: "看要不要提前到前一个工作日。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "2024年10月1日前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "2024年10月10日前"], ["2", "做好政策解读材料的发布。", "法规科", "6月底前"]] }],
  },
  check(context, row, report) {
    const reading = context.deadlineOf(row);
    const cell = row.cells.deadline;
    if (!reading?.due || reading.kind !== "date" || reading.alternative !== null || !cell || cell.source === "inherited" || !/\d\s*[日号]/u.test(cell.text)) return;
    if (isWorkingDay(reading.due) !== false) return;
    report({ messageId: "rest", data: { row: rowNumber(row), column: labelOf(context, "deadline"), text: cell.text, due: reading.due }, row, field: "deadline", at: cell.at });
  },
});
