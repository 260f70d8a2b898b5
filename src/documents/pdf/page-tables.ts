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
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  text: string;
}

interface Piece {
  readonly cells: readonly MovingCell[];
  readonly height: number;
  readonly openBottom: boolean;
}

/**
 * One table block of the pieces of a table on following pages. A header repeated word for word is left out. A row that was
 * cut by the end of the page is put together again: it certainly was where no line is drawn under it, or where the
 * table numbers its rows and the first row of the page has text but no number and is visibly a rest. A cell of a column with merged cells that
 * is blank at the head of a page belongs to the merged cell above.
 */
export function joinedTable(tables: readonly PageTable[]): DocumentBlock[] {
  const edges = clustered(tables.flatMap(({ grid }) => grid.xs), SAME_COLUMN);
  const pieces = tables.map((table) => pieceOf(table, edges));
  const numbers = numberColumn(pieces);
  const merging = new Set(pieces.flatMap(({ cells }) => cells.filter((cell) => cell.rowSpan > 1).map((cell) => cell.column)));
  const cells: MovingCell[] = [];
  let rows = 0;
  let open = false;
  for (const piece of pieces) {
    const header = rows === 0 ? 0 : repeatedRows(pieces[0], piece);
    const body = piece.cells.flatMap((cell) => (cell.row >= header ? [{ ...cell, row: cell.row - header }] : []));
    const seam = rows === 0 ? undefined : seamOf(cells, rows - 1, body);
    const cut = seam !== undefined && (open || (lacksNumber(seam, numbers) && looksUnfinished(seam, merging)));
    const shift = cut ? rows - 1 : rows;
    for (const cell of body) {
      const upper = cell.row === 0 ? seam?.get(cell) : undefined;
      if (upper !== undefined && cut) {
        upper.text += betweenWrapped(upper.text, cell.text) + cell.text;
        upper.rowSpan += cell.rowSpan - 1;
      } else if (upper !== undefined && cell.text === "" && merging.has(cell.column)) {
        upper.rowSpan += cell.rowSpan;
      } else {
        cells.push({ ...cell, row: cell.row + shift });
      }
    }
    rows = shift + piece.height - header;
    open = piece.openBottom;
  }
  const table = tableOfTexts(cells satisfies readonly TextCell[]);
  return table === undefined ? [] : [table];
}

/** No line of text fits into less. In points. */
const LOWEST_ROW = 9;

function pieceOf({ grid, texts }: PageTable, edges: readonly number[]): Piece {
  const cells = grid.cells.map(({ row, column, rowEnd, columnEnd }, index) => {
    const left = nearest(edges, grid.xs[column] ?? 0);
    return { row, column: left, rowSpan: rowEnd - row, columnSpan: Math.max(1, nearest(edges, grid.xs[columnEnd] ?? 0) - left), text: texts[index] ?? "" };
  });
  const height = grid.ys.length - 1;
  // Where a merged cell goes on over the page, its sides reach below the last row: an empty strip that is no row.
  const blank = (row: number): boolean => cells.every((cell) => cell.row !== row || cell.text === "");
  const low = (row: number): boolean => (grid.ys[row + 1] ?? 0) - (grid.ys[row] ?? 0) < LOWEST_ROW;
  const stripBelow = height > 1 && blank(height - 1) && (grid.openBottom || low(height - 1));
  const stripAbove = height > 1 && blank(0) && (grid.openTop || low(0)) && cells.every((cell) => cell.row > 0 || cell.rowSpan === 1);
  const first = stripAbove ? 1 : 0;
  const last = stripBelow ? height - 2 : height - 1;
  return {
    cells: cells.flatMap((cell) => (cell.row < first || cell.row > last ? [] : [{ ...cell, row: cell.row - first, rowSpan: Math.min(cell.rowSpan, last + 1 - cell.row) }])),
    height: last + 1 - first,
    openBottom: grid.openBottom && !stripBelow,
  };
}

/** How many rows at the head of a page say the same as those at the head of the table; never all of them. */
function repeatedRows(first: Piece | undefined, piece: Piece): number {
  let rows = 0;
  while (first !== undefined && rows < Math.min(first.height, piece.height - 1) && rowText(first, rows) !== "" && rowText(first, rows) === rowText(piece, rows)) rows++;
  return rows;
}

/** The texts of the cells that begin in a row; "" for a row without text. */
function rowText(piece: Piece, row: number): string {
  const texts = piece.cells.flatMap((cell) => (cell.row === row ? [cell.text.replace(/\s+/gu, "")] : []));
  return texts.every((text) => text === "") ? "" : texts.join("|");
}

/** For each cell of the first row below, the cell above that ends at the seam; undefined when the columns do not agree. */
function seamOf(above: readonly MovingCell[], lastRow: number, below: readonly MovingCell[]): ReadonlyMap<MovingCell, MovingCell> | undefined {
  const pairs = new Map<MovingCell, MovingCell>();
  for (const cell of below) {
    if (cell.row !== 0) continue;
    const upper = above.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan && other.row + other.rowSpan - 1 === lastRow);
    if (upper === undefined) return undefined;
    pairs.set(cell, upper);
  }
  return pairs;
}

const plainNumber = /^\d{1,4}[.．、]?$/u;

/** The column that numbers the rows: nearly all of its cells are plain numbers. */
function numberColumn(pieces: readonly Piece[]): number | undefined {
  const columns = new Map<number, { filled: number; numbers: number }>();
  for (const { cells } of pieces) {
    for (const { column, text, columnSpan } of cells) {
      if (text.trim() === "" || columnSpan > 1) continue;
      const count = columns.get(column) ?? { filled: 0, numbers: 0 };
      count.filled++;
      if (plainNumber.test(text.trim())) count.numbers++;
      columns.set(column, count);
    }
  }
  return [...columns].find(([, { filled, numbers }]) => numbers >= 3 && filled - numbers <= 1 + pieces.length)?.[0];
}

/** The row above has its number, the one below has none, though it has text. */
function lacksNumber(seam: ReadonlyMap<MovingCell, MovingCell>, numbers: number | undefined): boolean {
  const pairs = [...seam];
  return pairs.some(([lower, upper]) => lower.column === numbers && lower.text.trim() === "" && lower.rowSpan === 1 && plainNumber.test(upper.text.trim())) && pairs.some(([lower]) => lower.text.trim() !== "");
}

/** A row of its own fills its cells; of a cut one the short cells are blank below, or its longest text stops in mid-sentence. */
function looksUnfinished(seam: ReadonlyMap<MovingCell, MovingCell>, merging: ReadonlySet<number>): boolean {
  const pairs = [...seam].filter(([lower, upper]) => !merging.has(lower.column) && !plainNumber.test(upper.text.trim()));
  const longest = pairs.reduce((most, [, upper]) => (upper.text.length > most.length ? upper.text : most), "");
  return pairs.some(([lower, upper]) => lower.text === "" && upper.text !== "") || !/[。；;！？.]$/u.test(longest);
}
