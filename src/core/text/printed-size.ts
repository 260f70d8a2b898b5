/**
 * The room a text takes when it is set, whatever the font: Chinese characters and full-width marks are as wide as the font
 * is high. For judging a sheet the least room counts, where all other characters are taken for narrow ones. All lengths in
 * points.
 */

/** Latin letters and digits of narrow fonts, as a part of the font size. */
const NARROW = 0.4;
/** The least distance of two lines, as a part of the font size. */
const LINE = 1.15;
const FULL_WIDTH = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** The least width of a text in one line. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += FULL_WIDTH.test(character) ? 1 : NARROW;
  return ems * fontSize;
}

/** The fewest lines a wrapped text takes in a cell of a width; its own line breaks count. */
export function linesNeeded(text: string, fontSize: number, width: number): number {
  if (width <= 0) return 0;
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(textWidth(line, fontSize) / Math.max(width, fontSize)));
  return lines;
}

/** The most lines that can be seen in a height; at least one. */
export function linesShown(height: number, fontSize: number): number {
  return Math.max(1, Math.floor((height + 1) / (fontSize * LINE)));
}
