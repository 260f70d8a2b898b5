import { readFile } from "node:fs/promises";
import { unzipSync, strFromU8 } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../support/browser";
import { expectQuiet, openPage, openSampleWorkbench, screenshot, type OpenedPage } from "./open-page";

const site = inject("site");
let browser: Browser;

beforeAll(async () => {
  if (inject("browser") !== "") browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser?.close());

const verdict = (page: Page) => page.locator("aside h1").innerText();
const cell = (page: Page, row: number, column: number) => page.locator(`tbody td[data-row="${row - 1}"][data-column="${column}"]`);
const tab = (page: Page, name: string) => page.locator("aside").getByRole("tab", { name });
const counts = async (page: Page) => Number(/可改 (\d+)/u.exec(await page.getByRole("button", { name: /^可改 \d/u }).innerText())?.[1]);

describe.skipIf(inject("browser") === "")("the workbench", () => {
  describe("an empty desk", () => {
    it("says what to do and that nothing leaves the computer; 看示例 opens the sample", async () => {
      const opened = await openPage(browser, `${site}/workbench.html`);
      const { page } = opened;
      await page.getByText("文件只在这台电脑上处理，不上传。").waitFor();
      await page.getByText(/^打开台账，点“一键检查”。/u).waitFor();
      await screenshot(page, "workbench-empty");
      await page.locator("aside").getByRole("button", { name: "看示例" }).click();
      await page.locator("aside h1").waitFor();
      expect(await verdict(page)).toMatch(/^必改 \d+ 处，改完再报。/u);
      expectQuiet(opened);
      await opened.context.close();
    });
  });

  describe("with the sample, by pointer", () => {
    let opened: OpenedPage;
    let page: Page;
    beforeAll(async () => {
      opened = await openSampleWorkbench(browser, site);
      ({ page } = opened);
    });
    afterAll(() => opened.context.close());

    it("is checked against its parent at once", async () => {
      expect(await verdict(page)).toMatch(/^必改 \d+ 处/u);
      await screenshot(page, "workbench-sample");
    });

    it("jumps to the cell of a problem", async () => {
      await page.getByRole("button", { name: /年地前/u }).click();
      await expect.poll(() => page.locator("[data-selection]").getAttribute("data-selection")).toBe("F7");
      await screenshot(page, "workbench-problem");
    });

    it("changes one problem, and counts it as solved", async () => {
      await page.getByRole("button", { name: "改为“年底前”" }).first().click();
      await expect.poll(() => cell(page, 7, 5).innerText()).toBe("年底前");
      await page.getByText(/已解决 \d+ 处/u).waitFor();
    });

    it("takes the change back with Ctrl+Z in the grid", async () => {
      await cell(page, 7, 5).click();
      await page.keyboard.press("Control+z");
      await expect.poll(() => cell(page, 7, 5).innerText()).toBe("年地前");
    });

    it("keeps a problem as it is, with a reason", async () => {
      const line = page.getByRole("button", { name: /年地前/u });
      await line.click();
      await page.getByRole("button", { name: "不改…" }).click();
      await page.getByRole("radio", { name: "已与责任单位核实" }).click();
      await screenshot(page, "workbench-keep");
      await page.getByRole("button", { name: "确定不改" }).click();
      await page.getByRole("button", { name: "写明理由不改的 1 处" }).waitFor();
      expect(await line.count()).toBe(0);
    });

    it("shows tasks beside rows, with the difference marked", async () => {
      await tab(page, "对照").click();
      await page.getByText(/^已读取 云政办秘〔2024〕18号，18项。/u).waitFor();
      await page.getByRole("button", { name: /^可能漏项 [1-9]/u }).waitFor();
      expect(await page.locator("aside del").count()).toBeGreaterThan(0);
    });

    it("links a row by hand", async () => {
      await page.getByRole("button", { name: /^文字有出入/u }).click();
      await page.getByRole("button", { name: "改对应…" }).first().click();
      await page.getByRole("textbox", { name: "找上级任务" }).fill("16");
      await page.getByRole("checkbox", { name: /^16\. /u }).click();
      await page.getByRole("button", { name: "就这样对应" }).click();
      await page.getByText("您已选定").first().waitFor();
      await page.getByRole("button", { name: /^文字有出入/u }).click();
    });

    it("makes the report as a sheet of its own", async () => {
      await tab(page, "出稿").click();
      await page.getByRole("button", { name: "检查情况表" }).click();
      await page.getByRole("tab", { name: "检查情况表" }).waitFor();
      await screenshot(page, "workbench-report");
      await page.getByRole("tab", { name: "2024年台账" }).click();
    });

    it("is edited by typing, is checked again by itself, and undone", async () => {
      await cell(page, 7, 5).click();
      await page.keyboard.type("12月底前");
      await page.keyboard.press("Enter");
      await expect.poll(() => cell(page, 7, 5).innerText()).toBe("12月底前");
      await tab(page, "检查").click();
      await expect.poll(() => page.getByText(/^表格改过了/u).count(), { timeout: 10_000 }).toBe(0);
      await cell(page, 7, 5).click();
      await page.keyboard.press("Control+z");
      await expect.poll(() => cell(page, 7, 5).innerText()).toBe("年地前");
    });

    it("saves a file that opens again with what was decided, and with the merges it had", async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存", exact: true }).click()]);
      expect(download.suggestedFilename()).toBe("示例台账.xlsx");
      const bytes = await readFile(await download.path());
      const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
      const sample = strFromU8(unzipSync(await readFile("assets/samples/ledger.xlsx"))["xl/worksheets/sheet1.xml"]!);
      const merges = (xml: string) => [...xml.matchAll(/<mergeCell ref="([^"]+)"/gu)].map(([, ref]) => ref).sort();
      expect(merges(sheet)).toEqual(merges(sample));
      await page.locator("header input[type=file]").setInputFiles({ name: "保存过的.xlsx", mimeType: "", buffer: bytes });
      await page.locator("header").getByText("保存过的.xlsx").waitFor();
      await page.getByText("表格与上次检查时一致。").waitFor();
      expect(await verdict(page)).toMatch(/^必改 \d+ 处，改完再报。/u);
      await page.getByRole("button", { name: "重新检查" }).click();
      await page.getByRole("button", { name: "写明理由不改的 1 处" }).waitFor();
    });

    it("asks nothing of another origin and breaks no policy", () => expectQuiet(opened));
  });

  describe("by keyboard alone", () => {
    it("finds a problem, jumps, chooses, and comes back", async () => {
      const opened = await openSampleWorkbench(browser, site);
      const { page } = opened;
      await tab(page, "检查").focus();
      await page.keyboard.press("F8");
      await expect.poll(() => page.locator("aside [aria-current=true]").count()).toBe(1);
      const first = await page.locator("[data-selection]").getAttribute("data-selection");
      await page.keyboard.press("F8");
      await expect.poll(() => page.locator("[data-selection]").getAttribute("data-selection")).not.toBe(first);
      await page.keyboard.press("Shift+F8");
      await expect.poll(() => page.locator("[data-selection]").getAttribute("data-selection")).toBe(first);
      await page.locator("aside [aria-current=true]").focus();
      await page.keyboard.press("Control+.");
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-choices]") !== null)).toBe(true);
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-line"))).toBe(true);
      await page.keyboard.press("Shift+F6");
      await page.keyboard.press("Control+Home");
      await expect.poll(() => page.locator("[data-selection]").getAttribute("data-selection")).toBe("A1");
      await page.keyboard.press("F6");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tab");
      await opened.context.close();
    });
  });

  describe("the grid as a spreadsheet", () => {
    let opened: OpenedPage;
    let page: Page;
    beforeAll(async () => {
      opened = await openSampleWorkbench(browser, site);
      ({ page } = opened);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    });
    afterAll(() => opened.context.close());

    const selection = () => page.locator("[data-selection]").getAttribute("data-selection");
    const text = (row: number, column: number) => cell(page, row, column).innerText();

    it("Tab and Enter go on, also while a cell is edited", async () => {
      await cell(page, 7, 4).click();
      await page.keyboard.press("Tab");
      await expect.poll(selection).toBe("F7");
      await page.keyboard.press("Shift+Tab");
      await expect.poll(selection).toBe("E7");
      const before = await text(7, 4);
      await page.keyboard.type("甲处");
      await page.keyboard.press("Tab");
      await expect.poll(selection).toBe("F7");
      await expect.poll(() => text(7, 4)).toBe("甲处");
      await page.keyboard.press("Control+z");
      await expect.poll(() => text(7, 4)).toBe(before);
      await page.keyboard.press("Control+y");
      await expect.poll(() => text(7, 4)).toBe("甲处");
    });

    it("Delete empties the cell, and Ctrl+Z fills it again", async () => {
      await cell(page, 7, 4).click();
      await page.keyboard.press("Delete");
      await expect.poll(() => text(7, 4)).toBe("");
      await page.keyboard.press("Control+z");
      await expect.poll(() => text(7, 4)).toBe("甲处");
    });

    it("F2 goes on with what stands there, Escape leaves it", async () => {
      await cell(page, 7, 4).click();
      await page.keyboard.press("F2");
      await page.keyboard.type("、乙处");
      await page.keyboard.press("Escape");
      expect(await text(7, 4)).toBe("甲处");
      await page.keyboard.press("F2");
      await page.keyboard.type("、乙处");
      await page.keyboard.press("Enter");
      await expect.poll(() => text(7, 4)).toBe("甲处、乙处");
    });

    it("cuts, and pastes one cell over all that are selected", async () => {
      await cell(page, 7, 4).click();
      await page.keyboard.press("Control+x");
      await expect.poll(() => text(7, 4)).toBe("");
      await cell(page, 8, 4).click();
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+v");
      await expect.poll(() => text(9, 4)).toBe("甲处、乙处");
      expect(await text(8, 4)).toBe("甲处、乙处");
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+z");
      await expect.poll(() => text(7, 4)).toBe("甲处、乙处");
    });

    it("fills down with Ctrl+D", async () => {
      await cell(page, 7, 4).click();
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+d");
      await expect.poll(() => text(8, 4)).toBe("甲处、乙处");
    });

    it("selects a row, a column and everything", async () => {
      const covered = async () => (await page.locator("[data-selection]").boundingBox())!;
      const first = (await cell(page, 7, 4).boundingBox())!;
      await page.locator("tbody th", { hasText: /^7$/u }).click();
      await expect.poll(selection).toBe("A7");
      expect((await covered()).width).toBeGreaterThan(first.width * 3);
      await page.getByRole("columnheader", { name: "F", exact: true }).click();
      await expect.poll(selection).toBe("F1");
      const column = await covered();
      await page.keyboard.press("Control+a");
      await expect.poll(selection).toBe("A1");
      expect((await covered()).width).toBeGreaterThan(column.width * 2);
      expect((await covered()).height).toBeCloseTo(column.height, 0);
    });

    it("says nothing to the console meanwhile", () => expectQuiet(opened));
  });

  it("takes a table pasted on an empty desk as the ledger", async () => {
    const opened = await openPage(browser, `${site}/workbench.html`);
    const { page } = opened;
    await page.getByText(/按 Ctrl\+V/u).waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/html", "<table><tr><td>序号</td><td>具体要求</td><td>责任单位</td><td>时限要求</td></tr><tr><td>1</td><td>公开年度部门预算。</td><td>办公室</td><td>年地前</td></tr></table>");
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => cell(page, 2, 3).innerText()).toBe("年地前");
    await page.getByRole("button", { name: "一键检查" }).first().click();
    await page.locator("aside h1").waitFor();
    expectQuiet(opened);
    await opened.context.close();
  });

  it("counts what 统一格式 changes together, and takes all of it back", async () => {
    const opened = await openSampleWorkbench(browser, site);
    const { page } = opened;
    const before = await counts(page);
    const tidy = page.getByRole("button", { name: /^统一格式（\d+ 处）$/u });
    await tidy.click();
    await screenshot(page, "workbench-tidy");
    await tidy.click();
    await expect.poll(() => counts(page)).toBeLessThan(before);
    await tab(page, "出稿").click();
    await page.getByRole("button", { name: "撤销全部修改" }).click();
    await tab(page, "检查").click();
    await expect.poll(() => counts(page)).toBe(before);
    await opened.context.close();
  });

  it("says in one sentence what is wrong with a file it cannot read, and keeps the open one", async () => {
    const opened = await openSampleWorkbench(browser, site);
    const { page } = opened;
    await page.locator("header input[type=file]").setInputFiles({ name: "坏的.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004 nothing") });
    await page.locator("[data-tone=error]").waitFor();
    expect(await page.locator("[data-tone=error]").innerText()).toMatch(/。$/u);
    await page.getByText("示例台账.xlsx").waitFor();
    await opened.context.close();
  });

  it("asks before unsaved changes go, has the focus there, and saves first when told so", async () => {
    const opened = await openSampleWorkbench(browser, site);
    const { page } = opened;
    const other = { name: "另一份.csv", mimeType: "text/csv", buffer: Buffer.from("序号,具体要求,责任单位,时限要求\n1,公开年度部门预算。,办公室,年底前\n") };
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await cell(page, 7, 4).click();
    await page.keyboard.type("甲处");
    await page.keyboard.press("Enter");
    await page.getByText("有没保存的改动", { exact: true }).waitFor();
    await page.locator("header input[type=file]").setInputFiles(other);
    await expect.poll(focused).toBe("保存，再打开别的");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("alertdialog").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await page.locator("header input[type=file]").setInputFiles(other);
    await expect.poll(focused).toBe("保存，再打开别的");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("示例台账.xlsx");
    await page.locator("header").getByText("另一份.xlsx").waitFor();
    await opened.context.close();
  });

  it("does not leave the page for a file dropped beside the grid", async () => {
    const opened = await openSampleWorkbench(browser, site);
    const taken = await opened.page.evaluate(() =>
      ["header", "aside"].map((place) => {
        const data = new DataTransfer();
        data.items.add(new File(["1"], "照片.jpg"));
        const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector(place)!.dispatchEvent(event);
        return event.defaultPrevented;
      }),
    );
    expect(taken).toEqual([true, true]);
    await opened.context.close();
  });

  it("shows the page of help also when the list was scrolled down", async () => {
    const opened = await openSampleWorkbench(browser, site, { height: 480 });
    const { page } = opened;
    await page.locator("aside main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await page.locator("aside").getByRole("button", { name: "使用说明" }).click();
    await expect.poll(() => page.locator("aside main").evaluate((main) => main.scrollTop)).toBe(0);
    await opened.context.close();
  });

  it("draws only what is in sight of 5,000 rows, and reaches the last one", async () => {
    const opened = await openPage(browser, `${site}/workbench.html`);
    const { page } = opened;
    const rows = Array.from({ length: 5_000 }, (_, index) => `${index + 1},公开第${index + 1}项内容。,办公室,年底前`);
    await page.locator("header input[type=file]").setInputFiles({ name: "大台账.csv", mimeType: "text/csv", buffer: Buffer.from(`序号,具体要求,责任单位,时限要求\n${rows.join("\n")}\n`) });
    await cell(page, 2, 1).waitFor({ timeout: 30_000 });
    expect(await page.locator("tbody tr[data-row-of]").count()).toBeLessThan(300);
    await cell(page, 2, 1).click();
    await page.keyboard.press("Control+End");
    await expect.poll(() => page.locator("[data-selection]").getAttribute("data-selection")).toBe("D5001");
    await cell(page, 5_001, 1).waitFor();
    await opened.context.close();
  });
});
