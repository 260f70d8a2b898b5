import type { DocumentBlock, TableBlock } from "../../../src/core/parent/parent-document";
import type { OpenedDocument } from "../../../src/documents/document";
import { openDocument } from "../../../src/documents/open-document";

/** The document in bytes; the test fails where it cannot be opened. */
export async function opened(bytes: Uint8Array): Promise<OpenedDocument> {
  const result = await openDocument(bytes, "文件");
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** The code with which a document is refused, "opened" when it is not. */
export async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await openDocument(bytes, "文件");
  return result.ok ? "opened" : result.error.code;
}

/** Blocks in short: a paragraph as its text, a table as its rows. */
export function brief(blocks: readonly DocumentBlock[]): (string | readonly (readonly string[])[])[] {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : block.texts));
}

/** The only table of a document. */
export function tableOf(document: { readonly blocks: readonly DocumentBlock[] }): TableBlock {
  const tables = document.blocks.filter((block) => block.kind === "table");
  if (tables.length !== 1 || tables[0] === undefined) throw new Error(`${tables.length} tables`);
  return tables[0];
}

/** Merges in short: "top,left-bottom,right". */
export function mergesOf(table: TableBlock): string[] {
  return table.merges.map(({ top, left, bottom, right }) => `${top},${left}-${bottom},${right}`);
}
