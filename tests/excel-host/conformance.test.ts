import { describe, expect, it } from "vitest";
import { conformance } from "./conformance";
import { startOffice } from "./transport/start-office";

const office = await startOffice();
conformance((init) => office.open(init));

describe("the common API in Node", () => {
  it("gets ready with the host's name and requirement sets, from local files only", () => {
    expect(Office.context.host).toBe("Excel");
    expect(Office.context.displayLanguage).toBe("zh-CN");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.18")).toBe(false);
    expect(Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
    expect(office.requested).toEqual(["excel-web-16.00.js", "zh-cn/office_strings.js"]);
  });

  it("runs a ribbon command and tells the host that it is done", async () => {
    const host = office.open({ sheets: [{ name: "一" }] });
    const fill = async (event: Office.AddinCommands.Event) => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["cmd"]];
        await context.sync();
      });
      event.completed();
    };
    Office.actions.associate("fillCell", (event: Office.AddinCommands.Event) => void fill(event));
    expect(await office.xdm.invokeCommand("fillCell")).toEqual({ completed: true });
    expect(host.book.active.cell(0, 0)?.value).toBe("cmd");
    expect(await office.xdm.invokeCommand("notThere")).toEqual({ completed: false });
  });

  it("gives the file in slices", async () => {
    office.open({ sheets: [{ name: "一", values: [["甲"]] }] });
    const file = await new Promise<Office.File>((resolve, reject) => Office.context.document.getFileAsync(Office.FileType.Compressed, (result) => (result.status === Office.AsyncResultStatus.Succeeded ? resolve(result.value) : reject(new Error(result.error.message)))));
    const slice = await new Promise<Office.Slice>((resolve, reject) => file.getSliceAsync(0, (result) => (result.status === Office.AsyncResultStatus.Succeeded ? resolve(result.value) : reject(new Error(result.error.message)))));
    expect(file.sliceCount).toBe(1);
    expect((slice.data as number[]).slice(0, 2)).toEqual([0x50, 0x4b]);
    await new Promise<void>((resolve) => file.closeAsync(() => resolve()));
  });

  it.each([
    ["edit-mode", "InvalidOperationInCellEditMode"],
    ["activity-limit", "ActivityLimitReached"],
    ["request-too-large", "RequestPayloadSizeLimitExceeded"],
    ["response-too-large", "ResponsePayloadSizeLimitExceeded"],
    ["no-capability", "AccessDenied"],
    [{ code: "InvalidReference" }, "InvalidReference"],
  ] as const)("turns the fault %j into the client's error %s", async (fault, code) => {
    office.open({ sheets: [{ name: "一", values: [["甲"]] }] });
    office.xdm.faults.at(1, fault);
    const read = () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
        await context.sync();
        return range.values;
      });
    await expect(read()).rejects.toMatchObject({ code });
    expect(await read()).toEqual([["甲"]]);
  });

  it("can answer tables with null, as Excel does beyond its limits", async () => {
    office.open({ sheets: [{ name: "一", values: [["甲"]] }] });
    office.xdm.faults.at(1, "silent-nulls");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
      await context.sync();
      expect(range.values).toBeNull();
    });
  });
});
