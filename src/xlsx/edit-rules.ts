import { fitsDropDown, type Area, type FormulaFormat, type ListValidation, type MergeEdit, type SetConditionalFormatEdit, type SetValidationEdit, type UnmergeEdit } from "../core/edits/edit";
import { areaOfText, areasMeet, areasOfText, sameArea, textOfArea } from "./area-text";
import type { Book, BookSheet } from "./book";
import { valueOf } from "./cell-value";
import { refuseIf } from "./edit-refused";
import { areasOf, forgetAreas } from "./sheet-areas";
import { isProtected } from "./shift-parts";
import { addSheetElement, mergeElements, removeSheetElement, sheetElement, type SheetXml } from "./sheet-xml";
import { descendants, elementsOf, firstElement, makeElement, textOf, type XmlElement } from "./xml-tree";

export function merge(book: Book, sheet: BookSheet, edit: MergeEdit): UnmergeEdit {
  const { area } = edit;
  refuseIf(isProtected(sheet), "locked");
  refuseIf(area.top === area.bottom && area.left === area.right, "changed-since");
  refuseIf(areasOf(sheet).merges.some((other) => areasMeet(area, other)), "covered-by-merge");
  for (const row of sheet.xml.rows) {
    if (row.index < area.top || row.index > area.bottom) continue;
    for (const cell of row.cells) {
      const first = row.index === area.top && cell.column === area.left;
      refuseIf(!first && cell.column >= area.left && cell.column <= area.right && (cell.formula !== null || valueOf(book, cell) !== null), "area-not-empty");
    }
  }
  addTo(sheet.xml, "mergeCells", (list) => makeElement(list, "mergeCell", { ref: textOfArea(area) }));
  forgetAreas(sheet);
  sheet.changed = true;
  return { ...edit, kind: "unmerge" };
}

export function unmerge(sheet: BookSheet, edit: UnmergeEdit): MergeEdit {
  refuseIf(isProtected(sheet), "locked");
  const found = mergeElements(sheet.xml).find((element) => sameArea(mergeArea(element), edit.area));
  refuseIf(found === undefined, "changed-since");
  dropFrom(sheet.xml, "mergeCells", found!);
  forgetAreas(sheet);
  sheet.changed = true;
  return { ...edit, kind: "merge" };
}

function mergeArea(element: XmlElement): Area {
  return areaOfText(element.attributes.get("ref") ?? "") ?? { top: -1, left: -1, bottom: -1, right: -1 };
}

export function setValidation(sheet: BookSheet, edit: SetValidationEdit): SetValidationEdit {
  const { area, before, after } = edit;
  refuseIf(isProtected(sheet), "locked");
  const meeting = validationsOf(sheet.xml).filter((element) => placesOf(element).some((place) => areasMeet(place, area)));
  if (before === null) refuseIf(meeting.length > 0, "has-validation");
  const there = before === null ? undefined : meeting.find((element) => isList(element, area, before));
  refuseIf(before !== null && (there === undefined || meeting.length > 1), "changed-since");
  refuseIf(after !== null && !fitsDropDown(after), "list-too-long");
  if (there !== undefined) dropFrom(sheet.xml, "dataValidations", there);
  if (after !== null) addTo(sheet.xml, "dataValidations", (list) => validationElement(list, area, after));
  sheet.changed = true;
  return { ...edit, before: after, after: before };
}

/** Every drop-down and other validation, those of Excel 2010 too. */
function validationsOf(sheet: SheetXml): XmlElement[] {
  return sheet.after.filter((element) => element.local === "dataValidations" || element.local === "extLst").flatMap((owner) => [...descendants(owner)].filter((element) => element.local === "dataValidation"));
}

function placesOf(element: XmlElement): Area[] {
  return areasOfText(element.attributes.get("sqref") ?? textOf(firstElement(element, "sqref")));
}

function isList(element: XmlElement, area: Area, list: ListValidation): boolean {
  const places = placesOf(element);
  return places.length === 1 && sameArea(places[0]!, area) && element.attributes.get("type") === "list" && textOf(firstElement(element, "formula1")) === listFormula(list);
}

