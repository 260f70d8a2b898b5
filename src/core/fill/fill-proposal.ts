import type { SetCellEdit } from "../edits/edit";
import type { CellRef } from "../grid/address";
import type { CellValue } from "../grid/sheet-grid";
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
  /** The column as the sheet calls it. */
  readonly label: string;
  readonly at: CellRef;
  /** The requirement, shortened, so that the user knows the row. */
  readonly about: string;
  /** The requirement in full with its headings: what a rule kept from a choice recognises the row by. */
  readonly like: TemplateLike;
  readonly before: string;
  /** The cell's value as it is now: the precondition of whatever is written. */
  readonly held: CellValue;
  /** What would be written; "" for choose until one is chosen. */
  readonly after: string;
  readonly choices: readonly { readonly value: string; readonly reason: string }[];
  /** Why: 去年第3行“…”写的是“办公室牵头”. */
  readonly reason: string;
  readonly confidence: FillConfidence;
  readonly edits: readonly SetCellEdit[];
}

/** What was asked for: answers out of a template, one 处室 in the place of another, answers that came back from 处室. */
export type FillKind = "template" | "replacement" | "answers";

/** Everything 套用分工, 换处室 or 收回答复 would do. */
export interface FillProposal {
  readonly kind: FillKind;
  readonly sheet: string;
  /** Where the answers come from, in words: 去年台账《…》. */
  readonly source: string;
  readonly items: readonly FillItem[];
  readonly skipped: readonly FillSkip[];
  /** Contradictions and unknown columns in the template, rows that came back changed: sentences in Chinese. */
  readonly notes: readonly string[];
}

export interface FillSkip {
  readonly sheetRow: number;
  readonly field: Field;
  readonly at: CellRef;
  /** no-rule: nothing speaks of the row · not-said: what does says nothing about this column · no-column: an answer for which the ledger has no column; `at` is the row's requirement. */
  readonly reason: "filled" | "no-rule" | "not-said" | "no-column" | "formula" | "locked" | "covered-by-merge" | "hidden";
}
