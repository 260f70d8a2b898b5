import { itemAlreadyExists, itemNotFound } from "../engine/errors";
import { collection, isHostObject, read, textArgument, type ObjectType } from "../engine/object-type";
import { formatAddress, parseAddress, quoteSheet } from "../model/address";
import type { Book, NamedItem } from "../model/book";
import type { Sheet } from "../model/sheet";
import { RangeTarget, type ExcelHost } from "./host";

interface Scope {
  readonly sheet: Sheet | null;
  readonly book: Book;
}

export function makeNameTypes(host: ExcelHost) {
  const value = (item: NamedItem) => (item.refersTo ? `${quoteSheet(item.refersTo.sheet.name)}!${formatAddress(item.refersTo.box)}` : item.text);
  const namedItem: ObjectType<NamedItem> = {
    name: "NamedItem",
    id: (item) => ({ _Id: item.name }),
    properties: { Name: read((item) => item.name), Type: read((item) => (item.refersTo ? "Range" : "String")), Value: read(value), Formula: read((item) => `=${value(item)}`), Visible: read(() => true), Scope: read((item) => (item.sheet ? "Worksheet" : "Workbook")) },
    methods: {
      GetRange: (item) => {
        if (item.refersTo === null) throw itemNotFound();
        return host.range(item.refersTo.sheet, item.refersTo.box);
      },
      GetRangeOrNullObject: (item) => (item.refersTo === null ? null : host.range(item.refersTo.sheet, item.refersTo.box)),
      Delete: (item) => {
        host.book.names = host.book.names.filter((one) => one !== item);
        return null;
      },
    },
  };

  const nameCollection = collection<Scope, NamedItem>({
    name: "NamedItemCollection",
    itemType: namedItem,
    list: ({ sheet, book }) => book.names.filter((name) => name.sheet === sheet),
    matches: (item, key) => item.name.toLowerCase() === key.toLowerCase(),
    notFound: itemNotFound,
    methods: {
      Add: ({ sheet, book }, args) => {
        const name = textArgument(args, 0);
        if (book.names.some((one) => one.sheet === sheet && one.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists();
        const given = args[1];
        const parsed = typeof given === "string" && given.startsWith("=") ? parseAddress(given.slice(1)) : null;
        const target = isHostObject(given) && given.target instanceof RangeTarget ? given.target : null;
        const refersTo = target ? { sheet: target.sheet, box: { ...target.box } } : parsed ? { sheet: (parsed.sheet === null ? null : book.findSheet(parsed.sheet)) ?? book.active, box: parsed.box } : null;
        const item: NamedItem = { name, sheet, refersTo, text: typeof given === "string" ? given : "" };
        book.names.push(item);
        return { type: namedItem, target: item };
      },
    },
  });

  return { namedItem, nameCollection };
}
