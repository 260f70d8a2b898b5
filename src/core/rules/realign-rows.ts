import type { SetCellEdit } from "../edits/edit";
import { cellKey } from "../grid/address";
import { valueAt, type CellValue } from "../grid/sheet-grid";
import { FIELDS } from "../ledger/fields";
import type { RuleContext } from "./rule";

/**
 * The edits that move the cells of shifted rows to the columns in which the first block of the table has them. Rows are moved whole or not
 * at all; undefined where something else stands in the way, a merge or a formula is concerned, or nothing would move.
 */
export function realignRows({ grid, ledger }: RuleContext, sheetRows: readonly number[]): SetCellEdit[] | undefined {
  const edits: SetCellEdit[] = [];
  for (const sheetRow of sheetRows) {
    const block = ledger.blocks.find(({ first, last }) => first <= sheetRow && sheetRow <= last);
    if (!block) return undefined;
    const moves = FIELDS.flatMap((field) => {
      const from = block.columns[field];
      const to = ledger.blocks[0]?.columns[field];
      return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
    });
    const after = new Map<number, CellValue>();
    for (const { from } of moves) after.set(from, null);
    for (const { from, to } of moves) {
      const value = valueAt(grid, sheetRow, from);
      if (value === null) continue;
      // What stands where something else is to go must itself be on its way.
      if (valueAt(grid, sheetRow, to) !== null && !moves.some((other) => other.from === to)) return undefined;
      after.set(to, value);
    }
    for (const [column, value] of after) {
      if (grid.formulas.has(cellKey(sheetRow, column)) || isMerged(grid, sheetRow, column)) return undefined;
      const before = valueAt(grid, sheetRow, column);
      if (before !== value) edits.push({ kind: "setCell", sheet: grid.sheet, at: { row: sheetRow, column }, before, after: value });
    }
  }
  return edits.length > 0 ? edits : undefined;
}

function isMerged({ merges }: RuleContext["grid"], row: number, column: number): boolean {
  return merges.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right);
}
