import type { LedgerRow } from "../ledger/ledger";
import { alignTasks } from "../matching/align-tasks";
import { matchItemOf } from "../matching/match-item";
import type { MatchItem } from "../matching/matching";
import { taskKeys } from "../matching/task-keys";
import { linkOf } from "../rules/linked-task";
import type { RuleContext } from "../rules/rule";
import { normalizeForCompare } from "../text/normalize";
import { unitKey } from "../units/unit-key";
import type { FillConfidence } from "./fill-proposal";
import type { FillTemplate, TemplateRule } from "./template";

/** A rule that speaks for a row, and how certainly. */
export interface RuleMatch {
  readonly rule: TemplateRule;
  /** Place of the rule in its template. */
  readonly index: number;
  /** The lower of the rule's own confidence and that of the match. */
  readonly confidence: FillConfidence;
  /** Higher: nearer to the row itself. 3 the row or its task · 2 words of the requirement, a task that several rules speak of differently · 1 words of a heading, units of the parent. */
  readonly nearness: 1 | 2 | 3;
}

/** Words of one character match nearly everything; they never make a match sure. */
const SHORT_WORD = 2;

const RANK: Readonly<Record<FillConfidence, number>> = { sure: 2, probable: 1, choose: 0 };

export function lowerConfidence(a: FillConfidence, b: FillConfidence): FillConfidence {
  return RANK[a] <= RANK[b] ? a : b;
}

/**
 * Which rules of a template speak for which rows of the sheet, nearest first, in the template's order among equals.
 * `like` rules are aligned with all rows at once, so that order and headings count (see `alignTasks`).
 */
export function matchRules(context: RuleContext, template: FillTemplate): ReadonlyMap<LedgerRow, readonly RuleMatch[]> {
  const alike = alikeRules(context, template);
  const tasks = taskRules(context, sharedTasks(template));
  const compiled = template.rules.map(({ when }) => ({ words: when.words && folded(when.words), heading: when.heading && folded(when.heading), parentUnits: when.parentUnits && new Set(when.parentUnits.map(unitKey)) }));
  // A ledger's rules are found through their row or task; only the others are tried on every row.
  const anywhere: number[] = [];
  const byTask = new Map<string, number[]>();
  template.rules.forEach(({ when }, index) => {
    if (when.like) return;
    if (when.task === undefined) anywhere.push(index);
    else byTask.set(when.task, [...(byTask.get(when.task) ?? []), index]);
  });
  const found = new Map<LedgerRow, RuleMatch[]>();
  for (const row of context.ledger.rows) {
    const texts = textsOf(row);
    const answered = tasks(row);
    const alikeHere = alike.get(row);
    const candidates = [...anywhere, ...(alikeHere?.keys() ?? []), ...[...answered.keys()].flatMap((task) => byTask.get(task) ?? [])];
    const matches = candidates.flatMap((index): RuleMatch[] => {
      const rule = template.rules[index]!;
      const { words, heading, parentUnits } = compiled[index]!;
      const how = judge(rule, [
        rule.when.like && (alikeHere?.get(index) ?? null),
        rule.when.task === undefined ? undefined : (answered.get(rule.when.task) ?? null),
        words && byWords(words, texts),
        heading && byHeading(heading, texts),
        parentUnits && byParentUnits(parentUnits, context, row),
      ]);
      return how ? [{ rule, index, ...how }] : [];
    });
    found.set(row, matches.sort((a, b) => b.nearness - a.nearness || a.index - b.index));
  }
  return found;
}

interface Held {
  readonly confidence: FillConfidence;
  readonly nearness: RuleMatch["nearness"];
}

/** All conditions given must hold; undefined: not given, null: given and not met. */
function judge(rule: TemplateRule, conditions: readonly (Held | null | undefined)[]): Held | null {
  const given = conditions.filter((condition) => condition !== undefined);
  if (given.length === 0 || given.includes(null)) return null;
  const held = given as readonly Held[];
  return {
    confidence: held.reduce((lowest, { confidence }) => lowerConfidence(lowest, confidence), rule.confidence),
    nearness: held.reduce<Held["nearness"]>((most, { nearness }) => (nearness > most ? nearness : most), 1),
  };
}

