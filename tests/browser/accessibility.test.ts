import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../support/browser";
import { openPage, openSampleWorkbench, screenshot, type Theme } from "./open-page";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const VIEWS = [
  ["check", "检查"],
  ["match", "对照"],
  ["fill", "分工"],
  ["output", "出稿"],
  ["settings", "设置"],
] as const;

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly targets: readonly string[];
}

/** What axe finds serious, after WCAG 2.2 AA. Fluent's own focus guards are hidden helpers that axe takes for content. */
async function serious(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } };
    const { violations } = await axe.run(
      { exclude: [["[data-tabster-dummy]"]] },
      { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } },
    );
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, impact, nodes }) => ({ id, impact, targets: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`) }));
  });
}

/** Elements of the pane whose text is cut off or that stick out to the side. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pane = document.querySelector("aside")!;
    const right = pane.getBoundingClientRect().right + 0.5;
    const found: string[] = [];
    for (const element of pane.querySelectorAll<HTMLElement>("button, p, span, h1, h2, h3, label, dd, dt, input, select, textarea")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || element.closest("[data-tabster-dummy]") !== null || element.closest("[tabindex='0'][role=group]") !== null) continue;
      const style = getComputedStyle(element);
      if (style.clipPath !== "none" || style.opacity === "0" || style.visibility === "hidden") continue;
      if (box.right > right) found.push(`sticks out: ${element.tagName} ${element.textContent?.slice(0, 30)}`);
      if (element.tagName === "BUTTON" && element.scrollWidth > element.clientWidth + 2 && element.getAttribute("role") !== "tab") found.push(`cut: ${element.textContent?.slice(0, 30)}`);
    }
    return found;
  });
}

describe.skipIf(inject("browser") === "")("every view", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(inject("browser"));
  });
  afterAll(() => browser?.close());

  // Below 760 px grid and pane take turns: the pane is then as wide as the window.
  const cases = (["light", "dark", "contrast"] as const).flatMap((theme: Theme) => [320, 350, 480].map((width) => ({ theme, width })));

  it.each(cases)("$theme at $width px has nothing serious for axe, and no text cut", async ({ theme, width }) => {
    const { page, context } = await openSampleWorkbench(browser, inject("site"), { theme, width, height: 700 });
    const found: unknown[] = [];
    for (const [name, label] of VIEWS) {
      await page.locator("aside").getByRole("tab", { name: label }).click();
      if (name === "check") await page.locator("aside [data-line]").nth(1).click();
      await page.waitForTimeout(250);
      await screenshot(page, `pane-${name}-${theme}-${width}`);
      found.push(...(await serious(page)).map((violation) => ({ name, ...violation })), ...(await cutTexts(page)).map((text) => ({ name, text })));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  it.each(["light", "dark", "contrast"] as const)("what opens inside the views, at 320 px in %s", async (theme) => {
    const { page, context } = await openSampleWorkbench(browser, inject("site"), { theme, width: 320, height: 700 });
    const pane = page.locator("aside");
    const tab = (name: string) => pane.getByRole("tab", { name }).click();
    const press = (name: string | RegExp) => pane.getByRole("button", { name }).first().click();
    const found: unknown[] = [];
    const look = async (name: string) => {
      await page.waitForTimeout(200);
      await screenshot(page, `pane-${name}-${theme}-320`);
      found.push(...(await serious(page)).map((violation) => ({ name, ...violation })), ...(await cutTexts(page)).map((text) => ({ name, text })));
    };
    await press("使用说明");
    await look("help");
    await press("收起说明");
    await press(/年地前/u);
    await press("不改…");
    await press("确定不改");
    await look("keep-without-reason");
    await press("取消");
    await press("这项检查的说明");
    await look("rule-page");
    await press(/^统一格式（\d+ 处）$/u);
    await look("tidy");
    await press(/^统一格式（\d+ 处）$/u);
    await pane.getByRole("status").getByRole("button", { name: "撤销修改" }).waitFor();
    await look("changed");
    await tab("对照");
    await press("认得不对，改一改");
    await look("parent-correction");
    await press("取消");
    await press(/^看读出的 \d+ 项$/u);
    await look("parent-tasks");
    await press("粘贴表格");
    await press(/^文字有出入/u);
    await press("改对应…");
    await look("relink");
    await tab("出稿");
    await press("2 处");
    await press("定稿");
    await look("journal");
    await tab("设置");
    await press("看全部检查项目");
    await press("清除本工具数据");
    await look("settings-open");
    expect(found).toEqual([]);
    await context.close();
  });

  it.each(["light", "dark", "contrast"] as const)("before anything was opened, at 320 px in %s", async (theme) => {
    const { page, context } = await openPage(browser, `${inject("site")}/workbench.html`, { theme, width: 320, height: 700 });
    await page.locator("aside").getByRole("button", { name: "看示例" }).waitFor();
    const found: unknown[] = [];
    for (const [name, label] of VIEWS) {
      await page.locator("aside").getByRole("tab", { name: label }).click();
      await page.waitForTimeout(200);
      await screenshot(page, `pane-empty-${name}-${theme}-320`);
      found.push(...(await serious(page)).map((violation) => ({ name, ...violation })), ...(await cutTexts(page)).map((text) => ({ name, text })));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  it.each(["light", "dark", "contrast"] as const)("the whole workbench in %s", async (theme) => {
    const { page, context } = await openSampleWorkbench(browser, inject("site"), { theme });
    await screenshot(page, `workbench-${theme}`);
    expect(await serious(page)).toEqual([]);
    await context.close();
  });

  it("text at 200 % zoom stays inside the pane", async () => {
    // Zooming to 200 % halves the CSS pixels a window has.
    const { page, context } = await openSampleWorkbench(browser, inject("site"), { width: 640, height: 400 });
    for (const [name, label] of VIEWS) {
      await page.locator("aside").getByRole("tab", { name: label }).click();
      expect([name, await cutTexts(page)]).toEqual([name, []]);
    }
    await context.close();
  });
});
