/** What the readers need from the place they run in. */
export interface DocumentsConfiguration {
  /**
   * The bytes of a file that pdf.js needs beside its code, by a path inside the package pdfjs-dist: "cmaps/GBK-EUC-H.bcmap",
   * "standard_fonts/FoxitSerif.pfb", "wasm/openjpeg.wasm". Rejects when there is none.
   */
  readonly pdfAsset: (path: string) => Promise<Uint8Array>;
}

let configuration: DocumentsConfiguration = { pdfAsset: assetBesidePage };

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
