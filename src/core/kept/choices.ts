import type { ReadingChoice } from "../ledger/ledger";
import type { LinkDecision } from "../matching/matching";
import type { Profile } from "../rules/profile";
import type { SheetPrint } from "./sheet-print";

/**
 * What the user decided about this file, kept in it. One record for the whole workbook; entries that belong to a sheet
 * name it. A later year's sheet starts anew: ignores and links name the parent they were made for.
 */
export interface Choices {
  readonly version: 1;
  /** 本单位, "" when not chosen. */
  readonly unit: string;
  /** 检查口径: the id of a built-in one, or a whole one of the user's; null: choose by the sheet. */
  readonly profile: string | Profile | null;
  /** By sheet name. */
  readonly reading: Readonly<Record<string, ReadingChoice>>;
  readonly ignores: readonly Ignore[];
  readonly links: readonly LinkDecision[];
  /** Problem ids of 已知问题，本次不提示. */
  readonly known: readonly string[];
  /** Unit names imported by the user. */
  readonly units: readonly string[];
  /** Pairs of names the user says are two units, sorted, joined with "|". */
  readonly distinctUnits: readonly string[];
  /** Template rules kept when a choice was accepted; see fill/. */
  readonly templateRules: readonly unknown[];
  /** When 定稿 closed the record, ISO time; null while open. */
  readonly closed: string | null;
  /** The last check after which something of ours was written; null when there was none. */
  readonly lastCheck: LastCheck | null;
}

/** What a check found, in short, and what the sheet held then. */
export interface LastCheck {
  readonly sheet: string;
  /** ISO time. */
  readonly time: string;
  readonly print: SheetPrint;
  /** The verdict as it was said. */
  readonly verdict: string;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface Ignore {
  /** A problem's id, or a kind with "*" at its end for all of a kind. */
  readonly problem: string;
  readonly reason: string;
  /** Fingerprint of the parent it was decided against; "" when none was loaded. A new parent drops it. */
  readonly parent: string;
}

export const NO_CHOICES: Choices = {
  version: 1,
  unit: "",
  profile: null,
  reading: {},
  ignores: [],
  links: [],
  known: [],
  units: [],
  distinctUnits: [],
  templateRules: [],
  closed: null,
  lastCheck: null,
};
