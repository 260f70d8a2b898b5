import { describe, expect, inject, it } from "vitest";
import { openInSimulatedExcel } from "../excel-host/browser/simulated-excel";
import { ledgerInit } from "../contract/workbook-contract";
import { DIST } from "../support/build-dist.mjs";

const browser = inject("browser");
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'";

describe.skipIf(browser === "")("the built pane inside the simulated Excel", () => {
  it("starts over the real office.js, runs a ribbon command, and asks nothing of another origin", async () => {
    const excel = await openInSimulatedExcel({ distDir: DIST, workbook: ledgerInit, browser, headers: { "Content-Security-Policy": POLICY } });
    try {
      await excel.frame.getByRole("button", { name: "一键检查" }).waitFor();
      const before = await excel.dump();
      expect(await excel.invokeCommand("checkSheet")).toEqual({ completed: true });
      await excel.frame.getByText(/必改 \d+ 处|没有必改问题|没有发现问题/u).first().waitFor();
      // The first check meets the opening of the session, which registers its handlers; the second is a check alone.
      const roundTrips = await excel.roundTrips();
      expect(await excel.invokeCommand("checkSheet")).toEqual({ completed: true });
      expect((await excel.roundTrips()) - roundTrips).toBeLessThanOrEqual(3);
      expect(await excel.services()).toEqual(expect.arrayContaining([expect.stringMatching(/AppRuntime/u)]));
      expect((await excel.dump()).sheets).toEqual(before.sheets);
      expect(excel.requests.filter(({ status }) => status !== 200)).toEqual([]);
      expect(excel.requests.map(({ url }) => new URL(url).pathname)).toEqual(expect.arrayContaining(["/taskpane.html", "/office/office.js", "/office/excel-web-16.00.js"]));
      expect(excel.errors).toEqual([]);
    } finally {
      await excel.close();
    }
  });
});
