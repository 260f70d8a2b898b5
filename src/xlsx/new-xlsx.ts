import { cellKey, type CellKey } from "../core/grid/address";
import type { CellValue, SheetGrid } from "../core/grid/sheet-grid";
import type { ReportSheet } from "../core/report/report-sheet";
import { textOfArea } from "./area-text";
import { MAIN_NAMESPACE, OFFICE_RELATIONSHIPS, openBook, type Book, type BookSheet } from "./book";
import { writeValue } from "./cell-value";
import { addComments } from "./new-comments";
import { forgetAreas } from "./sheet-areas";
import { activateSheet, addSheet, removeSheet } from "./sheets";
import { addSheetElement, ensureCell, ensureRow } from "./sheet-xml";
import { showReport } from "./show-report";
import { makeElement } from "./xml-tree";
import { pack } from "./zip";

/**
 * A workbook made from grids: for ledgers read from .xls, .et, .ods or .docx, which are saved as .xlsx. Values, formulas,
 * number formats, merges, hidden rows and columns, notes and protection are those of the grids; columns are as wide as
 * their text, which is wrapped. Reading it again gives the same grids.
 * @param active index of the sheet that is shown
 */
export function newXlsx(sheets: readonly SheetGrid[], active = 0): Promise<Uint8Array> {
  const book = blankBook();
  const [blank] = book.sheets;
  for (const [index, grid] of sheets.entries()) {
    const sheet = addSheet(book, sheetName(book, grid.sheet, index));
    fillSheet(book, sheet, grid);
  }
  if (sheets.length > 0) removeSheet(book, blank!);
  activateSheet(book, book.sheets[active] ?? book.sheets[0]!);
  return finished(book);
}

/** A workbook of sheets filled as `showReport` fills them, the first one in front: a generated ledger, or 按单位拆分, as a file of its own. */
export function newXlsxOfReports(reports: readonly ReportSheet[]): Promise<Uint8Array> {
  const book = blankBook();
  const [blank] = book.sheets;
  const shown = reports.map((report) => showReport(book, { ...report, keep: true }));
  removeSheet(book, blank!);
  activateSheet(book, book.sheets.find((other) => other.path === shown[0]?.path)!);
  return finished(book);
}

function finished(book: Book): Promise<Uint8Array> {
  book.flush();
  return Promise.resolve(pack(book.package_.parts));
}

/** Excel's rule for names of sheets: at most 31 characters, none of []:*?/\, none twice, no quote at the ends. */
function sheetName(book: Book, wanted: string, index: number): string {
  const plain = wanted.replace(/[[\]:*?/\\]/gu, " ").replace(/^'+|'+$/gu, "").slice(0, 31).trim() || `Sheet${index + 1}`;
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : ` (${number})`;
    const name = plain.slice(0, 31 - end.length) + end;
    if (!book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase() && sheet.name !== BLANK)) return name;
  }
}

/** Never the name of a grid's sheet: it holds a character no sheet may have. */
const BLANK = "*";

