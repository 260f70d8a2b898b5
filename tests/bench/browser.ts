import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Frame, Page } from "playwright-core";
import { gridOfValues } from "../../src/core/grid/sheet-grid";
import { newXlsx } from "../../src/xlsx/new-xlsx";
import { openInSimulatedExcel } from "../excel-host/browser/simulated-excel";
import { ensureBrowser, launchBrowser } from "../support/browser";
import { DIST } from "../support/build-dist.mjs";
import { serveFolder } from "../support/serve-folder.mjs";
import { figure } from "./bench";
import { ledgerValues } from "./generated-ledger";

const ROWS = 5_000;

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

  await settled(page);
  figure("longest task on the main thread while the workbench is loaded, cold", await longestTask(page), "ms");

  const values = ledgerValues(ROWS);
  const csv = values.map((row) => row.map((value) => value ?? "").join(",")).join("\n");
  await open(page, "台账.csv", csv);
  figure(`longest task on the main thread while ${ROWS} rows of .csv are opened in the workbench`, await longestTask(page), "ms", 50);
  await open(page, "台账.xlsx", await newXlsx([gridOfValues("台账", values)]));
  figure(`longest task on the main thread while ${ROWS} rows of .xlsx are opened in the workbench`, await longestTask(page), "ms", 50);
  await page.getByRole("button", { name: "一键检查" }).first().click();
  await page.locator("aside h1").filter({ hasText: /必改|问题/u }).waitFor({ timeout: 120_000 });
  await settled(page);
  figure(`longest task on the main thread while ${ROWS} rows are checked in the workbench`, await longestTask(page), "ms", 50);

  const cell = page.locator('tbody td[data-row="4"][data-column="5"]');
  await cell.click();
  await page.keyboard.type("12月底前");
  await page.keyboard.press("Enter");
  await cell.filter({ hasText: "12月底前" }).waitFor();
  await page.getByRole("button", { name: "重新检查" }).click();
  await page.getByText(/^表格改过了/u).waitFor({ state: "detached", timeout: 60_000 });
  await settled(page);
  figure(`longest task on the main thread while one cell of ${ROWS} rows is edited and checked again`, await longestTask(page), "ms", 50);
  await cell.click();
  for (let pages = 0; pages < 20; pages++) await page.keyboard.press("PageDown");
  await page.keyboard.press("Control+End");
  await page.locator(`tbody td[data-row="${ROWS}"]`).first().waitFor();
  await settled(page);
  figure(`longest task on the main thread while ${ROWS} rows are paged through`, await longestTask(page), "ms", 50);
}

/** Opens a file in the workbench, and waits until it is drawn. It lies on the disk: what the driver hands over as bytes it unpacks on the page's own thread. */
async function open(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-bench-"));
  const file = path.join(folder, name);
  writeFileSync(file, content);
  await page.locator("header input[type=file]").setInputFiles(file);
  await page.locator("header").getByText("台账.xlsx").waitFor();
  await page.locator('tbody td[data-row="1"]').first().waitFor();
  await page.getByText(new RegExp(`^已打开 ${name}`, "u")).waitFor();
  await settled(page);
  rmSync(folder, { recursive: true });
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
