import { labelOf } from "./cell-words";
import { defineRowRule } from "./rule";
import { textCells, textEdit } from "./text-cells";

/** Zero-width and direction marks, byte-order marks, soft hyphens, control characters; not the joiners inside an emoji. */
const INVISIBLE = /(?![\t\n\r\v\f])\p{Cc}|[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;
/** No-break blanks of several kinds: they look like blanks and are found by no search for one. */
const NO_BREAK = /[\u00a0\u202f\u2007]/gu;
/** Line breaks of other programs, which Excel shows as boxes. */
const FOREIGN_BREAK = /[\v\f\u2028\u2029]/gu;
const ANY = /(?![\t\n\r])\p{Cc}|[\u00a0\u00ad\u034f\u061c\u180e\u2007\u200b-\u200f\u2028-\u202f\u2060-\u2064\u206a-\u206f\ufeff]/u;

/** 可改, sure: characters that nobody sees (zero-width, no-break blanks, byte-order marks), left by web pages and PDF. */
export const textInvisible = defineRowRule({
  meta: { id: "text-invisible", title: "没有看不见的字符", found: "有看不见的字符", group: "text", severity: "info", needs: [] },
  messages: {
    found: (d: { column: string; row: number; count: number }) => `第${d.row}行“${d.column}”里有${d.count}个看不见的字符。`,
  },
  docs: {
    why: "从网页、PDF 里带进来的，查找、筛选、比对都会对不上。",
    howToFix: "删掉这些字符，文字不变。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度\u200b财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。\n及时更新。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, row, report) {
    for (const cell of textCells(context, row)) {
      if (!ANY.test(cell.raw)) continue;
      const after = cell.raw.replace(FOREIGN_BREAK, "\n").replace(NO_BREAK, " ").replace(INVISIBLE, "");
      const count = (cell.raw.match(INVISIBLE)?.length ?? 0) + (cell.raw.match(NO_BREAK)?.length ?? 0) + (cell.raw.match(FOREIGN_BREAK)?.length ?? 0);
      if (count === 0) continue;
      const edit = textEdit(context, cell, after);
      report({ messageId: "found", data: { row: cell.at.row + 1, column: labelOf(context, cell.field), count }, row, field: cell.field, at: cell.at, ...(edit && { fix: [edit] }) });
    }
  },
});
