import { createEngine } from "./engine-inline";
import { serveCalls } from "./serve-calls";
import type { MessageEnd } from "./worker-messages";

/** The worker's side of the engine. */
export function serveEngine(scope: MessageEnd): void {
  serveCalls(scope, createEngine());
}
