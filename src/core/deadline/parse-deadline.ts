import { foldText, spanInRaw } from "../text/fold";
import type { Folded } from "../text/fold";
import { civil, dayOfIso, isoOf } from "./calendar";
import { decide } from "./decide";
import type { Decision } from "./decide";
import type { Deadline, DeadlineContext } from "./deadline";
import type { Scope } from "./period";
import { invalidReading } from "./reading";
import type { Reading } from "./reading";
import { scan, scanWords } from "./scan";
import { withoutSlips } from "./slips";
import type { TokenRow } from "./token-row";
import { tokenize } from "./tokens";

/**
 * Understand a deadline cell. The conventions are those of PRODUCT, "Deadlines"; the grammar stands in README.md beside
 * this file. Reading never fails and never repairs: what cannot be understood is kind "invalid", with the likely wording
 * where there is one, and a text that names no time is "unspecified". Without `context.year` the year of `context.issued`
 * is the document's year.
 */
export function parseDeadline(raw: string, context: DeadlineContext): Deadline {
  const folded = foldText(raw, { blanks: "drop" });
  const decision = decideText(folded, raw, context);
  const right = decision.whole?.form === "span" ? null : withoutSlips(folded.text);
  if (right === null) return decision.deadline;
  const meant = decideText(foldText(right), right, context).deadline;
  if (meant.kind === "invalid" || meant.kind === "unspecified") return decision.deadline;
  return { ...blank(raw), kind: "invalid", likely: right, span: spanInRaw(folded, 0, folded.text.length) };
}

/** What is known while reading, from what is known of the document. */
export function scopeOf(context: DeadlineContext): Scope {
  const issued = dayOfIso(context.issued);
  return { documentYear: context.year ?? (issued === null ? null : civil(issued).year), issued, writtenYear: null, month: null };
}

/** A reading as the outside sees it. `raw` is the whole text for the whole deadline, its own words for a step. */
export function deadlineOf(read: Reading, row: TokenRow, folded: Folded, raw: string): Deadline {
  const start = row.tokens[read.from]?.start ?? 0;
  const end = row.tokens[read.next - 1]?.end ?? start;
  return {
    raw,
    kind: read.kind,
    due: read.due === null ? null : isoOf(read.due),
    start: read.start === null ? null : isoOf(read.start),
    recurrence: read.recurrence,
    span: spanInRaw(folded, start, Math.max(start, end)),
    assumed: read.assumed,
    alternative: read.alternative && { due: isoOf(read.alternative.due), because: read.alternative.because },
    likely: read.likely,
    steps: [],
    notComputed: read.notComputed,
  };
}

function blank(raw: string): Deadline {
  return { raw, kind: "unspecified", due: null, start: null, recurrence: null, span: { start: 0, end: 0 }, assumed: [], alternative: null, likely: null, steps: [], notComputed: null };
}

function decideText(folded: Folded, raw: string, context: DeadlineContext): { readonly deadline: Deadline; readonly whole: Decision["whole"] } {
  const row: TokenRow = { text: folded.text, tokens: tokenize(folded, raw) };
  if (blankLeft.test(row.text)) return { deadline: deadlineOf(invalidReading({ likely: null, from: 0, next: row.tokens.length }), row, folded, raw), whole: null };
  const { whole, steps } = decide(row, scan(row, scopeOf(context)), scanWords(row), (token) => spacedBefore(row, token, folded));
  if (!whole) {
    const unreadable = unreadableLikely(row);
    return { deadline: unreadable ? deadlineOf(invalidReading({ likely: unreadable.likely, from: 0, next: row.tokens.length }), row, folded, raw) : blank(raw), whole };
  }
  const parts = steps.map((step) => {
    const part = deadlineOf(step, row, folded, raw);
    return { ...part, raw: raw.slice(part.span.start, part.span.end) };
  });
  const deadline = deadlineOf(whole, row, folded, raw);
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!first || !last) return { deadline, whole };
  const span = { start: Math.min(...parts.map((part) => part.span.start)), end: Math.max(...parts.map((part) => part.span.end)) };
  return { deadline: { ...deadline, span, steps: parts }, whole };
}

/** Whether a blank or a line break stands in the original before that token. */
function spacedBefore(row: TokenRow, token: number, folded: Folded): boolean {
  const at = row.tokens[token]?.start ?? 0;
  return at > 0 && (folded.starts[at] ?? 0) - (folded.starts[at - 1] ?? 0) > 1;
}

/** A formula, or a form whose blanks nobody has filled in: 年 月 日前, ×月底前, XX年底. */
const blankLeft = /^=|年月(?![均度报])|月日(?![常报均])|[×xX*_△□][年月日季]|[年月][A-Za-z]+[日号]/u;

const timeWords = new Set(["number", "year", "month", "day", "monthEnd", "quarter", "tenDays", "end", "begin", "before", "within", "ordinal", "to", "hyphen", "dot", "slash", "colon", "yearEnd", "until", "comma", "stop", "enumeration", "at"]);

/** A text in which nothing could be read although it can only be meant as a time, a number or a formula. Null for any other text. */
function unreadableLikely(row: TokenRow): { readonly likely: string | null } | null {
  const { text, tokens } = row;
  if (/^[=#]/u.test(text)) return { likely: null };
  if (!/\d/u.test(text) && !tokens.some(({ kind }) => kind === "number" || kind === "year" || kind === "month" || kind === "end" || kind === "before")) return null;
  if (!/\p{L}/u.test(text)) return /\d/u.test(text) ? { likely: likelyOfNumber(text) } : null;
  return tokens.every(({ kind }) => timeWords.has(kind)) ? { likely: null } : null;
}

/** What a bare number in a deadline cell probably was: a year, a year and month, a day, or the serial number of a date cell. */
function likelyOfNumber(text: string): string | null {
  const month = /^(20\d\d)(0[1-9]|1[0-2])$/u.exec(text);
  if (month) return `${month[1] ?? ""}年${Number(month[2])}月`;
  if (/^20\d\d$/u.test(text)) return `${text}年`;
  const day = /^(1[0-2]|[1-9])[./](\d)$/u.exec(text);
  if (day && day[2] !== "0") return `${day[1] ?? ""}月${day[2] ?? ""}日`;
  if (!/^\d{5}$/u.test(text)) return null;
  // Serial numbers of 2009 to 2064; other numbers of five digits are none that an office would mean.
  const serial = Number(text);
  if (serial < 40_000 || serial > 60_000) return null;
  const { year, month: serialMonth, day: serialDay } = civil(serial - 25_569);
  return `${year}年${serialMonth}月${serialDay}日`;
}
