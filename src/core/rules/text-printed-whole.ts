import { addressOf, cellKey, type CellKey, type CellRef } from "../grid/address";
import type { MergeArea, SheetGrid } from "../grid/sheet-grid";
import { linesNeeded, linesShown, textWidth } from "../text/printed-size";
import type { CellSizes, TextLook } from "../workbook";
import { defineSheetRule, type RuleContext } from "./rule";

/** A text must be wider than its cell by so much before it is said to be cut; fonts differ. */
const CERTAINLY = 1.1;

/**
 * 可改 before publishing: text that a print certainly cuts off. Wrapped text that needs more lines than the height of its
 * row, set by hand or merged, has room for; text in one line with something beside it. Judged by the narrowest a text
 * can be set, so that what just fits is never reported. Rows that grow with their text cut nothing off.
 */
export const textPrintedWhole = defineSheetRule({
  meta: { id: "text-printed-whole", title: "字都打印得出来", found: "打印会缺字", group: "public", severity: "info", needs: ["sizes"], offByDefault: true },
  messages: {
    height: (d: { place: string; shown: number; needed: number }) => `${d.place}的行高只够排 ${d.shown} 行字，要排 ${d.needed} 行，打印会缺字。`,
    width: (d: { place: string; count: number }) => `${d.place}${d.count > 1 ? `等 ${d.count} 格` : ""}没有自动换行，一行排不下，打印会缺字。`,
  },
  docs: {
    why: "打印出来、转成PDF以后，盖住的字就看不到了。",
    howToFix: "选中这几行，双击行号下面的边线自动调整行高；没有换行的，先设“自动换行”。",
    bad: [],
    good: [],
  },
  check(context, report) {
    const { grid, ledger, facts } = context;
    const sizes = facts?.sizes;
    if (!sizes) return;
    const growing = new Set(sizes.growing);
    const wide = new Map<number, CellRef[]>();
    for (let row = 0; row <= ledger.last && row < sizes.lookOf.length; row++) {
      if (grid.hiddenRows.has(row)) continue;
      let worst: { at: CellRef; shown: number; needed: number } | undefined;
      for (const { text, area, look } of textsOf(row, grid, sizes)) {
        const at = { row, column: area.left };
        const width = visibleWidth(area, sizes, grid);
        if (width === 0) continue;
        if (!look.wraps) {
          if (isCutBeside(text, look, width, grid, area)) wide.set(at.column, [...(wide.get(at.column) ?? []), at]);
          continue;
        }
        const height = growing.has(row) && !isMerged(area) ? null : heightOf(area, sizes, grid);
        if (height === null) continue;
        const shown = linesShown(height, look.fontSize);
        const needed = linesNeeded(text, look.fontSize, width);
        if (needed - shown > (worst ? worst.needed - worst.shown : 0)) worst = { at, shown, needed };
      }
      if (worst) report({ messageId: "height", data: { place: placeOf(context, worst.at), shown: worst.shown, needed: worst.needed }, row: null, field: null, at: worst.at });
    }
    // A column is set to wrap as a whole: told once.
    for (const cells of wide.values()) report({ messageId: "width", data: { place: placeOf(context, cells[0]!), count: cells.length }, row: null, field: null, at: cells[0]! });
  },
});

interface PrintedText {
  readonly text: string;
  readonly area: MergeArea;
  readonly look: TextLook;
}

/** The texts of a row with the areas they stand in. Numbers are no text: one too wide shows as ###. */
function textsOf(row: number, grid: SheetGrid, sizes: CellSizes): PrintedText[] {
  return (grid.texts[row] ?? []).flatMap((text, column) => {
    const look = sizes.looks[sizes.lookOf[row]?.[column] ?? -1];
    if (text === "" || !look || look.shrinks || typeof grid.values[row]?.[column] === "number") return [];
    const area = areasOf(grid).get(cellKey(row, column)) ?? { top: row, left: column, bottom: row, right: column };
    return area.top === row && area.left === column ? [{ text, area, look }] : [];
  });
}

const areas = new WeakMap<SheetGrid, ReadonlyMap<CellKey, MergeArea>>();

/** The merged area of each cell that lies in one. */
function areasOf(grid: SheetGrid): ReadonlyMap<CellKey, MergeArea> {
  const known = areas.get(grid);
  if (known) return known;
  const made = new Map<CellKey, MergeArea>();
  for (const area of grid.merges) {
    const { top, left, bottom, right } = area;
    for (let row = top; row <= Math.min(bottom, grid.values.length); row++) for (let column = left; column <= Math.min(right, grid.values[0]?.length ?? 0); column++) made.set(cellKey(row, column), area);
  }
  areas.set(grid, made);
  return made;
}

function isMerged({ top, left, bottom, right }: MergeArea): boolean {
  return bottom > top || right > left;
}

/** 第8行“具体要求” inside the table, the address outside it. */
function placeOf({ ledger }: RuleContext, at: CellRef): string {
  const label = at.row >= ledger.first && at.row <= ledger.last ? ledger.blocks[0]?.labels.get(at.column)?.replace(/\s+/gu, "") : undefined;
  return label ? `第${at.row + 1}行“${label}”` : `${addressOf(at)}单元格`;
}

function visibleWidth({ left, right }: MergeArea, { columnWidths }: CellSizes, grid: SheetGrid): number {
  let width = 0;
  for (let column = left; column <= right; column++) if (!grid.hiddenColumns.has(column)) width += columnWidths[column] ?? 0;
  return width;
}

/** null where one of the rows is as high as its text needs. */
function heightOf({ top, bottom }: MergeArea, { rowHeights }: CellSizes, grid: SheetGrid): number | null {
  let height = 0;
  for (let row = top; row <= bottom; row++) {
    if (grid.hiddenRows.has(row)) continue;
    const own = rowHeights[row] ?? null;
    if (own === null) return null;
    height += own;
  }
  return height;
}

/** Text in one line runs on over blank cells; it is cut where the next one is filled, or where a merge ends. */
function isCutBeside(text: string, { fontSize }: TextLook, width: number, grid: SheetGrid, area: MergeArea): boolean {
  const next = grid.texts[area.top]?.[area.right + 1] ?? "";
  return (isMerged(area) || next !== "") && textWidth(text.replace(/\s*\n\s*/gu, ""), fontSize) > width * CERTAINLY + fontSize;
}
