import type { OpenedDocument } from "./document";

/** What the readers need from the place they run in. */
export interface DocumentsConfiguration {
  /**
   * The bytes of a file that pdf.js needs beside its code, by a path inside the package pdfjs-dist: "cmaps/GBK-EUC-H.bcmap",
   * "standard_fonts/FoxitSerif.pfb", "wasm/openjpeg.wasm". Rejects when there is none.
   */
  readonly pdfAsset: (path: string) => Promise<Uint8Array>;
  /** Reads a PDF where it can be stopped (`node/pdf-apart.ts`); null where the readers run in a worker that can be ended. */
  readonly readPdfApart: ((bytes: Uint8Array) => Promise<OpenedDocument>) | null;
}

let configuration: DocumentsConfiguration = { pdfAsset: assetBesidePage, readPdfApart: null };

/** Sets where the readers find their files. Without it they are asked from `./pdf/` beside the page: the same origin, no other. */
export function configureDocuments(changes: Partial<DocumentsConfiguration>): void {
  configuration = { ...configuration, ...changes };
}

/** The configuration in force. */
export function documentsConfiguration(): DocumentsConfiguration {
  return configuration;
}

async function assetBesidePage(path: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`pdf/${path}`, globalThis.location.href));
  if (!response.ok) throw new Error(`pdf/${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
