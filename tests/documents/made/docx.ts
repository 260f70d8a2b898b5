import { strToU8, zipSync } from "fflate";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** A .docx around the given body, with optional numbering and styles parts and further entries. */
export function makeDocx(body: string, parts: { readonly numbering?: string; readonly styles?: string; readonly more?: Readonly<Record<string, Uint8Array>> } = {}): Uint8Array {
  const entries = new Map<string, Uint8Array>([
    ["[Content_Types].xml", strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')],
    ["_rels/.rels", strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')],
    ["word/document.xml", strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${body}</w:body></w:document>`)],
  ]);
  if (parts.numbering !== undefined) entries.set("word/numbering.xml", strToU8(`<w:numbering ${word}>${parts.numbering}</w:numbering>`));
  if (parts.styles !== undefined) entries.set("word/styles.xml", strToU8(`<w:styles ${word}>${parts.styles}</w:styles>`));
  for (const [name, bytes] of Object.entries(parts.more ?? {})) entries.set(name, bytes);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** A paragraph with one run; `properties` and `run` are inner XML of pPr and rPr. */
export function p(text: string, properties = "", run = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A cell; `properties` is inner XML of tcPr, `content` text or ready paragraphs. */
export function tc(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ""): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join("")}</w:tr>`;
}

export function tbl(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
}

export const vStart = '<w:vMerge w:val="restart"/>';
export const vGoesOn = "<w:vMerge/>";
