import { foldText } from "./fold";

/**
 * How alike two texts are, by the pairs of neighbouring characters (bigrams) they share. Punctuation, blanks, width,
 * traditional forms and letter case do not count. Chinese needs no words for this: a bigram is nearly a word.
 */

/** 0: not looked at yet · 1: does not count · 2: counts, as `folded` says · 3: becomes several characters or is half of a pair. */
const kind = new Uint8Array(65_536);
const folded = new Uint16Array(65_536);
const COUNTS = /[\p{L}\p{N}]/u;

function look(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const text = isSurrogate ? "" : plain(String.fromCharCode(code));
  if (isSurrogate || text.length > 1) kind[code] = 3;
  else if (COUNTS.test(text)) {
    kind[code] = 2;
    folded[code] = text.charCodeAt(0);
  } else kind[code] = 1;
  return kind[code];
}

/** The characters of a text that count for likeness, as UTF-16 code units: letters and digits, half width, lower case. */
export function comparableCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const what = kind[code] || look(code);
    if (what === 2) codes[count++] = folded[code]!;
    else if (what === 3) return slowCodes(text);
  }
  return codes.subarray(0, count);
}

function plain(text: string): string {
  return foldText(text.normalize("NFKC")).text.toLowerCase();
}

function slowCodes(text: string): Uint16Array {
  const kept = [...plain(text)].filter((char) => COUNTS.test(char)).join("");
  return Uint16Array.from({ length: kept.length }, (_, i) => kept.charCodeAt(i));
}

/** The distinct bigrams of a text, each as one number; a text of one character has that character alone. */
export function bigramsOf(text: string): Set<number> {
  const codes = comparableCodes(text);
  const grams = new Set<number>();
  if (codes.length === 1) grams.add(codes[0]!);
  for (let i = 1; i < codes.length; i++) grams.add(bigram(codes[i - 1]!, codes[i]!));
  return grams;
}

/** Two code units as one number, 0 … 2³²−1. */
export function bigram(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** Dice coefficient of two bigram sets: 1 for equal sets, 0 where nothing is shared or one is empty. */
export function diceOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 0 : (2 * sharedCount(a, b)) / (a.size + b.size);
}

/** Share of the first set that the second contains, 0–1; 0 for an empty first set. */
export function containmentOf(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  return part.size === 0 ? 0 : sharedCount(part, whole) / part.size;
}

/** Likeness of two texts, 0–1 (Dice over bigrams). For single pairs; many against many is the work of `core/matching`. */
export function textSimilarity(a: string, b: string): number {
  return diceOf(bigramsOf(a), bigramsOf(b));
}

function sharedCount(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared++;
  return shared;
}
