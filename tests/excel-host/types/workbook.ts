import { invalidArgument, invalidReference, invalidSelection, itemAlreadyExists, itemNotFound } from "../engine/errors";
import { collection, hostObject, optionalText, read, textArgument, type ObjectType } from "../engine/object-type";
import type { Book } from "../model/book";
import type { Sheet } from "../model/sheet";
import { EventType, type ExcelHost } from "./host";
import { eventMethods } from "./worksheet";

const SHEET_NAME = /^(?!')[^\\/?*[\]:]{1,31}(?<!')$/;

export function checkSheetName(name: string): void {
  if (!SHEET_NAME.test(name)) throw invalidArgument();
}

export function makeWorkbookTypes(host: ExcelHost) {
  const application: ObjectType<Book> = {
    name: "Application",
    properties: {
      CalculationMode: { get: (book) => book.calculationMode, set: (book, value) => void (book.calculationMode = String(value)) },
      CalculationState: read(() => "Done"),
      DecimalSeparator: read(() => "."),
      ThousandsSeparator: read(() => ","),
      UseSystemSeparators: read(() => true),
    },
    methods: {
      Calculate: () => null,
      SuspendScreenUpdatingUntilNextSync: () => {
        host.suspensions++;
        return null;
      },
      SuspendApiCalculationUntilNextSync: () => null,
    },
  };

  const runtime: ObjectType<Book> = {
    name: "Runtime",
    properties: { EnableEvents: { get: (book) => book.enableEvents, set: (book, value) => void (book.enableEvents = value === true) } },
  };

  const property = (name: string) => ({ get: (book: Book) => book.properties[name] ?? "", set: (book: Book, value: unknown) => void (book.properties[name] = String(value)) });
  const documentProperties: ObjectType<Book> = {
    name: "DocumentProperties",
    properties: { Title: property("Title"), Author: property("Author"), LastAuthor: read((book) => book.properties["LastAuthor"] ?? ""), Subject: property("Subject"), Keywords: property("Keywords"), Comments: property("Comments"), Category: property("Category"), Company: property("Company"), Manager: property("Manager") },
  };

  const worksheetCollection = (): ObjectType<Book> => ({
    ...collection<Book, Sheet>({
      name: "WorksheetCollection",
      itemType: host.types.worksheet,
      list: (book) => book.sheets,
      matches: (sheet, key) => sheet.id.toLowerCase() === key.toLowerCase() || sheet.name.toLowerCase() === key.toLowerCase(),
      notFound: itemNotFound,
      methods: {
        GetActiveWorksheet: (book) => host.worksheet(book.active),
        GetCount: (book, [visibleOnly]) => book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === "Visible").length,
        GetFirst: (book) => host.worksheet(book.sheets[0]!),
        GetLast: (book) => host.worksheet(book.sheets.at(-1)!),
        Add: (book, args) => {
          const name = optionalText(args, 0);
          if (name !== null) {
            if (book.findSheet(name)) throw itemAlreadyExists();
            checkSheetName(name);
          }
          const sheet = book.addSheet(name ?? undefined);
          host.later(EventType.added, null, () => ({ source: "Local", worksheetId: sheet.id }));
          return host.worksheet(sheet);
        },
        ...eventMethods(host, () => "Workbook"),
      },
    }),
  });

  const workbook: ObjectType<Book> = {
    name: "Workbook",
    id: () => ({}),
    properties: { Name: read((book) => book.fileName), ReadOnly: read(() => false), IsDirty: read(() => true), AutoSave: read(() => false), PreviouslySaved: read(() => true) },
    navigation: {
      Worksheets: (book) => hostObject(worksheetCollection(), book),
      Application: (book) => hostObject(application, book),
      _Runtime: (book) => hostObject(runtime, book),
      Properties: (book) => hostObject(documentProperties, book),
      Names: (book) => hostObject(host.types.nameCollection, { sheet: null, book }),
      Comments: () => hostObject(host.types.commentCollection, null),
      CustomXmlParts: (book) => hostObject(host.types.xmlPartCollection, book),
    },
    methods: {
      GetSelectedRange: (book) => {
        if (book.active.moreSelected.length > 0) throw invalidSelection();
        return host.range(book.active, book.active.selection);
      },
      GetSelectedRanges: (book) => host.areas(book.active, [book.active.selection, ...book.active.moreSelected]),
      GetActiveCell: (book) => host.range(book.active, { ...book.active.selection, rows: 1, columns: 1 }),
      // What Excel.createWorkbook sends on the web.
      CreateAndOpenWorkbook: (book, args) => {
        book.opened.push(textArgument(args, 0));
        return null;
      },
      _RemoveReference: (_book, args) => {
        host.engine.removeReference(textArgument(args, 0));
        return null;
      },
      _GetReferenceCount: () => host.engine.references.size,
      _RemoveAllReferences: () => {
        host.engine.references.clear();
        return null;
      },
      _GetRangeForEventByReferenceId: (_book, args) => {
        const object = host.engine.references.get(textArgument(args, 0));
        if (object === undefined) throw invalidReference();
        return object;
      },
    },
  };

  return { workbook, application, runtime };
}
