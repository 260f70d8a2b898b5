import { areasMeet, areasOfText } from "./area-text";
import { translateFormula } from "./formula-references";
import { addSheetElement, removeSheetElement, type SheetXml } from "./sheet-xml";
import { reversed, shiftAreas, shiftIndex, type Shift } from "./shift";
import { cloneElement, descendants, elementsOf, firstElement, makeElement, parseXml, serializeXml, textOf, type XmlElement } from "./xml-tree";

/** Elements of a worksheet whose children each have a place of their own. */
const LISTS: ReadonlySet<string> = new Set(["mergeCells", "dataValidations", "hyperlinks", "protectedRanges", "ignoredErrors", "rowBreaks", "colBreaks", "cellWatches"]);
/** Elements that have a place themselves. */
const PLACED: ReadonlySet<string> = new Set(["conditionalFormatting", "autoFilter", "sortState", "extLst"]);

/** Something with a place that a deletion changed in a way the opposite insertion does not undo. JSON-safe. */
export interface LostElement {
  /** The list it stood in; null for a child of the worksheet itself. */
  readonly list: string | null;
  /** The list's own attributes: it goes with its last element. */
  readonly listAttributes: readonly (readonly [name: string, value: string])[];
  readonly index: number;
  readonly before: string;
  /** What the deletion left of it; null when nothing. */
  readonly after: string | null;
}

/** Formulas in elements: null means that it refers to something taken out for good. */
export type FormulaShift = (formula: string) => string | null;

interface Placed {
  readonly list: XmlElement | null;
  readonly index: number;
  readonly element: XmlElement;
  /** What it becomes. */
  after: XmlElement | null;
}

/** What a shift does to everything on a sheet that has a place and is no cell; nothing is changed before `commit`. */
export interface ElementShift {
  readonly lost: readonly LostElement[];
  /** Whether a formula in an element would lose what it refers to. */
  readonly breaksFormula: boolean;
  commit(): void;
}

export function planElementShift(sheet: SheetXml, shift: Shift, formula: (shift: Shift) => FormulaShift): ElementShift {
  let breaksFormula = false;
  const shifted = (element: XmlElement, by: Shift, watch: boolean): XmlElement | null =>
    shiftElement(element, by, (text) => {
      const moved = formula(by)(text);
      if (moved === null && watch) breaksFormula = true;
      return moved;
    });
  const places = placedElements(sheet);
  const lost: LostElement[] = [];
  for (const place of places) {
    place.after = shifted(place.element, shift, true);
    if (shift.count >= 0) continue;
    const before = serializeXml(place.element);
    const back = place.after === null ? null : shifted(place.after, reversed(shift), false);
    if (back === null || serializeXml(back) !== before) lost.push({ list: place.list?.local ?? null, listAttributes: [...(place.list?.attributes ?? [])], index: place.index, before, after: place.after === null ? null : serializeXml(place.after) });
  }
  return { lost, breaksFormula, commit: () => commitPlaces(sheet, places) };
}

/**
 * Puts back what a deletion lost, after the opposite insertion has been committed with `planElementShift`. Where the
 * sheet has changed since and the left-over is not found, what is there now stays.
 * @param offset how far the place of insertion lies from that of the deletion
 */
export function restoreLost(sheet: SheetXml, lost: readonly LostElement[], shift: Shift, offset: number, formula: (shift: Shift) => FormulaShift): void {
  const move = (element: XmlElement, by: Shift): XmlElement | null => shiftElement(element, by, formula(by));
  const carry: Shift = { axis: shift.axis, at: 0, count: offset };
  for (const { list, listAttributes, index, before, after } of lost) {
    const wanted = offset === 0 ? parseXml(before) : move(parseXml(before), carry);
    if (wanted === null) continue;
    if (after === null) {
      addLost(sheet, wanted, list, listAttributes, index);
      continue;
    }
    const carried = offset === 0 ? parseXml(after) : move(parseXml(after), carry);
    const left = carried === null ? null : move(carried, shift);
    if (left === null) continue;
    const siblings = list === null ? sheet.after : (sheet.after.find((element) => element.local === list)?.children ?? []);
    const key = serializeXml(left);
    const place = siblings.findIndex((child) => typeof child !== "string" && child.local === wanted.local && serializeXml(child) === key);
    if (place >= 0) siblings[place] = wanted;
  }
}

function addLost(sheet: SheetXml, wanted: XmlElement, list: string | null, listAttributes: LostElement["listAttributes"], index: number): void {
  if (list === null) {
    addSheetElement(sheet, wanted);
    return;
  }
  const owner = ensureList(sheet, wanted, list, listAttributes);
  const area = areasOfText(wanted.attributes.get("ref") ?? "")[0];
  const meets = wanted.local === "mergeCell" && elementsOf(owner).some((merge) => areasOfText(merge.attributes.get("ref") ?? "").some((other) => area !== undefined && areasMeet(area, other)));
  if (!meets) owner.children.splice(Math.min(index, owner.children.length), 0, wanted);
}

function ensureList(sheet: SheetXml, like: XmlElement, local: string, attributes: LostElement["listAttributes"]): XmlElement {
  const there = [...sheet.after, ...sheet.before].find((element) => element.local === local);
  if (there !== undefined) return there;
  const made = makeElement(like, local, Object.fromEntries(attributes));
  addSheetElement(sheet, made);
  return made;
}

function placedElements(sheet: SheetXml): Placed[] {
  return sheet.after.flatMap((element, index): Placed[] => {
    if (PLACED.has(element.local)) return [{ list: null, index, element, after: element }];
    if (!LISTS.has(element.local)) return [];
    return elementsOf(element).map((child, place) => ({ list: element, index: place, element: child, after: child }));
  });
}

