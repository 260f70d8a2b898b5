import type { App } from "../commands/app";
import { undoEdits } from "../commands";
import type { Done, Failure } from "../commands/command";
import { nextTurn } from "../commands/next-turn";
import { openSession } from "../commands/open-session";
import { runCommand } from "../commands/run-command";
import type { Edit, EditRefusal } from "../core/edits/edit";
import type { CellRef } from "../core/grid/address";
import type { CellValue } from "../core/grid/sheet-grid";
import { err, ok, type Result } from "../core/result";
import type { HostFailure, Selection, SheetInfo, Workbook } from "../core/workbook";
import type { FileService, FileShown, FileWorker } from "./file/file-service";
import { patchView } from "./file/view-patch";
import type { DrawnSheet } from "./grid-geometry";

/** What lies on the desk: the open file as it is shown, and where the user is in it. */
export interface DeskState {
  /** "" while no file is open. */
  readonly name: string;
  readonly converted: boolean;
  /** Counts the files opened. */
  readonly opened: number;
  readonly sheets: readonly SheetInfo[];
  /** The sheet shown; null while no file is open. */
  readonly view: DrawnSheet | null;
  /** Where the selection began, and where it ends; the same for one cell. */
  readonly anchor: CellRef;
  readonly focus: CellRef;
  /** Whole rows or columns are selected: merges that cross their edge do not widen the selection. */
  readonly exact: boolean;
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
  /** Opens a file in place of the present one, with its own session; the present one stays when it fails. Rejects with FileGone when it was cancelled. */
  open(app: App, bytes: Uint8Array, name: string): Promise<Result<Done, Failure>>;
  cancelOpening(): void;
  showSheet(name: string): Promise<void>;
  select(anchor: CellRef, focus?: CellRef, exact?: boolean): void;
  /** Writes what the user typed or pasted. Gives the reasons for what was not written. */
  write(cells: readonly { readonly at: CellRef; readonly value: CellValue }[]): Promise<readonly EditRefusal[]>;
  undo(app: App): Promise<void>;
  redo(): Promise<void>;
  save(): Promise<Result<void, HostFailure>>;
  /** Takes the file as it now is as saved: nobody is asked about the sample. */
  settle(): void;
}

/** One step that can be undone: by the user in the grid, or by a command, which takes it back itself. */
type Step = { readonly by: "user"; readonly edits: readonly Edit[] } | { readonly by: "command" };

const CLOSED: HostFailure = { code: "workbook-gone", detail: "no file is open" };
const TOP_LEFT: CellRef = { row: 0, column: 0 };

/** What the desk needs from the page around it. */
export interface DeskTools {
  /** Starts a worker that keeps one file. */
  readonly startFile: () => FileWorker;
  /** Offers bytes for saving on this computer. */
  readonly offer: (bytes: Uint8Array, fileName: string) => void;
}

