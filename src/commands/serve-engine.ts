import type { Answer, Call } from "./engine-calls";
import { createEngine } from "./engine-inline";

/** As much of a worker's own scope as serving needs. */
export interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** The worker's side: answers calls one after the other. */
export function serveEngine(scope: WorkerScope): void {
  const engine = createEngine();
  scope.onmessage = (event) => {
    const { id, method, args } = event.data as Call;
    const methods = engine as unknown as Readonly<Record<Call["method"], (...args: readonly unknown[]) => Promise<unknown>>>;
    methods[method](...args).then(
      (value) => scope.postMessage({ id, value } satisfies Answer),
      (error: unknown) => scope.postMessage({ id, bug: error instanceof Error ? { name: error.name, message: error.message } : { name: "Error", message: String(error) } } satisfies Answer),
    );
  };
}
