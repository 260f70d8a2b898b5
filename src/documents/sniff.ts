import { decodeText, looksLikeText } from "./bytes/decode-text";
import { looksLikeOle, openOle } from "./bytes/ole";
import { looksLikeZip, openZip } from "./bytes/zip";
import { looksLikeMht } from "./html/mht";

/** What a file is by its content, finer than the format told to the outside: which reader takes it. */
export type Sniffed = "docx" | "doc" | "pdf" | "zip-sheets" | "ods" | "ole-sheets" | "xml-sheets" | "html" | "text" | "rtf" | "ofd" | "encrypted" | "empty" | "unknown";

/**
 * Tells a file by its bytes: magic numbers, the entries of a zip, the streams of an OLE file, the first tags of a text.
 * Names are not looked at: a .doc may be a web page, a .wps a .docx, an .xls a table in HTML. Throws a Refusal for a
 * container that cannot be opened.
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.every((byte) => byte === 0)) return "empty";
  if (looksLikeZip(bytes)) return sniffZip(bytes);
  if (looksLikeOle(bytes)) return sniffOle(bytes);
  const head = latinHead(bytes);
  // The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
  if (/%PDF-\d/u.test(head.slice(0, 1_024))) return "pdf";
  if (/^\s*\{\\rtf/u.test(head)) return "rtf";
  if (looksLikeMht(bytes)) return "html";
  return sniffText(bytes);
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const zip = openZip(bytes);
  const has = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/iu)) return "ofd";
  if (has(/^EncryptedPackage$/u)) return "encrypted";
  if (has(/^word\/document\d*\.xml$/iu)) return "docx";
  if (has(/^xl\/workbook\.(?:xml|bin)$/iu)) return "zip-sheets";
  if (zip.has("mimetype")) {
    const kind = new TextDecoder().decode(zip.read("mimetype"));
    if (/opendocument\.spreadsheet/u.test(kind)) return "ods";
  }
  return "unknown";
}

function sniffOle(bytes: Uint8Array): Sniffed {
  const { names } = openOle(bytes);
  if (names.includes("EncryptedPackage")) return "encrypted";
  if (names.includes("WordDocument")) return "doc";
  if (names.includes("Workbook") || names.includes("Book")) return "ole-sheets";
  return "unknown";
}

function sniffText(bytes: Uint8Array): Sniffed {
  const decoded = decodeText(bytes.subarray(0, 65_536));
  if (decoded === undefined || !looksLikeText(decoded.text)) return "unknown";
  const text = decoded.text;
  if (text.trim() === "") return "empty";
  const head = text.slice(0, 4_096);
  if (/<\?xml/u.test(head) && /urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application[^>]*Excel/u.test(head) && /<(?:\w+:)?Workbook[\s>]/u.test(head)) return "xml-sheets";
  if (/<(?:!doctype\s+html|html|head|body|table|meta|div|tr|p)[\s>]/iu.test(head)) return "html";
  return /<\?xml/u.test(head.slice(0, 100)) ? "unknown" : "text";
}

function latinHead(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4_096));
}