/** Makes an empty desk. */
export function createDesk({ startFile, offer }: DeskTools): Desk {
  let file: FileWorker | null = null;
  let opening: FileWorker | null = null;
  let closeSession: () => void = () => undefined;
  let undoSteps: Step[] = [];
  let redoSteps: Step[] = [];
  let selection: Selection | null = null;
  let state: DeskState = { name: "", converted: false, opened: 0, sheets: [], view: null, anchor: TOP_LEFT, focus: TOP_LEFT, exact: false, shown: 0, dirty: false, canUndo: false, canRedo: false };
  const listeners = new Set<() => void>();
  const watchers = new Set<Parameters<Workbook["watch"]>[0]>();

  const update = (change: Partial<DeskState>) => {
    state = { ...state, ...change, canUndo: undoSteps.length > 0, canRedo: redoSteps.length > 0 };
    for (const listener of listeners) listener();
  };

  const show = ({ sheets, patch }: FileShown, change: Partial<DeskState> = {}) => update({ sheets, view: patchView(state.view, patch), ...change });

  const onFile = <T>(ask: (open: FileService) => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => (file === null ? Promise.resolve(err(CLOSED)) : ask(file));

  /** One change after the other, and no saving between edits and their record. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(ask: (open: FileService) => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => {
    const mine = last.then(() => onFile(ask));
    last = mine.catch(() => undefined);
    return mine;
  };

  /** A change whose answer is what the file now looks like. */
  const changes = (ask: (open: FileService) => Promise<Result<FileShown, HostFailure>>, change: Partial<DeskState> = {}): Promise<Result<void, HostFailure>> =>
    inTurn(async (open) => {
      const outcome = await ask(open);
      if (!outcome.ok) return outcome;
      show(outcome.value, change);
      return ok(undefined);
    });

  /** The journal is made on the page, so it goes in after the edits and before anything else is asked of the file. */
  const applyEdits: Workbook["applyEdits"] = (edits, journal) =>
    inTurn(async (open) => {
      const applied = await open.applyEdits(edits);
      if (!applied.ok) return applied;
      const { inverses, skipped, shown } = applied.value;
      const written = applied.value.written.map((index) => edits[index]!);
      show(shown, written.length > 0 ? { dirty: true } : {});
      if (journal !== undefined && written.length > 0) {
        let isRecorded = false;
        try {
          const recorded = await open.writeParts(journal(inverses, written));
          if (!recorded.ok) return recorded;
          isRecorded = true;
        } finally {
          // Edits without their record do not stay.
          const back = isRecorded ? null : await open.applyEdits(inverses);
          if (back?.ok === true) show(back.value.shown);
        }
      }
      return ok({ written, inverses, skipped: skipped.map(({ index, reason }) => ({ edit: edits[index]!, reason })) });
    });

  const workbook: Workbook = {
    listSheets: () => onFile(() => Promise.resolve(ok(state.sheets))),
    readSheet: (sheet) => inTurn((open) => (state.view !== null && (sheet === undefined || sheet === state.view.grid.sheet) ? Promise.resolve(ok(state.view.grid)) : open.readSheet(sheet!))),
    readFacts: () => inTurn((open) => open.readFacts()),
    readSizes: (sheet) => inTurn((open) => open.readSizes(sheet)),
    readSelection: () => onFile(() => Promise.resolve(ok(selection))),
    readParts: () => inTurn((open) => open.readParts()),
    readBytes: () => inTurn((open) => open.save()),
    openCopy: (bytes, fileName) =>
      onFile(() => {
        offer(bytes, fileName);
        return Promise.resolve(ok(undefined));
      }),
    writeParts: async (parts) => {
      const outcome = await inTurn((open) => open.writeParts(parts));
      if (outcome.ok) update({ dirty: true });
      return outcome;
    },
    removeParts: (ids) => changes((open) => open.removeParts(ids), { dirty: true }),
    showReport: async (report) => {
      const outcome = await changes((open) => open.showReport(report), { dirty: true });
      if (report.activate) look(TOP_LEFT);
      return outcome;
    },
    applyEdits: async (edits, journal) => {
      const outcome = await applyEdits(edits, journal);
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
      if (state.view?.grid.sheet !== sheet) {
        const outcome = await changes((open) => open.activate(sheet));
        if (!outcome.ok) return outcome;
      }
      look(at);
      return ok(undefined);
    },
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };

  const select = (anchor: CellRef, focus: CellRef, exact = false) => {
    if (state.view === null) return;
    selection = { sheet: state.view.grid.sheet, top: Math.min(anchor.row, focus.row), left: Math.min(anchor.column, focus.column), bottom: Math.max(anchor.row, focus.row), right: Math.max(anchor.column, focus.column) };
    update({ anchor, focus, exact });
  };

  /** Selects a cell and brings it into sight. */
  const look = (at: CellRef) => {
    select(at, at);
    update({ shown: state.shown + 1 });
  };

  const tell = (sheet: string, cells: readonly CellRef[]) => {
    const rows = cells.map(({ row }) => row);
    const columns = cells.map(({ column }) => column);
    for (const watcher of watchers) watcher({ kind: "cells", sheet, top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) });
  };

  /** Applies the user's own edits and tells of them; gives the inverses. */
  const apply = async (edits: readonly Edit[]) => {
    const outcome = await applyEdits(edits);
    if (!outcome.ok) return { inverses: [], refused: [] };
    const { written, inverses, skipped } = outcome.value;
    const cells = written.flatMap((edit) => (edit.kind === "setCell" ? [edit.at] : []));
    if (cells.length > 0) tell(written[0]!.sheet, cells);
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
      const worker = startFile();
      opening = worker;
      const opened = await worker.open(bytes, name).catch((error: unknown) => {
        worker.end();
        throw error;
      });
      if (!opened.ok) {
        worker.end();
        return err({ from: "document", failure: opened.error });
      }
      await last;
      closeSession();
      closeSession = () => undefined;
      file?.end();
      file = worker;
      opening = null;
      undoSteps = [];
      redoSteps = [];
      selection = null;
      show(opened.value.shown, { name: opened.value.name, converted: opened.value.converted, opened: state.opened + 1, anchor: TOP_LEFT, focus: TOP_LEFT, exact: false, dirty: false, shown: state.shown + 1 });
      // The sheet is drawn first, then the pane.
      await nextTurn();
      const session = await openSession(app);
      if (!session.ok) return session;
      closeSession = () => session.value.close();
      return ok(session.value.text);
    },
    cancelOpening: () => opening?.end(),
    async showSheet(name) {
      if (state.view?.grid.sheet === name) return;
      const outcome = await changes((open) => open.activate(name));
      if (!outcome.ok) return;
      selection = null;
      update({ anchor: TOP_LEFT, focus: TOP_LEFT, exact: false, shown: state.shown + 1 });
      for (const watcher of watchers) watcher({ kind: "active-sheet", sheet: name });
    },
    select: (anchor, focus = anchor, exact = false) => select(anchor, focus, exact),
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
      const saved = await inTurn((open) => open.save());
      if (!saved.ok) return saved;
      offer(saved.value, state.name);
      update({ dirty: false });
      return ok(undefined);
    },
    settle: () => update({ dirty: false }),
  };
}
