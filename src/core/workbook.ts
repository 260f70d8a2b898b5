import type { CellRef } from "./grid/address";
import type { SheetGrid } from "./grid/sheet-grid";
import type { Edit, EditRefusal } from "./edits/edit";
import type { ReportSheet } from "./report/report-sheet";
import type { Result } from "./result";

/**
 * The port: all that the program asks of the workbook, and how that can fail. Implemented over Office.js in `excel/`
 * and over an .xlsx file in memory in `xlsx/`; one contract suite drives both.
 */
export interface Workbook {
  /** The sheets in their order, with what matters before one is read. */
  listSheets(): Promise<Result<readonly SheetInfo[], HostFailure>>;
  /** One sheet as a grid; the active one when no name is given. Reading changes nothing. */
  readSheet(sheet?: string): Promise<Result<SheetGrid, HostFailure>>;
  /** What a publisher must know beyond the cells: properties, links, page setup. */
  readFacts(): Promise<Result<WorkbookFacts, HostFailure>>;
  /** How much room the cells of a sheet have, for telling what a print cuts off. Costs as much as reading the sheet. */
  readSizes(sheet: string): Promise<Result<CellSizes, HostFailure>>;
  /**
   * Writes edits. Every edit's precondition is tested first; those that fail are skipped and named, the others are
   * written in one go. `journal` is called with the inverses of exactly the edits about to be written (last first,
   * ready to apply) and with these edits; its parts are stored before the first edit is, or, where they say that
   * something is done, "after" the last one. Cut short, this leaves at worst a record without its edits, never edits
   * without their record; for "after" the other way round.
   */
  applyEdits(edits: readonly Edit[], journal?: EditJournal, order?: "before" | "after"): Promise<Result<EditOutcome, HostFailure>>;
  /** Shows a place to the user, if the host shows anything. */
  select(sheet: string, at: CellRef): Promise<Result<void, HostFailure>>;
  /** The cell or range the user has selected; null on a host without a selection. */
  readSelection(): Promise<Result<Selection | null, HostFailure>>;
  /** Fills a sheet of ours (made if missing, emptied and refilled if it is there; never deleted or renamed). Outside the journal. */
  showReport(report: ReportSheet): Promise<Result<void, HostFailure>>;
  /** The parts we keep with the file; a damaged one comes with `text` null. */
  readParts(): Promise<Result<readonly KeptPart[], HostFailure>>;
  /** Adds or replaces parts by id. */
  writeParts(parts: readonly KeptPart[]): Promise<Result<void, HostFailure>>;
  /** Removes parts by id; all of ours when no ids are given. */
  removeParts(ids?: readonly string[]): Promise<Result<void, HostFailure>>;
  /** The whole file as .xlsx bytes, as it is now. */
  readBytes(): Promise<Result<Uint8Array, HostFailure>>;
  /** Opens bytes as a new workbook beside this one, or offers them for saving, whatever the host can. */
  openCopy(bytes: Uint8Array, fileName: string): Promise<Result<void, HostFailure>>;
  /** Tells of changes made by the user (not by us) and of the sheet shown; returns a function that stops it. */
  watch(listener: (change: WorkbookChange) => void): () => void;
}

export interface SheetInfo {
  readonly name: string;
  readonly visible: boolean;
  readonly active: boolean;
  /** Filled by `showReport`: not a ledger, left out of checks and clean copies. */
  readonly ours: boolean;
}

/** The cells selected; of several areas the rectangle that they span. */
export interface Selection {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Everything about the file that is not in cells and may not go out with a 公开稿. */
export interface WorkbookFacts {
  readonly fileName: string;
  readonly author: string;
  readonly lastModifiedBy: string;
  readonly company: string;
  /** Targets of links to other workbooks; empty where the host cannot tell. */
  readonly externalLinks: readonly string[];
  /** Per sheet name. */
  readonly pageSetup: Readonly<Record<string, PageSetup>>;
  /** The room of the cells of the sheet that is checked; absent where nobody measured. Only asked for before publishing. */
  readonly sizes?: CellSizes;
  /** How many records of ours are kept in the file; absent where nobody counted. Only asked for before publishing. */
  readonly keptParts?: number;
  /** What this host cannot tell, so that a rule can say it was not checked. */
  readonly unknown: readonly ("externalLinks" | "properties" | "pageSetup" | "headerFooter")[];
}

export interface PageSetup {
  readonly landscape: boolean;
  /** Rows repeated on each printed page, 0-based; null when none. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /** Pages wide the print is fitted to; null when not fitted. */
  readonly fitToWidth: number | null;
  readonly headerFooter: string;
}

/** The room cells have and what their text looks like, in points. Rows and columns count from A1. */
export interface CellSizes {
  readonly columnWidths: readonly number[];
  /** null where nothing is stated: the row is as high as its text needs. */
  readonly rowHeights: readonly (number | null)[];
  /** Rows known to grow with the text of their unmerged cells; empty where the host cannot tell. */
  readonly growing: readonly number[];
  readonly looks: readonly TextLook[];
  /** By row and column, which of `looks` a cell has. */
  readonly lookOf: readonly (readonly number[])[];
}

export interface TextLook {
  /** In points. */
  readonly fontSize: number;
  readonly wraps: boolean;
  /** The text is made smaller until it fits. */
  readonly shrinks: boolean;
}

/** One record we keep in the file, as a custom XML part. Format of `text`: see kept/. */
export interface KeptPart {
  /** Unique among our parts: "parent-1", "choices", "journal-000012". */
  readonly id: string;
  /** JSON text; null when the stored part was damaged (checksum). */
  readonly text: string | null;
}

/** Makes the parts that are stored together with edits. */
export type EditJournal = (inverses: readonly Edit[], edits: readonly Edit[]) => readonly KeptPart[];

export interface EditOutcome {
  /** The edits written, in order. */
  readonly written: readonly Edit[];
  /** Their inverses, last first: applying these takes the write back. */
  readonly inverses: readonly Edit[];
  readonly skipped: readonly { readonly edit: Edit; readonly reason: EditRefusal }[];
}

export type WorkbookChange =
  | { readonly kind: "cells"; readonly sheet: string; readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  | { readonly kind: "structure"; readonly sheet: string }
  | { readonly kind: "active-sheet"; readonly sheet: string };

/** Expected answers of a host that mean no. */
export interface HostFailure {
  readonly code: HostFailureCode;
  /** For the diagnostics page; never shown as it is, never with cell contents. */
  readonly detail: string;
  /** The place it is about, where the host names one ("D12"). */
  readonly place?: string;
}

export type HostFailureCode =
  /** The sheet is protected or the cell is locked. */
  | "protected"
  /** The user is editing a cell. */
  | "editing-cell"
  /** The sheet is gone or has another name. */
  | "sheet-missing"
  /** The workbook was closed or another one is in front. */
  | "workbook-gone"
  | "too-large"
  /** The host is busy: activity limit. */
  | "busy"
  /** The host did not answer in time. */
  | "no-answer"
  | "access-denied"
  /** This Office is too old for what was asked. */
  | "not-supported"
  | "read-only"
  | "unknown";
