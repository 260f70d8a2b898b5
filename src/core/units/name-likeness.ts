import { lookAlike } from "./look-alikes";
import { soundLikeness } from "./pinyin";

/** How one name may have become another by typing. */
export interface Likeness {
  /** 0–1; 1 only for equal names. */
  readonly score: number;
  readonly kind: "same" | "same-sound" | "typing-slip" | "abbreviation";
  /** Whether it is so probably a slip that a person should look: two names of real organs rarely lie so near. */
  readonly near: boolean;
}

/** Numerals and words of place part two offices that really exist: 秘书一室, 秘书二室; 东区, 西区. */
const telling = /[一二三四五六七八九十\d东南西北中上下左右前后内外甲乙丙丁省市县区州镇乡第正副]/u;
const families: readonly string[] = ["局厅委办部署", "处科股室组", "会联社团", "院所站馆台", "队司厂行校"];

/**
 * Compare a written name with a known one. Null where they are not alike enough to be named together: a different kind
 * of organ (局 and 中心, 处 and 局), a different numeral, or more than two slips.
 */
export function nameLikeness(written: string, known: string): Likeness | null {
  if (written === known) return { score: 1, kind: "same", near: true };
  const a = [...written];
  const b = [...known];
  const gap = Math.abs(a.length - b.length);
  const short = abbreviation(a, b);
  if (gap > 2) return short;
  const slips = editSlips(a, b);
  if (!slips || slips.some((slip) => tells(slip))) return short;
  if (!sameKind(a, b, slips)) return short;
  const longest = Math.max(a.length, b.length);
  const allSound = slips.every((slip) => slip.kind === "replaced" && soundLikeness(slip.from, slip.to) > 0);
  const cost = slips.reduce((sum, slip) => sum + costOf(slip), 0);
  const score = Math.max(0, 1 - cost / longest) * 0.99;
  if (allSound) return { score, kind: "same-sound", near: slips.length === 1 ? longest >= 3 : longest >= 5 };
  return { score, kind: "typing-slip", near: isNear(slips, a, b) };
}

interface Slip {
  readonly kind: "replaced" | "added" | "lost" | "swapped";
  readonly from: string;
  readonly to: string;
  /** Whether an added character repeats its neighbour, as a held key does. */
  readonly doubled: boolean;
}

/** Replacing needs both to tell: 一 for 二, 省 for 市; 是 for 市 is a slip like any other. */
function tells({ kind, from, to, doubled }: Slip): boolean {
  if (kind === "swapped" || doubled) return false;
  return kind === "replaced" ? telling.test(from) && telling.test(to) : telling.test(from) || telling.test(to);
}

function costOf({ kind, from, to, doubled }: Slip): number {
  if (kind === "swapped") return 0.5;
  if (kind === "replaced") return 1 - 0.6 * Math.max(soundLikeness(from, to), lookAlike(from, to) ? 1 : 0);
  return doubled ? 0.3 : 0.9;
}

function isNear(slips: readonly Slip[], a: readonly string[], b: readonly string[]): boolean {
  const [slip, second] = slips;
  if (!slip) return true;
  if (second) return b.length >= 8 && a.length >= 7;
  if (slip.kind === "swapped" || slip.doubled) return b.length >= 3;
  if (slip.kind === "replaced") return b.length >= (lookAlike(slip.from, slip.to) ? 3 : 6);
  if (slip.kind === "added") return b.length >= 4;
  return b.length >= 5;
}

/** Both must be of one kind of organ, unless the last character itself is the slip. */
function sameKind(a: readonly string[], b: readonly string[], slips: readonly Slip[]): boolean {
  const last = a.at(-1) ?? "";
  const known = b.at(-1) ?? "";
  if (last === known) return (last !== "心") === (known !== "心");
  if (slips.length > 1) return false;
  const family = (character: string): number => families.findIndex((list) => list.includes(character));
  // 厅 for 局 is another level's name, not a slip; between families a changed ending is another organ.
  if (family(last) >= 0) return soundLikeness(last, known) === 1 && family(last) < 0;
  return true;
}

/** 自规局 of 自然资源和规划局: every character in order, the first and the last the same. */
function abbreviation(a: readonly string[], b: readonly string[]): Likeness | null {
  if (a.length < 3 || a.length >= b.length || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return null;
  let at = 0;
  for (const character of b) if (character === a[at]) at++;
  if (at < a.length) return null;
  return { score: 0.5 + 0.3 * (a.length / b.length), kind: "abbreviation", near: false };
}

/** The slips that turn b into a, at most two (three in names of ten characters), or null. */
function editSlips(a: readonly string[], b: readonly string[]): Slip[] | null {
  const limit = b.length >= 10 ? 3 : b.length >= 5 ? 2 : 1;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return align(a, b, start, start, endA, endB, limit);
}

function align(a: readonly string[], b: readonly string[], i: number, j: number, endA: number, endB: number, left: number): Slip[] | null {
  while (i < endA && j < endB && a[i] === b[j]) {
    i++;
    j++;
  }
  if (i === endA && j === endB) return [];
  if (left === 0 || Math.abs(endA - i - (endB - j)) > left) return null;
  const options: (Slip[] | null)[] = [];
  const from = b[j] ?? "";
  const to = a[i] ?? "";
  const next = (slip: Slip, stepA: number, stepB: number): void => {
    const rest = align(a, b, i + stepA, j + stepB, endA, endB, left - 1);
    options.push(rest && [slip, ...rest]);
  };
  if (endA - i >= 2 && endB - j >= 2 && to === b[j + 1] && a[i + 1] === from) next({ kind: "swapped", from, to, doubled: false }, 2, 2);
  if (i < endA && j < endB) next({ kind: "replaced", from, to, doubled: false }, 1, 1);
  if (i < endA) next({ kind: "added", from: "", to, doubled: to === a[i - 1] || to === a[i + 1] }, 1, 0);
  if (j < endB) next({ kind: "lost", from, to: "", doubled: from === b[j - 1] || from === b[j + 1] }, 0, 1);
  return options.reduce<Slip[] | null>((best, option) => (option && (!best || option.length < best.length) ? option : best), null);
}
