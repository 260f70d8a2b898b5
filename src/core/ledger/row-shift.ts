import { looksLikeDeadline, looksLikeSentence, looksLikeSerial, looksLikeUnits } from "./looks-like";
import { FIELDS, type Field } from "./fields";
import type { ColumnMap } from "./columns";
import type { TableView } from "./table-view";

/** How well a row's cells look like what the columns say: points for each of number, requirement, units and deadline, minus points for what they cannot be. */
function rowFit(view: TableView, row: number, columns: ColumnMap): { readonly score: number; readonly misfits: number } {
  let score = 0;
  let misfits = 0;
  const judge = (column: number | undefined, good: (text: string) => boolean, bad: (text: string) => boolean): void => {
    const text = column === undefined ? "" : view.text(row, column);
    if (text === "") return;
    if (good(text)) score++;
    else if (bad(text)) {
      score--;
      misfits++;
    }
  };
  judge(columns.seq, looksLikeSerial, (text) => text.length > 6);
  judge(columns.deadline, looksLikeDeadline, (text) => looksLikeUnits(text) || looksLikeSentence(text));
  judge(columns.units ?? columns.leadUnits, looksLikeUnits, (text) => looksLikeDeadline(text) || (looksLikeSentence(text) && !text.includes("、")));
  judge(columns.requirement, looksLikeSentence, (text) => looksLikeSerial(text) || looksLikeDeadline(text));
  return { score, misfits };
}

/**
 * The columns of one row that stands out of line with its block: those of another block of the table, or the block's
 * own moved by one column from some column on, where that fits the cells clearly better. Null where the row fits as it is.
 */
export function shiftedRow(view: TableView, row: number, columns: ColumnMap, others: readonly ColumnMap[]): ColumnMap | null {
  const own = rowFit(view, row, columns);
  if (own.misfits === 0) return null;
  let best: ColumnMap | null = null;
  let score = own.score + 1;
  for (const candidate of [...others, ...movedByOne(columns, view.columns).filter((moved) => isWhole(view, row, columns, moved))]) {
    const fit = rowFit(view, row, candidate);
    if (fit.misfits > 0 || fit.score <= score) continue;
    best = candidate;
    score = fit.score;
  }
  return best;
}

/** Whether no filled cell of the row is left without a field, and what the requirement moved to is one. */
function isWhole(view: TableView, row: number, columns: ColumnMap, moved: ColumnMap): boolean {
  const taken = new Set(Object.values(moved));
  if (Object.values(columns).some((column) => !taken.has(column) && view.text(row, column) !== "")) return false;
  return moved.requirement === columns.requirement || moved.requirement === undefined || looksLikeSentence(view.text(row, moved.requirement));
}

/** What a row is read by: a shift that pushed one of these out of the table is not undone by guessing. */
const ESSENTIAL: ReadonlySet<Field> = new Set<Field>(["requirement", "units", "leadUnits", "deadline"]);

/**
 * The block's columns moved by one from some column on. A number, heading or remark whose place went out of the table,
 * or under the column that moved over it, is lost to the row.
 */
function movedByOne(columns: ColumnMap, width: number): ColumnMap[] {
  const moved: ColumnMap[] = [];
  const places = [...new Set(Object.values(columns))].sort((a, b) => a - b);
  for (const from of places) {
    for (const by of [1, -1]) {
      const candidate: ColumnMap = {};
      let isPossible = true;
      for (const field of FIELDS) {
        const column = columns[field];
        if (column === undefined) continue;
        const place = column >= from ? column + by : column;
        const isLost = place < 0 || place >= width || (by < 0 && column === from - 1);
        if (!isLost) candidate[field] = place;
        else if (ESSENTIAL.has(field)) isPossible = false;
      }
      if (isPossible) moved.push(candidate);
    }
  }
  return moved;
}
