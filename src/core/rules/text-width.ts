import type { Span } from "../text/fold";
import { labelOf } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";
import { textCells, textEdit, type TextCell } from "./text-cells";
import { withoutQuoted } from "./text-masks";

/** A mark in its two widths. Brackets go in pairs. */
interface Mark {
  readonly half: string;
  readonly full: string;
  readonly name: string;
}

const MARKS: readonly Mark[] = [
  { half: "()", full: "（）", name: "括号" },
  { half: ",", full: "，", name: "逗号" },
  { half: ";", full: "；", name: "分号" },
  { half: ":", full: "：", name: "冒号" },
  { half: "?", full: "？", name: "问号" },
  { half: "!", full: "！", name: "叹号" },
];
const HALF = /[(),;:?!]/u;

/** Where a mark never stands in full width in the sheet, the other marks tell its habit, if they are as good as all full. */
const NEARLY_ALL = 0.9;

/**
 * 可改, sure, folded: half-width punctuation in Chinese text, in a sheet that mostly writes it full-width (GB/T
 * 15834-2011). Where half width is the sheet's own habit it stays. Codes, numbers, times, URLs, Latin text, quotations
 * and titles are left alone.
 */
export const textWidth = defineSheetRule({
  meta: { id: "text-width", title: "标点全角半角一致", found: "标点全角半角不一致", group: "text", severity: "info", needs: [], source: "GB/T 15834-2011《标点符号用法》" },
  messages: {
    half: (d: { row: number; column: string; count: number; name: string; marks: string }) => `第${d.row}行“${d.column}”有${d.count}处半角${d.name}“${d.marks}”，与全表写法不一致。`,
  },
  docs: {
    why: "打印出来宽窄不一。",
    howToFix: "改成全角；数字、英文、网址里的不动。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开预算,及时更新。", "办公室", "年底前"], ["2", "做好解读，发布材料。", "法规科", "全年"], ["3", "更新指南，补齐目录。", "办公室", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开1,000元以上的支出,及时更新。", "办公室", "年底前"], ["2", "做好解读,发布材料。", "法规科", "全年"], ["3", "更新指南,补齐目录。", "办公室", "全年"]] }],
  },
  check(context, report) {
    const found: { readonly cell: TextCell; readonly places: ReadonlyMap<Mark, readonly number[]> }[] = [];
    const half = new Map<Mark, number>();
    for (const row of context.ledger.rows) {
      for (const cell of textCells(context, row)) {
        if (!HALF.test(cell.raw)) continue;
        const places = halfMarks(withoutQuoted(cell.raw));
        if (places.size === 0) continue;
        for (const [mark, at] of places) count(half, mark, timesOf(mark, at));
        found.push({ cell, places });
      }
    }
    if (found.length === 0) return;
    const full = fullMarks(context, half);
    const total = sum(half) + sum(full);
    const isFullHabit = (mark: Mark) => (full.get(mark) ? full.get(mark)! >= (half.get(mark) ?? 0) : sum(full) >= total * NEARLY_ALL);
    for (const { cell, places } of found) {
      const unusual = [...places].filter(([mark]) => isFullHabit(mark));
      const [first] = unusual;
      if (!first) continue;
      const edit = textEdit(context, cell, unusual.reduce((text, [mark, at]) => widened(text, at, mark), cell.raw));
      report({
        messageId: "half",
        data: {
          row: cell.at.row + 1,
          column: labelOf(context, cell.field),
          count: unusual.reduce((all, [mark, at]) => all + timesOf(mark, at), 0),
          name: unusual.length === 1 ? first[0].name : "标点",
          marks: unusual.map(([{ half: marks }]) => marks).join(""),
        },
        row: cell.row,
        field: cell.field,
        at: cell.at,
        ...(unusual.length === 1 && { span: spanOf(first[1]) }),
        ...(edit && { fix: [edit] }),
      });
    }
  },
});

/** How often each mark stands in full width in the sheet; counted only until every mark of `half` has as many. */
function fullMarks(context: RuleContext, half: ReadonlyMap<Mark, number>): Map<Mark, number> {
  const full = new Map<Mark, number>();
  for (const row of context.ledger.rows) {
    for (const { raw } of textCells(context, row)) for (const mark of MARKS) count(full, mark, timesIn(raw, mark.full[0]!));
    if ([...half].every(([mark, times]) => (full.get(mark) ?? 0) >= times)) break;
  }
  return full;
}

