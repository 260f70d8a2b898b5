import { serveEngine, type WorkerScope } from "./commands/engine-worker";

/** The worker that runs the core. */
serveEngine(self as unknown as WorkerScope);
