import { createEngine } from "./engine-inline";
import { EngineGone, type Engine } from "./engine";

/** What goes to the worker: which method, with which arguments. Arguments are plain data. */
interface Call {
  readonly id: number;
  readonly method: Exclude<keyof Engine, "cancel">;
  readonly args: readonly unknown[];
}

/** What comes back: the value, or a bug by its name and message. */
type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly bug: { readonly name: string; readonly message: string } };

/** As much of a worker as the page needs. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** As much of a worker's own scope as serving needs. */
export interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/**
 * The engine behind a worker. The worker is started with the first call; `cancel` ends it, so that everything pending
 * rejects with EngineGone, and the next call starts a new one.
 */
export function engineOverWorker(start: () => WorkerLike): Engine {
  let worker: WorkerLike | undefined;
  let calls = 0;
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

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
    openGrids: call("openGrids"),
    readLedger: call("readLedger"),
    check: call("check"),
    recheck: call("recheck"),
    planFixes: call("planFixes"),
    proposeFill: call("proposeFill"),
    planEnrichment: call("planEnrichment"),
    cancel: () => end(() => new EngineGone()),
  };
}

/** The worker's side: answers calls one after the other. */
export function serveEngine(scope: WorkerScope): void {
  const engine = createEngine();
  scope.onmessage = (event) => {
    const { id, method, args } = event.data as Call;
    const run = engine[method] as (...args: readonly unknown[]) => Promise<unknown>;
    run(...args).then(
      (value) => scope.postMessage({ id, value } satisfies Answer),
      (error: unknown) => scope.postMessage({ id, bug: error instanceof Error ? { name: error.name, message: error.message } : { name: "Error", message: String(error) } } satisfies Answer),
    );
  };
}
