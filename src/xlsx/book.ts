import type { Area } from "../core/edits/edit";
import { err, ok, type Result } from "../core/result";
import { Package, kindOf } from "./package";
import { parseSheet, serializeSheet, type SheetXml } from "./sheet-xml";
import { SharedStrings } from "./shared-strings";
import { Styles } from "./styles";
import { TooLarge, unpack } from "./zip";
import { DamagedXml, elementsOf, firstElement, insertInOrder, isOn, makeElement, relationshipId, type XmlElement } from "./xml-tree";

/** Why bytes could not be opened as an .xlsx workbook. */
export interface XlsxFailure {
  readonly code: "empty" | "not-xlsx" | "encrypted" | "damaged" | "too-large";
  readonly detail: string;
}

/** One worksheet of an open file. */
export interface BookSheet {
  name: string;
  readonly path: string;
  /** Place among all sheets of the file, chart sheets counted: what `localSheetId` and `activeTab` mean. */
  readonly index: number;
  readonly visible: boolean;
  readonly xml: SheetXml;
  /** Whether the part must be written again. */
  changed: boolean;
  /** Read from `xml` when asked for; see `sheet-areas.ts`. */
  areas: { readonly merges: readonly Area[]; readonly arrays: readonly Area[] } | null;
}

/** An .xlsx file taken apart: the package as it came, and the parts we read and change as models over it. */
export class Book {
  sheets: BookSheet[] = [];
  readonly date1904: boolean;
  readonly workbook: XmlElement;
  readonly strings: SharedStrings | undefined;
  readonly styles: Styles;
  /** Whether a text was taken out of a cell, so that the shared table may hold one nobody shows. */
  textsReplaced = false;

  constructor(
    readonly package_: Package,
    readonly path: string,
  ) {
    const workbook = package_.tree(path);
    if (workbook === undefined || workbook.local !== "workbook") throw new DamagedXml("no workbook part");
    this.workbook = workbook;
    this.date1904 = isOn(firstElement(workbook, "workbookPr"), "date1904");
    const strings = package_.related(path, "sharedStrings");
    this.strings = strings === undefined ? undefined : SharedStrings.parse(package_.text(strings)!);
    const styles = package_.related(path, "styles");
    this.styles = styles === undefined ? Styles.empty(this.namespace) : new Styles(package_.tree(styles)!);
    this.readSheets();
  }

  /** The main namespace the file is written in (transitional or strict). */
  get namespace(): string {
    const prefix = this.workbook.name.slice(0, -this.workbook.local.length).replace(":", "");
    return this.workbook.attributes.get(prefix === "" ? "xmlns" : `xmlns:${prefix}`) ?? MAIN_NAMESPACE;
  }

  /** Reads the list of sheets anew; models of sheets that are still there stay. */
  readSheets(): void {
    const known = new Map(this.sheets.map((sheet) => [sheet.path, sheet]));
    const targets = new Map(this.package_.relationships(this.path).map((relationship) => [relationship.id, relationship]));
    this.sheets = elementsOf(firstElement(this.workbook, "sheets") ?? this.workbook, "sheet").flatMap((element, index) => {
      const relationship = targets.get(relationshipId(element) ?? "");
      if (relationship === undefined || kindOf(relationship) !== "worksheet") return [];
      const path = this.package_.find(relationship.target);
      if (path === undefined) throw new DamagedXml(`sheet part ${relationship.target} is missing`);
      const before = known.get(path);
      return [{
        name: element.attributes.get("name") ?? "",
        path,
        index,
        visible: (element.attributes.get("state") ?? "visible") === "visible",
        xml: before?.xml ?? parseSheet(this.package_.text(path)!),
        changed: before?.changed ?? false,
        areas: null,
      }];
    });
    if (this.sheets.length === 0) throw new DamagedXml("no worksheet");
  }

