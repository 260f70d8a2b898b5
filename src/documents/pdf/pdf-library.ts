import type { PDFDocumentProxy } from "pdfjs-dist";
import type * as PdfJs from "pdfjs-dist/legacy/build/pdf.mjs";
import { documentsConfiguration } from "../configure";
import { Refusal } from "../refuse";

/** The legacy build of pdf.js; the modern one does not run in Node. */
export type PdfLibrary = typeof PdfJs;

const folders = new Map([
  ["cMapUrl", "cmaps"],
  ["standardFontDataUrl", "standard_fonts"],
  ["wasmUrl", "wasm"],
]);

/** A PDF opened, and the character maps that could not be had while it is read: the set fills up meanwhile. */
export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  readonly missingMaps: ReadonlySet<string>;
}

/** Hands pdf.js its own files through our configuration: no address is ever asked that the host has not named. */
function assetsNoting(missingMaps: Set<string>) {
  return class ConfiguredAssets {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      try {
        return await documentsConfiguration().pdfAsset(`${folders.get(kind) ?? kind}/${filename}`);
      } catch (reason) {
        if (kind === "cMapUrl") missingMaps.add(filename);
        throw reason;
      }
    }
  };
}

/** A drawing matrix that pdf.js names while it loads; it is only used for drawing, which never happens here. */
class UnusedMatrix {}

let loaded: Promise<PdfLibrary> | null = null;

/** Loads pdf.js once, together with its worker part: we run in a worker already, so it works in this thread. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfLibrary> {
  const scope: Record<string, unknown> = globalThis;
  // Without the optional package @napi-rs/canvas the module fails in Node over this missing name.
  scope.DOMMatrix ??= UnusedMatrix;
  // Loaded inside a Web Worker, the worker part would take that worker's messages for its own; it holds back where there is a window.
  const windowless = scope.window === undefined;
  if (windowless) scope.window = globalThis;
  try {
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  } finally {
    if (windowless) delete scope.window;
  }
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** Opens a PDF for its text and lines: no scripts, no forms, no pictures, no fonts of the system. Throws a Refusal: encrypted, damaged. */
export async function openPdf(library: PdfLibrary, bytes: Uint8Array): Promise<OpenedPdf> {
  const missingMaps = new Set<string>();
  try {
    const loading = library.getDocument({
      // pdf.js takes the buffer away from its owner.
      data: bytes.slice(),
      BinaryDataFactory: assetsNoting(missingMaps),
      cMapUrl: "cmaps/",
      cMapPacked: true,
      standardFontDataUrl: "standard_fonts/",
      wasmUrl: "wasm/",
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 1,
      verbosity: 0,
    });
    return { document: await loading.promise, missingMaps };
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : "";
    if (name === "PasswordException") throw new Refusal("encrypted", "PDF with a password");
    throw new Refusal("damaged", `PDF: ${name}`);
  }
}
