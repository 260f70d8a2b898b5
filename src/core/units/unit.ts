import type { IsoDate } from "../deadline/deadline";
import type { OfficeLevel } from "../responsibility/responsibility";

/** What kind of organ a unit is; decides whom 各组成部门 binds and which prefix is restored. */
export type UnitType =
  | "组成部门"
  | "直属特设机构"
  | "直属机构"
  | "办公机构"
  | "议事协调机构"
  | "垂管"
  | "党委部门"
  | "群团"
  | "事业单位"
  | "企业"
  | "政府"
  | "内设机构";

/** How a name relates to its organ. standard: full name · short: 规范化简称 · spoken: 市发改委 · former: a name no longer in force. */
export type NameForm = "standard" | "short" | "spoken" | "former";

/** One name of an organ, without the level prefix where the organ exists at several levels. */
export interface UnitName {
  /** "{prefix}" stands where 省 / 市 / 县 / 区 or a place name goes: "{prefix}发展和改革委员会". */
  readonly pattern: string;
  readonly form: NameForm;
  /** The levels at which the organ is called so; absent: every level of the entry. */
  readonly levels?: readonly OfficeLevel[];
  /**
   * The pattern of the full name that this is a short, spoken or former short form of. Names with one full name are one
   * organ's; two full names of an entry (发展和改革委员会, 发展和改革局) are what different places call it.
   */
  readonly of?: string;
  /** For former names: the year in which the change took force, and whether a source confirms it for every place. */
  readonly until?: { readonly year: number; readonly confirmed: boolean; readonly source: string };
  /** For current names that began some time: silent for documents before it. */
  readonly since?: { readonly year: number; readonly source: string };
}

/** One organ, at one or more levels. */
export interface UnitEntry {
  /** Stable, English, lower case with dashes: "development-and-reform". Counterparts between levels share it. */
  readonly id: string;
  readonly type: UnitType;
  readonly levels: readonly OfficeLevel[];
  readonly names: readonly UnitName[];
  /** Ids of other organs whose work it also does: 教育体育局 answers to 教育厅 and 体育局. */
  readonly counterparts?: readonly string[];
  /** The entry's own tests: [written, the id and full name expected], run when the directory is loaded. */
  readonly tests: readonly { readonly written: string; readonly expected: string }[];
}

/** Why two names may be one organ. */
export type ReconcileReason = "same" | "abbreviation" | "renamed" | "typing-slip" | "same-sound" | "other-level";

export interface UnitCandidate {
  /** The standard name at the written name's level: 市发展和改革委员会. */
  readonly name: string;
  /** The standard short form where there is one, else the name. */
  readonly short: string;
  readonly entryId: string;
  /** 0–1; 1 is certain. */
  readonly score: number;
  readonly reason: ReconcileReason;
}

/** same: certainly this organ · suspect: probably a slip of one of the candidates · unknown: nothing known is near. */
export type Judgment = "same" | "suspect" | "unknown";

export interface Reconciliation {
  readonly written: string;
  readonly judgment: Judgment;
  /** Best first. */
  readonly candidates: readonly UnitCandidate[];
}

/** What is known where the name is written. */
export interface ReconcileContext {
  readonly level: OfficeLevel | null;
  /** The document's date or year-end, for renames; null: do not judge renames. */
  readonly date: IsoDate | null;
  /** Names taken as right here: the parent's, the sheet's own majority, the user's imported list. */
  readonly local: readonly string[];
}