function listFormula(list: ListValidation): string {
  return `"${list.options.join(",").replace(/"/gu, '""')}"`;
}

function validationElement(like: XmlElement, area: Area, list: ListValidation): XmlElement {
  const attributes = { type: "list", allowBlank: 1, showInputMessage: 1, showErrorMessage: 0, sqref: textOfArea(area) };
  return makeElement(like, "dataValidation", attributes, [makeElement(like, "formula1", {}, [listFormula(list)])]);
}

export function setConditionalFormat(book: Book, sheet: BookSheet, edit: SetConditionalFormatEdit): SetConditionalFormatEdit {
  const { area, before, after } = edit;
  refuseIf(isProtected(sheet), "locked");
  const found = before.map((format) => lampOf(book, sheet.xml, area, format));
  refuseIf(found.includes(undefined), "changed-since");
  refuseIf(before.length === 0 && after.every((format) => lampOf(book, sheet.xml, area, format) !== undefined), "already-there");
  for (const lamp of found) {
    lamp!.owner.children = lamp!.owner.children.filter((child) => child !== lamp!.rule);
    if (elementsOf(lamp!.owner, "cfRule").length === 0) removeSheetElement(sheet.xml, lamp!.owner);
  }
  let priority = Math.max(0, ...rulesOf(sheet.xml).map((rule) => Number(rule.attributes.get("priority")) || 0));
  if (after.length > 0) {
    const rules = after.map((format) =>
      makeElement(sheet.xml.root, "cfRule", { type: "expression", dxfId: book.styles.differential(differentialXml(format)), priority: ++priority }, [makeElement(sheet.xml.root, "formula", {}, [format.formula.replace(/^=/u, "")])]),
    );
    addSheetElement(sheet.xml, makeElement(sheet.xml.root, "conditionalFormatting", { sqref: textOfArea(area) }, rules));
  }
  sheet.changed = true;
  return { ...edit, before: after, after: before };
}

function rulesOf(sheet: SheetXml): XmlElement[] {
  return sheet.after.flatMap((owner) => [...descendants(owner)].filter((element) => element.local === "cfRule"));
}

function lampOf(book: Book, sheet: SheetXml, area: Area, format: FormulaFormat): { owner: XmlElement; rule: XmlElement } | undefined {
  const wanted = differentialXml(format);
  for (const owner of sheet.after) {
    const places = owner.local === "conditionalFormatting" ? placesOf(owner) : [];
    if (places.length !== 1 || !sameArea(places[0]!, area)) continue;
    const rule = elementsOf(owner, "cfRule").find(
      (one) => one.attributes.get("type") === "expression" && textOf(firstElement(one, "formula")) === format.formula.replace(/^=/u, "") && book.styles.differentialXml(Number(one.attributes.get("dxfId"))) === wanted,
    );
    if (rule !== undefined) return { owner, rule };
  }
  return undefined;
}

function differentialXml({ fill, font }: FormulaFormat): string {
  const colour = (hex: string): string => `FF${hex.replace("#", "").toUpperCase()}`;
  return `<dxf>${font === undefined ? "" : `<font><color rgb="${colour(font)}"/></font>`}<fill><patternFill patternType="solid"><fgColor rgb="${colour(fill)}"/><bgColor rgb="${colour(fill)}"/></patternFill></fill></dxf>`;
}

function addTo(sheet: SheetXml, local: string, make: (list: XmlElement) => XmlElement): void {
  let list = sheetElement(sheet, local);
  if (list === undefined) {
    list = makeElement(sheet.root, local, { count: 0 });
    addSheetElement(sheet, list);
  }
  list.children.push(make(list));
}

function dropFrom(sheet: SheetXml, local: string, element: XmlElement): void {
  for (const owner of sheet.after) {
    for (const list of [owner, ...descendants(owner)]) list.children = list.children.filter((child) => child !== element);
  }
  const list = sheetElement(sheet, local);
  if (list !== undefined && elementsOf(list).length === 0) removeSheetElement(sheet, list);
}
