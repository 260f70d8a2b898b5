import type { RowKey } from "../ledger/ledger";
import type { ParentDocument } from "../parent/parent-document";
import { normalizeForCompare } from "../text/normalize";
import type { DecidedRow, LinkDecision, MatchItem } from "./matching";
import { taskKeys } from "./task-keys";

/** The rows of the ledger as decisions name them. */
export interface KeyedRows {
  readonly rows: readonly MatchItem[];
  /** Row keys, one per row. */
  readonly keys: readonly RowKey[];
}

/**
 * Finds the rows and tasks that kept decisions speak of. A row is found by its key; where the key is gone (the sheet was
 * renumbered) by its requirement, if exactly one row has it. A later decision about the same row replaces an earlier.
 *
 * @returns `decided` for `alignTasks`; `lost` are decisions for this parent whose row or one of whose tasks is no longer
 * there: nothing is guessed, the rows are matched as if never decided.
 */
export function resolveDecisions(decisions: readonly LinkDecision[], { rows, keys }: KeyedRows, parent: ParentDocument): { decided: DecidedRow[]; lost: LinkDecision[] } {
  const own = decisions.filter((decision) => isFor(decision, parent));
  if (own.length === 0) return { decided: [], lost: [] };
  const rowOfKey = places(keys);
  const rowOfText = places(rows.map((row) => normalizeForCompare(row.requirement)));
  const taskOfKey = places(taskKeys(parent.tasks));

  const decided = new Map<number, readonly number[]>();
  const lost: LinkDecision[] = [];
  for (const decision of own) {
    const text = normalizeForCompare(decision.requirement ?? "");
    const row = only(rowOfKey.get(decision.row)) ?? (text === "" ? undefined : only(rowOfText.get(text)));
    const tasks = decision.tasks.map((key) => only(taskOfKey.get(key)));
    if (row === undefined || tasks.includes(undefined)) lost.push(decision);
    else decided.set(row, tasks.filter((task) => task !== undefined));
  }
  return { decided: [...decided].map(([row, tasks]) => ({ row, tasks })), lost };
}

function isFor(decision: LinkDecision, parent: ParentDocument): boolean {
  return decision.parent !== "" && (decision.parent === parent.fingerprint || decision.parent === parent.docNumber);
}

function places(values: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  values.forEach((value, at) => {
    const list = found.get(value);
    if (list) list.push(at);
    else found.set(value, [at]);
  });
  return found;
}

function only(found: readonly number[] | undefined): number | undefined {
  return found?.length === 1 ? found[0] : undefined;
}
