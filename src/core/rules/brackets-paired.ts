import type { Span } from "../text/fold";
import { labelOf, rowNumber, shortened } from "./cell-words";
import { damagedDocNumbers } from "./doc-number-form";
import { defineRowRule } from "./rule";
import type { Field } from "../ledger/fields";
import type { LedgerCell } from "../ledger/ledger";

const PARTNERS: Readonly<Record<string, string>> = { "）": "（", "]": "[", "］": "[", "】": "【", "〕": "〔", "》": "《", "〉": "〈", "”": "“", "’": "‘", "」": "「", "』": "『" };
const MARKS = /[（）()[\]［］【】〔〕《》〈〉“”‘’「」『』]/gu;
/** 1）, a), 一）, ①): the bracket of a number that heads an item. */
const ENUMERATOR = /(?:^|[。；;：:\s，、])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/u;
/** Columns with numbers and phone numbers, whose brackets follow no grammar. */
const LEFT_OUT: ReadonlySet<Field> = new Set<Field>(["seq", "contact"]);

/** 请核对: a bracket, quotation mark or 《》 without its partner, after rows cut by a page have been joined. */
export const bracketsPaired = defineRowRule({
  meta: { id: "brackets-paired", title: "括号、引号、书名号成对", found: "括号、引号没有配成对", group: "text", severity: "warning", needs: [], source: "GB/T 15834-2011《标点符号用法》" },
  messages: {
    open: (d: { row: number; column: string; mark: string; near: string }) => `第${d.row}行“${d.column}”里的“${d.mark}”没有配成对（${d.near}）。`,
  },
  docs: {
    why: "少了半边，可能连文字一起漏了。",
    howToFix: "对照原文补上或删掉。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "对照《江城市政务公开办法开展自查。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "对照《江城市政务公开办法》（试行)开展：1）自查；2）整改。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, row, report) {
    for (const [field, cell] of Object.entries(row.cells) as [Field, LedgerCell][]) {
      if (LEFT_OUT.has(field) || cell.source === "inherited" || (cell.source === "merged" && !row.rows.includes(cell.at.row))) continue;
      for (const at of unpaired(cell.text)) {
        const span: Span = { start: at, end: at + 1 };
        report({
          messageId: "open",
          data: { row: rowNumber(row), column: labelOf(context, field), mark: cell.text[at]!, near: near(cell.text, at) },
          row,
          field,
          at: cell.at,
          ...(cell.text === cell.raw && { span }),
        });
      }
    }
  },
});

/** Where marks without a partner stand. Half and full width are partners; damaged 文号, numbers of items, and headings that lost their numeral are other rules'. */
function unpaired(text: string): number[] {
  if (alone(text).length === 0) return [];
  const masked = damagedDocNumbers(text).reduce((rest, { start, end }) => rest.slice(0, start) + "\ue000".repeat(end - start) + rest.slice(end), text);
  return alone(masked).filter((at) => !isInterval(masked, at));
}

function alone(text: string): number[] {
  const open: { readonly mark: string; readonly at: number }[] = [];
  const found: number[] = [];
  for (const { index: at, 0: character } of text.matchAll(MARKS)) {
    if (isLatinQuote(text, at)) continue;
    const mark = wide(character);
    const partner = PARTNERS[mark];
    if (partner === undefined) {
      open.push({ mark, at });
      continue;
    }
    const last = open.findLastIndex((each) => each.mark === partner);
    if (last >= 0) {
      found.push(...open.splice(last + 1).map((each) => each.at));
      open.pop();
    } else if (!(partner === "（" && (at === 0 || ENUMERATOR.test(text.slice(0, at))))) found.push(at);
  }
  return [...found, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}

/** Half-open intervals, [0,100), are no prose. */
function isInterval(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 12), at + 12);
  return /[[\]]/u.test(near) && /[[(（]\s*\d[\d.,，\s%]*[\])）]/u.test(near);
}

function wide(mark: string): string {
  return mark === "(" ? "（" : mark === ")" ? "）" : mark === "［" ? "[" : mark;
}

/** The apostrophe of a Latin word. */
function isLatinQuote(text: string, at: number): boolean {
  return /[‘’]/u.test(text[at]!) && /[A-Za-z]/u.test(text[at - 1] ?? "");
}

function near(text: string, at: number): string {
  const start = Math.max(0, at - 6);
  return `${start > 0 ? "…" : ""}${shortened(text.slice(start), 14)}`;
}
