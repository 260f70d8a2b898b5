import { describe, expect, it } from "vitest";
import type { CellValue, MergeArea } from "../../src/core/grid/sheet-grid";
import { areaBetween, gridShape } from "../../src/workbench/grid-geometry";
import { cellAfterKey } from "../../src/workbench/grid-keys";
import { drawnSheet } from "./drawn-sheet";

const viewOf = (values: readonly (readonly CellValue[])[], merges: readonly MergeArea[] = [], hidden: readonly number[] = []) => drawnSheet(values, {}, { merges, hiddenRows: new Set(hidden) });

const VALUES = [
  ["序号", "要求", "时限"],
  [1, "甲", "年底前"],
  [2, "乙", null],
  [3, "丙", "年底前"],
];

function after(key: string, row: number, column: number, options: { readonly ctrl?: boolean; readonly merges?: readonly MergeArea[]; readonly hidden?: readonly number[] } = {}) {
  const view = viewOf(VALUES, options.merges, options.hidden);
  const to = cellAfterKey(view.grid, gridShape(view), { row, column }, { key, ctrlKey: options.ctrl ?? false });
  return to === undefined ? undefined : [to.row, to.column];
}

describe("a key moves", () => {
  it.each([
    ["ArrowDown", 1, 1, [2, 1]],
    ["ArrowUp", 1, 1, [0, 1]],
    ["ArrowLeft", 1, 1, [1, 0]],
    ["ArrowRight", 1, 1, [1, 2]],
    ["ArrowUp", 0, 1, [0, 1]],
    ["ArrowLeft", 1, 0, [1, 0]],
    ["Home", 2, 2, [2, 0]],
    ["End", 1, 0, [1, 2]],
    ["End", 2, 0, [2, 1]],
  ])("%s from %i,%i", (key, row, column, to) => expect(after(key, row, column)).toEqual(to));

  it.each([
    ["ArrowDown", 0, 0, [3, 0]],
    ["ArrowDown", 1, 2, [3, 2]],
    ["ArrowUp", 3, 0, [0, 0]],
    ["Home", 3, 2, [0, 0]],
    ["End", 0, 0, [3, 2]],
  ])("Ctrl with %s from %i,%i to the edge", (key, row, column, to) => expect(after(key, row, column, { ctrl: true })).toEqual(to));

  it("over a merge as over one cell", () => {
    const merges = [{ top: 1, bottom: 2, left: 0, right: 0 }];
    expect(after("ArrowDown", 1, 0, { merges })).toEqual([3, 0]);
    expect(after("ArrowUp", 3, 0, { merges })).toEqual([2, 0]);
  });

  it("past hidden rows", () => {
    expect(after("ArrowDown", 1, 1, { hidden: [2] })).toEqual([3, 1]);
    expect(after("ArrowUp", 3, 1, { hidden: [2] })).toEqual([1, 1]);
  });

  it.each(["a", "Enter", "F8", "Shift"])("but not %s", (key) => expect(after(key, 1, 1)).toBeUndefined());
});

describe("a selection", () => {
  it("takes in whole merges", () => {
    const shape = gridShape(viewOf(VALUES, [{ top: 1, bottom: 2, left: 0, right: 0 }]));
    expect(areaBetween(shape, { row: 2, column: 0 }, { row: 3, column: 1 })).toEqual({ top: 1, bottom: 3, left: 0, right: 1 });
  });

  it("is the same from both ends", () => {
    const shape = gridShape(viewOf(VALUES));
    expect(areaBetween(shape, { row: 3, column: 2 }, { row: 1, column: 0 })).toEqual(areaBetween(shape, { row: 1, column: 0 }, { row: 3, column: 2 }));
  });
});
