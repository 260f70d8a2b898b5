import { SaxesParser } from "saxes";

/** An element of a package part; names and attributes are kept as written, with their prefixes. */
export interface XmlElement {
  /** As written: "x:row". */
  readonly name: string;
  /** Without the prefix: "row". Parts are read by local names, so that prefixed and default-namespace files read alike. */
  readonly local: string;
  readonly attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

/** A part that is no well-formed XML. Thrown inside `xlsx/`, and turned into the failure "damaged" where a file is opened. */
export class DamagedXml extends Error {}

/**
 * Reads a part into a tree. `consume` is called with each finished element and its depth (root 0); when it returns true
 * the element is not kept in its parent, so that a large sheet need not stand in memory as a tree.
 * Comments and processing instructions are not kept; entities other than XML's own are refused.
 */
export function parseXml(text: string, consume?: (element: XmlElement, depth: number) => boolean): XmlElement {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let failure: Error | undefined;
  parser.on("error", (error) => {
    failure ??= error;
  });
  parser.on("opentag", (tag) => {
    const attributes = new Map<string, string>(Object.entries(tag.attributes));
    open.push({ name: tag.name, local: localName(tag.name), attributes, children: [] });
  });
  const addText = (value: string): void => {
    open.at(-1)?.children.push(value);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop()!;
    const parent = open.at(-1);
    if (consume?.(element, open.length) === true) return;
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.write(text.startsWith("\uFEFF") ? text.slice(1) : text).close();
  if (failure !== undefined || root === undefined) throw new DamagedXml(failure?.message ?? "no root element");
  return root;
}

/** The element as XML, without a declaration. */
export function serializeXml(element: XmlElement): string {
  const out: string[] = [];
  writeElement(element, out);
  return out.join("");
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function writeElement(element: XmlElement, out: string[]): void {
  out.push("<", element.name);
  for (const [name, value] of element.attributes) out.push(" ", name, '="', escapeAttribute(value), '"');
  if (element.children.length === 0) {
    out.push("/>");
    return;
  }
  out.push(">");
  for (const child of element.children) {
    if (typeof child === "string") out.push(escapeText(child));
    else writeElement(child, out);
  }
  out.push("</", element.name, ">");
}

export function escapeText(text: string): string {
  return /[&<>\r]/u.test(text) ? text.replace(/[&<>\r]/gu, (sign) => ENTITIES[sign]!) : text;
}

export function escapeAttribute(text: string): string {
  return /[&<>"\r\n\t]/u.test(text) ? text.replace(/[&<>"\r\n\t]/gu, (sign) => ENTITIES[sign]!) : text;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;" };

/** Makes an element in the prefix of `like` (its future parent or neighbour), so that it lands in the same namespace. */
export function makeElement(like: XmlElement, local: string, attributes: Readonly<Record<string, string | number>> = {}, children: (XmlElement | string)[] = []): XmlElement {
  const prefix = like.name.slice(0, like.name.length - like.local.length);
  return { name: prefix + local, local, attributes: new Map(Object.entries(attributes).map(([name, value]) => [name, String(value)])), children };
}

export function elementsOf(element: XmlElement, local?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string" && (local === undefined || child.local === local));
}

export function firstElement(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== "string" && child.local === local);
}

/** Every element below, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* descendants(child);
  }
}

/** The element's own text, not that of elements inside it. */
export function textOf(element: XmlElement | undefined): string {
  return element === undefined ? "" : element.children.filter((child) => typeof child === "string").join("");
}

export function cloneElement(element: XmlElement): XmlElement {
  return { ...element, attributes: new Map(element.attributes), children: element.children.map((child) => (typeof child === "string" ? child : cloneElement(child))) };
}

/** The relationship id an element names (`r:id`, whatever the prefix). */
export function relationshipId(element: XmlElement): string | undefined {
  for (const [name, value] of element.attributes) if (name.includes(":") && localName(name) === "id") return value;
  return undefined;
}

/** An XML boolean attribute: "1" or "true". */
export function isOn(element: XmlElement | undefined, attribute: string, fallback = false): boolean {
  const value = element?.attributes.get(attribute);
  return value === undefined ? fallback : value === "1" || value === "true" || value === "on";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Puts a child where a schema's order of names gives it. */
export function insertInOrder(owner: XmlElement, child: XmlElement, order: readonly string[]): void {
  const rank = order.indexOf(child.local);
  const place = owner.children.findIndex((other) => typeof other !== "string" && order.indexOf(other.local) > rank);
  owner.children.splice(place < 0 ? owner.children.length : place, 0, child);
}
