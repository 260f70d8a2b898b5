import type { Field } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import { areBlanksSlips, rowsMaybeAsAbove } from "./blank-as-above";
import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { defineSheetRule } from "./rule";
import { hasUnknownColumn } from "./unknown-column";

/** From this share of filled rows on, a blank is certainly an omission. */
const MOST = 0.5;
/** Columns any of which says who is responsible; who cooperates may well be nobody. */
const RESPONSIBLE = ["units", "leadUnits", "implementUnits"] as const satisfies readonly Field[];

/**
 * 必改: nobody is named, most rows name somebody, and nothing above can be inherited; or the whole column is blank. 请核对
 * where the cell above could be meant, where a person is named instead, where few rows are filled, or where who is
 * responsible may stand in a column we do not know.
 */
export const unitsFilled = defineSheetRule({
  meta: { id: "units-filled", title: "责任单位都填了", found: "责任单位没有填", group: "units", severity: "error", needs: ["units"], looksAt: ["requirement", "persons", "units", "leadUnits", "cooperateUnits", "implementUnits"], source: "皖政办秘〔2021〕52号第48项（责任主体明确、有时间要求的事项“回头看”）" },
  messages: {
    none: (d: { column: string; count: number }) => `“${d.column}”一格也没有填，共${d.count}项。`,
    blank: (d: { row: number; column: string }) => `第${d.row}行“${d.column}”没有填。`,
    inherited: (d: { row: number; column: string; above: string }) => `第${d.row}行“${d.column}”空着，是不是同上面的“${d.above}”？`,
  },
  docs: {
    why: "没有责任单位，任务落不下去。",
    howToFix: "填上责任单位；确实没有的，写明理由。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "", "6月底前"], ["2", "做好政策解读材料的发布。", "政策法规科", "年底前"], ["3", "更新政府信息公开指南。", "办公室", "6月底前"]] }],
    good: [{ rows: [["序号", "具体要求", "牵头单位", "配合单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "", "年底前"], ["2", "做好政策解读材料的发布。", "政策法规科", "办公室", "持续推进"]] }],
  },
  check(context, report) {
    const columns = RESPONSIBLE.filter((field) => context.ledger.columns[field] !== undefined);
    const [main] = columns;
    if (main === undefined) return;
    const rows = context.ledger.rows.filter((row) => row.cells[main] && row.item === 0);
    const isFilled = (row: (typeof rows)[number]) => columns.some((field) => (row.cells[field]?.text ?? "") !== "");
    const filled = rows.filter(isFilled).length;
    const areSlips = areBlanksSlips(context, main, rows);
    const column = labelOf(context, main);
    const maybeAsAbove = rowsMaybeAsAbove(context, main);
    if (filled === 0 && rows.length > 1) {
      report({ messageId: "none", data: { column, count: rows.length }, row: null, field: main, at: rows[0]!.cells[main]!.at, ...((rows.some(namesSomebody) || hasUnknownColumn(context.ledger)) && { severity: "warning" as const }) });
      return;
    }
    for (const row of rows) {
      const cell = row.cells[main]!;
      if (!isFilled(row)) {
        const isDoubtful = filled < rows.length * MOST || maybeAsAbove.has(row) || namesSomebody(row) || (row.cells.requirement?.text ?? "x") === "";
        report({ messageId: "blank", data: { row: rowNumber(row), column }, row, field: main, at: cell.at, ...(isDoubtful && { severity: "warning" as const }) });
      } else if (cell.source === "inherited" && areSlips) {
        const edit = cellEdit(context, row, main, cell.text);
        const above = cell.text;
        report({
          messageId: "inherited",
          data: { row: rowNumber(row), column, above },
          row,
          field: main,
          at: { row: row.row, column: cell.at.column },
          severity: "warning",
          suggestions: edit ? [{ label: "照上面的填", edits: [edit] }] : [],
        });
      }
    }
  },
});

function namesSomebody({ cells }: LedgerRow): boolean {
  return (cells.persons?.text ?? "") !== "" || (cells.cooperateUnits?.text ?? "") !== "" || /(?:责任|牵头|承办|落实)(?:单位|部门|处室|科室)?[：:]|牵头/u.test(cells.requirement?.text ?? "");
}
