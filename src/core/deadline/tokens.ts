import { isChineseNumeral, parseChineseNumber } from "../text/chinese-number";
import type { Folded } from "../text/fold";
import { lexicon } from "./lexicon";
import type { LexiconEntry, TokenKind } from "./lexicon";

/** One word of the folded text; start and end are indices into it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** The number of a number, else the value of the lexicon entry. NaN for digits that a blank has torn apart beyond telling. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const byFirst: ReadonlyMap<string, readonly LexiconEntry[]> = (() => {
  const map = new Map<string, LexiconEntry[]>();
  for (const entry of lexicon) {
    const first = entry.word.charAt(0);
    const list = map.get(first);
    if (list) list.push(entry);
    else map.set(first, [entry]);
  }
  for (const list of map.values()) list.sort((a, b) => b.word.length - a.word.length);
  return map;
})();

const DIGIT_0 = 0x30;

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= 0x39;
}

/**
 * Cut the folded text (blanks dropped) of `raw` into words: longest lexicon word first, digits and Chinese numerals as numbers,
 * 《…》 and 〔…〕 whole as "other". Neighbouring unknown characters are one "other" word. Every character is in one word.
 */
export function tokenize(folded: Folded, raw: string): Token[] {
  const { text } = folded;
  const tokens: Token[] = [];
  let unknownFrom = -1;
  const closeUnknown = (at: number): void => {
    if (unknownFrom < 0) return;
    tokens.push({ kind: "other", text: text.slice(unknownFrom, at), value: 0, start: unknownFrom, end: at });
    unknownFrom = -1;
  };
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      closeUnknown(i);
      let end = i + 1;
      while (end < text.length && isDigit(text.charCodeAt(end))) end++;
      pushDigits(tokens, folded, raw, i, end);
      i = end;
      continue;
    }
    const character = text.charAt(i);
    if (character === "《" || character === "〔") {
      const close = text.indexOf(character === "《" ? "》" : "〕", i);
      if (close > 0) {
        if (unknownFrom < 0) unknownFrom = i;
        i = close + 1;
        if (character === "〔") while (i < text.length && (isDigit(text.charCodeAt(i)) || text.charAt(i) === "号")) i++;
        continue;
      }
    }
    const address = addressLength(text, i);
    if (address > 0) {
      if (unknownFrom < 0) unknownFrom = i;
      i += address;
      continue;
    }
    const composed = composedAt(text, i);
    const before = unknownFrom < 0 ? tokens.at(-1)?.kind : "other";
    const entry = composed ? null : entryAt(text, i, before);
    if (composed || (entry && !(isChineseNumeral(character) && entry.word.length === 1))) {
      closeUnknown(i);
      const token = composed ?? { kind: (entry as LexiconEntry).kind, text: (entry as LexiconEntry).word, value: (entry as LexiconEntry).value, start: i, end: i + (entry as LexiconEntry).word.length };
      tokens.push(token);
      i = token.end;
      continue;
    }
    if (isChineseNumeral(character)) {
      closeUnknown(i);
      let end = i + 1;
      while (end < text.length && isChineseNumeral(text.charAt(end))) end++;
      const words = text.slice(i, end);
      tokens.push({ kind: "number", text: words, value: parseChineseNumber(words) ?? Number.NaN, start: i, end });
      i = end;
      continue;
    }
    if (unknownFrom < 0) unknownFrom = i;
    i++;
  }
  closeUnknown(text.length);
  return tokens;
}

function entryAt(text: string, at: number, before: TokenKind | undefined): LexiconEntry | null {
  const first = text.charAt(at);
  const entries = byFirst.get(first);
  if (!entries) return null;
  for (const entry of entries) {
    if (entry.word.length > 1 && !text.startsWith(entry.word, at)) continue;
    // 2021年报送, 6月5日程序, 一周一报: after a number the unit comes first.
    if (before === "number" && (entry.kind === "other" || entry.kind === "weekday") && "年月日季周".includes(first)) continue;
    // 印发后半年内, 竣工前半年: after an event 前 and 后 belong to it.
    if (entry.kind === "half" && (before === "other" || before === "issue" || before === "dayOf") && "前后".includes(first)) continue;
    // 2021年中央一号文件, 9月中旬, 年内部: the second character belongs to the next word.
    if (entry.word.length === 2 && "初中内".includes(entry.word.charAt(1)) && "年月季".includes(first) && nextWord.includes(text.charAt(at + 2) || " ")) continue;
    return entry;
  }
  return null;
}

