import type { CellRef } from "../core/grid/address";
import type { SheetGrid } from "../core/grid/sheet-grid";
import { areaAt, type GridShape } from "./grid-geometry";

/** Rows that PageUp and PageDown move by. */
const PAGE = 15;

/** As much of a key press as moving needs. */
export interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads from a cell, as in a spreadsheet: over merges as over one cell, past hidden rows and columns, with
 * Ctrl to the edge of what is filled. Undefined for a key that does not move.
 */
export function cellAfterKey(grid: SheetGrid, shape: GridShape, from: CellRef, { key, ctrlKey }: MoveKey): CellRef | undefined {
  const area = areaAt(shape, from);
  switch (key) {
    case "ArrowDown":
      return ctrlKey ? edge(grid, shape, from, 1, 0) : { row: step(shape.rows, area.bottom, 1), column: from.column };
    case "ArrowUp":
      return ctrlKey ? edge(grid, shape, from, -1, 0) : { row: step(shape.rows, area.top, -1), column: from.column };
    case "ArrowRight":
      return ctrlKey ? edge(grid, shape, from, 0, 1) : { row: from.row, column: step(shape.columns, area.right, 1) };
    case "ArrowLeft":
      return ctrlKey ? edge(grid, shape, from, 0, -1) : { row: from.row, column: step(shape.columns, area.left, -1) };
    case "PageDown":
      return { row: step(shape.rows, area.bottom, PAGE), column: from.column };
    case "PageUp":
      return { row: step(shape.rows, area.top, -PAGE), column: from.column };
    case "Home":
      return { row: ctrlKey ? (shape.rows[0] ?? 0) : from.row, column: shape.columns[0] ?? 0 };
    case "End":
      return ctrlKey ? { row: Math.max(0, grid.values.length - 1), column: lastFilled(grid) } : { row: from.row, column: lastFilled(grid, from.row) };
    default:
      return undefined;
  }
}

/** `by` places further in an ascending list of visible rows or columns, stopping at its ends. */
function step(places: readonly number[], from: number, by: number): number {
  const after = places.findIndex((place) => place >= from);
  const index = after < 0 ? places.length - 1 : after;
  // A hidden start counts as the visible one behind it.
  const start = places[index] === from || by < 0 ? index : index - 1;
  return places[Math.min(places.length - 1, Math.max(0, start + by))] ?? from;
}

/** Ctrl with an arrow: the last filled cell before a gap, or the first one after it. */
function edge(grid: SheetGrid, shape: GridShape, from: CellRef, down: number, right: number): CellRef {
  const filled = (at: CellRef) => (grid.texts[at.row]?.[at.column] ?? "") !== "";
  const next = (at: CellRef): CellRef => ({ row: down === 0 ? at.row : step(shape.rows, at.row, down), column: right === 0 ? at.column : step(shape.columns, at.column, right) });
  const same = (a: CellRef, b: CellRef) => a.row === b.row && a.column === b.column;
  let at = next(from);
  if (same(at, from)) return from;
  const through = filled(from) && filled(at);
  for (let after = next(at); !same(after, at); after = next(at)) {
    if (through ? !filled(after) : filled(at)) break;
    at = after;
  }
  return at;
}

function lastFilled(grid: SheetGrid, row?: number): number {
  const rows = row === undefined ? grid.texts : [grid.texts[row] ?? []];
  return Math.max(0, ...rows.map((texts) => texts.findLastIndex((text) => text !== "")));
}
