import { foldText } from "./fold";

/**
 * The form of a text in which two spellings of the same words are equal: folded, without blanks, punctuation and
 * symbols, in lower case. For comparing only: it loses 顿号 and brackets, so never parse or store it.
 */
export function normalizeForCompare(text: string): string {
  const folded = foldText(text, { blanks: "drop" }).text.toLowerCase().replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, "");
  // Lower-casing can yield a combining mark or a character that folds once more (İ, K); one more pass settles it.
  return foldText(folded, { blanks: "drop" }).text;
}
