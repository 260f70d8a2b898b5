import { squeeze } from "../ledger/cell-text";
import { labelKind, type LabelKind } from "../ledger/labels";
import { looksLikeDeadline, looksLikeUnits } from "../ledger/looks-like";

/** Who and until when, as a document in prose says it: in brackets after the sentence, or in lines with key words. */
export interface Mark {
  /** Units with their role words, as they stand; several keys joined by ；. */
  readonly units: string;
  readonly deadline: string;
  /** 下同: what holds for the tasks that follow, too. */
  readonly holdsOn: { readonly units: boolean; readonly deadline: boolean };
}

/** A stretch of a paragraph and the mark in brackets that closes it; null for what stands after the last mark. */
export interface MarkedText {
  readonly text: string;
  readonly mark: Mark | null;
}

const ROLE_WORD = /牵头|负责|配合|落实|主办|承办|协办|责任|分工/u;
const KEY = /(?:^|[；;。，,\s])([\u4e00-\u9fff、（）()]{2,12})[:：]/gu;
/** 市教育局配合单位：…: the next key without anything between, where a blank or a line break was lost. */
const STUCK_KEY = /(?<=[局厅委办部院会府区县市镇乡室处科队司站所心团社门位构关）)])(?=(?:牵头|配合|协办|协同|参与|责任|主办|承办|落实|监管)(?:责任)?(?:单位|部门|处室|科室|股室)[:：]|(?:责任|分管|牵头)领导[:：]|(?:完成|整改|办理|办结)?(?:时限|期限|时间)[:：])/gu;
const UNIT_KINDS: ReadonlySet<LabelKind> = new Set<LabelKind>(["units", "leadUnits", "cooperateUnits", "implementUnits"]);

/**
 * Cuts a paragraph at the brackets that say who does it: "……。（省财政厅牵头，6月底前完成）". Brackets that say something
 * else stay in the text.
 */
export function cutAtMarks(paragraph: string): MarkedText[] {
  const parts: MarkedText[] = [];
  let from = 0;
  for (const { start, end } of bracketsOf(paragraph)) {
    if (start < from) continue;
    const mark = markOf(paragraph.slice(start + 1, end - 1), placeOf(paragraph, start, end));
    if (!mark) continue;
    parts.push({ text: squeeze(paragraph.slice(from, start)), mark });
    from = /[。；;]/u.test(paragraph.charAt(end)) ? end + 1 : end;
  }
  const keyed = from === 0 ? keysAtTheEnd(paragraph) : null;
  if (keyed) return [keyed];
  const rest = squeeze(paragraph.slice(from));
  if (rest !== "" || parts.length === 0) parts.push({ text: rest, mark: null });
  return parts;
}

/** ……6月底前完成。责任领导：李某某；牵头单位：市教育局；配合单位：市财政局。 */
function keysAtTheEnd(paragraph: string): MarkedText | null {
  for (const { 0: found, index } of paragraph.matchAll(/[。；;!！）)]\s*(?=[\u4e00-\u9fff（）()、]{2,12}[:：])/gu)) {
    const inside = paragraph.slice(index + found.length);
    const keys = keysOf(inside);
    if (keys.length === 0 || inside.length > 400) continue;
    const mark = markOf(inside.replace(/[。；;\s]+$/u, ""), "after");
    if (mark && mark.units !== "") return { text: squeeze(paragraph.slice(0, index + 1)), mark };
  }
  return null;
}

/** Outermost brackets, in order; an opening one that is never closed is passed over. */
function bracketsOf(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (/[（(【[［〔]/u.test(character)) {
      if (depth === 0) start = i;
      depth++;
    } else if (/[）)】\]］〕]/u.test(character) && depth > 0) {
      depth--;
      if (depth === 0) found.push({ start, end: i + 1 });
    }
  }
  return found;
}

/** Where a bracket stands: after a finished sentence, at the end of the paragraph, or within a sentence. */
type Place = "after" | "end" | "within";

function placeOf(text: string, start: number, end: number): Place {
  if (/[。！!；;]\s*$/u.test(text.slice(0, start))) return "after";
  return /^[。；;，,\s]*$/u.test(text.slice(end)) ? "end" : "within";
}

