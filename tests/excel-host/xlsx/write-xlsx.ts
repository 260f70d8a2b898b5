import { strToU8, zipSync } from "fflate";
import { cellAddress, formatAddress, quoteSheet } from "../model/address";
import type { Book } from "../model/book";
import { isUntouched, type Cell } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { StyleTable } from "./style-table";
import { escapeXml } from "./xml";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Writes the workbook as .xlsx, the way Excel lays it out: shared strings, one styles part, comments with their drawing. */
export function writeXlsx(book: Book): Uint8Array {
  const files = new Map<string, string>();
  const styles = new StyleTable();
  const strings = new Map<string, number>();
  const stringIndex = (text: string) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const types: string[] = [];
  const partType = (path: string, type: string) => types.push(`<Override PartName="/${path}" ContentType="${type}"/>`);
  book.sheets.forEach((sheet, index) => {
    const number = index + 1;
    files.set(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, styles, stringIndex, sheet === book.active));
    partType(`xl/worksheets/sheet${number}.xml`, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    if (sheet.comments.length === 0) return;
    files.set(`xl/comments${number}.xml`, commentsXml(sheet));
    files.set(`xl/drawings/vmlDrawing${number}.vml`, drawingXml(sheet));
    files.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations([["rId1", `${OFFICE}/relationships/vmlDrawing`, `../drawings/vmlDrawing${number}.vml`], ["rId2", `${OFFICE}/relationships/comments`, `../comments${number}.xml`]]));
    partType(`xl/comments${number}.xml`, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
  });
  book.xmlParts.forEach((part, index) => {
    files.set(`customXml/item${index + 1}.xml`, part.xml);
    files.set(`customXml/itemProps${index + 1}.xml`, `${HEAD}<ds:datastoreItem ds:itemID="{00000000-0000-0000-0000-${String(index + 1).padStart(12, "0")}}" xmlns:ds="${OFFICE}/customXml"/>`);
    files.set(`customXml/_rels/item${index + 1}.xml.rels`, relations([["rId1", `${OFFICE}/relationships/customXmlProps`, `itemProps${index + 1}.xml`]]));
    partType(`customXml/itemProps${index + 1}.xml`, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  });
  const sheetCount = book.sheets.length;
  files.set("xl/workbook.xml", workbookXml(book));
  files.set(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...book.sheets.map((_, index) => [`rId${index + 1}`, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
      [`rId${sheetCount + 1}`, `${OFFICE}/relationships/styles`, "styles.xml"],
      [`rId${sheetCount + 2}`, `${OFFICE}/relationships/sharedStrings`, "sharedStrings.xml"],
      ...book.xmlParts.map((_, index) => [`rId${sheetCount + 3 + index}`, `${OFFICE}/relationships/customXml`, `../customXml/item${index + 1}.xml`] as const),
    ]),
  );
  files.set("xl/styles.xml", styles.xml());
  files.set("xl/sharedStrings.xml", `${HEAD}<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`);
  files.set("docProps/core.xml", `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${escapeXml(book.properties["Author"] ?? "")}</dc:creator><cp:lastModifiedBy>${escapeXml(book.properties["LastAuthor"] ?? "")}</cp:lastModifiedBy></cp:coreProperties>`);
  files.set("docProps/app.xml", `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application><Company>${escapeXml(book.properties["Company"] ?? "")}</Company></Properties>`);
  files.set("_rels/.rels", relations([["rId1", `${OFFICE}/relationships/officeDocument`, "xl/workbook.xml"], ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"], ["rId3", `${OFFICE}/relationships/extended-properties`, "docProps/app.xml"]]));
  partType("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
  partType("xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
  partType("xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml");
  partType("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  partType("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  const defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const all = [["[Content_Types].xml", `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${types.join("")}</Types>`] as const, ...files];
  return zipSync(Object.fromEntries(all.map(([path, text]) => [path, strToU8(text)])), { mtime: new Date(2020, 0, 1) });
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;
}

function workbookXml(book: Book): string {
  const sheets = book.sheets.map((sheet, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.visibility === "Visible" ? "" : ` state="${sheet.visibility === "VeryHidden" ? "veryHidden" : "hidden"}"`} r:id="rId${index + 1}"/>`);
  const names = [
    ...book.names.map((name) => `<definedName name="${escapeXml(name.name)}">${escapeXml(name.refersTo ? absolute(name.refersTo.sheet, formatAddress(name.refersTo.box)) : name.text)}</definedName>`),
    ...book.sheets.flatMap((sheet, index) => [
      ...(sheet.page.titleRows ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(absolute(sheet, formatAddress(sheet.page.titleRows)))}</definedName>`] : []),
      ...(sheet.filter ? [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(absolute(sheet, formatAddress(sheet.filter)))}</definedName>`] : []),
    ]),
  ];
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView activeTab="${book.sheets.indexOf(book.active)}"/></bookViews><sheets>${sheets.join("")}</sheets>${names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`}</workbook>`;
}

function absolute(sheet: Sheet, address: string): string {
  return `${quoteSheet(sheet.name)}!${address.replace(/([A-Z]+)?(\d+)?/g, (_all, column?: string, row?: string) => `${column === undefined ? "" : `$${column}`}${row === undefined ? "" : `$${row}`}`)}`;
}

function sheetXml(sheet: Sheet, styles: StyleTable, stringIndex: (text: string) => number, isActive: boolean): string {
  const used = sheet.usedBox(false);
  const lastRow = Math.max(used === null ? -1 : used.row + used.rows - 1, ...sheet.hiddenRows, ...sheet.rowHeights.keys());
  const rows = Array.from({ length: lastRow + 1 }, (_, row) => {
    const cells = (sheet.rows[row] ?? []).map((cell, column) => (isUntouched(cell) ? "" : cellXml(cell!, cellAddress(row, column), styles, stringIndex))).join("");
    const height = sheet.rowHeights.get(row);
    const attributes = `${height === undefined ? "" : ` ht="${height}" customHeight="1"`}${sheet.hiddenRows.has(row) ? ' hidden="1"' : ""}`;
    return cells === "" && attributes === "" ? "" : `<row r="${row + 1}"${attributes}>${cells}</row>`;
  });
  const columns = [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])].sort((a, b) => a - b).map((column) => {
    const width = sheet.columnWidths.get(column);
    return `<col min="${column + 1}" max="${column + 1}" width="${width ?? 8.43}"${width === undefined ? "" : ' customWidth="1"'}${sheet.hiddenColumns.has(column) ? ' hidden="1"' : ""}/>`;
  });
  const { page } = sheet;
  const fitted = typeof page.zoom["horizontalFitToPages"] === "number" ? page.zoom["horizontalFitToPages"] : undefined;
  const footer = Object.entries(page.headersFooters).filter(([, text]) => text !== "");
  const band = (kind: "Header" | "Footer") => footer.filter(([name]) => name.endsWith(kind)).map(([name, text]) => `&amp;${name.charAt(0)}${escapeXml(text)}`).join("");
  // The order of these elements is fixed by the schema.
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">`,
    fitted === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isActive ? ' tabSelected="1"' : ""} workbookViewId="0"/></sheetViews>`,
    columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`,
    `<sheetData>${rows.join("")}</sheetData>`,
    sheet.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "",
    sheet.filter === null ? "" : filterXml(sheet, sheet.filter),
    sheet.merges.length === 0 ? "" : `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((box) => `<mergeCell ref="${formatAddress(box)}"/>`).join("")}</mergeCells>`,
    ...sheet.conditionalFormats.map((format, index) => `<conditionalFormatting sqref="${formatAddress(format.place)}"><cfRule type="expression" dxfId="${styles.differentialIndex(format.fill, format.font)}" priority="${index + 1}"><formula>${escapeXml(format.formula.replace(/^=/, ""))}</formula></cfRule></conditionalFormatting>`),
    sheet.validations.length === 0 ? "" : `<dataValidations count="${sheet.validations.length}">${sheet.validations.map((one) => `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${formatAddress(one.place)}"><formula1>${escapeXml(listFormula(one.rule))}</formula1></dataValidation>`).join("")}</dataValidations>`,
    page.orientation === "Landscape" || fitted !== undefined ? `<pageSetup paperSize="9" orientation="${page.orientation.toLowerCase()}"${fitted === undefined ? "" : ` fitToWidth="${fitted}" fitToHeight="0"`}/>` : "",
    footer.length === 0 ? "" : `<headerFooter><oddHeader>${band("Header")}</oddHeader><oddFooter>${band("Footer")}</oddFooter></headerFooter>`,
    sheet.comments.length === 0 ? "" : '<legacyDrawing r:id="rId1"/>',
    "</worksheet>",
  ].join("");
}

function filterXml(sheet: Sheet, filter: NonNullable<Sheet["filter"]>): string {
  const shown = Array.from({ length: filter.rows - 1 }, (_, index) => filter.row + 1 + index).filter((row) => !sheet.filteredRows.has(row));
  const values = shown.map((row) => String(sheet.cell(row, filter.column)?.value ?? ""));
  const criterion = sheet.filteredRows.size === 0 ? "" : `<filterColumn colId="0"><filters>${values.map((value) => `<filter val="${escapeXml(value)}"/>`).join("")}</filters></filterColumn>`;
  return `<autoFilter ref="${formatAddress(filter)}">${criterion}</autoFilter>`;
}

function listFormula(rule: Record<string, unknown>): string {
  const source = (rule["list"] as { source?: unknown } | undefined)?.source;
  return typeof source === "string" ? (source.startsWith("=") ? source.slice(1) : `"${source.replaceAll('"', '""')}"`) : "";
}

function cellXml(cell: Cell, address: string, styles: StyleTable, stringIndex: (text: string) => number): string {
  const style = styles.indexOf(cell);
  const start = `<c r="${address}"${style === 0 ? "" : ` s="${style}"`}`;
  const { value, formula } = cell;
  if (formula !== null) {
    const type = typeof value === "string" ? ' t="str"' : typeof value === "boolean" ? ' t="b"' : "";
    return `${start}${type}><f>${escapeXml(formula.slice(1))}</f><v>${escapeXml(typeof value === "boolean" ? String(Number(value)) : String(value))}</v></c>`;
  }
  if (value === "") return `${start}/>`;
  if (cell.isError) return `${start} t="e"><v>${escapeXml(String(value))}</v></c>`;
  if (typeof value === "string") return `${start} t="s"><v>${stringIndex(value)}</v></c>`;
  return typeof value === "boolean" ? `${start} t="b"><v>${Number(value)}</v></c>` : `${start}><v>${value}</v></c>`;
}

function commentsXml(sheet: Sheet): string {
  const list = sheet.comments.map((one) => `<comment ref="${formatAddress(one.place)}" authorId="0"><text><t xml:space="preserve">${escapeXml(one.text)}</t></text></comment>`);
  return `${HEAD}<comments xmlns="${MAIN}"><authors><author>用户</author></authors><commentList>${list.join("")}</commentList></comments>`;
}

function drawingXml(sheet: Sheet): string {
  const shapes = sheet.comments.map((one, index) => `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${one.place.row}</x:Row><x:Column>${one.place.column}</x:Column></x:ClientData></v:shape>`);
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${shapes.join("")}</xml>`;
}