function timesIn(text: string, character: string): number {
  let times = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) times++;
  return times;
}

function count(counts: Map<Mark, number>, mark: Mark, more: number): void {
  counts.set(mark, (counts.get(mark) ?? 0) + more);
}

/** Brackets count as pairs, also where only one of the two is half-width. */
function timesOf({ half }: Mark, at: readonly number[]): number {
  return half.length === 2 ? Math.ceil(at.length / 2) : at.length;
}

function sum(counts: ReadonlyMap<Mark, number>): number {
  return [...counts.values()].reduce((all, each) => all + each, 0);
}

function spanOf(at: readonly number[]): Span {
  return { start: at[0]!, end: at.at(-1)! + 1 };
}

function widened(text: string, at: readonly number[], mark: Mark): string {
  const characters = text.split("");
  for (const index of at) characters[index] = mark.full[mark.half.indexOf(characters[index]!)]!;
  return characters.join("");
}

const CHINESE = /[\p{Script=Han}，。、；：？！“”‘’《》（）〔〕【】…—％\ue000]/u;
const ASCII = /[\x21-\x7e]/u;

/** The half-width marks of a text that stand in Chinese, by mark. Titles and quotations are blanked out already. */
function halfMarks(text: string): Map<Mark, number[]> {
  const places = new Map<Mark, number[]>();
  const add = (mark: Mark, ...at: number[]) => places.set(mark, [...(places.get(mark) ?? []), ...at]);
  const [brackets, ...single] = MARKS;
  for (const { open, close } of bracketPairs(text)) {
    const halves = [open, close].filter((at) => text[at] === "(" || text[at] === ")");
    if (halves.length > 0 && isChineseBracket(text, open, close)) add(brackets!, ...halves);
  }
  for (const mark of single) {
    for (let at = text.indexOf(mark.half); at >= 0; at = text.indexOf(mark.half, at + 1)) if (isChineseMark(text, at)) add(mark, at);
  }
  for (const at of places.values()) at.sort((a, b) => a - b);
  return places;
}

/** Brackets that open and close, half and full width alike; those without a partner are another rule's. */
function bracketPairs(text: string): { readonly open: number; readonly close: number }[] {
  const opened: number[] = [];
  const pairs: { open: number; close: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "(" || character === "（") opened.push(at);
    else if (character === ")" || character === "）") {
      const open = opened.pop();
      if (open !== undefined) pairs.push({ open, close: at });
    }
  }
  return pairs;
}

/** 社会事务处(儿童福利处), 第6版(IPv6); not f(x), (0551)62600000, plan(2024). */
function isChineseBracket(text: string, open: number, close: number): boolean {
  const inside = text.slice(open + 1, close);
  if (text[open] === "（" || text[close] === "）") return true;
  if (/[\p{Script=Han}\ue000]/u.test(inside)) return true;
  const before = nextTo(text, open, -1);
  const after = nextTo(text, close, 1);
  if (/^\d{1,2}$/u.test(inside.trim()) && before === "") return CHINESE.test(after);
  return CHINESE.test(before) && !ASCII.test(after);
}

function isChineseMark(text: string, at: number): boolean {
  const before = nextTo(text, at, -1);
  const after = nextTo(text, at, 1);
  const mark = text[at]!;
  // A lost character shows as "?" in the middle of a text; only at an end is it sure to ask.
  if (mark === "?" || mark === "!") return CHINESE.test(before) && (after === "" || /[”’」』）)\n]/u.test(after));
  if (ASCII.test(before) && ASCII.test(after)) return false;
  return CHINESE.test(before) || (CHINESE.test(after) && before !== "");
}

/** The nearest character before or behind a place, blanks skipped; "" at the ends. */
function nextTo(text: string, at: number, step: -1 | 1): string {
  let next = at + step;
  while (text[next] === " " || text[next] === "\u3000" || text[next] === "\t") next += step;
  return text[next] ?? "";
}
