import type { LedgerRow } from "../ledger/ledger";
import { rowNumber, shortened } from "../rules/cell-words";
import type { TemplateLike } from "./template";

/** What a row is about, short enough for a list: its requirement, else its nearest heading. */
export function aboutRow(row: LedgerRow): string {
  return shortened(row.cells.requirement?.text || row.cells.level2?.text || row.cells.level1?.text || `第${rowNumber(row)}行`);
}

/** What a rule kept from a choice recognises the row by. */
export function likeRow({ cells }: LedgerRow): TemplateLike {
  return { requirement: cells.requirement?.text ?? "", level1: cells.level1?.text ?? "", level2: cells.level2?.text ?? "" };
}
