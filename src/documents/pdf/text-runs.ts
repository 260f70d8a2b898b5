import { foldText } from "../../core/text/fold";
import { applied, matrixOf, times, type Matrix } from "./geometry";

/** A run of signs on one line of a page. Points, y downwards; `y` is the baseline. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
}

/** An item of text as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
}

/** The runs of a page that show something and run from left to right. */
export function runsOf(items: readonly TextItem[], viewport: Matrix): TextRun[] {
  const runs: TextRun[] = [];
  for (const { str, transform, width } of items) {
    const text = withoutRadicals(str);
    const matrix = matrixOf(transform);
    if (text.trim() === "" || matrix === undefined) continue;
    const placed = times(viewport, matrix);
    const size = Math.hypot(placed[2], placed[3]);
    // Watermarks stand askew, margin stamps upright: no part of the text.
    if (size === 0 || Math.abs(placed[1]) > 0.05 * size) continue;
    const [x, y] = applied(viewport, matrix[4], matrix[5]);
    runs.push({ text, x, y, width, size });
  }
  return runs;
}

/**
 * Some producers (Skia, the printer of Chromium) write Kangxi and supplement radicals for the ideographs that look the
 * same: ⼯⺠ for 工民. Only these are folded; the text is otherwise as printed. ⼾ is 戶 by Unicode, but the shape that
 * fonts for simplified Chinese share with it is 户.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2f00-\u2fdf]/gu, (sign) => (sign === "⼾" ? "户" : sign.normalize("NFKC"))).replace(/[\u2e80-\u2eff]/gu, (sign) => foldText(sign).text);
}

/** The width of a sign in parts of the type height, as printed: half for Latin, whole for Chinese. */
function widthOf(sign: string): number {
  return sign < "\u2000" ? 0.5 : 1;
}

/** A run cut where it crosses an edge: a line of words that was set across two cells. The cut falls between signs. */
export function cutAt(run: TextRun, edge: number): readonly TextRun[] {
  const signs = [...run.text];
  const units = signs.reduce((sum, sign) => sum + widthOf(sign), 0);
  let x = run.x;
  let at = 0;
  while (at < signs.length) {
    const width = (widthOf(signs[at] ?? "") / units) * run.width;
    if (x + width / 2 > edge) break;
    x += width;
    at++;
  }
  if (at === 0 || at === signs.length) return [run];
  return [
    { ...run, text: signs.slice(0, at).join(""), width: x - run.x },
    { ...run, text: signs.slice(at).join(""), x, width: run.x + run.width - x },
  ];
}
