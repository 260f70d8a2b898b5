import { compareDeadlines } from "../deadline/compare-deadlines";
import type { LedgerRow } from "../ledger/ledger";
import { rowNumber } from "./cell-words";
import { linkOf } from "./linked-task";
import { defineSheetRule } from "./rule";

/** 请核对: two rows answer the same one task and have different certain days. */
export const taskDeadlinesAgree = defineSheetRule({
  meta: { id: "task-deadlines-agree", title: "同一任务时限一致", found: "同一任务两个时限", group: "parent", severity: "warning", needs: ["parent", "deadline", "requirement"], looksAt: ["deadline"] },
  messages: {
    differ: (d: { row: number; own: string; otherRow: number; other: string; seq: string }) => `第${d.otherRow}行和第${d.row}行都对应上级第${d.seq}项，时限一个是“${d.other}”，一个是“${d.own}”。`,
  },
  docs: {
    why: "同一件事有两个时限，督办时不知道按哪个算。",
    howToFix: "核对这两行是不是同一件事；分步做的，把各步写清楚。",
    bad: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处", "9月底前"], ["2", "健全养老机构等级评定结果的定期公布制度。", "办公室", "6月底前"], ["3", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "10月底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
    good: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处", "年底前"], ["2", "健全养老机构等级评定结果的定期公布制度。", "办公室", "全年"], ["3", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
  },
  check(context, report) {
    const firstOfTask = new Map<number, LedgerRow>();
    for (const row of context.ledger.rows) {
      const link = linkOf(context, row);
      const own = context.deadlineOf(row);
      const index = link?.tasks[0];
      if (link?.state !== "sure" || link.tasks.length !== 1 || index === undefined || !own) continue;
      const other = firstOfTask.get(index);
      if (!other) {
        firstOfTask.set(index, row);
        continue;
      }
      const { relation, certain } = compareDeadlines(own, context.deadlineOf(other)!);
      if (!certain || (relation !== "later" && relation !== "earlier")) continue;
      const task = context.tasks[index]!.task;
      report({
        messageId: "differ",
        data: { row: rowNumber(row), own: own.raw, otherRow: rowNumber(other), other: context.deadlineOf(other)!.raw, seq: task.seq || "？" },
        row,
        field: "deadline",
        at: row.cells.deadline?.at ?? null,
      });
    }
  },
});
