import type { Ledger } from "../ledger/ledger";
import { fingerprint } from "../text/fingerprint";
import { UNIT_FIELDS } from "../ledger/fields";
import type { WorkbookFacts } from "../workbook";
import { knownFindings, knownOfSheet, type RowMemory, type RuleFinding } from "./row-memory";
import type { Finding, Messages, NotChecked, Problem, Rule, RuleContext, RuleNeed, Severity } from "./rule";

/** What running a set of rules over one context gives, before the user's decisions are applied. */
export interface RulesOutcome {
  readonly problems: readonly Problem[];
  readonly notChecked: readonly NotChecked[];
  /** How many rules ran. */
  readonly checked: number;
}

/**
 * Runs every rule that is on over one reading of a sheet. Deterministic: problems come sorted by place, level and rule,
 * whatever the order of the rules. A rule that lacks what it needs, or throws, is listed as not checked and reports nothing.
 *
 * With a `memory`, rows of which a row rule can see nothing new take their findings from it; the result is the same as
 * without.
 */
export function checkLedger(rules: readonly Rule[], context: RuleContext, memory?: RowMemory): RulesOutcome {
  const notChecked: NotChecked[] = [];
  const found: RuleFinding[] = [];
  const rowRules: Rule[] = [];
  const contextKey = memory ? contextKeyOf(rules, context) : "";
  const known = memory ? knownOfSheet(memory, contextKey, context) : undefined;
  const ofSheet = new Map<Rule, readonly RuleFinding[]>();
  let checked = 0;
  for (const rule of rules) {
    if (levelOf(rule, context) === "off") continue;
    const lacking = rule.meta.needs.find((need) => !has(context, need));
    if (lacking !== undefined && !isAskedFor(lacking, context)) continue;
    if (lacking !== undefined) {
      notChecked.push({ ruleId: rule.meta.id, title: rule.meta.title, reason: lacking, detail: "" });
      continue;
    }
    checked++;
    if (rule.checkRow) {
      rowRules.push(rule);
      continue;
    }
    const own: RuleFinding[] = [];
    try {
      const earlier = known?.(rule);
      if (!earlier) rule.checkSheet?.(context, (finding) => own.push({ rule, finding }));
      ofSheet.set(rule, earlier ?? own);
      for (const one of earlier ?? own) found.push(one);
    } catch (error) {
      checked--;
      notChecked.push(crashed(rule, error));
    }
  }
  if (memory) memory.sheet = { contextKey, grid: context.grid, alignment: context.alignment, findings: ofSheet };
  const rowOutcome = runRowRules(rowRules, context, contextKey, memory);
  for (const one of rowOutcome.found) found.push(one);
  notChecked.push(...rowOutcome.crashed);
  return { problems: finish(found, context), notChecked, checked: checked - rowOutcome.crashed.length };
}

function runRowRules(rules: readonly Rule[], context: RuleContext, contextKey: string, memory: RowMemory | undefined): { found: RuleFinding[]; crashed: NotChecked[] } {
  const { rows } = context.ledger;
  const known = memory ? knownFindings(memory, contextKey, context) : undefined;
  const failed = new Map<Rule, NotChecked>();
  const findings = rows.map((row, index): readonly RuleFinding[] => {
    const earlier = known?.(index);
    if (earlier) return earlier;
    const own: RuleFinding[] = [];
    for (const rule of rules) {
      if (failed.has(rule)) continue;
      try {
        rule.checkRow!(context, row, (finding) => own.push({ rule, finding }));
      } catch (error) {
        failed.set(rule, crashed(rule, error));
      }
    }
    return own;
  });
  // A crashed rule must run again next time, and say so again.
  if (memory) memory.run = failed.size > 0 ? null : { contextKey, grid: context.grid, rows, links: context.alignment?.links ?? [], findings };
  const found = findings.flat();
  return { found: failed.size > 0 ? found.filter(({ rule }) => !failed.has(rule)) : found, crashed: [...failed.values()] };
}

