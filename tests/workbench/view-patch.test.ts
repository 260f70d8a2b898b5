import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffView, patchView } from "../../src/workbench/file/view-patch";
import { drawnSheet } from "./drawn-sheet";

const cell = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }), fc.constantFrom("年底前", "办公室"));
const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 })), { maxLength: 6 }).map((entries) => new Map(entries));
const view = fc
  .record({ width: fc.integer({ min: 1, max: 3 }), height: fc.integer({ min: 0, max: 6 }), lookOf: places, hidden: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }), frozen: fc.integer({ min: 0, max: 2 }) })
  .chain(({ width, height, lookOf, hidden, frozen }) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }).map((values) => drawnSheet(values, { lookOf, frozenRows: frozen }, { hiddenRows: new Set(hidden), formulas: new Map([...lookOf].map(([key]) => [key, `=A${key}`])) })),
  );

describe("what the page is told of a changed sheet", () => {
  it("leads from the view before to the view after, also through a worker", () => {
    fc.assert(
      fc.property(fc.option(view), view, (before, after) => {
        expect(patchView(before, structuredClone(diffView(before, after)))).toEqual(after);
      }),
    );
  });

  it("is one row for one cell of many", () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => [row, `第${row}项`]);
    const before = drawnSheet(rows);
    const after = drawnSheet(rows.map((cells, row) => (row === 7 ? [7, "改过"] : cells)));
    expect(diffView(before, after)).toEqual({ kind: "rows", height: 2_000, rows: [{ row: 7, values: [7, "改过"], texts: ["7", "改过"] }], grid: {}, view: {} });
  });

  it("keeps what did not change the same object, so that nothing is drawn again for it", () => {
    const before = drawnSheet([["a"], ["b"]], { lookOf: new Map([[0, 1]]) });
    const after = patchView(before, diffView(before, drawnSheet([["a"], ["c"]], { lookOf: new Map([[0, 1]]) })));
    expect(after.lookOf).toBe(before.lookOf);
    expect(after.grid.values[0]).toBe(before.grid.values[0]);
    expect(after.grid.values[1]).toEqual(["c"]);
  });

  it("names only the entries that changed of a long map", () => {
    const looks = new Map(Array.from({ length: 500 }, (_, key) => [key, 1]));
    const patch = diffView(drawnSheet([["a"]], { lookOf: looks }), drawnSheet([["a"]], { lookOf: new Map([...looks, [500, 2]]) }));
    expect(patch).toMatchObject({ view: { lookOf: { kind: "entries", set: [[500, 2]], gone: [] } } });
  });

  it("is the whole sheet when another one is in front, or its width changed", () => {
    expect(diffView(drawnSheet([["a"]]), drawnSheet([["a"]], {}, { sheet: "别的" }))).toMatchObject({ kind: "whole" });
    expect(diffView(drawnSheet([["a"]]), drawnSheet([["a", "b"]]))).toMatchObject({ kind: "whole" });
  });
});
