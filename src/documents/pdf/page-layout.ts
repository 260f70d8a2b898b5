import type { Rulings } from "./geometry";
import { linesOf, wrappedText, type TextLine } from "./lines";
import { tablesOf, type GridTable } from "./table-grid";
import { cutAt, type TextRun } from "./text-runs";

/** A ruled table with the text of its cells; the same order as `grid.cells`. */
export interface PageTable {
  readonly kind: "table";
  readonly grid: GridTable;
  readonly texts: readonly string[];
}

/** What stands on a page, from top to bottom. */
export type PagePart = PageTable | { readonly kind: "line"; readonly line: TextLine };

/** One page read: its parts, and its size in points. */
export interface Page {
  readonly parts: readonly PagePart[];
  readonly width: number;
  readonly height: number;
}

/** Sorts the text of a page into its ruled tables and the lines outside of them. */
export function layOut(runs: readonly TextRun[], rulings: Rulings, width: number, height: number): Page {
  const grids = tablesOf(rulings);
  const inside = grids.map(() => [] as TextRun[]);
  const outside: TextRun[] = [];
  for (const run of runs) {
    const y = run.y - run.size * 0.3;
    const x = run.x + Math.min(run.width, run.size) / 2;
    const at = grids.findIndex(({ xs, ys }) => x > (xs[0] ?? 0) - 1 && x < (xs.at(-1) ?? 0) + 1 && y > (ys[0] ?? 0) - 1 && y < (ys.at(-1) ?? 0) + 1);
    (inside[at] ?? outside).push(run);
  }
  const parts: { readonly y: number; readonly part: PagePart }[] = [];
  grids.forEach((grid, index) => {
    const texts = textsOfCells(grid, inside[index] ?? []);
    if (texts.some((text) => text !== "")) parts.push({ y: grid.ys[0] ?? 0, part: { kind: "table", grid, texts } });
  });
  for (const line of linesOf(outside)) parts.push({ y: line.y, part: { kind: "line", line } });
  parts.sort((a, b) => a.y - b.y);
  return { parts: parts.map(({ part }) => part), width, height };
}

function textsOfCells(grid: GridTable, runs: readonly TextRun[]): string[] {
  const owner = ownersOf(grid);
  const inCells = grid.cells.map(() => [] as TextRun[]);
  for (const run of runs) {
    let rest: TextRun | undefined = run;
    while (rest !== undefined) {
      const row = bandOf(grid.ys, rest.y - rest.size * 0.3);
      const column = bandOf(grid.xs, rest.x + Math.min(rest.width, rest.size) / 2);
      const cell = owner(row, column);
      const edge = grid.xs[grid.cells[cell]?.columnEnd ?? 0] ?? Infinity;
      // Only what reaches a whole sign into the next cell was set across; a sign may stand out a little.
      const pieces: readonly TextRun[] = rest.x + rest.width > edge + rest.size && edge < (grid.xs.at(-1) ?? 0) ? cutAt(rest, edge) : [rest];
      if (pieces[0] !== undefined) inCells[cell]?.push(pieces[0]);
      rest = pieces[1];
    }
  }
  return inCells.map((inside) => (inside.length === 0 ? "" : wrappedText(linesOf(inside))));
}

function ownersOf(grid: GridTable): (row: number, column: number) => number {
  const columns = grid.xs.length - 1;
  const owners = new Int32Array((grid.ys.length - 1) * columns);
  grid.cells.forEach(({ row, column, rowEnd, columnEnd }, index) => {
    for (let r = row; r < rowEnd; r++) owners.fill(index, r * columns + column, r * columns + columnEnd);
  });
  return (row, column) => owners[row * columns + column] ?? 0;
}

/** The band between two edges in which a place lies; the first or last for places outside. */
function bandOf(edges: readonly number[], place: number): number {
  let band = 0;
  while (band < edges.length - 2 && place >= (edges[band + 1] ?? Infinity)) band++;
  return band;
}
