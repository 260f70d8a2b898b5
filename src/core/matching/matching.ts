import type { RowKey } from "../ledger/ledger";

/** One side's item, as far as matching needs it. */
export interface MatchItem {
  readonly seq: string;
  readonly level1: string;
  readonly level2: string;
  readonly requirement: string;
}

/** sure: answers the task · confirm: a person decides · local: the office's own addition, answers none. */
export type LinkState = "sure" | "confirm" | "local";

/** What one ledger row answers. Indices count in the arrays given to `matchRows`. */
export interface Link {
  /** Index of the ledger row. */
  readonly row: number;
  /** Which parent document the tasks belong to, where several were matched; see `matchParents`. */
  readonly parent?: number;
  /** Indices of the parent's tasks, ascending; empty for state local. */
  readonly tasks: readonly number[];
  /** Similarity of the row to the task it is most like among `tasks`, 0–1; for local the best there was. */
  readonly score: number;
  readonly state: LinkState;
  /** Whether the user decided it. */
  readonly decided: boolean;
  /** For confirm: other tasks it might be, best first. */
  readonly candidates: readonly { readonly task: number; readonly score: number }[];
}

/** All rows against all tasks. */
export interface Alignment {
  /** One per ledger row, in row order. */
  readonly links: readonly Link[];
  /** Indices of tasks that no row answers, sure or to be confirmed. */
  readonly unanswered: readonly number[];
}

/** A decision of the user, kept with the file. */
export interface LinkDecision {
  readonly row: RowKey;
  /** Fingerprint or 文号 of the parent document it was made for. */
  readonly parent: string;
  /** Keys of the tasks (see `taskKeys`); empty: the row answers none. */
  readonly tasks: readonly string[];
  /** The row's requirement when it was decided: finds the row again when its number, and with it its key, has changed. */
  readonly requirement?: string;
}

/** A decision in terms of the arrays given to `matchRows`: this row answers these tasks, or none. */
export interface DecidedRow {
  readonly row: number;
  readonly tasks: readonly number[];
}

/**
 * How a task binds 本单位: named · counterpart (对口) · all (省政府各部门) · some (有关部门: possibly) ·
 * localities (only through 各市 / 各县区) · none.
 */
export type Binding = "named" | "counterpart" | "all" | "some" | "localities" | "none";

export interface TaskBinding {
  /** Index of the parent's task. */
  readonly task: number;
  readonly binding: Binding;
  /** The words of the task that bind, as written; "" for none. */
  readonly words: string;
  /** Whether 本单位 is to lead the task (by name or 对口). */
  readonly asLead: boolean;
}
