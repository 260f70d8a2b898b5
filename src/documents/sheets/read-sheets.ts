import { zipSync, type Zippable } from "fflate";
import { openOle } from "../bytes/ole";
import { openZip } from "../bytes/zip";
import type { OpenedWorkbook } from "../document";
import { Refusal } from "../refuse";
import { gridOfSheet } from "./sheet-to-grid";
import { openWithLibrary, sheetsOf } from "./sheet-library";
import { checkedBinaryPart, isReadPart } from "./binary-parts";
import { withEastAsianDates } from "./east-asian-dates";
import { checkOpenDocumentContent, checkSheetPart } from "./xml-parts";

/** What else is known about a workbook besides its grids. */
export interface ReadSheets extends OpenedWorkbook {
  /** The indices in `sheets` of those that are hidden. */
  readonly hidden: ReadonlySet<number>;
  readonly macros: boolean;
}

/** Reads a workbook in OLE (.xls, .et): BIFF in a stream Workbook, or Book before Excel 97. Throws a Refusal. */
export async function readOleSheets(bytes: Uint8Array): Promise<ReadSheets> {
  const ole = openOle(bytes);
  const stream = ole.stream("Workbook") ?? ole.stream("Book");
  if (stream === undefined) throw new Refusal("damaged", "no workbook stream");
  const facts = biffFacts(stream);
  if (facts.encrypted) throw new Refusal("encrypted", "workbook with a password");
  return toGrids(await openWithLibrary(stream, { codepages: !facts.unicode }), facts.active, "xls", ole.macros);
}

/** Reads a workbook in a zip (.xlsx, .xlsb, .ods). The parts are unpacked under our limits and handed on as they are. Throws a Refusal. */
export async function readZipSheets(bytes: Uint8Array, format: "xlsx" | "ods"): Promise<ReadSheets> {
  const zip = openZip(bytes);
  const parts: Zippable = Object.create(null) as Zippable;
  const binary = zip.has("xl/workbook.bin");
  for (const name of zip.names) {
    // The library asks for every binary part that is named; those we do not read stay empty.
    if (binary && /\.bin$/iu.test(name) && !isReadPart(name)) parts[name] = new Uint8Array();
    // Pictures, macros, fonts and printer settings are nothing to read.
    if (!/\.(?:xml|rels)$|^mimetype$/iu.test(name) && !(binary && isReadPart(name))) continue;
    const part = zip.read(name);
    if (part !== undefined) parts[name] = checkedPart(name, part);
  }
  const workbookPart = parts["xl/workbook.xml"];
  const active = workbookPart instanceof Uint8Array ? Number(/<(?:\w+:)?workbookView[^>]*\sactiveTab="(\d+)"/u.exec(new TextDecoder().decode(workbookPart))?.[1] ?? "0") : 0;
  const macros = zip.names.some((name) => /vbaProject\.bin$/iu.test(name));
  // The formulas of a binary workbook are counts within counts that nothing checks: values do for reading.
  return toGrids(await openWithLibrary(zipSync(parts, { level: 0 }), { formulas: !binary }), active, format, macros);
}

/** A part as it may be handed to the library: looked through for what would make it run away. */
function checkedPart(name: string, part: Uint8Array): Uint8Array {
  if (isReadPart(name)) return checkedBinaryPart(part);
  if (/^xl\/worksheets\/[^/]+\.xml$/iu.test(name)) checkSheetPart(part);
  if (name === "content.xml") checkOpenDocumentContent(part);
  return /^xl\/styles\.xml$/iu.test(name) ? withEastAsianDates(part) : part;
}

/** Reads a workbook saved as 2003 XML. Throws a Refusal. */
export async function readXmlSheets(bytes: Uint8Array): Promise<ReadSheets> {
  return toGrids(await openWithLibrary(bytes), 0, "xls", false);
}

function toGrids(workbook: Awaited<ReturnType<typeof openWithLibrary>>, activeIndex: number, format: "xlsx" | "xls" | "ods", macros: boolean): ReadSheets {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const found = sheetsOf(workbook);
  const sheets = found.map(({ name, sheet }) => gridOfSheet(name, sheet, date1904));
  const hidden = new Set(found.flatMap((sheet, at) => (sheet.hidden ? [at] : [])));
  const front = found.findIndex((sheet) => sheet.index === activeIndex);
  return { format, sheets, active: front >= 0 && !hidden.has(front) ? front : Math.max(0, sheets.findIndex((_, at) => !hidden.has(at))), hidden, macros };
}

interface BiffFacts {
  readonly encrypted: boolean;
  readonly unicode: boolean;
  readonly active: number;
}

const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const WINDOW1 = 0x003d;
const BIFF8 = 0x0600;

/** What the globals of a BIFF stream tell (MS-XLS 2.3): the library gives neither the front sheet nor a reason for gibberish. */
function biffFacts(stream: Uint8Array): BiffFacts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let encrypted = false;
  let unicode = false;
  let active = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const record = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    if (record === BOF && length >= 2 && body + 2 <= stream.length) unicode = view.getUint16(body, true) === BIFF8;
    else if (record === FILE_PASS) encrypted = true;
    else if (record === WINDOW1 && body + 12 <= stream.length) active = view.getUint16(body + 10, true);
    else if (record === EOF) break;
    at = body + length;
  }
  return { encrypted, unicode, active };
}
