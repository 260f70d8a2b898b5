import type { CellRef } from "../grid/address";
import type { CellValue } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import type { RowKey } from "../ledger/ledger";

/**
 * A change as data: it can be shown before it is written, is refused where the sheet has changed since, and has an
 * inverse. A list of edits is applied in order; each one's places are those of the sheet after the ones before it.
 * Planners put structural edits bottom-up, so that this never matters to a reader.
 */
export type Edit =
  | SetCellEdit
  | InsertRowsEdit
  | DeleteRowsEdit
  | InsertColumnsEdit
  | DeleteColumnsEdit
  | MergeEdit
  | UnmergeEdit
  | SetValidationEdit
  | SetConditionalFormatEdit;

/** Writes one cell. Text is written as text, whatever it begins with. Refused when the cell no longer holds `before`, or holds a formula. */
export interface SetCellEdit {
  readonly kind: "setCell";
  readonly sheet: string;
  readonly at: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Number format to set along (a true date); the inverse sets the old one back. */
  readonly numberFormat?: { readonly before: string; readonly after: string };
  /** What the cell held beyond `after` (rich text, an error), so that it comes back whole; present only in an inverse, where the host can. */
  readonly snapshot?: HostSnapshot;
  /** Which row and field of the ledger it is, so that it can be found again after rows have moved. */
  readonly row?: RowKey;
  readonly field?: Field;
}

/** Inserts whole sheet rows above `row`, in the style of the row above (or as the snapshot says). Nothing is overwritten. */
export interface InsertRowsEdit {
  readonly kind: "insertRows";
  readonly sheet: string;
  /** 0-based sheet row that the first new row becomes. */
  readonly row: number;
  readonly count: number;
  /** Values of the new rows from column A on; missing ones stay blank. */
  readonly values: readonly (readonly CellValue[])[];
  /** Rows as they were when they were deleted; present only in the inverse of deleteRows. */
  readonly snapshot?: RowsSnapshot;
}

/** Deletes whole sheet rows. Refused when they no longer hold `before`, or hold what an inverse cannot restore. */
export interface DeleteRowsEdit {
  readonly kind: "deleteRows";
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
  /** The values of the rows from column A on; the precondition. */
  readonly before: readonly (readonly CellValue[])[];
}

/** Inserts whole sheet columns left of `column`. */
export interface InsertColumnsEdit {
  readonly kind: "insertColumns";
  readonly sheet: string;
  readonly column: number;
  readonly count: number;
  /** Column whose widths and cell styles the new ones take, counted before the insertion; null: plain. */
  readonly likeColumn: number | null;
  /** Columns as they were when they were deleted; present only in the inverse of deleteColumns. */
  readonly snapshot?: HostSnapshot;
}

/** Deletes whole sheet columns; only as the inverse of insertColumns. Refused when a cell there holds something unknown to `before`. */
export interface DeleteColumnsEdit {
  readonly kind: "deleteColumns";
  readonly sheet: string;
  readonly column: number;
  readonly count: number;
}

/** Merges an area. Refused when more than its first cell holds something, or it meets another merge. */
export interface MergeEdit {
  readonly kind: "merge";
  readonly sheet: string;
  readonly area: Area;
}

export interface UnmergeEdit {
  readonly kind: "unmerge";
  readonly sheet: string;
  readonly area: Area;
}

/** A drop-down list on an area. `before` null: there was none; an area that has one already is refused. */
export interface SetValidationEdit {
  readonly kind: "setValidation";
  readonly sheet: string;
  readonly area: Area;
  readonly before: ListValidation | null;
  readonly after: ListValidation | null;
}

export interface ListValidation {
  readonly kind: "list";
  readonly options: readonly string[];
}

/** Characters that Excel takes for a list named in the rule itself, the commas between the options included (its "specifications and limits"). */
const LONGEST_LIST = 255;

/** Whether a drop-down can hold the list. A comma parts the options, so that none can have one in it. */
export function fitsDropDown({ options }: ListValidation): boolean {
  return options.join(",").length <= LONGEST_LIST && options.every((option) => !option.includes(","));
}

/** Formula-driven fills on an area (the 红黄绿 lamp); works without the add-in. Adds `after`, or removes `before`. What the area has already is not added again. */
export interface SetConditionalFormatEdit {
  readonly kind: "setConditionalFormat";
  readonly sheet: string;
  readonly area: Area;
  readonly before: readonly FormulaFormat[];
  readonly after: readonly FormulaFormat[];
}

export interface FormulaFormat {
  /** With leading "=", relative to the area's first cell. */
  readonly formula: string;
  /** "#RRGGBB". */
  readonly fill: string;
  readonly font?: string;
}

/** A rectangle on a sheet; 0-based, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a host must keep of deleted rows to put them back as they were. `data` is the host's own, JSON-safe. */
export type RowsSnapshot = HostSnapshot;

/** What a host keeps to put something back as it was. `data` is the host's own, JSON-safe. */
export interface HostSnapshot {
  readonly host: "excel" | "xlsx";
  readonly data: unknown;
}

/** Why one edit was not written. The code becomes a sentence in strings/. */
export type EditRefusal =
  | "changed-since"
  | "formula"
  | "locked"
  | "covered-by-merge"
  | "has-validation"
  | "list-too-long"
  | "already-there"
  | "not-restorable"
  | "area-not-empty"
  | "row-not-found"
  | "sheet-missing";
