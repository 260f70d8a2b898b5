import { adaptWording } from "../matching/adapt-wording";
import { cellEdit, rowNumber } from "./cell-words";
import { linkOf } from "./linked-task";
import { levelOfTitle } from "./office-level";
import { defineRowRule } from "./rule";

/** 可改: words of the upper level left in a lower office's sheet (我省 in a city's, 各市 in a county's). Suggestions, one folded line. */
export const upperLevelWording = defineRowRule({
  meta: { id: "upper-level-wording", title: "没有上级口吻残留", found: "上级口吻残留", group: "parent", severity: "info", needs: ["parent", "requirement"] },
  messages: {
    left: (d: { row: number; written: string }) => `第${d.row}行“${d.written}”是上级的口吻。`,
  },
  docs: {
    why: "照抄上级的话，在本级说不通。",
    howToFix: "改成本级的说法；确实指上级的，保留原文。",
    bad: [
      {
        title: "江城市2024年政务公开工作任务分工",
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "在全省范围内健全养老机构等级评定结果定期公布制度。", "市民政局牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "市政府各部门", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "在全省范围内健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
    good: [
      {
        title: "江城市2024年政务公开工作任务分工",
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "在全市范围内健全养老机构等级评定结果定期公布制度。", "市民政局牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "市政府各部门", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "在全省范围内健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
  },
  check(context, row, report) {
    const cell = row.cells.requirement;
    const link = linkOf(context, row);
    const parent = link?.parent === undefined ? undefined : context.parents[link.parent];
    if (!cell || link?.state !== "sure" || !parent) return;
    const from = levelOfTitle(parent.issuer || parent.title) ?? levelOfNames(parent.tasks.map(({ units }) => units));
    for (const { written, span, suggestions } of adaptWording(cell.text, from, context.level)) {
      // Only words that were taken over: what the office wrote of its own accord it meant.
      if (!link.tasks.some((task) => context.tasks[task]?.task.requirement.includes(written))) continue;
      report({
        messageId: "left",
        data: { row: rowNumber(row), written },
        row,
        field: "requirement",
        at: cell.at,
        ...(cell.text === cell.raw && { span }),
        suggestions:
          cell.text === cell.raw
            ? suggestions.flatMap((suggestion) => {
                const edit = cellEdit(context, row, "requirement", cell.text.slice(0, span.start) + suggestion + cell.text.slice(span.end));
                return edit ? [{ label: `改为“${suggestion}”`, edits: [edit] }] : [];
              })
            : [],
      });
    }
  },
});

/** The level a document speaks for, by the prefix most of its unit cells begin with. */
function levelOfNames(cells: readonly string[]) {
  for (const level of ["省", "市", "县", "区"] as const) {
    const own = cells.filter((cell) => cell.startsWith(level)).length;
    if (own > cells.length / 2) return level;
  }
  return null;
}
