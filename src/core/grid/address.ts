/** A place on a sheet; 0-based, counted from A1. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A place as one number, for maps and sets: row × 16,384 + column (Excel has 16,384 columns). */
export type CellKey = number;

const COLUMNS = 16_384;

export function cellKey(row: number, column: number): CellKey {
  return row * COLUMNS + column;
}

export function cellOfKey(key: CellKey): CellRef {
  return { row: Math.floor(key / COLUMNS), column: key % COLUMNS };
}

/** 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** "A" → 0, "AA" → 26; undefined for anything that is no column of Excel. */
export function columnOfLetters(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/u.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= COLUMNS ? column - 1 : undefined;
}

/** {row: 6, column: 3} → "D7". */
export function addressOf(at: CellRef): string {
  return `${columnLetters(at.column)}${at.row + 1}`;
}

/** "D7" or "$D$7" → {row: 6, column: 3}; undefined when it is no address of one cell. */
export function cellOfAddress(address: string): CellRef | undefined {
  const parts = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/u.exec(address);
  const column = parts?.[1] === undefined ? undefined : columnOfLetters(parts[1]);
  return column === undefined ? undefined : { row: Number(parts![2]) - 1, column };
}
