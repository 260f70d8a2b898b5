import type { RuleContext } from "./rule";
import { linkOf } from "./linked-task";
import { rowNumber } from "./cell-words";
import { sameUnit } from "../units/same-unit";
import { defineRowRule } from "./rule";

/** 请核对: the parent names 本单位 to lead, and the row names 本单位 only as cooperating. */
export const ownLeadKept = defineRowRule({
  meta: { id: "own-lead-kept", title: "上级要求牵头的没有写成配合", found: "该牵头的写成配合", group: "parent", severity: "warning", needs: ["parent", "unit", "units", "requirement"] },
  messages: {
    cooperates: (d: { row: number; unit: string; seq: string }) => `第${d.row}行把${d.unit}写成配合，上级第${d.seq}项由本单位牵头。`,
  },
  docs: {
    why: "上级明确由本单位牵头，写成配合就没有人牵头了。",
    howToFix: "把本单位改为牵头，或者核对上级原文。",
    bad: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "省卫生健康委牵头，省民政厅配合", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府办公厅", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头，省卫生健康委配合", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
        unit: "省民政厅",
      },
    ],
    good: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处牵头，办公室配合", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头，省卫生健康委配合", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
        unit: "省民政厅",
      },
    ],
  },
  check(context, row, report) {
    const link = linkOf(context, row);
    if (link?.state !== "sure" || context.unit === null) return;
    const lead = link.tasks.find((task) => context.bindings?.some((binding) => binding.task === task && binding.asLead && binding.binding === "named"));
    if (lead === undefined) return;
    const named = context.unitFields.flatMap((field) => rolesOf(context, context.responsibilityOf(row, field)));
    if (named.length === 0 || named.some(({ role }) => role !== "cooperate")) return;
    const field = context.unitFields[0]!;
    report({
      messageId: "cooperates",
      data: { row: rowNumber(row), unit: context.unit, seq: context.tasks[lead]!.task.seq || "？" },
      row,
      field,
      at: row.cells[field]?.at ?? null,
    });
  },
});

/** The roles in which a cell names 本单位. */
function rolesOf({ unit, directory }: RuleContext, responsibility: ReturnType<RuleContext["responsibilityOf"]>) {
  return (responsibility?.groups ?? []).filter(({ units }) => units.some(({ name, collective }) => collective === null && sameUnit(name, unit ?? "", directory)));
}
