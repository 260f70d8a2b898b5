import { cellKey, cellOfKey, type CellKey } from "../core/grid/address";
import type { CellValue, MergeArea, SheetGrid } from "../core/grid/sheet-grid";
import type { Area } from "../core/edits/edit";

export interface ImageCell {
  readonly value: CellValue;
  /** Empty when there is none. */
  readonly formula: string;
  readonly numberFormat: string;
  readonly locked: boolean;
}

export type Axis = "row" | "column";

/**
 * A sheet as it will be after the edits planned so far. Edits are tested against it and then done to it, so that each one
 * meets the sheet that the ones before it leave. Cells that were not read count as blank; only cells that edits name are asked for.
 */
export class SheetImage {
  private cells: Map<CellKey, ImageCell>;
  merges: readonly MergeArea[];
  /** Cells that edits have given a value, with the number of the last such edit, for reading them again afterwards. */
  readonly written = new Map<CellKey, number>();
  commentRows: readonly number[];
  private readonly shifts: { readonly axis: Axis; readonly at: number; readonly count: number }[] = [];

  constructor(
    readonly name: string,
    cells: ReadonlyMap<CellKey, ImageCell>,
    merges: readonly MergeArea[],
    readonly isProtected: boolean,
    /** Rows are hidden by a filter now: cells are then written one by one. */
    readonly isFiltered: boolean,
    commentRows: readonly number[] = [],
    /** Hidden rows, by their places on the sheet as it was read. */
    readonly hiddenRows: ReadonlySet<number> = new Set(),
    /** Rows and columns that were read, counted from A1. */
    public size: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 },
    /** Something on the sheet stands too far off to have been read. */
    readonly hasUnread = false,
  ) {
    this.cells = new Map(cells);
    this.merges = merges;
    this.commentRows = commentRows;
  }

  static ofGrid(grid: SheetGrid): SheetImage {
    const cells = new Map<CellKey, ImageCell>();
    grid.values.forEach((line, row) => {
      line.forEach((value, column) => {
        const key = cellKey(row, column);
        const numberFormat = grid.numberFormats.get(key) ?? "General";
        const locked = grid.isProtected && !grid.unlocked.has(key);
        cells.set(key, { value, formula: grid.formulas.get(key) ?? "", numberFormat, locked });
      });
    });
    const size = { rows: grid.values.length, columns: grid.values[0]?.length ?? 0 };
    return new SheetImage(grid.sheet, cells, grid.merges, grid.isProtected, grid.filteredRows.size > 0, grid.comments.map((comment) => comment.row), grid.hiddenRows, size, grid.beyond !== undefined);
  }

  /** An image to plan on that leaves this one as it is. */
  copy(): SheetImage {
    return new SheetImage(this.name, this.cells, this.merges, this.isProtected, this.isFiltered, this.commentRows, this.hiddenRows, this.size, this.hasUnread);
  }

  cell(row: number, column: number): ImageCell {
    return this.cells.get(cellKey(row, column)) ?? { value: null, formula: "", numberFormat: "General", locked: this.isProtected };
  }

  /** Gives a cell a value, by the edit of that number. */
  set(row: number, column: number, change: Partial<ImageCell>, edit: number): void {
    this.cells.set(cellKey(row, column), { ...this.cell(row, column), ...change });
    this.written.set(cellKey(row, column), edit);
    this.size = { rows: Math.max(this.size.rows, row + 1), columns: Math.max(this.size.columns, column + 1) };
  }

  isCovered(row: number, column: number): boolean {
    return this.merges.some((merge) => holds(merge, row, column) && (merge.top !== row || merge.left !== column));
  }

  /** The values of whole rows, without the blanks at their ends. */
  rowValues(row: number, count: number): readonly (readonly CellValue[])[] {
    return Array.from({ length: count }, (_, index) => trimmed(Array.from({ length: this.size.columns }, (_one, column) => this.cell(row + index, column).value)));
  }

  /** Every formula of the sheet. */
  formulas(): readonly { readonly row: number; readonly column: number; readonly formula: string }[] {
    return [...this.cells].flatMap(([key, { formula }]) => (formula === "" ? [] : [{ ...cellOfKey(key), formula }]));
  }

  isBlank(area: Area, except?: { readonly row: number; readonly column: number }): boolean {
    for (let row = area.top; row <= Math.min(area.bottom, this.size.rows - 1); row++)
      for (let column = area.left; column <= Math.min(area.right, this.size.columns - 1); column++) {
        const { value, formula } = this.cell(row, column);
        if ((value !== null || formula !== "") && (row !== except?.row || column !== except.column)) return false;
      }
    return true;
  }

  /** Inserts (count > 0) or deletes (count < 0) whole lines. */
  shift(axis: Axis, at: number, count: number): void {
    this.shifts.push({ axis, at, count });
    const line = (place: number) => (place < at ? place : count < 0 && place < at - count ? null : place + count);
    const move = (key: CellKey): CellKey | null => {
      const { row, column } = cellOfKey(key);
      const moved = line(axis === "row" ? row : column);
      return moved === null ? null : axis === "row" ? cellKey(moved, column) : cellKey(row, moved);
    };
    this.cells = new Map([...this.cells].flatMap(([key, cell]) => {
      const moved = move(key);
      return moved === null ? [] : [[moved, cell] as const];
    }));
    const written = [...this.written].map(([key, edit]) => [move(key), edit] as const);
    this.written.clear();
    for (const [key, edit] of written) if (key !== null) this.written.set(key, edit);
    this.merges = this.merges.flatMap((merge) => shiftedArea(merge, axis, at, count) ?? []);
    if (axis === "row") {
      this.commentRows = this.commentRows.flatMap((row) => line(row) ?? []);
      this.size = { ...this.size, rows: this.size.rows + (at < this.size.rows ? count : 0) };
    } else this.size = { ...this.size, columns: this.size.columns + (at < this.size.columns ? count : 0) };
  }

  /** Where a line of the image stands on the sheet as it was read; null for an inserted one. */
  origin(axis: Axis, place: number): number | null {
    let current = place;
    for (const shift of [...this.shifts].reverse()) {
      if (shift.axis !== axis || current < shift.at) continue;
      if (shift.count > 0 && current < shift.at + shift.count) return null;
      current -= shift.count;
    }
    return current;
  }
}

/** A merge after lines were inserted or deleted; null when nothing of it, or only one cell, is left. */
function shiftedArea(area: MergeArea, axis: Axis, at: number, count: number): MergeArea | null {
  const [first, last] = axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
  const gone = count < 0 ? Math.max(0, Math.min(last, at - count - 1) - Math.max(first, at) + 1) : 0;
  const start = count > 0 ? (first >= at ? first + count : first) : first >= at - count ? first + count : Math.min(first, at);
  const end = start + (last - first) - gone + (count > 0 && first < at && last >= at ? count : 0);
  const moved = axis === "row" ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };
  return end < start || (moved.top === moved.bottom && moved.left === moved.right) ? null : moved;
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function meets(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** A row without the blanks at its end. */
export function trimmed(values: readonly CellValue[]): readonly CellValue[] {
  let length = values.length;
  while (length > 0 && (values[length - 1] ?? null) === null) length--;
  return values.slice(0, length);
}
