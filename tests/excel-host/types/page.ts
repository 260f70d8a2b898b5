import { hostObject, record, type ObjectType } from "../engine/object-type";
import type { Sheet } from "../model/sheet";
import type { ExcelHost } from "./host";

const PARTS = ["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"];

export function makePageTypes(host: ExcelHost) {
  const headerFooter: ObjectType<Sheet> = {
    name: "HeaderFooter",
    properties: Object.fromEntries(PARTS.map((part) => [part, { get: (sheet: Sheet) => sheet.page.headersFooters[part] ?? "", set: (sheet: Sheet, value: unknown) => void (sheet.page.headersFooters[part] = String(value)) }])),
  };
  const headerFooterGroup: ObjectType<Sheet> = { name: "HeaderFooterGroup", navigation: { DefaultForAllPages: (sheet) => hostObject(headerFooter, sheet) } };
  const pageLayout: ObjectType<Sheet> = {
    name: "PageLayout",
    properties: {
      Orientation: { get: (sheet) => sheet.page.orientation, set: (sheet, value) => void (sheet.page.orientation = value === "Landscape" ? "Landscape" : "Portrait") },
      PaperSize: { get: () => "A4", set: () => undefined },
      Zoom: { get: (sheet) => sheet.page.zoom, set: (sheet, value) => void (sheet.page.zoom = record(value)) },
      CenterHorizontally: { get: () => false, set: () => undefined },
    },
    navigation: { HeadersFooters: (sheet) => hostObject(headerFooterGroup, sheet) },
    methods: {
      GetPrintTitleRowsOrNullObject: (sheet) => (sheet.page.titleRows === null ? null : host.range(sheet, sheet.page.titleRows)),
      SetPrintTitleRows: (sheet, [rows]) => {
        sheet.page.titleRows = { ...host.rangeOf(rows, sheet).box };
        return null;
      },
    },
  };
  return { pageLayout };
}
