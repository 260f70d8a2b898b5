import type { Choices, LastCheck } from "../core/kept/choices";
import { NO_CHOICES } from "../core/kept/choices";
import type { JournalEntry } from "../core/edits/journal";
import type { FillProposal } from "../core/fill/fill-proposal";
import type { ParentDocument } from "../core/parent/parent-document";
import type { LedgerFailure } from "../core/ledger/ledger";
import type { SheetInfo } from "../core/workbook";
import type { CheckOutcome } from "./engine";

/** The five views of the pane: 检查｜对照｜分工｜出稿｜设置. */
export type View = "check" | "match" | "fill" | "output" | "settings";

/** The last check, and whether it still holds. */
export interface CheckState {
  readonly outcome: CheckOutcome;
  /** When it ran. */
  readonly time: Date;
  /** The sheet was changed since, by someone else than us. */
  readonly stale: boolean;
  /** public: the 公开 rules ran, for 存公开稿, and run again after a change; otherwise the ordinary check. */
  readonly scope?: "check" | "public";
}

/** The check that an opened file remembers, until this session checks itself. */
export interface RememberedCheck extends Omit<LastCheck, "print"> {
  /** 与上次检查时一致 / 之后又改了n格; null when it was changed and nobody can say by how many cells. */
  readonly changed: number | null;
}

/** Something running. Shown after 500 ms. */
export interface Busy {
  readonly commandId: string;
  readonly label: string;
  readonly since: Date;
  readonly done: number;
  readonly total: number;
  cancel(): void;
}

/** One line for the user about what just happened. */
export interface Notice {
  readonly tone: "success" | "info" | "warning" | "error";
  readonly text: string;
  /** Changes with each notice, so that the same sentence is spoken again. */
  readonly id: number;
  /** The entry of the journal that this was about, to be taken back on the spot. */
  readonly undo?: string;
}

/** The one state of the program in a page. Views read it; only commands change it. */
export interface SessionState {
  readonly view: View;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  readonly sheets: readonly SheetInfo[];
  /** The sheet that views speak of; "" before the first reading. */
  readonly sheet: string;
  readonly check: CheckState | null;
  /** The sheet that 一键检查 could not read, and why; null once another one is in front, or it was read. */
  readonly unreadable: { readonly sheet: string; readonly failure: LedgerFailure } | null;
  /** What the file itself says of its last check; null once this session has checked, and for a file that says nothing. */
  readonly remembered: RememberedCheck | null;
  /** What of the view is in front: the list of sure changes before 统一格式, the guide, 表头与列; null: the view itself. */
  readonly listing: "tidy" | "guide" | "header" | null;
  /** 检查本行: only problems of these sheet rows (0-based, inclusive) are listed; null for all. */
  readonly onlyRows: { readonly first: number; readonly last: number } | null;
  /** Id of the problem the user is at; null for none. */
  readonly currentProblem: string | null;
  readonly parents: readonly ParentDocument[];
  readonly choices: Choices;
  /** Proposals of 套用分工, before anything is written. */
  readonly proposal: FillProposal | null;
  /** What we changed and can take back, newest first. */
  readonly journal: readonly JournalEntry[];
  /** Round trips, times, failures of the last commands, for 诊断; no cell contents. */
  readonly trace: readonly TraceEntry[];
}

export interface TraceEntry {
  readonly commandId: string;
  readonly time: string;
  readonly milliseconds: number;
  readonly roundTrips: number;
  /** Failure code, or "" when it went well. */
  readonly failure: string;
}

export interface Session {
  get(): SessionState;
  update(change: Partial<SessionState>): void;
  subscribe(listener: () => void): () => void;
}

export function createSession(initial: Partial<SessionState> = {}): Session {
  let state: SessionState = {
    view: "check",
    busy: null,
    notice: null,
    sheets: [],
    sheet: "",
    check: null,
    unreadable: null,
    remembered: null,
    listing: null,
    onlyRows: null,
    currentProblem: null,
    parents: [],
    choices: NO_CHOICES,
    proposal: null,
    journal: [],
    trace: [],
    ...initial,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
