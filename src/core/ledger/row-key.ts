import { fingerprint } from "../text/fingerprint";
import { normalizeForCompare } from "../text/normalize";
import type { Field } from "./fields";
import type { RowKey } from "./ledger";

/** What a row is known by. */
export interface RowIdentity {
  readonly seq: string;
  readonly requirement: string;
  /** What tells rows without a requirement apart: their units and deadline. */
  readonly rest: string;
}

/**
 * The keys of all rows, in order; no two are equal. A row whose requirement is the only one of its kind is known by the
 * requirement alone, so that inserting rows and renumbering leave its key as it is. Equal requirements are told apart by
 * their numbers, and equal numbers by their order.
 */
export function rowKeys(rows: readonly RowIdentity[]): RowKey[] {
  const stems = rows.map((row) => {
    const words = normalizeForCompare(row.requirement);
    return words === "" ? `${OF_REST}${fingerprint(normalizeForCompare(row.rest))}` : fingerprint(words);
  });
  const numbered = stems.map((stem, i) => `${stem}#${normalizeForCompare(rows[i]?.seq ?? "")}`);
  const stemCount = countOf(stems);
  const numberedCount = countOf(numbered);
  const order = new Map<string, number>();
  return stems.map((stem, i) => {
    if (stemCount.get(stem) === 1) return stem;
    const key = numbered[i] ?? stem;
    if (numberedCount.get(key) === 1) return key;
    const place = (order.get(key) ?? 0) + 1;
    order.set(key, place);
    return `${key}/${place}`;
  });
}

const OF_REST = "r-";

/** Whether a change of the field may change the row's key: number and requirement, and what a row without requirement is known by. */
export function isOfKey(field: Field, key: RowKey): boolean {
  return field === "requirement" || field === "seq" || key.startsWith(OF_REST);
}

function countOf(keys: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  return count;
}
