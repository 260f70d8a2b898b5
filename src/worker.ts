import { serveCore } from "./commands/serve-core";

/** The worker that runs the core. Only 存报送稿, 存公开稿 and 按单位拆分 handle whole files. */
serveCore(self, {
  cleanCopy: async (bytes, options) => (await import("./xlsx/clean-copy")).cleanCopy(bytes, options),
  newWorkbook: async (sheets) => (await import("./xlsx/new-xlsx")).newXlsxOfReports(sheets),
});