function blankBook(): Book {
  const text = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
  const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = new Map([
    [
      "[Content_Types].xml",
      text(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
          `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
      ),
    ],
    ["_rels/.rels", text(`<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${OFFICE_RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`)],
    ["xl/workbook.xml", text(`<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets><sheet name="${BLANK}" sheetId="1" r:id="rId1"/></sheets></workbook>`)],
    ["xl/_rels/workbook.xml.rels", text(`<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${OFFICE_RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE_RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)],
    ["xl/worksheets/sheet1.xml", text(`<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData/></worksheet>`)],
    ["xl/sharedStrings.xml", text(`<sst xmlns="${MAIN_NAMESPACE}"/>`)],
  ]);
  const opened = openBook(pack(parts));
  if (!opened.ok) throw new Error(`blank workbook: ${opened.error.detail}`);
  return opened.value;
}

function fillSheet(book: Book, sheet: BookSheet, grid: SheetGrid): void {
  const { xml } = sheet;
  const known = new Map<string, number>();
  const plain = (format: string, locked: boolean): number => {
    const name = `${locked} ${format}`;
    const style = known.get(name) ?? book.styles.withParts({ font: null, fill: null, border: null, alignment: '<alignment vertical="center" wrapText="1"/>', numberFormat: format, locked });
    known.set(name, style);
    return style;
  };
  grid.values.forEach((values, row) =>
    values.forEach((value, column) => {
      const key = cellKey(row, column);
      if (value === null && !grid.formulas.has(key) && !grid.numberFormats.has(key) && !grid.unlocked.has(key)) return;
      const cell = ensureCell(xml, row, column);
      cell.style = plain(grid.numberFormats.get(key) ?? "General", !grid.unlocked.has(key));
      writeCell(book, cell, value, grid, key);
    }),
  );
  for (const row of grid.hiddenRows) ensureRow(xml, row).attributes.set("hidden", "1");
  addSheetElement(xml, makeElement(xml.root, "sheetViews", {}, [makeElement(xml.root, "sheetView", { workbookViewId: 0 })]));
  const cols = widthsOf(grid).map((width, column) => makeElement(xml.root, "col", { min: column + 1, max: column + 1, width, customWidth: 1, ...(grid.hiddenColumns.has(column) ? { hidden: 1 } : {}) }));
  if (cols.length > 0) addSheetElement(xml, makeElement(xml.root, "cols", {}, cols));
  if (grid.isProtected) addSheetElement(xml, makeElement(xml.root, "sheetProtection", { sheet: 1 }));
  addFilter(sheet, grid);
  if (grid.merges.length > 0) addSheetElement(xml, makeElement(xml.root, "mergeCells", { count: grid.merges.length }, grid.merges.map((area) => makeElement(xml.root, "mergeCell", { ref: textOfArea(area) }))));
  addComments(book, sheet, grid.comments);
  forgetAreas(sheet);
  sheet.changed = true;
}

function writeCell(book: Book, cell: ReturnType<typeof ensureCell>, value: CellValue, grid: SheetGrid, key: CellKey): void {
  const error = grid.errors.get(key);
  const formula = grid.formulas.get(key);
  if (error !== undefined) Object.assign(cell, { type: "e", value: error });
  else if (formula !== undefined && typeof value === "string") Object.assign(cell, { type: "str", value });
  else writeValue(book, cell, value);
  if (formula !== undefined) cell.formula = { text: formula.replace(/^=/u, ""), attributes: new Map() };
}

/** Rows a filter hides are told apart by their filter: one over the rows concerned, on whatever they hold. */
function addFilter(sheet: BookSheet, grid: SheetGrid): void {
  if (grid.filteredRows.size === 0) return;
  const columns = grid.values[0]?.length ?? 1;
  const area = { top: Math.max(0, Math.min(...grid.filteredRows) - 1), bottom: Math.max(...grid.filteredRows), left: 0, right: Math.max(0, columns - 1) };
  const filter = makeElement(sheet.xml.root, "filterColumn", { colId: 0 }, [makeElement(sheet.xml.root, "filters", { blank: 1 })]);
  addSheetElement(sheet.xml, makeElement(sheet.xml.root, "autoFilter", { ref: textOfArea(area) }, [filter]));
}

/** In characters, a Chinese one counting two; 8 to 60. */
function widthsOf(grid: SheetGrid): number[] {
  const columns = Math.max(grid.values[0]?.length ?? 0, ...[...grid.hiddenColumns].map((column) => column + 1));
  const merged = new Set(grid.merges.filter((area) => area.right > area.left).map((area) => cellKey(area.top, area.left)));
  return Array.from({ length: columns }, (_, column) => {
    let width = 8;
    grid.texts.forEach((texts, row) => {
      if (merged.has(cellKey(row, column))) return;
      for (const line of (texts[column] ?? "").split("\n")) width = Math.max(width, [...line].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 2));
    });
    return Math.min(width, 60);
  });
}
