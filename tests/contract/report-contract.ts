import { describe, expect, it } from "vitest";
import type { ReportSheet } from "../../src/core/report/report-sheet";
import { ledgerInit, sheetOf, valueOf, withHost, type MakeHost } from "./workbook-contract";

const report = (rows: ReportSheet["rows"], changes: Partial<ReportSheet> = {}): ReportSheet => ({
  name: "检查情况表",
  rows,
  widths: [6, 40, 12],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  titleRows: { first: 0, last: 1 },
  landscape: true,
  activate: false,
  keep: false,
  ...changes,
});

const rows = (count: number): ReportSheet["rows"] => [
  [{ value: "检查情况表", style: "title" }],
  [{ value: "序号", style: "header" }, { value: "问题", style: "header" }, { value: "位置", style: "header" }],
  ...Array.from({ length: count }, (_, index) => [
    { value: index + 1, style: "center" } as const,
    { value: `=${index}号问题`, style: "error" } as const,
    { value: "E5", style: "cell", link: { sheet: "台账", at: { row: 4, column: 4 } } } as const,
  ]),
];

/** Sheets that we make. */
export function reportContract(name: string, makeHost: MakeHost): void {
  describe(`${name}: sheets of ours`, () => {
    it(
      "makes the sheet after the others, as text and numbers, and marks it as ours",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const before = await dump();
        valueOf(await workbook.showReport(report(rows(3))));
        expect(valueOf(await workbook.listSheets())).toEqual([
          { name: "台账", visible: true, active: true, ours: false },
          { name: "说明", visible: true, active: false, ours: false },
          { name: "检查情况表", visible: true, active: false, ours: true },
        ]);
        const after = await dump();
        const sheet = sheetOf(after, "检查情况表");
        expect(sheet.cells["A1"]?.value).toBe("检查情况表");
        expect(sheet.cells["A5"]?.value).toBe(3);
        expect(sheet.cells["B5"]?.value).toBe("=2号问题");
        expect(sheet.cells["B5"]?.formula).toBeUndefined();
        expect(sheet.merges).toEqual(["A1:C1"]);
        expect(sheet.page).toEqual({ landscape: true, titleRows: { first: 0, last: 1 } });
        expect(after.sheets.slice(0, 2)).toEqual(before.sheets);
      }),
    );

    it(
      "refills its own sheet without remains, and shows it when asked",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        valueOf(await workbook.showReport(report(rows(9))));
        valueOf(await workbook.showReport(report(rows(1), { merges: [], activate: true })));
        const after = await dump();
        expect(after.activeSheet).toBe("检查情况表");
        expect(after.sheets.map((sheet) => sheet.name)).toEqual(["台账", "说明", "检查情况表"]);
        const sheet = sheetOf(after, "检查情况表");
        expect(Object.entries(sheet.cells).filter(([, cell]) => cell.value !== undefined).length).toBe(7);
        expect(sheet.merges).toEqual([]);
      }),
    );

    it(
      "never touches a sheet of the user's with the same name",
      withHost(makeHost, { sheets: [{ name: "检查情况表", values: [["我自己写的"]] }, { name: "检查情况表 (2)" }] }, async ({ workbook, dump }) => {
        const before = await dump();
        valueOf(await workbook.showReport(report(rows(1))));
        valueOf(await workbook.showReport(report(rows(2))));
        const after = await dump();
        expect(after.sheets.slice(0, 2)).toEqual(before.sheets);
        expect(after.sheets.map((sheet) => sheet.name)).toEqual(["检查情况表", "检查情况表 (2)", "检查情况表 (3)"]);
        expect(sheetOf(after, "检查情况表 (3)").cells["A4"]?.value).toBe(2);
      }),
    );

    it(
      "leaves a sheet that is to be kept to the user: not ours, never refilled",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        const draft = report(rows(1), { name: "初稿", keep: true });
        valueOf(await workbook.showReport(draft));
        valueOf(await workbook.showReport(draft));
        expect(valueOf(await workbook.listSheets()).map((sheet) => [sheet.name, sheet.ours])).toEqual([
          ["台账", false],
          ["说明", false],
          ["初稿", false],
          ["初稿 (2)", false],
        ]);
        expect((await dump()).activeSheet).toBe("台账");
      }),
    );

    it(
      "fills an empty report",
      withHost(makeHost, ledgerInit, async ({ workbook, dump }) => {
        valueOf(await workbook.showReport(report([], { merges: [], titleRows: null, landscape: false, widths: [] })));
        expect(sheetOf(await dump(), "检查情况表").cells).toEqual({});
      }),
    );
  });
}
