import { parseExpression } from "./expression";
import type { TokenKind } from "./lexicon";
import type { Scope } from "./period";
import { parseRecurring } from "./recurring";
import { invalidReading, reading } from "./reading";
import type { Reading } from "./reading";
import { parseRelative } from "./relative";
import { isYear, kindAt, smallNumber } from "./token-row";
import type { TokenRow } from "./token-row";

/**
 * Every deadline that the words of one text name, in text order, without judging which of them counts.
 * Wordings without a day of their own (持续推进, 适时) are left to the caller.
 */
export function scan(row: TokenRow, scope: Scope): Reading[] {
  const readings: Reading[] = [];
  let written = scope.writtenYear;
  let clauseFrom = 0;
  let serial = 1;
  let serialRemoved = false;
  const { tokens } = row;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === "stop" || (token.kind === "comma" && readings.length > 0)) {
      at++;
      clauseFrom = at;
      continue;
    }
    if (at === clauseFrom || kindAt(row, at - 1) === "stop") {
      const past = serialEnd(row, at, serial);
      if (past) {
        serial++;
        serialRemoved = past.stuck;
        at = clauseFrom = past.next;
        continue;
      }
    }
    const inYear: Scope = { ...scope, writtenYear: written };
    const recurring = parseRecurring(row, at);
    if (recurring) {
      readings.push(recurring);
      at = recurring.next;
      continue;
    }
    const anchor = anchorBefore(row, at, readings[readings.length - 1]);
    const relative = parseRelative(row, at, clauseFrom, inYear, anchor);
    if (relative && anchor !== null) {
      const begun = readings.pop();
      readings.push({ ...relative, from: begun?.from ?? at, assumed: begun?.assumed ?? [] });
      at = relative.next;
      continue;
    }
    if (relative) {
      if (relative.form === "span" || kindAt(row, at - 1) !== "span") readings.push(relative);
      at = relative.next;
      continue;
    }
    const spanAfterToday = token.kind === "today" ? parseRelative(row, kindAt(row, at + 1) === "from" ? at + 2 : at + 1, at, inYear) : null;
    const expression = spanAfterToday ? null : parseExpression(row, at, inYear);
    if (!expression) {
      at++;
      continue;
    }
    for (const read of expression.readings) readings.push(serialRemoved && read.kind !== "invalid" ? { ...read, assumed: [...read.assumed, "serial-removed"] } : read);
    serialRemoved = false;
    const torn = tornFrom(row, at, expression.next, expression.readings);
    if (torn) readings.push(torn);
    written = expression.writtenYear;
    at = Math.max(expression.next, at + 1);
    if (kindAt(row, at) === "comma" || kindAt(row, at) === "stop") clauseFrom = at + 1;
  }
  return readings;
}

/** The day named right before a length of time: 2021年3月15日 in 2021年3月15日起3个月内. */
function anchorBefore(row: TokenRow, at: number, last: Reading | undefined): number | null {
  if (!last || last.form !== "start" || last.next !== at || last.start === null) return null;
  return kindAt(row, at - 1) === "after" ? last.start - 1 : last.start;
}

/**
 * A serial number at the head of a clause: 1.2021年底前, 2、6月底前, 3 2021年底前. `stuck` when only the grammar tells it
 * from the date after it.
 */
function serialEnd(row: TokenRow, at: number, expected: number): { readonly next: number; readonly stuck: boolean } | null {
  const number = row.tokens[at];
  if (number?.kind !== "number" || !smallNumber(number, 99)) return null;
  const second = row.tokens[at + 1];
  if (second?.kind === "number" && second.start === number.end) {
    const unit = kindAt(row, at + 2);
    return unit === "year" || unit === "yearEnd" || unit === "month" || unit === "monthEnd" ? { next: at + 1, stuck: true } : null;
  }
  if (second?.kind !== "dot" && second?.kind !== "enumeration" && second?.kind !== "close") return null;
  const inner = row.tokens[at + 2];
  if (inner?.kind !== "number") return { next: at + 2, stuck: false };
  const unit = kindAt(row, at + 3);
  const dated = unit === "year" || unit === "yearEnd" || unit === "month" || unit === "monthEnd" || (isYear(inner) && (unit === "dot" || unit === "hyphen" || unit === "slash"));
  if (!dated) return null;
  if (second.kind === "dot") return { next: at + 2, stuck: true };
  // 3、6月底前 is two months, 1、6月底前 an item's number and a month.
  if (second.kind === "enumeration" && !isYear(inner) && number.value !== expected) return null;
  return { next: at + 2, stuck: second.kind === "enumeration" };
}

