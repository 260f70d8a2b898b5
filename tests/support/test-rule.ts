import { describe, expect, it } from "vitest";
import type { Rule, Severity } from "../../src/core/rules/rule";
import { addressOf } from "../../src/core/grid/address";
import { checkExample, fixedGrid, gridOf, type SheetExample } from "./check-example";

interface Silent extends SheetExample {
  readonly name: string;
}

interface Found extends SheetExample {
  readonly name: string;
  /** One line per problem: "D3 error unreadable", in the order of the sheet; "-" for one about the sheet. */
  readonly problems: readonly string[];
  /** The labels of the suggestions of the first problem, when the case is about them. */
  readonly suggestions?: readonly string[];
  /** Texts after the certain changes, by address. Without it, the rule must offer no certain change here. */
  readonly fixed?: Readonly<Record<string, string | number>>;
}

/** The tester of this project: every rule is held by the same two tables and by its own documentation. */
export function testRule(rule: Rule, cases: { readonly silent: readonly Silent[]; readonly found: readonly Found[] }): void {
  describe(rule.meta.id, () => {
    it("has at least as many cases that must stay as they are", () => expect(cases.silent.length).toBeGreaterThanOrEqual(cases.found.length));

    it.each(cases.silent)("stays silent: $name", (example) => {
      expect(lines(rule, example)).toEqual([]);
    });

    it.each(cases.found)("finds: $name", (example) => {
      const grid = gridOf(example);
      const { problems, notChecked } = checkExample(rule, example, grid);
      expect(notChecked).toEqual([]);
      expect(problems.map(lineOf)).toEqual(example.problems);
      if (example.suggestions) expect(problems[0]?.suggestions.map(({ label }) => label)).toEqual(example.suggestions);
      const fixed = fixedGrid(grid, problems);
      expect(changes(grid.values, fixed.values)).toEqual(example.fixed ?? {});
      // A change that leaves a sure problem of its own kind is a bug.
      expect(checkExample(rule, example, fixed).problems.filter(({ fix }) => fix?.every((edit) => edit.kind === "setCell"))).toEqual([]);
    });

    it.each(rule.docs.bad.map((example, index) => ({ index, example })))("documentation, bad example $index", ({ example }) => {
      expect(checkExample(rule, example).problems).not.toEqual([]);
    });

    it.each(rule.docs.good.map((example, index) => ({ index, example })))("documentation, good example $index", ({ example }) => {
      expect(lines(rule, example)).toEqual([]);
    });
  });
}

function lines(rule: Rule, example: SheetExample): string[] {
  return checkExample(rule, example).problems.map(lineOf);
}

function lineOf(problem: { at: { row: number; column: number } | null; severity: Severity; messageId: string }): string {
  return `${problem.at ? addressOf(problem.at) : "-"} ${problem.severity} ${problem.messageId}`;
}

function changes(before: readonly (readonly unknown[])[], after: readonly (readonly unknown[])[]): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  after.forEach((row, r) => row.forEach((value, c) => {
    if (value !== before[r]?.[c]) changed[addressOf({ row: r, column: c })] = value;
  }));
  return changed;
}
