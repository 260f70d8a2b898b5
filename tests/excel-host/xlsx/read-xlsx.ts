import { strFromU8, unzipSync } from "fflate";
import { boxOf, columnNumber, parseAddress, type Box } from "../model/address";
import { Book } from "../model/book";
import { looksLikeError, type Cell } from "../model/cell";
import { shiftFormula } from "../model/formula";
import type { Sheet } from "../model/sheet";
import { readStyles, type CellFormat } from "./style-table";
import { childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from "./xml";

type Files = Readonly<Record<string, Uint8Array>>;
interface Styles {
  readonly formats: readonly CellFormat[];
  readonly differential: readonly { readonly fill: string; readonly font: string }[];
}

/** Reads an .xlsx file: cells, looks, merges, hidden lines, filter, protection, comments, drop-downs, lamps, page, custom XML parts. */
export function readXlsx(bytes: Uint8Array): Book {
  const files = unzipSync(bytes);
  const book = new Book();
  const workbookPath = relationsOf(files, "").find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  const workbook = parseXml(text(files, workbookPath));
  const relations = relationsOf(files, workbookPath);
  const byType = (end: string) => relations.find(({ type }) => type.endsWith(end))?.target;
  const strings = sharedStrings(files, byType("/sharedStrings"));
  const stylesPath = byType("/styles");
  const styles: Styles = stylesPath === undefined ? { formats: [], differential: [] } : readStyles(parseXml(text(files, stylesPath)));
  for (const { attributes } of childrenOf(childOf(workbook, "sheets"), "sheet")) {
    const path = relations.find(({ id }) => id === attributes["id"])?.target;
    if (path === undefined || files[path] === undefined) throw new Error(`sheet ${attributes["name"]} has no part`);
    const sheet = book.addSheet(attributes["name"]);
    sheet.visibility = attributes["state"] === "hidden" ? "Hidden" : attributes["state"] === "veryHidden" ? "VeryHidden" : "Visible";
    readSheet(sheet, parseXml(text(files, path)), strings, styles, book);
    const comments = relationsOf(files, path).find(({ type }) => type.endsWith("/relationships/comments"))?.target;
    if (comments !== undefined) readComments(sheet, parseXml(text(files, comments)), book);
  }
  book.active = book.sheets[Number(childOf(childOf(workbook, "bookViews"), "workbookView")?.attributes["activeTab"] ?? 0)] ?? book.sheets[0]!;
  readNames(book, childrenOf(childOf(workbook, "definedNames"), "definedName"));
  const parts = relations.filter(({ type }) => type.endsWith("/customXml"));
  book.xmlParts = parts.map(({ target }) => ({ id: book.newId(), xml: text(files, target) }));
  readProperties(book, files);
  return book;
}

function text(files: Files, path: string): string {
  const bytes = files[path];
  if (bytes === undefined) throw new Error(`${path} is missing`);
  return strFromU8(bytes).replace(/^\uFEFF/, "");
}

function relationsOf(files: Files, path: string): readonly { readonly id: string; readonly type: string; readonly target: string }[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const bytes = files[`${folder}_rels/${path.slice(folder.length)}.rels`];
  if (bytes === undefined) return [];
  return childrenOf(parseXml(strFromU8(bytes)), "Relationship").map(({ attributes }) => ({ id: attributes["Id"] ?? "", type: attributes["Type"] ?? "", target: resolve(folder, attributes["Target"] ?? "") }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = `${folder}${target}`.split("/");
  const out: string[] = [];
  for (const part of parts) if (part === "..") out.pop();
    else if (part !== ".") out.push(part);
  return out.join("/");
}

function sharedStrings(files: Files, path: string | undefined): readonly string[] {
  return path === undefined ? [] : childrenOf(parseXml(text(files, path)), "si").map(stringOf);
}

/** Plain and rich text; phonetic readings are left out. */
function stringOf(item: XmlElement): string {
  return item.children.map((child) => (child.name === "t" ? child.text : child.name === "r" ? (childOf(child, "t")?.text ?? "") : "")).join("");
}

function readSheet(sheet: Sheet, root: XmlElement, strings: readonly string[], styles: Styles, book: Book): void {
  readRows(sheet, root, strings, styles);
  for (const { attributes } of childrenOf(childOf(root, "cols"), "col")) {
    const last = Math.min(Number(attributes["max"]), 1024);
    for (let column = Number(attributes["min"]) - 1; column < last; column++) {
      if (isOn(attributes["hidden"])) sheet.hiddenColumns.add(column);
      if (isOn(attributes["customWidth"])) sheet.columnWidths.set(column, Number(attributes["width"]));
    }
  }
  sheet.merges = childrenOf(childOf(root, "mergeCells"), "mergeCell").map(({ attributes }) => boxOf(attributes["ref"] ?? ""));
  sheet.isProtected = isOn(childOf(root, "sheetProtection")?.attributes["sheet"]);
  const filter = childOf(root, "autoFilter");
  if (filter?.attributes["ref"] !== undefined) {
    sheet.filter = boxOf(filter.attributes["ref"]);
    const { row, rows } = sheet.filter;
    if (childrenOf(filter, "filterColumn").length > 0) sheet.filteredRows = new Set([...sheet.hiddenRows].filter((one) => one > row && one < row + rows));
  }
  for (const formatting of childrenOf(root, "conditionalFormatting"))
    for (const rule of childrenOf(formatting, "cfRule")) {
      const formula = childOf(rule, "formula");
      const look = styles.differential[Number(rule.attributes["dxfId"] ?? -1)] ?? { fill: "", font: "" };
      if (rule.attributes["type"] !== "expression" || formula === undefined) continue;
      for (const place of areasOf(formatting)) sheet.conditionalFormats.push({ id: book.newId(), place, type: "Custom", formula: `=${formula.text}`, ...look, stopIfTrue: false });
    }
  for (const validation of childrenOf(childOf(root, "dataValidations"), "dataValidation")) {
    if (validation.attributes["type"] !== "list") continue;
    const formula = childOf(validation, "formula1")?.text ?? "";
    const source = /^".*"$/s.test(formula) ? formula.slice(1, -1).replaceAll('""', '"') : `=${formula}`;
    for (const place of areasOf(validation)) sheet.validations.push({ place, rule: { list: { inCellDropDown: true, source } }, alert: null, prompt: null, ignoreBlanks: true });
  }
  if (childOf(root, "pageSetup")?.attributes["orientation"] === "landscape") sheet.page.orientation = "Landscape";
}

function areasOf({ attributes }: XmlElement): readonly Box[] {
  return (attributes["sqref"] ?? "").split(/\s+/).filter((one) => one !== "").map(boxOf);
}

function readRows(sheet: Sheet, root: XmlElement, strings: readonly string[], styles: Styles): void {
  let nextRow = 0;
  const shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  for (const line of childrenOf(childOf(root, "sheetData"), "row")) {
    const row = line.attributes["r"] === undefined ? nextRow : Number(line.attributes["r"]) - 1;
    nextRow = row + 1;
    if (isOn(line.attributes["hidden"])) sheet.hiddenRows.add(row);
    if (isOn(line.attributes["customHeight"])) sheet.rowHeights.set(row, Number(line.attributes["ht"]));
    let nextColumn = 0;
    for (const element of childrenOf(line, "c")) {
      const letters = /^[A-Z]+/.exec(element.attributes["r"] ?? "")?.[0];
      const column = letters === undefined ? nextColumn : columnNumber(letters);
      nextColumn = column + 1;
      const cell = sheet.ensure(row, column);
      const format = styles.formats[Number(element.attributes["s"] ?? 0)];
      if (format) Object.assign(cell, format);
      readValue(cell, element, strings);
      readFormula(cell, element, { row, column }, shared, sheet.name);
    }
  }
}

function readValue(cell: Cell, element: XmlElement, strings: readonly string[]): void {
  const raw = childOf(element, "v")?.text;
  switch (element.attributes["t"]) {
    case "s":
      cell.value = strings[Number(raw)] ?? "";
      break;
    case "inlineStr":
      cell.value = stringOf(childOf(element, "is") ?? element);
      break;
    case "str":
      cell.value = raw ?? "";
      break;
    case "b":
      cell.value = raw === "1";
      break;
    case "e":
      cell.value = raw ?? "";
      cell.isError = looksLikeError(cell.value);
      break;
    default:
      cell.value = raw === undefined || raw === "" ? "" : Number(raw);
  }
}

function readFormula(cell: Cell, element: XmlElement, at: { readonly row: number; readonly column: number }, shared: Map<string, { formula: string; row: number; column: number }>, sheetName: string): void {
  const formula = childOf(element, "f");
  if (formula === undefined) return;
  const index = formula.attributes["si"];
  if (formula.text !== "") {
    cell.formula = `=${formula.text}`;
    if (index !== undefined) shared.set(index, { formula: cell.formula, ...at });
    return;
  }
  const first = index === undefined ? undefined : shared.get(index);
  // A shared formula moves with its cell, as if lines had been inserted before everything.
  if (first) cell.formula = shiftFormula(shiftFormula(first.formula, sheetName, sheetName, "row", 0, at.row - first.row), sheetName, sheetName, "column", 0, at.column - first.column);
}

function readComments(sheet: Sheet, root: XmlElement, book: Book): void {
  const authors = childrenOf(childOf(root, "authors"), "author").map((author) => author.text);
  for (const comment of descendantsOf(root, "comment")) {
    const content = childOf(comment, "text");
    sheet.comments.push({ id: book.newId(), place: boxOf(comment.attributes["ref"] ?? ""), text: content === undefined ? "" : stringOf(content), author: authors[Number(comment.attributes["authorId"])] ?? "" });
  }
}

function readNames(book: Book, names: readonly XmlElement[]): void {
  for (const { attributes, text: refersTo } of names) {
    const name = attributes["name"] ?? "";
    const scope = attributes["localSheetId"] === undefined ? null : (book.sheets[Number(attributes["localSheetId"])] ?? null);
    const parsed = parseAddress(refersTo.split(",").find((one) => name !== "_xlnm.Print_Titles" || /\$\d+:\$\d+$/.test(one)) ?? "");
    if (name === "_xlnm.Print_Titles" && scope && parsed) scope.page.titleRows = parsed.box;
    if (name.startsWith("_xlnm.")) continue;
    const sheet = parsed?.sheet == null ? null : book.findSheet(parsed.sheet);
    book.names.push({ name, sheet: scope, refersTo: parsed && sheet ? { sheet, box: parsed.box } : null, text: refersTo });
  }
}

function readProperties(book: Book, files: Files): void {
  const find = (path: string, name: string) => (files[path] === undefined ? "" : (childOf(parseXml(text(files, path)), name)?.text ?? ""));
  Object.assign(book.properties, { Author: find("docProps/core.xml", "creator"), LastAuthor: find("docProps/core.xml", "lastModifiedBy"), Company: find("docProps/app.xml", "Company") });
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
