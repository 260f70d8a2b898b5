import { compareDeadlines } from "../deadline/compare-deadlines";
import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { linkedTasks } from "./linked-task";
import { defineRowRule } from "./rule";

/**
 * 必改 between two certain days, 请核对 where a day became 持续推进 or one side can be read in two ways: the row's
 * deadline is looser than its task's. Never when tightened; 年底前 and 全年 are the same. A row that answers several tasks
 * is held against each that all the others agree with, so that one task's own date is no finding.
 */
export const deadlineNotLater = defineRowRule({
  meta: { id: "deadline-not-later", title: "时限不比上级宽", found: "时限比上级宽", group: "parent", severity: "error", needs: ["parent", "deadline", "requirement"] },
  messages: {
    later: (d: { row: number; column: string; own: string; seq: string; parent: string }) => `第${d.row}行${d.column}“${d.own}”，上级第${d.seq}项是“${d.parent}”。`,
  },
  docs: {
    why: "比上级要求宽了。",
    howToFix: "改成上级的时限；确实要晚的，写明理由。",
    bad: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "10月底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
    good: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处", "9月底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "全年"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "10 月底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "年底前"]],
      },
    ],
  },
  check(context, row, report) {
    const own = context.deadlineOf(row);
    const cell = row.cells.deadline;
    if (!own || !cell || cell.source === "inherited") return;
    const tasks = linkedTasks(context, row).filter(({ deadline }) => deadline !== "");
    const compared = tasks.map((task) => ({ task, ...compareDeadlines(own, task.due) }));
    const looser = compared.filter(({ relation }) => relation === "later" || relation === "loosened");
    // A row that puts several tasks together may take the latest of their days.
    if (looser.length === 0 || looser.length < compared.length) return;
    const { task, relation, certain } = looser[0]!;
    const edit = cellEdit(context, row, "deadline", task.deadline);
    report({
      messageId: "later",
      data: { row: rowNumber(row), column: labelOf(context, "deadline"), own: cell.text, seq: task.seq || "？", parent: task.deadline },
      row,
      field: "deadline",
      at: cell.at,
      ...(!(certain && relation === "later") && { severity: "warning" as const }),
      suggestions: edit ? [{ label: `改为“${task.deadline}”`, edits: [edit] }] : [],
    });
  },
});
