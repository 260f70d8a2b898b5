import { planFixes } from "../../src/core/edits/plan-fixes";
import type { Edit } from "../../src/core/edits/edit";
import { withCells } from "../../src/core/edits/apply-to-grid";
import { gridOfValues, type CellValue, type SheetGrid } from "../../src/core/grid/sheet-grid";
import { NO_CHOICES } from "../../src/core/kept/choices";
import type { ParentDocument } from "../../src/core/parent/parent-document";
import { checkSheet, type CheckSheetInput } from "../../src/core/rules/check-sheet";
import { profileById } from "../../src/core/rules/profiles";
import type { Problem } from "../../src/core/rules/rule";
import { sequence } from "../bench/generated-ledger";
import { parentOf } from "../support/check-example";
import { cleanLedger, type CleanLedger } from "./clean-ledger";
import { cleanFacts, type Mistake, type Mutant } from "./mutant";

/** What became of one mutant. */
export interface MutantOutcome {
  readonly mistake: Mistake;
  readonly seed: number;
  /** The right rule spoke, at the right row where there is one. */
  readonly found: boolean;
  /** Other rules that spoke. */
  readonly others: readonly string[];
  /** Whether the sure changes led back to the clean ledger; null where none is sure. */
  readonly restored: boolean | null;
}

type Kind = Pick<Mistake, "rule" | "public" | "on">;

/** Sheets without a mistake, so that a rule that always speaks cannot count as one that finds. */
export function problemsOfClean(seed: number, isPublic: boolean): readonly Problem[] {
  const clean = cleanLedger(seed);
  return problemsOf(clean, { grid: gridOfValues(clean.sheet, clean.values) }, { rule: "", public: isPublic });
}

/** Makes so many mutants, mistake after mistake over ledger after ledger, and lets the real check look at each. */
export function runMutants(mistakes: readonly Mistake[], count: number, seed: number): MutantOutcome[] {
  const outcomes: MutantOutcome[] = [];
  for (let turn = 0; outcomes.length < count && turn < count * 4; turn++) {
    const mistake = mistakes[turn % mistakes.length]!;
    const ledgerSeed = seed + Math.floor(turn / mistakes.length);
    const clean = cleanLedger(ledgerSeed);
    const mutant = mistake.make(clean, sequence(seed * 31 + turn * 7919));
    if (mutant) outcomes.push(judged(mistake, ledgerSeed, clean, mutant));
  }
  return outcomes;
}

function judged(mistake: Mistake, seed: number, clean: CleanLedger, mutant: Mutant): MutantOutcome {
  const problems = problemsOf(clean, mutant, mistake);
  const right = problems.filter(({ ruleId, row }) => ruleId === mistake.rule && (mutant.row === undefined || row === mutant.row));
  const restored = mutant.restored && right.length > 0 ? sameValues(fixed(clean, mutant, problems, mistake), mutant.restored) : null;
  return { mistake, seed, found: right.length > 0, others: [...new Set(problems.map(({ ruleId }) => ruleId))].filter((id) => id !== mistake.rule), restored: mutant.restored ? (restored ?? false) : null };
}

function inputOf(clean: CleanLedger, mutant: Mutant, { rule, public: isPublic = false, on = false }: Kind, grid = mutant.grid): CheckSheetInput {
  const profile = profileById("supervision")!;
  return {
    ...(on && { profile: { ...profile, levels: { [rule]: "warning" as const } } }),
    grid,
    sheets: mutant.sheets ?? [{ name: clean.sheet, visible: true, active: true, ours: false }],
    facts: mutant.facts ?? cleanFacts(clean),
    parents: [parentDocument(clean, mutant.parentRows ?? clean.parent.rows)],
    choices: { ...NO_CHOICES, unit: clean.unit, units: mutant.units ?? [] },
    today: mutant.today ?? clean.today,
    scope: isPublic ? "public" : "check",
  };
}

function parentDocument(clean: CleanLedger, rows: string[][]): ParentDocument {
  return { ...parentOf(rows, clean.year), title: clean.parent.title, docNumber: clean.parent.docNumber, issuer: "云岭省人民政府办公厅" };
}

function problemsOf(clean: CleanLedger, mutant: Mutant, kind: Kind, grid?: SheetGrid): readonly Problem[] {
  const outcome = checkSheet(inputOf(clean, mutant, kind, grid));
  if (!outcome.ok) throw new Error(`no ledger any more: ${outcome.error.code}`);
  return outcome.value.result.problems;
}

/** The sheet after the sure changes of the right rule: of texts through the planner, of rows one by one. */
function fixed(clean: CleanLedger, mutant: Mutant, problems: readonly Problem[], kind: Kind): readonly (readonly CellValue[])[] {
  const own = problems.filter(({ ruleId }) => ruleId === kind.rule);
  const plan = planFixes(mutant.grid, own, (grid) => problemsOf(clean, mutant, kind, grid).filter(({ ruleId }) => ruleId === kind.rule));
  const values = withCells(mutant.grid, plan.edits).values;
  const structural = own.flatMap(({ fix }) => fix ?? []).filter((edit): edit is Extract<Edit, { kind: "deleteRows" }> => edit.kind === "deleteRows");
  const gone = new Set(structural.flatMap(({ row, count }) => Array.from({ length: count }, (_, i) => row + i)));
  return values.filter((_, row) => !gone.has(row));
}

function sameValues(a: readonly (readonly CellValue[])[], b: readonly (readonly CellValue[])[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
