import { defineConfig } from "vitest/config";

/**
 * unit: everything that runs in Node. pane: React components in jsdom. browser: headless Chromium driven from Node,
 * over the production build (tests/browser; see tests/README.md).
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", environment: "node", include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**", "tests/taskpane/**"], testTimeout: 30_000 } },
      { test: { name: "pane", environment: "jsdom", include: ["tests/taskpane/**/*.test.{ts,tsx}"], setupFiles: ["tests/taskpane/setup.ts"], testTimeout: 20_000 } },
      { test: { name: "browser", environment: "node", include: ["tests/browser/**/*.test.ts"], globalSetup: ["tests/browser/global-setup.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
