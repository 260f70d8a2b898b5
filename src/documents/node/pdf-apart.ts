import { Worker } from "node:worker_threads";
import type { DocumentFailure, OpenedDocument } from "../document";
import { Refusal } from "../refuse";

/** How long a PDF may take, in milliseconds: without a page being finished, and together. */
export interface PdfPatience {
  readonly page: number;
  readonly all: number;
}

/** A page of a plain document takes some ten milliseconds. */
const PATIENCE: PdfPatience = { page: 15_000, all: 180_000 };
const MOST_MEGABYTES = 1_000;

/** What the worker says: that a page is read, and how it ended. */
export type PdfApartMessage = { readonly kind: "page" } | { readonly kind: "document"; readonly document: OpenedDocument } | { readonly kind: "failure"; readonly failure: DocumentFailure };

/**
 * Reads PDFs in a worker thread of Node, which can be ended: a file of a few kilobytes can keep pdf.js busy for ever, and
 * nothing in its own thread could stop it. For `configureDocuments`; pages run all readers in a worker already. Throws a
 * Refusal, also "too-slow".
 *
 * @param worker address of `pdf-apart-worker` as it is built.
 */
export function makeReadPdfApart(worker: URL, patience: PdfPatience = PATIENCE): (bytes: Uint8Array) => Promise<OpenedDocument> {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const reader = new Worker(worker, { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
      const end = (finish: () => void) => {
        clearTimeout(all);
        clearTimeout(page);
        void reader.terminate();
        finish();
      };
      const tooSlow = () => end(() => reject(new Refusal("too-slow", "pdf.js did not come to an end")));
      const all = setTimeout(tooSlow, patience.all);
      let page = setTimeout(tooSlow, patience.page);
      reader.on("message", (message: PdfApartMessage) => {
        if (message.kind === "page") {
          clearTimeout(page);
          page = setTimeout(tooSlow, patience.page);
        } else if (message.kind === "document") end(() => resolve(message.document));
        else end(() => reject(new Refusal(message.failure.code, message.failure.detail)));
      });
      reader.on("error", (error: Error & { readonly code?: string }) => end(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Refusal("too-large", "out of memory") : error)));
    });
}
