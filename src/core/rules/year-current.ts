import { textAt } from "../grid/sheet-grid";
import type { Span } from "../text/fold";
import { cellEdit, rowNumber } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";

/** Words of a sentence in which an earlier year is meant: what is looked back on, assessed, rectified or handed down. */
const LOOKS_BACK = /回头看|考评|考核|评估|测评|整改|反馈|巡[视察]|审计|上年度?|去年|往年|决算|年报|年度报告|总结/u;
/** The same right beside the year; further off they say nothing about it (一并起草，…2023年底前完成). */
const SINCE = /历[年史]|以来|至今|[年月日初底末]起/u;

const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年)/gu;

/**
 * 请核对: 年份残留 — a year before the sheet's own, left over from last year's ledger: in a deadline, in a deadline inside
 * the text, in the title, the sheet name, or header and footer of the page. What looks back is left alone.
 */
export const yearCurrent = defineSheetRule({
  meta: { id: "year-current", title: "没有去年留下的年份", found: "去年留下的年份", group: "deadlines", severity: "warning", needs: ["year"], looksAt: ["deadline", "requirement"] },
  messages: {
    text: (d: { row: number; written: string; year: number }) => `第${d.row}行还有“${d.written}”。`,
    title: (d: { written: string; year: number }) => `标题写的是“${d.written}年”，本表是${d.year}年的台账。`,
    sheetName: (d: { sheet: string; year: number }) => `工作表名“${d.sheet}”里的年份和标题不一样。`,
    headerFooter: (d: { text: string; year: number }) => `页眉页脚里还有“${d.text}”。`,
  },
  docs: {
    why: "可能是去年留下的。",
    howToFix: "核对年份；确实指那一年的，保留原文。",
    bad: [{ title: "某局2024年政务公开工作台账", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算信息。", "办公室", "2023年底前"], ["2", "做好政策解读材料的发布。", "法规科", "2024年底前"]] }],
    good: [{ title: "某局2024年政务公开工作台账", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "对2023年度政务公开重点工作落实情况开展回头看。", "办公室", "2024年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, report) {
    const { ledger, year, grid } = context;
    if (year === null) return;
    for (const row of ledger.rows) {
      const cell = row.cells.deadline;
      const own = context.deadlineOf(row);
      if (cell && own?.due && own.kind === "date" && yearOf(own.due) === year - 1 && cell.text.includes(String(year - 1)) && cell.source !== "inherited") {
        const after = cell.text.replaceAll(String(year - 1), String(year));
        const edit = cellEdit(context, row, "deadline", after);
        report({ messageId: "text", data: { row: rowNumber(row), written: cell.text, year }, row, field: "deadline", at: cell.at, because: `本表是${year}年的台账，可能是去年留下的。`, suggestions: edit ? [{ label: `改为“${after}”`, edits: [edit] }] : [] });
      }
      const requirement = row.cells.requirement;
      if (!requirement) continue;
      for (const { due, kind, span } of context.deadlinesIn(requirement.text)) {
        const written = requirement.text.slice(span.start, span.end);
        if (kind !== "date" || due === null || yearOf(due) !== year - 1 || !written.includes(String(year - 1))) continue;
        if (LOOKS_BACK.test(around(requirement.text, span, /[。；;]/u)) || SINCE.test(around(requirement.text, span, /[。；;，,]/u))) continue;
        const after = requirement.text.slice(0, span.start) + written.replaceAll(String(year - 1), String(year)) + requirement.text.slice(span.end);
        const edit = requirement.text === requirement.raw ? cellEdit(context, row, "requirement", after) : undefined;
        report({ messageId: "text", data: { row: rowNumber(row), written, year }, row, field: "requirement", at: requirement.at, ...(requirement.text === requirement.raw && { span }), because: `本表是${year}年的台账，可能是去年留下的。`, suggestions: edit ? [{ label: `改为“${written.replaceAll(String(year - 1), String(year))}”`, edits: [edit] }] : [] });
      }
    }
    const titleYears = yearsOf(ledger.title);
    if (titleYears.length === 1 && titleYears[0] === year - 1 && !looksBack(ledger.title)) report({ messageId: "title", data: { written: String(year - 1), year }, row: null, field: null, at: placeOf(context, ledger.title) });
    const sheetYears = yearsOf(grid.sheet);
    if (titleYears.length === 1 && sheetYears.length === 1 && sheetYears[0]! < titleYears[0]!) report({ messageId: "sheetName", data: { sheet: grid.sheet, year }, row: null, field: null, at: null });
    const headerFooter = context.facts?.pageSetup[grid.sheet]?.headerFooter ?? "";
    if (yearsOf(headerFooter).includes(year - 1) && !looksBack(headerFooter)) report({ messageId: "headerFooter", data: { text: `${year - 1}年`, year }, row: null, field: null, at: null });
  },
});

/** The sentence or clause in which a span stands, as `mark` divides the text. */
function around(text: string, { start, end }: Span, mark: RegExp): string {
  const before = text.slice(0, start).split(mark).at(-1) ?? "";
  return before + text.slice(start, end) + (text.slice(end).split(mark)[0] ?? "");
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function looksBack(text: string): boolean {
  return LOOKS_BACK.test(text) || SINCE.test(text);
}

function yearsOf(text: string): number[] {
  return [...new Set([...text.matchAll(YEAR)].map(([, year]) => Number(year)))];
}

/** Where the title stands; its first characters are enough to know it by. */
function placeOf({ grid, ledger }: RuleContext, title: string) {
  for (let row = 0; row < ledger.first; row++) {
    const column = (grid.texts[row] ?? []).findIndex((text) => text.replace(/\s/gu, "").startsWith(title.replace(/\s/gu, "").slice(0, 6)));
    if (column >= 0 && textAt(grid, row, column) !== "") return { row, column };
  }
  return null;
}
