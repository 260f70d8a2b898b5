import { columnLetters } from "../grid/address";
import { defineSheetRule } from "./rule";

/** 请核对: something stands far off the table, below or beside it, and was not read (`SheetGrid.beyond`). */
export const farCellAbsent = defineSheetRule({
  meta: { id: "far-cell-absent", title: "远处没有别的内容", found: "远处还有内容", group: "structure", severity: "warning", needs: [], looksAt: [] },
  messages: {
    below: (d: { row: number }) => `表格下方很远处还有内容，一直到第${d.row}行，没有一起检查。`,
    beside: (d: { column: string }) => `表格右边很远处还有内容，一直到${d.column}列，没有一起检查。`,
  },
  docs: {
    why: "多半是误填的，会随文件一起报上去，打印时多出许多空白页。",
    howToFix: "按 Ctrl+End 找到它，不要的删掉，要的移到表格旁边。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid: { beyond } }, report) {
    if (beyond && beyond.row !== null) report({ messageId: "below", data: { row: beyond.row + 1 }, row: null, field: null, at: { row: beyond.row, column: 0 } });
    if (beyond && beyond.column !== null) report({ messageId: "beside", data: { column: columnLetters(beyond.column) }, row: null, field: null, at: { row: 0, column: beyond.column } });
  },
});
