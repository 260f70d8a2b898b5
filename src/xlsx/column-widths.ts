import { areasOfText, LAST_COLUMN, textOfArea } from "./area-text";
import { addSheetElement, removeSheetElement, type SheetXml } from "./sheet-xml";
import { shiftAreas, type Shift } from "./shift";
import { cloneElement, elementsOf, makeElement, type XmlElement } from "./xml-tree";

/** Columns of one width and look: a `col` element, with its span 0-based. */
interface ColumnSpan {
  readonly left: number;
  readonly right: number;
  readonly col: XmlElement;
}

/** Moves the widths of columns; new columns take those of `like` (an index before the shift), or none. */
export function shiftColumnWidths(sheet: SheetXml, shift: Shift, like: number | null): void {
  const spans = spansOf(sheet);
  if (spans.length === 0) return;
  const source = like === null ? undefined : spans.find(({ left, right }) => left <= like && like <= right)?.col;
  const moved = spans.flatMap(({ left, right, col }) => piecesAfter(left, right, shift).map((piece) => ({ ...piece, col })));
  if (source !== undefined && shift.count > 0) moved.push({ left: shift.at, right: shift.at + shift.count - 1, col: source });
  writeSpans(sheet, moved);
}

/** Gives columns the looks they had: `cols` are `col` elements as they stood `offset` columns further left. */
export function setColumns(sheet: SheetXml, cols: readonly XmlElement[], offset: number, first: number, last: number): void {
  if (cols.length === 0) return;
  const outside = spansOf(sheet).flatMap(({ left, right, col }) => [
    ...(left < first ? [{ left, right: Math.min(right, first - 1), col }] : []),
    ...(right > last ? [{ left: Math.max(left, last + 1), right, col }] : []),
  ]);
  const inside = cols.map((col) => ({ left: Math.max(first, minOf(col) + offset), right: Math.min(last, maxOf(col) + offset), col })).filter(({ left, right }) => left <= right);
  writeSpans(sheet, [...outside, ...inside]);
}

function spansOf(sheet: SheetXml): ColumnSpan[] {
  const cols = sheet.before.find((element) => element.local === "cols");
  return cols === undefined ? [] : elementsOf(cols, "col").map((col) => ({ left: minOf(col), right: maxOf(col), col }));
}

const minOf = (col: XmlElement): number => Number(col.attributes.get("min")) - 1;
const maxOf = (col: XmlElement): number => Math.min(LAST_COLUMN, Number(col.attributes.get("max")) - 1);

/** Writes spans in order. Neighbours of one look are one element, so that a shift and its opposite give the file back. */
function writeSpans(sheet: SheetXml, spans: readonly ColumnSpan[]): void {
  const children: XmlElement[] = [];
  let last: { right: number; look: string; made: XmlElement } | undefined;
  for (const { left, right, col } of [...spans].sort((a, b) => a.left - b.left)) {
    const look = lookOf(col);
    if (last !== undefined && last.right === left - 1 && last.look === look) {
      last.made.attributes.set("max", String(right + 1));
      last.right = right;
      continue;
    }
    const made = cloneElement(col);
    made.attributes.set("min", String(left + 1));
    made.attributes.set("max", String(right + 1));
    children.push(made);
    last = { right, look, made };
  }
  const there = sheet.before.find((element) => element.local === "cols");
  if (children.length === 0) {
    if (there !== undefined) removeSheetElement(sheet, there);
  } else if (there !== undefined) there.children = children;
  else addSheetElement(sheet, makeElement(sheet.root, "cols", {}, children));
}

function piecesAfter(left: number, right: number, shift: Shift): { left: number; right: number }[] {
  if (shift.count > 0 && left < shift.at && right >= shift.at) return [{ left, right: shift.at - 1 }, { left: shift.at + shift.count, right: Math.min(LAST_COLUMN, right + shift.count) }];
  const area = shiftAreas(textOfArea({ top: 0, bottom: 0, left, right }), shift);
  const moved = area === null ? undefined : areasOfText(area)[0];
  return moved === undefined ? [] : [{ left: moved.left, right: moved.right }];
}

function lookOf(col: XmlElement): string {
  return JSON.stringify([...col.attributes].filter(([name]) => name !== "min" && name !== "max").sort());
}

