import type { LedgerReading } from "../ledger/patch-ledger";
import type { Alignment, MatchItem, TaskBinding } from "../matching/matching";
import type { MatchMemory } from "../matching/match-rows";
import { emptyRowMemory, type RowMemory } from "./row-memory";
import type { TextReadings } from "./text-readings";

/**
 * What may be carried from one check of a sheet to the next. The check fills and reads it; the result with it is the
 * same as without (a property test holds that).
 */
export interface CheckMemory {
  readonly rows: RowMemory;
  readonly matching: MatchMemory;
  reading?: LedgerReading;
  texts?: TextReadings;
  /** The first reading of unit cells, which tells the level. */
  firstTexts?: TextReadings;
  aligned?: AlignedBefore;
}

/** The last alignment, with all that it was made of; reused when that is the same. */
export interface AlignedBefore {
  readonly items: readonly MatchItem[];
  readonly keys: readonly string[];
  readonly against: string;
  readonly alignment: Alignment;
  readonly bindings: readonly TaskBinding[] | null;
}

export function emptyCheckMemory(): CheckMemory {
  return { rows: emptyRowMemory(), matching: new Map() };
}
