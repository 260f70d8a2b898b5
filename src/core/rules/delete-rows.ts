import type { DeleteRowsEdit } from "../edits/edit";
import type { RuleContext } from "./rule";

/** The edit that takes whole sheet rows out, with what they hold as its precondition. */
export function deleteRows({ grid }: Pick<RuleContext, "grid">, row: number, count: number): DeleteRowsEdit {
  return { kind: "deleteRows", sheet: grid.sheet, row, count, before: grid.values.slice(row, row + count) };
}
