import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../support/browser";
import { DIST } from "../support/build-dist.mjs";
import { expectQuiet, openPage } from "./open-page";

/** Kilobytes of our own scripts before anything is pressed (DESIGN, numbers to reach). */
const MOST = 250;

/** Scripts a page names in its head, office.js apart. */
function ownScripts(page: string): readonly string[] {
  return [...readFileSync(path.join(DIST, page), "utf8").matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/gu)].map(([, src]) => src!).filter((src) => !src.startsWith("office/"));
}

describe("first load", () => {
  it.each(["taskpane.html", "workbench.html"])("%s is small enough", (page) => {
    const scripts = ownScripts(page);
    expect(scripts.length).toBeGreaterThan(1);
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(path.join(DIST, script)), { level: 9 }).length, 0);
    expect(bytes / 1024).toBeLessThanOrEqual(page === "taskpane.html" ? MOST : MOST + 60);
  });

  it("office.js is loaded as it is, in the pane's head only", () => {
    expect(readFileSync(path.join(DIST, "taskpane.html"), "utf8")).toMatch(/<head>.*<script src="?office\/office\.js"?><\/script>.*<\/head>/su);
    expect(readFileSync(path.join(DIST, "workbench.html"), "utf8")).not.toContain("office.js");
    expect(readFileSync(path.join(DIST, "office/office.js"))).toEqual(readFileSync("node_modules/@microsoft/office-js/dist/office.js"));
  });

  it.each(["taskpane.html", "workbench.html", "index.html"])("%s carries the policy itself, for servers that send none", (page) => {
    expect(readFileSync(path.join(DIST, page), "utf8")).toMatch(/http-equiv="?Content-Security-Policy"? content="default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'"/u);
  });
});

describe.skipIf(inject("browser") === "")("the pane outside Excel", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(inject("browser"));
  });
  afterAll(() => browser?.close());

  it("says where it belongs, and asks nothing of another origin", async () => {
    const opened = await openPage(browser, `${inject("site")}/taskpane.html`, { width: 350, height: 600 });
    await opened.page.getByText(/这一页要在 Excel 里打开/u).waitFor();
    expect(opened.foreign).toEqual([]);
    expect(opened.complaints.filter((text) => text.startsWith("policy:"))).toEqual([]);
    await opened.context.close();
  });

  it("and the workbench's empty desk is quiet", async () => {
    const opened = await openPage(browser, `${inject("site")}/`);
    await opened.page.getByText("文件只在这台电脑上处理，不上传。").waitFor();
    expectQuiet(opened);
    await opened.context.close();
  });

  it("says so when a part cannot be loaded, keeps the rest, and tries again when asked", async () => {
    const opened = await openPage(browser, `${inject("site")}/workbench.html`);
    const { page } = opened;
    await page.locator("aside").getByRole("button", { name: "看示例" }).waitFor();
    // As after a broken connection: what the page has not got yet cannot be fetched.
    const first = ownScripts("workbench.html");
    await page.route("**/*.js", (route) => (first.some((name) => route.request().url().endsWith(name)) ? route.continue() : route.abort()));
    await page.reload();
    await page.locator("aside").getByRole("tab", { name: "出稿" }).click();
    await page.getByText(/^这一部分没有装载成功/u).waitFor();
    await page.locator("aside").getByRole("tab", { name: "检查" }).click();
    await page.locator("aside").getByRole("button", { name: "看示例" }).waitFor();
    await page.unroute("**/*.js");
    await page.locator("aside").getByRole("tab", { name: "出稿" }).click();
    await page.getByRole("button", { name: "重新打开" }).click();
    await page.getByText("先检查一遍，再出稿。").waitFor();
    await opened.context.close();
  });
});
