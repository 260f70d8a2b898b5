import type { ReportCell, ReportSheet } from "./report-sheet";

/** How high a row must be for its texts to be seen whole. */
export interface RowHeight {
  /** Points. */
  readonly points: number;
  /** The text that needs it stands in merged cells: no program makes such a row higher by itself. */
  readonly isMerged: boolean;
}

/** A character of 11 points is 14.7 pixels wide, a half-width one half of that; a column has 7 pixels for each unit of its width, less a margin. */
const WIDE = 11 * (96 / 72);
const LINE = 16;
/** Titles are of 16 points and stand on a line of their own height. */
const TITLE = 16 / 11;
/** Excel takes no row higher than this. */
const HIGHEST = 409;

/** The rows of a report that need more than one line, or a title's, by their index. An estimate, rather too high than too low. */
export function rowHeights({ rows, widths, merges }: ReportSheet): ReadonlyMap<number, RowHeight> {
  const heights = new Map<number, RowHeight>();
  const areas = new Map(merges.map((area) => [`${area.top} ${area.left}`, area]));
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const area = areas.get(`${row} ${column}`);
      // What is merged over rows has their room together.
      if (typeof cell.value !== "string" || (area && area.bottom > area.top)) return;
      const width = widths.slice(column, (area?.right ?? column) + 1).reduce((sum, each) => sum + each, 0);
      const lines = linesOf(cell, cell.value, width);
      const isTitle = cell.style === "title" && cell.value !== "";
      const points = Math.min(HIGHEST, Math.ceil(lines * LINE * (isTitle ? TITLE : 1)));
      const known = heights.get(row);
      if ((lines > 1 || isTitle) && (!known || points > known.points)) heights.set(row, { points, isMerged: area !== undefined });
    });
  });
  return heights;
}

function linesOf({ style }: ReportCell, text: string, width: number): number {
  // Only what wraps takes more lines; plain cells run on.
  if (style === "plain" || width === 0) return 1;
  const room = (width * 7 - 2) / (WIDE * (style === "title" ? TITLE : 1));
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((units, sign) => units + (sign > "\u2e7f" || "“”‘’…—".includes(sign) ? 1 : 0.5), 0) / room)), 0);
}
