import { defineConfig } from "vitest/config";

/** Tests of pure functions: nothing of one file can reach another, so they share their modules and start fast. */
const PURE = ["tests/core/**/*.test.ts", "tests/cases/**/*.test.ts", "tests/pairs/**/*.test.ts", "tests/mutations/**/*.test.ts", "tests/*.test.ts"];

/**
 * core: the pure core, in Node. unit: everything else that runs in Node, each file in a realm of its own (office.js starts
 * once per realm). pane: React components in jsdom. browser: headless Chromium driven from Node, over the production
 * build (tests/browser; see tests/README.md).
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "core", environment: "node", isolate: false, include: PURE, testTimeout: 30_000 } },
      { test: { name: "unit", environment: "node", include: ["tests/**/*.test.ts"], exclude: [...PURE, "tests/browser/**", "tests/taskpane/**"], testTimeout: 30_000 } },
      { test: { name: "pane", environment: "jsdom", include: ["tests/taskpane/**/*.test.{ts,tsx}"], setupFiles: ["tests/taskpane/setup.ts"], testTimeout: 20_000 } },
      { test: { name: "browser", environment: "node", include: ["tests/browser/**/*.test.ts"], globalSetup: ["tests/browser/global-setup.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
