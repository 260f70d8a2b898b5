import type { App } from "./app";
import { createEngine } from "./engine-inline";
import { serveCalls } from "./serve-calls";
import type { MessageEnd } from "./worker-messages";

/** The worker's side of the core; whole files are taken apart and made there too, since that takes its time. */
export function serveCore(scope: MessageEnd, files: Pick<App, "cleanCopy" | "newWorkbook">): void {
  serveCalls(scope, { ...createEngine(), ...files });
}
