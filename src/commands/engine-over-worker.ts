import { EngineGone, type Engine } from "./engine";
import type { Answer, Call } from "./engine-calls";

/** As much of a worker as the page needs. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * The engine behind a worker. The worker is started with the first call; `cancel` ends it, so that everything pending
 * rejects with EngineGone, and the next call starts a new one.
 */
export function engineOverWorker(start: () => WorkerLike): Engine {
  let worker: WorkerLike | undefined;
  let calls = 0;
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

  function end(error: () => Error): void {
    worker?.terminate();
    worker = undefined;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(error());
  }

  function running(): WorkerLike {
    if (worker) return worker;
    worker = start();
    worker.onmessage = (event) => {
      const answer = event.data as Answer;
      const call = pending.get(answer.id);
      pending.delete(answer.id);
      if ("bug" in answer) call?.reject(Object.assign(new Error(answer.bug.message), { name: answer.bug.name }));
      else call?.resolve(answer.value);
    };
    worker.onerror = () => end(() => new EngineGone());
    return worker;
  }

  function call(method: Call["method"]) {
    return (...args: readonly unknown[]) =>
      new Promise<never>((resolve, reject) => {
        const id = ++calls;
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
        running().postMessage({ id, method, args } satisfies Call);
      });
  }

  return {
    openParent: call("openParent"),
    parentOfPaste: call("parentOfPaste"),
    parentOfBlocks: call("parentOfBlocks"),
    correctParent: call("correctParent"),
    openGrids: call("openGrids"),
    readLedger: call("readLedger"),
    check: call("check"),
    recheck: call("recheck"),
    planFixes: call("planFixes"),
    proposeFill: call("proposeFill"),
    templateOf: call("templateOf"),
    unitNames: call("unitNames"),
    planEnrichment: call("planEnrichment"),
    readParents: call("readParents"),
    draftLedger: call("draftLedger"),
    matchSheet: call("matchSheet"),
    splitByUnit: call("splitByUnit"),
    splitToSheets: call("splitToSheets"),
    cancel: () => end(() => new EngineGone()),
  };
}
