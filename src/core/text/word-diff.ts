import type { Span } from "./fold";

/**
 * One stretch of two texts laid side by side. kept: the same on both sides, but for blanks and width · removed: only in
 * the left text (`right` is empty, at the place where it would stand) · added: only in the right text.
 */
export interface WordingSegment {
  readonly kind: "kept" | "removed" | "added";
  readonly left: Span;
  readonly right: Span;
}

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Beyond so many differing tokens the middle is shown as replaced whole: nobody reads such a comparison word by word. */
const MOST_CHANGES = 1_500;

/**
 * Compares two wordings for a reader. Chinese is compared by characters, figures and Latin words whole; an island of one
 * Chinese character between changes counts as changed, so that words are not torn. Blanks, full and half width and the
 * shapes of quotation marks make no difference.
 *
 * @returns segments in reading order; their `left` spans joined give the whole left text, the `right` spans the right one.
 */
export function compareWording(left: string, right: string): WordingSegment[] {
  const a = tokensOf(left);
  const b = tokensOf(right);
  let head = 0;
  while (head < a.length && head < b.length && a[head]!.key === b[head]!.key) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail]!.key === b[b.length - 1 - tail]!.key) tail++;

  const innerA = a.slice(head, a.length - tail);
  const innerB = b.slice(head, b.length - tail);
  const pairs: [number, number][] = [];
  for (let i = 0; i < head; i++) pairs.push([i, i]);
  for (const [i, j] of withoutIslands(commonPairs(innerA, innerB), innerA, innerB, head > 0, tail > 0)) pairs.push([head + i, head + j]);
  for (let i = tail; i > 0; i--) pairs.push([a.length - i, b.length - i]);
  return segmentsOf(left.length, right.length, a, b, pairs);
}

/** Whether two wordings are the same for a reader: blanks, width and quotation shapes aside. */
export function sameWording(left: string, right: string): boolean {
  const a = tokensOf(left);
  const b = tokensOf(right);
  return a.length === b.length && a.every((token, i) => token.key === b[i]!.key);
}

const TOKEN = /[A-Za-z\uFF21-\uFF3A\uFF41-\uFF5A]+|[0-9\uFF10-\uFF19]+|\S/gu;
const QUOTES: Readonly<Record<string, string>> = { "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "『": '"', "』": '"' };

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((found) => {
    const key = QUOTES[found[0]] ?? found[0].normalize("NFKC");
    return { key, start: found.index, end: found.index + found[0].length };
  });
}

/** Longest common subsequence by Myers' greedy algorithm; pairs of indices, ascending. Gives up beyond MOST_CHANGES. */
function commonPairs(a: readonly Token[], b: readonly Token[]): [number, number][] {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return [];
  const most = Math.min(n + m, MOST_CHANGES);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k;
      let x = k === -d || (k !== d && reach[at - 1]! < reach[at + 1]!) ? reach[at + 1]! : reach[at - 1]! + 1;
      while (x < n && x - k < m && a[x]!.key === b[x - k]!.key) x++;
      reach[at] = x;
      if (x >= n && x - k >= m) return walkBack(trace, n, m);
    }
  }
  return [];
}

function walkBack(trace: readonly Int32Array[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = n;
  let y = m;
  for (let d = trace.length - 1; d >= 0; d--) {
    const before = trace[d]!;
    const k = x - y;
    const at = (diagonal: number) => before[diagonal + d + 1] ?? 0;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = d === 0 ? 0 : down ? at(k + 1) : at(k - 1);
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) pairs.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}

const HAN_OR_MARK = /^[\p{Script=Han}\p{P}]$/u;

/** Drops kept runs of one Chinese character or mark that stand between two changes on both sides. */
function withoutIslands(pairs: readonly [number, number][], a: readonly Token[], b: readonly Token[], keptBefore: boolean, keptAfter: boolean): [number, number][] {
  const joined = (i: number) => pairs[i + 1]?.[0] === pairs[i]![0] + 1 && pairs[i + 1]?.[1] === pairs[i]![1] + 1;
  return pairs.filter(([x, y], i) => {
    const followed = joined(i) || (keptAfter && i === pairs.length - 1 && x === a.length - 1 && y === b.length - 1);
    const preceded = (i > 0 && joined(i - 1)) || (keptBefore && x === 0 && y === 0);
    return followed || preceded || !HAN_OR_MARK.test(a[x]!.key);
  });
}

function segmentsOf(leftLength: number, rightLength: number, a: readonly Token[], b: readonly Token[], pairs: readonly [number, number][]): WordingSegment[] {
  const segments: WordingSegment[] = [];
  let x = 0;
  let y = 0;
  const push = (kind: WordingSegment["kind"], leftEnd: number, rightEnd: number) => {
    if (leftEnd === x && rightEnd === y) return;
    const last = segments.at(-1);
    const segment = { kind, left: { start: x, end: leftEnd }, right: { start: y, end: rightEnd } };
    if (last?.kind === kind) segments[segments.length - 1] = { kind, left: { start: last.left.start, end: leftEnd }, right: { start: last.right.start, end: rightEnd } };
    else segments.push(segment);
    x = leftEnd;
    y = rightEnd;
  };
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...pairs, [a.length, b.length] as [number, number]]) {
    if (nextI > i) push("removed", a[nextI - 1]!.end, y);
    if (nextJ > j) push("added", x, b[nextJ - 1]!.end);
    const left = a[nextI];
    const right = b[nextJ];
    if (left && right) push("kept", left.end, right.end);
    i = nextI + 1;
    j = nextJ + 1;
  }
  // Blanks behind the last token: nothing to show, but the spans must give the whole text.
  const endsKept = segments.at(-1)?.kind === "kept";
  if (x < leftLength) push(endsKept ? "kept" : "removed", leftLength, endsKept ? rightLength : y);
  if (y < rightLength) push(endsKept ? "kept" : "added", x, rightLength);
  return segments;
}
