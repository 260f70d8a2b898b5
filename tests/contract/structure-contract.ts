import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import { ledgerInit, setCell, sheetOf, valueOf, withHost, type MakeHost } from "./workbook-contract";

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/**
 * Rows, columns, merges, drop-downs and lamps. Agreed here, beyond the types of the edits:
 * - a new row takes the looks of the row above it; merges it falls into grow;
 * - `deleteRows` is refused as not-restorable when a formula elsewhere refers to a cell in the rows or to a range that begins
 *   or ends in them (a range reaching beyond them on both sides shrinks and grows again), when a comment stands in them, or
 *   when a merge begins in them and ends below them; every other merge comes back with the inverse;
 * - rows and columns of a protected sheet are locked;
 * - `deleteColumns` is refused as area-not-empty when a cell there holds anything;
 * - `merge` is refused as area-not-empty when more than the first cell holds something, as covered-by-merge when it meets another merge;
 *   `unmerge` as changed-since when the area is not exactly one merge;
 * - `setValidation` is refused as has-validation when `before` is null and the area meets any validation, as changed-since when `before` is not what is there,
 *   as list-too-long when `after` takes more than 255 characters with its commas or one of its options has a comma.
 */
export function structureContract(name: string, makeHost: MakeHost): void {
  describe(`${name}: changing the sheet's structure`, () => {
    const takenBack = (edits: readonly Edit[], check?: (cells: Readonly<Record<string, { readonly value?: unknown }>>, sheet: ReturnType<typeof sheetOf>) => void) =>
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits(edits));
        expect(outcome.skipped).toEqual([]);
        expect(outcome.written).toEqual(edits);
        const sheet = sheetOf(await dump(), "台账");
        check?.(sheet.cells, sheet);
        const back = valueOf(await workbook.applyEdits(outcome.inverses));
        expect(back.skipped).toEqual([]);
        expect(await dump()).toEqual(before);
      });

    it(
      "inserts rows in the style of the row above, shifts formulas, and takes them back",
      takenBack([{ kind: "insertRows", sheet: "台账", row: 5, count: 2, values: [["5", null, "补一行"], []] }], (cells, sheet) => {
        expect(cells["A6"]?.value).toBe("5");
        expect(cells["C6"]).toMatchObject({ value: "补一行", style: { wrap: true, border: true } });
        expect(cells["C7"]?.value).toBeUndefined();
        expect(cells["F8"]).toMatchObject({ value: 60, formula: "=SUM(F3:F5)" });
        expect(sheet.merges).toEqual(["A1:F1", "B3:B5"]);
        expect(sheet.hiddenRows).toEqual([4]);
      }),
    );

    it(
      "lets a merge and a sum grow with a row inserted inside them",
      takenBack([{ kind: "insertRows", sheet: "台账", row: 3, count: 1, values: [[9, null, "=文字"]] }], (cells, sheet) => {
        expect(sheet.merges).toEqual(["A1:F1", "B3:B6"]);
        expect(cells["F7"]).toMatchObject({ formula: "=SUM(F3:F6)" });
        expect(cells["C4"]).toMatchObject({ value: "=文字" });
        expect(sheet.hiddenRows).toEqual([5]);
      }),
    );

    it(
      "refuses a new row's value that would lie under a merge",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits([{ kind: "insertRows", sheet: "台账", row: 3, count: 1, values: [[9, "甲"]] }]));
        expect(outcome.skipped.map(({ reason }) => reason)).toEqual(["covered-by-merge"]);
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "deletes rows and puts them back as they were: values, looks, height, hidden state, merges",
      withHost(
        makeHost,
        {
          sheets: [
            {
              name: "一",
              values: [["甲", 1], ["乙", 2], ["丙", null], ["丁", 46203], ["戊", 5]],
              numberFormats: { B4: "yyyy-mm-dd" },
              styles: { "A3:B4": { fill: "#FFF2CC", bold: true } },
              merges: ["A3:B3"],
              rowHeights: { 3: 44 },
              hiddenRows: [3],
              validations: [{ area: "B2:B5", options: ["甲", "乙"] }],
            },
          ],
        },
        async ({ workbook, dump }) => {
          const before = await dump();
          const outcome = valueOf(await workbook.applyEdits([{ kind: "deleteRows", sheet: "一", row: 2, count: 2, before: [["丙"], ["丁", 46203]] }]));
          expect(outcome.skipped).toEqual([]);
          const sheet = sheetOf(await dump(), "一");
          expect(sheet.cells["A3"]?.value).toBe("戊");
          expect(sheet.merges).toEqual([]);
          expect(sheet.hiddenRows).toEqual([]);
          const inverses: readonly Edit[] = JSON.parse(JSON.stringify(outcome.inverses)) as Edit[];
          expect(valueOf(await workbook.applyEdits(inverses)).skipped).toEqual([]);
          expect(await dump()).toEqual(before);
        },
      ),
    );

    it(
      "deletes a row in the middle of a range that is summed, and puts it back",
      withHost(makeHost, { sheets: [{ name: "一", values: [[1], [2], [3], [6]], formulas: { A4: "=SUM(A1:A3)" } }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits([{ kind: "deleteRows", sheet: "一", row: 1, count: 1, before: [[2]] }]));
        expect(sheetOf(await dump(), "一").cells["A3"]?.formula).toBe("=SUM(A1:A2)");
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "restores a formula in a deleted row",
      withHost(makeHost, { sheets: [{ name: "一", values: [[1, 2], [3, 4], [5, 6]], formulas: { B2: "=A2+1" } }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits([{ kind: "deleteRows", sheet: "一", row: 1, count: 1, before: [[3, 4]] }]));
        expect(outcome.skipped).toEqual([]);
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
      }),
    );

    it.each([
      ["that changed since", { values: [["甲"], ["乙"], ["丙"]] }, "changed-since"],
      ["that a formula elsewhere refers to", { values: [["甲"], [2], [2]], formulas: { A3: "=A2" } }, "not-restorable"],
      ["with which a range begins that a formula elsewhere refers to", { values: [[1], [2], [3], [5]], formulas: { A4: "=SUM(A2:A3)" } }, "not-restorable"],
      ["with a comment", { values: [["甲"], [2], ["丙"]], comments: { A2: "批注" } }, "not-restorable"],
      ["in which a longer merge begins", { values: [["甲"], [2], [null]], merges: ["A2:A3"] }, "not-restorable"],
      ["of a protected sheet", { values: [["甲"], [2], ["丙"]], isProtected: true }, "locked"],
    ] as const)("does not delete a row %s", async (_what, init, reason) =>
      withHost(makeHost, { sheets: [{ name: "一", ...init }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits([{ kind: "deleteRows", sheet: "一", row: 1, count: 1, before: [[2]] }]));
        expect(outcome.written).toEqual([]);
        expect(outcome.skipped.map((one) => one.reason)).toEqual([reason]);
        expect(await dump()).toEqual(before);
      })(),
    );

    it(
      "inserts columns like another one, with its width, and takes them back",
      takenBack([{ kind: "insertColumns", sheet: "台账", column: 5, count: 1, likeColumn: 2 }, setCell("台账", 1, 5, null, "截止日")], (cells, sheet) => {
        expect(cells["F2"]).toMatchObject({ value: "截止日", style: { bold: true, fill: "#DDEBF7" } });
        expect(cells["G6"]).toMatchObject({ formula: "=SUM(G3:G5)" });
        expect(sheet.columnWidths["F"]).toBe(sheet.columnWidths["C"]);
        expect(sheet.merges).toEqual(["A1:G1", "B3:B5"]);
      }),
    );

    it(
      "does not delete columns that hold something",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        const outcome = valueOf(await workbook.applyEdits([{ kind: "deleteColumns", sheet: "台账", column: 3, count: 1 }]));
        expect(outcome.skipped.map(({ reason }) => reason)).toEqual(["area-not-empty"]);
      }),
    );

    it(
      "keeps places true when structural edits and cell edits are mixed",
      takenBack(
        [
          { kind: "insertRows", sheet: "台账", row: 2, count: 1, values: [["新"]] },
          setCell("台账", 5, 4, "年地前", "年底前"),
          { kind: "insertColumns", sheet: "台账", column: 0, count: 1, likeColumn: null },
          setCell("台账", 5, 5, "年底前", "2026年底前"),
        ],
        (cells) => {
          expect(cells["F6"]?.value).toBe("2026年底前");
          expect(cells["B3"]?.value).toBe("新");
        },
      ),
    );

    it(
      "merges an area with one filled cell, unmerges it again, and refuses what does not fit",
      withHost(makeHost, { sheets: [{ name: "一", values: [["甲", null, "乙"], [null, null, null]], merges: ["A2:B2"] }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const outcome = valueOf(await workbook.applyEdits([{ kind: "merge", sheet: "一", area: area(0, 0, 0, 1) }, { kind: "unmerge", sheet: "一", area: area(1, 0, 1, 1) }]));
        expect(outcome.skipped).toEqual([]);
        expect(sheetOf(await dump(), "一").merges).toEqual(["A1:B1"]);
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
        const refused = valueOf(
          await workbook.applyEdits([
            { kind: "merge", sheet: "一", area: area(0, 0, 0, 2) },
            { kind: "merge", sheet: "一", area: area(0, 0, 1, 0) },
            { kind: "unmerge", sheet: "一", area: area(1, 0, 1, 2) },
          ]),
        );
        expect(refused.skipped.map(({ reason }) => reason)).toEqual(["area-not-empty", "covered-by-merge", "changed-since"]);
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "sets a drop-down list, refuses to replace one it does not know, and takes it back",
      withHost(makeHost, { sheets: [{ name: "一", values: [["甲"], ["乙"]], validations: [{ area: "A2", options: ["是", "否"] }] }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const options = ["办公室", "信息中心"];
        const outcome = valueOf(await workbook.applyEdits([{ kind: "setValidation", sheet: "一", area: area(0, 0, 0, 0), before: null, after: { kind: "list", options } }]));
        expect(outcome.skipped).toEqual([]);
        expect(sheetOf(await dump(), "一").validations).toEqual([
          { area: "A1", options },
          { area: "A2", options: ["是", "否"] },
        ]);
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
        const refused = valueOf(
          await workbook.applyEdits([
            { kind: "setValidation", sheet: "一", area: area(0, 0, 1, 0), before: null, after: { kind: "list", options } },
            { kind: "setValidation", sheet: "一", area: area(1, 0, 1, 0), before: { kind: "list", options: ["是"] }, after: null },
          ]),
        );
        expect(refused.skipped.map(({ reason }) => reason)).toEqual(["has-validation", "changed-since"]);
        expect(await dump()).toEqual(before);
      }),
    );

    it.each([
      ["of more than 255 characters", ["甲".repeat(128), "乙".repeat(127)]],
      ["with a comma in an option", ["甲,乙", "丙"]],
    ])("refuses a drop-down list %s, and writes the other edits", async (_what, options) =>
      withHost(makeHost, { sheets: [{ name: "一", values: [["甲"], ["乙"]] }] }, async ({ workbook, dump }) => {
        const edits: Edit[] = [
          { kind: "setValidation", sheet: "一", area: area(0, 0, 0, 0), before: null, after: { kind: "list", options } },
          { kind: "setValidation", sheet: "一", area: area(1, 0, 1, 0), before: null, after: { kind: "list", options: ["甲".repeat(128), "乙".repeat(126)] } },
          setCell("一", 1, 0, "乙", "丙"),
        ];
        const outcome = valueOf(await workbook.applyEdits(edits));
        expect(outcome.skipped).toEqual([{ edit: edits[0], reason: "list-too-long" }]);
        expect(outcome.written).toEqual(edits.slice(1));
        expect(sheetOf(await dump(), "一").validations.map(({ area: place }) => place)).toEqual(["A2"]);
      })(),
    );

    it(
      "adds formula-driven fills and removes exactly those again",
      withHost(makeHost, { sheets: [{ name: "一", values: [[1], [2], [3]], conditionalFormats: [{ area: "A1:A3", formula: "=$A1>2", fill: "#00FF00" }] }] }, async ({ workbook, dump }) => {
        const before = await dump();
        const lamp = { formula: '=AND($A1<>"",$A1<TODAY())', fill: "#FF0000", font: "#FFFFFF" };
        const outcome = valueOf(await workbook.applyEdits([{ kind: "setConditionalFormat", sheet: "一", area: area(0, 0, 2, 0), before: [], after: [lamp] }]));
        expect(outcome.skipped).toEqual([]);
        const lit = sheetOf(await dump(), "一").conditionalFormats;
        expect(lit).toEqual(expect.arrayContaining([{ area: "A1:A3", ...lamp }, { area: "A1:A3", formula: "=$A1>2", fill: "#00FF00" }]));
        const again = valueOf(await workbook.applyEdits([{ kind: "setConditionalFormat", sheet: "一", area: area(0, 0, 2, 0), before: [], after: [lamp] }]));
        expect(again.skipped.map(({ reason }) => reason)).toEqual(["already-there"]);
        expect(sheetOf(await dump(), "一").conditionalFormats).toEqual(lit);
        valueOf(await workbook.applyEdits(outcome.inverses));
        expect(await dump()).toEqual(before);
        const refused = valueOf(await workbook.applyEdits([{ kind: "setConditionalFormat", sheet: "一", area: area(0, 0, 2, 0), before: [lamp], after: [] }]));
        expect(refused.skipped.map(({ reason }) => reason)).toEqual(["changed-since"]);
      }),
    );

    it(
      "names every edit of a sheet that is not there",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        const edits: Edit[] = [
          { kind: "insertRows", sheet: "没有", row: 0, count: 1, values: [] },
          { kind: "merge", sheet: "没有", area: area(0, 0, 0, 1) },
          { kind: "setValidation", sheet: "没有", area: area(0, 0, 0, 0), before: null, after: null },
        ];
        expect(valueOf(await workbook.applyEdits(edits)).skipped.map(({ reason }) => reason)).toEqual(["sheet-missing", "sheet-missing", "sheet-missing"]);
      }),
    );
  });
}
