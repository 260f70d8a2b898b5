import type { Book, BookSheet } from "./book";
import { shiftFormula, type Shift } from "./shift";
import { planElementShift, planRulesElsewhere, type LostElement } from "./shift-elements";
import { forgetAreas } from "./sheet-areas";
import { planFormulaShift } from "./shift-formulas";
import type { LostBox } from "./note-boxes";
import { planPartShift, type LostName } from "./shift-parts";

/** All that follows when rows or columns shift, the sheet's own cells aside; `commit` must be called before those move. */
export interface ShiftPlan {
  /** Something refers to what is taken out, or could not be restored. Nothing has been changed. */
  readonly refused: boolean;
  readonly lost: readonly LostElement[];
  readonly lostNames: readonly LostName[];
  readonly lostBoxes: readonly LostBox[];
  commit(): void;
}

export function planShift(book: Book, sheet: BookSheet, shift: Shift): ShiftPlan {
  const formulas = planFormulaShift(book, sheet, shift);
  const parts = planPartShift(book, sheet, shift);
  const formula = (by: Shift) => (text: string): string | null => {
    const { text: after } = shiftFormula(text, sheet.name, sheet.name, by);
    return after.includes("#REF!") && !text.includes("#REF!") ? null : after;
  };
  const elements = planElementShift(sheet.xml, shift, formula);
  const others = book.sheets.filter((other) => other !== sheet).map((other) => ({ other, plan: planRulesElsewhere(other.xml, (text) => shiftFormula(text, other.name, sheet.name, shift)) }));
  return {
    refused: formulas.refused || parts.refused || elements.breaksFormula || others.some(({ plan }) => plan.refused),
    lost: elements.lost,
    lostNames: parts.lostNames,
    lostBoxes: parts.lostBoxes,
    commit(): void {
      formulas.commit();
      parts.commit();
      elements.commit();
      for (const { other, plan } of others) {
        plan.commit();
        other.changed ||= plan.changes;
      }
      book.dropCalculationChain();
      forgetAreas(sheet);
      sheet.changed = true;
    },
  };
}
