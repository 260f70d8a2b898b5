import { parseChineseNumber } from "../text/chinese-number";
import { squeeze } from "./cell-text";

/** How a number is written: 1. · （1） · ① · 一、 · 一是 · "1 " before the text. */
export type NumberStyle = "point" | "bracket" | "circled" | "chinese" | "firstly" | "blank";

/** A number in front of a text. */
export interface LeadingNumber {
  readonly style: NumberStyle;
  readonly value: number;
  /** As it is cited: 3 for "3." and "3、", with its brackets or circle otherwise. */
  readonly text: string;
  /** What follows it. */
  readonly rest: string;
  /** It may be counting what follows: 12 月, 23 年度. Only its place in the sequence can tell. */
  readonly isDoubtful: boolean;
}

/** A number must not be taken out of what it counts: 12 月, 2 个, 110、119. */
const COUNTED = /^[\s]*(?:[年月日号时分秒度个项条件家名人次种类级批期届轮季周天小旬倍成万亿亩吨元米公里平方台辆套户位岁％%‰℃]|[—–~～\-－至到、和与及][\d一二三四五六七八九十])/u;
const AFTER_POINT = String.raw`(?!\d)|(?=(?:19|20)\d{2}年)`;
const POINT = new RegExp(String.raw`^(\d{1,3})(?:[.．](?:${AFTER_POINT})|[、)）](?:${AFTER_POINT}))\s*`, "u");
const BRACKET = /^[（(]\s*(\d{1,3})\s*[）)][、.．]?\s*/u;
const CIRCLED = /^([\u2460-\u2473\u3251-\u325f])[、.．]?\s*/u;
const CHINESE = /^([一二三四五六七八九十百]{1,5})[、.．]\s*/u;
const FIRSTLY = /^([一二三四五六七八九十]{1,3})是(?=\S)\s*/u;
const BLANK = /^(\d{1,3})(?:\s+(?=\S)|(?=[\u4e00-\u9fff“《]))/u;

/** The value of a circled number (① is 1). */
function circledValue(character: string): number {
  const code = character.charCodeAt(0);
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
}

/**
 * The number a text begins with, or null. Takes the text with its blanks (see `loosen`), since "6 加强" shows its number
 * by the blank alone. A style "blank" is only likely: the caller accepts it where it goes on with the numbers before.
 */
export function leadingNumber(loose: string): LeadingNumber | null {
  const first = loose.charCodeAt(0);
  const point = POINT.exec(loose);
  if (point) return made("point", Number(point[1]), String(Number(point[1])), loose, point[0]);
  const bracket = BRACKET.exec(loose);
  if (bracket) return made("bracket", Number(bracket[1]), `（${bracket[1]}）`, loose, bracket[0]);
  const circled = first >= 0x2460 ? CIRCLED.exec(loose) : null;
  if (circled) return made("circled", circledValue(circled[1]!), circled[1]!, loose, circled[0]);
  const chinese = CHINESE.exec(loose);
  if (chinese) return chineseNumber("chinese", chinese, loose);
  const firstly = FIRSTLY.exec(loose);
  if (firstly) return chineseNumber("firstly", firstly, loose);
  const blank = BLANK.exec(loose);
  if (!blank) return null;
  const counts = COUNTED.test(loose.slice(blank[1]!.length));
  // "12月" without a blank is no number at all.
  if (counts && !/\s$/u.test(blank[0])) return null;
  return { ...made("blank", Number(blank[1]), String(Number(blank[1])), loose, blank[0]), isDoubtful: counts };
}

function made(style: NumberStyle, value: number, text: string, loose: string, taken: string): LeadingNumber {
  return { style, value, text, rest: loose.slice(taken.length), isDoubtful: false };
}

function chineseNumber(style: NumberStyle, found: RegExpExecArray, loose: string): LeadingNumber | null {
  const value = parseChineseNumber(found[1]!);
  return value === null ? null : made(style, value, found[1]!, loose, found[0]);
}

/** One of several items in a cell. */
export interface Item {
  readonly value: number;
  readonly number: string;
  /** The item's text, squeezed. */
  readonly text: string;
}

