import type { LedgerRow } from "../ledger/ledger";

/** Sheet rows from first to last, 0-based and inclusive: what the user selected, or named as 第3-8行. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Whether a row of the ledger stands in one of the spans; null means the whole table. */
export function isChosen(row: LedgerRow, spans: readonly RowSpan[] | null): boolean {
  return spans === null || row.rows.some((each) => spans.some(({ first, last }) => each >= first && each <= last));
}
