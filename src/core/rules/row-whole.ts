import type { Edit, SetCellEdit } from "../edits/edit";
import { cellKey } from "../grid/address";
import { valueAt } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import type { Damage } from "../ledger/ledger";
import { deleteRows } from "./delete-rows";
import { defineSheetRule, type RuleContext } from "./rule";

/** 请核对: a row that a page end cut in two. The joined text is offered; the upper row takes it, the lower row goes. */
export const rowWhole = defineSheetRule({
  meta: { id: "row-whole", title: "没有断在两页的行", found: "一行断在两页", group: "structure", severity: "warning", needs: [], looksAt: [] },
  messages: {
    cut: (d: { row: number; above: number }) => `第${d.row}行像是上一页没排完的半行，应接在第${d.above}行后面。`,
    overlap: (d: { row: number; above: number; text: string }) => `第${d.row}行像是上一页没排完的半行，应接在第${d.above}行后面，接缝处的“${d.text}”重了。`,
  },
  docs: {
    why: "从PDF粘贴时，表格在换页处断开了。",
    howToFix: "接到上一行；确实是单独一项的，补上缺的内容。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的起草、审签和发", "法规科", "全年"], ["序号", "具体要求", "责任单位", "完成时限"], [null, "布，并与文件同步上网。", null, null], ["3", "更新政府信息公开指南。", "办公室", "6月底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息，逐项说明增减变化的原因和有关情况，接受社会监督。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, report) {
    const { ledger } = context;
    for (const damage of ledger.damage) {
      if (damage.kind !== "cut-row") continue;
      const above = damage.related[0];
      if (above === undefined) continue;
      const overlap = ledger.damage.find(({ kind, row }) => kind === "seam-overlap" && row === damage.row);
      const edits = joined(context, damage, above);
      const at = { row: damage.row, column: overlap?.column ?? firstFilled(context, damage.row) };
      const finding = { row: null, field: null, at, suggestions: edits ? [{ label: "接上", edits }] : [] };
      if (overlap) report({ ...finding, messageId: "overlap", data: { row: damage.row + 1, above: above + 1, text: overlap.detail } });
      else report({ ...finding, messageId: "cut", data: { row: damage.row + 1, above: above + 1 } });
    }
  },
});

function firstFilled({ grid }: RuleContext, row: number): number {
  return Math.max(0, (grid.values[row] ?? []).findIndex((value) => value !== null));
}

/**
 * The upper row takes the text the reader put together, the lower row is deleted. undefined where that would lose or
 * guess something: the item was split out of a cell, stands on more than two rows, or a formula is concerned.
 */
function joined(context: RuleContext, damage: Damage, above: number): Edit[] | undefined {
  const { grid, ledger } = context;
  const row = ledger.rows.find(({ rows }) => rows.includes(above) && rows.includes(damage.row));
  if (!row || row.rows.length !== 2 || ledger.rows.some((other) => other !== row && other.rows.includes(damage.row))) return undefined;
  const edits: SetCellEdit[] = [];
  const taken = new Set<number>();
  for (const [field, cell] of Object.entries(row.cells)) {
    const own = cell.parts.filter((part) => part.row === above || part.row === damage.row);
    const lower = own.find((part) => part.row === damage.row);
    if (!lower) continue;
    taken.add(lower.column);
    const upper = own.find((part) => part.row === above) ?? { row: above, column: lower.column };
    if (cell.source === "split" || cell.source === "prefix" || grid.formulas.has(cellKey(upper.row, upper.column)) || grid.formulas.has(cellKey(lower.row, lower.column))) return undefined;
    edits.push({ kind: "setCell", sheet: grid.sheet, at: upper, before: valueAt(grid, upper.row, upper.column), after: cell.text, row: row.key, field: field as Field });
  }
  // Whatever the lower row holds must have found its place above.
  const lost = (grid.values[damage.row] ?? []).some((value, column) => value !== null && value !== "" && !taken.has(column));
  return lost || edits.length === 0 || isInMerge(grid, damage.row) ? undefined : [...edits, deleteRows(context, damage.row, 1)];
}

function isInMerge(grid: RuleContext["grid"], sheetRow: number): boolean {
  return grid.merges.some(({ top, bottom }) => top <= sheetRow && sheetRow <= bottom);
}
