import type { CellValue, MergeArea } from "../grid/sheet-grid";
import type { Deadline } from "../deadline/deadline";
import type { Field } from "../ledger/fields";
import type { ChosenColumns } from "../ledger/ledger";
import type { Responsibility } from "../responsibility/responsibility";

/** A document, whatever its format, as a sequence of paragraphs and tables in reading order. */
export type DocumentBlock = ParagraphBlock | TableBlock;

/** One paragraph; automatic numbers are written out, hidden and deleted text is left out. */
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
  /** Whether it is set apart as a title or heading (style, size or tag), as far as the format tells. */
  readonly heading: boolean;
}

/** One table. Cells covered by a merge are null; the shape is rectangular. Dates from sheets are Excel serial numbers with their format in `texts`. */
export interface TableBlock {
  readonly kind: "table";
  /** The sheet it comes from, for workbooks; "" otherwise. */
  readonly sheet: string;
  readonly values: readonly (readonly CellValue[])[];
  /** Shown texts, where they differ from the plain values; the same shape as `values`. */
  readonly texts: readonly (readonly string[])[];
  readonly merges: readonly MergeArea[];
}

/** One numbered requirement of the parent, 任务(项). */
export interface ParentTask {
  /** As printed, or inferred; "" when the document numbers nothing. */
  readonly seq: string;
  readonly level1: string;
  readonly level2: string;
  readonly requirement: string;
  /** The responsible-unit text as it stands, "" when there is none. */
  readonly units: string;
  /** The deadline text as it stands, "" when there is none. */
  readonly deadline: string;
  /** Fields not printed but understood. */
  readonly inferred: readonly Field[];
  readonly responsibility: Responsibility;
  readonly due: Deadline;
}

/** One column of the table that a parent was read from, and what it was taken for. */
export interface ParentColumn {
  /** 0-based, within the document's table. */
  readonly column: number;
  /** What stands above it, "" for nothing. */
  readonly label: string;
  /** The beginning of the first text below the header, to know the column by; "" when it is empty. */
  readonly example: string;
  readonly field: Field | null;
}

/** What the user says was misread of a parent. Only what he says; all else is read as before. */
export interface ParentCorrection {
  readonly columns?: ChosenColumns;
  readonly docNumber?: string;
  readonly year?: number;
  /** ISO date. */
  readonly issued?: string;
}

/** The parent document, 上级文件, read into tasks. */
export interface ParentDocument {
  readonly title: string;
  /** 皖政办秘〔2021〕52号, "" when not found. */
  readonly docNumber: string;
  /** The issuing organ, "" when not found. */
  readonly issuer: string;
  readonly year: number | null;
  /** 成文日期 as an ISO date, null when not found. */
  readonly issued: string | null;
  /** The fields the document's table has, in its order. Empty for a document in prose. */
  readonly columns: readonly Field[];
  readonly tasks: readonly ParentTask[];
  /** What a reader of the result should know: "表头在第2页重复", "有3项没有编号". In Chinese, shown to the user. */
  readonly notes: readonly string[];
  /** A fingerprint of the tasks, for telling versions apart. */
  readonly fingerprint: string;
  /** The columns of its table from left to right, for setting them right; absent for a document in prose. */
  readonly layout?: readonly ParentColumn[];
  /** What of it the user has set right; absent when nothing. */
  readonly correction?: ParentCorrection;
  /** The document says that the first unit named leads. */
  readonly firstIsLead?: boolean;
  /** What it was read from is kept with it, so that it can be read again otherwise. */
  readonly correctable?: boolean;
}

/** Why a document gave no tasks. */
export type ParentFailure = { readonly code: "no-tasks" } | { readonly code: "document-empty" };
