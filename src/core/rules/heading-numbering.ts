import type { CellRef } from "../grid/address";
import { headingOf, isSameHeading, type Heading } from "../ledger/headings";
import type { LedgerRow } from "../ledger/ledger";
import { rowNumber, shortened } from "./cell-words";
import { defineSheetRule } from "./rule";

/** A sheet whose headings break off more often has an excerpt of a longer list, or numbers of its own. */
const HABIT = 0.2;

type Level = "level1" | "level2";

interface Printed {
  readonly heading: Heading;
  readonly row: LedgerRow;
  readonly level: Level;
  readonly at: CellRef;
}

interface Break extends Printed {
  readonly before: Printed;
}

/** 请核对: the numbers of the headings (一、 then （一）) skip one or come twice. The same heading printed again on the next page is one. */
export const headingNumbering = defineSheetRule({
  meta: { id: "heading-numbering", title: "层次序号连续", found: "层次序号不连续", group: "structure", severity: "warning", needs: [], looksAt: ["level1", "level2"], source: "GB/T 9704-2012 7.3.3 结构层次序数" },
  messages: {
    skipped: (d: { row: number; heading: string; before: string }) => `第${d.row}行“${d.heading}”前面是“${d.before}”，序号不连续。`,
    repeated: (d: { row: number; heading: string; before: string }) => `第${d.row}行“${d.heading}”和前面的“${d.before}”序号重了。`,
  },
  docs: {
    why: "层次序号断了或重了，可能漏了一部分。",
    howToFix: "核对有没有漏掉的部分，再改序号。",
    bad: [{ rows: [["工作任务", "序号", "具体要求", "责任单位", "完成时限"], ["一、主动公开", "1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["二、政策解读", "2", "做好政策解读材料的发布。", "法规科", "全年"], ["四、平台建设", "3", "清理长期不更新的新媒体账号。", "办公室", "全年"]] }],
    good: [{ rows: [["工作任务", "序号", "具体要求", "责任单位", "完成时限"], ["一、主动公开", "1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["一、主动公开。", "2", "更新政府信息公开指南。", "办公室", "全年"], ["二、政策解读", "3", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ ledger }, report) {
    const printed = printedHeadings(ledger.rows);
    const breaks = breaksOf(printed);
    if (breaks.length > Math.max(1, printed.length * HABIT)) return;
    for (const { heading, row, level, at, before } of breaks) {
      report({
        messageId: heading.ordinal === before.heading.ordinal ? "repeated" : "skipped",
        data: { row: rowNumber({ row: at.row }), heading: shortened(heading.text, 14), before: shortened(before.heading.text, 14) },
        row,
        field: level,
        at,
      });
    }
  },
});

/** Every numbered heading once, in reading order, with the row under it. */
function printedHeadings(rows: readonly LedgerRow[]): Printed[] {
  const found: Printed[] = [];
  const current: Partial<Record<Level, Heading>> = {};
  for (const row of rows) {
    for (const level of ["level1", "level2"] as const) {
      const cell = row.cells[level];
      if (!cell || cell.text === "") continue;
      const now = current[level];
      if (now?.text === cell.text) continue;
      const heading = headingOf(cell.text);
      if (now && isSameHeading(now, heading)) continue;
      current[level] = heading;
      if (level === "level1") delete current.level2;
      if (heading.ordinal !== null && (heading.rank === 1 || heading.rank === 2)) found.push({ heading, row, level, at: cell.at });
    }
  }
  return found;
}

/** Headings that neither go on by one nor begin anew below another heading of the level above. One wrong number between right ones is one break. */
function breaksOf(printed: readonly Printed[]): Break[] {
  const breaks: Break[] = [];
  const last: Partial<Record<1 | 2, Printed>> = {};
  for (const [index, each] of printed.entries()) {
    const rank = each.heading.rank as 1 | 2;
    const before = last[rank];
    const next = printed.slice(index + 1).find(({ heading }) => (heading.rank ?? 3) <= rank);
    const isSlip = before && each.heading.ordinal !== before.heading.ordinal! + 1 && next?.heading.rank === rank && next.heading.ordinal === before.heading.ordinal! + 2;
    // The list goes on as if the number were right, so it is the only one that is wrong.
    last[rank] = isSlip ? { ...each, heading: { ...each.heading, ordinal: before.heading.ordinal! + 1 } } : each;
    // Below a new 一、 the （一） begin anew; an excerpt may begin anywhere.
    if (rank === 1) delete last[2];
    // A number one begins a list anew.
    if (before && each.heading.ordinal !== 1 && each.heading.ordinal !== before.heading.ordinal! + 1) breaks.push({ ...each, before });
  }
  return breaks;
}
