import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupProblems, listLines } from "../../src/taskpane/problem-groups";
import { problemAt } from "./fixture";

const severities = ["error", "warning", "info"] as const;

const problems = fc
  .array(fc.record({ kind: fc.constantFrom("a", "b", "c"), severity: fc.constantFrom(...severities) }), { maxLength: 30 })
  .map((list) => list.map(({ kind, severity }, index) => problemAt(index + 1, { id: `p${index}`, kind, severity })));

describe("groups by kind", () => {
  it("hold every problem once, in the order given", () => {
    fc.assert(
      fc.property(problems, (list) => {
        const groups = groupProblems(list);
        expect(groups.flatMap((group) => group.problems).map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
        for (const { problems: members } of groups) expect(members.map(({ id }) => list.findIndex((problem) => problem.id === id))).toEqual([...members.map(({ id }) => list.findIndex((problem) => problem.id === id))].sort((a, b) => a - b));
      }),
    );
  });

  it("stand the gravest first", () => {
    const groups = groupProblems([problemAt(1, { kind: "a", severity: "info" }), problemAt(2, { kind: "b", severity: "warning" }), problemAt(3, { kind: "a", severity: "error" })]);
    expect(groups.map(({ kind, severity }) => [kind, severity])).toEqual([["a", "error"], ["b", "warning"]]);
  });
});

describe("lines", () => {
  it("by row are the problems themselves, whatever is unfolded", () => {
    fc.assert(
      fc.property(problems, (list) => {
        expect(listLines(list, "row", new Set(), new Set(["a"])).map(({ key }) => key)).toEqual(list.map(({ id }) => id));
      }),
    );
  });

  it("of a folded kind are one", () => {
    const list = [problemAt(1), problemAt(2), problemAt(3, { kind: "other" })];
    expect(listLines(list, "kind", new Set(), new Set()).map(({ type }) => type)).toEqual(["group", "problem"]);
    expect(listLines(list, "kind", new Set(), new Set(["deadline-filled"])).map(({ type }) => type)).toEqual(["group", "problem", "problem", "problem"]);
  });
});
