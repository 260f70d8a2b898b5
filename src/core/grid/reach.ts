/**
 * How far a sheet is read. A stray character at XFD1048576 makes a sheet of seventeen thousand million cells; what stands
 * that far off belongs to no table, and is told instead of read.
 */

/** Columns A to IV: as many as a sheet had before 2007, and far more than a ledger has. */
export const MOST_COLUMNS = 256;
/** Rows in a row without any content, after which no more is read. */
export const MOST_BLANK_ROWS = 2_000;

/** Content that stands too far off to have been read. */
export interface Beyond {
  /** The sheet's last row in use, 0-based, where the rows were not read to the end; else null. */
  readonly row: number | null;
  /** The sheet's last column in use, 0-based, where the columns were not read to the end; else null. */
  readonly column: number | null;
}

/** How much of a sheet is read. */
export interface Reach {
  readonly rows: number;
  readonly columns: number;
  /** null where that is all there is. */
  readonly beyond: Beyond | null;
}

/** The reach of a sheet, from its rows that hold something, in order: index and last column in use. */
export function reachOf(filled: Iterable<{ readonly row: number; readonly lastColumn: number }>): Reach {
  let [rows, columns, lastRow, lastColumn] = [0, 0, -1, -1];
  for (const line of filled) {
    lastRow = line.row;
    lastColumn = Math.max(lastColumn, line.lastColumn);
    if (line.row - rows >= MOST_BLANK_ROWS) continue;
    rows = line.row + 1;
    columns = Math.max(columns, line.lastColumn + 1);
  }
  return { rows, columns: Math.min(columns, MOST_COLUMNS), beyond: beyondOf({ row: lastRow >= rows ? lastRow : null, column: lastColumn >= MOST_COLUMNS ? lastColumn : null }) };
}

export function beyondOf(beyond: Beyond): Beyond | null {
  return beyond.row === null && beyond.column === null ? null : beyond;
}