/** Web and mail addresses hold digits and slashes that are no dates. */
function addressLength(text: string, at: number): number {
  const first = text.charAt(at);
  if (first !== "h" && first !== "w") return 0;
  return /^(?:https?:|www\.)[\x21-\x7e]+/u.exec(text.slice(at, at + 300))?.[0].length ?? 0;
}

const nextWord = "旬下央国共小心医级期步审部控设外容高";

/** Words that need more than a look into the lexicon: 十四五 (its last year), 各季度, Q3 and Ⅲ季度 (the number 3), 元月 (the number 1). */
function composedAt(text: string, at: number): Token | null {
  const first = text.charAt(at);
  if (first === "十" && text.charAt(at + 2) === "五") {
    const tens = "一二三四五六七八九".indexOf(text.charAt(at + 1)) + 1;
    // The 10th five-year plan ended in 2005.
    if (tens > 0) {
      let end = at + 3;
      if (/^[”"]/u.test(text.slice(end))) end++;
      if (text.startsWith("规划", end)) end += 2;
      return { kind: "plan", text: text.slice(at, end), value: 2005 + tens * 5, start: at, end };
    }
  }
  if (first === "元" && text.charAt(at + 1) === "月") return { kind: "number", text: first, value: 1, start: at, end: at + 1 };
  // 十一前, 十一假期: the holiday, not a number.
  if (first === "十" && /^十一(?:前|假期|期间|长假|黄金周)/u.test(text.slice(at, at + 5))) return { kind: "other", text: "十一", value: 0, start: at, end: at + 2 };
  // 各 is a rhythm only before 月 and 季: 各季度末, not 各单位.
  if (first === "各" && /^[月季]/u.test(text.charAt(at + 1))) return { kind: "each", text: first, value: 0, start: at, end: at + 1 };
  if (first === "Q" && /^Q[1-4](?!\d)/u.test(text.slice(at, at + 3)) && !/[A-Za-z]/u.test(text.charAt(at - 1))) return { kind: "number", text: text.slice(at, at + 2), value: Number(text.charAt(at + 1)), start: at, end: at + 2 };
  const roman = "ⅠⅡⅢⅣ".indexOf(first);
  if (roman >= 0) return { kind: "number", text: first, value: roman + 1, start: at, end: at + 1 };
  return null;
}

/**
 * A run of digits, with regard to blanks that stood inside it. "10 月" is no case for this, "1 0月", "2 0 2 1年" and
 * "3 2021年" are: the whole is one number where only that makes sense; a serial number and a number where only that does;
 * not a number where both do.
 */
function pushDigits(tokens: Token[], folded: Folded, raw: string, start: number, end: number): void {
  const { text, starts } = folded;
  const number = (from: number, to: number, value = Number(text.slice(from, to))): Token => ({ kind: "number", text: text.slice(from, to), value, start: from, end: to });
  let lastGap = -1;
  for (let i = start + 1; i < end; i++) {
    const [before, after] = [starts[i - 1] ?? 0, starts[i] ?? 0];
    if (after - before > 1 && /\s/u.test(raw.slice(before + 1, after))) lastGap = i;
  }
  if (lastGap < 0) {
    tokens.push(number(start, end));
    return;
  }
  const unit = text.charAt(end);
  const plausible = (from: number): boolean => {
    const value = Number(text.slice(from, end));
    if (unit === "年") return end - from === 4 && value >= 1990 && value <= 2099;
    if (unit === "月") return value >= 1 && value <= 12;
    if (unit === "日" || unit === "号") return value >= 1 && value <= 31;
    return false;
  };
  const whole = plausible(start);
  const tail = plausible(lastGap);
  const afterMonth = tokens.at(-1)?.kind === "month" || tokens.at(-1)?.kind === "year";
  if (whole && (!tail || afterMonth)) tokens.push(number(start, end));
  else if (whole) tokens.push(number(start, end, Number.NaN));
  else tokens.push(number(start, lastGap), number(lastGap, end));
}
