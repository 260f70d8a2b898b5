import type { CellStyle, SheetInit, WorkbookInit } from "../workbook-init";
import { boxOf, columnNumber, shiftBox, type Axis, type Box } from "./address";
import { assign, looksLikeError, type Cell, type Look } from "./cell";
import { evaluate, shiftFormula } from "./formula";
import { addressesOf, Sheet } from "./sheet";

export interface NamedItem {
  name: string;
  sheet: Sheet | null;
  refersTo: { sheet: Sheet; box: Box } | null;
  text: string;
}

export interface XmlPart {
  id: string;
  xml: string;
}

/** The workbook behind the simulated Excel. */
export class Book {
  fileName = "工作簿1.xlsx";
  sheets: Sheet[] = [];
  active!: Sheet;
  names: NamedItem[] = [];
  xmlParts: XmlPart[] = [];
  readonly properties: Record<string, string> = {};
  readonly settings = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  enableEvents = true;
  calculationMode = "Automatic";
  /** Workbooks opened beside this one by createWorkbook, as base64. */
  readonly opened: string[] = [];
  private nextSheet = 1;
  private nextId = 1;

  addSheet(name?: string): Sheet {
    const number = this.nextSheet++;
    // The form of worksheet ids in Excel.
    const id = `{00000000-0001-0000-${(number - 1).toString(16).padStart(4, "0").toUpperCase()}-000000000000}`;
    const sheet = new Sheet(id, name ?? `Sheet${number}`);
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  findSheet(key: string): Sheet | null {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted) ?? null;
  }

  sheet(name: string): Sheet {
    const sheet = this.findSheet(name);
    if (sheet === null) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  removeSheet(sheet: Sheet): void {
    const place = this.sheets.indexOf(sheet);
    this.sheets.splice(place, 1);
    if (this.active === sheet) this.active = this.sheets[Math.min(place, this.sheets.length - 1)]!;
  }

  newId(): string {
    return `{${(this.nextId++).toString(16).toUpperCase().padStart(8, "0")}-0000-0000-0000-000000000000}`;
  }

  /** Assigns a value as Excel would. */
  assign(sheet: Sheet, row: number, column: number, given: unknown): void {
    assign(sheet.ensure(row, column), given, (formula) => evaluate(formula, (r, c) => sheet.cell(r, c)?.value ?? "") ?? 0);
  }

  /** Computes the formulas that can be computed; the others keep their last value. */
  recalculate(): void {
    for (const sheet of this.sheets)
      for (const line of sheet.rows)
        for (const cell of line) {
          if (cell?.formula == null) continue;
          const value = evaluate(cell.formula, (row, column) => sheet.cell(row, column)?.value ?? "");
          if (value !== undefined) cell.value = value;
        }
  }

  /** Inserts or deletes whole lines of a sheet, formulas and names of the whole book in step. */
  shift(sheet: Sheet, axis: Axis, at: number, count: number): void {
    sheet.shift(axis, at, count);
    for (const one of this.sheets)
      for (const line of one.rows) for (const cell of line) if (cell?.formula != null) cell.formula = shiftFormula(cell.formula, one.name, sheet.name, axis, at, count);
    for (const one of sheet.conditionalFormats) one.formula = shiftFormula(one.formula, sheet.name, sheet.name, axis, at, count);
    this.names = this.names.filter((name) => name.refersTo === null || name.refersTo.sheet !== sheet || shiftBox(name.refersTo.box, axis, at, count));
  }
}

/** Makes a workbook from plain data; `init.bytes` is for the caller, who has the reader. */
export function bookOf(init: WorkbookInit): Book {
  const book = new Book();
  book.fileName = init.fileName ?? book.fileName;
  const { author = "", lastModifiedBy = "", company = "" } = init.properties ?? {};
  Object.assign(book.properties, { Author: author, LastAuthor: lastModifiedBy, Company: company });
  for (const sheet of init.sheets) fillSheet(book, book.addSheet(sheet.name), sheet);
  if (init.activeSheet !== undefined) book.active = book.sheet(init.activeSheet);
  book.xmlParts = (init.customXml ?? []).map((xml) => ({ id: book.newId(), xml }));
  return book;
}

function fillSheet(book: Book, sheet: Sheet, init: SheetInit): void {
  const cells = (area: string, change: (cell: Cell) => void) => {
    for (const address of addressesOf(area)) {
      const { row, column } = boxOf(address);
      change(sheet.ensure(row, column));
    }
  };
  sheet.visibility = init.visible === false ? "Hidden" : "Visible";
  init.values?.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value === null || value === "") return;
      const cell = sheet.ensure(row, column);
      cell.value = value;
      cell.isError = typeof value === "string" && looksLikeError(value);
    });
  });
  for (const [address, formula] of Object.entries(init.formulas ?? {})) cells(address, (cell) => (cell.formula = formula));
  for (const [area, format] of Object.entries(init.numberFormats ?? {})) cells(area, (cell) => (cell.numberFormat = format));
  for (const [area, style] of Object.entries(init.styles ?? {})) cells(area, (cell) => (cell.look = { ...cell.look, ...lookOf(style) }));
  sheet.merges = (init.merges ?? []).map(boxOf);
  sheet.hiddenRows = new Set([...(init.hiddenRows ?? []), ...(init.filter?.hides ?? [])]);
  sheet.filteredRows = new Set(init.filter?.hides ?? []);
  sheet.filter = init.filter === undefined ? null : boxOf(init.filter.area);
  sheet.hiddenColumns = new Set((init.hiddenColumns ?? []).map(columnNumber));
  sheet.columnWidths = new Map(Object.entries(init.columnWidths ?? {}).map(([letters, width]) => [columnNumber(letters), width]));
  sheet.rowHeights = new Map(Object.entries(init.rowHeights ?? {}).map(([row, height]) => [Number(row), height]));
  sheet.isProtected = init.isProtected === true;
  sheet.comments = Object.entries(init.comments ?? {}).map(([address, text]) => ({ id: book.newId(), place: boxOf(address), text, author: "用户" }));
  sheet.validations = (init.validations ?? []).map(({ area, options }) => ({ place: boxOf(area), rule: { list: { inCellDropDown: true, source: options.join(",") } }, alert: null, prompt: null, ignoreBlanks: true }));
  sheet.conditionalFormats = (init.conditionalFormats ?? []).map(({ area, formula, fill, font }) => ({ id: book.newId(), place: boxOf(area), type: "Custom", formula, fill, font: font ?? "", stopIfTrue: false }));
  const titles = init.page?.titleRows;
  sheet.page.orientation = init.page?.landscape === true ? "Landscape" : "Portrait";
  if (titles) sheet.page.titleRows = boxOf(`${titles.first + 1}:${titles.last + 1}`);
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];

function lookOf({ border, ...style }: CellStyle): Look {
  return { ...style, ...(border === true ? { borders: Object.fromEntries(EDGES.map((edge) => [edge, "Continuous"])) } : {}) };
}