/** The items of a cell, the style of their numbers, and whether the first may be counting what follows. */
export interface ItemsFound {
  readonly style: NumberStyle;
  readonly items: readonly Item[];
  readonly isDoubtful: boolean;
}

const STARTS: Readonly<Partial<Record<NumberStyle, RegExp>>> = {
  point: new RegExp(String.raw`(?<=^|[。；;！!？?：:”）)」\s])(\d{1,3})(?:[.．、](?:${AFTER_POINT}))\s*`, "gu"),
  blank: new RegExp(String.raw`(?<=^|[。；;！!？?\s])(\d{1,3})\s+(?=[\u4e00-\u9fff“《])`, "gu"),
  bracket: /(?<=^|[。；;！!？?：:”\s])[（(]\s*(\d{1,3})\s*[）)][、.．]?\s*/gu,
  circled: /([\u2460-\u2473\u3251-\u325f])[、.．]?\s*/gu,
  firstly: /(?<=^|[。；;！!？?：:，,\s])([一二三四五六七八九十]{1,3})是(?=\S)\s*/gu,
};

/**
 * The items of a cell that begins with a number: "3.… 4.… 5.…" gives three. They must go on by one in one style; a number
 * out of turn belongs to the text. One item when there is only the leading number, none when there is no number.
 */
export function itemsOf(loose: string): ItemsFound | null {
  const first = leadingNumber(loose);
  if (!first) return null;
  const start = STARTS[first.style];
  const cuts: { readonly value: number; readonly number: string; readonly from: number; readonly to: number }[] = [];
  if (start) {
    let next = first.value;
    for (const found of loose.matchAll(start)) {
      const value = first.style === "circled" ? circledValue(found[1]!) : first.style === "firstly" ? parseChineseNumber(found[1]!) : Number(found[1]);
      if (value !== next) continue;
      cuts.push({ value, number: first.style === "bracket" ? `（${value}）` : found[1]!, from: found.index, to: found.index + found[0].length });
      next++;
    }
  }
  if (cuts.length < 2) return { style: first.style, items: [{ value: first.value, number: first.text, text: squeeze(first.rest) }], isDoubtful: first.isDoubtful };
  const items = cuts.map((cut, i) => ({ value: cut.value, number: first.style === "point" ? String(cut.value) : cut.number, text: squeeze(loose.slice(cut.to, cuts[i + 1]?.from)) }));
  // "1. 2." without text between is a list of numbers, not of items.
  return items.every((item) => item.text !== "") ? { style: first.style, items, isDoubtful: first.isDoubtful } : null;
}

/** The numbers of a cell that holds nothing but numbers, several of them: "3\n4\n5", "3、4、5"; null for anything else. */
export function severalSerials(loose: string): string[] | null {
  const parts = loose.split(/[\s、，,]+/u).map((part) => part.replace(/[.．]$/u, ""));
  return parts.length > 1 && parts.every((part, i) => /^\d{1,4}$/u.test(part) && (i === 0 || Number(part) === Number(parts[i - 1]) + 1)) ? parts : null;
}

/** The value of a number cell ("3", "3.", "（3）", "③", "三"), or null when it is no plain number ("1-2", ""). */
export function serialValue(text: string): number | null {
  const plain = /^第?(\d{1,5})(?:\.0)?[项条号.、．)）]?$|^[（(](\d{1,4})[)）]$/u.exec(text);
  if (plain) return Number(plain[1] ?? plain[2]);
  if (/^[\u2460-\u2473\u3251-\u325f]$/u.test(text)) return circledValue(text);
  const chinese = /^[（(]?([一二三四五六七八九十百]{1,5})[)）]?[、.．]?$/u.exec(text);
  return chinese ? parseChineseNumber(chinese[1]!) : null;
}

/** A number cell without the point or comma that only sets it off: "3." and "3、" are 3. */
export function serialText(text: string): string {
  return text.replace(/^(\d+|[一二三四五六七八九十百]+)[.、．]$/u, "$1");
}
