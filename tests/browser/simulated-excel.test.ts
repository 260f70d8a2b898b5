import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { bundle } from "../excel-host/browser/simulated-excel";
import { officeFolder } from "../excel-host/transport/start-office";
import { launchBrowser } from "../support/browser";

const browserPath = inject("browser");
const suite = fileURLToPath(new URL("../excel-host/browser/suite/", import.meta.url));

describe.skipIf(browserPath === "")("the simulated Excel in Chromium", () => {
  it("passes the conformance and the contract suite over real frames and messages", async () => {
    const script = await bundle(join(suite, "suite-page.ts"), { vitest: join(suite, "small-vitest.ts") });
    const browser = await launchBrowser(browserPath);
    try {
      const page = await browser.newPage();
      await page.route("**/*", (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === "/suite/suite.js") return route.fulfill({ contentType: "text/javascript", body: script });
        if (pathname === "/suite/addin.html") return route.fulfill({ contentType: "text/html", body: '<!DOCTYPE html><meta charset="utf-8"><script src="/office/office.js"></script><body><script src="/suite/suite.js"></script></body>' });
        if (pathname === "/suite/") return route.fulfill({ contentType: "text/html", body: '<!DOCTYPE html><meta charset="utf-8"><body><script src="/suite/suite.js"></script></body>' });
        if (pathname.startsWith("/office/")) return route.fulfill({ contentType: "text/javascript", body: readFileSync(join(officeFolder(), pathname.slice("/office/".length))) });
        return route.fulfill({ status: 404, body: "" });
      });
      await page.goto("https://sim.test/suite/");
      await page.waitForFunction(() => window.suiteResult !== undefined, null, { timeout: 50_000 });
      const result = await page.evaluate(() => window.suiteResult);
      expect(result?.failed).toEqual([]);
      expect(result?.passed).toBeGreaterThan(70);
    } finally {
      await browser.close();
    }
  });
});
