import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import type { KeptPart } from "../../src/core/workbook";
import { ledgerInit, setCell, sheetOf, valueOf, withHost, type MakeHost } from "./workbook-contract";

/** Writing cells: preconditions, text as text, the journal, taking back. */
export function cellContract(name: string, makeHost: MakeHost): void {
  describe(`${name}: writing cells`, () => {
    it(
      "writes one cell and nothing else, and its inverse restores the whole workbook",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        const edit = setCell("台账", 4, 4, "年地前", "年底前");
        const outcome = valueOf(await workbook.applyEdits([edit]));
        expect(outcome.written).toEqual([edit]);
        expect(outcome.skipped).toEqual([]);
        expect(outcome.inverses).toEqual([setCell("台账", 4, 4, "年底前", "年地前")]);
        const sheet = sheetOf(before, "台账");
        const changed = { ...sheet, cells: { ...sheet.cells, E5: { ...sheet.cells["E5"], value: "年底前" } } };
        expect(await dump()).toEqual({ ...before, sheets: before.sheets.map((one) => (one.name === "台账" ? changed : one)) });
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "skips and names what changed since, holds a formula, lies under a merge or on a missing sheet, and writes the rest",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const good = setCell("台账", 4, 3, null, "办公室");
        const outcome = valueOf(
          await workbook.applyEdits([
            setCell("台账", 2, 4, "2026年5月底前", "2026年6月底前"),
            setCell("台账", 5, 5, 60, 61),
            setCell("台账", 3, 1, null, "一、公开"),
            good,
            setCell("没有", 0, 0, null, "甲"),
          ]),
        );
        expect(outcome.written).toEqual([good]);
        expect(outcome.skipped.map(({ reason }) => reason)).toEqual(["changed-since", "formula", "covered-by-merge", "sheet-missing"]);
        const cells = sheetOf(await dump(), "台账").cells;
        expect(cells["D5"]?.value).toBe("办公室");
        expect(cells["B4"]?.value).toBeUndefined();
        expect(cells["F6"]).toMatchObject({ formula: "=SUM(F3:F5)", value: 60 });
      }),
    );

    it(
      "does not change locked cells of a protected sheet, but the unlocked ones",
      withHost(makeHost, { sheets: [{ name: "护", values: [["甲", "乙"]], styles: { B1: { locked: false } }, isProtected: true }] }, async ({ workbook, dump }) => {
        const outcome = valueOf(await workbook.applyEdits([setCell("护", 0, 0, "甲", "新"), setCell("护", 0, 1, "乙", "新")]));
        expect(outcome.skipped.map(({ reason }) => reason)).toEqual(["locked"]);
        expect(outcome.written.length).toBe(1);
        const sheet = sheetOf(await dump(), "护");
        expect(sheet.cells["A1"]?.value).toBe("甲");
        expect(sheet.cells["B1"]?.value).toBe("新");
        expect(sheet.isProtected).toBe(true);
      }),
    );

    const texts = ["=1+2", "+86", "-5", "@甲", "'引号", "''", "007", "12", "3月5日", "2026年6月30日", "1-2", "3/4", "50%", "TRUE", "1e5", " 12 ", "２０２６", "年底前", "第一行\n第二行", "¥5", "(3)", "12:30", "Mar 5"];
    it.each(texts)(
      "stores %j as text and gives it back",
      async (text) =>
        withHost(makeHost, { sheets: [{ name: "一", values: [["甲", "乙"]], numberFormats: { B1: "@" } }] }, async ({ workbook, dump }) => {
          const before = await dump();
          const outcome = valueOf(await workbook.applyEdits([setCell("一", 0, 0, "甲", text), setCell("一", 0, 1, "乙", text)]));
          expect(outcome.skipped).toEqual([]);
          const cells = sheetOf(await dump(), "一").cells;
          expect(cells["A1"]).toEqual({ value: text });
          expect(cells["B1"]).toEqual({ value: text, numberFormat: "@" });
          const grid = valueOf(await workbook.readSheet());
          expect(grid.values[0]).toEqual([text, text]);
          expect(grid.formulas.size).toBe(0);
          valueOf(await workbook.applyEdits(outcome.inverses));
          expect(await dump()).toEqual(before);
        })(),
    );

    it(
      "empties a cell, writes numbers and booleans, and sets a number format along",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        const edits: Edit[] = [
          setCell("台账", 2, 3, "办公室牵头，信息中心配合", null),
          setCell("台账", 2, 0, 1, 11),
          setCell("台账", 3, 0, 2, true),
          { kind: "setCell", sheet: "台账", at: { row: 2, column: 4 }, before: "2026年6月底前", after: 46203, numberFormat: { before: "General", after: "yyyy-mm-dd" } },
        ];
        const outcome = valueOf(await workbook.applyEdits(edits));
        expect(outcome.written).toEqual(edits);
        const cells = sheetOf(await dump(), "台账").cells;
        expect(cells["D3"]?.value).toBeUndefined();
        expect(cells["A3"]?.value).toBe(11);
        expect(cells["A4"]?.value).toBe(true);
        expect(cells["E3"]).toMatchObject({ value: 46203, numberFormat: "yyyy-mm-dd" });
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "applies edits in order: a second edit of a cell sees the first",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits([setCell("台账", 4, 4, "年地前", "年底前"), setCell("台账", 4, 4, "年底前", "2026年底前")]));
        expect(outcome.written.length).toBe(2);
        expect(sheetOf(await dump(), "台账").cells["E5"]?.value).toBe("2026年底前");
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "hands the edits to the journal too, and stores its parts after them when asked to",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        const good = setCell("台账", 4, 4, "年地前", "年底前");
        const told: (readonly Edit[])[] = [];
        const done = (_inverses: readonly Edit[], edits: readonly Edit[]): readonly KeptPart[] => {
          told.push(edits);
          return [{ id: "journal-000001", text: "done" }];
        };
        valueOf(await workbook.applyEdits([good, setCell("台账", 2, 0, 99, 1)], done, "after"));
        expect(told).toEqual([[good]]);
        expect(valueOf(await workbook.readParts())).toEqual([{ id: "journal-000001", text: "done" }]);
      }),
    );

    it(
      "stores the journal parts of exactly what is written, and calls for none when nothing is",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        const seen: (readonly Edit[])[] = [];
        const journal = (inverses: readonly Edit[]): readonly KeptPart[] => {
          seen.push(inverses);
          return [{ id: `journal-00000${seen.length}`, text: JSON.stringify(inverses) }];
        };
        const outcome = valueOf(await workbook.applyEdits([setCell("台账", 4, 4, "年地前", "年底前"), setCell("台账", 2, 0, 99, 1)], journal));
        expect(seen).toEqual([outcome.inverses]);
        expect(outcome.inverses).toEqual([setCell("台账", 4, 4, "年底前", "年地前")]);
        expect(valueOf(await workbook.readParts())).toEqual([{ id: "journal-000001", text: JSON.stringify(outcome.inverses) }]);
        valueOf(await workbook.applyEdits([setCell("台账", 2, 0, 99, 1)], journal));
        expect(seen.length).toBe(1);
        expect(valueOf(await workbook.readParts()).length).toBe(1);
      }),
    );

    it(
      "writes many cells at once, over several sheets",
      withHost(makeHost, { sheets: [{ name: "一", values: Array.from({ length: 400 }, (_, row) => [row, `文${row}`]) }, { name: "二", values: [["甲"]] }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const edits = [...Array.from({ length: 400 }, (_, row) => setCell("一", row, 1, `文${row}`, `改${row}`)), setCell("二", 0, 0, "甲", "乙")];
        const outcome = valueOf(await workbook.applyEdits(edits));
        expect(outcome.written).toEqual(edits);
        const after = await dump();
        expect(sheetOf(after, "一").cells["B400"]?.value).toBe("改399");
        expect(sheetOf(after, "二").cells["A1"]?.value).toBe("乙");
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
      }),
    );
  });
}
