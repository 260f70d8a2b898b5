import { invalidArgument, itemNotFound } from "../engine/errors";
import { collection, hostObject, read, textArgument, type ObjectType } from "../engine/object-type";
import type { Book, XmlPart } from "../model/book";
import type { ExcelHost } from "./host";

export function makePartTypes(host: ExcelHost) {
  const xmlPart: ObjectType<XmlPart> = {
    name: "CustomXmlPart",
    id: (part) => ({ Id: part.id }),
    properties: { Id: read((part) => part.id), NamespaceUri: read((part) => namespaceOf(part.xml)) },
    methods: {
      GetXml: (part) => part.xml,
      SetXml: (part, args) => {
        part.xml = wellFormed(textArgument(args, 0));
        return null;
      },
      Delete: (part) => {
        host.book.xmlParts = host.book.xmlParts.filter((one) => one !== part);
        return null;
      },
    },
  };

  const matches = (part: XmlPart, key: string) => part.id.toLowerCase() === key.toLowerCase();
  const scopedCollection = (namespace: string): ObjectType<Book> =>
    collection<Book, XmlPart>({ name: "CustomXmlPartScopedCollection", itemType: xmlPart, list: (book) => book.xmlParts.filter((part) => namespaceOf(part.xml) === namespace), matches, notFound: itemNotFound });

  const xmlPartCollection: ObjectType<Book> = collection<Book, XmlPart>({
    name: "CustomXmlPartCollection",
    itemType: xmlPart,
    list: (book) => book.xmlParts,
    matches,
    notFound: itemNotFound,
    methods: {
      Add: (book, args) => {
        const part = { id: book.newId(), xml: wellFormed(textArgument(args, 0)) };
        book.xmlParts.push(part);
        return hostObject(xmlPart, part);
      },
      GetByNamespace: (book, args) => hostObject(scopedCollection(textArgument(args, 0)), book),
    },
  });

  return { xmlPart, xmlPartCollection };
}

/** The namespace of the root element. */
export function namespaceOf(xml: string): string {
  const root = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/.exec(xml);
  const prefix = root?.[1] === undefined ? "xmlns" : `xmlns:${root[1].slice(0, -1)}`;
  return new RegExp(`\\s${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root?.[2] ?? "")?.[1] ?? "";
}

function wellFormed(xml: string): string {
  // Excel refuses what is no XML; the characters that XML cannot hold are what a careless writer gets wrong.
  if (namespaceOf(xml) === "" || /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) throw invalidArgument();
  return xml;
}