/** Reads the inside of a bracket, or a line of key words, as a mark; null when it says neither who nor when. */
export function markOf(inside: string, place: Place): Mark | null {
  const keyed = keysOf(inside);
  if (keyed.length > 0) {
    const units = keyed.filter(({ kind }) => UNIT_KINDS.has(kind));
    const deadline = keyed.find(({ kind }) => kind === "deadline");
    if (units.length === 0 && !deadline) return null;
    const plain = units.length === 1 && (units[0]!.kind === "units" || units[0]!.kind === "implementUnits");
    const parts = units.map(({ key, text }) => ({ key, ...clausesOf(withoutSame(text)) }));
    const read = plain ? clausesOf(units[0]!.text) : { units: parts.map((part) => `${part.key}：${part.units}`).join("；"), deadline: parts.find((part) => part.deadline !== "")?.deadline ?? "" };
    // 下同 holds for the key it stands with; at the very end, behind a semicolon, for all.
    const all = /[；;]\s*(?:以)?下同[。]?$/u.test(inside);
    return {
      units: read.units,
      deadline: deadline ? withoutSame(deadline.text) : read.deadline,
      holdsOn: { units: all || units.some(({ text }) => SAME.test(text)), deadline: all || (deadline !== undefined && SAME.test(deadline.text)) },
    };
  }
  if (place === "within" || inside.length > 400) return null;
  const { units, deadline } = clausesOf(inside);
  const holds = SAME.test(inside);
  if (units === "" || !looksLikeUnits(units)) return null;
  // Bare names are a mark behind a finished sentence only: 各村（社区） ends with a bracket, too.
  if (place !== "after" && !ROLE_WORD.test(units) && deadline === "" && !holds) return null;
  return { units, deadline, holdsOn: { units: holds, deadline: holds && deadline !== "" } };
}

const SAME = /(?:^|[，,；;。])\s*(?:以)?下同/u;

function withoutSame(text: string): string {
  return text.replace(/[，,；;。]?(?:以)?下同[。]?$/u, "");
}

/** Parts the clauses that tell the time from those that name units. */
function clausesOf(inside: string): { readonly units: string; readonly deadline: string } {
  const clauses = squeeze(inside).split(/(?<=[，,；;。])/u);
  const deadlines: string[] = [];
  const units: string[] = [];
  for (const clause of clauses) {
    const bare = clause.replace(/[，,；;。]$/u, "");
    if (bare === "" || /^(?:以)?下同$/u.test(bare)) continue;
    if (looksLikeDeadline(bare) && !looksLikeUnits(bare)) deadlines.push(bare);
    else units.push(clause);
  }
  return { units: units.join("").replace(/[，,；;。]$/u, ""), deadline: deadlines.join("，") };
}

/** Key words with what follows each: 责任单位：…；完成时限：…. Empty when the text does not begin with a key we know. */
function keysOf(text: string): { readonly key: string; readonly kind: LabelKind; readonly text: string }[] {
  text = text.replace(STUCK_KEY, "；$&");
  const found = [...text.matchAll(KEY)].flatMap((match) => {
    const key = match[1]!;
    const kind = labelKind(key);
    if (kind === null || (!UNIT_KINDS.has(kind) && kind !== "deadline" && kind !== "persons" && kind !== "contact")) return [];
    const start = match.index + match[0].indexOf(key);
    return [{ key, kind, start, end: match.index + match[0].length }];
  });
  if (found.length === 0 || text.slice(0, found[0]!.start).trim() !== "") return [];
  return found.map(({ key, kind, end }, i) => ({ key, kind, text: squeeze(text.slice(end, found[i + 1]?.start)).replace(/[，,；;。]+$/u, "") }));
}

/** A paragraph that is nothing but key words: 责任单位：市教育局；完成时限：6月底. Null for any other. */
export function keyLine(paragraph: string): Mark | null {
  const text = paragraph.trim().replace(/^[（(【[［〔]|[）)】\]］〕]$/gu, "");
  return text.length <= 400 && keysOf(text).length > 0 ? markOf(text, "after") : null;
}
