import type { Choices } from "../core/kept/choices";
import type { FixPlan } from "../core/edits/plan-fixes";
import type { UnitDraft } from "../core/fill/draft-for-unit";
import type { Enrichment, EnrichmentPlan } from "../core/fill/enrichment";
import type { FillProposal } from "../core/fill/fill-proposal";
import type { FillTemplate } from "../core/fill/template";
import type { SheetGrid } from "../core/grid/sheet-grid";
import type { Ledger, LedgerFailure, TableFound } from "../core/ledger/ledger";
import type { Alignment, TaskBinding } from "../core/matching/matching";
import type { DocumentBlock, ParentDocument, ParentFailure } from "../core/parent/parent-document";
import type { MatchSheetOfCheck } from "../core/report/match-sheet-of-check";
import type { ReportSheet } from "../core/report/report-sheet";
import type { Result } from "../core/result";
import type { CheckResult } from "../core/rules/check-result";
import type { Profile } from "../core/rules/profile";
import type { KeptPart, SheetInfo, WorkbookFacts } from "../core/workbook";
import type { DocumentFailure } from "../documents/document";

/** Everything one check needs; plain data, handed to the worker as it is. */
export interface CheckInput {
  readonly grid: SheetGrid;
  readonly sheets: readonly SheetInfo[];
  readonly facts: WorkbookFacts | null;
  readonly parents: readonly ParentDocument[];
  readonly choices: Choices;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Overrides of the command line: year, issue date, profile. */
  readonly year?: number;
  readonly issued?: string;
  readonly profile?: Profile;
  /** Which rules to run: all but the public ones, or the public ones only. */
  readonly scope?: "check" | "public";
}

/** What one check gives: the result, and the readings the views need. */
export interface CheckOutcome {
  readonly result: CheckResult;
  readonly profile: Profile;
  readonly year: number | null;
  readonly alignment: Alignment | null;
  readonly bindings: readonly TaskBinding[] | null;
  readonly tables: readonly TableFound[];
}

/**
 * The pure core as a service. `engine-inline.ts` answers in process, `core-over-worker.ts` from a Web Worker; a caller
 * cannot tell. A worker that was ended rejects with `EngineGone`.
 */
export interface Engine {
  /** Opens a parent document of any format and reads its tasks. */
  openParent(bytes: Uint8Array, fileName: string, choice?: { readonly year?: number }): Promise<Result<ParentDocument, ParentOpenFailure>>;
  /** Reads tasks from what was pasted. */
  parentOfPaste(paste: { readonly html?: string; readonly text: string }): Promise<Result<ParentDocument, ParentOpenFailure>>;
  /** Reads tasks from a sheet of the workbook at hand. */
  parentOfBlocks(blocks: readonly DocumentBlock[]): Promise<Result<ParentDocument, ParentOpenFailure>>;
  readLedger(grid: SheetGrid, choices: Choices): Promise<Result<Ledger, LedgerFailure>>;
  check(input: CheckInput): Promise<Result<CheckOutcome, LedgerFailure>>;
  /** The same result as `check` would give, faster: reuses the readings of the last check of this sheet. */
  recheck(input: CheckInput): Promise<Result<CheckOutcome, LedgerFailure>>;
  /** Puts the sure changes of texts together, one edit a cell; of all problems, or of those named. */
  planFixes(input: CheckInput, problemIds?: readonly string[]): Promise<Result<FixPlan, LedgerFailure>>;
  /** What 套用分工 would fill, from a template. */
  proposeFill(input: FillInput): Promise<Result<FillProposal, FillFailure>>;
  /** What enriching would write. */
  planEnrichment(input: CheckInput, names: readonly Enrichment[]): Promise<Result<EnrichmentPlan, LedgerFailure>>;
  /** The parent documents kept with a file, and how many of their parts could not be read. */
  readParents(parts: readonly KeptPart[]): Promise<{ readonly parents: readonly ParentDocument[]; readonly damaged: number }>;
  /** 生成初稿 for a unit, as a sheet not yet written. */
  draftLedger(parents: readonly ParentDocument[], unit: string): Promise<UnitDraft>;
  /** 对照表 of a finished check. */
  matchSheet(check: MatchSheetOfCheck): Promise<ReportSheet>;
  /** 按单位拆分; null when no row names a unit. */
  splitByUnit(ledger: Ledger): Promise<ReportSheet | null>;
  /** Ends what is running; the next call starts anew. */
  cancel(): void;
}

/** Which template fills the sheet. */
export type FillSource =
  /** Last year's ledger or another office's, in any readable format; or a template file (.json). */
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName: string }
  /** The sheet 责任分工 of the workbook. */
  | { readonly kind: "sheet"; readonly grid: SheetGrid }
  /** The parent document itself, for a sheet at the parent's own level. */
  | { readonly kind: "parent" }
  /** One that is shipped, or kept with the file. */
  | { readonly kind: "template"; readonly template: FillTemplate };

export interface FillInput {
  readonly check: CheckInput;
  readonly source: FillSource;
  /** Also cells that are filled already. */
  readonly all: boolean;
  /** Only rows between these sheet rows (0-based, inclusive); null: the whole table. */
  readonly rows: { readonly first: number; readonly last: number } | null;
}

export type FillFailure =
  | { readonly from: "document"; readonly failure: DocumentFailure }
  | { readonly from: "ledger"; readonly failure: LedgerFailure }
  | { readonly from: "command"; readonly failure: { readonly code: "template-invalid"; readonly detail: string } | { readonly code: "no-parent" } };

export type ParentOpenFailure = { readonly from: "document"; readonly failure: DocumentFailure } | { readonly from: "parent"; readonly failure: ParentFailure };

/** Thrown when the worker was ended while it was computing. */
export class EngineGone extends Error {
  constructor() {
    super("engine ended");
    this.name = "EngineGone";
  }
}
