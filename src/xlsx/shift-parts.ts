import type { Book, BookSheet } from "./book";
import { areaOfText } from "./area-text";
import { shiftElement, type FormulaShift } from "./shift-elements";
import { planNoteBoxes, type LostBox } from "./note-boxes";
import { reversed, shiftAreas, shiftFormula, shiftIndex, type Shift } from "./shift";
import { descendants, elementsOf, firstElement, isOn, textOf, type XmlElement } from "./xml-tree";

/** A name of the workbook (print area, print titles, filter) that a deletion changed beyond what insertion undoes. JSON-safe. */
export interface LostName {
  readonly name: string;
  readonly localSheetId: string | null;
  readonly before: string;
  readonly after: string;
}

/** What a shift does outside the sheet's own part. `refused`: something there could not follow, or not be restored. */
export interface PartShift {
  readonly refused: boolean;
  readonly lostNames: readonly LostName[];
  readonly lostBoxes: readonly LostBox[];
  commit(): void;
}

export function planPartShift(book: Book, sheet: BookSheet, shift: Shift): PartShift {
  const changes: (() => void)[] = [];
  let refused = ["pivotTable", "oleObject", "control", "ctrlProp"].some((kind) => book.partsOf(sheet, kind).length > 0);
  const refuse = (): void => {
    refused = true;
  };
  planTables(book, sheet, shift, changes, refuse);
  planComments(book, sheet, shift, changes, refuse);
  const boxes = planNoteBoxes(book, sheet, shift);
  changes.push(() => boxes.commit());
  planDrawings(book, sheet, shift, changes, refuse);
  planCharts(book, sheet, shift, changes, refuse);
  const lostNames = planNames(book, sheet, shift, changes, refuse);
  return { refused, lostNames, lostBoxes: boxes.lost, commit: () => changes.forEach((change) => change()) };
}

/** Names as they were before a deletion, put back after its opposite. */
export function restoreNames(book: Book, sheet: BookSheet, lost: readonly LostName[], shift: Shift): void {
  let changed = false;
  for (const { name, localSheetId, before, after } of lost) {
    const left = shiftFormula(after, null, sheet.name, shift).text;
    const element = namesOf(book).find((other) => other.attributes.get("name") === name && (other.attributes.get("localSheetId") ?? null) === localSheetId);
    if (element === undefined || textOf(element) !== left) continue;
    element.children = [before];
    changed = true;
  }
  if (changed) book.workbookChanged();
}

export function namesOf(book: Book): XmlElement[] {
  const names = firstElement(book.workbook, "definedNames");
  return names === undefined ? [] : elementsOf(names, "definedName");
}

function planNames(book: Book, sheet: BookSheet, shift: Shift, changes: (() => void)[], refuse: () => void): LostName[] {
  const lost: LostName[] = [];
  let changed = false;
  for (const element of namesOf(book)) {
    const before = textOf(element);
    const { text: after, acrossSheets } = shiftFormula(before, null, sheet.name, shift);
    if (acrossSheets) refuse();
    if (after === before) continue;
    const name = element.attributes.get("name") ?? "";
    if (shift.count < 0 && shiftFormula(after, null, sheet.name, reversed(shift)).text !== before) {
      // Excel's own names hold print set-up and filters; a name of the user's may be what a formula stands on.
      if (!name.startsWith("_xlnm.") || after.includes("#REF!")) refuse();
      lost.push({ name, localSheetId: element.attributes.get("localSheetId") ?? null, before, after });
    }
    changes.push(() => (element.children = [after]));
    changed = true;
  }
  if (changed) changes.push(() => book.workbookChanged());
  return lost;
}

