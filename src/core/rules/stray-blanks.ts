import { UNIT_FIELDS, type Field } from "../ledger/fields";
import { couldBePersonName } from "../responsibility/collectives";
import { endsLikeUnit } from "../units/name-shape";

/** Blanks that a sheet may set on purpose: between a number and what it counts (10 月), behind the number of a heading（（一） 做好）. */
export type HabitBlank = "counted" | "numbered";

/** What the blanks of a text come to. */
export interface StrayBlanks {
  /** The text without the blanks that are certainly stray. */
  readonly sure: string;
  /** The text also without those that only look stray: they may part two items. */
  readonly likely: string;
}

const BLANKS = "[ \\t\\u3000\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f]+";
const HAS_BLANK = new RegExp(BLANKS, "u");
const AT_END = new RegExp(`${BLANKS}(?=\\r?\\n|$)`, "gu");
const AT_START = new RegExp(`^${BLANKS}`, "u");
const BETWEEN = new RegExp(`(?<=\\S)${BLANKS}(?=\\S)`, "gu");
const HAN = /\p{Script=Han}/u;
const CLOSE_MARK = /[，。、；：！？”’》）〕】」』]/u;
const OPEN_MARK = /[“‘《（〔【「『]/u;
/** What is counted or dated: a blank before it is a typist's or a typesetter's. */
const COUNTER = /^(?:[年月日号时分秒度个项条家名次种类级批期届轮季周天件份篇万亿元%％]|小时|领域|工作日)/u;
const NUMERAL = /^\s*[（(][一二三四五六七八九十\d]{1,3}[）)]$/u;
const NEXT_NUMERAL = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])/u;
const HAN_IN_BRACKETS = /[(（][^()（）]*\p{Script=Han}[^()（）]*\)$/u;
const LEADING_NUMBER = /^[\s(（]*\d{1,3}[.．、)）]?$/u;

const UNIT_COLUMNS: ReadonlySet<Field> = new Set<Field>(UNIT_FIELDS);
/** Columns whose blanks set names and numbers apart, or in line (张　三). */
const ONLY_ENDS: ReadonlySet<Field> = new Set<Field>(["persons", "contact", "seq"]);

/**
 * A text without the blanks that do not belong there: at its ends, beside Chinese punctuation, inside a word spaced out
 * to fill a line (办 公 室), and those of `habits`. Line breaks, indents of paragraphs, blanks between Latin words and
 * behind a number that counts items stay. Never fails; a text without stray blanks comes back as it is.
 */
export function strayBlanks(raw: string, field: Field, habits: ReadonlySet<HabitBlank>): StrayBlanks {
  if (!HAS_BLANK.test(raw)) return { sure: raw, likely: raw };
  const text = trimmed(raw);
  const judge = judgeOf(field);
  if (!judge) return { sure: text, likely: text };
  const isSure = (verdict: Verdict) => verdict === "sure" || (verdict !== "none" && verdict !== "likely" && habits.has(verdict));
  const without = (from: string, stray: (verdict: Verdict) => boolean) => from.replace(BETWEEN, (blank, offset: number) => (stray(judge(from, offset, offset + blank.length)) ? "" : blank));
  // Taking one blank away may show that its neighbour is stray too.
  let sure = text;
  for (let next = without(sure, isSure); next !== sure; next = without(sure, isSure)) sure = next;
  return { sure, likely: without(sure, (verdict) => isSure(verdict) || verdict === "likely") };
}

/** How many blanks of each kind that may be a habit a text has. */
export function habitBlanks(raw: string, field: Field): Readonly<Record<HabitBlank, number>> {
  const found = { counted: 0, numbered: 0 };
  const judge = HAS_BLANK.test(raw) ? judgeOf(field) : undefined;
  if (!judge) return found;
  for (const blank of raw.matchAll(BETWEEN)) {
    const verdict = judge(raw, blank.index, blank.index + blank[0].length);
    if (verdict === "counted" || verdict === "numbered") found[verdict]++;
  }
  return found;
}

function trimmed(raw: string): string {
  const text = raw.replace(AT_END, "");
  // Two full-width blanks before each of several paragraphs are an indent.
  return /\n/u.test(text.trim()) ? text : text.replace(AT_START, "");
}

function judgeOf(field: Field): ((text: string, start: number, end: number) => Verdict) | undefined {
  if (ONLY_ENDS.has(field)) return undefined;
  return UNIT_COLUMNS.has(field) ? unitBlank : field === "deadline" ? deadlineBlank : sentenceBlank;
}

