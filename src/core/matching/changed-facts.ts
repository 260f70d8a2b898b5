import { foldText, type Span } from "../text/fold";
import { textSimilarity } from "../text/similarity";

/** One place of a text: what stands there, and where. */
export interface FactPlace {
  readonly written: string;
  readonly span: Span;
}

/** A figure, 《title》 or 文号 of the task for which the row has another. */
export interface ChangedFact {
  readonly kind: "figure" | "title" | "docNumber";
  readonly task: FactPlace;
  readonly row: FactPlace;
}

interface Fact extends FactPlace {
  readonly kind: ChangedFact["kind"];
  /** What must be equal for the fact to be the same: the numbers, or the title's words. */
  readonly values: readonly string[];
  /** Another reading of the same characters: "110,119,120" is one large number or three. */
  readonly otherwise?: readonly string[];
}

/**
 * The figures, 《titles》 and 〔文号〕 that a row changed against its task. Conservative: a fact merely left out or added is
 * no change; neither is a shortened title, the own place or level in a title, another way to list the same numbers.
 * A figure counts as changed only where the words around it are nearly the same on both sides.
 */
export function changedFacts(requirement: string, taskRequirement: string): ChangedFact[] {
  const rowFacts = factsOf(requirement);
  const taskFacts = factsOf(taskRequirement);
  const goneFrom = (facts: readonly Fact[], others: readonly Fact[]) => facts.filter((fact) => !isAmong(fact, others));
  const gone = goneFrom(taskFacts, rowFacts);
  const open = goneFrom(rowFacts, taskFacts);
  const changed: ChangedFact[] = [];
  for (const task of gone) {
    const candidates = open
      .filter((row) => row.kind === task.kind && !changed.some((done) => done.row === row))
      .map((row) => ({ row, likeness: likeness(task, taskRequirement, row, requirement) }))
      .filter(({ likeness }) => likeness >= 0.6)
      .sort((a, b) => b.likeness - a.likeness);
    const [best] = candidates;
    if (best && !isAdaptation(task, best.row)) changed.push({ kind: task.kind, task, row: best.row });
  }
  return changed.map(({ kind, task, row }) => ({ kind, task: placeOf(task), row: placeOf(row) }));
}

function placeOf({ written, span }: FactPlace): FactPlace {
  return { written, span };
}

function isAmong(fact: Fact, others: readonly Fact[]): boolean {
  const known = new Set(others.filter(({ kind }) => kind === fact.kind).flatMap(({ values, otherwise = [] }) => [...values, ...otherwise]));
  return fact.values.every((value) => known.has(value)) || (fact.otherwise?.every((value) => known.has(value)) ?? false);
}

/** 国办发〔2020〕53号, also with other brackets, and damaged: 国办发〔202053号. */
const DOC_NUMBER = /[\p{Script=Han}]{0,8}[〔[(【﹝（]\s*(?:19|20)\d{2}\s*[〕\])】﹞）]?\s*(?:第\s*)?\d{0,5}\s*号/gu;
const TITLE = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu;
/** Numbers joined by 、 are one figure: 110、119、120. */
const FIGURE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?)*/gu;
/** A number of the list itself: "3.", "（2）" at the beginning of the text or of a sentence. */
const ENUMERATOR = /(?:^|[。；\n])\s*[（(]?$/u;

function factsOf(text: string): Fact[] {
  const folded = foldText(text).text;
  // Folding keeps one unit per unit except dropped ones; where it dropped any, read the text as it stands.
  const plain = folded.length === text.length ? folded : text;
  const facts: Fact[] = [];
  const take = (kind: Fact["kind"], found: RegExpMatchArray, values: readonly string[], otherwise?: readonly string[]) => {
    const start = found.index ?? 0;
    facts.push({ kind, values, ...(otherwise && { otherwise }), written: text.slice(start, start + found[0].length), span: { start, end: start + found[0].length } });
  };
  for (const found of plain.matchAll(TITLE)) take("title", found, [titleWords(found[0])]);
  const inTitle = blanked(plain, facts);
  for (const found of inTitle.matchAll(DOC_NUMBER)) take("docNumber", withoutLead(found), [(found[0].match(/\d+/gu) ?? []).join("|")]);
  for (const found of blanked(inTitle, facts).matchAll(FIGURE)) {
    const before = plain.slice(0, found.index);
    const after = plain.slice(found.index + found[0].length);
    if (ENUMERATOR.test(before) && /^[.．、)）]/u.test(after)) continue;
    const numbers = found[0].replace(/,/gu, "").split("、").map(plainNumber);
    if (found[0].includes(",")) take("figure", found, numbers, found[0].split(",").map(plainNumber));
    else take("figure", found, numbers);
  }
  return facts;
}

