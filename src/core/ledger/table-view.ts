import { cellKey, type CellKey } from "../grid/address";
import type { MergeArea, SheetGrid } from "../grid/sheet-grid";
import { textOfValue } from "../grid/sheet-grid";
import { loosen, squeeze } from "./cell-text";

/** A grid as the reader looks at it: texts squeezed once, merged areas by cell. */
export interface TableView {
  readonly grid: SheetGrid;
  readonly rows: number;
  readonly columns: number;
  /** The shown text, untouched; "" for cells covered by a merge. */
  raw(row: number, column: number): string;
  /** The text with its blanks reduced to one each. */
  loose(row: number, column: number): string;
  /** The text as it is read. */
  text(row: number, column: number): string;
  /** The merged area of more than one cell that the cell belongs to. */
  areaAt(row: number, column: number): MergeArea | undefined;
  /** Columns of the row that hold text of their own, ascending. */
  filled(row: number): readonly number[];
}

/** Makes the view. Never fails; merged areas that reach outside the grid are cut to it, overlapping ones count once. */
export function viewOf(grid: SheetGrid): TableView {
  const rows = grid.values.length;
  const columns = grid.values.reduce((most, row) => Math.max(most, row.length), 0);
  const areas = areasByCell(grid.merges, rows, columns);
  const texts: (readonly string[] | undefined)[] = [];
  const filled: (readonly number[] | undefined)[] = [];

  const raw = (row: number, column: number): string => {
    const area = areas.size === 0 ? undefined : areas.get(cellKey(row, column));
    if (area && (area.top !== row || area.left !== column)) return "";
    const shown = grid.texts[row]?.[column] ?? "";
    // A column too narrow for its number shows only #.
    return shown === "" || !/^#+$/u.test(shown) ? shown : textOfValue(grid.values[row]?.[column] ?? null);
  };
  const textsOf = (row: number): readonly string[] => {
    const known = texts[row];
    if (known) return known;
    const made: string[] = [];
    for (let column = 0; column < columns; column++) made.push(squeeze(raw(row, column)));
    texts[row] = made;
    return made;
  };
  return {
    grid,
    rows,
    columns,
    raw,
    loose: (row, column) => loosen(raw(row, column)),
    text: (row, column) => textsOf(row)[column] ?? "",
    areaAt: (row, column) => areas.get(cellKey(row, column)),
    filled: (row) => {
      const known = filled[row];
      if (known) return known;
      const made: number[] = [];
      textsOf(row).forEach((text, column) => {
        if (text !== "") made.push(column);
      });
      filled[row] = made;
      return made;
    },
  };
}

function areasByCell(merges: readonly MergeArea[], rows: number, columns: number): ReadonlyMap<CellKey, MergeArea> {
  const areas = new Map<CellKey, MergeArea>();
  for (const merge of merges) {
    const area = { top: Math.max(0, merge.top), left: Math.max(0, merge.left), bottom: Math.min(rows - 1, merge.bottom), right: Math.min(columns - 1, merge.right) };
    if ((area.bottom <= area.top && area.right <= area.left) || area.bottom < area.top || area.right < area.left || areas.has(cellKey(area.top, area.left))) continue;
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) areas.set(cellKey(row, column), area);
  }
  return areas;
}
