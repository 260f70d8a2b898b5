import { serveCore } from "./commands/serve-core";

/** The worker that runs the core. Only 存报送稿 and 存公开稿 take a file apart. */
serveCore(self, async (bytes, options) => (await import("./xlsx/clean-copy")).cleanCopy(bytes, options));
