/** Blanks, tabs, line breaks and invisible characters, of every width. */
const BLANKS = /[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]+/gu;
const HAS_BLANKS = /[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]/u;
const ASCII = /[\u0021-\u007e]/u;

/**
 * The text of a cell as it is read: blanks and line breaks inside Chinese text removed (they come from wrapping and
 * justifying), those between two Latin words or numbers kept as one blank, nothing else changed.
 */
export function squeeze(raw: string): string {
  if (!HAS_BLANKS.test(raw)) return raw;
  const trimmed = loosen(raw);
  return trimmed.replace(/ /gu, (_blank, offset: number) => (ASCII.test(trimmed.charAt(offset - 1)) && ASCII.test(trimmed.charAt(offset + 1)) ? " " : ""));
}

/** Every run of blanks and line breaks as one blank, none at the ends: for finding the numbers and groups that blanks set apart. */
export function loosen(raw: string): string {
  return HAS_BLANKS.test(raw) ? raw.replace(BLANKS, " ").trim() : raw;
}

/** The lines of a cell that hold text, each squeezed. */
export function linesOf(raw: string): string[] {
  if (!/[\n\r\v\u2028]/u.test(raw)) return raw === "" ? [] : [squeeze(raw)];
  return raw
    .split(/[\n\r\v\u2028]+/u)
    .map(squeeze)
    .filter((line) => line !== "");
}

/**
 * Puts together two parts of a text cut by a page. Characters printed on both sides of the seam count once: the longest
 * end of the first part, of two characters or more, that the second part begins with.
 */
export function joinAtSeam(first: string, second: string): { readonly text: string; readonly overlap: string } {
  for (let length = Math.min(first.length, second.length, 40); length >= 2; length--) {
    const overlap = second.slice(0, length);
    if (first.endsWith(overlap)) return { text: first + second.slice(length), overlap };
  }
  return { text: first + second, overlap: "" };
}
