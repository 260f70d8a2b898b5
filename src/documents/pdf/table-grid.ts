import { clustered, nearest, type Ruling, type Rulings } from "./geometry";

/** One cell of a ruled table; rows and columns of its grid, ends exclusive. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

/** A ruled table on a page. */
export interface GridTable {
  /** The vertical lines, ascending: one more than there are columns. In points from the left. */
  readonly xs: readonly number[];
  /** The horizontal lines, ascending: one more than there are rows. In points from the top. */
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** There is no line at the foot: the last row was cut by the end of the page. */
  readonly openBottom: boolean;
  readonly openTop: boolean;
}

/** Lines this close touch. In points. */
const TOUCH = 3.5;
/** Lines of one direction this close are one edge: no row or column is as narrow, cells with borders of their own draw two. In points. */
const SAME_EDGE = 5;
const MOST_EDGES = 2_000;

/** The ruled tables of a page, from top to bottom. Lines that belong to no table (underlines, frames of one cell) give none. */
export function tablesOf(rulings: Rulings): GridTable[] {
  const tables: GridTable[] = [];
  for (const part of connected(rulings)) {
    const table = tableOf(part);
    if (table !== undefined) tables.push(table);
  }
  return tables.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Groups of lines that touch each other. */
function connected({ horizontal, vertical }: Rulings): Rulings[] {
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  horizontal.forEach((across, h) => {
    vertical.forEach((down, v) => {
      const meets = down.at >= across.from - TOUCH && down.at <= across.to + TOUCH && across.at >= down.from - TOUCH && across.at <= down.to + TOUCH;
      if (meets) parents[rootOf(h)] = rootOf(horizontal.length + v);
    });
  });
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const groupOf = (index: number) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  horizontal.forEach((line, h) => groupOf(h).horizontal.push(line));
  vertical.forEach((line, v) => groupOf(horizontal.length + v).vertical.push(line));
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
}

function tableOf({ horizontal, vertical }: Rulings): GridTable | undefined {
  const left = Math.min(...horizontal.map((line) => line.from), ...vertical.map((line) => line.at));
  const right = Math.max(...horizontal.map((line) => line.to), ...vertical.map((line) => line.at));
  const top = Math.min(...vertical.map((line) => line.from), ...horizontal.map((line) => line.at));
  const bottom = Math.max(...vertical.map((line) => line.to), ...horizontal.map((line) => line.at));
  // A line that ends inside a cell underlines or strikes words; a separator reaches from line to line.
  const reaches = (line: Ruling): boolean => [line.from, line.to].every((end) => Math.abs(end - left) <= TOUCH || Math.abs(end - right) <= TOUCH || vertical.some((down) => Math.abs(down.at - end) <= TOUCH && line.at >= down.from - TOUCH && line.at <= down.to + TOUCH));
  const rows = horizontal.filter(reaches);
  const ys = clustered([top, bottom, ...rows.map((line) => line.at)], SAME_EDGE);
  const xs = clustered([left, right, ...vertical.map((line) => line.at)], SAME_EDGE);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 6 || xs.length > MOST_EDGES || ys.length > MOST_EDGES) return undefined;
  const cells = cellsOf(xs, ys, rows, vertical);
  if (cells.length < 2) return undefined;
  const has = (y: number): boolean => horizontal.some((line) => Math.abs(line.at - y) <= SAME_EDGE && line.to - line.from > (right - left) / 2);
  return compressed({ xs, ys, cells, openBottom: !has(bottom), openTop: !has(top) });
}

/** Fields of the finest grid, joined where no line lies between them. */
function cellsOf(xs: readonly number[], ys: readonly number[], horizontal: readonly Ruling[], vertical: readonly Ruling[]): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const lineBelow = separations(ys, xs, horizontal);
  const lineRight = separations(xs, ys, vertical);
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column] === 1) continue;
      let columnEnd = column + 1;
      while (columnEnd < columns && !lineRight(columnEnd, row) && taken[row * columns + columnEnd] === 0) columnEnd++;
      const open = (line: number): boolean => {
        for (let at = column; at < columnEnd; at++) if (lineBelow(line, at) || taken[line * columns + at] === 1 || (at > column && lineRight(at, line))) return false;
        return !lineRightInside(lineRight, column, columnEnd, line);
      };
      let rowEnd = row + 1;
      while (rowEnd < rows && open(rowEnd)) rowEnd++;
      for (let r = row; r < rowEnd; r++) taken.fill(1, r * columns + column, r * columns + columnEnd);
      cells.push({ row, column, rowEnd, columnEnd });
    }
  }
  return cells;
}

function lineRightInside(lineRight: (edge: number, field: number) => boolean, column: number, columnEnd: number, row: number): boolean {
  for (let edge = column + 1; edge < columnEnd; edge++) if (lineRight(edge, row)) return true;
  return false;
}

/** Whether a line runs along an edge beside a field: it must cover most of the field's side. */
function separations(edges: readonly number[], across: readonly number[], lines: readonly Ruling[]): (edge: number, field: number) => boolean {
  const covered = edges.map(() => new Float64Array(across.length - 1));
  for (const line of lines) {
    const marks = covered[nearest(edges, line.at)];
    if (marks === undefined) continue;
    for (let field = 0; field + 1 < across.length; field++) {
      const overlap = Math.min(line.to, across[field + 1] ?? 0) - Math.max(line.from, across[field] ?? 0);
      if (overlap > 0) marks[field] = (marks[field] ?? 0) + overlap;
    }
  }
  return (edge, field) => (covered[edge]?.[field] ?? 0) >= 0.6 * ((across[field + 1] ?? 0) - (across[field] ?? 0));
}

/** Leaves out grid lines at which no cell begins: they were no separators after all. */
function compressed(table: GridTable): GridTable {
  const rowStarts = [...new Set(table.cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const columnStarts = [...new Set(table.cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const place = (starts: readonly number[], at: number): number => starts.filter((start) => start < at).length;
  return {
    ...table,
    ys: [...rowStarts.map((row) => table.ys[row] ?? 0), table.ys.at(-1) ?? 0],
    xs: [...columnStarts.map((column) => table.xs[column] ?? 0), table.xs.at(-1) ?? 0],
    cells: table.cells.map(({ row, column, rowEnd, columnEnd }) => ({ row: place(rowStarts, row), column: place(columnStarts, column), rowEnd: place(rowStarts, rowEnd), columnEnd: place(columnStarts, columnEnd) })),
  };
}
