import { cellKey } from "../grid/address";
import type { SheetGrid } from "../grid/sheet-grid";
import type { Problem } from "../rules/rule";
import { withCells } from "./apply-to-grid";
import type { Edit, SetCellEdit } from "./edit";

/** Passes after which planning stops, should two rules ever undo one another. */
const MOST_PASSES = 10;

/** What a plan writes, and which problems it answers. */
export interface FixPlan {
  readonly edits: readonly SetCellEdit[];
  /** Ids of the problems of the first pass that the edits answer. */
  readonly answered: readonly string[];
}

/**
 * Puts the sure changes of many problems together: one edit per cell, however many problems the cell has. Two changes
 * of one cell cannot both start from its text, so the first is applied to a copy, the copy is checked again by `check`,
 * and so on until nothing sure is left. Structural fixes (rows moved) are left out: they are done one at a time.
 *
 * `wanted` limits the plan to problems of the first pass, and to those of later passes that are of the same kinds.
 */
export function planFixes(grid: SheetGrid, problems: readonly Problem[], check: (grid: SheetGrid) => readonly Problem[], wanted?: ReadonlySet<string>): FixPlan {
  const chosen = problems.filter((problem) => isTextFix(problem) && (!wanted || wanted.has(problem.id)));
  const kinds = new Set(chosen.map((problem) => problem.ruleId));
  const cells = new Set(chosen.flatMap((problem) => (problem.fix ?? []).map(keyOfEdit)));
  const merged = new Map<number, SetCellEdit>();
  let current = grid;
  let pending: readonly Problem[] = chosen;
  for (let pass = 0; pass < MOST_PASSES && pending.length > 0; pass++) {
    const batch = firstOfEachCell(pending);
    for (const edit of batch) {
      const key = cellKey(edit.at.row, edit.at.column);
      const earlier = merged.get(key);
      merged.set(key, earlier ? { ...edit, before: earlier.before } : edit);
    }
    current = withCells(current, batch);
    pending = check(current).filter((problem) => isTextFix(problem) && kinds.has(problem.ruleId) && (problem.fix ?? []).every((edit) => cells.has(keyOfEdit(edit))));
  }
  const edits = [...merged.values()].filter((edit) => edit.before !== edit.after);
  return { edits, answered: chosen.map((problem) => problem.id) };
}

/** Whether a problem's fix only changes texts of cells. */
export function isTextFix(problem: Problem): boolean {
  return problem.fix !== null && problem.fix.every((edit) => edit.kind === "setCell");
}

function keyOfEdit(edit: Edit): number {
  return edit.kind === "setCell" ? cellKey(edit.at.row, edit.at.column) : -1;
}

/** The edits of as many problems as touch different cells; a problem whose cell is taken waits whole. */
function firstOfEachCell(problems: readonly Problem[]): SetCellEdit[] {
  const taken = new Set<number>();
  const batch: SetCellEdit[] = [];
  for (const { fix } of problems) {
    const edits = (fix ?? []).filter((edit): edit is SetCellEdit => edit.kind === "setCell");
    if (edits.some((edit) => taken.has(cellKey(edit.at.row, edit.at.column)))) continue;
    for (const edit of edits) {
      taken.add(cellKey(edit.at.row, edit.at.column));
      batch.push(edit);
    }
  }
  return batch;
}