/** Words of a date left over right beside one that was read: something was lost or written twice, so nothing is certain. */
function tornFrom(row: TokenRow, at: number, next: number, read: readonly Reading[]): Reading | null {
  const last = read[read.length - 1];
  const before = row.tokens[at - 1];
  const first = row.tokens[at];
  if (before?.kind === "number" && first?.kind === "number" && before.end === first.start && isYear(before)) {
    return invalidReading({ likely: `${row.text.slice(0, before.end)}年${row.text.slice(before.end)}`, from: at - 1, next });
  }
  if (!last || last.form === "bounded" || last.form === "start") return null;
  const left = row.tokens[next];
  if (!left || left.text === "年度") return null;
  switch (left.kind) {
    case "year":
    case "month":
    case "day":
    case "yearEnd":
    case "monthEnd":
      return invalidReading({ likely: null, from: at, next: next + 1 });
    default:
      return null;
  }
}

/** What stands before a 前 or 后 that names no event: punctuation, and numbers, which belong to lengths and dates. */
const noAnchor: ReadonlySet<TokenKind> = new Set<TokenKind>(["number", "to", "hyphen", "dot", "slash", "colon", "enumeration", "and", "comma", "stop", "open", "each", "by", "at", "ongoing", "vague"]);

/** Words that say how, not when. */
export interface PlainWords {
  readonly ongoing: Reading | null;
  readonly vague: Reading | null;
  readonly status: Reading | null;
  readonly anchor: Reading | null;
  readonly times: Reading | null;
}

/** The first of each kind of wording without a day: 持续推进, 适时, 推进中, 施行前, 不少于1次. */
export function scanWords(row: TokenRow): PlainWords {
  let ongoing: Reading | null = null;
  let vague: Reading | null = null;
  let status: Reading | null = null;
  let anchor: Reading | null = null;
  let times: Reading | null = null;
  // Few words are of these kinds, and this runs for every word of every cell: nothing is made before one is met.
  const { tokens } = row;
  const said = (at: number) => ({ form: "word", from: at, next: at + 1 }) as const;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const previous = tokens[at - 1];
    switch (token.kind) {
      case "ongoing":
        ongoing ??= reading({ ...said(at), kind: "ongoing" });
        break;
      case "vague":
        vague ??= reading({ ...said(at), kind: "unspecified" });
        break;
      case "status":
        if (!/^(?:的|项目|事项|任务|问题|工程|率)/u.test(tokens[at + 1]?.text ?? "")) status ??= reading({ ...said(at), kind: "invalid" });
        break;
      case "times":
        if (previous?.kind === "number") times ??= reading({ ...said(at), kind: "unspecified", from: at - 1 });
        break;
      case "sync":
      case "dayOf":
        anchor ??= reading({ ...said(at), kind: "relative", notComputed: "no-anchor" });
        break;
      case "from":
        if (token.text.includes("日起") && previous) anchor ??= reading({ ...said(at), kind: "ongoing", form: "start", from: 0 });
        break;
      case "before":
      case "after":
        if (previous && !noAnchor.has(previous.kind)) {
          anchor ??= reading({ ...said(at), kind: "relative", from: at - 1, notComputed: "no-anchor" });
        }
        break;
    }
  }
  return { ongoing, vague, status, anchor, times };
}
