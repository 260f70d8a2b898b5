import type { App } from "./app";
import { callsToWorker } from "./call-worker";
import { EngineGone, type Engine } from "./engine";
import type { WorkerLike } from "./worker-messages";

/** What the core's worker does for a page. */
export type CoreOverWorker = Pick<App, "engine" | "cleanCopy" | "newWorkbook">;

/**
 * The core behind a worker. The worker is started with the first call; `cancel` ends it, so that everything pending
 * rejects with EngineGone, and the next call starts a new one.
 */
export function coreOverWorker(start: () => WorkerLike): CoreOverWorker {
  const calls = callsToWorker(start, () => new EngineGone());
  const over =
    (method: Exclude<keyof Engine, "cancel">) =>
    (...args: readonly unknown[]) =>
      calls.call(method, args) as Promise<never>;
  const engine: Engine = {
    openParent: over("openParent"),
    parentOfPaste: over("parentOfPaste"),
    parentOfBlocks: over("parentOfBlocks"),
    correctParent: over("correctParent"),
    readLedger: over("readLedger"),
    check: over("check"),
    recheck: over("recheck"),
    planFixes: over("planFixes"),
    proposeFill: over("proposeFill"),
    templateOf: over("templateOf"),
    unitNames: over("unitNames"),
    planEnrichment: over("planEnrichment"),
    readParents: over("readParents"),
    draftLedger: over("draftLedger"),
    matchSheet: over("matchSheet"),
    splitByUnit: over("splitByUnit"),
    splitToSheets: over("splitToSheets"),
    cancel: () => calls.end(),
  };
  return {
    engine,
    cleanCopy: (bytes, options) => calls.call("cleanCopy", [bytes, options]) as Promise<Uint8Array>,
    newWorkbook: (sheets) => calls.call("newWorkbook", [sheets]) as Promise<Uint8Array>,
  };
}
