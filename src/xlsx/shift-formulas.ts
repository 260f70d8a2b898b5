import { areaOfText, textOfArea } from "./area-text";
import type { Book, BookSheet } from "./book";
import { formulasOf, type PlacedFormula } from "./sheet-formulas";
import { shiftArea, shiftFormula, type Shift } from "./shift";

/** What a shift does to the formulas in all cells. `refused`: one refers to what is taken out, or cannot follow. */
export interface FormulaPlan {
  readonly refused: boolean;
  commit(): void;
}

/**
 * Plans the formulas' new texts. Shared formulas whose cells no longer move together are written out cell by cell: they
 * read the same as before.
 */
export function planFormulaShift(book: Book, moved: BookSheet, shift: Shift): FormulaPlan {
  const changes: (() => void)[] = [];
  let refused = false;
  for (const sheet of book.sheets) {
    const own = sheet === moved;
    const groups = new Map<string, { formula: PlacedFormula; text: string }[]>();
    const changed = new Set<string>();
    for (const formula of formulasOf(sheet.xml)) {
      const place = shift.axis === "row" ? formula.row : formula.cell.column;
      if (own && shift.count < 0 && place >= shift.at && place < shift.at - shift.count) {
        // What goes with the deleted rows: its shared followers must be able to do without it.
        if (formula.group !== undefined) changed.add(formula.group);
        continue;
      }
      const { text, meets, acrossSheets } = shiftFormula(formula.text, sheet.name, moved.name, shift);
      if (meets || acrossSheets || (own && !arrayFollows(formula, shift, changes))) refused = true;
      if (formula.group !== undefined) {
        groups.set(formula.group, [...(groups.get(formula.group) ?? []), { formula, text }]);
        if (own || text !== formula.text) changed.add(formula.group);
      } else if (text !== formula.text) {
        changes.push(() => {
          formula.cell.formula!.text = text;
          sheet.changed = true;
        });
      }
    }
    for (const group of changed) {
      for (const { formula, text } of groups.get(group) ?? []) {
        changes.push(() => {
          formula.cell.formula = { text, attributes: new Map([...formula.cell.formula!.attributes].filter(([name]) => !["t", "si", "ref"].includes(name))) };
          sheet.changed = true;
        });
      }
    }
  }
  return { refused, commit: () => changes.forEach((change) => change()) };
}

/** An array formula moves as a whole or not at all; data tables do not move. */
function arrayFollows(formula: PlacedFormula, shift: Shift, changes: (() => void)[]): boolean {
  const attributes = formula.cell.formula!.attributes;
  if (attributes.get("t") === "dataTable") return false;
  const area = attributes.get("t") === "array" ? areaOfText(attributes.get("ref") ?? "") : undefined;
  if (area === undefined) return true;
  const after = shiftArea(area, shift);
  if (after === null || after.bottom - after.top !== area.bottom - area.top || after.right - after.left !== area.right - area.left) return false;
  changes.push(() => attributes.set("ref", textOfArea(after)));
  return true;
}
