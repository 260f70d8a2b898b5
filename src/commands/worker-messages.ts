import type { Rest, Slice } from "./slices";

/** As much of a worker, or of a worker's own scope, as calling needs. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** A worker as the page sees it. */
export interface WorkerLike extends MessageEnd {
  terminate(): void;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** What goes to the worker: slices of the arguments, then which method with the rest of them. Arguments are plain data. */
export type CallMessage = { readonly id: number; readonly slice: Slice } | { readonly id: number; readonly method: string; readonly args: Rest };

/** What comes back: slices of the value, then the rest of it; or a bug by its name and message. */
export type AnswerMessage =
  | { readonly id: number; readonly slice: Slice }
  | { readonly id: number; readonly value: Rest }
  | { readonly id: number; readonly bug: { readonly name: string; readonly message: string } };
