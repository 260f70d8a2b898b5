import type { Book } from "./book";
import type { LostBox } from "./note-boxes";
import type { LostElement } from "./shift-elements";
import type { LostName } from "./shift-parts";
import { formulasOf } from "./sheet-formulas";
import { rowOf, serializeRow, type SheetCell, type SheetRow, type SheetXml } from "./sheet-xml";
import type { FormatParts } from "./styles";
import { elementsOf, makeElement, parseXml, type XmlElement } from "./xml-tree";

/**
 * Deleted rows or columns as they were. Nothing in it counts on indexes into other parts, which another program may
 * renumber when it saves: shared strings stand as their XML, cell formats beside what they are made of. JSON-safe.
 */
export interface LineSnapshot {
  readonly version: 1;
  /** 0-based index of the first row or column. */
  readonly first: number;
  /** `row` elements; those of deleted columns hold only the cells of these columns. */
  readonly rows: readonly string[];
  readonly formats: readonly (readonly [index: number, parts: FormatParts])[];
  /** `col` elements of deleted columns. */
  readonly columns: readonly string[];
  readonly lost: readonly LostElement[];
  readonly lostNames: readonly LostName[];
  readonly lostBoxes: readonly LostBox[];
}

export function snapshotOf(book: Book, sheet: SheetXml, rows: readonly SheetRow[], rest: Pick<LineSnapshot, "first" | "columns" | "lost" | "lostNames" | "lostBoxes">): LineSnapshot {
  const formulas = new Map(formulasOf(sheet).map((formula) => [formula.cell, formula]));
  const styles = new Set<number>();
  const prefix = sheet.root.name.slice(0, sheet.root.name.length - sheet.root.local.length);
  const plain = rows.map((row) => {
    if (row.attributes.has("s")) styles.add(Number(row.attributes.get("s")));
    const cells = row.cells.map((cell): SheetCell => {
      styles.add(cell.style);
      const shared = formulas.get(cell);
      const formula = shared?.group === undefined ? cell.formula : { text: shared.text, attributes: new Map<string, string>() };
      const rest_ = cell.rest?.map((element) => renamed(element, prefix, "")) ?? null;
      if (cell.type !== "s" || book.strings === undefined || cell.value === null) return { ...cell, formula, inline: cell.inline && renamed(cell.inline, prefix, ""), rest: rest_ };
      const item = renamed(book.strings.item(Number(cell.value)), prefixOf(book.strings.root), "");
      return { ...cell, formula, rest: rest_, type: "inlineStr", value: null, inline: { ...item, name: "is", local: "is" }, more: new Map([...(cell.more ?? []), [FROM_TABLE, "1"]]) };
    });
    return serializeRow({ ...row, cells });
  });
  return { version: 1, rows: plain, formats: [...styles].map((index) => [index, book.styles.partsOf(index)]), ...rest };
}

/** Marks, inside a snapshot only, a string that stood in the shared table. */
const FROM_TABLE = "shared";

/** The rows of a snapshot, ready to stand on the sheet; their indexes are those they had. */
export function rowsOfSnapshot(book: Book, sheet: SheetXml, snapshot: LineSnapshot): SheetRow[] {
  const prefix = sheet.root.name.slice(0, sheet.root.name.length - sheet.root.local.length);
  const formats = new Map(snapshot.formats.map(([index, parts]) => [index, book.styles.findParts(parts, index)]));
  return snapshot.rows.map((xml) => {
    const row = rowOf(parseXml(xml), 0);
    const style = row.attributes.get("s");
    if (style !== undefined) row.attributes.set("s", String(formats.get(Number(style)) ?? 0));
    for (const cell of row.cells) {
      cell.style = formats.get(cell.style) ?? 0;
      cell.rest = cell.rest?.map((element) => renamed(element, "", prefix)) ?? null;
      if (cell.inline === null) continue;
      const fromTable = cell.more?.delete(FROM_TABLE) === true;
      if (cell.more?.size === 0) cell.more = null;
      if (fromTable && book.strings !== undefined) {
        cell.type = "s";
        cell.value = String(book.strings.intern(makeElement(book.strings.root, "si", {}, renamed(cell.inline, "", prefixOf(book.strings.root)).children)));
        cell.inline = null;
      } else cell.inline = renamed(cell.inline, "", prefix);
    }
    return row;
  });
}

export function isLineSnapshot(data: unknown): data is LineSnapshot {
  return typeof data === "object" && data !== null && "version" in data && data.version === 1 && "rows" in data && Array.isArray(data.rows);
}

function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}

/** A tree with one prefix exchanged for another; other prefixes stay. */
function renamed(element: XmlElement, from: string, to: string): XmlElement {
  const name = from === to || prefixOf(element) !== from ? element.name : to + element.local;
  return { ...element, name, children: element.children.map((child) => (typeof child === "string" ? child : renamed(child, from, to))) };
}

export function columnsOf(sheet: SheetXml, first: number, count: number): XmlElement[] {
  const cols = sheet.before.find((element) => element.local === "cols");
  if (cols === undefined) return [];
  return elementsOf(cols, "col").filter((col) => Number(col.attributes.get("min")) <= first + count && Number(col.attributes.get("max")) > first);
}
