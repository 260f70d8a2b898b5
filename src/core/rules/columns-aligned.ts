import type { Edit } from "../edits/edit";
import { FIELDS } from "../ledger/fields";
import { fieldName } from "./cell-words";
import { realignRows } from "./realign-rows";
import { defineSheetRule } from "./rule";

/** 请核对: rows whose cells stand under the wrong labels of their own header, as pasting does. One folded line a stretch. */
export const columnsAligned = defineSheetRule({
  meta: { id: "columns-aligned", title: "内容和表头对得上", found: "内容和表头错开", group: "structure", severity: "warning", needs: [], looksAt: [] },
  messages: {
    shifted: (d: { row: number; isLone: boolean; column: string }) => `第${d.row}行${d.isLone ? "" : "起，"}内容和表头错开了${d.column === "" ? "" : `（“${d.column}”不在自己的列里）`}。`,
  },
  docs: {
    why: "从PDF粘贴时列会错位；按列筛选、汇总就乱了。",
    howToFix: "把错开的内容移回自己的列，或用“整理到新表”。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, report) {
    const { ledger } = context;
    for (const { kind, row, column, related } of ledger.damage) {
      if (kind !== "shifted-columns") continue;
      // A lone row out of line has its cells elsewhere than its block.
      const cells = ledger.rows.find((each) => each.row === row)?.cells;
      const columns = ledger.blocks.find(({ first, last }) => first <= row && row <= last)?.columns;
      const named = column === null ? undefined : (FIELDS.find((field) => cells?.[field]?.at.row === row && cells[field].at.column === column) ?? FIELDS.find((field) => columns?.[field] === column));
      report({ messageId: "shifted", data: { row: row + 1, isLone: related.length === 0, column: named ? fieldName(named) : "" }, row: null, field: null, at: { row, column: column ?? 0 }, suggestions: suggestion(realignRows(context, [row, ...related])) });
    }
  },
});

function suggestion(edits: readonly Edit[] | undefined) {
  return edits ? [{ label: "移回自己的列", edits }] : [];
}
