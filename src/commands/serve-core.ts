import type { App } from "./app";
import { createEngine } from "./engine-inline";
import { serveCalls } from "./serve-calls";
import type { MessageEnd } from "./worker-messages";

/** The worker's side of the core; a clean copy is made there too, since it takes a whole file apart. */
export function serveCore(scope: MessageEnd, cleanCopy: App["cleanCopy"]): void {
  serveCalls(scope, { ...createEngine(), cleanCopy });
}
