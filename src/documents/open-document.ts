import { err, ok, type Result } from "../core/result";
import { documentsConfiguration } from "./configure";
import type { DocumentFailure, OpenedDocument } from "./document";
import { limits } from "./limits";
import { failureOf, Refusal } from "./refuse";
import { sniff, type Sniffed } from "./sniff";

/**
 * Opens a document of any format we read and gives its paragraphs and tables in reading order. The format is found by
 * content; `fileName` is only told to diagnostics. Each reader is loaded when first used. Fails with a DocumentFailure:
 * empty, unknown-format, damaged, encrypted, scanned, ofd, rtf, too-large, too-slow. Nothing in the file is executed or fetched.
 */
export async function openDocument(bytes: Uint8Array, fileName: string): Promise<Result<OpenedDocument, DocumentFailure>> {
  try {
    const document = await readAs(kindOf(bytes), bytes);
    return document.blocks.length === 0 ? err({ code: "empty", detail: `nothing to read in ${extensionOf(fileName)}` }) : ok(document);
  } catch (thrown) {
    return err(failureOf(thrown));
  }
}

/** What a file is; refuses what is too large to look into. */
export function kindOf(bytes: Uint8Array): Sniffed {
  if (bytes.length > limits.fileBytes) throw new Refusal("too-large", `file of ${bytes.length} bytes`);
  return sniff(bytes);
}

/** Reads a file of a known kind as a document. Throws a Refusal. */
export async function readAs(kind: Sniffed, bytes: Uint8Array): Promise<OpenedDocument> {
  switch (kind) {
    case "docx":
      return (await import("./docx/read-docx")).readDocx(bytes);
    case "doc":
      return (await import("./doc/read-doc")).readDoc(bytes);
    case "pdf": {
      const { readPdfApart } = documentsConfiguration();
      return readPdfApart ? readPdfApart(bytes) : (await import("./pdf/read-pdf")).readPdf(bytes);
    }
    case "html":
      return (await import("./html/read-html")).readHtml(bytes);
    case "text":
      return (await import("./text/read-text")).readText(bytes);
    case "zip-sheets":
    case "ods":
    case "ole-sheets":
    case "xml-sheets":
      return (await import("./sheets/sheets-to-blocks")).documentOfSheets(await readSheetsAs(kind, bytes));
    case "rtf":
    case "ofd":
    case "encrypted":
    case "empty":
      throw new Refusal(kind, "by its first bytes");
    case "unknown":
      throw new Refusal("unknown-format", "no format we know");
  }
}

/** Reads a workbook of a known kind. Throws a Refusal. */
export async function readSheetsAs(kind: "zip-sheets" | "ods" | "ole-sheets" | "xml-sheets", bytes: Uint8Array) {
  const readers = await import("./sheets/read-sheets");
  if (kind === "ole-sheets") return readers.readOleSheets(bytes);
  if (kind === "xml-sheets") return readers.readXmlSheets(bytes);
  return readers.readZipSheets(bytes, kind === "ods" ? "ods" : "xlsx");
}

function extensionOf(fileName: string): string {
  return /\.[A-Za-z0-9]{1,5}$/u.exec(fileName)?.[0] ?? "a file without extension";
}
