import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { withCells } from "../../../src/core/edits/apply-to-grid";
import type { Edit } from "../../../src/core/edits/edit";
import { isTextFix, planFixes } from "../../../src/core/edits/plan-fixes";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { Problem } from "../../../src/core/rules/rule";

function problem(ruleId: string, at: { row: number; column: number }, fix: readonly Edit[] | null): Problem {
  return { id: `${ruleId}-${at.row}-${at.column}`, ruleId, messageId: "m", severity: "info", message: "", why: "", how: "", sheet: "台账", row: at.row, rowKey: null, field: null, at, span: null, fix, suggestions: [], kind: ruleId };
}

/** A check of three rules that each put one thing right in a text cell: blanks, commas, an ending. */
const REPAIRS: Readonly<Record<string, (text: string) => string>> = { blank: (text) => text.replaceAll(" ", ""), comma: (text) => text.replaceAll(",", "，"), stop: (text) => (text.endsWith("。") || text === "" ? text : `${text}。`) };

function check(grid: SheetGrid): Problem[] {
  return Object.entries(REPAIRS).flatMap(([rule, repair]) =>
    grid.values.flatMap((values, row) =>
      values.flatMap((value, column) => {
        if (typeof value !== "string" || repair(value) === value) return [];
        const at = { row, column };
        return [problem(rule, at, [{ kind: "setCell", sheet: "台账", at, before: value, after: repair(value) }])];
      }),
    ),
  );
}

const plan = (values: CellValue[][], wanted?: ReadonlySet<string>) => {
  const grid = gridOfValues("台账", values);
  return planFixes(grid, check(grid), check, wanted);
};

describe("sure changes put together", () => {
  it("are one edit a cell, from what stands there to what all rules want", () => {
    expect(plan([["甲 ,乙", "好。"]]).edits).toEqual([{ kind: "setCell", sheet: "台账", at: { row: 0, column: 0 }, before: "甲 ,乙", after: "甲，乙。" }]);
  });

  it("are only those that were chosen, and what comes of them by the same rules", () => {
    const { edits, answered } = plan([["甲 ,乙", "丙 丁"]], new Set(["blank-0-0"]));
    expect(edits.map(({ after }) => after)).toEqual(["甲,乙"]);
    expect(answered).toEqual(["blank-0-0"]);
  });

  it("leave rows that move alone", () => {
    const moving = problem("row", { row: 0, column: 0 }, [{ kind: "deleteRows", sheet: "台账", row: 0, count: 1, before: [["甲"]] }]);
    expect(isTextFix(moving)).toBe(false);
    expect(isTextFix(problem("none", { row: 0, column: 0 }, null))).toBe(false);
    expect(planFixes(gridOfValues("台账", [["甲"]]), [moving], () => []).edits).toEqual([]);
  });

  it("come to an end when two rules undo one another, and then change nothing or one thing", () => {
    const flip = (grid: SheetGrid): Problem[] => {
      const value = grid.values[0]![0]!;
      return [problem("flip", { row: 0, column: 0 }, [{ kind: "setCell", sheet: "台账", at: { row: 0, column: 0 }, before: value, after: value === "甲" ? "乙" : "甲" }])];
    };
    const grid = gridOfValues("台账", [["甲"]]);
    expect(planFixes(grid, flip(grid), flip).edits.length).toBeLessThanOrEqual(1);
  });

  it("a problem over two cells is done whole or waits whole", () => {
    const at = (column: number) => ({ row: 0, column });
    const set = (column: number, before: string, after: string): Edit => ({ kind: "setCell", sheet: "台账", at: at(column), before, after });
    const grid = gridOfValues("台账", [["甲", "乙"]]);
    const first = [problem("one", at(0), [set(0, "甲", "子")]), problem("two", at(1), [set(0, "甲", "丑"), set(1, "乙", "丑")])];
    const { edits } = planFixes(grid, first, () => []);
    expect(edits.map(({ at: { column }, after }) => [column, after])).toEqual([[0, "子"]]);
  });

  it("leave no sure problem of their kinds, keep their preconditions true, and touch nothing else", () => {
    const cell = fc.oneof(fc.constantFrom<CellValue>("甲 乙", "甲,乙 。", " ", "，", "好。", null, 5), fc.string({ unit: fc.constantFrom("甲", " ", ",", "，", "。"), maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (values) => {
        const grid = gridOfValues("台账", values);
        const { edits } = plan(values);
        for (const { at, before } of edits) expect(grid.values[at.row]![at.column]).toBe(before);
        const after = withCells(grid, edits);
        expect(check(after)).toEqual([]);
        expect(withCells(after, edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }))).values).toEqual(grid.values);
      }),
    );
  });
});

describe("a grid with other cells", () => {
  it("is a new one; the old one, its other rows and a formula's place stay or go as they should", () => {
    const grid = { ...gridOfValues("台账", [["甲", 1], ["乙", 2]]), formulas: new Map([[1, "=1"], [16_385, "=2"]]) };
    const next = withCells(grid, [{ kind: "setCell", sheet: "台账", at: { row: 0, column: 1 }, before: 1, after: true }]);
    expect(next.values).toEqual([["甲", true], ["乙", 2]]);
    expect(next.texts[0]).toEqual(["甲", "TRUE"]);
    expect([...next.formulas.keys()]).toEqual([16_385]);
    expect(next.values[1]).toBe(grid.values[1]);
    expect(grid.values[0]).toEqual(["甲", 1]);
    expect(withCells(grid, [])).toBe(grid);
  });
});
