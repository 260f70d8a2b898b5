import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openXlsx } from "../../src/xlsx/xlsx-workbook";
import { launchBrowser } from "../support/browser";
import { expectQuiet, openSampleWorkbench, screenshot, type OpenedPage } from "./open-page";

const site = inject("site");

describe.skipIf(inject("browser") === "")("分工 in the workbench", () => {
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(inject("browser"));
    opened = await openSampleWorkbench(browser, site);
    ({ page } = opened);
    await page.locator("aside").getByRole("tab", { name: "分工" }).click();
  });
  afterAll(() => browser?.close());

  const units = (row: number) => page.locator(`tbody td[data-row="${row - 1}"][data-column="4"]`);

  it("puts one 处室 in the place of another by keyboard, and takes it back", async () => {
    const form = page.getByRole("form", { name: "换处室" });
    await form.getByRole("combobox", { name: "把" }).focus();
    await expect.poll(() => form.locator("option").count()).toBeGreaterThan(3);
    await page.keyboard.type("办公室");
    await page.keyboard.press("Tab");
    await page.keyboard.type("综合处");
    await page.keyboard.press("Enter");
    await page.getByText(/^“办公室”换成“综合处”，可改 \d+ 处，还没有写。$/u).waitFor();
    // The form stands below the list: it comes into sight.
    await expect.poll(() => page.getByRole("button", { name: /^选中的 \d+ 处照改$/u }).evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThan(0);
    await screenshot(page, "fill-replace");
    const before = await page.locator("tbody td", { hasText: "办公室" }).allInnerTexts();
    await page.getByRole("button", { name: /^选中的 \d+ 处照改$/u }).click();
    await expect.poll(() => page.locator("tbody td", { hasText: "综合处" }).count()).toBeGreaterThan(0);
    await page.locator("aside").getByRole("tab", { name: "出稿" }).click();
    await page.getByText(/“办公室”换成“综合处”，改了 \d+ 格。/u).first().waitFor();
    await units(4).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator("tbody td", { hasText: "综合处" }).count()).toBe(0);
    expect(await page.locator("tbody td", { hasText: "办公室" }).allInnerTexts()).toEqual(before);
    await page.locator("aside").getByRole("tab", { name: "分工" }).click();
  });

  it("sends a workbook of lists round and takes the answers in", async () => {
    await page.getByRole("checkbox", { name: "加一列落实情况，空着待填" }).check();
    await page.getByRole("button", { name: "照勾选的做" }).click();
    await page.getByText(/加了“落实情况”1列，空着。/u).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "拆成新工作簿" }).click()]);
    expect(download.suggestedFilename()).toBe("2024年台账（按单位拆分）.xlsx");
    const lists = await openXlsx(new Uint8Array(await readFile(await download.path())), "清单.xlsx");
    if (!lists.ok) throw new Error(lists.error.code);
    const sheets = await lists.value.listSheets();
    const [, first] = sheets.ok ? sheets.value : [];
    await lists.value.typeInto(first!.name, { row: 3, column: 5 }, "已按要求公开。");
    await page.locator("aside input[type=file][multiple]").setInputFiles({ name: "返回.xlsx", mimeType: "", buffer: Buffer.from(await lists.value.save()) });
    await page.getByText(/的答复，可填 1 处，还没有写。$/u).waitFor();
    await page.getByText(/^还没有答的：/u).waitFor();
    await screenshot(page, "fill-answers");
    await page.getByRole("button", { name: "选中的 1 处照填" }).click();
    await expect.poll(() => page.locator("tbody td", { hasText: "已按要求公开。" }).count()).toBe(1);
  });

  it("keeps the division as a file and reads it again", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "存本表的分工" }).click()]);
    expect(download.suggestedFilename()).toBe("省民政厅分工.json");
    await page.locator("aside input[type=file][accept*='.json']").setInputFiles({ name: "分工.json", mimeType: "", buffer: await readFile(await download.path()) });
    await page.getByText(/^照省民政厅分工，/u).waitFor();
    expectQuiet(opened);
  });
});
