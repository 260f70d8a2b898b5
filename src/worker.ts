import { serveEngine } from "./commands/engine-worker";

/** The worker that runs the core. */
serveEngine(self);
