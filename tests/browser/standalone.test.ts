import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { buildStandalone } from "../../assets/delivery/standalone.mjs";
import { cellText, gridLines, makePdf } from "../documents/made/pdf";
import { bytesOfWorkbook, makeWorkbook } from "../documents/made/sheets";
import { launchBrowser } from "../support/browser";

/** 云政办秘〔2024〕18号 in GBK, for a font without a map of its own. */
const DOC_NUMBER = "d4c6d5feb0ecc3d8a1b232303234a1b33138bac5";

/** A parent as a PDF with a ruled table; its 文号 can only be read with a character map out of the file. */
function parentPdf(): Uint8Array {
  const xs = [40, 90, 430, 660, 800];
  const rows = [
    ["序号", "具体要求", "责任单位", "时限要求"],
    ["1", "公布养老机构备案和等级评定结果，每季度更新一次养老机构名录。", "省民政厅牵头", "年底前"],
    ["2", "加大社会救助、养老服务、儿童福利等领域信息公开力度，救助标准调整后十个工作日内向社会公布。", "省民政厅牵头", "6月30日前"],
    ["3", "动态更新就业、社会保险经办服务事项清单。", "省人力资源社会保障厅牵头", "9月底前"],
  ];
  const ys = rows.map((_, index) => 150 + index * 50);
  const texts = rows.flatMap((row, index) => row.flatMap((text, column) => cellText(xs[column]!, ys[index]!, text, column === 1 ? 30 : 12)));
  return makePdf([
    {
      texts: [{ x: 340, y: 70, size: 12, text: "", gbk: DOC_NUMBER }, { x: 200, y: 110, size: 16, text: "云岭省2024年政务公开重点工作任务分工" }, ...texts],
      lines: gridLines(xs, [...ys, 350]),
    },
  ]);
}

describe.skipIf(inject("browser") === "")("the workbench as one file, opened from a disk", () => {
  let browser: Browser;
  let folder: string;
  let address: string;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    // A place as people have it: a blank and Chinese in the path.
    folder = await mkdtemp(path.join(tmpdir(), "报送 材料-"));
    const { file } = await buildStandalone(path.join(folder, "台账校核.html"));
    address = pathToFileURL(file).href;
    browser = await launchBrowser(inject("browser"));
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, reducedMotion: "reduce" });
    page = await context.newPage();
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(`${error.name}: ${error.message}`));
    await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    await page.goto(address);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const cell = (row: number, column: number) => page.locator(`tbody td[data-row="${row - 1}"][data-column="${column}"]`);
  const tab = (name: string) => page.locator("aside").getByRole("tab", { name });

  it("opens the sample and checks it", async () => {
    await page.locator("aside").getByRole("button", { name: "看示例" }).click();
    await page.locator("aside h1").waitFor();
    expect(await page.locator("aside h1").innerText()).toMatch(/^必改 \d+ 处，改完再报。/u);
  });

  it("changes a cell", async () => {
    await page.getByRole("button", { name: /年地前/u }).click();
    await page.getByRole("button", { name: "改为“年底前”" }).first().click();
    await expect.poll(() => cell(7, 5).innerText()).toBe("年底前");
  });

  it("reads a parent from a PDF, with a character map of its own", async () => {
    await tab("对照").click();
    await page.locator("aside [data-drop=parent] input[type=file]").setInputFiles({ name: "任务分工.pdf", mimeType: "application/pdf", buffer: Buffer.from(parentPdf()) });
    await page.getByText(/^已读取 云政办秘〔2024〕18号，3项。其中写明本单位的2项/u).waitFor();
  });

  it("saves what was changed", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存", exact: true }).click()]);
    expect(download.suggestedFilename()).toBe("示例台账.xlsx");
    const strings = Object.entries(unzipSync(await readFile(await download.path()))).filter(([name]) => /sheet1\.xml|sharedStrings\.xml$/u.test(name));
    const text = strings.map(([, bytes]) => strFromU8(bytes)).join("");
    expect(text).not.toContain("年地前");
    expect(text).toContain("10 月底前");
  });

  it("reads an old workbook", async () => {
    await page.locator("header input[type=file]").setInputFiles({ name: "旧台账.xls", mimeType: "", buffer: Buffer.from(bytesOfWorkbook(makeWorkbook(), "biff8")) });
    await page.locator("header").getByText("旧台账.xlsx").waitFor();
  });

  it("asks for nothing but itself, and breaks no policy", () => {
    expect(requests.filter((url) => !/^(?:blob|data):/u.test(url))).toEqual([address]);
    expect(complaints).toEqual([]);
  });

  it("may not ask for anything", async () => {
    const outcome = await page.evaluate(() => fetch("https://example.com/").then(() => "answered", () => "refused"));
    expect(outcome).toBe("refused");
    expect(requests.filter((url) => url.startsWith("http"))).toEqual([]);
  });
});
