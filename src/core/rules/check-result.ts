import type { Ledger } from "../ledger/ledger";
import type { NotChecked, Problem } from "./rule";

/** ready: nothing at 必改 · blocked: something at 必改 · incomplete: nothing at 必改, but a rule that could say 必改 did not run. */
export type Verdict = "ready" | "blocked" | "incomplete";

/** A problem the user decided not to change, with the reason. */
export interface IgnoredProblem {
  readonly problem: Problem;
  readonly reason: string;
}

/** What one check of one sheet found. Plain data; the same on every host. */
export interface CheckResult {
  readonly sheet: string;
  readonly verdict: Verdict;
  /** Sorted by place, then level, then rule. */
  readonly problems: readonly Problem[];
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly ignored: readonly IgnoredProblem[];
  /** Known problems (已知问题，本次不提示): counted in the verdict, hidden from the list. */
  readonly known: readonly Problem[];
  readonly notChecked: readonly NotChecked[];
  /** How many rules ran. */
  readonly checked: number;
  readonly ledger: Ledger;
  readonly rowCount: number;
}
