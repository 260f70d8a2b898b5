import { foldText } from "../text/fold";
import type { Span } from "../text/fold";
import { endsLikeUnit, prefixSplits } from "../units/name-shape";
import { placeByShortName, placeOf } from "../units/places";
import { unitDirectory } from "../units/unit-directory";
import { collectiveKind, couldBePersonName } from "./collectives";
import { keyAt, roleTail } from "./role-words";

/**
 * A cell's text without the blanks that only come from typing or wrapping; a blank or line break that parts two items
 * has become "\n". `starts` leads back to the raw text as in `Folded`.
 */
export interface CompactText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly raw: string;
}

const separators = new Set("、,;。:\n|");
const blank = /[ \n]/u;
/** 市政府 at the end of a line and 办公室 on the next are one name. */
const tornName = /(?:政府|党委|人大|政协|[省市县区州]委)\n(?:办公厅|办公室|办|督查室|研究室|新闻办|政研室|组织部|宣传部|统战部|政法委|网信办|编办|党校)/u;

export function compactText(raw: string): CompactText {
  const folded = foldText(raw);
  if (!blank.test(folded.text)) return { text: folded.text, starts: folded.starts, raw };
  let text = "";
  const starts: number[] = [];
  const source = folded.text;
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    if (character !== " " && character !== "\n") {
      text += character;
      starts.push(folded.starts[i] ?? 0);
      continue;
    }
    const from = i;
    while (blank.test(source.charAt(i + 1))) i++;
    if (parts(text, source, i + 1, source.slice(from, i + 1).includes("\n"))) {
      text += "\n";
      starts.push(folded.starts[from] ?? 0);
    }
  }
  starts.push(raw.length);
  return { text, starts, raw };
}

export function rawSpan(compact: CompactText, start: number, end: number): Span {
  const first = compact.starts[start] ?? compact.raw.length;
  // Each unit of the compact text stands for one unit of the raw text; blanks behind the last one are not part of it.
  return { start: first, end: end > start ? (compact.starts[end - 1] ?? first) + 1 : first };
}

/** Whether the blank after `before` parts two items: a whole item ends there, and another begins behind it. */
function parts(before: string, source: string, next: number, lineBreak: boolean): boolean {
  const left = lastItem(before);
  const right = firstWord(source, next);
  if (left === "" || right === "") return false;
  if (right.endsWith(":") && keyAt(right) !== null) return true;
  if (tornName.test(`${left}\n${right}`)) return false;
  const leftEnds = endsLikeUnit(left) || /[)〕】」”]$/u.test(left) || collectiveKind(left) !== null || /(?:等|负责|落实|牵头|配合)$/u.test(left);
  // 李志强 市水利局: a person and a unit; 马鞍山 市财政局 is one name.
  if (!leftEnds) return couldBePersonName(left) && (couldBePersonName(right) || (/^[省市县区]/u.test(right) && endsLikeUnit(right) && placeByShortName(left) === null));
  // 市人力资源和社 / 会保障局: an ending by chance, in the middle of a name that the directory holds whole.
  if (isKnownName(left + right)) return false;
  if (/^[(〔【[]/u.test(right)) return false;
  if (/^\d/u.test(right)) return /^\d+(?:[.)、]|年|月|个)/u.test(right);
  if (right.length < 2 || /^(?:员会|理局|府|公室|公厅|心)/u.test(right)) return false;
  if (couldBePersonName(right) && !endsLikeUnit(right)) return true;
  const tail = roleTail(right);
  const name = tail ? right.slice(0, tail.at) : right;
  if (name === "") return false;
  // A lone inner ending is the rest of a torn name (基层政权处 / 处室); on a new line a whole item needs three characters.
  return (endsLikeUnit(name) && (name.length >= 3 || /^各/u.test(name))) || collectiveKind(name) !== null || (lineBreak && name.length >= 6 && /^[省市县区]/u.test(name));
}

function isKnownName(text: string): boolean {
  const { byBody } = unitDirectory();
  return byBody.has(text) || prefixSplits(text).some(({ prefix, body }) => byBody.has(body) && placeOf(prefix) !== null);
}

/** No name is longer; a limit keeps a text of nothing but blanks linear. */
const longestItem = 60;

/** The text after the last separator outside brackets. */
function lastItem(text: string): string {
  let depth = 0;
  for (let i = text.length - 1; i >= Math.max(0, text.length - longestItem); i--) {
    const character = text.charAt(i);
    if (")〕】]".includes(character)) depth++;
    else if ("(〔【[".includes(character)) {
      if (depth === 0) return text.slice(i + 1);
      depth--;
    } else if (depth === 0 && separators.has(character)) return text.slice(i + 1);
  }
  return text.slice(-longestItem);
}

/** The text up to the next separator or blank; with its colon where it is a key. */
function firstWord(source: string, from: number): string {
  let i = from;
  while (i < source.length && i < from + longestItem && !separators.has(source.charAt(i)) && !blank.test(source.charAt(i))) i++;
  return source.slice(from, source.charAt(i) === ":" ? i + 1 : i);
}