/** Rules learned from rows, aligned with the rows of the sheet; rules with one text are one item. */
function alikeRules(context: RuleContext, { rules }: FillTemplate): ReadonlyMap<LedgerRow, ReadonlyMap<number, Held>> {
  const items: MatchItem[] = [];
  const owners: number[][] = [];
  const places = new Map<string, number>();
  rules.forEach(({ when }, index) => {
    if (!when.like) return;
    const { requirement, level1 = "", level2 = "" } = when.like;
    const key = `${normalizeForCompare(requirement)}\u0001${normalizeForCompare(level1)}\u0001${normalizeForCompare(level2)}`;
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = items.length));
      items.push({ seq: "", requirement, level1, level2 });
      owners.push([]);
    }
    owners[place]!.push(index);
  });
  const found = new Map<LedgerRow, Map<number, Held>>();
  if (items.length === 0) return found;
  const { links } = alignTasks(context.ledger.rows.map(matchItemOf), items);
  for (const link of links) {
    const row = context.ledger.rows[link.row]!;
    const matches = new Map<number, Held>();
    const add = (item: number, confidence: FillConfidence): void => {
      for (const index of owners[item] ?? []) if (!matches.has(index)) matches.set(index, { confidence, nearness: 3 });
    };
    for (const item of link.tasks) add(item, link.state === "sure" ? "sure" : "probable");
    // Another row of the template may be meant as well: it is shown among the choices.
    if (link.state === "confirm") for (const { task } of link.candidates.filter(({ score }) => score >= link.score * NEAR_RIVAL)) add(task, "probable");
    found.set(row, matches);
  }
  return found;
}

/** A candidate less alike than this share of the best one is not offered as a choice. */
const NEAR_RIVAL = 0.7;

/**
 * Tasks of which rules say different things: two rows of last year's ledger shared one. Such a task does not tell which of
 * them a row is; its own text does.
 */
function sharedTasks({ rules }: FillTemplate): ReadonlySet<string> {
  const said = new Map<string, string>();
  const shared = new Set<string>();
  for (const { when, then } of rules) {
    if (when.task === undefined) continue;
    const subject = `${when.task} ${Object.keys(then).sort().join(",")}`;
    const before = said.get(subject);
    if (before === undefined) said.set(subject, JSON.stringify(then));
    else if (before !== JSON.stringify(then)) shared.add(when.task);
  }
  return shared;
}

/** The keys of the tasks a row answers. */
function taskRules(context: RuleContext, shared: ReadonlySet<string>): (row: LedgerRow) => ReadonlyMap<string, Held> {
  const keys = context.parents.flatMap((parent) => taskKeys(parent.tasks));
  return (row) => {
    const link = linkOf(context, row);
    if (!link || link.state === "local") return new Map();
    const confidence: FillConfidence = link.state === "sure" ? "sure" : "probable";
    return new Map(link.tasks.flatMap((task): [string, Held][] => (keys[task] === undefined ? [] : [[keys[task], { confidence, nearness: shared.has(keys[task]) ? 2 : 3 }]])));
  };
}

/** Words as they are compared; those of punctuation alone say nothing. */
function folded(words: readonly string[]): string[] {
  return words.map(normalizeForCompare).filter((word) => word !== "");
}

interface RowTexts {
  readonly requirement: string;
  readonly headings: string;
}

function textsOf({ cells }: LedgerRow): RowTexts {
  return {
    requirement: normalizeForCompare(cells.requirement?.text ?? ""),
    headings: ["level1", "level2", "level3"].map((field) => normalizeForCompare(cells[field as "level1"]?.text ?? "")).join("\u0001"),
  };
}

function byWords(words: readonly string[], { requirement, headings }: RowTexts): Held | null {
  const inside = words.filter((word) => requirement.includes(word));
  if (inside.length > 0) return { confidence: inside.some((word) => word.length >= SHORT_WORD) ? "sure" : "probable", nearness: 2 };
  return words.some((word) => word.length >= SHORT_WORD && headings.includes(word)) ? { confidence: "probable", nearness: 1 } : null;
}

function byHeading(words: readonly string[], { headings }: RowTexts): Held | null {
  const inside = words.filter((word) => headings.includes(word));
  if (inside.length === 0) return null;
  return { confidence: inside.some((word) => word.length >= SHORT_WORD) ? "sure" : "probable", nearness: 1 };
}

function byParentUnits(wanted: ReadonlySet<string>, context: RuleContext, row: LedgerRow): Held | null {
  const link = linkOf(context, row);
  if (!link || link.state === "local") return null;
  const named = link.tasks.flatMap((task) => context.tasks[task]?.task.responsibility.groups ?? []).flatMap((group) => group.units);
  if (!named.some(({ name, written }) => wanted.has(unitKey(name)) || wanted.has(unitKey(written)))) return null;
  return { confidence: link.state === "sure" ? "sure" : "probable", nearness: 1 };
}
