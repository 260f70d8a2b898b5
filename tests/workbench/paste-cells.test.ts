import { describe, expect, it } from "vitest";
import type { Area } from "../../src/core/edits/edit";
import { gridShape } from "../../src/workbench/grid-geometry";
import { cellsOfClear, cellsOfFillDown, cellsOfPaste } from "../../src/workbench/paste-cells";
import { drawnSheet } from "./drawn-sheet";

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });
const merged = drawnSheet([["甲", "乙"], [null, "丙"], ["丁", 3]], {}, { merges: [area(0, 0, 1, 0)] });
const written = (cells: readonly { readonly at: { readonly row: number; readonly column: number }; readonly value: unknown }[]) => cells.map(({ at, value }) => [at.row, at.column, value]);

describe("a pasted table", () => {
  const shape = gridShape(drawnSheet([["a", "b"]]));
  it("goes once from the first selected cell", () => {
    const { cells, area: to } = cellsOfPaste([["1", "年底前"], ["", "全年"]], area(4, 2, 4, 2), shape);
    expect(written(cells)).toEqual([[4, 2, 1], [4, 3, "年底前"], [5, 2, null], [5, 3, "全年"]]);
    expect(to).toEqual(area(4, 2, 5, 3));
  });
  it("fills a selection that it fills evenly", () => {
    expect(written(cellsOfPaste([["年底前"]], area(1, 3, 3, 3), shape).cells)).toEqual([[1, 3, "年底前"], [2, 3, "年底前"], [3, 3, "年底前"]]);
    expect(written(cellsOfPaste([["a", "b"]], area(0, 0, 1, 1), shape).cells)).toEqual([[0, 0, "a"], [0, 1, "b"], [1, 0, "a"], [1, 1, "b"]]);
  });
  it("goes once where it does not", () => {
    expect(cellsOfPaste([["a"], ["b"]], area(0, 0, 2, 0), shape).area).toEqual(area(0, 0, 1, 0));
  });
  it("leaves out what a short line does not say", () => {
    expect(written(cellsOfPaste([["a", "b"], ["c"]], area(0, 0, 0, 0), shape).cells)).toEqual([[0, 0, "a"], [0, 1, "b"], [1, 0, "c"]]);
  });
  it("is written once into a merge", () => {
    expect(written(cellsOfPaste([["新"]], area(0, 0, 1, 0), gridShape(merged)).cells)).toEqual([[0, 0, "新"]]);
  });
});

describe("filling down", () => {
  it("repeats the first row, past merges, hidden rows and formulas", () => {
    const sheet = drawnSheet([["甲", 1, 2], ["乙", 5, 6], ["丙", 7, 8]], {}, { formulas: new Map([[1, "=A1"]]), hiddenRows: new Set([1]) });
    expect(written(cellsOfFillDown(sheet.grid, area(0, 0, 2, 2), gridShape(sheet)))).toEqual([[2, 0, "甲"], [2, 2, 2]]);
    expect(written(cellsOfFillDown(merged.grid, area(0, 0, 2, 0), gridShape(merged)))).toEqual([[2, 0, "甲"]]);
  });
  it("does nothing to one row", () => expect(cellsOfFillDown(merged.grid, area(2, 0, 2, 1), gridShape(merged))).toEqual([]));
});

it("clearing names the filled cells", () => {
  expect(written(cellsOfClear(merged.grid, area(0, 0, 2, 1)))).toEqual([[0, 0, null], [0, 1, null], [1, 1, null], [2, 0, null], [2, 1, null]]);
});
