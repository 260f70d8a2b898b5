import { columnLetters, columnOfLetters } from "../core/grid/address";
import { textOfArea } from "./area-text";
import { DamagedXml, elementsOf, escapeAttribute, escapeText, parseXml, textOf, writeElement, XML_DECLARATION, type XmlElement } from "./xml-tree";

/**
 * A worksheet part, taken apart so that it can be changed and written again without losing what it does not know:
 * rows and cells as records (numbers follow from their place in the model, so that rows can move), everything before and
 * after `sheetData` as trees.
 */
export interface SheetXml {
  readonly root: XmlElement;
  /** Children of the root before and after sheetData. */
  before: XmlElement[];
  after: XmlElement[];
  /** In order of `index`. */
  rows: SheetRow[];
}

export interface SheetRow {
  /** 0-based. */
  index: number;
  /** All attributes but `r`. */
  attributes: Map<string, string>;
  /** In order of `column`. */
  cells: SheetCell[];
}

export interface SheetCell {
  /** 0-based. */
  column: number;
  /** Index into the cell formats of styles.xml. */
  style: number;
  /** "n" number, "s" shared string, "str" text of a formula, "inlineStr", "b" boolean, "e" error, "d" ISO date. */
  type: string;
  /** Content of `v` as written. */
  value: string | null;
  formula: SheetFormula | null;
  /** The `is` element of an inline string. */
  inline: XmlElement | null;
  /** Other attributes (cm, vm, ph). */
  more: Map<string, string> | null;
  /** Other children (extLst). */
  rest: XmlElement[] | null;
}

export interface SheetFormula {
  /** Without "="; "" for a follower of a shared formula. */
  text: string;
  /** All attributes: t, ref, si, ca… */
  attributes: Map<string, string>;
}

export function parseSheet(text: string): SheetXml {
  const rows: SheetRow[] = [];
  let next = 0;
  const root = parseXml(text, (element, depth) => {
    if (depth !== 2 || element.local !== "row") return false;
    const row = rowOf(element, next);
    next = row.index + 1;
    rows.push(row);
    return true;
  });
  if (root.local !== "worksheet") throw new DamagedXml(`root is ${root.local}`);
  const children = elementsOf(root);
  const at = children.findIndex((child) => child.local === "sheetData");
  if (at < 0) throw new DamagedXml("no sheetData");
  root.children = [];
  rows.sort((a, b) => a.index - b.index);
  if (rows.some((row, place) => row.index === rows[place - 1]?.index)) throw new DamagedXml("a row stands twice");
  return { root, before: children.slice(0, at), after: children.slice(at + 1), rows };
}

/** One row element; `next` is its index when it does not say (the attribute is optional). */
export function rowOf(element: XmlElement, next: number): SheetRow {
  const written = element.attributes.get("r");
  const index = written === undefined ? next : Number(written) - 1;
  if (!Number.isInteger(index) || index < 0) throw new DamagedXml(`row ${written ?? ""}`);
  const attributes = new Map(element.attributes);
  attributes.delete("r");
  const cells: SheetCell[] = [];
  let column = 0;
  for (const child of elementsOf(element, "c")) {
    const cell = cellOf(child, column);
    column = cell.column + 1;
    cells.push(cell);
  }
  return { index, attributes, cells: cells.sort((a, b) => a.column - b.column) };
}

function cellOf(element: XmlElement, next: number): SheetCell {
  const cell: SheetCell = { column: next, style: 0, type: "n", value: null, formula: null, inline: null, more: null, rest: null };
  for (const [name, value] of element.attributes) {
    if (name === "r") cell.column = columnOfLetters(value.replace(/\d+$/u, "")) ?? bad(value);
    else if (name === "s") cell.style = Number(value) || 0;
    else if (name === "t") cell.type = value;
    else (cell.more ??= new Map()).set(name, value);
  }
  for (const child of elementsOf(element)) {
    if (child.local === "v") cell.value = textOf(child);
    else if (child.local === "f") cell.formula = { text: textOf(child), attributes: child.attributes };
    else if (child.local === "is") cell.inline = child;
    else (cell.rest ??= []).push(child);
  }
  return cell;
}

function bad(address: string): never {
  throw new DamagedXml(`cell ${address}`);
}

/** The whole part again. Ranges counted in attributes (`count`) and the used range (`dimension`) are written as they now are. */
export function serializeSheet(sheet: SheetXml): string {
  const out: string[] = [XML_DECLARATION, "<", sheet.root.name];
  const prefix = sheet.root.name.slice(0, sheet.root.name.length - sheet.root.local.length);
  for (const [name, value] of sheet.root.attributes) out.push(" ", name, '="', escapeAttribute(value), '"');
  out.push(">");
  for (const element of sheet.before) {
    if (element.local === "dimension") element.attributes.set("ref", usedRange(sheet));
    writeElement(element, out);
  }
  out.push("<", prefix, "sheetData>");
  for (const row of sheet.rows) writeRow(row, prefix, out);
  out.push("</", prefix, "sheetData>");
  for (const element of sheet.after) {
    if (element.attributes.has("count")) element.attributes.set("count", String(elementsOf(element).length));
    writeElement(element, out);
  }
  out.push("</", sheet.root.name, ">");
  return out.join("");
}

export function serializeRow(row: SheetRow): string {
  const out: string[] = [];
  writeRow(row, "", out);
  return out.join("");
}

function writeRow(row: SheetRow, prefix: string, out: string[]): void {
  const number = String(row.index + 1);
  out.push("<", prefix, 'row r="', number, '"');
  for (const [name, value] of row.attributes) out.push(" ", name, '="', escapeAttribute(value), '"');
  if (row.cells.length === 0) {
    out.push("/>");
    return;
  }
  out.push(">");
  for (const cell of row.cells) writeCell(cell, number, prefix, out);
  out.push("</", prefix, "row>");
}

