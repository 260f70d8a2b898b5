import { openBook, type Book, type BookSheet } from "./book";
import { removeKeptParts } from "./kept-store";
import { kindOf, type Package } from "./package";
import { removeSheet, removeWithOwned } from "./sheets";
import { removeSheetElement, type SheetXml } from "./sheet-xml";
import { descendants, firstElement, type XmlElement } from "./xml-tree";
import { pack } from "./zip";

export interface CleanCopyOptions {
  /** Sheets that do not go along: ours. Names the file does not have are passed over. */
  readonly removeSheets: readonly string[];
  /** true: a 公开稿; comments, the names of authors and companies, remarks and key words in the properties, and paths of machines do not go along either. */
  readonly forPublic: boolean;
}

/**
 * A copy of a workbook without anything of ours: the sheets named, our custom XML parts, and every text that no cell
 * shows any more (a shared string whose cell was changed). Formats, formulas and page set-up stay.
 * @throws when the bytes are no workbook: they come from a host that has it open. Also when no sheet would be left.
 */
export function cleanCopy(bytes: Uint8Array, options: CleanCopyOptions): Promise<Uint8Array> {
  const opened = openBook(bytes);
  if (!opened.ok) return Promise.reject(new Error(`a clean copy of no workbook: ${opened.error.code}`));
  const book = opened.value;
  for (const name of options.removeSheets) {
    const sheet = book.sheets.find((other) => other.name === name);
    if (sheet === undefined) continue;
    if (book.sheets.length === 1) return Promise.reject(new Error("the copy would have no sheet"));
    removeSheet(book, sheet);
  }
  removeKeptParts(book);
  if (options.forPublic) anonymise(book);
  // Titles of the sheets that went would stay in the properties; Excel writes the list anew.
  dropElements(book.package_, book.package_.related("", "extended-properties"), ["TitlesOfParts", "HeadingPairs"]);
  book.textsReplaced = true;
  book.flush();
  return Promise.resolve(pack(book.package_.parts));
}

function anonymise(book: Book): void {
  const { package_ } = book;
  for (const sheet of book.sheets) dropComments(book, sheet);
  for (const path of package_.relatedAll(book.path, "person")) package_.remove(path);
  package_.unrelate(book.path, (relationship) => kindOf(relationship) === "person");
  dropElements(package_, package_.related("", "core-properties"), ["creator", "lastModifiedBy", "description", "keywords", "category", "subject", "contentStatus"]);
  dropElements(package_, package_.related("", "extended-properties"), ["Company", "Manager", "HyperlinkBase"]);
  const custom = package_.related("", "custom-properties");
  if (custom !== undefined) {
    package_.unrelate("", (relationship) => kindOf(relationship) === "custom-properties");
    package_.remove(custom);
  }
  dropFrom(book.workbook, (element) => element.local === "fileSharing" || element.local === "absPath");
  dropFrom(book.workbook, (element) => element.local === "AlternateContent" && [...descendants(element)].every((inner) => inner.local === "Choice"));
  book.workbookChanged();
}

/** Notes, threads and their drawn boxes; a form control drawn in the same part stays. */
function dropComments(book: Book, sheet: BookSheet): void {
  const { package_ } = book;
  const kinds = ["comments", "threadedComment"];
  const comments = kinds.flatMap((kind) => book.partsOf(sheet, kind));
  if (comments.length === 0) return;
  package_.unrelate(sheet.path, (relationship) => kinds.includes(kindOf(relationship)));
  for (const path of comments) removeWithOwned(book, path);
  for (const path of book.partsOf(sheet, "vmlDrawing")) {
    const text = package_.text(path)!;
    const kept = text.replace(/<v:shape\b(?:(?!<\/v:shape>)[\s\S])*?<x:ClientData\s+ObjectType="Note"[\s\S]*?<\/v:shape>/gu, "");
    if (/<v:shape\b/u.test(kept)) {
      package_.setText(path, kept);
      continue;
    }
    const ids = package_.relationships(sheet.path).filter(({ target }) => target === path).map(({ id }) => id);
    package_.unrelate(sheet.path, ({ id }) => ids.includes(id));
    dropLegacyDrawing(sheet.xml, ids);
    removeWithOwned(book, path);
  }
  sheet.changed = true;
}

function dropLegacyDrawing(sheet: SheetXml, ids: readonly string[]): void {
  for (const element of sheet.after.filter(({ local }) => local === "legacyDrawing" || local === "legacyDrawingHF")) {
    if ([...element.attributes].some(([name, value]) => name.endsWith(":id") && ids.includes(value))) removeSheetElement(sheet, element);
  }
}

function dropElements(package_: Package, path: string | undefined, names: readonly string[]): void {
  const tree = path === undefined ? undefined : package_.tree(path);
  if (path === undefined || tree === undefined || !names.some((name) => firstElement(tree, name) !== undefined)) return;
  dropFrom(tree, (element) => names.includes(element.local));
  package_.setTree(path, tree);
}

function dropFrom(owner: XmlElement, drop: (element: XmlElement) => boolean): void {
  owner.children = owner.children.filter((child) => typeof child === "string" || !drop(child));
  for (const child of owner.children) if (typeof child !== "string") dropFrom(child, drop);
}
