/** URLs, mail addresses and file names: Latin throughout, whatever stands around them. */
const LATIN_RUN = /(?:https?|ftp):\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|[\w.+-]+@[\w.-]+\w/giu;
const QUOTATION = /“[^“”]*”|‘[^‘’]*’|"[^"\n]*"|「[^「」]*」|『[^『』]*』/gu;
const TITLE = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu;

/**
 * A copy of a text, of the same length, in which titles 《》, quotations, URLs and mail addresses are blanked out with
 * U+E000 (their marks too), so that rules about characters leave them as they are.
 */
export function withoutQuoted(text: string): string {
  if (!/[《“‘"「『@:.]/u.test(text)) return text;
  let masked = text;
  for (const pattern of [TITLE, QUOTATION, LATIN_RUN]) masked = masked.replace(pattern, (found) => "\ue000".repeat(found.length));
  return masked;
}
