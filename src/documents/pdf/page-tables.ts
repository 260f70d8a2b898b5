import type { DocumentBlock } from "../../core/parent/parent-document";
import { tableOfTexts, type TextCell } from "../table-shape";
import { clustered, nearest } from "./geometry";
import { betweenWrapped } from "./lines";
import type { PageTable } from "./page-layout";

/** Edges of the same column on different pages are this close. In points. */
const SAME_COLUMN = 4;

/** Whether a table goes on from the one before it on the page above: the same left and right edge, and columns in common. */
export function goesOn(upper: PageTable, lower: PageTable): boolean {
  const [a, b] = [upper.grid.xs, lower.grid.xs];
  const same = (x: number | undefined, y: number | undefined): boolean => x !== undefined && y !== undefined && Math.abs(x - y) <= SAME_COLUMN;
  if (!same(a[0], b[0]) || !same(a.at(-1), b.at(-1))) return false;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.filter((x) => many.some((y) => same(x, y))).length * 3 >= few.length * 2;
}

interface MovingCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

/**
 * One table block of the pieces of a table on following pages. Each page's header stays in its place. Where a page ends
 * without a line under its last row, that row certainly goes on: its cells and the first ones below the repeated header
 * are put together.
 */
export function joinedTable(pieces: readonly PageTable[]): DocumentBlock[] {
  const edges = clustered(pieces.flatMap(({ grid }) => grid.xs), SAME_COLUMN);
  const cells: MovingCell[] = [];
  const header = headerOf(pieces[0]);
  let rows = 0;
  let open = false;
  for (const { grid, texts } of pieces) {
    const placed = grid.cells.map(({ row, column, rowEnd, columnEnd }, index): MovingCell => {
      const left = nearest(edges, grid.xs[column] ?? 0);
      return { row, column: left, rowSpan: rowEnd - row, columnSpan: Math.max(1, nearest(edges, grid.xs[columnEnd] ?? 0) - left), text: texts[index] ?? "" };
    });
    const first = rows > 0 && header !== "" && rowText(placed, 0) === header ? 1 : 0;
    const continued = open ? seamOf(cells, rows - 1, placed, first) : undefined;
    const height = grid.ys.length - 1;
    if (continued === undefined) {
      for (const cell of placed) cells.push({ ...cell, row: cell.row + rows });
      rows += height;
    } else {
      rows = appendContinued(cells, rows, placed, first, continued, height);
    }
    open = grid.openBottom;
  }
  const table = tableOfTexts(cells satisfies readonly TextCell[]);
  return table === undefined ? [] : [table];
}

/** For each cell of the first row below, the cell above it that it goes on from; undefined when the columns do not agree. */
function seamOf(above: readonly MovingCell[], lastRow: number, below: readonly MovingCell[], first: number): ReadonlyMap<MovingCell, MovingCell> | undefined {
  const pairs = new Map<MovingCell, MovingCell>();
  for (const cell of below) {
    if (cell.row !== first) continue;
    const upper = above.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan && other.row + other.rowSpan - 1 === lastRow);
    if (upper === undefined) return undefined;
    pairs.set(cell, upper);
  }
  return pairs;
}

/** Adds a page whose first row goes on from the last one: the repeated header is left out, as it would stand inside that row. */
function appendContinued(cells: MovingCell[], rows: number, placed: readonly MovingCell[], first: number, pairs: ReadonlyMap<MovingCell, MovingCell>, height: number): number {
  const shift = rows - 1 - first;
  for (const cell of placed) {
    const upper = pairs.get(cell);
    if (upper !== undefined) {
      upper.text += betweenWrapped(upper.text, cell.text) + cell.text;
      upper.rowSpan += cell.rowSpan - 1;
    } else if (cell.row > first) {
      cells.push({ ...cell, row: cell.row + shift });
    }
  }
  return rows + height - first - 1;
}

function headerOf(piece: PageTable | undefined): string {
  if (piece === undefined) return "";
  return piece.grid.cells.flatMap((cell, index) => (cell.row === 0 ? [(piece.texts[index] ?? "").replace(/\s+/gu, "")] : [])).join("|");
}

function rowText(cells: readonly MovingCell[], row: number): string {
  return cells.flatMap((cell) => (cell.row === row ? [cell.text.replace(/\s+/gu, "")] : [])).join("|");
}
