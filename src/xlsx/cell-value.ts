import type { CellValue } from "../core/grid/sheet-grid";
import type { Book } from "./book";
import { textElement, textOfRun, unescapeText } from "./shared-strings";
import type { SheetCell } from "./sheet-xml";
import { isDateFormat } from "./shown-text";
import { makeElement, parseXml, serializeXml } from "./xml-tree";

/** Days between the two date systems: serials of a 1904 workbook are given as those of 1900 where the format is a date. */
const DAYS_TO_1904 = 1462;

/** The longest text Excel takes in a cell. */
export const LONGEST_TEXT = 32_767;

/** What a cell holds, as the grid says it. */
export function valueOf(book: Book, cell: SheetCell): CellValue {
  const { type, value } = cell;
  switch (type) {
    case "s":
      return value === null ? null : book.strings?.text(Number(value)) || null;
    case "inlineStr":
      return cell.inline === null ? null : textOfRun(cell.inline) || null;
    case "str":
      return value === null ? null : unescapeText(value) || null;
    case "b":
      return value === null ? null : value === "1" || value === "true";
    case "e":
      return value;
    case "d":
      return value === null ? null : (serialOfIso(value) ?? value);
    default: {
      if (value === null || value.trim() === "") return null;
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      return isDate1904(book, cell.style) ? number + DAYS_TO_1904 : number;
    }
  }
}

function isDate1904(book: Book, style: number): boolean {
  return book.date1904 && isDateFormat(book.styles.numberFormat(style));
}

/** Makes a cell hold a value; its style stays. Text is never a formula, whatever it begins with. */
export function writeValue(book: Book, cell: SheetCell, value: CellValue): void {
  if (cell.type === "s") book.textsReplaced = true;
  cell.formula = null;
  cell.inline = null;
  cell.value = null;
  cell.type = "n";
  if (value === null || value === "") return;
  if (typeof value === "boolean") {
    cell.type = "b";
    cell.value = value ? "1" : "0";
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error("a cell cannot hold this number");
    cell.value = String(isDate1904(book, cell.style) ? value - DAYS_TO_1904 : value);
  } else if (book.strings !== undefined) {
    cell.type = "s";
    cell.value = String(book.strings.plain(value));
  } else writeInline(book, cell, value);
}

/** Text kept in the cell itself: for sheets of ours, so that nothing of theirs stays in the shared table. */
export function writeInline(book: Book, cell: SheetCell, text: string): void {
  const is = makeElement(book.workbook, "is");
  is.children.push(textElement(is, text));
  cell.type = "inlineStr";
  cell.value = null;
  cell.inline = is;
}

/** A cell's content beyond its plain value: what an inverse needs to put it back. JSON-safe. */
export interface CellContent {
  readonly type: string;
  readonly value: string | null;
  /** `si` or `is` as XML. */
  readonly rich: string | null;
}

/** No cell at all. */
export const ABSENT: CellContent = { type: "absent", value: null, rich: null };

/** The content of a cell whose plain value does not say it all (rich text, readings, an error, an ISO date); null for others. */
export function contentOf(book: Book, cell: SheetCell): CellContent | null {
  if (cell.type === "s" && book.strings?.isRich(Number(cell.value)) === true) return { type: "s", value: null, rich: serializeXml(book.strings.item(Number(cell.value))) };
  if (cell.type === "inlineStr" && cell.inline !== null && cell.inline.children.some((child) => typeof child !== "string" && child.local !== "t")) return { type: "inlineStr", value: null, rich: serializeXml(cell.inline) };
  if (cell.type === "e" || cell.type === "d") return { type: cell.type, value: cell.value, rich: null };
  return null;
}

export function restoreContent(book: Book, cell: SheetCell, content: CellContent): void {
  if (cell.type === "s") book.textsReplaced = true;
  cell.formula = null;
  cell.inline = null;
  cell.type = content.type === ABSENT.type ? "n" : content.type;
  cell.value = content.value;
  if (content.rich === null) return;
  if (content.type === "s" && book.strings !== undefined) cell.value = String(book.strings.intern(parseXml(content.rich)));
  else {
    const rich = parseXml(content.rich);
    cell.type = "inlineStr";
    cell.inline = makeElement(book.workbook, "is", {}, rich.children);
  }
}

/** "2026-06-30" or "2026-06-30T12:00:00" (ISO 8601, strict files) as a serial; times alone as a fraction. */
function serialOfIso(text: string): number | undefined {
  const parts = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/u.exec(text.trim());
  if (parts === null || text.trim() === "") return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = parts;
  const days = year === undefined ? 0 : Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000) + 25_569;
  return (days < 61 && year !== undefined ? days - 1 : days) + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

export function isCellContent(data: unknown): data is CellContent {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string" && "value" in data && "rich" in data;
}
