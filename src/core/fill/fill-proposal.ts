import type { Edit } from "../edits/edit";
import type { CellRef } from "../grid/address";
import type { Field } from "../ledger/fields";
import type { RowKey } from "../ledger/ledger";
import type { TemplateLike } from "./template";

/** sure: one rule, one answer · probable: likely, a person should look · choose: several answers. */
export type FillConfidence = "sure" | "probable" | "choose";

/** One cell to fill, shown before anything is written. */
export interface FillItem {
  readonly id: string;
  readonly row: RowKey;
  /** 0-based sheet row. */
  readonly sheetRow: number;
  readonly field: Field;
  readonly at: CellRef;
  /** The requirement, shortened, so that the user knows the row. */
  readonly about: string;
  /** The requirement in full with its headings: what a rule kept from a choice recognises the row by. */
  readonly like: TemplateLike;
  readonly before: string;
  /** What would be written; "" for choose until one is chosen. */
  readonly after: string;
  readonly choices: readonly { readonly value: string; readonly reason: string }[];
  /** Why: 去年第3行“…”写的是“办公室牵头”. */
  readonly reason: string;
  readonly confidence: FillConfidence;
  readonly edits: readonly Edit[];
}

/** Everything 套用分工 would do. */
export interface FillProposal {
  readonly sheet: string;
  /** Where the answers come from, in words: 去年台账《…》. */
  readonly source: string;
  readonly items: readonly FillItem[];
  readonly skipped: readonly FillSkip[];
  /** Contradictions and unknown columns in the template, as sentences. */
  readonly notes: readonly string[];
}

export interface FillSkip {
  readonly sheetRow: number;
  readonly field: Field;
  readonly at: CellRef;
  readonly reason: "filled" | "no-rule" | "formula" | "locked" | "covered-by-merge" | "hidden";
}
