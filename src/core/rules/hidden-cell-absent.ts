import { columnLetters } from "../grid/address";
import { textAt, type SheetGrid } from "../grid/sheet-grid";
import { defineSheetRule } from "./rule";

/** 请核对 before publishing: hidden rows and columns that hold something. Anybody can show them again. */
export const hiddenCellAbsent = defineSheetRule({
  meta: { id: "hidden-cell-absent", title: "没有隐藏的行和列", found: "有隐藏的行或列", group: "public", severity: "warning", needs: [], offByDefault: true },
  messages: {
    rows: (d: { count: number; rows: string }) => `有 ${d.count} 行隐藏着，里面有内容：第${d.rows}行。`,
    columns: (d: { count: number; columns: string }) => `有 ${d.count} 列隐藏着，里面有内容：${d.columns}列。`,
  },
  docs: {
    why: "隐藏的内容还在文件里，取消隐藏就能看到。",
    howToFix: "要公开的取消隐藏，不公开的整行整列删掉。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid }, report) {
    const rows = [...grid.hiddenRows].filter((row) => (grid.texts[row] ?? []).some((text) => text.trim() !== "")).sort((a, b) => a - b);
    if (rows.length > 0) report({ messageId: "rows", data: { count: rows.length, rows: listed(rows.map((row) => String(row + 1))) }, row: null, field: null, at: { row: rows[0]!, column: 0 } });
    const columns = [...grid.hiddenColumns].filter((column) => isFilled(grid, column)).sort((a, b) => a - b);
    if (columns.length > 0) report({ messageId: "columns", data: { count: columns.length, columns: listed(columns.map(columnLetters)) }, row: null, field: null, at: { row: 0, column: columns[0]! } });
  },
});

function isFilled(grid: SheetGrid, column: number): boolean {
  return grid.texts.some((_, row) => textAt(grid, row, column).trim() !== "");
}

/** At most ten of them. */
function listed(places: readonly string[]): string {
  return places.length > 10 ? `${places.slice(0, 10).join("、")}等` : places.join("、");
}
