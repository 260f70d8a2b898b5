import type { Book, BookSheet } from "./book";
import { reversed, shiftIndex, shiftSpan, type Shift } from "./shift";

/** The box of a note that a deletion moved in a way insertion does not undo. JSON-safe. */
export interface LostBox {
  /** Its place among the boxes of the sheet. */
  readonly index: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The boxes of notes are drawn in VML, which is often no well-formed XML: only the numbers of `x:Row`, `x:Column` and
 * `x:Anchor` (column, dx, row, dy, column, dx, row, dy) are changed.
 */
const ANCHOR = /(<x:Anchor>)([^<]*)(<\/x:Anchor>)/gu;

export function planNoteBoxes(book: Book, sheet: BookSheet, shift: Shift): { readonly lost: readonly LostBox[]; commit(): void } {
  const lost: LostBox[] = [];
  const changes: (() => void)[] = [];
  const tag = shift.axis === "row" ? "Row" : "Column";
  let index = 0;
  for (const path of book.partsOf(sheet, "vmlDrawing")) {
    const text = book.package_.text(path)!;
    const moved = text
      .replace(new RegExp(`(<x:${tag}>\\s*)(\\d+)(\\s*</x:${tag}>)`, "gu"), (_, open: string, place: string, close: string) => `${open}${shiftIndex(Number(place), shift) ?? place}${close}`)
      .replace(ANCHOR, (_, open: string, before: string, close: string) => {
        const after = shiftAnchor(before, shift);
        if (shift.count < 0 && shiftAnchor(after, reversed(shift)) !== before) lost.push({ index, before, after });
        index++;
        return open + after + close;
      });
    if (moved !== text) changes.push(() => book.package_.setText(path, moved));
  }
  return { lost, commit: () => changes.forEach((change) => change()) };
}

/** Puts boxes back where they were, after the opposite insertion; one that has been moved since stays. */
export function restoreBoxes(book: Book, sheet: BookSheet, lost: readonly LostBox[], shift: Shift): void {
  if (lost.length === 0) return;
  const known = new Map(lost.map((box) => [box.index, box]));
  let index = 0;
  for (const path of book.partsOf(sheet, "vmlDrawing")) {
    const text = book.package_.text(path)!;
    const restored = text.replace(ANCHOR, (whole, open: string, now: string, close: string) => {
      const box = known.get(index++);
      return box !== undefined && now === shiftAnchor(box.after, shift) ? open + box.before + close : whole;
    });
    if (restored !== text) book.package_.setText(path, restored);
  }
}

/** A box keeps its size, wherever its first corner goes. */
function shiftAnchor(text: string, shift: Shift): string {
  const numbers = text.split(",").map((part) => Number(part.trim()));
  const place = shift.axis === "row" ? 2 : 0;
  const from = numbers[place];
  const to = numbers[place + 4];
  if (numbers.length !== 8 || from === undefined || to === undefined) return text;
  const start = shift.count > 0 ? (from >= shift.at ? from + shift.count : from) : (shiftSpan(from, to, shift)?.first ?? shift.at);
  if (start === from) return text;
  numbers[place] = start;
  numbers[place + 4] = start + to - from;
  return numbers.join(", ");
}
