import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openInSimulatedExcel, type SimulatedExcel } from "../excel-host/browser/simulated-excel";
import type { SheetDump, WorkbookDump } from "../excel-host/workbook-init";
import { dumpOfXlsx, xlsxFromInit } from "../excel-host/xlsx/book-file";
import { DIST } from "../support/build-dist.mjs";
import { screenshot } from "./open-page";

const browser = inject("browser");
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'";
const SHEET = "2024年台账";

/** What the office kept the year before: it knows whose task the one without a unit is. */
const LAST_YEAR = xlsxFromInit({
  sheets: [
    {
      name: "2023年台账",
      values: [
        ["省民政厅2023年政务公开重点工作台账", null, null, null],
        ["序号", "具体要求", "责任部门（单位）", "时限要求"],
        [1, "厅内各处室于任务分工印发后一个月内报送工作台账，明确责任人员和完成时限，由办公室汇总后在政府信息公开专栏公布。", "办公室牵头，各处室配合", "2023年底前"],
        [2, "将政务公开纳入工作人员年度培训计划，全年组织专题培训不少于2次。", "人事处", "2023年底前"],
      ],
    },
  ],
});

describe.skipIf(browser === "")("the production bundle in the simulated Excel, from the parent to the clean copy", () => {
  let excel: SimulatedExcel;
  let begin: WorkbookDump;

  const ledger = async (): Promise<SheetDump> => sheet(await excel.dump(), SHEET);
  const sheet = (dump: WorkbookDump, name: string): SheetDump => {
    const found = dump.sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no sheet ${name} among ${dump.sheets.map((one) => one.name).join("、")}`);
    return found;
  };
  const valueOf = async (address: string) => (await ledger()).cells[address]?.value;
  /** Addresses of the ledger that hold something else than at the beginning. */
  const changed = async (): Promise<readonly string[]> => {
    const [before, now] = [sheet(begin, SHEET).cells, (await ledger()).cells];
    return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((address) => before[address]?.value !== now[address]?.value).sort();
  };
  const press = (name: string | RegExp) => excel.frame.getByRole("button", { name }).first().click();
  const tab = (name: string) => excel.frame.getByRole("tab", { name }).click();
  /** Our records in the file, decoded as far as a test wants to look into them. */
  const records = async () => (await excel.dump()).customXml.filter((xml) => xml.includes("urn:taizhang:kept:1"));

  beforeAll(async () => {
    const workbook = new Uint8Array(await readFile("assets/samples/ledger.xlsx"));
    excel = await openInSimulatedExcel({ distDir: DIST, workbook, fileName: "2024年台账.xlsx", browser, headers: { "Content-Security-Policy": POLICY } });
    await excel.frame.getByRole("button", { name: "一键检查" }).waitFor();
    begin = await excel.dump();
  });
  afterAll(() => excel?.close());

  it("loads the parent from a Word file and keeps its tasks with the workbook", async () => {
    await tab("对照");
    await excel.frame.locator("[data-drop=parent] input[type=file]").setInputFiles("assets/samples/parent.docx");
    await excel.frame.getByText(/^已读取 .+，18项。/u).first().waitFor();
    await expect.poll(async () => (await records()).filter((xml) => xml.includes('id="parent-')).length).toBe(1);
    await excel.frame.getByLabel("本单位").fill("省民政厅");
    await excel.frame.getByLabel("本单位").press("Enter");
    await expect.poll(async () => (await records()).some((xml) => xml.includes("省民政厅") && xml.includes('id="choices"'))).toBe(true);
    expect((await excel.dump()).sheets).toEqual(begin.sheets);
  });

  it("checks by the ribbon in three round trips, and writes nothing", async () => {
    await tab("检查");
    const [before, roundTrips] = [await excel.dump(), await excel.roundTrips()];
    expect(await excel.invokeCommand("checkSheet")).toEqual({ completed: true });
    await excel.frame.locator("h1").filter({ hasText: /^必改 \d+ 处，改完再报。/u }).waitFor();
    expect((await excel.roundTrips()) - roundTrips).toBeLessThanOrEqual(3);
    expect(await excel.dump()).toEqual(before);
    await screenshot(excel.page, "excel-checked");
  });

  it("jumps to the cell of a problem", async () => {
    await press(/年地前/u);
    await expect.poll(async () => excel.selection()).toBe(`${SHEET}!F7`);
  });

  it("changes one, and takes it back", async () => {
    await press("改为“年底前”");
    await expect.poll(() => valueOf("F7")).toBe("年底前");
    expect(await changed()).toEqual(["F7"]);
    expect((await records()).filter((xml) => xml.includes('id="journal-')).length).toBe(1);
    expect(await excel.invokeCommand("undoEdits")).toEqual({ completed: true });
    await expect.poll(() => valueOf("F7")).toBe("年地前");
    expect((await ledger()).cells).toEqual(sheet(begin, SHEET).cells);
  });

  it("shows what 统一格式 would change, and changes it when pressed again", async () => {
    await excel.invokeCommand("tidyFormat");
    const tidy = excel.frame.getByRole("button", { name: /^统一格式（\d+ 处）$/u });
    await tidy.waitFor();
    expect(await changed()).toEqual([]);
    await screenshot(excel.page, "excel-tidy");
    await tidy.click();
    await expect.poll(() => valueOf("F5")).toBe("10月底前");
    expect(await valueOf("E10")).toBe("办公室（宣传中心）牵头，各处室配合");
    expect(await changed()).toEqual(expect.arrayContaining(["E10", "F5"]));
    expect(sheet(begin, SHEET).merges).toEqual((await ledger()).merges);
  });

  it("leaves one as it is, with a reason kept in the file", async () => {
    await tab("检查");
    const line = excel.frame.getByRole("button", { name: /年地前/u });
    await line.first().click();
    await press("不改…");
    await excel.frame.getByRole("radio", { name: "原文如此" }).click();
    await press("确定不改");
    await excel.frame.getByRole("button", { name: "写明理由不改的 1 处" }).waitFor();
    expect(await line.count()).toBe(0);
    expect((await records()).some((xml) => xml.includes('id="choices"') && xml.includes("原文如此"))).toBe(true);
  });

  it("shows rows beside tasks, and writes 对照表 on a sheet of its own", async () => {
    expect(await excel.invokeCommand("matchParent")).toEqual({ completed: true });
    await excel.frame.getByText(/其中写明本单位的\d+项/u).waitFor();
    await excel.frame.getByRole("button", { name: /^文字有出入 [1-9]/u }).click();
    await screenshot(excel.page, "excel-match");
    const before = await ledger();
    await press("存成对照表");
    await expect.poll(async () => (await excel.dump()).sheets.map(({ name }) => name)).toEqual([SHEET, "对照表"]);
    expect(await ledger()).toEqual(before);
    expect(Object.values(sheet(await excel.dump(), "对照表").cells).filter(({ value }) => value !== undefined).length).toBeGreaterThan(50);
    await excel.user.activate(SHEET);
  });

  it("fills the missing unit from last year's ledger once it is accepted", async () => {
    await tab("分工");
    await excel.frame.locator("input[type=file]").first().setInputFiles({ name: "2023年台账.xlsx", mimeType: "", buffer: Buffer.from(LAST_YEAR) });
    await excel.frame.getByText(/^照.+可填 1 处/u).waitFor();
    expect(await valueOf("E17")).toBeUndefined();
    await screenshot(excel.page, "excel-fill");
    await press(/^选中的 1 处照填$/u);
    await expect.poll(() => valueOf("E17")).toBe("办公室牵头，各处室配合");
    await excel.frame.getByText(/^填了 1 格/u).first().waitFor();
  });

  it("writes 检查情况表, which names what is left and the reason given", async () => {
    expect(await excel.invokeCommand("writeReport")).toEqual({ completed: true });
    const report = sheet(await excel.dump(), "检查情况表");
    const texts = Object.values(report.cells).map(({ value }) => String(value ?? ""));
    expect(texts.some((text) => text.includes("不改：原文如此"))).toBe(true);
    expect(texts.at(-1)).toContain("不代替审核签批");
    expect(report.page.landscape).toBe(true);
    expect((await excel.dump()).activeSheet).toBe("检查情况表");
    await excel.user.activate(SHEET);
  });

  it("opens 报送稿 as a new workbook: the ledger as it is now, without our sheets and records", async () => {
    expect(await excel.invokeCommand("saveSubmission")).toEqual({ completed: true });
    const [copy, ...more] = await excel.openedCopies();
    expect(more).toEqual([]);
    const dump = dumpOfXlsx(copy!);
    expect(dump.sheets.map(({ name }) => name)).toEqual([SHEET]);
    expect(dump.customXml).toEqual([]);
    expect(sheet(dump, SHEET).cells).toEqual((await ledger()).cells);
    expect(sheet(dump, SHEET).merges).toEqual(sheet(begin, SHEET).merges);
    await tab("出稿");
    await screenshot(excel.page, "excel-output");
  });

  it("takes everything back, and nothing is left of it in the ledger", async () => {
    await press("撤销全部修改");
    await expect.poll(async () => (await changed()).length).toBe(0);
    expect(sheet(await excel.dump(), SHEET)).toEqual(sheet(begin, SHEET));
  });

  it("has asked nothing of another origin, missed no file and complained of nothing", () => {
    expect(excel.requests.filter(({ status }) => status !== 200)).toEqual([]);
    expect(excel.errors).toEqual([]);
  });
});
