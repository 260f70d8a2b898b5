import type { Edit, EditRefusal } from "../../core/edits/edit";
import type { SheetGrid } from "../../core/grid/sheet-grid";
import type { ReportSheet } from "../../core/report/report-sheet";
import type { Result } from "../../core/result";
import type { CellSizes, HostFailure, KeptPart, SheetInfo, WorkbookFacts } from "../../core/workbook";
import type { DocumentFailure } from "../../documents/document";
import type { ViewPatch } from "./view-patch";

/**
 * The open file, kept by a worker of its own: taking a file of 5,000 rows apart, or putting it together, takes longer
 * than a page may be held up. It is not the worker of the core, which is ended whenever the user cancels. Everything
 * that goes over is plain data; the page keeps only what it shows.
 */
export interface FileService {
  /** Opens a file of any format the readers read; the first thing to be asked. */
  open(bytes: Uint8Array, name: string): Promise<Result<FileOpened, DocumentFailure>>;
  /** A sheet by its name. */
  readSheet(sheet: string): Promise<Result<SheetGrid, HostFailure>>;
  readFacts(): Promise<Result<WorkbookFacts, HostFailure>>;
  readSizes(sheet: string): Promise<Result<CellSizes, HostFailure>>;
  readParts(): Promise<Result<readonly KeptPart[], HostFailure>>;
  applyEdits(edits: readonly Edit[]): Promise<Result<EditsApplied, HostFailure>>;
  writeParts(parts: readonly KeptPart[]): Promise<Result<void, HostFailure>>;
  removeParts(ids?: readonly string[]): Promise<Result<FileShown, HostFailure>>;
  showReport(report: ReportSheet): Promise<Result<FileShown, HostFailure>>;
  /** Brings another sheet to the front. */
  activate(sheet: string): Promise<Result<FileShown, HostFailure>>;
  /** The whole file as it now is. */
  save(): Promise<Result<Uint8Array, HostFailure>>;
}

/** The worker of one file; ended when another file takes its place, or when opening is cancelled. */
export interface FileWorker extends FileService {
  /** Ends it; what is pending rejects with FileGone. */
  end(): void;
}

/** Thrown when the worker was ended while it was at work. */
export class FileGone extends Error {
  constructor() {
    super("the file's worker ended");
    this.name = "FileGone";
  }
}

/** What the page must know to show the file as it now is. */
export interface FileShown {
  readonly sheets: readonly SheetInfo[];
  /** What became different of the sheet in front since the page was told last. */
  readonly patch: ViewPatch;
}

export interface FileOpened {
  /** The name the file is saved under. */
  readonly name: string;
  /** Read from another format; saved as .xlsx. */
  readonly converted: boolean;
  readonly shown: FileShown;
}

/** What became of edits; they are named by their places among those given. */
export interface EditsApplied {
  readonly written: readonly number[];
  /** Last first: applying these takes the write back. */
  readonly inverses: readonly Edit[];
  readonly skipped: readonly { readonly index: number; readonly reason: EditRefusal }[];
  readonly shown: FileShown;
}
