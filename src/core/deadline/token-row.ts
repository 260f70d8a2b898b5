import type { TokenKind } from "./lexicon";
import type { Token } from "./tokens";

/** The words of one text and the folded text they were cut from. */
export interface TokenRow {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export function kindAt(row: TokenRow, at: number): TokenKind | null {
  return row.tokens[at]?.kind ?? null;
}

/** A number of four digits that can be the year of an office paper. */
export function isYear(token: Token): boolean {
  return token.text.length === 4 && token.value >= 1990 && token.value <= 2099;
}

/** A whole number from 1 to `most`, written in at most two digits or in Chinese. */
export function smallNumber(token: Token, most: number): boolean {
  return Number.isInteger(token.value) && token.value >= 1 && token.value <= most && !/^\d{3}/u.test(token.text);
}

/**
 * The unit that a number without one takes from the numbers after it: in 11—12月, 一至三季度, 2021—2022年, 8—15日 and
 * 3、6、9月 the first numbers have their unit at the end. Null when there is none.
 */
export function elidedUnit(row: TokenRow, at: number): "year" | "quarter" | "month" | "day" | null {
  let j = at + 1;
  for (let numbers = 0; numbers < MOST_ELIDED; numbers++, j += 2) {
    const link = kindAt(row, j);
    if (link !== "to" && link !== "hyphen" && link !== "enumeration" && link !== "and") return null;
    if (kindAt(row, j + 1) === "ordinal") j++;
    if (kindAt(row, j + 1) !== "number") return null;
    switch (kindAt(row, j + 2)) {
      case "year":
      case "yearEnd":
        return "year";
      case "quarter":
      case "quarterEnd":
        return "quarter";
      case "month":
      case "monthEnd":
        return "month";
      case "day":
        return "day";
    }
  }
  return null;
}

/** A list can name the twelve months; longer chains of numbers are no list of dates. */
const MOST_ELIDED = 12;
