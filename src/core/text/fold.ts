import { traditionalToSimplified } from "./traditional";

/**
 * A copy of a text made for comparing and parsing, never for storing, with the way back to the original.
 * `starts[i]` is the index in the original of the character that became `text[i]`; `starts[text.length]` is the
 * length of the original. All indices are UTF-16 code units.
 */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
}

/** The part of the original that the folded range [start, end) stands for. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FoldOptions {
  /**
   * "keep" (the default): blanks of every kind become one plain blank each, line breaks one "\n" each.
   * "drop": blanks and line breaks are left out, for texts where they only come from typing or wrapping.
   */
  readonly blanks?: "keep" | "drop";
}

/**
 * Fold a text for comparing and parsing: full-width digits, letters and ASCII punctuation become half width,
 * traditional characters simplified, Kangxi and CJK-supplement radicals and compatibility characters the ordinary
 * ideographs; dashes that only look like a hyphen become "-"; invisible characters are left out.
 * Dashes of their own (— – ～), 、 。 and circled or bracketed numbers stay. Each folded unit stands for one unit of
 * the original. Folding a folded text again changes nothing. Never fails.
 */
export function foldText(raw: string, options: FoldOptions = {}): Folded {
  const targets = foldTable();
  const dropBlanks = options.blanks === "drop";
  const starts: number[] = [];
  let text = "";
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    const target = targets[code] ?? code;
    if (target === DROPPED) continue;
    if (target === BLANK || target === LINE_BREAK) {
      if (dropBlanks) continue;
      if (code === LINE_BREAK && i > 0 && raw.charCodeAt(i - 1) === CARRIAGE_RETURN) continue;
    }
    text += target === code ? raw.charAt(i) : String.fromCharCode(target);
    starts.push(i);
  }
  starts.push(raw.length);
  return { text, starts };
}

/** The span of the original that the folded range [start, end) stands for; an empty range gives an empty span. */
export function spanInRaw(folded: Folded, start: number, end: number): Span {
  const from = folded.starts[start] ?? folded.starts[folded.starts.length - 1] ?? 0;
  if (end <= start) return { start: from, end: from };
  return { start: from, end: (folded.starts[end - 1] ?? from) + 1 };
}

const DROPPED = 0;
const BLANK = 0x20;
const LINE_BREAK = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** CJK Radicals Supplement (U+2E80–2EFF) that are whole characters; PDF files write them instead of the ideographs. */
const supplementRadicals =
  "⺁厂⺈刀⺊卜⺌小⺎兀⺒巳⺓幺⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风" +
  "⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

const invisible = /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\p{Cc}]/u;
const blank = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/u;
/** Hyphen, non-breaking hyphen and minus sign; the dashes of ranges and names stay themselves. */
const likeHyphen = /[\u2010\u2011\u2212]/u;

/** Blocks whose compatibility form is the same character in another dress. */
const compatibilityBlocks: readonly (readonly [number, number])[] = [
  [0x2f00, 0x2fdf], // Kangxi radicals
  [0xf900, 0xfaff], // CJK compatibility ideographs
  [0xfe30, 0xfe6f], // vertical and small forms
  [0xff01, 0xffef], // full- and half-width forms
];

let table: Uint16Array | null = null;

/** What each UTF-16 unit becomes. Built at first use: 64 K entries make folding one look-up a character. */
function foldTable(): Uint16Array {
  if (table) return table;
  const targets = new Uint16Array(0x10000);
  for (let code = 0; code < targets.length; code++) targets[code] = code;
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCharCode(code);
    if (blank.test(character)) targets[code] = BLANK;
    else if (lineBreak.test(character)) targets[code] = LINE_BREAK;
    else if (invisible.test(character)) targets[code] = DROPPED;
    else if (likeHyphen.test(character)) targets[code] = 0x2d;
  }
  for (const [first, last] of compatibilityBlocks) {
    for (let code = first; code <= last; code++) {
      const folded = String.fromCharCode(code).normalize("NFKC");
      if (folded.length === 1 && targets[code] === code) targets[code] = folded.charCodeAt(0);
    }
  }
  applyPairs(targets, supplementRadicals);
  const simplified = new Uint16Array(targets);
  applyPairs(simplified, traditionalToSimplified);
  for (let code = 0; code < targets.length; code++) {
    const target = targets[code] ?? code;
    targets[code] = simplified[target] ?? target;
  }
  table = targets;
  return targets;
}

function applyPairs(targets: Uint16Array, pairs: string): void {
  for (let i = 0; i + 1 < pairs.length; i += 2) targets[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
}
