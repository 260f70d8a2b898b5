import { HostError, invalidArgument, itemAlreadyExists } from "../engine/errors";
import { hostObject, numberArgument, read, textArgument, type ObjectType } from "../engine/object-type";
import { parseAddress } from "../model/address";
import type { Sheet } from "../model/sheet";
import { EventType, type ExcelHost } from "./host";
import { checkSheetName } from "./workbook";

const EVENTS = { ActivatedEvent: 11, DeactivatedEvent: 12, DataChangedEvent: 10, SelectionChangedEvent: 14, AddedEvent: 13, DeletedEvent: 15 } as const;

/** `_RegisterXEvent` and `_UnregisterXEvent` for every event that is simulated. */
export function eventMethods<T>(host: ExcelHost, targetOf: (target: T) => string): Record<string, (target: T) => null> {
  const method = (eventType: number, change: 1 | -1) => (target: T) => {
    host.register(eventType, targetOf(target), change);
    return null;
  };
  return Object.fromEntries(
    Object.entries(EVENTS).flatMap(([name, eventType]) => [
      [`_Register${name}`, method(eventType, 1)],
      [`_Unregister${name}`, method(eventType, -1)],
    ]),
  );
}

export function makeWorksheetTypes(host: ExcelHost) {
  const protection: ObjectType<Sheet> = {
    name: "WorksheetProtection",
    properties: { Protected: read((sheet) => sheet.isProtected), Options: read(() => null) },
    methods: {
      Protect: (sheet) => {
        sheet.isProtected = true;
        return null;
      },
      Unprotect: (sheet) => {
        sheet.isProtected = false;
        return null;
      },
    },
  };

  const autoFilter: ObjectType<Sheet> = {
    name: "AutoFilter",
    properties: { Enabled: read((sheet) => sheet.filter !== null), IsDataFiltered: read((sheet) => sheet.filteredRows.size > 0) },
    methods: { GetRangeOrNullObject: (sheet) => (sheet.filter === null ? null : host.range(sheet, sheet.filter)) },
  };

  const worksheet: ObjectType<Sheet> = {
    name: "Worksheet",
    id: (sheet) => ({ Id: sheet.id }),
    properties: {
      Id: read((sheet) => sheet.id),
      Name: {
        get: (sheet) => sheet.name,
        set: (sheet, value) => {
          const name = String(value);
          const other = host.book.findSheet(name);
          if (other !== null && other !== sheet) throw itemAlreadyExists();
          checkSheetName(name);
          sheet.name = name;
        },
      },
      Position: read((sheet) => host.book.sheets.indexOf(sheet)),
      Visibility: { get: (sheet) => sheet.visibility, set: (sheet, value) => void (sheet.visibility = String(value)) },
      TabColor: { get: (sheet) => sheet.tabColor, set: (sheet, value) => void (sheet.tabColor = String(value)) },
    },
    navigation: {
      Protection: (sheet) => hostObject(protection, sheet),
      AutoFilter: (sheet) => hostObject(autoFilter, sheet),
      Comments: (sheet) => hostObject(host.types.commentCollection, sheet),
      Names: (sheet) => hostObject(host.types.nameCollection, { sheet, book: host.book }),
      PageLayout: (sheet) => hostObject(host.types.pageLayout, sheet),
    },
    methods: {
      GetRange: (sheet, [address]) => {
        const range = host.rangeOf(address, sheet);
        return host.range(range.sheet, range.box);
      },
      GetRanges: (sheet, args) => {
        // Excel cuts longer address texts without a word.
        const addresses = textArgument(args, 0).slice(0, 8192).split(",");
        return host.areas(sheet, addresses.map((address) => parseAddress(address)?.box ?? fail()));
      },
      GetCell: (sheet, args) => host.range(sheet, { row: numberArgument(args, 0), column: numberArgument(args, 1), rows: 1, columns: 1 }),
      GetRangeByIndexes: (sheet, args) => host.range(sheet, { row: numberArgument(args, 0), column: numberArgument(args, 1), rows: numberArgument(args, 2), columns: numberArgument(args, 3) }),
      GetUsedRange: (sheet, [valuesOnly]) => host.range(sheet, sheet.usedBox(valuesOnly === true) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => {
        const used = sheet.usedBox(valuesOnly === true);
        return used === null ? null : host.range(sheet, used);
      },
      Activate: (sheet) => {
        host.activate(sheet);
        return null;
      },
      Delete: (sheet) => {
        if (host.book.sheets.length === 1) throw new HostError("GeneralException", "A workbook must contain at least one visible worksheet.", 500);
        host.book.removeSheet(sheet);
        host.later(EventType.deleted, null, () => ({ source: "Local", worksheetId: sheet.id }));
        return null;
      },
      _GetSheetById: (_sheet, args) => host.worksheet(host.book.findSheet(textArgument(args, 0)) ?? fail()),
      ...eventMethods<Sheet>(host, (sheet) => sheet.id),
    },
  };

  return { worksheet };
}

function fail(): never {
  throw invalidArgument();
}
