import type { LedgerRow } from "../ledger/ledger";
import type { MatchItem } from "./matching";

/** What matching looks at in a ledger row. A ledger that keeps its text in the headings alone matches by these. */
export function matchItemOf(row: LedgerRow): MatchItem {
  const { seq, level1, level2, level3, requirement } = row.cells;
  return {
    seq: seq?.text ?? "",
    level1: level1?.text ?? "",
    level2: level3?.text || level2?.text || "",
    requirement: requirement?.text ?? "",
  };
}
