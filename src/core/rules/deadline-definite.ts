import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineSheetRule } from "./rule";

/** From this share of rows with a day on, a wording without one is out of the ordinary. */
const MOST = 0.6;
/** A stroke or 无 for a task that has none, and times everybody there knows although they are no days. */
const KNOWN = /^(?:[/／\\—–－-]+|无)$|汛期|防火期|灌溉期|(?:供暖|采暖|取暖)[季期]|学年|学期|[寒暑]假|[春夏秋冬]季/u;

/**
 * 请核对: 适时, 尽快, 定期 in a sheet where most rows name a day, or against a task for which the parent names one. 汛期,
 * 寒假 and a stroke in the place of a deadline only in the second case.
 */
export const deadlineDefinite = defineSheetRule({
  meta: { id: "deadline-definite", title: "时限写得具体", found: "时限没有说到什么时候", group: "deadlines", severity: "warning", needs: ["deadline"], looksAt: ["deadline"] },
  messages: {
    vague: (d: { row: number; column: string; text: string }) => `第${d.row}行${d.column}“${d.text}”没有说到什么时候。`,
  },
  docs: {
    why: "没有日子，督办时算不出有没有超期。",
    howToFix: "写明到哪一天，或写“持续推进”；确实定不下来的，写明理由。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "适时"], ["3", "更新政府信息公开指南。", "办公室", "6月底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "适时"], ["2", "做好政策解读材料的发布。", "法规科", "及时"], ["3", "更新政府信息公开指南。", "办公室", "定期"]] }],
  },
  check(context, report) {
    const { ledger, profile } = context;
    const readings = ledger.rows.flatMap((row) => context.deadlineOf(row) ?? []);
    const definite = readings.filter(({ kind }) => kind === "date" || kind === "range").length;
    for (const row of ledger.rows) {
      const cell = row.cells.deadline;
      if (!cell || cell.source === "inherited" || context.deadlineOf(row)?.kind !== "unspecified" || profile.allowedDeadlines.includes(cell.text)) continue;
      const task = linkedTask(context, row);
      const parentHasDay = task?.due.kind === "date" || task?.due.kind === "range";
      if (!parentHasDay && (task !== undefined || KNOWN.test(cell.text) || definite < readings.length * MOST)) continue;
      const edit = task && parentHasDay ? cellEdit(context, row, "deadline", task.deadline) : undefined;
      report({
        messageId: "vague",
        data: { row: rowNumber(row), column: labelOf(context, "deadline"), text: cell.text },
        row,
        field: "deadline",
        at: cell.at,
        ...(parentHasDay && { because: `没有日子，督办时算不出有没有超期。上级第${task.seq}项是“${task.deadline}”。` }),
        suggestions: edit ? [{ label: `改为“${task!.deadline}”`, edits: [edit] }] : [],
      });
    }
  },
});
