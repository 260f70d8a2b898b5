import type { HostFailure } from "../core/workbook";
import type { DocumentFailure } from "../documents/document";
import type { LedgerFailure } from "../core/ledger/ledger";
import type { ParentFailure } from "../core/parent/parent-document";
import type { Result } from "../core/result";
import type { App } from "./app";

/** An expected no, from wherever it comes; `strings/failures.ts` has one sentence for each. */
export type Failure =
  | { readonly from: "host"; readonly failure: HostFailure }
  | { readonly from: "document"; readonly failure: DocumentFailure }
  | { readonly from: "ledger"; readonly failure: LedgerFailure }
  | { readonly from: "parent"; readonly failure: ParentFailure }
  | { readonly from: "command"; readonly failure: CommandFailure };

/** What commands themselves refuse. */
export type CommandFailure =
  | { readonly code: "cancelled" }
  | { readonly code: "no-parent" }
  | { readonly code: "no-unit" }
  | { readonly code: "unknown-unit"; readonly unit: string; readonly candidates: readonly string[] }
  | { readonly code: "nothing-to-undo" }
  | { readonly code: "nothing-to-fill" }
  | { readonly code: "no-template" }
  /** No row names a responsible unit. */
  | { readonly code: "no-units" }
  /** 按单位拆分 has not been made, or was deleted. */
  | { readonly code: "no-split-sheet"; readonly sheet: string }
  /** A file that holds no list of 按单位拆分. */
  | { readonly code: "no-answers"; readonly file: string }
  /** Lists of 按单位拆分 hold answers that the ledger does not have yet. */
  | { readonly code: "answers-open"; readonly sheet: string; readonly count: number }
  /** A unit to be replaced that no row names. */
  | { readonly code: "unit-not-named"; readonly unit: string; readonly candidates: readonly string[] }
  /** No rule to keep as a template. */
  | { readonly code: "nothing-to-keep" }
  | { readonly code: "template-invalid"; readonly detail: string }
  | { readonly code: "profile-invalid"; readonly detail: string }
  | { readonly code: "sheet-exists"; readonly sheet: string }
  | { readonly code: "closed" }
  /** The file does not hold what the parent was read from, so that it cannot be read otherwise. */
  | { readonly code: "parent-not-kept" }
  /** Read with the columns the user named, the parent has no task. */
  | { readonly code: "correction-empty" }
  | { readonly code: "engine-gone" }
  | { readonly code: "public-problems"; readonly count: number }
  /** A writing may have been done in part; the journal knows what. */
  | { readonly code: "half-written"; readonly cause: HostFailure };

/** What a command tells when it is done: one sentence for the notice line; "" for none. */
export type Done = string;

/**
 * One thing the user can do. The same object stands behind the ribbon button, the pane, the workbench and the command
 * line. `id` is also the FunctionName in manifest.xml where the command has a ribbon button.
 */
export interface Command<Args = void> {
  readonly id: string;
  readonly label: string;
  run(app: App, args: Args, progress: Progress): Promise<Result<Done, Failure>>;
}

/** How a long command tells how far it is and learns that the user no longer wants it. */
export interface Progress {
  report(done: number, total: number): void;
  readonly cancelled: () => boolean;
}
