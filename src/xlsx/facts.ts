import type { PageSetup, WorkbookFacts } from "../core/workbook";
import { areaOfText } from "./area-text";
import type { Book, BookSheet } from "./book";
import { namesOf } from "./shift-parts";
import { descendants, elementsOf, firstElement, isOn, textOf } from "./xml-tree";

/** What the file says about itself beyond its cells. */
export function factsOf(book: Book, fileName: string): WorkbookFacts {
  return {
    fileName,
    author: property(book, "core-properties", "creator"),
    lastModifiedBy: property(book, "core-properties", "lastModifiedBy"),
    company: property(book, "extended-properties", "Company"),
    externalLinks: externalLinksOf(book),
    pageSetup: Object.fromEntries(book.sheets.map((sheet) => [sheet.name, pageSetupOf(book, sheet)])),
    unknown: [],
  };
}

function property(book: Book, kind: string, local: string): string {
  const path = book.package_.related("", kind);
  return path === undefined ? "" : textOf(firstElement(book.package_.tree(path), local));
}

function externalLinksOf(book: Book): string[] {
  return book.package_.relatedAll(book.path, "externalLink").flatMap((path) => book.package_.relationships(path).filter(({ external }) => external).map(({ target }) => target));
}

function pageSetupOf(book: Book, sheet: BookSheet): PageSetup {
  const child = (local: string) => sheet.xml.after.find((element) => element.local === local);
  const setup = child("pageSetup");
  const fits = isOn(firstElement(sheet.xml.before.find((element) => element.local === "sheetPr"), "pageSetUpPr"), "fitToPage");
  const wide = Number(setup?.attributes.get("fitToWidth") ?? 1);
  return {
    landscape: setup?.attributes.get("orientation") === "landscape",
    titleRows: titleRowsOf(book, sheet),
    fitToWidth: fits && wide > 0 ? wide : null,
    headerFooter: [...descendants(child("headerFooter") ?? { name: "", local: "", attributes: new Map(), children: [] })].map((element) => headerText(textOf(element))).filter((text) => text !== "").join("\n"),
  };
}

/** Rows repeated on each page: the name _xlnm.Print_Titles of the sheet. */
function titleRowsOf(book: Book, sheet: BookSheet): PageSetup["titleRows"] {
  const name = namesOf(book).find((element) => element.attributes.get("name") === "_xlnm.Print_Titles" && Number(element.attributes.get("localSheetId")) === sheet.index);
  for (const part of textOf(name).split(",")) {
    const text = part.slice(part.lastIndexOf("!") + 1);
    const area = /^\$?\d+:\$?\d+$/u.test(text) ? areaOfText(text) : undefined;
    if (area !== undefined) return { first: area.top, last: area.bottom };
  }
  return null;
}

/** A header's words without its codes (&L, &"宋体,常规", &12, &P…; ECMA-376 part 1, 18.3.1.46). */
function headerText(text: string): string {
  return text.replace(/&(?:"[^"]*"|\d+|K[0-9A-Fa-f+-]{6,8}|[LCR]|[^&])/gu, " ").replace(/&&/gu, "&").replace(/\s+/gu, " ").trim();
}

/** Every element of the workbook that lists sheets, chart sheets counted. */
export function sheetElements(book: Book) {
  const list = firstElement(book.workbook, "sheets");
  return list === undefined ? [] : elementsOf(list, "sheet");
}
