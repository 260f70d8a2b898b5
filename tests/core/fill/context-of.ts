import type { SheetGrid } from "../../../src/core/grid/sheet-grid";
import { NO_CHOICES } from "../../../src/core/kept/choices";
import type { ParentDocument } from "../../../src/core/parent/parent-document";
import { checkSheet } from "../../../src/core/rules/check-sheet";
import type { RuleContext } from "../../../src/core/rules/rule";

/** What a check of the sheet would look at. */
export function contextOf(grid: SheetGrid, known: { readonly parents?: readonly ParentDocument[]; readonly unit?: string; readonly units?: readonly string[]; readonly year?: number } = {}): RuleContext {
  const { parents = [], unit = "", units = [], year } = known;
  const outcome = checkSheet({
    grid,
    sheets: [{ name: grid.sheet, visible: true, active: true, ours: false }],
    facts: null,
    parents,
    choices: { ...NO_CHOICES, unit, units },
    today: "2026-05-06",
    ...(year !== undefined && { year }),
  });
  if (!outcome.ok) throw new Error(`no ledger: ${outcome.error.code}`);
  return outcome.value.context;
}
