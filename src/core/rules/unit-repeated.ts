import type { LedgerCell } from "../ledger/ledger";
import type { UnitMention } from "../responsibility/responsibility";
import { unitKey } from "../units/unit-key";
import { cellEdit, rowNumber } from "./cell-words";
import { defineRowRule } from "./rule";

/** Beyond these marks another sentence begins, in which a unit may rightly be named again. */
const SENTENCE_END = /[。；;\n]|\d\s*[.、．)）]|[①-⑳]/u;

/** 请核对: the same unit, or the same 泛称, stands twice in one sentence of a unit cell. */
export const unitRepeated = defineRowRule({
  meta: { id: "unit-repeated", title: "一格里单位不重复", found: "一格里单位重复", group: "units", severity: "warning", needs: ["units"] },
  messages: {
    twice: (d: { row: number; written: string }) => `第${d.row}行“${d.written}”写了两遍。`,
  },
  docs: {
    why: "可能有一处本来要写别的单位。",
    howToFix: "删掉一处，或者改成本来要写的单位。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市财政局、市审计局、市财政局", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市财政局牵头，市审计局配合；市审计局牵头，市财政局配合", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
  },
  check(context, row, report) {
    for (const field of context.unitFields) {
      const cell = row.cells[field];
      const responsibility = context.responsibilityOf(row, field);
      if (!cell || !responsibility || cell.source === "inherited" || (cell.source === "merged" && !row.rows.includes(cell.at.row))) continue;
      const seen = new Map<string, UnitMention>();
      for (const mention of responsibility.groups.flatMap(({ units }) => units).sort((a, b) => a.span.start - b.span.start)) {
        const key = unitKey(mention.name);
        const before = seen.get(key);
        seen.set(key, mention);
        if (!before || SENTENCE_END.test(cell.text.slice(before.span.end, mention.span.start))) continue;
        const edit = withoutSecond(cell, mention);
        const written = edit === undefined ? undefined : cellEdit(context, row, field, edit);
        report({
          messageId: "twice",
          data: { row: rowNumber(row), written: mention.written },
          row,
          field,
          at: cell.at,
          ...(cell.text === cell.raw && { span: mention.span }),
          suggestions: written ? [{ label: "去掉后一处", edits: [written] }] : [],
        });
      }
    }
  },
});

/** The text without a name and the mark before it; undefined where something hangs on the name (牵头, 等部门). */
function withoutSecond(cell: LedgerCell, { span }: UnitMention): string | undefined {
  const before = cell.text.slice(0, span.start);
  const after = cell.text.slice(span.end);
  if (cell.text !== cell.raw || !/[、，,]\s*$/u.test(before) || !/^(?:\s*[、，,]|$)/u.test(after)) return undefined;
  return before.replace(/[、，,]\s*$/u, "") + after;
}
