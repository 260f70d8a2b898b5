import { parentPort, workerData } from "node:worker_threads";
import { configureDocuments } from "../configure";
import { readPdf } from "../pdf/read-pdf";
import { failureOf } from "../refuse";
import type { PdfApartMessage } from "./pdf-apart";
import { nodePdfAsset } from "./pdf-assets";

/** The other side of `pdf-apart`: reads the one PDF it was given. */
function say(message: PdfApartMessage): void {
  parentPort?.postMessage(message);
}

configureDocuments({ pdfAsset: nodePdfAsset });
try {
  say({ kind: "document", document: await readPdf(workerData as Uint8Array, () => say({ kind: "page" })) });
} catch (thrown) {
  say({ kind: "failure", failure: failureOf(thrown) });
}
