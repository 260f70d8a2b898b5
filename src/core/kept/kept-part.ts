import type { KeptPart } from "../workbook";

/** The one namespace of all our custom XML parts; hosts find them by it and leave every other part alone. */
export const KEPT_NAMESPACE = "urn:taizhang:kept:1";

/** The part in which hosts list the names of the sheets that `showReport` filled: a JSON array of names. */
export const OUR_SHEETS_PART = "our-sheets";

/**
 * A part as XML: `<part xmlns="urn:taizhang:kept:1" id="…" checksum="…">…</part>`. Any text round-trips, also what XML
 * cannot hold (control characters, lone surrogates) or may change (line ends, outer blanks). A part without text cannot
 * be written: a damaged part is reported, not stored again.
 */
export function encodeKeptPart(part: KeptPart): string {
  if (part.text === null) throw new Error(`kept part ${part.id} has no text to store`);
  return `<?xml version="1.0" encoding="UTF-8"?><part xmlns="${KEPT_NAMESPACE}" id="${markup(part.id)}" checksum="${checksum(part.text)}">${markup(part.text)}</part>`;
}

/** Reads a part back; `text` is null when it is not what was stored. Returns null for XML that is no part of ours. */
export function decodeKeptPart(xml: string): KeptPart | null {
  const root = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?<((?:[\w.-]+:)?part)\b((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/>|>)/u.exec(xml);
  if (root === null) return null;
  const [start, tag, attributesText, close] = root;
  const attributes = attributesOf(attributesText ?? "");
  const prefix = tag?.includes(":") === true ? `xmlns:${tag.split(":")[0]}` : "xmlns";
  const id = attributes.get("id");
  if (attributes.get(prefix) !== KEPT_NAMESPACE || id === undefined) return null;
  const end = close === "/>" ? start.length : xml.lastIndexOf(`</${tag}`);
  if (end < start.length) return { id: plain(id) ?? id, text: null };
  const text = plain(xml.slice(start.length, end));
  return { id: plain(id) ?? id, text: text !== null && checksum(text) === attributes.get("checksum") ? text : null };
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)];
  return new Map(pairs.map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
}

/** Percent-escapes what XML may lose or change, then escapes its own signs. */
function markup(text: string): string {
  // Controls and lone surrogates (a pair stays as it is), and what parsers or writers of XML change.
  const safe = text.replace(/%|^ | $|[\p{Cc}\p{Cs}\u2028\uFFFE\uFFFF]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return safe.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}

/** The opposite of `markup`; null for text that `markup` never makes. */
function plain(text: string): string | null {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  let whole = !text.includes("<");
  const unmarked = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (reference, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
    const sign = code === undefined ? named[name ?? ""] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (sign === undefined) whole = false;
    return sign ?? reference;
  });
  const result = unmarked.replace(/%(?:([0-9a-f]{4}))?/g, (sign, code: string | undefined) => {
    if (code === undefined) whole = false;
    return code === undefined ? sign : String.fromCharCode(parseInt(code, 16));
  });
  return whole ? result : null;
}

/** FNV-1a over the UTF-16 code units, with the length: finds damage, is no protection against intent. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return `${text.length.toString(16)}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}
