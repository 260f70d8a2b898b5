import { serveEngine } from "./commands/serve-engine";

/** The worker that runs the core. */
serveEngine(self);
