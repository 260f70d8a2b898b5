import type { Ledger, LedgerRow } from "../ledger/ledger";
import { fingerprint } from "../text/fingerprint";
import { UNIT_FIELDS } from "../ledger/fields";
import type { WorkbookFacts } from "../workbook";
import type { Finding, Messages, NotChecked, Problem, Rule, RuleContext, RuleNeed, Severity } from "./rule";

/** What running a set of rules over one context gives, before the user's decisions are applied. */
export interface RulesOutcome {
  readonly problems: readonly Problem[];
  readonly notChecked: readonly NotChecked[];
  /** How many rules ran. */
  readonly checked: number;
}

/**
 * Findings of row rules from an earlier run, by row signature. The engine fills and reads it; a caller only keeps it
 * between two checks of one sheet. Entries of rows that no longer exist are dropped by each run.
 */
export interface RowMemory {
  /** Everything besides the row that row rules may depend on; when it differs, nothing is reused. */
  contextKey: string;
  findings: Map<string, readonly RowFinding[]>;
}

interface RowFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

export function emptyRowMemory(): RowMemory {
  return { contextKey: "", findings: new Map() };
}

/**
 * Runs every rule that is on over one reading of a sheet. Deterministic: problems come sorted by place, level and rule,
 * whatever the order of the rules. A rule that lacks what it needs, or throws, is listed as not checked and reports nothing.
 *
 * With a `memory`, rows whose signature has not changed take their findings of row rules from it; the result is the
 * same as without.
 */
export function checkLedger(rules: readonly Rule[], context: RuleContext, memory?: RowMemory): RulesOutcome {
  const notChecked: NotChecked[] = [];
  const found: RowFinding[] = [];
  const rowRules: Rule[] = [];
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
    const own: RowFinding[] = [];
    try {
      rule.checkSheet?.(context, (finding) => own.push({ rule, finding }));
      found.push(...own);
    } catch (error) {
      checked--;
      notChecked.push(crashed(rule, error));
    }
  }
  const rowOutcome = runRowRules(rowRules, context, memory);
  found.push(...rowOutcome.found);
  notChecked.push(...rowOutcome.crashed);
  return { problems: finish(found, context), notChecked, checked: checked - rowOutcome.crashed.length };
}

function runRowRules(rules: readonly Rule[], context: RuleContext, memory: RowMemory | undefined): { found: RowFinding[]; crashed: NotChecked[] } {
  const contextKey = memory ? contextKeyOf(rules, context) : "";
  const earlier = memory && memory.contextKey === contextKey ? memory.findings : undefined;
  const kept = new Map<string, readonly RowFinding[]>();
  const failed = new Map<Rule, NotChecked>();
  const found: RowFinding[] = [];
  context.ledger.rows.forEach((row, index) => {
    const signature = memory ? signatureOf(row, index, context) : "";
    const known = earlier?.get(signature);
    if (known) {
      kept.set(signature, known);
      for (const { rule, finding } of known) found.push({ rule, finding: { ...finding, row } });
      return;
    }
    const own: RowFinding[] = [];
    for (const rule of rules) {
      if (failed.has(rule)) continue;
      try {
        rule.checkRow!(context, row, (finding) => own.push({ rule, finding }));
      } catch (error) {
        failed.set(rule, crashed(rule, error));
      }
    }
    if (memory) kept.set(signature, own);
    found.push(...own);
  });
  if (memory) {
    // A crashed rule must run again next time, and say so again.
    memory.contextKey = failed.size > 0 ? "" : contextKey;
    memory.findings = kept;
  }
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
  return need !== "status" && need !== "deadline" ? true : profile.requiredColumns.some((fields) => fields.includes(need));
}

function hasField(ledger: Ledger, field: keyof Ledger["columns"]): boolean {
  return ledger.columns[field] !== undefined;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function finish(found: readonly RowFinding[], context: RuleContext): Problem[] {
  const seen = new Map<string, number>();
  const problems = found.map(({ rule, finding }): Problem => {
    const level = levelOf(rule, context);
    const top: Severity = level === "off" ? "info" : level;
    const severity = finding.severity !== undefined && ORDER[finding.severity] > ORDER[top] ? finding.severity : top;
    const message = textOf(rule.messages, finding);
    const { row, field, at } = finding;
    // The message is left out: it names the sheet row, which moves.
    const identity = [rule.meta.id, finding.messageId, row?.key ?? "", field ?? "", row && field ? (row.cells[field]?.raw ?? "") : "", row ? "" : JSON.stringify(finding.data)].join("\u0001");
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return {
      id: fingerprint(occurrence === 0 ? identity : `${identity}\u0001${occurrence}`),
      ruleId: rule.meta.id,
      messageId: finding.messageId,
      severity,
      message,
      why: finding.because ?? rule.docs.why,
      how: rule.docs.howToFix,
      sheet: context.grid.sheet,
      row: at?.row ?? row?.row ?? null,
      rowKey: row?.key ?? null,
      field,
      at,
      span: finding.span ?? null,
      fix: finding.fix && finding.fix.length > 0 ? finding.fix : null,
      suggestions: finding.suggestions ?? [],
      kind: finding.fold ?? `${rule.meta.id}:${finding.messageId}`,
    };
  });
  // Sorting is stable, so what a rule reports about the sheet as a whole stays in the order in which it found it.
  return problems.sort(byPlace);
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
    context.today,
    context.year,
    context.issued,
    context.level,
    context.unit,
    context.importedUnits,
    context.parents.map((parent) => parent.fingerprint),
    context.grid.isProtected,
    context.ledger.columns,
    context.ledger.hints,
    context.sheets,
    context.facts,
    context.unitFields,
  ]);
}

/** Everything of a row, and of what it is linked to, that a row rule can see. Two rows with one signature have the same findings. */
function signatureOf(row: LedgerRow, index: number, context: RuleContext): string {
  const link = context.alignment?.links[index];
  const parts: (string | number)[] = [row.key, row.item, row.block, row.inferred.join()];
  for (const sheetRow of row.rows) {
    parts.push(sheetRow);
    for (const text of context.grid.texts[sheetRow] ?? []) parts.push(text);
    for (const value of context.grid.values[sheetRow] ?? []) parts.push(typeof value, String(value));
  }
  for (const [field, cell] of Object.entries(row.cells)) parts.push(field, cell.text, cell.raw, cell.at.row, cell.at.column, cell.source);
  if (link) parts.push(link.state, link.score, link.tasks.join(), link.decided ? 1 : 0);
  return parts.join("\u0001");
}
