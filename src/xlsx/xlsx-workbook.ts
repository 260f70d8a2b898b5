import type { Edit } from "../core/edits/edit";
import type { CellRef } from "../core/grid/address";
import type { CellValue, SheetGrid } from "../core/grid/sheet-grid";
import type { ReportSheet } from "../core/report/report-sheet";
import { err, ok, type Result } from "../core/result";
import type { CellSizes, EditJournal, EditOutcome, HostFailure, KeptPart, Selection, SheetInfo, Workbook, WorkbookChange, WorkbookFacts } from "../core/workbook";
import { applyEdits } from "./apply-edits";
import { openBook, type Book, type BookSheet, type XlsxFailure } from "./book";
import { factsOf } from "./facts";
import { ourSheets, readKeptParts, removeKeptParts, writeKeptParts } from "./kept-store";
import { isTooLarge, readGrid } from "./read-grid";
import { readSizes } from "./read-sizes";
import { readView, type SheetView } from "./read-view";
import { activateSheet } from "./sheets";
import { showReport } from "./show-report";
import { pack } from "./zip";

export type { XlsxFailure } from "./book";
export type { CellLook, SheetView } from "./read-view";

/** The port over an .xlsx file in memory, with what the workbench and the command line need beside it. */
export interface XlsxWorkbook extends Workbook {
  readonly fileName: string;
  /** A sheet as it is to be drawn; the active one when no name is given. */
  readView(sheet?: string): Promise<Result<SheetView, HostFailure>>;
  /** The whole file as it now is. Parts nobody changed are the bytes they were. */
  save(): Promise<Uint8Array>;
  /** Tells of every change, by us or by the user; returns a function that stops it. */
  onChange(listener: () => void): () => void;
  /** The user types into a cell: written as a program would, told to `watch` as the user's change. */
  typeInto(sheet: string, at: CellRef, value: CellValue): Promise<Result<EditOutcome, HostFailure>>;
  /** The user looks at another sheet. */
  activate(sheet: string): Promise<Result<void, HostFailure>>;
  /** The user selects a cell or range. */
  setSelection(selection: Selection): void;
}

/** Takes bytes that are to become a file of their own: a download in the workbench, a file on the command line. */
export type OfferCopy = (bytes: Uint8Array, fileName: string) => void | Promise<void>;

/**
 * Opens a file; fails as told by the code, and then nothing has been changed. Without `offer`, `openCopy` answers
 * "not-supported": a file in memory has no window to open another in.
 */
export function openXlsx(bytes: Uint8Array, fileName: string, offer?: OfferCopy): Promise<Result<XlsxWorkbook, XlsxFailure>> {
  const book = openBook(bytes);
  return Promise.resolve(book.ok ? ok(new WorkbookInMemory(book.value, fileName, offer)) : book);
}

class WorkbookInMemory implements XlsxWorkbook {
  private readonly watchers = new Set<(change: WorkbookChange) => void>();
  private readonly listeners = new Set<() => void>();
  private selection: Selection | null = null;

  constructor(
    private readonly book: Book,
    readonly fileName: string,
    private readonly offer: OfferCopy | undefined,
  ) {}

  listSheets(): Promise<Result<readonly SheetInfo[], HostFailure>> {
    const ours = ourSheets(this.book);
    const active = this.book.sheet();
    return done(this.book.sheets.map((sheet) => ({ name: sheet.name, visible: sheet.visible, active: sheet === active, ours: ours.includes(sheet.name) })));
  }

  readSheet(sheet?: string): Promise<Result<SheetGrid, HostFailure>> {
    return this.reading(sheet, (found) => readGrid(this.book, found));
  }

  readView(sheet?: string): Promise<Result<SheetView, HostFailure>> {
    return this.reading(sheet, (found) => readView(this.book, found));
  }

  readFacts(): Promise<Result<WorkbookFacts, HostFailure>> {
    return done(factsOf(this.book, this.fileName));
  }

  readSizes(sheet: string): Promise<Result<CellSizes, HostFailure>> {
    return this.withSheet(sheet, (found) => readSizes(this.book, found));
  }

