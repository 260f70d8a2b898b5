import type { Browser } from "playwright-core";
import { stopClock, take } from "./album";

/** The workbench as a whole, and the sheet that 按单位拆分 makes, for the pages of the guide. */
export async function takeWorkbenchPictures(browser: Browser, site: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 664 }, locale: "zh-CN", colorScheme: "light", reducedMotion: "reduce" });
  await stopClock(context);
  const page = await context.newPage();
  await page.goto(`${site}/workbench.html?sample=1`);
  const pane = page.locator("aside");
  await pane.locator("h1").waitFor();
  await take(page, "09-workbench");

  await pane.getByRole("tab", { name: "分工" }).click();
  await pane.getByRole("button", { name: "列在一张表上" }).click();
  await page.getByRole("tab", { name: "按单位拆分" }).waitFor();
  // All columns of the list in sight.
  await page.setViewportSize({ width: 1366, height: 560 });
  const sheet = await page.locator("section[aria-label=表格]").boundingBox();
  if (sheet === null) throw new Error("no sheet in sight");
  await take(page, "07-split", sheet);
  await context.close();
}
