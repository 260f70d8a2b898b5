import type { App } from "../commands/app";
import type { CoreOverWorker } from "../commands/core-over-worker";
import type { FileWorker } from "./file/file-service";

/** What differs between the workbench on a server and the workbench as one file: where it finds its own parts. */
export interface Place {
  /** Starts the core beside the page. */
  readonly startCore: () => CoreOverWorker;
  /** Starts a worker that keeps one open file. */
  readonly startFile: () => FileWorker;
  /** The bytes of one of the two samples. */
  readonly readSample: App["readSample"];
  /** Address of the user guide; absent where it does not lie beside the page. */
  readonly guide?: string;
}
