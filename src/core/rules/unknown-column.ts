import type { Ledger } from "../ledger/ledger";
import { labelKind } from "../ledger/labels";

/** Whether a column of the sheet's first table has a label that says nothing to us: what seems to be missing may stand there. */
export function hasUnknownColumn({ blocks: [block] }: Ledger): boolean {
  if (!block) return false;
  const seated = new Set(Object.values(block.columns));
  return [...block.labels].some(([column, label]) => label !== "" && !seated.has(column) && labelKind(label) === null);
}