/** 按照省环委办〔2021〕18号 → 省环委办〔2021〕18号: the words before a 文号 that are no part of it. */
function withoutLead(found: RegExpMatchArray): RegExpMatchArray {
  const lead = /^\p{Script=Han}*(?:按照|遵照|根据|依据|落实|贯彻|执行|参照|对照|以及|和|与|及|以|见|即|的)/u.exec(found[0])?.[0].length ?? 0;
  const rest: RegExpMatchArray = [found[0].slice(lead)];
  rest.index = (found.index ?? 0) + lead;
  return rest;
}

function plainNumber(digits: string): string {
  return digits.includes(".") ? digits.replace(/0+$/u, "").replace(/\.$/u, "") : digits;
}

function titleWords(title: string): string {
  return title.replace(/[\s《》〈〉“”"'‘’（）()、，,·]/gu, "");
}

/** The text with the facts found so far blanked out, so that a year inside a title is not a figure. */
function blanked(text: string, facts: readonly Fact[]): string {
  let result = text;
  for (const { span } of facts) result = result.slice(0, span.start) + "\u0001".repeat(span.end - span.start) + result.slice(span.end);
  return result;
}

function likeness(task: Fact, taskText: string, row: Fact, rowText: string): number {
  if (task.kind === "title") return textSimilarity(task.values[0] ?? "", row.values[0] ?? "");
  const context = textSimilarity(contextOf(taskText, task.span), contextOf(rowText, row.span));
  if (task.kind === "docNumber") {
    const prefix = (written: string) => written.replace(/[〔[(【﹝（].*$/u, "").slice(-2);
    return prefix(task.written) === prefix(row.written) ? Math.max(context, 0.6) : context;
  }
  return unitAfter(taskText, task.span) === unitAfter(rowText, row.span) ? context : 0;
}

/** The words around a fact, figures left out. */
function contextOf(text: string, span: Span): string {
  const words = (part: string) => part.replace(/[^\p{Script=Han}]/gu, "");
  return `${words(text.slice(0, span.start)).slice(-8)}${words(text.slice(span.end)).slice(0, 6)}`;
}

/** What is counted: % or the first character behind the figure. */
function unitAfter(text: string, span: Span): string {
  return foldText(text.slice(span.end, span.end + 4)).text.trim().charAt(0);
}

/** A shortened name, or the same paper of another place or level: the office's own job, no change of fact. */
function isAdaptation(task: Fact, row: Fact): boolean {
  if (task.kind !== "title") return false;
  const [a, b] = [task.values[0] ?? "", row.values[0] ?? ""];
  if (a.includes(b) || b.includes(a)) return true;
  return withoutPlace(a) === withoutPlace(b);
}

function withoutPlace(title: string): string {
  const about = title.indexOf("关于");
  const subject = about > 0 ? title.slice(about) : title.replace(/^(?:中华人民共和国|国家|全国|\p{Script=Han}{0,8}?(?:自治区|自治州|省|市|县|区|州(?!市)))/u, "");
  return subject.replace(/(?:全国|全省|全市|全县|全区|我省|我市|我县|我区)/gu, "");
}
