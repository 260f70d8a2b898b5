import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { DIST } from "../support/build-dist.mjs";

/** Screenshots for people to look at: every view, theme and width. */
export const SCREENS = path.join(DIST, "screens");

export type Theme = "light" | "dark" | "contrast";

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for outside the page's own origin. */
  readonly foreign: readonly string[];
  /** What the console, the page and the Content-Security-Policy complained of. */
  readonly complaints: readonly string[];
}

/** Opens a page of the build with every request and complaint recorded. */
export async function openPage(browser: Browser, address: string, options: { readonly width?: number; readonly height?: number; readonly theme?: Theme; readonly zoom?: number } = {}): Promise<OpenedPage> {
  const { width = 1280, height = 800, theme = "light" } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme === "dark" ? "dark" : "light",
    contrast: theme === "contrast" ? "more" : "no-preference",
    deviceScaleFactor: 1,
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  const origin = new URL(address).origin;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`${error.name}: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(address);
  return { page, context, foreign, complaints };
}

/** Opens the workbench with the sample loaded, and waits for its verdict. */
export async function openSampleWorkbench(browser: Browser, site: string, options: Parameters<typeof openPage>[2] = {}): Promise<OpenedPage> {
  const opened = await openPage(browser, `${site}/workbench.html?sample=1`, options);
  await opened.page.locator("aside h1").waitFor({ state: "attached", timeout: 45_000 });
  return opened;
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENS, `${name}.png`) });
}

/** Nothing left the origin, nothing broke the policy, nothing was written to the console. */
export function expectQuiet({ foreign, complaints }: OpenedPage): void {
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
}
