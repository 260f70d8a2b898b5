import type { Edit } from "../../edits/edit";
import type { RuleContext } from "../../rules/rule";
import type { ColumnAdder } from "./added-columns";

/** What one enrichment plans: edits of its own besides new columns, and a line that says what it adds or why it cannot. */
export type Step =
  | { readonly refused: false; readonly edits: readonly Edit[]; readonly note: string }
  | { readonly refused: true; readonly note: string };

/** One enrichment. `columns` is shared: columns added through it stand in the order in which they were asked for. */
export type Enrich = (context: RuleContext, columns: ColumnAdder) => Step;

export function refuse(note: string): Step {
  return { refused: true, note };
}

export function plan(note: string, edits: readonly Edit[] = []): Step {
  return { refused: false, edits, note };
}

/** 第3、5、8行, cut short where there are many. `rows` are 0-based sheet rows. */
export function rowList(rows: readonly number[], most = 5): string {
  const shown = rows.slice(0, most).map((row) => row + 1).join("、");
  return rows.length > most ? `第${shown}等${rows.length}行` : `第${shown}行`;
}
