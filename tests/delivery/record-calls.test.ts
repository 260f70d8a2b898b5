import { describe, expect, it } from "vitest";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { recordCalls, type Scratch } from "../../src/excel/record-calls";
import { dumpBook } from "../excel-host/model/dump";
import { startOffice } from "../excel-host/transport/start-office";

const office = await startOffice();

const SCRATCH: Scratch = { sheet: "录制用表", rows: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "第一行", "办公室", "年底前"], ["2", "=1+2", "信息中心", "2025/6/30"], ["3", "第三行", "办公室", ""]] };

describe("recording what Excel answers", () => {
  it("records every step with request and response, in a workbook that is blank", async () => {
    const host = office.open({ sheets: [{ name: "Sheet1" }] });
    const recording = (await recordCalls(excelWorkbook(), SCRATCH))!;
    expect(recording.steps.map(({ name }) => name)).toEqual(expect.arrayContaining(["showReport", "readSheet", "applyEdits with a journal", "deleteRows", "setConditionalFormat, taken back"]));
    expect(recording.steps.filter(({ outcome }) => outcome !== "ok").map(({ name }) => name)).toEqual(["select, no such sheet"]);
    expect(recording.steps.filter(({ skipped }) => skipped.length > 0).map(({ name, skipped }) => [name, skipped])).toEqual([["setCell, changed since", ["changed-since"]]]);
    const calls = recording.steps.flatMap((step) => step.calls);
    expect(recording.steps.every((step) => step.calls.length > 0)).toBe(true);
    expect(calls.filter(({ request, response }) => typeof request !== "object" || typeof response !== "object" || response === null)).toEqual([]);
    // What was written and taken back: the sheet holds what a first writing left, and nothing else came into the workbook.
    const dump = dumpBook(host.book);
    expect(dump.sheets.map(({ name }) => name)).toEqual(["Sheet1", "录制用表"]);
    expect(JSON.stringify(dump)).not.toContain("journal-recording");
  });

  it("stops logging afterwards", async () => {
    office.open({ sheets: [{ name: "Sheet1" }] });
    await recordCalls(excelWorkbook(), SCRATCH);
    const { CoreUtility } = OfficeExtension as unknown as { CoreUtility: { _logEnabled: boolean } };
    expect(CoreUtility._logEnabled).toBe(false);
  });

  it("can be repeated over what an earlier recording left", async () => {
    office.open({ sheets: [{ name: "Sheet1" }] });
    const first = (await recordCalls(excelWorkbook(), SCRATCH))!;
    const second = (await recordCalls(excelWorkbook(), SCRATCH))!;
    expect(second.steps.map(({ name, outcome }) => [name, outcome])).toEqual(first.steps.map(({ name, outcome }) => [name, outcome]));
  });

  it.each([
    ["a cell is filled", { sheets: [{ name: "Sheet1", values: [[null], [null, "机密"]] }] }],
    ["there is a second sheet", { sheets: [{ name: "Sheet1" }, { name: "名单" }] }],
  ])("records nothing when %s", async (_, init) => {
    office.open(init);
    expect(await recordCalls(excelWorkbook(), SCRATCH)).toBeNull();
  });
});
