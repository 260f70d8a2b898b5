import type { Choices } from "../core/kept/choices";
import type { FixPlan } from "../core/edits/plan-fixes";
import type { UnitDraft } from "../core/fill/draft-for-unit";
import type { Enrichment, EnrichmentPlan, EnrichPlace } from "../core/fill/enrichment";
import type { FillProposal } from "../core/fill/fill-proposal";
import type { UnitNotNamed, UnitReplacement } from "../core/fill/replace-unit";
import type { RowSpan } from "../core/fill/row-span";
import type { FillTemplate } from "../core/fill/template";
import type { SheetGrid } from "../core/grid/sheet-grid";
import type { Ledger, LedgerFailure, TableFound } from "../core/ledger/ledger";
import type { Alignment, TaskBinding } from "../core/matching/matching";
import type { DocumentBlock, ParentCorrection, ParentDocument, ParentFailure } from "../core/parent/parent-document";
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
  openParent(bytes: Uint8Array, fileName: string, choice?: { readonly year?: number }): Promise<Result<OpenedParent, ParentOpenFailure>>;
  /** Reads tasks from what was pasted. */
  parentOfPaste(paste: { readonly html?: string; readonly text: string }): Promise<Result<OpenedParent, ParentOpenFailure>>;
  /** Reads tasks from a sheet of the workbook at hand. */
  parentOfBlocks(blocks: readonly DocumentBlock[]): Promise<Result<OpenedParent, ParentOpenFailure>>;
  /** Reads a kept parent again, from the text of its part, with what the user set right; no correction: as it was first read. */
  correctParent(part: string | null, correction: ParentCorrection): Promise<Result<OpenedParent, ParentCorrectionFailure>>;
  readLedger(grid: SheetGrid, choices: Choices): Promise<Result<Ledger, LedgerFailure>>;
  check(input: CheckInput): Promise<Result<CheckOutcome, LedgerFailure>>;
  /** The same result as `check` would give, faster: reuses the readings of the last check of this sheet. */
  recheck(input: CheckInput): Promise<Result<CheckOutcome, LedgerFailure>>;
  /** Puts the sure changes of texts together, one edit a cell; of all problems, or of those named. */
  planFixes(input: CheckInput, problemIds?: readonly string[]): Promise<Result<FixPlan, LedgerFailure>>;
  /** What 套用分工 would fill from a template, 换处室 would change, or 收回答复 would take over. */
  proposeFill(input: FillInput): Promise<Result<FillProposal, FillFailure>>;
  /** The template that would fill, to be kept as a file. */
  templateOf(input: CheckInput, source: TemplateSource): Promise<Result<FillTemplate, FillFailure>>;
  /** The units a ledger names, most named first. */
  unitNames(ledger: Ledger): Promise<readonly string[]>;
  /** What enriching would write. */
  planEnrichment(input: CheckInput, names: readonly Enrichment[], place: EnrichPlace): Promise<Result<EnrichmentPlan, LedgerFailure>>;
  /** The parent documents kept with a file, and how many of their parts could not be read. */
  readParents(parts: readonly KeptPart[]): Promise<{ readonly parents: readonly ParentDocument[]; readonly damaged: number }>;
  /** 生成初稿 for a unit, as a sheet not yet written. */
  draftLedger(parents: readonly ParentDocument[], unit: string): Promise<UnitDraft>;
  /** 对照表 of a finished check. */
  matchSheet(check: MatchSheetOfCheck): Promise<ReportSheet>;
  /** 按单位拆分 on one sheet; null when no row names a unit. */
  splitByUnit(ledger: Ledger): Promise<ReportSheet | null>;
  /** 按单位拆分 as the sheets of a workbook; empty when no row names a unit. */
  splitToSheets(ledger: Ledger): Promise<readonly ReportSheet[]>;
  /** Ends what is running; the next call starts anew. */
  cancel(): void;
}

/** Which template fills the sheet. */
export type TemplateSource =
  /** Last year's ledger or another office's, in any readable format; or a template file (.json). */
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName: string }
  /** The sheet 责任分工 of the workbook. */
  | { readonly kind: "sheet"; readonly grid: SheetGrid }
  /** The parent document itself, for a sheet at the parent's own level, or with its names adapted to ours by 对口. */
  | { readonly kind: "parent"; readonly adapts: boolean }
  /** The ledger at hand, as it is filled: to be kept for the next one. */
  | { readonly kind: "ledger" }
  /** One that is shipped, or kept with the file. */
  | { readonly kind: "template"; readonly template: FillTemplate };

/** A list of 按单位拆分 that came back: a sheet of the workbook at hand, or a file in any readable format. */
export type ReturnedSource = { readonly kind: "sheet"; readonly grid: SheetGrid } | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName: string };

/** Where the answers come from. */
export type FillSource = TemplateSource | ({ readonly kind: "replacement" } & UnitReplacement) | { readonly kind: "answers"; readonly lists: readonly ReturnedSource[] };

export interface FillInput {
  readonly check: CheckInput;
  readonly source: FillSource;
  /** Also cells that are filled already. */
  readonly all: boolean;
  /** Only these rows; null: the whole table. */
  readonly rows: readonly RowSpan[] | null;
}

export type FillFailure =
  | { readonly from: "document"; readonly failure: DocumentFailure }
  | { readonly from: "ledger"; readonly failure: LedgerFailure }
  | { readonly from: "command"; readonly failure: { readonly code: "template-invalid"; readonly detail: string } | { readonly code: "no-parent" } | { readonly code: "no-answers"; readonly file: string } | ({ readonly code: "unit-not-named" } & UnitNotNamed) };

export type ParentOpenFailure = { readonly from: "document"; readonly failure: DocumentFailure } | { readonly from: "parent"; readonly failure: ParentFailure };

/** A parent as read, and the part that keeps it with the file, made where the reading is done. */
export interface OpenedParent {
  readonly parent: ParentDocument;
  readonly part: KeptPart;
}

/** parent-not-kept: the file does not hold what it was read from. correction-empty: read so, it has no task at all. */
export type ParentCorrectionFailure = { readonly code: "parent-not-kept" | "correction-empty" };

/** Thrown when the worker was ended while it was computing. */
export class EngineGone extends Error {
  constructor() {
    super("engine ended");
    this.name = "EngineGone";
  }
}
