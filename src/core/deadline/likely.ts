import { isRealDay } from "./calendar";
import { STAND_IN_YEAR } from "./period";
import type { TokenRow } from "./token-row";

/** The text with the words of one token replaced. */
export function replace(row: TokenRow, at: number, words: string): string {
  const token = row.tokens[at];
  return token ? row.text.slice(0, token.start) + words + row.text.slice(token.end) : row.text;
}

/** The text with a lost word put before a token. */
export function insert(row: TokenRow, before: number, word: string): string {
  const at = row.tokens[before]?.start ?? row.text.length;
  return row.text.slice(0, at) + word + row.text.slice(at);
}

/** 2024年127日 or 2024127日: the digits before 日 hold month and day with 月 lost. */
export function splitMonthAndDay(row: TokenRow, at: number): string | null {
  const token = row.tokens[at];
  const parts = /^(\d{4})?(\d{1,2}?)(\d{1,2})$/u.exec(token?.text ?? "");
  if (!token || !parts) return null;
  const [, year = "", digits] = [parts[0], parts[1], `${parts[2] ?? ""}${parts[3] ?? ""}`];
  for (const cut of [2, 1]) {
    const [month, day] = [Number(digits.slice(0, cut)), Number(digits.slice(cut))];
    if (cut < digits.length && isRealDay(STAND_IN_YEAR, month, day)) return replace(row, at, `${year ? `${year}年` : ""}${month}月${day}`);
  }
  return null;
}

/** 202112月: the year's own word was lost. */
export function likelyMonth(row: TokenRow, at: number, j: number): string | null {
  const token = row.tokens[j];
  if (!token) return null;
  const parts = /^(20\d\d)(\d{1,2})$/u.exec(token.text);
  if (parts && at === j && Number(parts[2]) >= 1 && Number(parts[2]) <= 12) return replace(row, j, `${parts[1] ?? ""}年${Number(parts[2])}`);
  return Number.isNaN(token.value) && Number(token.text) <= 12 ? row.text : null;
}

/** Whether two numbers differ by one digit lost, doubled or mistyped. */
export function oneDigitApart(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].filter((digit, i) => digit !== b.charAt(i)).length === 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}
