import type { Field } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import type { RuleContext } from "./rule";

/** Up to this share of rows, blanks under a filled cell are slips; above it they are the sheet's way of not repeating. */
const FEW = 0.1;

/**
 * The rows whose blank in `field` may stand for the cell above although a heading lies between: the column has lost its
 * merges, blanks under filled cells are usual in the sheet, and a merged cell may have reached over the heading. A sheet
 * that has merges over several rows in other columns has not lost them, so that there only blanks of the same column tell
 * what is usual. Empty where the column itself still has such a merge, or where blanks are few.
 */
export function rowsMaybeAsAbove(context: RuleContext, field: Field): ReadonlySet<LedgerRow> {
  const { grid, ledger } = context;
  const column = ledger.columns[field];
  const rows = ledger.rows.filter((row) => row.cells[field]);
  const merges = grid.merges.filter(({ top, bottom }) => bottom > top && rows.some(({ row }) => top <= row && row <= bottom));
  const isMerged = merges.some(({ left, right }) => column !== undefined && left <= column && column <= right);
  const firstFilled = rows.findIndex((row) => row.cells[field]!.text !== "");
  if (isMerged || firstFilled < 0) return new Set();
  const blanks = rows.slice(firstFilled).filter((row) => row.cells[field]!.text === "");
  const looked = (cells: LedgerRow["cells"]) => (merges.length > 0 ? [cells[field]!] : Object.values(cells));
  const inherited = rows.filter(({ cells }) => looked(cells).some(({ source }) => source === "inherited"));
  const count = blanks.length + inherited.length;
  return new Set(count > 1 && count > rows.length * FEW ? blanks : []);
}

/**
 * Whether blanks under filled cells are slips in this column: few of many rows, or the only blank of a column in a sheet
 * that leaves nothing out elsewhere. Else not repeating what stands above is the sheet's way.
 */
export function areBlanksSlips({ ledger }: RuleContext, field: Field, rows: readonly LedgerRow[]): boolean {
  const blanks = rows.filter(({ cells }) => cells[field] && (cells[field].source === "inherited" || cells[field].text === ""));
  const inherited = blanks.filter(({ cells }) => cells[field]!.source === "inherited");
  if (inherited.length <= rows.length * FEW) return true;
  if (blanks.length !== 1) return false;
  const times = new Map<string, number>();
  for (const { cells } of ledger.rows) for (const [other, { source }] of Object.entries(cells)) if (source === "inherited") times.set(other, (times.get(other) ?? 0) + 1);
  return !LEVELS.some((level) => times.has(level)) && [...times.values()].every((count) => count === 1);
}

/** Headings are left out below the first of their rows as a matter of course, and other cells with them. */
const LEVELS = ["level1", "level2", "level3"] as const satisfies readonly Field[];
