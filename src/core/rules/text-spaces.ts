import { labelOf } from "./cell-words";
import { defineSheetRule } from "./rule";
import { habitBlanks, strayBlanks, type HabitBlank } from "./stray-blanks";
import { textCells, textEdit, type TextCell } from "./text-cells";

const ANY_BLANK = /[ \t\u3000\u1680\u2000-\u200a\u205f]/u;
/** （一）做好: a heading's number, without a blank behind it. */
const NUMBERED = /^\s*[（(][一二三四五六七八九十\d]{1,3}[）)]\p{Script=Han}/u;
/** 10月, 26个, 到2021年: the borders between numbers and words where no blank stands. */
const COUNTED = /(?<=\p{Script=Han})(?=\d+(?:\.\d+)?(?:[年月日%％]|[ \u3000]+[个项条家次]))|(?<=\d)(?=[年月日号个项条家次])|(?<=[%％])(?=\p{Script=Han})/gu;

/**
 * 可改: stray blanks inside Chinese text and at its ends. Sure where the blank can only come from typing or justifying;
 * where it may part two items, the text without it is merely offered. Between a number and what it counts (10 月) the
 * sheet's own habit decides.
 */
export const textSpaces = defineSheetRule({
  meta: { id: "text-spaces", title: "没有多余的空格", found: "多余的空格", group: "text", severity: "info", needs: [] },
  messages: {
    stray: (d: { row: number; column: string }) => `第${d.row}行“${d.column}”里有多余的空格。`,
    likely: (d: { row: number; column: string }) => `第${d.row}行“${d.column}”文字中间有空格。`,
  },
  docs: {
    why: "查找、筛选、比对会对不上，打印出来也不齐。",
    howToFix: "去掉空格；用来分开两件事的，改用标点。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息 。", "办 公 室", "年底前 "], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "开发 Open Data 平台，公开预算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科 人事科", "全年"]] }],
  },
  check(context, report) {
    const cells = context.ledger.rows.flatMap((row) => textCells(context, row));
    const spaced = cells.filter(({ raw }) => ANY_BLANK.test(raw));
    if (spaced.length === 0) return;
    const habits = closedHabits(cells, spaced);
    for (const cell of spaced) {
      const { sure: after, likely } = strayBlanks(cell.raw, cell.field, habits);
      const data = { row: cell.at.row + 1, column: labelOf(context, cell.field) };
      const place = { row: cell.row, field: cell.field, at: cell.at };
      if (after !== cell.raw) {
        const edit = textEdit(context, cell, after);
        report({ messageId: "stray", data, ...place, ...(edit && { fix: [edit] }) });
      } else if (likely !== cell.raw) {
        const edit = textEdit(context, cell, likely);
        report({ messageId: "likely", data, ...place, suggestions: edit ? [{ label: "去掉空格", edits: [edit] }] : [] });
      }
    }
  },
});

/** The kinds of blanks that the sheet mostly does without, so that the few it has are slips. */
function closedHabits(cells: readonly TextCell[], spaced: readonly TextCell[]): Set<HabitBlank> {
  const open = { counted: 0, numbered: 0 };
  for (const { raw, field } of spaced) {
    const found = habitBlanks(raw, field);
    open.counted += found.counted;
    open.numbered += found.numbered;
  }
  const closed = { counted: 0, numbered: 0 };
  if (open.counted > 0) for (const { raw } of cells) closed.counted += raw.match(COUNTED)?.length ?? 0;
  if (open.numbered > 0) for (const { raw } of cells) closed.numbered += NUMBERED.test(raw) ? 1 : 0;
  return new Set((["counted", "numbered"] as const).filter((kind) => closed[kind] > open[kind]));
}
