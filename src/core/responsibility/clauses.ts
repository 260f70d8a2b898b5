import { goesOnAsOneCollective } from "./collectives";
import { bareKeyKind, keyAt, roleTail } from "./role-words";

/** A stretch of the text between two separators that stand outside brackets and quotations. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** How firmly it is cut off from what stands before it: a list goes on over "list" and "comma", never over "stop". */
  readonly before: "list" | "comma" | "stop";
  /** It stood in brackets like a heading: 【牵头单位】. */
  readonly isKey: boolean;
}

const pairs: Readonly<Record<string, string>> = { "(": ")", "〔": "〕", "[": "]", "【": "】", "{": "}", "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』" };
const closing = new Set(Object.values(pairs));
const boundary: Readonly<Record<string, Clause["before"]>> = { "、": "list", ",": "comma", "\n": "comma", "|": "comma", ";": "stop", "。": "stop", "!": "stop" };

/** For each opening bracket its partner; a bracket without a partner is an ordinary character. */
function bracketPartners(text: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  let quote = -1;
  for (let i = nextMark(text, 0); i < text.length; i = nextMark(text, i + 1)) {
    const character = text.charAt(i);
    if (character in pairs) open.push(i);
    else if (closing.has(character)) {
      for (let depth = open.length - 1; depth >= 0; depth--) {
        const at = open[depth];
        if (at === undefined || pairs[text.charAt(at)] !== character) continue;
        partners.set(at, i);
        open.length = depth;
        break;
      }
    } else if (character === '"') {
      if (quote >= 0) partners.set(quote, i);
      quote = quote >= 0 ? -1 : i;
    }
  }
  return partners;
}

const anyBracket = /[([{【〔《〈“‘「『"]/u;

/**
 * Cut a compact text into clauses. 、 , ; 。 and kept line breaks cut, except inside brackets and quotations and inside
 * one collective (各市、县(市、区)政府). A bracket that wraps a whole statement (〔责任单位:…〕, (市财政局负责)) is opened.
 */
export function cutClauses(text: string): Clause[] {
  const partners = anyBracket.test(text) ? bracketPartners(text) : new Map<number, number>();
  const opened = new Set<number>();
  const clauses: Clause[] = [];
  let start = 0;
  let before: Clause["before"] = "stop";
  const cut = (end: number, next: Clause["before"], width: number, isKey = false): void => {
    if (end > start) clauses.push({ start, end, before, isKey });
    // Of several separators in a row the firmest counts.
    before = end > start || firmness[next] > firmness[before] ? next : before;
    start = end + width;
  };
  for (let i = nextMark(text, 0); i < text.length; i = nextMark(text, i + 1)) {
    const character = text.charAt(i);
    const partner = partners.get(i);
    if (partner !== undefined) {
      const inside = text.slice(i + 1, partner);
      if (start < i && itemNumber.test(inside) && /[\u4e00-\u9fff]/u.test(text.charAt(partner + 1))) {
        cut(i, "list", 0);
        i = partner;
        continue;
      }
      // 市水利局(牵头)市财政局(配合): a role in brackets closes its name.
      if (start < i && character !== "【" && roleInBracket.test(inside) && /[\u4e00-\u9fff]/u.test(text.charAt(partner + 1)) && roleTail(text.slice(partner + 1, partner + 12)) === null) {
        cut(partner + 1, "list", 0);
        i = partner;
        continue;
      }
      if ((start === i || character === "【") && bareKeyKind(inside) !== null) {
        cut(i, "stop", 1);
        start = i + 1;
        cut(partner, "list", 1, true);
        i = partner;
      } else if (start === i && wrapsStatement(text, inside, partner)) {
        opened.add(partner);
        start = i + 1;
      } else i = partner;
    } else if (opened.has(i)) cut(i, "stop", 1);
    else {
      const next = boundary[character];
      if (next === undefined) {
        if (/[.·•\-—–+&]/u.test(character)) cut(i, "list", 1);
        else if (/[\d①-⑳]/u.test(character)) cut(i, "list", 0);
        else cut(i, "comma", 0);
        continue;
      }
      if (character === "、" && before === "stop" && chineseNumber.test(text.slice(start, i)) && /^[\u4e00-\u9fff]{3}/u.test(text.slice(i + 1, i + 4)) && !/^[一二三四五六七八九十]/u.test(text.charAt(i + 1))) continue;
      if (character === "、" && goesOnAsOneCollective(text.slice(start, i), text.slice(i + 1, i + 40))) continue;
      cut(i, next, 1);
    }
  }
  cut(text.length, "stop", 0);
  return clauses;
}

/**
 * Also the number of an item in mid-text (市财政局②市审计局, 市财政局2.市审计局) a stop or dash typed for 、 between two
 * names, and a key right behind a name, where a line break was lost (市教育局配合单位:市财政局).
 */
const mark = /[、,\n|;。!()〔〕[\]【】{}《》〈〉“”‘’「」『』"①-⑳]|\d{1,2}[.、](?<=[\u4e00-\u9fff)]\d{1,2}.)(?=[\u4e00-\u9fff])|[.·•](?<=[局厅委办部院府会].)(?=[\u4e00-\u9fff]{2})|[-—–+&](?<=[局厅委办部院府会].)(?=[省市县区州各][\u4e00-\u9fff])/gu;
/** The same with keys; looked for only where a colon stands. */
const markOrKey = new RegExp(`${mark.source}|(?:牵头|配合|协办|协同|参与|责任|主办|承办|落实|监管)(?:单位|部门|处室|科室|股室):(?<=[局厅委办部院会府区县市镇乡室处科队司站所心团社门位构关)][^:]{4}:)`, "gu");

const roleInBracket = /^(?:总?牵头|配合|主责|主办|承办|协办|协同|参与|监管|监督|协助)(?:单位|部门)?$/u;
/** 一、 before an item; 一、二科 is a list. */
const chineseNumber = /^[一二三四五六七八九十]{1,2}$/u;

/** (2) and (二) in mid-text. */
const itemNumber = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})$/u;

/** The next character that can cut or bracket; most characters of a cell do neither. */
function nextMark(text: string, from: number): number {
  const marks = text.includes(":") ? markOrKey : mark;
  marks.lastIndex = from;
  const found = marks.exec(text);
  return found ? found.index : text.length;
}

const firmness: Readonly<Record<Clause["before"], number>> = { list: 0, comma: 1, stop: 2 };

/** Whether a bracket at the start of a clause holds a statement of its own rather than a part of a name. */
function wrapsStatement(text: string, inside: string, partner: number): boolean {
  if (text.charAt(partner) === "》" || text.charAt(partner) === "”" || text.charAt(partner) === '"') return false;
  const next = text.charAt(partner + 1);
  if (next !== "" && !(next in boundary)) return false;
  return keyAt(inside) !== null || roleTail(inside) !== null || /[、,;:]/u.test(inside) || next === "";
}
