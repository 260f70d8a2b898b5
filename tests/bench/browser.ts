import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Frame, Page } from "playwright-core";
import { openInSimulatedExcel } from "../excel-host/browser/simulated-excel";
import { ensureBrowser, launchBrowser } from "../support/browser";
import { DIST } from "../support/build-dist.mjs";
import { serveFolder } from "../support/serve-folder.mjs";
import { figure } from "./bench";
import { ledgerValues } from "./generated-ledger";

/** What the built pages weigh, how soon they show something, and how long they keep a user's key waiting. Takes dist/ as it is. */
export async function benchBrowser(): Promise<void> {
  for (const page of ["taskpane.html", "workbench.html"]) figure(`own scripts of ${page} at first load, gzip`, ownScripts(page).reduce((sum, script) => sum + gzipSync(readFileSync(path.join(DIST, script)), { level: 9 }).length, 0) / 1024, "KiB", 250);

  const executable = ensureBrowser();
  if (executable === undefined) {
    process.stderr.write("No browser found: first paint and long tasks are not measured.\n");
    return;
  }
  const excel = await openInSimulatedExcel({ distDir: DIST, workbook: { sheets: [{ name: "台账", values: ledgerValues(52) }] }, browser: executable });
  try {
    figure("first paint of the pane, cold, in the simulated Excel", await firstPaint(excel.frame), "ms", 1_000);
  } finally {
    await excel.close();
  }

  const site = await serveFolder(DIST);
  const browser = await launchBrowser(executable);
  try {
    await benchWorkbench(browser, `${site.url}/workbench.html`);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Scripts that a page names in its head, office.js apart. */
function ownScripts(page: string): readonly string[] {
  return [...readFileSync(path.join(DIST, page), "utf8").matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/gu)].map(([, src]) => src!).filter((src) => !src.startsWith("office/"));
}

async function benchWorkbench(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
  });
  await page.goto(address);
  figure("first paint of the workbench, cold", await firstPaint(page.mainFrame()), "ms", 1_000);

  const csv = ledgerValues(5_000).map((row) => row.map((value) => value ?? "").join(",")).join("\n");
  await page.locator("header input[type=file]").setInputFiles({ name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.locator('tbody td[data-row="1"]').first().waitFor();
  await settled(page);
  figure("longest task on the main thread while 5000 rows are opened in the workbench", await longestTask(page), "ms", 50);
  await page.getByRole("button", { name: "一键检查" }).first().click();
  await page.locator("aside h1").filter({ hasText: /必改|问题/u }).waitFor({ timeout: 120_000 });
  await settled(page);
  figure("longest task on the main thread while 5000 rows are checked in the workbench", await longestTask(page), "ms", 50);
}

async function firstPaint(frame: Frame): Promise<number> {
  await frame.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  return frame.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime);
}

/** Nothing runs and nothing is drawn any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500))));
}

/** The longest since the last time, in milliseconds; browsers tell only of those over 50, so 0 is "none". */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks.splice(0)));
}
