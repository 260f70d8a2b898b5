import { cellKey, type CellRef } from "../grid/address";
import { valueAt, type CellValue, type SheetGrid } from "../grid/sheet-grid";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { isOfKey } from "../ledger/row-key";
import type { Edit, EditRefusal, SetCellEdit } from "./edit";
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
 * @param isMoved see `isMovedSince`: then only what a row's key finds is found
 */
export function planTakeBack(entry: JournalEntry, later: readonly JournalEntry[], grid: SheetGrid, ledger: Ledger | null, items?: readonly number[], isMoved = false): TakeBackPlan {
  const undone = new Set(entry.undone);
  const wanted = (items ?? entry.inverses.map((_, index) => index)).filter((index) => !undone.has(index) && entry.inverses[index] !== undefined).sort((a, b) => a - b);
  const since = later.flatMap((other) => shiftsOf(other)).reverse();
  const rows = rowsByKey(ledger);
  const edits: Edit[] = [];
  const done: number[] = [];
  const already: number[] = [];
  const refused: TakeBackPlan["refused"][number][] = [];
  for (const item of wanted) {
    const inverse = entry.inverses[item]!;
    const places: Places = { grid, ledger, rows, entry, item, since, planned: { edits, items: done }, isMoved };
    const now = inverse.kind === "setCell" ? cellNow(inverse, places) : null;
    const placed = inverse.kind === "setCell" ? placeCell(inverse, now, places) : placeStructure(inverse, places);
    if (placed === null) refused.push({ item, edit: inverse, reason: "row-not-found" });
    else if (placed.kind === "setCell" && now && isRestored(placed, now, grid)) {
      // What a later writing of ours put there is not the cell as it was: that one is to be taken back first.
      if (later.some((other) => writesCell(other, placed, now))) refused.push({ item, edit: placed, reason: "changed-since" });
      else already.push(item);
    }
    else {
      edits.push(placed);
      done.push(item);
    }
  }
  return { edits, items: done, already, refused };
}

/**
 * Where the cell that one inverse of an entry speaks of stands now, found as taking back would find it; null when it is
 * not there, or not surely, and for an inverse that is not about one cell.
 */
export function cellOfChange(entry: JournalEntry, item: number, journal: readonly JournalEntry[], grid: SheetGrid, ledger: Ledger | null): CellRef | null {
  const inverse = entry.inverses[item];
  if (inverse?.kind !== "setCell") return null;
  const since = laterThan(entry, journal).flatMap((other) => shiftsOf(other)).reverse();
  return cellNow(inverse, { grid, ledger, rows: rowsByKey(ledger), entry, item, since, planned: { edits: [], items: [] }, isMoved: isMovedSince(entry, journal) });
}

/** The entries written to the same sheet after this one. */
export function laterThan(entry: JournalEntry, journal: readonly JournalEntry[]): readonly JournalEntry[] {
  return journal.filter((other) => other.id > entry.id && other.sheet === entry.sheet);
}

/** What is known when one inverse is placed. */
interface Places {
  readonly grid: SheetGrid;
  readonly ledger: Ledger | null;
  readonly rows: ReadonlyMap<string, readonly LedgerRow[]>;
  readonly entry: JournalEntry;
  /** The inverse's index in the entry. */
  readonly item: number;
  /** What later entries moved. */
  readonly since: readonly Shift[];
  /** The edits planned before this one, with their indices in the entry. */
  readonly planned: { readonly edits: readonly Edit[]; readonly items: readonly number[] };
  readonly isMoved: boolean;
}

/** Where a place is now: on the sheet, or so far into rows or columns that were taken out after it was written. */
type Whereabouts = { readonly at: CellRef } | { readonly takenOutBy: number; readonly axis: Shift["axis"]; readonly offset: number; readonly at: CellRef };

/**
 * Whether rows or columns came back, or went, by taking back an entry that had been written before this one, after this
 * one was written. Then addresses of this entry say nothing certain any more.
 */
export function isMovedSince(entry: JournalEntry, journal: readonly JournalEntry[]): boolean {
  return journal.some(({ id, sheet, inverses, undos = [] }) => id < entry.id && sheet === entry.sheet && undos.some((undo) => undo.id > entry.id && undo.items.some((item) => inverses[item] !== undefined && shiftOf(inverses[item]).length > 0)));
}

/** Follows a place through what its own entry moved after it was written, then through what later entries moved. */
function whereabouts(at: CellRef, { entry, item, since, isMoved }: Places): Whereabouts | null {
  if (isMoved) return null;
  let now = at;
  for (let index = item - 1; index >= 0; index--) {
    if (entry.undone.includes(index)) continue;
    for (const shift of shiftOf(entry.inverses[index]!).map(reversed)) {
      const next = shifted(now, [shift]);
      if (next) now = next;
      else return { takenOutBy: index, axis: shift.axis, offset: (shift.axis === "row" ? now.row : now.column) - shift.at, at: now };
    }
  }
  const moved = shifted(now, since);
  return moved && { at: moved };
}

