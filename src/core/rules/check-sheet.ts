import type { Deadline, IsoDate } from "../deadline/deadline";
import type { SheetGrid } from "../grid/sheet-grid";
import type { Choices } from "../kept/choices";
import { UNIT_FIELDS, type UnitField } from "../ledger/fields";
import type { Ledger, LedgerFailure, LedgerRow, ReadingChoice } from "../ledger/ledger";
import { patchLedger } from "../ledger/patch-ledger";
import { readLedger } from "../ledger/read-ledger";
import { bindTasks } from "../matching/bind-tasks";
import { matchItemOf } from "../matching/match-item";
import { matchRows } from "../matching/match-rows";
import type { Alignment, MatchItem, TaskBinding } from "../matching/matching";
import type { ParentDocument } from "../parent/parent-document";
import { parentsFingerprint } from "../parent/parents-fingerprint";
import type { OfficeLevel, Responsibility } from "../responsibility/responsibility";
import { err, ok, type Result } from "../result";
import { unitDirectory } from "../units/unit-directory";
import type { SheetInfo, WorkbookFacts } from "../workbook";
import { checkLedger, type RulesOutcome } from "./check-ledger";
import type { CheckMemory } from "./check-memory";
import type { CheckResult, IgnoredProblem, Verdict } from "./check-result";
import { rules as allRules } from "./index";
import { officeLevel } from "./office-level";
import type { Profile } from "./profile";
import { profileById, profileFor } from "./profiles";
import type { NotChecked, Problem, Rule, RuleContext } from "./rule";
import { sharedRows } from "./row-memory";
import { sameScope, TextReadings } from "./text-readings";

/** Everything one check of one sheet needs; plain data. */
export interface CheckSheetInput {
  readonly grid: SheetGrid;
  readonly sheets: readonly SheetInfo[];
  readonly facts: WorkbookFacts | null;
  readonly parents: readonly ParentDocument[];
  readonly choices: Choices;
  readonly today: IsoDate;
  readonly year?: number;
  readonly issued?: IsoDate;
  readonly profile?: Profile;
  /** check: all rules that the profile has on; the 公开 rules are off unless it names them · public: the 公开 rules only. */
  readonly scope?: "check" | "public";
}

export interface CheckSheetOutcome {
  readonly result: CheckResult;
  readonly profile: Profile;
  readonly year: number | null;
  readonly alignment: Alignment | null;
  readonly bindings: readonly TaskBinding[] | null;
  /** What the rules looked at; for planning fixes and for the views. */
  readonly context: RuleContext;
}

/**
 * Reads a sheet as a ledger, aligns it with its parents and runs the rules: the whole check, without any host. Fails
 * only when the sheet cannot be read as a ledger.
 */
export function checkSheet(input: CheckSheetInput, memory?: CheckMemory): Result<CheckSheetOutcome, LedgerFailure> {
  const { grid, choices } = input;
  const read = readAgain(grid, choices.reading[grid.sheet] ?? {}, memory);
  if (!read.ok) return err(read.error);
  const context = contextOf(input, read.value, memory);
  if (memory?.reading) memory.reading = { ...memory.reading, ledger: context.ledger };
  const scope = input.scope ?? "check";
  const outcome = checkLedger(rulesOf(scope), scope === "public" ? withPublicRules(context) : context, memory?.rows);
  return ok({
    result: resultOf(input, context, outcome),
    profile: context.profile,
    year: context.year,
    alignment: context.alignment,
    bindings: context.bindings,
    context,
  });
}

/** Reads the sheet; after a change of a few plain cells only those. */
function readAgain(grid: SheetGrid, choice: ReadingChoice, memory: CheckMemory | undefined): ReturnType<typeof readLedger> {
  const before = memory?.reading;
  const patched = before && JSON.stringify(before.choice) === JSON.stringify(choice) ? patchLedger(before, grid) : null;
  if (memory) memory.rows.changed = patched && memory.rows.run?.rows === before?.ledger.rows ? patched.changed : null;
  if (memory && patched) {
    memory.reading = patched;
    return ok(patched.ledger);
  }
  const read = readLedger({ grid, choice });
  if (!memory || !read.ok) return read;
  const ledger = { ...read.value, rows: sharedRows(memory.rows, read.value.rows, grid) };
  memory.reading = { grid, choice, ledger, changed: null };
  return ok(ledger);
}

function rulesOf(scope: "check" | "public"): readonly Rule[] {
  return scope === "public" ? allRules.filter((rule) => rule.meta.group === "public") : allRules;
}

/** The 公开 rules are off until somebody asks for them; asking for them turns them on. */
function withPublicRules(context: RuleContext): RuleContext {
  const levels = Object.fromEntries(rulesOf("public").map((rule) => [rule.meta.id, context.profile.levels[rule.meta.id] ?? rule.meta.severity]));
  return { ...context, profile: { ...context.profile, levels: { ...context.profile.levels, ...levels } } };
}

