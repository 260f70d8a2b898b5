import { endsWithYear, parsePeriod } from "./parse-period";
import { yearPeriod } from "./period";
import type { BadPeriod, Period, Scope } from "./period";
import { invalidReading, readPeriod, readRange } from "./reading";
import type { Bound, Reading } from "./reading";
import { isYear, kindAt } from "./token-row";
import type { TokenRow } from "./token-row";

/** One or several deadlines named together, and what later words of the text may lean on. */
export interface Expression {
  readonly readings: readonly Reading[];
  readonly next: number;
  readonly writtenYear: number | null;
}

interface Item {
  readonly period: Period;
  readonly bound: Bound;
  readonly next: number;
}

/**
 * Read a period with its bound, a range of two (11—12月, 3月1日至15日, 即日起至年底) or a list (3、6、9月底前, 5月10日、20日前)
 * beginning at token `at`; null when none begins there.
 */
export function parseExpression(row: TokenRow, at: number, scope: Scope): Expression | null {
  const first = parsePeriod(row, at, { ...scope, month: null });
  if (!first) return null;
  if ("bad" in first) return { readings: [invalidReading(first)], next: first.next, writtenYear: scope.writtenYear };
  const range = parseRange(row, first, scope);
  if (range) return range;
  const items: Item[] = [withBound(row, first)];
  let writtenYear = yearWrittenIn(first, scope.writtenYear);
  for (;;) {
    const last = items[items.length - 1];
    if (!last) break;
    const link = kindAt(row, last.next);
    if (link !== "enumeration" && link !== "and") break;
    const following = parsePeriod(row, last.next + 1, { ...scope, writtenYear, month: last.period.month });
    if (!following || "bad" in following) break;
    // A range in a list is read by itself, with the year known so far.
    if (isLink(row, following.next)) break;
    items.push(withBound(row, following));
    writtenYear = yearWrittenIn(following, writtenYear);
  }
  const next = items[items.length - 1]?.next ?? first.next;
  return { readings: likeTheLast(items).map((item) => ongoingRange(row, item, readPeriod(item.period, item.bound, item.next, scope))), next, writtenYear };
}

function parseRange(row: TokenRow, first: Period, scope: Scope): Expression | null {
  const opened = kindAt(row, first.next) === "from" ? first.next + 1 : first.next;
  if (!isLink(row, opened)) return null;
  const writtenYear = yearWrittenIn(first, scope.writtenYear);
  const inherited: Scope = { ...scope, writtenYear, month: first.grain === "day" || first.grain === "tenDays" ? first.month : null };
  const second = parseRangeEnd(row, opened + 1, first, inherited);
  if (!second) return null;
  if ("bad" in second) return { readings: [invalidReading({ ...second, from: first.from })], next: second.next, writtenYear };
  const { next } = withBound(row, second);
  const read = readRange(first, second, next, scope);
  const begins = row.tokens[second.from];
  // 10月至3月 most often crosses the new year; nobody has written that, so it is only said.
  const likely = read.kind === "invalid" && begins?.kind === "number" && !isYear(begins) ? `${row.text.slice(0, begins.start)}次年${row.text.slice(begins.start)}` : read.likely;
  return { readings: [{ ...read, likely }], next, writtenYear: yearWrittenIn(second, writtenYear) };
}

/** The end of a range may leave out what its beginning has said: 2021.1-12, 2021.3.1-5.31. */
function parseRangeEnd(row: TokenRow, at: number, first: Period, scope: Scope): Period | BadPeriod | null {
  const second = parsePeriod(row, at, scope);
  // 11日至15日: a month that is not known for the first is not known for the second.
  if (second) return first.counted !== null && first.grain === "day" && "last" in second && kindAt(row, second.from + 1) === "day" ? { ...second, counted: first.counted } : second;
  const number = row.tokens[at];
  if (number && first.grain === "year" && endsWithYear(row, at)) return yearPeriod(at, at + 1, { year: number.value, written: true, known: true }, false);
  if (number?.kind !== "number" || !/^\d{1,2}$/u.test(number.text) || kindAt(row, first.next - 1) !== "number") return null;
  if (first.grain !== "month" && first.grain !== "day") return null;
  const dotted = kindAt(row, at + 1) === "dot" || kindAt(row, at + 1) === "slash";
  const day = row.tokens[at + 2];
  const words = dotted && first.grain === "day" && day?.kind === "number" ? [number, day] : [number];
  const source = first.grain === "month" ? `${first.year}年${number.text}月` : words.length === 2 ? `${first.year}年${words[0]?.text ?? ""}月${words[1]?.text ?? ""}日` : `${first.year}年${first.month ?? ""}月${number.text}日`;
  const read = parsePeriod(plainRow(source), 0, scope);
  if (!read) return null;
  const next = at + (words.length === 2 ? 3 : 1);
  return "bad" in read ? { ...read, likely: null, from: at, next } : { ...read, from: at, next, yearWritten: first.yearWritten };
}

/** The words of a date written out by this module itself. */
function plainRow(text: string): TokenRow {
  const kinds = { 年: "year", 月: "month", 日: "day" } as const;
  const tokens = [...text.matchAll(/(\d+)|([年月日])/gu)].map((found) => {
    const unit = found[2] as keyof typeof kinds | undefined;
    return { kind: unit ? kinds[unit] : ("number" as const), text: found[0], value: unit ? 0 : Number(found[0]), start: found.index, end: found.index + found[0].length };
  });
  return { text, tokens };
}

function isLink(row: TokenRow, at: number): boolean {
  const kind = kindAt(row, at);
  return kind === "to" || kind === "hyphen";
}

function withBound(row: TokenRow, period: Period): Item {
  const token = row.tokens[period.next];
  if (row.tokens[period.from]?.kind === "today" && row.tokens[period.from]?.text.endsWith("起") && token?.kind !== "from") return { period, bound: "from", next: period.next };
  switch (token?.kind) {
    case "before":
    case "within":
    case "until":
    case "during":
    case "from":
    case "after":
      return { period, bound: token.kind, next: period.next + 1 };
    default:
      return { period, bound: null, next: period.next };
  }
}

/** In 3月、6月、9月底前 the 底前 of the last belongs to all. */
function likeTheLast(items: readonly Item[]): readonly Item[] {
  const last = items[items.length - 1];
  if (!last || items.length === 1) return items;
  return items.map((item) => {
    if (item === last || item.bound !== null || item.period.ended !== (item.period.grain === "day") || item.period.grain !== last.period.grain) return item;
    return { ...item, bound: last.bound === "from" || last.bound === "after" ? null : last.bound, period: { ...item.period, ended: last.period.ended } };
  });
}

/** 2021年持续推进, 年内长期坚持: the whole stretch, not its end. 2021年1月至今 has only a beginning. */
function ongoingRange(row: TokenRow, { period, bound, next }: Item, read: Reading): Reading {
  const token = row.tokens[next];
  if (token?.kind !== "ongoing" || bound === "before" || read.kind !== "date" || period.ended) return read;
  if (token.text === "至今") return { ...read, kind: "ongoing", due: null, alternative: null, start: period.yearKnown ? period.first : null, form: "start", next: next + 1 };
  return { ...read, kind: "range", start: period.yearKnown ? period.first : null, alternative: null };
}

function yearWrittenIn(period: Period, before: number | null): number | null {
  return period.yearWritten && period.counted === null ? period.year : before;
}
