/** A rectangle of cells; 0-based. Rows and columns are counts. */
export interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

export function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "A1", "$A$1:B2", "A:C", "3:7", each with or without a sheet in front ("'我的表'!A1"); null when it is no address. */
export function parseAddress(text: string): { readonly sheet: string | null; readonly box: Box } | null {
  const bang = text.lastIndexOf("!");
  const sheet = bang < 0 ? null : unquoteSheet(text.slice(0, bang));
  const place = text.slice(bang + 1).replaceAll("$", "").trim();
  const cells = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(place);
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(place);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(place);
  let box: Box | null = null;
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    box = boxBetween(Number(top) - 1, columnNumber(left), Number(bottom) - 1, columnNumber(right));
  } else if (columns) box = boxBetween(0, columnNumber(columns[1]!), MAX_ROWS - 1, columnNumber(columns[2]!));
  else if (rows) box = boxBetween(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return box === null || !isOnSheet(box) ? null : { sheet, box };
}

/** The box of an address that must be good; for tests and files. */
export function boxOf(address: string): Box {
  const parsed = parseAddress(address);
  if (parsed === null) throw new Error(`no address: ${address}`);
  return parsed.box;
}

export function formatAddress(box: Box): string {
  if (box.rows === MAX_ROWS) return `${columnName(box.column)}:${columnName(box.column + box.columns - 1)}`;
  if (box.columns === MAX_COLUMNS) return `${box.row + 1}:${box.row + box.rows}`;
  const first = cellAddress(box.row, box.column);
  return box.rows === 1 && box.columns === 1 ? first : `${first}:${cellAddress(box.row + box.rows - 1, box.column + box.columns - 1)}`;
}

export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\d_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function unquoteSheet(text: string): string {
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

export function boxBetween(top: number, left: number, bottom: number, right: number): Box {
  const row = Math.min(top, bottom);
  const column = Math.min(left, right);
  return { row, column, rows: Math.abs(bottom - top) + 1, columns: Math.abs(right - left) + 1 };
}

export function isOnSheet(box: Box): boolean {
  return box.row >= 0 && box.column >= 0 && box.rows >= 1 && box.columns >= 1 && box.row + box.rows <= MAX_ROWS && box.column + box.columns <= MAX_COLUMNS;
}

export function intersection(a: Box, b: Box): Box | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function bounding(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

export function sameBox(a: Box, b: Box): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export type Axis = "row" | "column";

/**
 * Moves a box when lines are inserted (count > 0) or deleted (count < 0) at `at`; changes it in place.
 * False when nothing of it is left.
 */
export function shiftBox(box: Box, axis: Axis, at: number, count: number): boolean {
  const size = axis === "row" ? "rows" : "columns";
  const whole = axis === "row" ? MAX_ROWS : MAX_COLUMNS;
  if (box[size] === whole) return true;
  const end = box[axis] + box[size];
  if (count > 0) {
    if (box[axis] >= at) box[axis] += count;
    else if (end > at) box[size] += count;
    return true;
  }
  const gone = -count;
  if (box[axis] >= at + gone) box[axis] -= gone;
  else if (end > at) {
    box[size] -= Math.min(end, at + gone) - Math.max(box[axis], at);
    if (box[axis] > at) box[axis] = at;
  }
  return box[size] > 0;
}
