import { engineOverWorker } from "../commands/engine-over-worker";
import type { Engine } from "../commands/engine";

/** The core in a worker of its own, for the pages. In one place, so that pane and workbench share one built worker. */
export function startEngine(): Engine {
  return engineOverWorker(() => new Worker(new URL("../worker.ts", import.meta.url), { name: "core" }));
}
