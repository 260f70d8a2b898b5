import { describe, expect, it } from "vitest";
import { MOST_BLANK_ROWS, MOST_COLUMNS, reachOf } from "../../../src/core/grid/reach";

describe("how far a sheet is read", () => {
  it("an empty sheet", () => expect(reachOf([])).toEqual({ rows: 0, columns: 0, beyond: null }));

  it("to its end, where nothing is far off", () => {
    expect(reachOf([{ row: 1, lastColumn: 3 }, { row: MOST_BLANK_ROWS + 1, lastColumn: 7 }])).toEqual({ rows: MOST_BLANK_ROWS + 2, columns: 8, beyond: null });
  });

  it("not over too many blank rows, nor for what comes after them", () => {
    expect(reachOf([{ row: 0, lastColumn: 1 }, { row: MOST_BLANK_ROWS + 1, lastColumn: 7 }, { row: MOST_BLANK_ROWS + 2, lastColumn: 0 }])).toEqual({ rows: 1, columns: 2, beyond: { row: MOST_BLANK_ROWS + 2, column: null } });
  });

  it("as far as column IV", () => {
    expect(reachOf([{ row: 0, lastColumn: MOST_COLUMNS - 1 }]).beyond).toBeNull();
    expect(reachOf([{ row: 0, lastColumn: MOST_COLUMNS }])).toEqual({ rows: 1, columns: MOST_COLUMNS, beyond: { row: null, column: MOST_COLUMNS } });
  });
});