function crashed(rule: Rule, error: unknown): NotChecked {
  return { ruleId: rule.meta.id, title: rule.meta.title, reason: "crashed", detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** The level a rule speaks at under the profile at hand. */
export function levelOf(rule: Rule, context: Pick<RuleContext, "profile">): Severity | "off" {
  return context.profile.levels[rule.meta.id] ?? (rule.meta.offByDefault ? "off" : rule.meta.severity);
}

function has(context: RuleContext, need: RuleNeed): boolean {
  switch (need) {
    case "units":
      return UNIT_FIELDS.some((field) => hasField(context.ledger, field));
    case "deadline":
    case "requirement":
    case "seq":
    case "status":
      return hasField(context.ledger, need);
    case "outcome":
      return hasField(context.ledger, "status") || hasField(context.ledger, "progress");
    case "parent":
      return context.alignment !== null;
    case "unit":
      return context.unit !== null;
    case "year":
      return context.year !== null;
    case "issued":
      return context.issued !== null;
    case "facts":
      return context.facts !== null;
    case "external-links":
      return tells(context, "externalLinks");
    case "properties":
      return tells(context, "properties");
    case "page-setup":
      return tells(context, "pageSetup");
    case "sizes":
      return context.facts?.sizes !== undefined;
    case "imported-units":
      return context.importedUnits.length > 0;
  }
}

function tells({ facts }: RuleContext, what: WorkbookFacts["unknown"][number]): boolean {
  return facts !== null && !facts.unknown.includes(what);
}

/**
 * Whether a sheet should have what a rule lacks. A ledger without a status column has nothing to be overdue: its rules
 * do not apply, which is not the same as not having been looked at.
 */
function isAskedFor(need: RuleNeed, { profile }: RuleContext): boolean {
  if (need === "imported-units" || need === "seq") return false;
  if (need === "outcome") return profile.requiredColumns.flat().some((field) => field === "status" || field === "progress");
  return need !== "status" && need !== "deadline" ? true : profile.requiredColumns.some((fields) => fields.includes(need));
}

function hasField(ledger: Ledger, field: keyof Ledger["columns"]): boolean {
  return ledger.columns[field] !== undefined;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function finish(found: readonly RuleFinding[], context: RuleContext): Problem[] {
  const seen = new Map<string, number>();
  const problems = found.map((one): Problem => {
    const { id, problem } = problemOf(one, context);
    const occurrence = seen.get(id) ?? 0;
    seen.set(id, occurrence + 1);
    return occurrence === 0 ? problem : { ...problem, id: fingerprint(`${id}\u0001${occurrence}`) };
  });
  // Sorting is stable, so what a rule reports about the sheet as a whole stays in the order in which it found it.
  return problems.sort(byPlace);
}

interface Finished {
  readonly id: string;
  readonly level: Severity | "off";
  readonly sheet: string;
  readonly problem: Problem;
}

/** Findings of rows that did not change come again as the same objects; their sentences are written once. */
const finished = new WeakMap<Finding, Finished>();

function problemOf({ rule, finding }: RuleFinding, context: RuleContext): Finished {
  const level = levelOf(rule, context);
  const { sheet } = context.grid;
  const known = finished.get(finding);
  if (known && known.level === level && known.sheet === sheet) return known;
  const top: Severity = level === "off" ? "info" : level;
  const severity = finding.severity !== undefined && ORDER[finding.severity] > ORDER[top] ? finding.severity : top;
  const { row, field, at } = finding;
  // The message is left out: it names the sheet row, which moves.
  const id = fingerprint([rule.meta.id, finding.messageId, row?.key ?? "", field ?? "", row && field ? (row.cells[field]?.raw ?? "") : "", row ? "" : JSON.stringify(finding.data)].join("\u0001"));
  const problem: Problem = {
    id,
    ruleId: rule.meta.id,
    messageId: finding.messageId,
    severity,
    message: textOf(rule.messages, finding),
    why: finding.because ?? rule.docs.why,
    how: rule.docs.howToFix,
    sheet,
    row: at?.row ?? row?.row ?? null,
    rowKey: row?.key ?? null,
    field,
    at,
    span: finding.span ?? null,
    fix: finding.fix && finding.fix.length > 0 ? finding.fix : null,
    suggestions: finding.suggestions ?? [],
    kind: finding.fold ?? `${rule.meta.id}:${finding.messageId}`,
  };
  const made = { id, level, sheet, problem };
  finished.set(finding, made);
  return made;
}

function textOf(messages: Messages, finding: Finding): string {
  const message = messages[finding.messageId];
  if (!message) throw new Error(`no message ${finding.messageId}`);
  return message(finding.data as never);
}

function byPlace(a: Problem, b: Problem): number {
  return (
    (a.row ?? -1) - (b.row ?? -1) ||
    (a.at?.column ?? -1) - (b.at?.column ?? -1) ||
    ORDER[a.severity] - ORDER[b.severity] ||
    compareText(a.ruleId, b.ruleId) ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What row rules may depend on besides the row and its link. */
function contextKeyOf(rules: readonly Rule[], context: RuleContext): string {
  return JSON.stringify([
    rules.map((rule) => [rule.meta.id, levelOf(rule, context)]),
    context.profile,
    context.isProfileGuessed,
    context.today,
    context.year,
    context.issued,
    context.level,
    context.unit,
    context.importedUnits,
    context.parents.map(({ fingerprint: tasks, docNumber, year, issued }) => [tasks, docNumber, year, issued]),
    context.grid.isProtected,
    { ...context.ledger, rows: [], blocks: context.ledger.blocks.map(({ columns, labels, header }) => [columns, [...labels], header]) },
    context.sheets,
    context.facts,
    context.unitFields,
  ]);
}
