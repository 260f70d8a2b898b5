import type { ColumnMap } from "./columns";
import { UNIT_FIELDS, type Field } from "./fields";
import type { LineKind } from "./lines";
import { endsSentence } from "./looks-like";
import { serialStyle, type SerialStyle } from "./numbered-headings";
import { leadingNumber } from "./numbering";
import type { TableView } from "./table-view";

/** What most rows of a table do; a single row is judged by it. */
export interface RowHabits {
  /** Rows carry a number, in a column of its own or before the text. */
  readonly numbered: boolean;
  /** Requirements end with the mark that ends a sentence. */
  readonly terminated: boolean;
  readonly deadlineFull: boolean;
  readonly unitsFull: boolean;
  /** How rows that name a unit or a deadline are numbered in their column. */
  readonly itemStyles: ReadonlySet<SerialStyle>;
}

/** From this share of rows on, something is what the table does. */
const MOST = 0.6;
/** A way of numbering that fewer of the rows show is a slip. */
const SOME = 0.1;
/** So many rows of a block tell; more are passed over evenly. */
const SAMPLE = 300;

/** The habits of a table, from the rows of its blocks. */
export function rowHabits(view: TableView, kinds: ReadonlyMap<number, LineKind>, blocks: readonly { readonly rows: readonly number[]; readonly columns: ColumnMap }[]): RowHabits {
  const count = { rows: 0, numbered: 0, requirement: 0, ended: 0, deadline: 0, units: 0 };
  const styles = new Map<SerialStyle, number>();
  let styled = 0;
  for (const { rows, columns } of blocks) {
    const step = Math.max(1, Math.floor(rows.length / SAMPLE));
    for (let i = 0; i < rows.length; i += step) {
      const row = rows[i]!;
      const kind = kinds.get(row);
      if (kind !== "data" && kind !== "single") continue;
      const text = (field: Field): string => (columns[field] === undefined ? "" : view.text(row, columns[field]));
      const requirement = text("requirement");
      // A sentence cut in two ends in its second half, which often stands alone in its row.
      if (requirement !== "" && !(kind === "single" && !endsSentence(requirement))) count.requirement++;
      if (endsSentence(requirement)) count.ended++;
      if (kind === "single") continue;
      const seq = text("seq");
      const isTimed = text("deadline") !== "";
      const isAssigned = UNIT_FIELDS.some((field) => text(field) !== "");
      count.rows++;
      if (seq !== "" || (requirement !== "" && leadingNumber(view.loose(row, columns.requirement ?? 0))?.isDoubtful === false)) count.numbered++;
      if (isTimed) count.deadline++;
      if (isAssigned) count.units++;
      const style = isTimed || isAssigned ? serialStyle(seq) : null;
      if (style === null) continue;
      styled++;
      styles.set(style, (styles.get(style) ?? 0) + 1);
    }
  }
  const most = (part: number, whole: number): boolean => whole > 0 && part >= whole * MOST;
  return {
    numbered: most(count.numbered, count.rows),
    terminated: most(count.ended, count.requirement),
    deadlineFull: most(count.deadline, count.rows),
    unitsFull: most(count.units, count.rows),
    itemStyles: new Set([...styles].flatMap(([style, times]) => (times > styled * SOME ? [style] : []))),
  };
}
