import type { TestProject } from "vitest/node";
import { ensureBrowser } from "../support/browser";
import { buildIfStale, DIST } from "../support/build-dist.mjs";
import { serveFolder } from "../support/static-server";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the served production build, without a slash at its end. */
    site: string;
    /** The browser's executable; "" when there is none and the tests are skipped. */
    browser: string;
  }
}

/** Builds once, serves the build, finds the browser. Without a browser: says loudly what is skipped; fails in CI. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = ensureBrowser() ?? "";
  if (browser === "") {
    const message = "No Chrome, Edge or Chromium found, and none could be installed: ALL TESTS IN tests/browser ARE SKIPPED (workbench, pane, first load, Content-Security-Policy, accessibility). Install one, or set CHROMIUM_PATH.";
    if (process.env["CI"] === "true") throw new Error(message);
    process.stderr.write(`\n${"*".repeat(100)}\n${message}\n${"*".repeat(100)}\n\n`);
    project.provide("browser", "");
    project.provide("site", "");
    return () => Promise.resolve();
  }
  buildIfStale();
  const server = await serveFolder(DIST);
  project.provide("browser", browser);
  project.provide("site", server.url);
  return () => server.close();
}
