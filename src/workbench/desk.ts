import type { App } from "../commands/app";
import { undoEdits } from "../commands";
import type { Done, Failure } from "../commands/command";
import { openSession } from "../commands/open-session";
import { runCommand } from "../commands/run-command";
import type { Edit, EditRefusal } from "../core/edits/edit";
import type { CellRef } from "../core/grid/address";
import type { CellValue } from "../core/grid/sheet-grid";
import { err, ok, type Result } from "../core/result";
import type { HostFailure, SheetInfo, Workbook } from "../core/workbook";
import type { SheetView, XlsxWorkbook } from "../xlsx/xlsx-workbook";
import { offerDownload, openLedger } from "./open-ledger";

/** What lies on the desk: the open file as it is shown, and where the user is in it. */
export interface DeskState {
  /** "" while no file is open. */
  readonly name: string;
  readonly converted: boolean;
  readonly sheets: readonly SheetInfo[];
  /** The sheet shown; null while no file is open. */
  readonly view: SheetView | null;
  /** Where the selection began, and where it ends; the same for one cell. */
  readonly anchor: CellRef;
  readonly focus: CellRef;
  /** Counts up whenever a place was asked to be shown, so that the grid scrolls to it. */
  readonly shown: number;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The file on the desk, as the grid and the page around it use it. Commands use `workbook`. */
export interface Desk {
  readonly workbook: Workbook;
  get(): DeskState;
  subscribe(listener: () => void): () => void;
  /** Opens a file in place of the present one, with its own session; the present one stays when it fails. */
  open(app: App, bytes: Uint8Array, name: string): Promise<Result<Done, Failure>>;
  showSheet(name: string): Promise<void>;
  select(anchor: CellRef, focus?: CellRef): void;
  /** Writes what the user typed or pasted. Gives the reasons for what was not written. */
  write(cells: readonly { readonly at: CellRef; readonly value: CellValue }[]): Promise<readonly EditRefusal[]>;
  undo(app: App): Promise<void>;
  redo(): Promise<void>;
  save(): Promise<void>;
  /** Takes the file as it now is as saved: nobody is asked about the sample. */
  settle(): void;
}

/** One step that can be undone: by the user in the grid, or by a command, which takes it back itself. */
type Step = { readonly by: "user"; readonly edits: readonly Edit[] } | { readonly by: "command" };

const CLOSED: HostFailure = { code: "workbook-gone", detail: "no file is open" };
const TOP_LEFT: CellRef = { row: 0, column: 0 };

/** Makes an empty desk. */
export function createDesk(): Desk {
  let file: XlsxWorkbook | null = null;
  let closeSession: () => void = () => undefined;
  let stopListening: () => void = () => undefined;
  let undoSteps: Step[] = [];
  let redoSteps: Step[] = [];
  let state: DeskState = { name: "", converted: false, sheets: [], view: null, anchor: TOP_LEFT, focus: TOP_LEFT, shown: 0, dirty: false, canUndo: false, canRedo: false };
  const listeners = new Set<() => void>();

  const update = (change: Partial<DeskState>) => {
    state = { ...state, ...change, canUndo: undoSteps.length > 0, canRedo: redoSteps.length > 0 };
    for (const listener of listeners) listener();
  };

  /** Reads the shown sheet anew. */
  const refresh = async (change: Partial<DeskState> = {}) => {
    if (file === null) return;
    const [sheets, view] = await Promise.all([file.listSheets(), file.readView()]);
    if (sheets.ok && view.ok) update({ sheets: sheets.value, view: view.value, ...change });
  };

  /** Every method of the port, over the file that is open now. */
  const onFile = async <T>(ask: (open: XlsxWorkbook) => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => (file === null ? err(CLOSED) : ask(file));

  const changes = async <T>(ask: (open: XlsxWorkbook) => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => {
    const outcome = await onFile(ask);
    await refresh({ dirty: true });
    return outcome;
  };

  const watchers = new Set<Parameters<Workbook["watch"]>[0]>();

  const workbook: Workbook = {
    listSheets: () => onFile((open) => open.listSheets()),
    readSheet: (sheet) => onFile((open) => open.readSheet(sheet)),
    readFacts: () => onFile((open) => open.readFacts()),
    readSizes: (sheet) => onFile((open) => open.readSizes(sheet)),
    readSelection: () => onFile((open) => open.readSelection()),
    readParts: () => onFile((open) => open.readParts()),
    readBytes: () => onFile((open) => open.readBytes()),
    openCopy: (bytes, fileName) => onFile((open) => open.openCopy(bytes, fileName)),
    writeParts: (parts) => changes((open) => open.writeParts(parts)),
    removeParts: (ids) => changes((open) => open.removeParts(ids)),
    showReport: async (report) => {
      const outcome = await changes((open) => open.showReport(report));
      if (report.activate) update({ anchor: TOP_LEFT, focus: TOP_LEFT, shown: state.shown + 1 });
      return outcome;
    },
    applyEdits: async (edits, journal) => {
      const outcome = await changes((open) => open.applyEdits(edits, journal));
      if (outcome.ok && outcome.value.written.length > 0) {
        // Without a journal something is being taken back: the step it belongs to is no longer there to be undone.
        if (journal !== undefined) undoSteps.push({ by: "command" });
        else undoSteps.splice(undoSteps.findLastIndex(({ by }) => by === "command"), 1);
        redoSteps = [];
        update({});
      }
      return outcome;
    },
    select: async (sheet, at) => {
      const outcome = await onFile((open) => open.select(sheet, at));
      if (outcome.ok) await refresh({ anchor: at, focus: at, shown: state.shown + 1 });
      return outcome;
    },
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };

  const tell = (sheet: string, cells: readonly CellRef[]) => {
    const rows = cells.map(({ row }) => row);
    const columns = cells.map(({ column }) => column);
    for (const watcher of watchers) watcher({ kind: "cells", sheet, top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) });
  };

  /** Applies the user's own edits and tells of them; gives the inverses. */
  const apply = async (edits: readonly Edit[]) => {
    if (file === null || state.view === null) return { inverses: [], refused: [] };
    const outcome = await file.applyEdits(edits);
    if (!outcome.ok) return { inverses: [], refused: [] };
    const { written, inverses, skipped } = outcome.value;
    await refresh(written.length > 0 ? { dirty: true } : {});
    const cells = written.flatMap((edit) => (edit.kind === "setCell" ? [edit.at] : []));
    if (cells.length > 0) tell(state.view.grid.sheet, cells);
    return { inverses, refused: skipped.map(({ reason }) => reason) };
  };

  return {
    workbook,
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async open(app, bytes, name) {
      const opened = await openLedger(app.engine, bytes, name, offerDownload);
      if (!opened.ok) return opened;
      closeSession();
      stopListening();
      file = opened.value.workbook;
      stopListening = file.watch((change) => {
        for (const watcher of watchers) watcher(change);
      });
      undoSteps = [];
      redoSteps = [];
      await refresh({ name: opened.value.name, converted: opened.value.converted, anchor: TOP_LEFT, focus: TOP_LEFT, dirty: false, shown: state.shown + 1 });
      const session = await openSession(app);
      if (!session.ok) return session;
      closeSession = () => session.value.close();
      return ok(session.value.text);
    },
    async showSheet(name) {
      await file?.activate(name);
      await refresh({ anchor: TOP_LEFT, focus: TOP_LEFT, shown: state.shown + 1 });
    },
    select(anchor, focus = anchor) {
      if (state.view === null) return;
      file?.setSelection({ sheet: state.view.grid.sheet, top: Math.min(anchor.row, focus.row), left: Math.min(anchor.column, focus.column), bottom: Math.max(anchor.row, focus.row), right: Math.max(anchor.column, focus.column) });
      update({ anchor, focus });
    },
    async write(cells) {
      const { view } = state;
      if (view === null) return [];
      const edits = cells.flatMap(({ at, value }): Edit[] => {
        const before = view.grid.values[at.row]?.[at.column] ?? null;
        return before === value ? [] : [{ kind: "setCell", sheet: view.grid.sheet, at, before, after: value }];
      });
      if (edits.length === 0) return [];
      const { inverses, refused } = await apply(edits);
      if (inverses.length > 0) {
        undoSteps.push({ by: "user", edits: inverses });
        redoSteps = [];
        update({});
      }
      return refused;
    },
    async undo(app) {
      const step = undoSteps.at(-1);
      if (step === undefined) return;
      if (step.by === "command") {
        await runCommand(app, undoEdits, { entry: "last" });
        undoSteps = undoSteps.filter((other) => other !== step);
        update({});
        return;
      }
      undoSteps.pop();
      const { inverses } = await apply(step.edits);
      if (inverses.length > 0) redoSteps.push({ by: "user", edits: inverses });
      update({});
    },
    async redo() {
      const step = redoSteps.pop();
      if (step?.by !== "user") return;
      const { inverses } = await apply(step.edits);
      if (inverses.length > 0) undoSteps.push({ by: "user", edits: inverses });
      update({});
    },
    async save() {
      if (file === null) return;
      offerDownload(await file.save(), state.name);
      update({ dirty: false });
    },
    settle: () => update({ dirty: false }),
  };
}
