/** The worker part of pdf.js: loaded for its effect, it puts its message handler where the main part looks for it. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: unknown;
}
