import { kindAt } from "./token-row";
import type { TokenRow } from "./token-row";

/** Past a time of day (24时, 17:00, 17时30分) and a weekday in brackets (星期五). */
export function withTime(row: TokenRow, j: number): number {
  let next = j;
  if (kindAt(row, next) === "open" && kindAt(row, next + 1) === "weekday" && kindAt(row, next + 2) === "close") next += 3;
  const word = row.tokens[next];
  if (word?.kind === "other" && /^(?:上午|下午|中午|晚上|晚|早上|凌晨|下班)$/u.test(word.text)) next++;
  if (kindAt(row, next) !== "number") return next;
  if (kindAt(row, next + 1) === "clock") {
    next += 2;
    return kindAt(row, next) === "number" && row.tokens[next + 1]?.text === "分" ? next + 2 : next;
  }
  if (kindAt(row, next + 1) === "colon" && kindAt(row, next + 2) === "number") {
    next += 3;
    return kindAt(row, next) === "colon" && kindAt(row, next + 1) === "number" ? next + 2 : next;
  }
  return next;
}
