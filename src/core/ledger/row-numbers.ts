import { textOf } from "./draft";
import type { NumberedDraft } from "./items";

/**
 * Gives rows without a number the one that a careful reader counts out, where it is certain: between two printed numbers
 * that leave exactly as many out, before the first where the count comes out at 1, after the last where numbers run on.
 * Marks it as inferred. Tables that number few of their rows are left as they are.
 */
export function inferNumbers(rows: readonly NumberedDraft[]): void {
  const known = rows.filter((row) => row.value !== null).length;
  if (known < 2 || known < rows.length * 0.6) return;
  let steps = 0;
  let even = 0;
  for (let i = 1; i < rows.length; i++) {
    const [a, b] = [rows[i - 1]?.value ?? null, rows[i]?.value ?? null];
    if (a === null || b === null) continue;
    steps++;
    if (b === a + 1) even++;
  }
  const runsOn = steps > 0 && even >= steps * 0.7;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i]?.value !== null || hasOwnNumber(rows[i]!)) continue;
    let end = i;
    while (end < rows.length && rows[end]?.value === null && !hasOwnNumber(rows[end]!)) end++;
    const count = end - i;
    const before = i === 0 ? 0 : (rows[i - 1]?.value ?? null);
    const after = rows[end]?.value ?? null;
    const fits = before !== null && (after === null ? end === rows.length && runsOn : after - before - 1 === count || (after === 1 && runsOn && inOneSection(rows, i - 1, end - 1)));
    if (fits) for (let k = 0; k < count; k++) count1(rows[i + k]!, before + k + 1);
    i = end;
  }
}

function hasOwnNumber(row: NumberedDraft): boolean {
  return textOf(row.draft, "seq") !== "";
}

function inOneSection(rows: readonly NumberedDraft[], first: number, last: number): boolean {
  const level = (row: NumberedDraft | undefined): string => (row ? `${textOf(row.draft, "level1")}|${textOf(row.draft, "level2")}|${row.draft.section}` : "");
  for (let i = first + 1; i <= last; i++) if (level(rows[i]) !== level(rows[first])) return false;
  return true;
}

function count1(row: NumberedDraft, value: number): void {
  const { draft } = row;
  const cell = draft.cells.get("seq");
  const at = cell?.at ?? draft.cells.get("requirement")?.at ?? { row: draft.rows[0] ?? 0, column: 0 };
  draft.cells.set("seq", { text: String(value), loose: "", raw: cell?.raw ?? "", at, source: "counted", parts: [], area: cell?.area });
  draft.inferred.add("seq");
  row.value = value;
}
