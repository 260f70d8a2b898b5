import { labelKind } from "../ledger/labels";
import { areBlanksSlips, rowsMaybeAsAbove } from "./blank-as-above";
import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineSheetRule } from "./rule";

/** From this share of filled rows on, a blank is certainly an omission. */
const MOST = 0.5;

/**
 * 必改: a deadline is blank, most rows have one, and nothing above can be inherited. 请核对 where the cell above could be
 * meant (a sheet that has lost its merges), or where few rows have one.
 */
export const deadlineFilled = defineSheetRule({
  meta: { id: "deadline-filled", title: "时限都填了", found: "时限没有填", group: "deadlines", severity: "error", needs: ["deadline"], looksAt: ["deadline"], source: "皖政办秘〔2021〕52号第48项（责任主体明确、有时间要求的事项“回头看”）" },
  messages: {
    blank: (d: { row: number; column: string }) => `第${d.row}行“${d.column}”没有填。`,
    inherited: (d: { row: number; column: string; above: string }) => `第${d.row}行“${d.column}”空着，是不是同上面的“${d.above}”？`,
  },
  docs: {
    why: "督办和“回头看”都要按时限核。",
    howToFix: "照上级的时限填；确实没有时限的，写明理由。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", ""], ["2", "做好政策解读材料的发布。", "政策法规科", "年底前"], ["3", "更新政府信息公开指南。", "办公室", "6月底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "政策法规科", "持续推进"]] }],
  },
  check(context, report) {
    const { ledger } = context;
    // A sheet that notes its deadlines under 备注 may leave the remark out.
    if (labelKind(labelOf(context, "deadline")) === "remarks") return;
    const cells = ledger.rows.flatMap((row) => row.cells.deadline ?? []);
    const filled = cells.filter(({ text }) => text !== "").length;
    const areSlips = areBlanksSlips(context, "deadline", ledger.rows);
    const column = labelOf(context, "deadline");
    const maybeAsAbove = rowsMaybeAsAbove(context, "deadline");
    for (const row of ledger.rows) {
      const cell = row.cells.deadline;
      if (!cell) continue;
      if (cell.text === "") {
        const task = linkedTask(context, row);
        const edit = task && task.deadline !== "" ? cellEdit(context, row, "deadline", task.deadline) : undefined;
        report({
          messageId: "blank",
          data: { row: rowNumber(row), column },
          row,
          field: "deadline",
          at: cell.at,
          ...((filled < cells.length * MOST || maybeAsAbove.has(row)) && { severity: "warning" as const }),
          ...(task && task.deadline !== "" && { because: `督办和“回头看”都要按时限核。上级第${task.seq}项是“${task.deadline}”。` }),
          suggestions: task && edit ? [{ label: `填“${task.deadline}”`, edits: [edit] }] : [],
        });
      } else if (cell.source === "inherited" && areSlips) {
        const edit = cellEdit(context, row, "deadline", cell.text);
        report({
          messageId: "inherited",
          data: { row: rowNumber(row), column, above: cell.text },
          row,
          field: "deadline",
          at: { row: row.row, column: cell.at.column },
          severity: "warning",
          suggestions: edit ? [{ label: `填“${cell.text}”`, edits: [edit] }] : [],
        });
      }
    }
  },
});
