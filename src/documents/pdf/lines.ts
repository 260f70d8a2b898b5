import type { TextRun } from "./text-runs";

/** A printed line: its runs joined. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
}

/** Runs whose baselines differ by less than this part of their height stand on one line. */
const SAME_BASELINE = 0.45;
/** Chinese signs further apart than this part of their height are set apart on purpose; justified lines stay below. */
const SET_APART = 0.9;

/** The lines that runs form, from top to bottom. */
export function linesOf(runs: readonly TextRun[]): TextLine[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  const lines: TextLine[] = [];
  let group: TextRun[] = [];
  const finish = (): void => {
    if (group.length > 0) lines.push(lineOf(group));
    group = [];
  };
  for (const run of sorted) {
    const base = group[0];
    if (base !== undefined && run.y - base.y > SAME_BASELINE * Math.max(base.size, run.size)) finish();
    group.push(run);
  }
  finish();
  return lines;
}

function lineOf(runs: readonly TextRun[]): TextLine {
  const sorted = [...runs].sort((a, b) => a.x - b.x);
  let text = "";
  let right = -Infinity;
  let size = 0;
  for (const run of sorted) {
    const gap = run.x - right;
    const words = isLatin(text.at(-1)) && isLatin(run.text[0]);
    if (text !== "" && !/\s$/u.test(text) && gap > (words ? 0.15 : SET_APART) * run.size) text += " ";
    text += run.text;
    right = Math.max(right, run.x + run.width);
    size = Math.max(size, run.size);
  }
  return { text: text.trim(), left: sorted[0]?.x ?? 0, right, y: sorted[0]?.y ?? 0, size };
}

function isLatin(sign: string | undefined): boolean {
  return sign !== undefined && /[A-Za-z0-9]/u.test(sign);
}

/** A line that ends this many signs before the edge was ended on purpose; punctuation rules move one or two at most. */
const SIGNS_SHORT = 2.6;

/**
 * Lines of one column of print as text: wrapped lines joined, "\n" where a line was ended on purpose. `right` is the
 * edge that full lines reach.
 */
export function wrappedText(lines: readonly TextLine[], right = Math.max(...lines.map((line) => line.right))): string {
  let text = "";
  let before: TextLine | null = null;
  for (const line of lines) {
    if (before !== null) text += right - before.right > SIGNS_SHORT * before.size ? "\n" : betweenWrapped(text, line.text);
    text += line.text;
    before = line;
  }
  return text;
}

/** What stood between two lines of one sentence: a blank between Latin words, nothing in Chinese or inside a number. */
export function betweenWrapped(before: string, after: string): string {
  return /[A-Za-z,.;:]$/u.test(before) && /^[A-Za-z]/u.test(after) ? " " : "";
}
