/**
 * A text as it is shown: blanks of layout at both ends removed, line ends as "\n", nothing else changed. The no-break
 * and ideographic blanks inside stay: readers of ledgers decide about them.
 */
export function shownText(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/gu, "");
}
