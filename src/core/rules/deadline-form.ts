import { valueAt } from "../grid/sheet-grid";
import type { LedgerRow } from "../ledger/ledger";
import { cellEdit, labelOf, rowNumber, shortened } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";

/** Where fewer than this share of the cells are of the other form, they are the exception. */
const FEW = 0.3;

/** 可改: in a column of texts some cells are true Excel dates, or the other way round. Only the texts get an offer. */
export const deadlineForm = defineSheetRule({
  meta: { id: "deadline-form", title: "时限都是文字或都是日期", found: "时限有文字有日期", group: "deadlines", severity: "info", needs: ["deadline"], looksAt: ["deadline"] },
  messages: {
    dates: (d: { row: number; column: string; text: string }) => `第${d.row}行${d.column}“${d.text}”是日期格式，别的行都是文字。`,
    texts: (d: { row: number; column: string; text: string }) => `第${d.row}行${d.column}“${d.text}”是文字，别的行都是日期格式。`,
  },
  docs: {
    why: "一列里两种格式，排序和筛选会分成两截。",
    howToFix: "统一成一种写法。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "4月底前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]] }],
  },
  check(context, report) {
    const rows = context.ledger.rows.filter((row) => row.cells.deadline && row.cells.deadline.text !== "" && row.cells.deadline.source === "own");
    const dates = rows.filter((row) => isDate(context, row));
    const texts = rows.filter((row) => !dates.includes(row));
    if (dates.length === 0 || texts.length === 0) return;
    const column = labelOf(context, "deadline");
    if (dates.length < rows.length * FEW) {
      for (const row of dates) {
        const { at, text, raw } = row.cells.deadline!;
        const edit = cellEdit(context, row, "deadline", raw);
        report({ messageId: "dates", data: { row: rowNumber(row), column, text: shortened(text) }, row, field: "deadline", at, suggestions: edit ? [{ label: `改成文字“${raw}”`, edits: [edit] }] : [] });
      }
    } else if (texts.length < rows.length * FEW) {
      // 持续推进 has no date to become; only what names a day could have been one.
      for (const row of texts.filter((row) => context.deadlineOf(row)?.kind === "date")) {
        const { at, text } = row.cells.deadline!;
        report({ messageId: "texts", data: { row: rowNumber(row), column, text: shortened(text) }, row, field: "deadline", at });
      }
    }
  },
});

function isDate({ grid }: RuleContext, row: LedgerRow): boolean {
  const { at, raw } = row.cells.deadline!;
  const value = valueAt(grid, at.row, at.column);
  return typeof value === "number" && value > 20_000 && raw !== String(value);
}
