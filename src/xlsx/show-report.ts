import { OUR_SHEETS_PART } from "../core/kept/kept-part";
import { addressOf } from "../core/grid/address";
import type { ReportSheet, ReportStyle } from "../core/report/report-sheet";
import { comfortableHeight } from "../core/text/printed-size";
import { textOfArea } from "./area-text";
import { WORKBOOK_ORDER, type Book, type BookSheet } from "./book";
import { writeInline, writeValue } from "./cell-value";
import { ourSheets, writeKeptParts } from "./kept-store";
import { reportFormat } from "./report-styles";
import { forgetAreas } from "./sheet-areas";
import { activateSheet, addSheet, removeName, removeWithOwned } from "./sheets";
import { namesOf } from "./shift-parts";
import { addSheetElement, blankCell, type SheetCell } from "./sheet-xml";
import { firstElement, insertInOrder, makeElement } from "./xml-tree";

/** A4. */
const PAPER = 9;

/**
 * Puts a report on a sheet: its own one emptied and filled again, else a new one after the others. A sheet of the
 * user's with that name stays as it is; the report is then called "名称 (2)". Returns the sheet.
 */
export function showReport(book: Book, report: ReportSheet): BookSheet {
  const ours = ourSheets(book);
  const sheet = sheetFor(book, report, ours);
  if (!report.keep && !ours.includes(sheet.name)) {
    const still = ours.filter((name) => book.sheets.some((other) => other.name === name));
    writeKeptParts(book, [{ id: OUR_SHEETS_PART, text: JSON.stringify([...still, sheet.name]) }]);
  }
  empty(book, sheet);
  fill(book, sheet, report);
  setTitleRows(book, sheet, report.titleRows);
  if (report.activate) activateSheet(book, sheet);
  sheet.changed = true;
  return sheet;
}

function sheetFor(book: Book, report: ReportSheet, ours: readonly string[]): BookSheet {
  for (let number = 1; ; number++) {
    const name = number === 1 ? report.name : `${report.name} (${number})`;
    const there = book.sheet(name);
    if (there === undefined) return addSheet(book, name);
    if (!report.keep && ours.includes(there.name)) return there;
  }
}

function empty(book: Book, sheet: BookSheet): void {
  const { package_ } = book;
  const owned = package_.relationships(sheet.path).filter(({ external }) => !external).flatMap(({ target }) => package_.find(target) ?? []);
  package_.unrelate(sheet.path, () => true);
  for (const path of owned) removeWithOwned(book, path);
  const view = sheet.xml.before.find((element) => element.local === "sheetViews");
  sheet.xml.before = view === undefined ? [] : [view];
  sheet.xml.after = [];
  sheet.xml.rows = [];
  forgetAreas(sheet);
}

function fill(book: Book, sheet: BookSheet, report: ReportSheet): void {
  const { xml } = sheet;
  const { root } = xml;
  const formats = new Map<string, number>();
  const formatOf = (style: ReportStyle, link: boolean): number => {
    const name = `${style} ${link}`;
    const format = formats.get(name) ?? reportFormat(book.styles, style, link);
    formats.set(name, format);
    return format;
  };
  const links: { ref: string; location: string }[] = [];
  xml.rows = report.rows.map((cells, index) => ({
    index,
    attributes: heightOf(report, index),
    cells: cells.map(({ value, style, link }, column): SheetCell => {
      const cell = blankCell(column, formatOf(style, link !== undefined));
      if (typeof value === "string" && value !== "") writeInline(book, cell, value);
      else writeValue(book, cell, value);
      if (link !== undefined) links.push({ ref: addressOf({ row: index, column }), location: `'${link.sheet.replace(/'/gu, "''")}'!${addressOf(link.at)}` });
      return cell;
    }),
  }));
  const add = (local: string, attributes: Record<string, string | number>, children: Parameters<typeof makeElement>[3] = []): void => addSheetElement(xml, makeElement(root, local, attributes, children));
  add("sheetPr", {}, [makeElement(root, "pageSetUpPr", { fitToPage: 1 })]);
  if (!xml.before.some((element) => element.local === "sheetViews")) add("sheetViews", {}, [makeElement(root, "sheetView", { workbookViewId: 0 })]);
  if (report.widths.length > 0) add("cols", {}, report.widths.map((width, column) => makeElement(root, "col", { min: column + 1, max: column + 1, width, customWidth: 1 })));
  if (report.merges.length > 0) add("mergeCells", { count: report.merges.length }, report.merges.map((area) => makeElement(root, "mergeCell", { ref: textOfArea(area) })));
  if (links.length > 0) add("hyperlinks", {}, links.map((link) => makeElement(root, "hyperlink", { ...link, display: link.location })));
  add("pageMargins", { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 });
  add("pageSetup", { paperSize: PAPER, orientation: report.landscape ? "landscape" : "portrait", fitToWidth: 1, fitToHeight: 0 });
}

/** A character of a column's width in points. */
const CHARACTER = 5.25;
const FONT = 11;
/** The height of a row of one line. */
const ONE_LINE = 15;
/** The highest row there is. */
const HIGHEST = 409;

/**
 * The stated height of a row of several lines. Excel makes rows without one fit when it opens a file; not every other
 * program does. The row still grows when somebody types into it.
 */
function heightOf(report: ReportSheet, index: number): Map<string, string> {
  let height = 0;
  report.rows[index]?.forEach(({ value, style }, column) => {
    const area = report.merges.find(({ top, left, bottom }) => top <= index && index <= bottom && left <= column);
    if (typeof value !== "string" || style === "title" || style === "plain" || (area !== undefined && area.bottom > area.top)) return;
    const last = area !== undefined && area.left === column ? area.right : column;
    let width = 0;
    for (let each = column; each <= last; each++) width += (report.widths[each] ?? 9) * CHARACTER;
    height = Math.max(height, comfortableHeight(value, FONT, width));
  });
  const attributes = new Map<string, string>();
  if (height > ONE_LINE) attributes.set("ht", String(Math.min(HIGHEST, Math.round(height * 4) / 4)));
  return attributes;
}

/** Rows repeated on each page are a name of the workbook (ECMA-376 part 1, 18.2.6). */
function setTitleRows(book: Book, sheet: BookSheet, rows: ReportSheet["titleRows"]): void {
  const there = namesOf(book).find((element) => element.attributes.get("name") === "_xlnm.Print_Titles" && element.attributes.get("localSheetId") === String(sheet.index));
  if (there !== undefined) removeName(book, there);
  if (rows !== null) {
    if (firstElement(book.workbook, "definedNames") === undefined) insertInOrder(book.workbook, makeElement(book.workbook, "definedNames"), WORKBOOK_ORDER);
    const text = `'${sheet.name.replace(/'/gu, "''")}'!$${rows.first + 1}:$${rows.last + 1}`;
    firstElement(book.workbook, "definedNames")!.children.push(makeElement(book.workbook, "definedName", { name: "_xlnm.Print_Titles", localSheetId: sheet.index }, [text]));
  }
  if (rows !== null || there !== undefined) book.workbookChanged();
}
