import { sprms, type Sprm } from "./sprms";

/** One cell of a row as the row's mark defines it. Edges in twips from the left margin. */
export interface RowCell {
  readonly left: number;
  readonly right: number;
  /** It belongs to the cell on its left and shows nothing itself. */
  readonly joinsLeft: boolean;
  readonly vertical: "restart" | "continue" | null;
}

const CELL = 20;
const FIRST_MERGED = 0x01;
const MERGED = 0x02;
const VERTICAL = 0x20;
const VERTICAL_RESTART = 0x40;

interface Marks {
  left: number;
  right: number;
  flags: number;
}

/**
 * The cells of a row from its instructions (MS-DOC 2.9.325 TDefTableOperand, 2.9.314 TC80, 2.6.3). Empty when the row has
 * no definition: its cells are then known by their marks only.
 */
export function rowCells(instructions: readonly Sprm[]): RowCell[] {
  let cells: Marks[] = [];
  for (const { code, view, at, length } of instructions) {
    if (code === sprms.tableDefinition) cells = definedCells(view, at, length);
    else if (code === sprms.tableMerge) mergeAcross(cells, view.getUint8(at), view.getUint8(at + 1));
    else if (code === sprms.tableVerticalMerge && length >= 2) {
      const cell = cells[view.getUint8(at)];
      const kind = view.getUint8(at + 1);
      if (cell !== undefined) cell.flags = (cell.flags & ~(VERTICAL | VERTICAL_RESTART)) | (kind === 0 ? 0 : kind === 1 ? VERTICAL : VERTICAL | VERTICAL_RESTART);
    }
  }
  return cells.map(({ left, right, flags }) => ({
    left,
    right,
    joinsLeft: (flags & MERGED) !== 0 && (flags & FIRST_MERGED) === 0,
    vertical: (flags & VERTICAL) === 0 ? null : (flags & VERTICAL_RESTART) !== 0 ? "restart" : "continue",
  }));
}

function definedCells(view: DataView, at: number, length: number): Marks[] {
  const count = length < 1 ? 0 : view.getUint8(at);
  const end = at + length;
  const flagsAt = at + 1 + (count + 1) * 2;
  if (flagsAt > end) return [];
  return Array.from({ length: count }, (_, index) => {
    const entry = flagsAt + index * CELL;
    return { left: view.getInt16(at + 1 + index * 2, true), right: view.getInt16(at + 3 + index * 2, true), flags: entry + 2 <= end ? view.getUint16(entry, true) : 0 };
  });
}

function mergeAcross(cells: readonly Marks[], first: number, end: number): void {
  for (let index = first; index < Math.min(end, cells.length); index++) {
    const cell = cells[index];
    if (cell !== undefined) cell.flags = (cell.flags & ~(FIRST_MERGED | MERGED)) | (index === first ? FIRST_MERGED : MERGED);
  }
}
