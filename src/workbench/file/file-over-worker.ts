import { callsToWorker } from "../../commands/call-worker";
import type { WorkerLike } from "../../commands/worker-messages";
import { FileGone, type FileService, type FileWorker } from "./file-service";

/** A file kept in a worker; started with the first call. */
export function fileOverWorker(start: () => WorkerLike): FileWorker {
  const calls = callsToWorker(start, () => new FileGone());
  const over =
    (method: keyof FileService) =>
    (...args: readonly unknown[]) =>
      calls.call(method, args) as Promise<never>;
  return {
    open: over("open"),
    readSheet: over("readSheet"),
    readFacts: over("readFacts"),
    readSizes: over("readSizes"),
    readParts: over("readParts"),
    applyEdits: over("applyEdits"),
    writeParts: over("writeParts"),
    removeParts: over("removeParts"),
    showReport: over("showReport"),
    activate: over("activate"),
    save: over("save"),
    end: () => calls.end(),
  };
}
