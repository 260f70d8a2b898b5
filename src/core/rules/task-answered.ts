import type { InsertRowsEdit } from "../edits/edit";
import { gridSize, type CellValue } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import { missingTasks } from "../matching/missing-tasks";
import type { TaskBinding } from "../matching/matching";
import type { ParentTask } from "../parent/parent-document";
import { shortened } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";

const BINDING_WORDS = {
  named: (words: string, unit: string) => `该项写明“${words}”，就是${unit}。`,
  counterpart: (words: string, unit: string) => `该项由“${words}”落实，与${unit}对口。`,
  all: (words: string) => `该项由“${words}”落实，包括本单位。`,
} as const;

/** 请核对: a task of the parent that binds 本单位 by name, by 对口 or through all has no row. What binds only possibly, or only through localities, is one folded line each. */
export const taskAnswered = defineSheetRule({
  meta: { id: "task-answered", title: "上级任务都有对应", found: "可能漏项", group: "parent", severity: "warning", needs: ["parent", "unit", "requirement"], looksAt: ["seq", "level1", "level2", "requirement"] },
  messages: {
    missing: (d: { seq: string; requirement: string }) => `上级第${d.seq}项“${d.requirement}”，本表没有对应的任务，可能漏项。`,
    possibly: (d: { seqs: string; count: number }) => `上级还有 ${d.count} 项写给“有关部门”一类的泛称（第${d.seqs}项），本表没有对应，请看是否涉及本单位。`,
    localities: (d: { seqs: string; count: number }) => `上级还有 ${d.count} 项只写给各地落实（第${d.seqs}项），本表没有对应。`,
  },
  docs: {
    why: "上级写明本单位的任务，台账里要有。",
    howToFix: "补一行；已写在别的行的，指给它；不涉及本单位的，写明理由。",
    bad: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息，说明增减变化情况。", "办公室", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "公开年度财政预算和决算信息，说明增减变化情况。", "省财政厅牵头", "年底前"], ["2", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "年底前"], ["3", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
        unit: "省民政厅",
      },
    ],
    good: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "公开年度财政预算和决算信息，说明增减变化情况。", "省财政厅牵头", "年底前"], ["2", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "年底前"], ["3", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
        unit: "省民政厅",
      },
    ],
  },
  check(context, report) {
    const { alignment, bindings, tasks, unit } = context;
    if (!alignment || !bindings || unit === null) return;
    const missing = missingTasks(alignment, bindings);
    for (const { task: index, binding, words } of missing.asked) {
      const task = tasks[index]!.task;
      report({
        messageId: "missing",
        data: { seq: task.seq || "？", requirement: shortened(task.requirement) },
        row: null,
        field: "requirement",
        at: null,
        because: BINDING_WORDS[binding as keyof typeof BINDING_WORDS](words, unit),
        suggestions: [
          ...newRow(context, index, task),
          { label: "已写在别的行", edits: [], action: { kind: "relink", task: index } },
          { label: "不涉及本单位", edits: [], action: { kind: "ignore", reason: "不涉及本单位" } },
        ],
      });
    }
    for (const [messageId, folded] of [["possibly", missing.some], ["localities", missing.localities]] as const) {
      if (folded.length === 0) continue;
      report({ messageId, data: { seqs: seqsOf(folded, context), count: folded.length }, row: null, field: "requirement", at: null, severity: "info" });
    }
  },
});

function seqsOf(bindings: readonly TaskBinding[], { tasks }: RuleContext): string {
  return bindings.map(({ task }) => tasks[task]!.task.seq || "？").join("、");
}

/** 〔补一行〕: after the row that answers the task before this one in the parent. Nothing is offered where the place is not certain. */
function newRow(context: RuleContext, index: number, task: ParentTask): { label: string; edits: InsertRowsEdit[] }[] {
  const { ledger, alignment, grid } = context;
  const before = alignment!.links.filter(({ state, tasks }) => state === "sure" && tasks.some((other) => other < index)).at(-1);
  const row = before ? ledger.rows[before.row] : undefined;
  const columns = row ? ledger.blocks[row.block]?.columns : undefined;
  if (!row || !columns) return [];
  const values: CellValue[] = Array<CellValue>(gridSize(grid).columns).fill(null);
  const texts: Partial<Record<Field, string>> = { level1: task.level1, level2: task.level2, requirement: task.requirement, deadline: task.deadline };
  for (const [field, text] of Object.entries(texts)) {
    const column = columns[field as Field];
    // Headings of merged cells stand in their first row only.
    const sameHeading = (field === "level1" || field === "level2") && row.cells[field]?.text === text;
    if (column !== undefined && text !== "" && !sameHeading) values[column] = text;
  }
  const at = (row.rows.at(-1) ?? row.row) + 1;
  return [{ label: "补一行", edits: [{ kind: "insertRows", sheet: grid.sheet, row: at, count: 1, values: [values] }] }];
}