type Verdict = "sure" | "likely" | "none" | HabitBlank;

/** 10 月底前: in a deadline no number sets an item off. */
function deadlineBlank(text: string, start: number, end: number): Verdict {
  // 1 0月底前: hardly two months.
  if (/(?<!\d)\d$/u.test(text.slice(0, start)) && /^\d[月日]/u.test(text.slice(end))) return "likely";
  return afterNumber(text, start, end) ?? sentenceBlank(text, start, end);
}

function afterNumber(text: string, start: number, end: number): Verdict | null {
  const before = text[start - 1]!;
  if (!/[\d%％]/u.test(before)) return null;
  return COUNTER.test(text.slice(end)) || (/[%％]/u.test(before) && HAN.test(text[end]!)) ? "counted" : "none";
}

function sentenceBlank(text: string, start: number, end: number): Verdict {
  const before = text[start - 1]!;
  const after = text[end]!;
  const head = text.slice(0, start);
  // "6 加强…", "3. 加强…": the blank sets the item's number off.
  if (LEADING_NUMBER.test(head.slice(head.lastIndexOf("\n") + 1))) return "none";
  if (NUMERAL.test(head)) return "numbered";
  // 解读 （三）着力: the blank parts two headings.
  if (NEXT_NUMERAL.test(text.slice(end))) return "none";
  if (CLOSE_MARK.test(after) || OPEN_MARK.test(before)) return "sure";
  // What stands in Latin brackets is left alone.
  if (before === ")" && HAN.test(after) && HAN_IN_BRACKETS.test(head)) return "sure";
  if ((before === "(" && HAN.test(after)) || (HAN.test(before) && (after === ")" || after === "("))) return "sure";
  if (CLOSE_MARK.test(before)) {
    // 公开。 4.及时…: the blank parts two items.
    if (/[\d(（①-⑳一二三四五六七八九十]/u.test(after)) return /^[一二三四五六七八九十](?![、是])/u.test(text.slice(end)) ? "sure" : "none";
    return HAN.test(after) || OPEN_MARK.test(after) ? "sure" : "none";
  }
  if (HAN.test(before) && OPEN_MARK.test(after)) return "sure";
  const behindNumber = afterNumber(text, start, end);
  if (behindNumber) return behindNumber;
  if (HAN.test(before) && /\d/u.test(after)) return /^\d+(?:\.\d+)?[ \u3000]*(?:[年月日]|[%％])|^\d+[ \u3000]+(?:个|项|条|家|次)/u.test(text.slice(end)) && !/[。；]$/u.test(head) && before !== "日" && !/[前底末]/u.test(before) ? "counted" : "none";
  if (!HAN.test(before) || !HAN.test(after)) return "none";
  return spacedOut(text, start, end) ? "sure" : "likely";
}

/** 办 公 室, 加 强政 务公 开: a character alone between blanks, or three and more short pieces in a row. */
function spacedOut(text: string, start: number, end: number): boolean {
  const left = /\p{Script=Han}*$/u.exec(text.slice(0, start))![0];
  const right = /^\p{Script=Han}*/u.exec(text.slice(end))![0];
  if ([...left].length === 1 || [...right].length === 1) return true;
  const run = new RegExp(`(?:\\p{Script=Han}{1,4}${BLANKS})*\\p{Script=Han}{1,4}$`, "u").exec(text.slice(0, start))?.[0] ?? "";
  const rest = new RegExp(`^\\p{Script=Han}{1,4}(?:${BLANKS}\\p{Script=Han}{1,4})*`, "u").exec(text.slice(end))?.[0] ?? "";
  return left.length <= 4 && right.length <= 4 && pieces(run) + pieces(rest) >= 4;
}

function pieces(run: string): number {
  return run === "" ? 0 : run.split(HAS_BLANK).length;
}

function unitBlank(text: string, start: number, end: number): Verdict {
  const before = text[start - 1]!;
  const after = text[end]!;
  if (/[，。、；：,;:]/u.test(before + after) || OPEN_MARK.test(before) || CLOSE_MARK.test(after) || before === "(" || after === ")" || after === "(" || after === "（") return "sure";
  if (!HAN.test(before) || !HAN.test(after)) return "none";
  const left = /\p{Script=Han}*$/u.exec(text.slice(0, start))![0];
  const right = /^\p{Script=Han}*/u.exec(text.slice(end))![0];
  if (couldBePersonName(left + right) || couldBePersonName(left) || endsLikeUnit(left)) return "none";
  return [...left].length === 1 || [...right].length === 1 ? "sure" : "likely";
}
