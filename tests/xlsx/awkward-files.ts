import { strToU8, unzipSync, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A package with one sheet, its parts given or replaced as XML text; a part that is null is left out. */
export function xlsxOfParts(parts: Readonly<Record<string, string | null>>): Uint8Array {
  const all: Record<string, string | null> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="png" ContentType="image/png"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
    "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, strToU8(text)]]))));
}

export function relationships(list: readonly (readonly [id: string, kind: string, target: string, base?: string])[]): string {
  const items = list.map(([id, kind, target, base = OFFICE]) => `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

export function sheet(rows: string, after = "", before = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function sharedStrings(items: string): string {
  return `<sst xmlns="${MAIN}">${items}</sst>`;
}

/** The default package with more overrides in its content types. */
export function contentTypes(overrides: Readonly<Record<string, string>>): string {
  const base = new TextDecoder().decode(unzipSync(xlsxOfParts({}))["[Content_Types].xml"]);
  return base.replace("</Types>", `${Object.entries(overrides).map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join("")}</Types>`);
}

export { TYPE as SPREADSHEET_TYPE };