function commitPlaces(sheet: SheetXml, places: readonly Placed[]): void {
  const lists = new Map<XmlElement, XmlElement[]>();
  for (const { list, element, after } of places) {
    if (list !== null) {
      const children = lists.get(list) ?? [];
      lists.set(list, children);
      if (after !== null) children.push(after);
    } else if (after === null) removeSheetElement(sheet, element);
    else sheet.after = sheet.after.map((other) => (other === element ? after : other));
  }
  for (const [list, children] of lists) {
    list.children = children;
    if (children.length === 0) removeSheetElement(sheet, list);
  }
}

/** One element afterwards; null when its place is gone. */
export function shiftElement(element: XmlElement, shift: Shift, formula: FormulaShift): XmlElement | null {
  const copy = cloneElement(element);
  if (copy.local === "brk") return shiftBreak(copy, shift);
  const anchored = copy.attributes.get("sqref");
  if (anchored !== undefined) rebase(copy, anchored, shift);
  for (const attribute of ["ref", "sqref"]) {
    const text = copy.attributes.get(attribute);
    if (text === undefined) continue;
    const moved = shiftAreas(text, shift);
    if (moved === null || (copy.local === "mergeCell" && !moved.includes(":"))) return null;
    copy.attributes.set(attribute, moved);
  }
  if (copy.local === "autoFilter") shiftFilterColumns(copy, element.attributes.get("ref") ?? "", shift);
  const location = copy.attributes.get("location");
  if (copy.local === "hyperlink" && location !== undefined) copy.attributes.set("location", formula(location) ?? location);
  shiftInside(copy, shift, formula);
  return copy;
}

/** Places and formulas below an element: rules, sort conditions, and the extensions of Excel 2010 (xm:sqref, xm:f). */
function shiftInside(owner: XmlElement, shift: Shift, formula: FormulaShift): void {
  owner.children = owner.children.filter((child) => {
    if (typeof child === "string") return true;
    const places = firstElement(child, "sqref");
    if (places !== undefined) {
      const before = textOf(places);
      const moved = shiftAreas(before, shift);
      if (moved === null) return false;
      rebase(child, before, shift);
      places.children = [moved];
    }
    const ref = child.attributes.get("ref");
    if (ref !== undefined && child.local === "sortCondition") {
      const moved = shiftAreas(ref, shift);
      if (moved === null) return false;
      child.attributes.set("ref", moved);
    }
    if (FORMULAS.has(child.local) && elementsOf(child).length === 0) child.children = [formula(textOf(child)) ?? textOf(child)];
    if (child.local === "cfvo" && child.attributes.get("type") === "formula") child.attributes.set("val", formula(child.attributes.get("val") ?? "") ?? "");
    shiftInside(child, shift, formula);
    return true;
  });
}

const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);

/**
 * Relative formulas of rules count from the first cell of their area. When that cell is taken out, they are first
 * written as they read in the first cell that stays.
 */
function rebase(element: XmlElement, places: string, shift: Shift): void {
  const first = areasOfText(places)[0];
  if (first === undefined || shift.count >= 0) return;
  const start = shift.axis === "row" ? first.top : first.left;
  const end = shift.at - shift.count;
  if (start < shift.at || start >= end) return;
  const by = end - start;
  for (const inner of descendants(element)) {
    if (FORMULAS.has(inner.local) && elementsOf(inner).length === 0) inner.children = [translateFormula(textOf(inner), shift.axis === "row" ? by : 0, shift.axis === "column" ? by : 0)];
  }
}

function shiftBreak(element: XmlElement, shift: Shift): XmlElement | null {
  // A break carries the number of the row or column before it; its list tells which, by the far edge it names.
  const max = Number(element.attributes.get("max") ?? 16_383);
  if ((max <= 16_383 ? "row" : "column") !== shift.axis) return element;
  const id = Number(element.attributes.get("id"));
  const moved = shiftIndex(id, shift);
  if (moved === null) return null;
  element.attributes.set("id", String(moved));
  return element;
}

function shiftFilterColumns(element: XmlElement, ref: string, shift: Shift): void {
  const before = areasOfText(ref)[0];
  const after = areasOfText(element.attributes.get("ref") ?? "")[0];
  if (shift.axis !== "column" || before === undefined || after === undefined) return;
  element.children = element.children.filter((child) => {
    if (typeof child === "string" || child.local !== "filterColumn") return true;
    const column = shiftIndex(before.left + Number(child.attributes.get("colId")), shift);
    if (column !== null) child.attributes.set("colId", String(column - after.left));
    return column !== null;
  });
}

/** Rules and links on another sheet that refer to the one that shifts: their own places stay. */
export function planRulesElsewhere(sheet: SheetXml, formula: (text: string) => { readonly text: string; readonly meets: boolean }): { readonly refused: boolean; readonly changes: boolean; commit(): void } {
  const changes: (() => void)[] = [];
  let refused = false;
  const follow = (text: string, set: (after: string) => void): void => {
    if (!text.includes("!")) return;
    const after = formula(text);
    if (after.meets) refused = true;
    if (after.text !== text) changes.push(() => set(after.text));
  };
  for (const owner of sheet.after) {
    if (!LISTS.has(owner.local) && !PLACED.has(owner.local)) continue;
    for (const element of descendants(owner)) {
      if (FORMULAS.has(element.local) && elementsOf(element).length === 0) follow(textOf(element), (after) => (element.children = [after]));
      const location = element.attributes.get("location");
      if (element.local === "hyperlink" && location !== undefined) {
        const after = formula(location).text;
        if (after !== location && !after.includes("#REF!")) changes.push(() => element.attributes.set("location", after));
      }
    }
  }
  return { refused, changes: changes.length > 0, commit: () => changes.forEach((change) => change()) };
}
