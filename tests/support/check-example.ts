import type { Edit, SetCellEdit } from "../../src/core/edits/edit";
import { withCells } from "../../src/core/edits/apply-to-grid";
import { gridOfValues, type SheetGrid } from "../../src/core/grid/sheet-grid";
import { NO_CHOICES } from "../../src/core/kept/choices";
import { extractTasks } from "../../src/core/parent/extract-tasks";
import type { ParentDocument } from "../../src/core/parent/parent-document";
import { checkLedger } from "../../src/core/rules/check-ledger";
import { checkSheet, type CheckSheetInput } from "../../src/core/rules/check-sheet";
import type { NotChecked, Problem, Rule, RuleExample } from "../../src/core/rules/rule";
import type { WorkbookFacts } from "../../src/core/workbook";

/** A small sheet as tests and rule docs write it, with what may stand around it. */
export interface SheetExample extends RuleExample {
  /** Changes to the grid before it is checked: merges, formulas, hidden rows… */
  readonly grid?: Partial<SheetGrid>;
  readonly facts?: WorkbookFacts;
  readonly sheets?: CheckSheetInput["sheets"];
  readonly profile?: CheckSheetInput["profile"];
}

/** The grid of an example: the title, if any, in a row of its own, then the rows. */
export function gridOf(example: SheetExample, sheet = "台账"): SheetGrid {
  const rows = example.rows.map((row) => row.map((value) => (value === "" ? null : value)));
  return { ...gridOfValues(sheet, example.title === undefined ? rows : [[example.title], ...rows]), ...example.grid };
}

/** A parent document out of rows of texts. */
export function parentOf(rows: RuleExample["parent"], year?: number): ParentDocument {
  const grid = gridOf({ rows: rows ?? [] });
  const parent = extractTasks([{ kind: "table", sheet: "", values: grid.values, texts: grid.texts, merges: [] }], year === undefined ? undefined : { year });
  if (!parent.ok) throw new Error(`the example's parent has no tasks: ${parent.error.code}`);
  return parent.value;
}

/** Runs one rule, and nothing else, over an example; a rule that is off by default is turned on. */
export function checkExample(rule: Rule, example: SheetExample, grid = gridOf(example)): { readonly problems: readonly Problem[]; readonly notChecked: readonly NotChecked[] } {
  const year = example.year ?? 2024;
  const outcome = checkSheet({
    grid,
    sheets: example.sheets ?? [{ name: grid.sheet, visible: true, active: true, ours: false }],
    facts: example.facts ?? null,
    parents: example.parent ? [parentOf(example.parent, year)] : [],
    choices: { ...NO_CHOICES, unit: example.unit ?? "", units: example.units ?? [] },
    today: example.today ?? `${year}-03-01`,
    year,
    ...(example.issued !== undefined && { issued: example.issued }),
    ...(example.profile && { profile: example.profile }),
  });
  if (!outcome.ok) throw new Error(`the example is no ledger: ${outcome.error.code}`);
  const { context } = outcome.value;
  const on = { ...context.profile, levels: { [rule.meta.id]: rule.meta.severity, ...context.profile.levels } };
  return checkLedger([rule], { ...context, profile: on });
}

/** The grid after the certain changes of some problems; structural ones are not reckoned with. */
export function fixedGrid(grid: SheetGrid, problems: readonly Problem[]): SheetGrid {
  return withCells(grid, problems.flatMap((problem) => (problem.fix ?? []).filter(isSetCell)));
}

function isSetCell(edit: Edit): edit is SetCellEdit {
  return edit.kind === "setCell";
}