/** Where that will be when the inverse is applied, after the edits planned before it. */
function whenApplied(where: Whereabouts | null, { planned }: Places): CellRef | null {
  if (!where) return null;
  if (!("takenOutBy" in where)) return shifted(where.at, planned.edits.flatMap(shiftOf));
  const index = planned.items.indexOf(where.takenOutBy);
  const back = planned.edits[index];
  if (back?.kind !== "insertRows" && back?.kind !== "insertColumns") return null;
  const start = back.kind === "insertRows" ? back.row : back.column;
  const at = where.axis === "row" ? { row: start + where.offset, column: where.at.column } : { row: where.at.row, column: start + where.offset };
  return shifted(at, planned.edits.slice(index + 1).flatMap(shiftOf));
}

function writesCell({ inverses, undone }: JournalEntry, { row, field }: SetCellEdit, now: CellRef): boolean {
  return inverses.some((inverse, index) => inverse.kind === "setCell" && !undone.includes(index) && (row !== undefined && field !== undefined && inverse.row === row ? inverse.field === field : inverse.at.row === now.row && inverse.at.column === now.column));
}

function isRestored({ before, after, numberFormat, snapshot }: SetCellEdit, now: CellRef, grid: SheetGrid): boolean {
  const held = valueAt(grid, now.row, now.column);
  const isSame = (value: CellValue) => (value === "" ? null : value) === held;
  if (snapshot !== undefined || !isSame(after) || isSame(before)) return false;
  return numberFormat === undefined || (grid.numberFormats.get(cellKey(now.row, now.column)) ?? "General") === numberFormat.after;
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

/** Where the cell of an inverse is on the sheet as it is now; null when it is not there, or not surely. */
function cellNow({ at, row: key, field, before }: SetCellEdit, places: Places): CellRef | null {
  const { grid, ledger, rows } = places;
  const where = whereabouts(at, places);
  const hint = where && !("takenOutBy" in where) ? where.at : null;
  if (key === undefined || field === undefined) return hint;
  const found = rows.get(key) ?? [];
  const cell = found.length === 1 ? found[0]!.cells[field] : undefined;
  if (cell) return cell.at;
  if (!isOfKey(field, key)) return null;
  // The change altered the key itself: the row is the one whose cell still holds exactly what we wrote.
  const holding = (ledger?.rows ?? []).flatMap((row) => row.cells[field]?.at ?? []).filter((held) => valueAt(grid, held.row, held.column) === before);
  if (holding.length === 1) return holding[0]!;
  // It may have made the reader read the row otherwise: then the column says whether the address is the only place.
  if (holding.length === 0 && hint && grid.values.every((values, r) => (values[hint.column] === before) === (r === hint.row))) return hint;
  return hint && holding.some((held) => held.row === hint.row && held.column === hint.column) ? hint : null;
}

function placeCell(edit: SetCellEdit, now: CellRef | null, places: Places): SetCellEdit | null {
  const where = whereabouts(edit.at, places);
  const at = whenApplied(where && "takenOutBy" in where ? where : now && { at: now }, places);
  return at && { ...edit, at };
}

function placeStructure(edit: Exclude<Edit, SetCellEdit>, places: Places): Edit | null {
  const placed = (row: number, column: number) => whenApplied(whereabouts({ row, column }, places), places);
  switch (edit.kind) {
    case "insertRows":
    case "deleteRows": {
      const at = placed(edit.row, 0);
      return at && { ...edit, row: at.row };
    }
    case "insertColumns":
    case "deleteColumns": {
      const at = placed(0, edit.column);
      return at && { ...edit, column: at.column };
    }
    default: {
      const from = placed(edit.area.top, edit.area.left);
      const to = placed(edit.area.bottom, edit.area.right);
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
function shiftsOf(entry: Pick<JournalEntry, "inverses" | "undone">): Shift[] {
  const undone = new Set(entry.undone);
  return entry.inverses.flatMap((inverse, index) => (undone.has(index) ? [] : shiftOf(inverse).map(reversed)));
}

function reversed(shift: Shift): Shift {
  return { ...shift, count: -shift.count };
}

/** What an edit does to the places of others. */
function shiftOf(edit: Edit): Shift[] {
  switch (edit.kind) {
    case "insertRows":
      return [{ axis: "row", at: edit.row, count: edit.count }];
    case "deleteRows":
      return [{ axis: "row", at: edit.row, count: -edit.count }];
    case "insertColumns":
      return [{ axis: "column", at: edit.column, count: edit.count }];
    case "deleteColumns":
      return [{ axis: "column", at: edit.column, count: -edit.count }];
    default:
      return [];
  }
}

function shifted(at: CellRef, shifts: readonly Shift[]): CellRef | null {
  const row = along("row", at.row, shifts);
  const column = along("column", at.column, shifts);
  return row === null || column === null ? null : { row, column };
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