function planTables(book: Book, sheet: BookSheet, shift: Shift, changes: (() => void)[], refuse: () => void): void {
  for (const path of book.partsOf(sheet, "table")) {
    const table = book.package_.tree(path)!;
    const area = areaOfText(table.attributes.get("ref") ?? "");
    if (area === undefined) continue;
    const [first, last] = shift.axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
    const inside = shift.at <= last && (shift.count > 0 ? shift.at > first : shift.at - shift.count > first);
    // New columns of a table need headers of their own; its header and totals rows cannot go.
    const totals = Number(table.attributes.get("totalsRowCount") ?? 0) > 0 ? 1 : 0;
    if (shift.axis === "column" && inside) refuse();
    if (shift.axis === "row" && shift.count < 0 && inside && (shift.at <= first || shift.at - shift.count > last - totals)) refuse();
    const formula: FormulaShift = (text) => shiftFormula(text, sheet.name, sheet.name, shift).text;
    changes.push(() => {
      table.attributes.set("ref", shiftAreas(table.attributes.get("ref") ?? "", shift) ?? "");
      table.children = table.children.flatMap((child) => (typeof child === "string" || (child.local !== "autoFilter" && child.local !== "sortState") ? child : (shiftElement(child, shift, formula) ?? [])));
      for (const inner of descendants(table)) if (inner.local === "calculatedColumnFormula" || inner.local === "totalsRowFormula") inner.children = [formula(textOf(inner)) ?? textOf(inner)];
      book.package_.setTree(path, table);
    });
  }
}

function planComments(book: Book, sheet: BookSheet, shift: Shift, changes: (() => void)[], refuse: () => void): void {
  for (const path of [...book.partsOf(sheet, "comments"), ...book.partsOf(sheet, "threadedComment")]) {
    const tree = book.package_.tree(path)!;
    const placed = [...descendants(tree)].filter((element) => element.attributes.has("ref"));
    const moved = placed.map((element) => shiftAreas(element.attributes.get("ref")!, shift));
    if (moved.includes(null)) refuse();
    changes.push(() => {
      placed.forEach((element, index) => element.attributes.set("ref", moved[index]!));
      book.package_.setTree(path, tree);
    });
  }
}

function planDrawings(book: Book, sheet: BookSheet, shift: Shift, changes: (() => void)[], refuse: () => void): void {
  for (const path of book.partsOf(sheet, "drawing")) {
    const tree = book.package_.tree(path)!;
    let moves = false;
    for (const anchor of elementsOf(tree)) {
      if (anchor.attributes.get("editAs") === "absolute") continue;
      const [from, to] = ["from", "to"].map((local) => firstElement(firstElement(anchor, local), shift.axis === "row" ? "row" : "col"));
      if (from === undefined) continue;
      const [first, last] = [Number(textOf(from)), Number(textOf(to ?? from))];
      const moved = shiftIndex(first, shift);
      const end = to === undefined ? moved : anchor.attributes.get("editAs") === "oneCell" ? (moved ?? 0) + last - first : shiftIndex(last, shift);
      if (moved === null || end === null) refuse();
      else if (moved !== first || end !== last) {
        moves = true;
        changes.push(() => {
          from.children = [String(moved)];
          if (to !== undefined) to.children = [String(end)];
        });
      }
    }
    if (moves) changes.push(() => book.package_.setTree(path, tree));
  }
}

function planCharts(book: Book, sheet: BookSheet, shift: Shift, changes: (() => void)[], refuse: () => void): void {
  for (const path of book.package_.parts.keys()) {
    if (!/charts?\/[^/]*\.xml$/iu.test(path) || !(book.package_.contentType(path) ?? "").includes("chart+xml")) continue;
    const tree = book.package_.tree(path)!;
    let moves = false;
    for (const element of descendants(tree)) {
      if (element.local !== "f") continue;
      const before = textOf(element);
      const { text, meets, acrossSheets } = shiftFormula(before, null, sheet.name, shift);
      if (meets || acrossSheets) refuse();
      if (text === before) continue;
      moves = true;
      changes.push(() => (element.children = [text]));
    }
    if (moves) changes.push(() => book.package_.setTree(path, tree));
  }
}

/** Whether the sheet is protected against change. */
export function isProtected(sheet: BookSheet): boolean {
  return isOn(sheet.xml.after.find((element) => element.local === "sheetProtection"), "sheet");
}
