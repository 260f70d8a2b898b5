import { addressOf, cellOfKey } from "../grid/address";
import { defineSheetRule } from "./rule";

/** 必改: a cell of the table shows a formula error (#REF!, #N/A…). */
export const cellWithoutError = defineSheetRule({
  meta: { id: "cell-without-error", title: "没有公式错误", found: "公式出错", group: "structure", severity: "error", needs: [], looksAt: [] },
  messages: {
    error: (d: { cell: string; text: string }) => `${d.cell}显示“${d.text}”，公式出错了。`,
  },
  docs: {
    why: "报上去的就是这个错误值。",
    howToFix: "改正公式，或直接写上内容。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid, ledger }, report) {
    for (const [key, text] of grid.errors) {
      const at = cellOfKey(key);
      if (at.row < ledger.first || at.row > ledger.last) continue;
      report({ messageId: "error", data: { cell: addressOf(at), text }, row: null, field: null, at });
    }
  },
});
