import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * For `configureDocuments` in Node: the files of pdf.js out of node_modules. The only module of this folder that needs
 * Node; the command line imports it, the bundles of pane and workbench must not.
 */
export async function nodePdfAsset(path: string): Promise<Uint8Array> {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const bytes = await readFile(join(root, path));
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
