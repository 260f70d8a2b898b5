import type { DocumentBlock } from "../../core/parent/parent-document";
import { blocksOfTable, type PlacedCell } from "../table-shape";
import type { RowCell } from "./row";

/** A row while its table is being put together: the contents of its cells by their marks, and how its mark builds it. */
export interface DocRow {
  readonly contents: readonly (readonly DocumentBlock[])[];
  readonly cells: readonly RowCell[];
}

/** Edges of different rows closer than this are one (a millimetre): they were dragged by hand. In twips. */
const SAME_EDGE = 57;

interface Spanned {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  readonly blocks: readonly DocumentBlock[];
}

/** The blocks of a table. Columns come from the edges that the rows share. */
export function blocksOfRows(rows: readonly DocRow[]): DocumentBlock[] {
  const usable = rows.map(complete);
  const edges = sharedEdges(usable);
  const cells: Spanned[] = [];
  /** The cell that a vertical merge can go on from, by its first column. */
  let above = new Map<number, Spanned>();
  usable.forEach(({ contents, cells: built }, row) => {
    const current = new Map<number, Spanned>();
    for (const { first, last } of joinedAcross(built)) {
      const cell = built[first];
      if (cell === undefined) continue;
      const column = edgeIndex(edges, cell.left);
      const columnSpan = Math.max(1, edgeIndex(edges, built[last]?.right ?? cell.right) - column);
      const upper = above.get(column);
      if (cell.vertical === "continue" && upper?.columnSpan === columnSpan) {
        upper.rowSpan = row - upper.row + 1;
        current.set(column, upper);
        continue;
      }
      const spanned: Spanned = { row, column, rowSpan: 1, columnSpan, blocks: contents.slice(first, last + 1).flat() };
      cells.push(spanned);
      current.set(column, spanned);
    }
    above = current;
  });
  return blocksOfTable(cells satisfies readonly PlacedCell[]);
}

/** A row whose mark does not define it gets a cell for each cell mark, a grid of its own. */
function complete(row: DocRow): DocRow {
  if (row.cells.length >= row.contents.length && row.cells.length > 0) return row;
  const width = 1_000;
  return { contents: row.contents, cells: row.contents.map((_, index) => ({ left: index * width, right: (index + 1) * width, joinsLeft: false, vertical: null })) };
}

function joinedAcross(cells: readonly RowCell[]): { readonly first: number; readonly last: number }[] {
  const joined: { first: number; last: number }[] = [];
  cells.forEach((cell, index) => {
    const before = joined.at(-1);
    if (cell.joinsLeft && before !== undefined) before.last = index;
    else joined.push({ first: index, last: index });
  });
  return joined;
}

function sharedEdges(rows: readonly DocRow[]): number[] {
  const all = [...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])))].sort((a, b) => a - b);
  const edges: number[] = [];
  for (const edge of all) if (edges.length === 0 || edge - (edges.at(-1) ?? edge) > SAME_EDGE) edges.push(edge);
  return edges;
}

/** The index of the shared edge that an edge belongs to: the last one not right of it. */
function edgeIndex(edges: readonly number[], edge: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? Infinity) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}
