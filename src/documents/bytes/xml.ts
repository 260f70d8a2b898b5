import { SaxesParser, type SaxesTagNS } from "saxes";
import { limits } from "../limits";
import { Refusal } from "../refuse";

/** An element of an Office part: its local name when it is WordprocessingML ("p"), else prefixed ("m:t", "mc:Choice"); attributes by local name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** What a streaming reader of a part is told. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Namespaces of the parts we read, transitional and strict (ISO/IEC 29500), by the prefix the readers know them by. */
const prefixes = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", ""],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", ""],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m:"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m:"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel:"],
]);

/**
 * Streams an XML part through a handler. Entities of a document type are not expanded (saxes knows none), so nothing
 * can blow up. Throws a Refusal "damaged" at the first error of well-formedness.
 */
export function streamXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on("error", (error) => {
    throw new Refusal("damaged", `XML: ${error.message.slice(0, 100)}`);
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    if (++depth > limits.depth) throw new Refusal("damaged", "XML nested too deep");
    handler.open(nameOf(tag), attributesOf(tag));
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  parser.on("closetag", (tag: SaxesTagNS) => {
    depth--;
    handler.close(nameOf(tag));
  });
  const decoder = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8");
  for (let at = 0; at < bytes.length; at += 65_536) parser.write(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }));
  parser.close();
}

function nameOf(tag: SaxesTagNS): string {
  const prefix = prefixes.get(tag.uri);
  return prefix === undefined ? `other:${tag.local}` : prefix + tag.local;
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes)) attributes.set(attribute.local, attribute.value);
  return attributes;
}

/** A whole part as a tree: for styles, numbering and relationships, which are small. */
export function treeOfXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  streamXml(bytes, {
    open(name, attributes) {
      const element: XmlElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => void open.at(-1)?.children.push(text),
    close: () => void open.pop(),
  });
  return elementsOf(root)[0] ?? root;
}

/** The child elements, without text; of one name when given. */
export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name));
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** The `val` attribute of a child element. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get("val");
}

/** A toggle such as <w:vanish/>: undefined when absent, else whether it is on (ISO/IEC 29500-1, 17.17.4). */
export function toggleOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !["0", "false", "off", "none"].includes(child.attributes.get("val") ?? "true");
}
