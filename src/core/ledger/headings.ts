import { parseChineseNumber } from "../text/chinese-number";
import { normalizeForCompare } from "../text/normalize";
import { textSimilarity } from "../text/similarity";

/**
 * A level heading: its words and its number. Ranks follow the order of 结构层次序数 in official documents:
 * 一、 then （一） then 1. (GB/T 9704-2012, 7.3.3).
 */
export interface Heading {
  readonly text: string;
  /** 1 for 一、 第一部分, 2 for （一）, 3 for 1.; null without a number. */
  readonly rank: 1 | 2 | 3 | null;
  readonly ordinal: number | null;
}

const RANK1 = /^(?:第?([一二三四五六七八九十百]{1,5})(?:[、.．]|部分|章|篇|是(?!$)))/u;
const RANK2 = /^[（(]\s*([一二三四五六七八九十百]{1,5})\s*[）)]/u;
const RANK3 = /^(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[）)])/u;
/** A second heading in the same cell: 二、进一步强化政策发布解读（三）着力完善…. */
const SECOND = /(?<=[^（(])[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)](?=[^、，。；）)\s])/u;

/** Reads the headings of one level cell, squeezed: usually one, two where both levels share the cell, none when blank. */
export function headingsOf(text: string): Heading[] {
  if (text === "") return [];
  const first = headingOf(text);
  if (first.rank !== 1) return [first];
  const second = SECOND.exec(text);
  if (!second || second.index < 4) return [first];
  return [headingOf(text.slice(0, second.index)), headingOf(text.slice(second.index))];
}

/** One heading with its rank and ordinal. */
export function headingOf(text: string): Heading {
  const rank1 = RANK1.exec(text);
  if (rank1) return { text, rank: 1, ordinal: parseChineseNumber(rank1[1]!) };
  const rank2 = RANK2.exec(text);
  if (rank2) return { text, rank: 2, ordinal: parseChineseNumber(rank2[1]!) };
  const rank3 = RANK3.exec(text);
  if (rank3) return { text, rank: 3, ordinal: Number(rank3[1] ?? rank3[2]) };
  return { text, rank: null, ordinal: null };
}

/** Whether a text begins as a numbered heading of the first or second rank does. */
export function isNumberedHeading(text: string): boolean {
  return RANK1.test(text) || RANK2.test(text);
}

/** Whether a heading lost its numeral on the way: 、聚焦条例落实, )狠抓任务落实. */
export function hasLostNumeral(text: string): boolean {
  return /^[、）)](?=\S)/u.test(text);
}

/**
 * Whether two printed headings are one: pages repeat a heading with a stray blank, a 。 more, or a word misread. The same
 * number of the same rank is one heading unless the words have nothing in common.
 */
export function isSameHeading(a: Heading, b: Heading): boolean {
  if (a.text === b.text) return true;
  if (a.rank !== b.rank || a.ordinal !== b.ordinal) return false;
  if (a.rank !== null) return textSimilarity(a.text, b.text) >= 0.3;
  const first = normalizeForCompare(a.text);
  return first !== "" && first === normalizeForCompare(b.text);
}
