import type { SetCellEdit } from "../core/edits/edit";
import { columnLetters } from "../core/grid/address";
import type { Ledger } from "../core/ledger/ledger";
import { outputStrings } from "../strings/output";

/**
 * Where a change was made, in words: 第8行“时限要求”. The row is looked for by its name in the last reading of its sheet,
 * because the address of old may have moved; without a reading the address is all there is.
 *
 * @param ledger the last reading of the sheet that the change is on; null for none.
 */
export function placeWords({ at, row: key, field }: SetCellEdit, ledger: Ledger | null): string {
  const named = key === undefined || field === undefined ? [] : (ledger?.rows ?? []).filter((row) => row.key === key);
  const now = (named.length === 1 ? named[0]!.cells[field!]?.at : undefined) ?? at;
  const label = ledger?.blocks.map(({ labels }) => labels.get(now.column)?.replace(/\s+/gu, "") ?? "").find((text) => text !== "");
  return label === undefined ? outputStrings.placeByLetters({ row: now.row + 1, letters: columnLetters(now.column) }) : outputStrings.place({ row: now.row + 1, label });
}