  /** The sheet with a name; the active one without. Names are compared without regard to case, as Excel does. */
  sheet(name?: string): BookSheet | undefined {
    if (name === undefined) return this.sheets.find((sheet) => sheet.index === this.activeIndex) ?? this.sheets.find((sheet) => sheet.visible) ?? this.sheets[0];
    return this.sheets.find((sheet) => sheet.name === name) ?? this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  get activeIndex(): number {
    const view = firstElement(firstElement(this.workbook, "bookViews"), "workbookView");
    return Number(view?.attributes.get("activeTab") ?? 0);
  }

  /** The parts that belong to a sheet, by the kind of relationship. */
  partsOf(sheet: BookSheet, kind: string): string[] {
    return this.package_.relatedAll(sheet.path, kind);
  }

  workbookChanged(): void {
    this.package_.setTree(this.path, this.workbook);
  }

  /** Has Excel work out all formulas when it opens the file (`fullCalcOnLoad`). */
  askForCalculation(): void {
    if (this.asksForCalculation()) return;
    const there = firstElement(this.workbook, "calcPr");
    if (there !== undefined) there.attributes.set("fullCalcOnLoad", "1");
    else insertInOrder(this.workbook, makeElement(this.workbook, "calcPr", { fullCalcOnLoad: 1 }), WORKBOOK_ORDER);
    this.workbookChanged();
  }

  asksForCalculation(): boolean {
    return isOn(firstElement(this.workbook, "calcPr"), "fullCalcOnLoad");
  }

  /** The sheets' formulas have moved or gone: Excel makes its order of calculation anew. */
  dropCalculationChain(): void {
    for (const path of this.package_.relatedAll(this.path, "calcChain")) this.package_.remove(path);
    this.package_.unrelate(this.path, (relationship) => kindOf(relationship) === "calcChain");
  }

  /** Writes the changed models into their parts. */
  flush(): void {
    if (this.textsReplaced && this.strings !== undefined) this.strings.blankUnused(this.usedStrings());
    for (const sheet of this.sheets) {
      if (sheet.changed) this.package_.setText(sheet.path, serializeSheet(sheet.xml));
      sheet.changed = false;
    }
    if (this.strings?.changed === true) {
      const uses = this.sheets.reduce((sum, sheet) => sum + countStrings(sheet.xml), 0);
      this.package_.setText(this.package_.related(this.path, "sharedStrings")!, this.strings.serialize(uses));
      this.strings.changed = false;
    }
    if (this.styles.changed) this.writeStyles();
    this.textsReplaced = false;
  }

  private writeStyles(): void {
    let path = this.package_.related(this.path, "styles");
    if (path === undefined) {
      path = this.package_.has("xl/styles.xml") ? this.package_.freePath("xl/styles", "xml") : "xl/styles.xml";
      this.package_.setContentType(path, STYLES_TYPE);
      this.package_.relate(this.path, `${this.relationshipBase}/styles`, path);
    }
    this.package_.setTree(path, this.styles.root);
    this.styles.changed = false;
  }

  /** The namespace of the relationship types this file uses. */
  get relationshipBase(): string {
    return this.namespace === STRICT_NAMESPACE ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : OFFICE_RELATIONSHIPS;
  }

  private usedStrings(): Set<number> {
    const used = new Set<number>();
    for (const sheet of this.sheets) for (const row of sheet.xml.rows) for (const cell of row.cells) if (cell.type === "s") used.add(Number(cell.value));
    return used;
  }
}

function countStrings(sheet: SheetXml): number {
  let count = 0;
  for (const row of sheet.rows) for (const cell of row.cells) if (cell.type === "s") count++;
  return count;
}

/** Children of the workbook element in the order of the schema (ECMA-376 part 1, CT_Workbook). */
export const WORKBOOK_ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr",
  "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
];

export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** Takes an .xlsx or .xlsm file apart, whole: a file that opens has no damaged sheet. */
export function openBook(bytes: Uint8Array): Result<Book, XlsxFailure> {
  if (bytes.length === 0) return err({ code: "empty", detail: "no bytes" });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err(hasEncryptedPackage(bytes) ? { code: "encrypted", detail: "EncryptedPackage" } : { code: "not-xlsx", detail: "compound file" });
  if (!startsWith(bytes, [0x50, 0x4b])) return err({ code: "not-xlsx", detail: "no zip file" });
  let parts: Map<string, Uint8Array>;
  try {
    parts = unpack(bytes);
  } catch (error) {
    return err({ code: error instanceof TooLarge ? "too-large" : "damaged", detail: error instanceof Error ? error.message : String(error) });
  }
  try {
    const package_ = new Package(parts);
    const workbook = package_.related("", "officeDocument");
    if (workbook === undefined || !package_.has("[Content_Types].xml")) return err({ code: looksLikePackage(parts) ? "damaged" : "not-xlsx", detail: "no workbook part" });
    if (!/spreadsheetml|ms-excel.*macroEnabled.*xml|ms-excel.template.*xml/u.test(package_.contentType(workbook) ?? "")) return err({ code: "not-xlsx", detail: package_.contentType(workbook) ?? "no content type" });
    return ok(new Book(package_, workbook));
  } catch (error) {
    if (error instanceof DamagedXml) return err({ code: "damaged", detail: error.message });
    throw error;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** An OOXML file with a password is an OLE file with a stream of this name ([MS-OFFCRYPTO]), written in UTF-16. */
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function looksLikePackage(parts: ReadonlyMap<string, Uint8Array>): boolean {
  return [...parts.keys()].some((name) => /^xl[\\/]/iu.test(name));
}
