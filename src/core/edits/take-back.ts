import { cellKey, type CellRef } from "../grid/address";
import { valueAt, type CellValue, type SheetGrid } from "../grid/sheet-grid";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import type { DeleteRowsEdit, Edit, EditRefusal, InsertRowsEdit, SetCellEdit } from "./edit";
import type { JournalEntry } from "./journal";

/** What taking back would write, and what it cannot. `items` are the indices in the entry's inverses, in the order of `edits`. */
export interface TakeBackPlan {
  readonly edits: readonly Edit[];
  readonly items: readonly number[];
  /** Indices of inverses with nothing left to do: the cell holds again what it held (Excel's own undo, a write cut short). */
  readonly already: readonly number[];
  readonly refused: readonly { readonly item: number; readonly edit: Edit; readonly reason: EditRefusal }[];
}

/**
 * Finds where the inverses of an entry apply today. A cell is found by its row's key and field; the address is only a
 * hint, used when the row is not named or its key was made of the very text that was changed. Rows inserted or deleted
 * by later entries are reckoned with. Key not found, or found twice: refused, never guessed.
 *
 * @param later entries written after this one and not taken back, newest first
 * @param items which inverses; all that are not undone yet when left out
 */
export function planTakeBack(entry: JournalEntry, later: readonly JournalEntry[], grid: SheetGrid, ledger: Ledger | null, items?: readonly number[]): TakeBackPlan {
  const undone = new Set(entry.undone);
  const wanted = (items ?? entry.inverses.map((_, index) => index)).filter((index) => !undone.has(index) && entry.inverses[index] !== undefined);
  const shifts = later.flatMap((other) => shiftsOf(other)).reverse();
  const rows = rowsByKey(ledger);
  const edits: Edit[] = [];
  const done: number[] = [];
  const already: number[] = [];
  const refused: TakeBackPlan["refused"][number][] = [];
  for (const item of wanted) {
    const inverse = entry.inverses[item]!;
    const placed = inverse.kind === "setCell" ? placeCell(inverse, grid, ledger, rows, shifts) : placeStructure(inverse, shifts);
    if (placed === null) refused.push({ item, edit: inverse, reason: "row-not-found" });
    else if (placed.kind === "setCell" && isRestored(placed, grid)) already.push(item);
    else {
      edits.push(placed);
      done.push(item);
    }
  }
  return { edits, items: done, already, refused };
}

function isRestored({ at, before, after, numberFormat, snapshot }: SetCellEdit, grid: SheetGrid): boolean {
  const held = valueAt(grid, at.row, at.column);
  const isSame = (value: CellValue) => (value === "" ? null : value) === held;
  if (snapshot !== undefined || !isSame(after) || isSame(before)) return false;
  return numberFormat === undefined || (grid.numberFormats.get(cellKey(at.row, at.column)) ?? "General") === numberFormat.after;
}

function rowsByKey(ledger: Ledger | null): ReadonlyMap<string, readonly LedgerRow[]> {
  const rows = new Map<string, LedgerRow[]>();
  for (const row of ledger?.rows ?? []) {
    const same = rows.get(row.key);
    if (same) same.push(row);
    else rows.set(row.key, [row]);
  }
  return rows;
}

function placeCell(edit: SetCellEdit, grid: SheetGrid, ledger: Ledger | null, rows: ReadonlyMap<string, readonly LedgerRow[]>, shifts: readonly Shift[]): SetCellEdit | null {
  const hint = shifted(edit.at, shifts);
  const { row: key, field } = edit;
  if (key !== undefined && field !== undefined) {
    const found = rows.get(key) ?? [];
    const cell = found.length === 1 ? found[0]!.cells[field] : undefined;
    if (cell) return { ...edit, at: cell.at };
    if (field !== "requirement" && field !== "seq") return null;
    // The change altered the key itself: the row is the one whose cell still holds exactly what we wrote.
    const holding = (ledger?.rows ?? []).flatMap((row) => row.cells[field]?.at ?? []).filter((at) => valueAt(grid, at.row, at.column) === edit.before);
    if (holding.length === 1) return { ...edit, at: holding[0]! };
    if (hint && holding.some((at) => at.row === hint.row && at.column === hint.column)) return { ...edit, at: hint };
    return null;
  }
  return hint && { ...edit, at: hint };
}

function placeStructure(edit: Exclude<Edit, SetCellEdit>, shifts: readonly Shift[]): Edit | null {
  switch (edit.kind) {
    case "insertRows":
    case "deleteRows": {
      const row = shiftedRow(edit.row, shifts);
      return row === null ? null : { ...edit, row };
    }
    case "insertColumns":
    case "deleteColumns": {
      const column = shiftedColumn(edit.column, shifts);
      return column === null ? null : { ...edit, column };
    }
    default: {
      const from = shifted({ row: edit.area.top, column: edit.area.left }, shifts);
      const to = shifted({ row: edit.area.bottom, column: edit.area.right }, shifts);
      return from && to && { ...edit, area: { top: from.row, left: from.column, bottom: to.row, right: to.column } };
    }
  }
}

/** Rows or columns that came or went at a place. */
interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  /** Positive: came. Negative: went. */
  readonly count: number;
}

/** What an entry's writing did to the places of others, in the order of writing reversed: the inverses tell, the other way round. */
function shiftsOf(entry: JournalEntry): Shift[] {
  const undone = new Set(entry.undone);
  return entry.inverses.flatMap((inverse, index): Shift[] => {
    if (undone.has(index)) return [];
    switch (inverse.kind) {
      case "insertRows":
        return [rowShift(inverse, -1)];
      case "deleteRows":
        return [rowShift(inverse, 1)];
      case "insertColumns":
        return [{ axis: "column", at: inverse.column, count: -inverse.count }];
      case "deleteColumns":
        return [{ axis: "column", at: inverse.column, count: inverse.count }];
      default:
        return [];
    }
  });
}

function rowShift(edit: InsertRowsEdit | DeleteRowsEdit, sign: 1 | -1): Shift {
  return { axis: "row", at: edit.row, count: sign * edit.count };
}

function shifted(at: CellRef, shifts: readonly Shift[]): CellRef | null {
  const row = shiftedRow(at.row, shifts);
  const column = shiftedColumn(at.column, shifts);
  return row === null || column === null ? null : { row, column };
}

function shiftedRow(row: number, shifts: readonly Shift[]): number | null {
  return along("row", row, shifts);
}

function shiftedColumn(column: number, shifts: readonly Shift[]): number | null {
  return along("column", column, shifts);
}

function along(axis: Shift["axis"], place: number, shifts: readonly Shift[]): number | null {
  let now = place;
  for (const shift of shifts) {
    if (shift.axis !== axis || now < shift.at) continue;
    if (shift.count < 0 && now < shift.at - shift.count) return null;
    now += shift.count;
  }
  return now;
}
