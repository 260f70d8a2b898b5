import type { UnitField } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import type { Span } from "../text/fold";
import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";

/** So many marks of one kind show a habit, if they are so much of all. */
const FEWEST = 8;
const MOST = 0.8;

/** Marks doubled, or at the beginning or end of a cell: slips whatever the habit. */
const SLIP = /^[\s、，,；;]+|(?<=[、，,；;])\s*[、，,]+|[、，,]+(?=\s*[；;])|[、，,]+\s*$/u;

/** Before what a mark stands: an ordinary unit, a 泛称, or the localities that close a list. Each has its own habit. */
type Seat = "unit" | "collective" | "localities";

interface Mark {
  readonly row: LedgerRow;
  readonly field: UnitField;
  readonly seat: Seat;
  readonly mark: string;
  readonly span: Span;
  /** The name behind it. */
  readonly next: string;
}

/**
 * 可改, folded: the marks between units differ from what most of the sheet writes (、各县区政府 among ，各县区政府). Sure
 * only where a mark is doubled or stands at an end; a different mark may part groups on purpose, so it is offered.
 */
export const unitSeparators = defineSheetRule({
  meta: { id: "unit-separators", title: "单位之间的分隔一致", found: "单位之间的分隔不一致", group: "units", severity: "info", needs: ["units"], looksAt: ["units", "leadUnits", "cooperateUnits", "implementUnits"] },
  messages: {
    slip: (d: { row: number; column: string; marks: string }) => `第${d.row}行“${d.column}”多了一个“${d.marks}”。`,
    unusual: (d: { row: number; column: string; mark: string; usual: string; before: string }) => `第${d.row}行“${d.column}”里“${d.before}”前面用${d.mark === " " ? "空格" : `“${d.mark}”`}，别的行多用“${d.usual}”。`,
  },
  docs: {
    why: "分隔不一致，分不清是并列还是另一组。",
    howToFix: "统一成表里多数的写法；有意分组的，保留。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市财政局、、市审计局", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市财政局牵头，市审计局配合", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局、市民政局", "年底前"]] }],
  },
  check(context, report) {
    const marks: Mark[] = [];
    for (const row of context.ledger.rows) {
      for (const field of context.unitFields) {
        const cell = row.cells[field];
        if (!cell || cell.text === "" || cell.source !== "own" || row.item > 0) continue;
        const slip = SLIP.exec(cell.text);
        if (slip && cell.text === cell.raw && slip[0] !== cell.text) {
          const edit = cellEdit(context, row, field, withoutSlips(cell.text));
          report({ messageId: "slip", data: { row: rowNumber(row), column: labelOf(context, field), marks: slip[0].trim() }, row, field, at: cell.at, span: { start: slip.index, end: slip.index + slip[0].length }, ...(edit && { fix: [edit] }) });
          continue;
        }
        marks.push(...marksOf(context, row, field));
      }
    }
    for (const seat of ["unit", "collective", "localities"] as const) {
      const ofSeat = marks.filter((each) => each.seat === seat);
      const usual = usualMark(ofSeat);
      if (usual === undefined) continue;
      for (const { row, field, mark, span, next } of ofSeat) {
        if (wide(mark) === usual) continue;
        const cell = row.cells[field]!;
        const edit = cell.text === cell.raw ? cellEdit(context, row, field, cell.text.slice(0, span.start) + usual + cell.text.slice(span.end)) : undefined;
        report({
          messageId: "unusual",
          data: { row: rowNumber(row), column: labelOf(context, field), mark, usual, before: next },
          row,
          field,
          at: cell.at,
          ...(cell.text === cell.raw && { span }),
          suggestions: edit ? [{ label: `改为“${usual}”`, edits: [edit] }] : [],
        });
      }
    }
  },
});

function withoutSlips(text: string): string {
  let now = text;
  for (let found = SLIP.exec(now); found && found[0] !== now; found = SLIP.exec(now)) now = now.slice(0, found.index) + now.slice(found.index + found[0].length);
  return now;
}

/** The marks between neighbouring names of one role group. */
function marksOf(context: RuleContext, row: LedgerRow, field: UnitField): Mark[] {
  const { text } = row.cells[field]!;
  const found: Mark[] = [];
  for (const { units } of context.responsibilityOf(row, field)?.groups ?? []) {
    units.forEach((unit, index) => {
      const before = units[index - 1];
      if (!before) return;
      const span = { start: before.span.end, end: unit.span.start };
      const mark = text.slice(span.start, span.end);
      if (/^[、，,；; ]$/u.test(mark)) found.push({ row, field, seat: unit.collective === null ? "unit" : unit.collective === "localities" ? "localities" : "collective", mark, span, next: unit.written });
    });
  }
  return found;
}

function usualMark(marks: readonly Mark[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { mark } of marks) counts.set(wide(mark), (counts.get(wide(mark)) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  // Where all names stand apart by blanks, that is the sheet's way.
  return best && best[0] !== " " && marks.length >= FEWEST && best[1] >= marks.length * MOST ? best[0] : undefined;
}

/** Width is another rule's. */
function wide(mark: string): string {
  return mark === "," ? "，" : mark === ";" ? "；" : mark;
}