  applyEdits(edits: readonly Edit[], journal?: EditJournal): Promise<Result<EditOutcome, HostFailure>> {
    const outcome = applyEdits(this.book, edits, (inverses, written) => {
      if (journal !== undefined) writeKeptParts(this.book, journal(inverses, written));
    });
    if (outcome.written.length > 0) this.changed();
    return done(outcome);
  }

  select(sheet: string, at: CellRef): Promise<Result<void, HostFailure>> {
    return this.withSheet(sheet, (found) => {
      if (this.book.sheet() !== found) activateSheet(this.book, found);
      this.setSelection({ sheet: found.name, top: at.row, left: at.column, bottom: at.row, right: at.column });
    });
  }

  readSelection(): Promise<Result<Selection | null, HostFailure>> {
    return done(this.selection);
  }

  showReport(report: ReportSheet): Promise<Result<void, HostFailure>> {
    showReport(this.book, report);
    this.changed();
    return done(undefined);
  }

  readParts(): Promise<Result<readonly KeptPart[], HostFailure>> {
    return done(readKeptParts(this.book));
  }

  writeParts(parts: readonly KeptPart[]): Promise<Result<void, HostFailure>> {
    writeKeptParts(this.book, parts);
    this.changed();
    return done(undefined);
  }

  removeParts(ids?: readonly string[]): Promise<Result<void, HostFailure>> {
    removeKeptParts(this.book, ids);
    this.changed();
    return done(undefined);
  }

  async readBytes(): Promise<Result<Uint8Array, HostFailure>> {
    return ok(await this.save());
  }

  async openCopy(bytes: Uint8Array, fileName: string): Promise<Result<void, HostFailure>> {
    if (this.offer === undefined) return err({ code: "not-supported", detail: "nobody takes the copy" });
    await this.offer(bytes, fileName);
    return ok(undefined);
  }

  watch(listener: (change: WorkbookChange) => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  save(): Promise<Uint8Array> {
    this.book.flush();
    return Promise.resolve(pack(this.book.package_.parts));
  }

  async typeInto(sheet: string, at: CellRef, value: CellValue): Promise<Result<EditOutcome, HostFailure>> {
    const grid = await this.readSheet(sheet);
    if (!grid.ok) return grid;
    const outcome = await this.applyEdits([{ kind: "setCell", sheet: grid.value.sheet, at, before: grid.value.values[at.row]?.[at.column] ?? null, after: value }]);
    if (outcome.ok && outcome.value.written.length > 0) this.tell({ kind: "cells", sheet: grid.value.sheet, top: at.row, bottom: at.row, left: at.column, right: at.column });
    return outcome;
  }

  activate(sheet: string): Promise<Result<void, HostFailure>> {
    return this.withSheet(sheet, (found) => {
      if (this.book.sheet() === found) return;
      activateSheet(this.book, found);
      this.selection = null;
      this.tell({ kind: "active-sheet", sheet: found.name });
      this.changed();
    });
  }

  setSelection(selection: Selection): void {
    this.selection = selection;
    this.changed();
  }

  private withSheet<T>(name: string | undefined, read: (sheet: BookSheet) => T): Promise<Result<T, HostFailure>> {
    const sheet = this.book.sheet(name);
    return Promise.resolve(sheet === undefined ? err({ code: "sheet-missing", detail: "no such sheet" }) : ok(read(sheet)));
  }

  private reading<T>(name: string | undefined, read: (sheet: BookSheet) => T): Promise<Result<T, HostFailure>> {
    const sheet = this.book.sheet(name);
    return sheet !== undefined && isTooLarge(this.book, sheet) ? Promise.resolve(err({ code: "too-large", detail: "beyond the cells of a grid" })) : this.withSheet(name, read);
  }

  private tell(change: WorkbookChange): void {
    for (const watcher of this.watchers) watcher(change);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function done<T>(value: T): Promise<Result<T, HostFailure>> {
  return Promise.resolve(ok(value));
}
