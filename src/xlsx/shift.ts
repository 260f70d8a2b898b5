import type { Area } from "../core/edits/edit";
import { areasOfText, LAST_COLUMN, LAST_ROW, textOfArea } from "./area-text";
import { mapReferences, type ReferenceCorner } from "./formula-references";

/** Whole rows or columns put in (`count` > 0) or taken out (`count` < 0, from `at` on). */
export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
}

/** Where a row or column lies afterwards; null when it is taken out. */
export function shiftIndex(index: number, { at, count }: Shift): number | null {
  if (index < at) return index;
  if (count >= 0) return index + count;
  return index < at - count ? null : index + count;
}

/** Where a span lies afterwards: it grows with what is put inside it and shrinks with what is taken out; null when nothing is left. */
export function shiftSpan(first: number, last: number, shift: Shift): { readonly first: number; readonly last: number } | null {
  const edge = shift.axis === "row" ? LAST_ROW : LAST_COLUMN;
  if (first === 0 && last >= edge) return { first, last };
  if (shift.count >= 0) return { first: first + (first >= shift.at ? shift.count : 0), last: Math.min(edge, last + (last >= shift.at ? shift.count : 0)) };
  const end = shift.at - shift.count;
  const removed = Math.max(0, Math.min(last + 1, end) - Math.max(first, shift.at));
  if (removed === last - first + 1) return null;
  const start = first < shift.at ? first : Math.max(first, end) + shift.count;
  return { first: start, last: start + (last - first) - removed };
}

export function shiftArea(area: Area, shift: Shift): Area | null {
  const rows = shift.axis === "row";
  const span = rows ? shiftSpan(area.top, area.bottom, shift) : shiftSpan(area.left, area.right, shift);
  if (span === null) return null;
  return rows ? { ...area, top: span.first, bottom: span.last } : { ...area, left: span.first, right: span.last };
}

/** A list of areas ("B3:B7 D3:D7") afterwards; null when nothing is left. */
export function shiftAreas(text: string, shift: Shift): string | null {
  const areas = areasOfText(text).flatMap((area) => shiftArea(area, shift) ?? []);
  return areas.length === 0 ? null : areas.map(textOfArea).join(" ");
}

/** The opposite shift. */
export function reversed(shift: Shift): Shift {
  return { ...shift, count: -shift.count };
}

export interface ShiftedFormula {
  readonly text: string;
  /**
   * Whether it refers to what is taken out, so that the opposite shift would not give it back: to a cell, or to a range
   * that begins or ends there. A range that reaches beyond on both sides shrinks and grows again.
   */
  readonly meets: boolean;
  /** Whether it reaches over several sheets (一月:三月!A1), which cannot follow a shift of one. */
  readonly acrossSheets: boolean;
}

/**
 * A formula afterwards.
 * @param own the sheet the formula stands on; null for a name of the workbook
 * @param moved the sheet whose rows or columns shift
 */
export function shiftFormula(formula: string, own: string | null, moved: string, shift: Shift): ShiftedFormula {
  let meets = false;
  let acrossSheets = false;
  const text = mapReferences(formula, (reference) => {
    if (reference.external) return undefined;
    if (reference.lastSheet !== null) {
      acrossSheets = true;
      return undefined;
    }
    if ((reference.sheet ?? own)?.toLowerCase() !== moved.toLowerCase()) return undefined;
    const [first, last] = shift.axis === "row" ? [reference.area.top, reference.area.bottom] : [reference.area.left, reference.area.right];
    const span = shiftSpan(first, last, shift);
    if (span !== null && span.first === first && span.last === last) return undefined;
    if (span === null) {
      meets = true;
      return null;
    }
    const back = shift.count < 0 ? shiftSpan(span.first, span.last, reversed(shift)) : null;
    if (back !== null && (back.first !== first || back.last !== last)) meets = true;
    return reference.corners.map((corner) => movedCorner(corner, shift.axis, first, span));
  });
  return { text, meets, acrossSheets };
}

function movedCorner(corner: ReferenceCorner, axis: Shift["axis"], first: number, span: { readonly first: number; readonly last: number }): ReferenceCorner {
  const index = corner[axis];
  return index === undefined ? corner : { ...corner, [axis]: index === first ? span.first : span.last };
}
