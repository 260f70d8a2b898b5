import { textAt } from "../grid/sheet-grid";
import { parseChineseNumber } from "../text/chinese-number";
import { foldText } from "../text/fold";
import { defineSheetRule } from "./rule";

/** 共52项, 共五十二项任务; not 共3大类52项, whose first number counts something else. */
const STATED = /共(?:计|有)?([0-9]{1,4}|[一二三四五六七八九十百]{1,5})(?:项|条|个事项|项任务|项工作)(?!以上|左右)/u;

/** 请核对: the lines around the table state a number of tasks, and the table has another. */
export const countStated = defineSheetRule({
  meta: { id: "count-stated", title: "写明的项数和实际一致", found: "项数和实际不一致", group: "structure", severity: "warning", needs: [], looksAt: [] },
  messages: {
    differs: (d: { stated: string; actual: number }) => `上面写着“${d.stated}”，表里是 ${d.actual} 项。`,
  },
  docs: {
    why: "项数对不上，多半是漏了行或忘了改数。",
    howToFix: "核对有没有漏行，再改写明的项数。",
    bad: [{ title: "某市2024年政务公开任务分工（共3项）", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
    good: [{ title: "某市2024年政务公开任务分工（共2项）", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid, ledger }, report) {
    const columns = grid.values[0]?.length ?? 0;
    for (let row = Math.max(0, ledger.first - 6); row < ledger.first; row++) {
      for (let column = 0; column < columns; column++) {
        const stated = STATED.exec(foldText(textAt(grid, row, column)).text);
        const count = stated ? (/^\d/u.test(stated[1]!) ? Number(stated[1]) : parseChineseNumber(stated[1]!)) : null;
        if (!stated || count === null || count === ledger.rows.length) continue;
        report({ messageId: "differs", data: { stated: stated[0], actual: ledger.rows.length }, row: null, field: null, at: { row, column } });
      }
    }
  },
});
