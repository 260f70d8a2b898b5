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
      if (next === undefined) continue;
      if (character === "、" && goesOnAsOneCollective(text.slice(start, i), text.slice(i + 1, i + 40))) continue;
      cut(i, next, 1);
    }
  }
  cut(text.length, "stop", 0);
  return clauses;
}

const mark = /[、,\n|;。!()〔〕[\]【】{}《》〈〉“”‘’「」『』"]/gu;

/** The next character that can cut or bracket; most characters of a cell do neither. */
function nextMark(text: string, from: number): number {
  mark.lastIndex = from;
  const found = mark.exec(text);
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
