import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { defineRowRule } from "./rule";

/** 请核对: 正文另有时限 — the requirement itself names a certain day that is earlier than the deadline column's. */
export const deadlineOfRequirement = defineRowRule({
  meta: { id: "deadline-of-requirement", title: "时限和正文一致", found: "正文另有时限", group: "deadlines", severity: "warning", needs: ["deadline", "requirement"] },
  messages: {
    stricter: (d: { row: number; column: string; own: string; written: string }) => `第${d.row}行正文写着“${d.written}”，${d.column}却是“${d.own}”。`,
  },
  docs: {
    why: "一项任务有两个时限，按哪个办说不清。",
    howToFix: "核对以哪个为准，改成一致；分步做的不用改。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "更新政府信息公开指南，2024年6月底前完成。", "办公室", "2024年底前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "更新政府信息公开指南，2024年6月底前完成。", "办公室", "6月底前"], ["2", "每月底前报送解读材料发布情况。", "法规科", "年底前"]] }],
  },
  check(context, row, report) {
    const own = context.deadlineOf(row);
    const cell = row.cells.deadline;
    const requirement = row.cells.requirement;
    if (!own?.due || own.kind !== "date" || own.alternative !== null || !cell || !requirement || cell.source === "inherited") return;
    // Several days in one text are steps of the work, and the column rightly has the last of them or the whole year.
    const found = context.deadlinesIn(requirement.text).filter(({ kind }) => kind === "date");
    const [only] = found;
    if (found.length !== 1 || !only?.due || only.alternative !== null || only.due >= own.due) return;
    // 1月31日前公布 beside 2027年1月31日前: the text leaves out the year, and it is the same day of the year.
    if (only.due.slice(4) === own.due.slice(4) && !/\d{4}/u.test(requirement.text.slice(only.span.start, only.span.end))) return;
    const written = requirement.text.slice(only.span.start, only.span.end);
    const edit = cellEdit(context, row, "deadline", written);
    report({
      messageId: "stricter",
      data: { row: rowNumber(row), column: labelOf(context, "deadline"), own: cell.text, written },
      row,
      field: "deadline",
      at: cell.at,
      suggestions: edit ? [{ label: `时限改为“${written}”`, edits: [edit] }] : [],
    });
  },
});
