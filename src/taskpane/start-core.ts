import { coreOverWorker, type CoreOverWorker } from "../commands/core-over-worker";

/** The core in a worker of its own, for the pages. In one place, so that pane and workbench share one built worker. */
export function startCore(): CoreOverWorker {
  return coreOverWorker(() => new Worker(new URL("../worker.ts", import.meta.url), { name: "core" }));
}
