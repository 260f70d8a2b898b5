import type { MessageEnd, WorkerLike } from "../../src/commands/worker-messages";

/** A worker in process: messages are copied and arrive one after the other, as a browser's do. */
export interface MessageWorker {
  readonly start: () => WorkerLike;
  /** What the page has posted so far. */
  readonly posted: readonly unknown[];
  readonly started: () => number;
}

/** @param serve what the worker's script does with its own scope. */
export function messageWorker(serve: (scope: MessageEnd) => void): MessageWorker {
  const posted: unknown[] = [];
  let started = 0;
  const start = (): WorkerLike => {
    started++;
    let ended = false;
    const deliver = (to: MessageEnd, message: unknown) => {
      const data: unknown = structuredClone(message);
      setImmediate(() => {
        if (!ended) to.onmessage?.({ data } as MessageEvent);
      });
    };
    const scope: MessageEnd = { onmessage: null, postMessage: (message) => deliver(page, message) };
    const page: WorkerLike = {
      onmessage: null,
      onerror: null,
      postMessage(message) {
        deliver(scope, message);
        posted.push(message);
      },
      terminate() {
        ended = true;
      },
    };
    serve(scope);
    return page;
  };
  return { start, posted, started: () => started };
}
