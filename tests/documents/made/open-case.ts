import { configureDocuments } from "../../../src/documents/configure";
import { nodePdfAsset } from "../../../src/documents/node/pdf-assets";
import { openDocument } from "../../../src/documents/open-document";
import { openWorkbook } from "../../../src/documents/open-workbook";

configureDocuments({ pdfAsset: nodePdfAsset });

/** Opens bytes both ways and says what is wrong with the outcome: "" when it is a value or a failure with a code, and nothing else was touched. */
export async function openCase(bytes: Uint8Array): Promise<string> {
  const before = Object.keys(Object.prototype).length;
  for (const open of [openDocument, openWorkbook]) {
    const result = await open(bytes, "文件");
    if (!result.ok && result.error.code.length === 0) return "a failure without a code";
    if (result.ok && "blocks" in result.value && result.value.blocks.length === 0) return "an opened document without blocks";
    for (const block of result.ok && "blocks" in result.value ? result.value.blocks : []) {
      if (block.kind === "table" && block.values.some((row) => row.length !== block.values[0]?.length)) return "a table that is not rectangular";
    }
  }
  return Object.keys(Object.prototype).length === before && !("polluted" in {}) ? "" : "Object.prototype was changed";
}
