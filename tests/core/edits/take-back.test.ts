import { describe, expect, it } from "vitest";
import type { SetCellEdit } from "../../../src/core/edits/edit";
import type { JournalEntry } from "../../../src/core/edits/journal";
import { planTakeBack } from "../../../src/core/edits/take-back";
import { gridOfValues, type CellValue } from "../../../src/core/grid/sheet-grid";
import { cellKey } from "../../../src/core/grid/address";

const inverse = (before: CellValue, after: CellValue, more: Partial<SetCellEdit> = {}): SetCellEdit => ({ kind: "setCell", sheet: "台账", at: { row: 0, column: 0 }, before, after, ...more });
const entry = (...inverses: readonly SetCellEdit[]): JournalEntry => ({ id: "journal-000001", command: "tidyFormat", title: "", time: "", sheet: "台账", inverses, undone: [] });
const planOver = (held: CellValue, edit: SetCellEdit, format?: string) => {
  const grid = gridOfValues("台账", [[held]]);
  const numberFormats = new Map(format === undefined ? [] : [[cellKey(0, 0), format] as const]);
  return planTakeBack(entry(edit), [], { ...grid, numberFormats }, null);
};

describe("a cell that holds again what it held before us", () => {
  it.each([
    ["the same text", "年地前", inverse("年底前", "年地前"), undefined],
    ["nothing, where nothing was", null, inverse("办公室", null), undefined],
    ["nothing, said as an empty text", null, inverse("办公室", ""), undefined],
    ["a number in its old format", 5, inverse(46203, 5, { numberFormat: { before: "yyyy-mm-dd", after: "0.00" } }), "0.00"],
  ] as const)("needs no edit: %s", (_what, held, edit, format) => {
    expect(planOver(held, edit, format)).toEqual({ edits: [], items: [], already: [0], refused: [] });
  });

  it.each([
    ["our value still stands", "年底前", inverse("年底前", "年地前"), undefined],
    ["someone else's value stands, which the host refuses", "10月底前", inverse("年底前", "年地前"), undefined],
    ["only the format is still ours", 5, inverse(46203, 5, { numberFormat: { before: "yyyy-mm-dd", after: "0.00" } }), "yyyy-mm-dd"],
    ["how it looked cannot be told from the value", "年地前", inverse("年底前", "年地前", { snapshot: { host: "xlsx", data: {} } }), undefined],
  ] as const)("is not taken for one while %s", (_what, held, edit, format) => {
    expect(planOver(held, edit, format)).toEqual({ edits: [edit], items: [0], already: [], refused: [] });
  });
});
