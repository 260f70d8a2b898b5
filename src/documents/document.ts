import type { SheetGrid } from "../core/grid/sheet-grid";
import type { DocumentBlock } from "../core/parent/parent-document";
import type { Result } from "../core/result";

/** The formats told apart by content, never by the file's name. wps is a .doc by its bytes. */
export type DocumentFormat = "docx" | "doc" | "pdf" | "xlsx" | "xls" | "ods" | "html" | "csv" | "text" | "rtf" | "ofd" | "unknown";

/** Why a file gave nothing; `strings/` has the sentence for each. */
export type DocumentFailureCode =
  | "empty"
  | "unknown-format"
  | "damaged"
  | "encrypted"
  /** A picture of a document: no text in it. */
  | "scanned"
  | "ofd"
  | "rtf"
  /** Larger than we read, or a zip that unpacks beyond reason. */
  | "too-large"
  /** Reading it does not come to an end: a damaged or over-complicated PDF. */
  | "too-slow";

export interface DocumentFailure {
  readonly code: DocumentFailureCode;
  /** For diagnostics; no document text. */
  readonly detail: string;
}

/** A document opened: its blocks in reading order. */
export interface OpenedDocument {
  readonly format: DocumentFormat;
  readonly blocks: readonly DocumentBlock[];
  /** What the reader left out or could not be sure of, as codes for `strings/`. */
  readonly notes: readonly DocumentNote[];
}

export type DocumentNote = "tracked-changes-accepted" | "hidden-text-left-out" | "macros-ignored" | "page-lines-removed" | "several-sheets";

/** A workbook of any readable format, opened only to be read: each sheet as a grid. */
export interface OpenedWorkbook {
  readonly format: DocumentFormat;
  readonly sheets: readonly SheetGrid[];
  /** Index of the sheet that was in front. */
  readonly active: number;
}

/** One file format: bytes to blocks. Knows nothing about tasks, units or ledgers. Loaded when first used. */
export interface DocumentReader {
  readonly format: DocumentFormat;
  read(bytes: Uint8Array, fileName: string): Promise<Result<OpenedDocument, DocumentFailure>>;
}
