import { rowNumber } from "./cell-words";
import { defineRowRule } from "./rule";

/** Off unless a profile asks: a row without a lead, or with more than one. Offices differ on whether that is wrong. */
export const leadCount = defineRowRule({
  meta: { id: "lead-count", title: "一个牵头单位", found: "牵头单位没有或不止一个", group: "units", severity: "warning", needs: ["units"], offByDefault: true },
  messages: {
    none: (d: { row: number }) => `第${d.row}行没有写明谁牵头。`,
    several: (d: { row: number; units: readonly string[] }) => `第${d.row}行有${d.units.length}个牵头单位：${d.units.join("、")}。`,
  },
  docs: {
    why: "几家一起负责的事，要有一家牵头。",
    howToFix: "写明一个牵头单位。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室、财务科", "6月底前"], ["2", "做好政策解读材料的发布。", "办公室、法规科牵头", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "财务科", "6月底前"], ["2", "做好政策解读材料的发布。", "法规科牵头，办公室配合", "年底前"]] }],
  },
  check(context, row, report) {
    const groups = context.unitFields.flatMap((field) => context.responsibilityOf(row, field)?.groups ?? []);
    const units = groups.flatMap(({ role, units }) => units.map((unit) => ({ role, unit })));
    const field = context.unitFields[0]!;
    const at = row.cells[field]?.at ?? null;
    const leads = units.filter(({ role }) => role === "lead");
    if (leads.length > 1) report({ messageId: "several", data: { row: rowNumber(row), units: leads.map(({ unit }) => unit.written) }, row, field, at });
    // One unit alone is responsible as it is.
    else if (leads.length === 0 && units.filter(({ unit }) => !unit.isPerson).length > 1) report({ messageId: "none", data: { row: rowNumber(row) }, row, field, at });
  },
});
