import type { Book, BookSheet } from "./book";
import { OFFICE_RELATIONSHIPS, WORKBOOK_ORDER } from "./book";
import { mapReferences } from "./formula-references";
import { relationshipsPath } from "./package";
import { namesOf } from "./shift-parts";
import { elementsOf, firstElement, insertInOrder, makeElement, textOf, type XmlElement } from "./xml-tree";

const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** Adds an empty sheet after the others. The caller makes sure that the name is free. */
export function addSheet(book: Book, name: string): BookSheet {
  const { package_ } = book;
  const path = package_.freePath("xl/worksheets/sheet", "xml");
  package_.setText(path, `<worksheet xmlns="${book.namespace}"><sheetData/></worksheet>`);
  package_.setContentType(path, WORKSHEET_TYPE);
  const id = package_.relate(book.path, `${book.relationshipBase}/worksheet`, path);
  const list = firstElement(book.workbook, "sheets")!;
  const sheetId = Math.max(0, ...elementsOf(list, "sheet").map((element) => Number(element.attributes.get("sheetId")) || 0)) + 1;
  list.children.push(makeElement(list, "sheet", { name, sheetId, [`${relationshipPrefix(book)}:id`]: id }));
  book.workbookChanged();
  book.readSheets();
  return book.sheets.find((sheet) => sheet.path === path)!;
}

/** The prefix under which the root of the workbook part names relationships; declared when it names none, as when each sheet declares its own. */
function relationshipPrefix(book: Book): string {
  for (const [name, value] of book.workbook.attributes) {
    if (name.startsWith("xmlns:") && (value === book.relationshipBase || value === OFFICE_RELATIONSHIPS)) return name.slice("xmlns:".length);
  }
  let prefix = "r";
  while (book.workbook.attributes.has(`xmlns:${prefix}`)) prefix += "r";
  book.workbook.attributes.set(`xmlns:${prefix}`, book.relationshipBase);
  return prefix;
}

/** Shows a sheet: the workbook opens on it. */
export function activateSheet(book: Book, sheet: BookSheet): void {
  let views = firstElement(book.workbook, "bookViews");
  if (views === undefined) {
    views = makeElement(book.workbook, "bookViews", {}, [makeElement(book.workbook, "workbookView")]);
    insertInOrder(book.workbook, views, WORKBOOK_ORDER);
  }
  firstElement(views, "workbookView")?.attributes.set("activeTab", String(sheet.index));
  for (const other of book.sheets) {
    const view = firstElement(other.xml.before.find((element) => element.local === "sheetViews"), "sheetView");
    const selected = view?.attributes.get("tabSelected") === "1" || view?.attributes.get("tabSelected") === "true";
    if (view === undefined || selected === (other === sheet)) continue;
    if (other === sheet) view.attributes.set("tabSelected", "1");
    else view.attributes.delete("tabSelected");
    other.changed = true;
  }
  book.workbookChanged();
}

/** Takes a sheet out of the file, with the parts only it has. Formulas elsewhere that refer to it show #REF!, as in Excel. */
export function removeSheet(book: Book, sheet: BookSheet): void {
  const { package_ } = book;
  const list = firstElement(book.workbook, "sheets")!;
  const element = elementsOf(list, "sheet")[sheet.index]!;
  const ids = [...element.attributes].filter(([name]) => name.endsWith(":id")).map(([, value]) => value);
  list.children = list.children.filter((child) => child !== element);
  removeNames(book, sheet);
  for (const view of elementsOf(firstElement(book.workbook, "bookViews") ?? list, "workbookView")) {
    for (const attribute of ["activeTab", "firstSheet"]) {
      const index = Number(view.attributes.get(attribute) ?? 0);
      if (index > sheet.index || (index === sheet.index && index > 0)) view.attributes.set(attribute, String(index - 1));
    }
  }
  package_.unrelate(book.path, (relationship) => ids.includes(relationship.id));
  removeWithOwned(book, sheet.path);
  book.workbookChanged();
  book.dropCalculationChain();
  book.sheets = book.sheets.filter((other) => other !== sheet);
  book.readSheets();
  breakReferences(book, sheet.name);
}

function removeNames(book: Book, sheet: BookSheet): void {
  for (const name of namesOf(book)) {
    const local = name.attributes.get("localSheetId");
    if (local !== undefined && Number(local) > sheet.index) name.attributes.set("localSheetId", String(Number(local) - 1));
    else if (local !== undefined && Number(local) === sheet.index) removeName(book, name);
    else name.children = [withoutSheet(textOf(name), sheet.name)];
  }
}

/** Takes one name out of the workbook. */
export function removeName(book: Book, name: XmlElement): void {
  const names = firstElement(book.workbook, "definedNames")!;
  names.children = names.children.filter((child) => child !== name);
  if (elementsOf(names).length === 0) book.workbook.children = book.workbook.children.filter((child) => child !== names);
}

function breakReferences(book: Book, gone: string): void {
  for (const sheet of book.sheets) {
    for (const row of sheet.xml.rows) {
      for (const { formula } of row.cells) {
        if (formula === null || !formula.text.includes("!")) continue;
        const text = withoutSheet(formula.text, gone);
        if (text === formula.text) continue;
        formula.text = text;
        sheet.changed = true;
      }
    }
  }
}

function withoutSheet(formula: string, gone: string): string {
  return mapReferences(formula, (reference) => (!reference.external && reference.sheet?.toLowerCase() === gone.toLowerCase() ? null : undefined)).replace(/(?:'[^']*'|[\p{L}\p{N}_.]+)!#REF!/gu, "#REF!");
}

/** Removes a part and, with it, the parts that nothing else leads to any more. */
export function removeWithOwned(book: Book, path: string): void {
  const { package_ } = book;
  const owned = package_.relationships(path).filter(({ external }) => !external).flatMap(({ target }) => package_.find(target) ?? []);
  package_.remove(path);
  package_.parts.delete(relationshipsPath(path));
  for (const part of new Set(owned)) {
    const held = package_.sources().some((source) => package_.relationships(source).some((other) => !other.external && other.target === part));
    if (!held) removeWithOwned(book, part);
  }
}
