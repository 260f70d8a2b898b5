import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../support/browser";
import { expectQuiet, openPage, type OpenedPage } from "./open-page";

/** Nothing in this file touches the pointer; files come in as if the system's own dialog had been answered. */
describe.skipIf(inject("browser") === "")("the whole way by keyboard alone", () => {
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;
  let pane: Locator;

  beforeAll(async () => {
    browser = await launchBrowser(inject("browser"));
    opened = await openPage(browser, `${inject("site")}/workbench.html`, { width: 1280, height: 800 });
    ({ page } = opened);
    pane = page.locator("aside");
  });
  afterAll(async () => {
    await opened?.context.close();
    await browser?.close();
  });

  const isFocused = (target: Locator) => target.first().evaluate((element) => element === document.activeElement).catch(() => false);
  /** Tab until the target has the focus; a target that Tab never reaches fails the test. */
  const reach = async (target: Locator, key: "Tab" | "Shift+Tab" = "Tab") => {
    await target.first().waitFor();
    for (let step = 0; step < 150; step++) {
      if (await isFocused(target)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`not reached by ${key}: ${String(target)}`);
  };
  const button = (name: string | RegExp) => pane.getByRole("button", { name });
  const press = async (target: Locator) => {
    await reach(target);
    await page.keyboard.press("Enter");
  };
  /** Tabs are one stop; the arrow keys choose among them. */
  const view = async (name: string) => {
    await reach(pane.getByRole("tab", { selected: true }), "Shift+Tab");
    for (let step = 0; step < 5 && (await pane.getByRole("tab", { selected: true }).innerText()) !== name; step++) {
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
    }
    expect(await pane.getByRole("tab", { selected: true }).innerText()).toBe(name);
  };
  const cell = (row: number, column: number) => page.locator(`tbody td[data-row="${row - 1}"][data-column="${column}"]`);

  it("opens the sample and finds its verdict", async () => {
    await press(button("看示例"));
    await pane.locator("h1").waitFor();
    expect(await pane.locator("h1").innerText()).toMatch(/^必改 \d+ 处，改完再报。/u);
  });

  it("jumps from the list, and chooses how to change one", async () => {
    await reach(button(/年地前/u));
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("[data-selection]").getAttribute("data-selection")).toBe("F7");
    expect(await isFocused(button(/年地前/u))).toBe(true);
    await page.keyboard.press("Control+.");
    await expect.poll(() => isFocused(button("改为“年底前”"))).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(7, 5).innerText()).toBe("年底前");
    // The focus is on what now stands in the same place, not lost.
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-line"))).toBe(true);
  });

  it("unfolds and folds a kind with the arrow keys", async () => {
    const group = pane.locator("[data-line][aria-expanded]").filter({ hasText: /\d 处$/u }).first();
    await reach(group, "Shift+Tab");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => group.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => group.getAttribute("aria-expanded")).toBe("false");
  });

  it("changes all slips of format together, and takes it back from the notice", async () => {
    const tidy = button(/^统一格式（\d+ 处）$/u);
    await reach(tidy, "Shift+Tab");
    await page.keyboard.press("Enter");
    await press(pane.getByRole("region", { name: /^统一格式/u }).getByRole("button", { name: /^统一格式/u }));
    await expect.poll(() => cell(5, 5).innerText()).toBe("10月底前");
    const undo = pane.getByRole("status").getByRole("button", { name: "撤销修改" });
    await reach(undo, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(5, 5).innerText()).not.toBe("10月底前");
  });

  it("leaves one as it is, with a reason", async () => {
    await press(button(/2023年底前/u));
    await press(button("不改…"));
    await page.keyboard.press("Space");
    await press(button("确定不改"));
    await button("写明理由不改的 1 处").waitFor();
  });

  it("sees what was read of the parent, and sets a column right and back", async () => {
    await view("对照");
    const correct = button("认得不对，改一改");
    await press(correct);
    await reach(pane.getByRole("combobox", { name: /^第6列“时限要求”/u }));
    await page.keyboard.press("Home");
    await press(button("照这样重新读"));
    await pane.getByText("已照您指定的读取。").waitFor();
    expect(await isFocused(correct)).toBe(true);
    await page.keyboard.press("Enter");
    await press(button("恢复自动识别"));
    await expect.poll(() => pane.getByText("已照您指定的读取。").count()).toBe(0);
  });

  it("fills from the parent what is shown first, writes the report, and takes all of it back", async () => {
    await view("分工");
    await reach(pane.getByRole("radio", { name: "去年的台账" }));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await isFocused(pane.getByRole("radio", { name: "上级文件里的责任单位" }))).toBe(true);
    await press(button("先看怎么填"));
    expect(await cell(9, 5).innerText()).toBe("");
    await press(button("选中的 1 处照填"));
    await expect.poll(() => cell(9, 5).innerText()).toBe("年底前");
    await view("出稿");
    await press(button("检查情况表"));
    await page.getByRole("tab", { name: "检查情况表" }).waitFor();
    await press(button("撤销全部修改"));
    await expect.poll(() => pane.getByText("已撤销").count()).toBeGreaterThan(0);
    await reach(page.getByRole("tab", { name: "检查情况表" }), "Shift+Tab");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(7, 5).innerText()).toBe("年地前");
    expect(await cell(9, 5).innerText()).toBe("");
  });

  it("saves, and finds its verdict again in the saved file", async () => {
    const save = page.getByRole("button", { name: "保存", exact: true });
    // Tab stays in the grid; F6 goes on to the pane and from there to the buttons above.
    await reach(page.locator("[data-drop=ledger] textarea"), "Shift+Tab");
    await page.keyboard.press("F6");
    await expect.poll(() => isFocused(pane.getByRole("tab", { selected: true }))).toBe(true);
    await page.keyboard.press("F6");
    await reach(save);
    const downloaded = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const bytes = await readFile(await (await downloaded).path());
    await page.locator("header input[type=file]").setInputFiles({ name: "保存过的.xlsx", mimeType: "", buffer: bytes });
    await pane.getByText("表格与上次检查时一致。").waitFor();
    await page.keyboard.press("F6");
    await expect.poll(() => isFocused(page.locator("[data-drop=ledger] textarea"))).toBe(true);
    await page.keyboard.press("F6");
    await press(button("重新检查"));
    await button("写明理由不改的 1 处").waitFor();
  });

  it("has asked nothing of another origin", () => expectQuiet(opened));
});