function contextOf(input: CheckSheetInput, read: Ledger, memory: CheckMemory | undefined): RuleContext {
  const { grid, choices, parents } = input;
  const main = parents[0] ?? null;
  const year = input.year ?? choices.reading[grid.sheet]?.year ?? read.year ?? main?.year ?? null;
  const issued = input.issued ?? read.issued ?? null;
  const unitFields = UNIT_FIELDS.filter((field) => read.columns[field] !== undefined).sort((a, b) => read.columns[a]! - read.columns[b]!);
  const firstIsLead = read.hints.some((hint) => hint.kind === "first-is-lead");
  const level = levelOfLedger(read, unitFields, memory);
  const scope = { year, issued, level, firstIsLead };
  const known = memory?.texts && sameScope(memory.texts.scope, scope) ? memory.texts : undefined;
  const texts = known ?? new TextReadings(scope);
  if (memory) memory.texts = texts;
  // What rules keep beside a row was understood in the old scope, so the rows become new ones.
  const ledger = known ? read : { ...read, rows: read.rows.map((row) => ({ ...row })) };
  const deadlineOf = (row: LedgerRow): Deadline | null => {
    const text = row.cells.deadline?.text ?? "";
    return text === "" ? null : texts.deadline(text);
  };
  const responsibilityOf = (row: LedgerRow, field: UnitField): Responsibility | null => {
    const text = row.cells[field]?.text ?? "";
    return text === "" ? null : texts.responsibility(text, field);
  };

  const directory = unitDirectory();
  const tasks = parents.flatMap((parent, index) => parent.tasks.map((task) => ({ parent: index, task })));
  const unit = choices.unit === "" ? null : choices.unit;
  const { alignment, bindings } = align(input, ledger, unit, memory);
  return {
    grid,
    ledger,
    profile: chosenProfile(input) ?? profileFor(ledger),
    isProfileGuessed: chosenProfile(input) === undefined,
    today: input.today,
    year,
    issued,
    level,
    unit,
    directory,
    importedUnits: choices.units,
    parents,
    tasks,
    alignment,
    bindings,
    sheets: input.sheets,
    facts: input.facts,
    deadlineOf,
    deadlinesIn: (text) => texts.deadlinesIn(text),
    responsibilityOf,
    unitFields,
  };
}

function align(input: CheckSheetInput, ledger: Ledger, unit: string | null, memory: CheckMemory | undefined): { alignment: Alignment | null; bindings: readonly TaskBinding[] | null } {
  const { parents, choices } = input;
  if (parents.length === 0) return { alignment: null, bindings: null };
  const items = ledger.rows.map(matchItemOf);
  const keys = ledger.rows.map((row) => row.key);
  const against = memory ? JSON.stringify([parents.map((parent) => parent.fingerprint), choices.links, unit]) : "";
  const before = memory?.aligned;
  if (before && before.against === against && sameTexts(before.keys, keys) && sameItems(before.items, items)) return before;
  const alignment = matchRows({ rows: items, keys, parents, decisions: choices.links, ...(memory && { memory: memory.matching }) });
  const bindings = unit === null ? null : bindTasks(parents, unit, unitDirectory());
  if (memory) memory.aligned = { items, keys, against, alignment, bindings };
  return { alignment, bindings };
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function sameItems(a: readonly MatchItem[], b: readonly MatchItem[]): boolean {
  return a.length === b.length && a.every((item, index) => item.requirement === b[index]!.requirement && item.level1 === b[index]!.level1 && item.level2 === b[index]!.level2 && item.seq === b[index]!.seq);
}

/** The level is read from the names as written, so a first reading without a level has to do. */
function levelOfLedger(ledger: Ledger, unitFields: readonly UnitField[], memory: CheckMemory | undefined): OfficeLevel | null {
  const first = memory?.firstTexts ?? new TextReadings({ year: null, issued: null, level: null, firstIsLead: false });
  if (memory) memory.firstTexts = first;
  const texts = new Map<string, UnitField>();
  for (const row of ledger.rows) for (const field of unitFields) texts.set(row.cells[field]?.text ?? "", field);
  texts.delete("");
  return officeLevel([...texts].map(([text, field]) => first.responsibility(text, field)), `${ledger.unit || ledger.title}`);
}

/** The 检查口径 somebody named; undefined where it is to be told from the sheet. */
function chosenProfile(input: CheckSheetInput): Profile | undefined {
  if (input.profile) return input.profile;
  const { profile } = input.choices;
  return typeof profile === "string" ? profileById(profile) : (profile ?? undefined);
}

function resultOf(input: CheckSheetInput, context: RuleContext, outcome: RulesOutcome): CheckResult {
  const { problems: all, notChecked, checked } = outcome;
  const { choices } = input;
  const parent = parentsFingerprint(input.parents);
  const reasons = new Map(choices.ignores.filter((ignore) => ignore.parent === "" || ignore.parent === parent).map((ignore) => [ignore.problem, ignore.reason]));
  const knownIds = new Set(choices.known);
  const problems: Problem[] = [];
  const known: Problem[] = [];
  const ignored: IgnoredProblem[] = [];
  for (const problem of all) {
    const reason = reasons.get(problem.id) ?? reasons.get(`${problem.kind}*`);
    if (reason !== undefined) ignored.push({ problem, reason });
    else if (knownIds.has(problem.id)) known.push(problem);
    else problems.push(problem);
  }
  const counted = [...problems, ...known];
  const count = (severity: Problem["severity"]) => counted.filter((problem) => problem.severity === severity).length;
  const counts = { error: count("error"), warning: count("warning"), info: count("info") };
  return {
    sheet: input.grid.sheet,
    verdict: verdictOf(counts.error, notChecked, context),
    problems,
    counts,
    ignored,
    known,
    notChecked,
    checked,
    ledger: context.ledger,
    rowCount: context.ledger.rows.length,
  };
}

/** Reasons for which a rule that could have said 必改 stayed silent without having looked. */
const BLIND: ReadonlySet<NotChecked["reason"]> = new Set(["parent", "crashed"]);

function verdictOf(errors: number, notChecked: readonly NotChecked[], context: RuleContext): Verdict {
  if (errors > 0) return "blocked";
  const couldSayError = (ruleId: string) => (context.profile.levels[ruleId] ?? allRules.find((rule) => rule.meta.id === ruleId)?.meta.severity) === "error";
  return notChecked.some(({ ruleId, reason }) => BLIND.has(reason) && couldSayError(ruleId)) ? "incomplete" : "ready";
}
