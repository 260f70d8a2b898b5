import type { CellRef } from "../grid/address";
import type { SheetGrid } from "../grid/sheet-grid";
import type { Field } from "./fields";

/**
 * How the text of a field came about:
 * own — the cell's text as it stands · merged — from the first cell of a merged area · inherited — blank, taken from a
 * filled cell above in the same section (a sheet that has lost its merges) · joined — put together over a page seam ·
 * split — one of several items of one cell · prefix — taken out of another field's text (a number before the requirement) ·
 * heading — from a heading row of its own · counted — computed, nothing is written (an inferred number)
 */
export type CellSource = "own" | "merged" | "inherited" | "joined" | "split" | "prefix" | "heading" | "counted";

/** What one field of one row says, and where it says so. */
export interface LedgerCell {
  /** The text read: stray line breaks and blanks inside Chinese text removed, nothing else changed. "" when blank. */
  readonly text: string;
  /** The shown text of the cell at `at` itself, untouched. */
  readonly raw: string;
  /** The cell to jump to and to write to: the row's own cell in that column (for merged ones the first cell of the area). */
  readonly at: CellRef;
  readonly source: CellSource;
  /** All cells whose text went in, in reading order; longer than one only when joined. */
  readonly parts: readonly CellRef[];
}

/**
 * A row's identity, stable while rows move: the folded requirement and number (see `row-key.ts`), with an order number
 * as tie-break among equals. Choices, ignores and journal entries name a row by it.
 */
export type RowKey = string;

/** One item of the ledger. Usually one sheet row; several when it was cut by a page; a part of one when a cell holds several items. */
export interface LedgerRow {
  readonly key: RowKey;
  /** The sheet row on which the item begins, 0-based. */
  readonly row: number;
  /** All sheet rows the item occupies, ascending, 0-based. */
  readonly rows: readonly number[];
  /** 0 for the first or only item of its cell, 1 for the second… */
  readonly item: number;
  /** Which block (between two headers) the item stands in; an index into `Ledger.blocks`. */
  readonly block: number;
  /** Only the fields that the table has. A field whose column exists but whose cell is blank has text "". */
  readonly cells: Readonly<Partial<Record<Field, LedgerCell>>>;
  /** Fields whose text is not printed in the row but understood (a missing number, a level that restarts). */
  readonly inferred: readonly Field[];
}

/** A stretch of rows under one header. The first block of a table has the real header, later ones repeat it. */
export interface LedgerBlock {
  /** Sheet rows of the header, first and last, 0-based; null when the table has no header row. */
  readonly header: { readonly first: number; readonly last: number } | null;
  /** First and last sheet row below the header, 0-based; last < first when the block is empty. */
  readonly first: number;
  readonly last: number;
  /** Which sheet column holds which field in this block. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** What the header says above each column, as written. */
  readonly labels: ReadonlyMap<number, string>;
  /** How sure the mapping is, per field: by the label, by what the cells hold, by both, or by the user's choice. */
  readonly evidence: Readonly<Partial<Record<Field, "label" | "content" | "both" | "user">>>;
}

/** Damage of the kinds that pasting and page breaks do. `row` is the sheet row, 0-based. */
export interface Damage {
  readonly kind: DamageKind;
  readonly row: number;
  /** The column concerned, where it is one. */
  readonly column: number | null;
  /** What was seen, in the document's own words: the characters that overlap, the number that is missing. */
  readonly detail: string;
  /** Other sheet rows that belong to it (the row a cut row continues, the last row of a repeated header). */
  readonly related: readonly number[];
}

export type DamageKind =
  | "repeated-header"
  | "shifted-columns"
  | "cut-row"
  | "seam-overlap"
  | "several-items"
  | "split-heading"
  | "lost-digits"
  | "page-line"
  | "blank-row";

/** A sentence of the document that tells how to read it: 排在第一位的为牵头单位, 下同. */
export interface ReadingHint {
  readonly kind: "first-is-lead" | "same-below" | "note";
  readonly text: string;
  readonly row: number;
}

/** An immutable reading of one table of one sheet. */
export interface Ledger {
  readonly sheet: string;
  /** The title above the table, "" when there is none. */
  readonly title: string;
  /** 文号 above the table, such as 皖政办秘〔2021〕52号. */
  readonly docNumber: string;
  /** The unit named above the table (填报单位：…), "" when there is none. */
  readonly unit: string;
  /** The year the ledger is about, from title, 文号, date line or sheet name; null when nothing says. */
  readonly year: number | null;
  /** The date above or below the table, ISO, when there is one. */
  readonly issued: string | null;
  readonly blocks: readonly LedgerBlock[];
  /** The mapping that most blocks agree on. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly rows: readonly LedgerRow[];
  readonly damage: readonly Damage[];
  readonly hints: readonly ReadingHint[];
  /** First and last sheet row of the table, header included, 0-based. */
  readonly first: number;
  readonly last: number;
}

/** A table found on a sheet, for choosing among several. */
export interface TableFound {
  /** 1 for the first table of the sheet. */
  readonly number: number;
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly rowCount: number;
  /** First and last column, 0-based: tables may stand side by side. */
  readonly left: number;
  readonly right: number;
}

/** Which column holds which field, as the user says; null for a field the table does not have. */
export type ChosenColumns = Readonly<Partial<Record<Field, number | null>>>;

/** The user's own words on how to read the sheet; kept with the file. */
export interface ReadingChoice {
  /** Which table of the sheet, from 1. */
  readonly table?: number;
  /** The sheet row (0-based) of the header's last row. */
  readonly headerRow?: number;
  /** Columns the user named; they outrank everything. Null: the table has no such column, whatever a label says. */
  readonly columns?: ChosenColumns;
  /** The year, when the user said so. */
  readonly year?: number;
}

/** Why a sheet could not be read as a ledger. */
export type LedgerFailure =
  | { readonly code: "sheet-empty" }
  | { readonly code: "no-header" }
  | { readonly code: "no-rows" }
  | { readonly code: "no-such-table"; readonly tables: readonly TableFound[] };

/** What reading needs: the grid, and what is known from elsewhere. */
export interface ReadLedgerInput {
  readonly grid: SheetGrid;
  readonly choice?: ReadingChoice;
}
