import type { LedgerRow } from "../ledger/ledger";
import { normalizeForCompare } from "../text/normalize";
import { rowNumber, shortened } from "./cell-words";
import { defineSheetRule } from "./rule";

/** Shorter demands (加强组织领导) are fairly made more than once. */
const SHORTEST = 10;
/** Where more of the rows repeat another, the sheet has a row per unit, or per place. */
const HABIT = 0.1;

/** 请核对: two rows ask for the same, word for word, of the same units. 可改 where the units differ. */
export const requirementRepeated = defineSheetRule({
  meta: { id: "requirement-repeated", title: "没有重复的任务", found: "任务重复", group: "text", severity: "warning", needs: ["requirement"], looksAt: ["seq", "requirement", "problem", "units", "leadUnits", "cooperateUnits", "implementUnits"] },
  messages: {
    same: (d: { row: number; other: number; text: string }) => `第${d.row}行“${d.text}”和第${d.other}行一样。`,
    units: (d: { row: number; other: number; text: string }) => `第${d.row}行“${d.text}”和第${d.other}行一样，责任单位不同。`,
  },
  docs: {
    why: "同一项任务列了两遍，汇总时会多算一项。",
    howToFix: "核对是不是粘贴重了；确是两件事的，把区别写出来。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "集中公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布工作。", "法规科", "全年"], ["3", "集中公开年度财政预算和决算信息。", "办公室", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "集中公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布工作。", "法规科", "全年"], ["3", "加强领导。", "办公室", "年底前"], ["4", "加强领导。", "法规科", "年底前"]] }],
  },
  check(context, report) {
    const first = new Map<string, LedgerRow>();
    const repeated: { readonly row: LedgerRow; readonly other: LedgerRow }[] = [];
    for (const row of context.ledger.rows) {
      const cell = row.cells.requirement;
      if (!cell || cell.source === "merged" || cell.source === "inherited" || cell.text.length < SHORTEST) continue;
      // Keys of rows with one requirement share what stands before their "#"; a requirement of its own has a key without.
      const [stem, rest] = row.key.split("#");
      if (rest === undefined || normalizeForCompare(cell.text).length < SHORTEST) continue;
      const key = `${stem} ${normalizeForCompare(row.cells.problem?.text ?? "")}`;
      const other = first.get(key);
      if (other) repeated.push({ row, other });
      else first.set(key, row);
    }
    if (repeated.length > Math.max(1, context.ledger.rows.length * HABIT)) return;
    for (const { row, other } of repeated) {
      const differ = context.unitFields.some((field) => normalizeForCompare(row.cells[field]?.text ?? "") !== normalizeForCompare(other.cells[field]?.text ?? ""));
      report({
        messageId: differ ? "units" : "same",
        data: { row: rowNumber(row), other: rowNumber(other), text: shortened(row.cells.requirement!.text, 16) },
        row,
        field: "requirement",
        at: row.cells.requirement!.at,
        ...(differ && { severity: "info" as const }),
      });
    }
  },
});