function writeCell(cell: SheetCell, rowNumber: string, prefix: string, out: string[]): void {
  out.push("<", prefix, 'c r="', columnLetters(cell.column), rowNumber, '"');
  if (cell.style !== 0) out.push(' s="', String(cell.style), '"');
  if (cell.type !== "n") out.push(' t="', cell.type, '"');
  if (cell.more !== null) for (const [name, value] of cell.more) out.push(" ", name, '="', escapeAttribute(value), '"');
  if (cell.value === null && cell.formula === null && cell.inline === null && cell.rest === null) {
    out.push("/>");
    return;
  }
  out.push(">");
  if (cell.formula !== null) {
    out.push("<", prefix, "f");
    for (const [name, value] of cell.formula.attributes) out.push(" ", name, '="', escapeAttribute(value), '"');
    if (cell.formula.text === "") out.push("/>");
    else out.push(">", escapeText(cell.formula.text), "</", prefix, "f>");
  }
  if (cell.value !== null) out.push("<", prefix, /^\s|\s$/u.test(cell.value) ? 'v xml:space="preserve">' : "v>", escapeText(cell.value), "</", prefix, "v>");
  if (cell.inline !== null) writeElement(cell.inline, out);
  for (const element of cell.rest ?? []) writeElement(element, out);
  out.push("</", prefix, "c>");
}

function usedRange(sheet: SheetXml): string {
  const area = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const row of sheet.rows) {
    const first = row.cells[0];
    if (first === undefined) continue;
    area.top = Math.min(area.top, row.index);
    area.bottom = row.index;
    area.left = Math.min(area.left, first.column);
    area.right = Math.max(area.right, row.cells.at(-1)!.column);
  }
  return area.bottom < 0 ? "A1" : textOfArea(area);
}

/** The row at an index; undefined when the part has none. */
export function rowAt(sheet: SheetXml, index: number): SheetRow | undefined {
  const row = sheet.rows[placeOf(sheet.rows, index, (other) => other.index)];
  return row?.index === index ? row : undefined;
}

export function cellAt(sheet: SheetXml, row: number, column: number): SheetCell | undefined {
  const cells = rowAt(sheet, row)?.cells;
  if (cells === undefined) return undefined;
  const cell = cells[placeOf(cells, column, (other) => other.column)];
  return cell?.column === column ? cell : undefined;
}

/** The row or cell, made if it is missing. A new cell takes the style of its row or column, as Excel does. */
export function ensureRow(sheet: SheetXml, index: number): SheetRow {
  const place = placeOf(sheet.rows, index, (other) => other.index);
  const there = sheet.rows[place];
  if (there?.index === index) return there;
  const row: SheetRow = { index, attributes: new Map(), cells: [] };
  sheet.rows.splice(place, 0, row);
  return row;
}

export function ensureCell(sheet: SheetXml, index: number, column: number): SheetCell {
  const row = ensureRow(sheet, index);
  const place = placeOf(row.cells, column, (other) => other.column);
  const there = row.cells[place];
  if (there?.column === column) return there;
  const cell = blankCell(column, inheritedStyle(sheet, row, column));
  row.cells.splice(place, 0, cell);
  row.attributes.delete("spans"); // an optional hint of Excel's, now wrong
  return cell;
}

export function blankCell(column: number, style: number): SheetCell {
  return { column, style, type: "n", value: null, formula: null, inline: null, more: null, rest: null };
}

/** The style of a cell that is not in the file: that of its row, else of its column. */
export function inheritedStyle(sheet: SheetXml, row: SheetRow | undefined, column: number): number {
  const ofRow = row?.attributes.get("customFormat");
  if (ofRow === "1" || ofRow === "true") return Number(row?.attributes.get("s")) || 0;
  return Number(columnElement(sheet, column)?.attributes.get("style")) || 0;
}

/** The `col` element that covers a column. */
export function columnElement(sheet: SheetXml, column: number): XmlElement | undefined {
  const cols = sheet.before.find((element) => element.local === "cols");
  return cols === undefined ? undefined : elementsOf(cols, "col").find((col) => Number(col.attributes.get("min")) <= column + 1 && column + 1 <= Number(col.attributes.get("max")));
}

/** First place whose key is not below `key`. */
function placeOf<T>(list: readonly T[], key: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(list[middle]!) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The child of the worksheet with a name, wherever it stands; undefined when there is none. */
export function sheetElement(sheet: SheetXml, local: string): XmlElement | undefined {
  return sheet.after.find((element) => element.local === local) ?? sheet.before.find((element) => element.local === local);
}

/** Puts a child of the worksheet at the place the schema gives it (ECMA-376 part 1, CT_Worksheet). */
export function addSheetElement(sheet: SheetXml, element: XmlElement): void {
  const order = WORKSHEET_ORDER.indexOf(element.local);
  const list = order < WORKSHEET_ORDER.indexOf("sheetData") ? sheet.before : sheet.after;
  const place = list.findLastIndex((other) => {
    const rank = WORKSHEET_ORDER.indexOf(other.local);
    return rank >= 0 && rank <= order;
  });
  list.splice(place + 1, 0, element);
}

export function removeSheetElement(sheet: SheetXml, gone: XmlElement): void {
  sheet.before = sheet.before.filter((element) => element !== gone);
  sheet.after = sheet.after.filter((element) => element !== gone);
}

const WORKSHEET_ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
  "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
  "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
  "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

export function mergeElements(sheet: SheetXml): XmlElement[] {
  const merges = sheetElement(sheet, "mergeCells");
  return merges === undefined ? [] : elementsOf(merges, "mergeCell");
}
