/** What the builder of the single file puts into the page's script. */
declare module "standalone:page" {
  /** The whole script of the worker. */
  export const workerScript: string;
  /** The samples in base64. */
  export const samples: { readonly ledger: string; readonly parent: string };
}

/** What the builder of the single file puts into the worker's script. */
declare module "standalone:worker" {
  /** Files of pdf.js in base64, by their path within the package pdfjs-dist. */
  export const pdfAssets: Readonly<Record<string, string>>;
}
