import { decodeKeptPart, encodeKeptPart, KEPT_NAMESPACE, OUR_SHEETS_PART } from "../core/kept/kept-part";
import type { KeptPart } from "../core/workbook";
import { OFFICE_RELATIONSHIPS, type Book } from "./book";
import { kindOf } from "./package";

/**
 * Our parts in the file: custom XML data storage (ECMA-376 part 1), each with its properties part, related from
 * the workbook, as Excel writes them. They are found by their content, also where another program has lost the relationship.
 */
interface StoredPart {
  readonly path: string;
  readonly part: KeptPart;
}

function stored(book: Book): StoredPart[] {
  const paths = [...book.package_.parts.keys()].filter((path) => /(?:^|[\\/])customXml[\\/][^\\/]*\.xml$/iu.test(path));
  const related = [...book.package_.relatedAll(book.path, "customXml"), ...book.package_.relatedAll("", "customXml")];
  return [...new Set([...related, ...paths])].flatMap((path) => {
    const text = book.package_.text(path);
    const part = text?.includes(KEPT_NAMESPACE) === true ? decodeKeptPart(text) : null;
    return part === null ? [] : [{ path, part }];
  });
}

export function readKeptParts(book: Book): KeptPart[] {
  return stored(book).map(({ part }) => part);
}

/** Adds parts, or replaces those of the same id. */
export function writeKeptParts(book: Book, parts: readonly KeptPart[]): void {
  const there = stored(book);
  for (const part of parts) {
    const [first, ...more] = there.filter((other) => other.part.id === part.id);
    for (const { path } of more) removeStored(book, path);
    if (first !== undefined) book.package_.setText(first.path, encodeKeptPart(part));
    else addPart(book, encodeKeptPart(part));
  }
}

/** Removes parts by id; all of ours without ids. */
export function removeKeptParts(book: Book, ids?: readonly string[]): void {
  for (const { path, part } of stored(book)) if (ids === undefined || ids.includes(part.id)) removeStored(book, path);
}

/** The names of the sheets that are ours. */
export function ourSheets(book: Book): readonly string[] {
  const part = stored(book).find((other) => other.part.id === OUR_SHEETS_PART)?.part;
  if (part === undefined || part.text === null) return [];
  const names: unknown = parsed(part.text);
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === "string") : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // written by something else: no sheet counts as ours
  }
}

function addPart(book: Book, xml: string): void {
  const { package_ } = book;
  const path = package_.freePath("customXml/item", "xml");
  const number = /\d+/u.exec(path)![0];
  const properties = `customXml/itemProps${number}.xml`;
  package_.setText(path, xml);
  if (package_.contentType(path) === undefined) package_.setContentType(path, "application/xml");
  package_.setText(properties, `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{${newGuid()}}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${KEPT_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`);
  package_.setContentType(properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  package_.relate(path, `${OFFICE_RELATIONSHIPS}/customXmlProps`, properties);
  package_.relate(book.path, `${OFFICE_RELATIONSHIPS}/customXml`, path);
}

function removeStored(book: Book, path: string): void {
  const { package_ } = book;
  for (const properties of package_.relatedAll(path, "customXmlProps")) package_.remove(properties);
  package_.remove(path);
  for (const source of [book.path, ""]) package_.unrelate(source, (relationship) => kindOf(relationship) === "customXml" && !relationship.external && relationship.target === path);
}

function newGuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
