import { textOf, type Draft } from "./draft";
import type { Field } from "./fields";

/** Fields whose merged cells usually span several rows, so that a blank in a sheet that lost its merges means "as above". */
const INHERITED = ["problem", "source", "leadUnits", "cooperateUnits", "implementUnits", "units", "persons", "contact", "deadline"] as const satisfies readonly Field[];

/**
 * Fills blanks below a filled cell of the same section, in columns without merges: a pasted sheet has lost them. Marks the
 * cell as inherited; it keeps its own address. `hasMerges`: whether the field's column still has its merges.
 */
export function inheritBlanks(drafts: readonly Draft[], hasMerges: (field: Field, draft: Draft) => boolean): void {
  const above = new Map<Field, Draft>();
  let section = "";
  for (const draft of drafts) {
    const own = `${draft.section}|${textOf(draft, "level1")}|${textOf(draft, "level2")}|${textOf(draft, "level3")}`;
    if (own !== section) above.clear();
    section = own;
    for (const field of INHERITED) {
      const cell = draft.cells.get(field);
      if (!cell) continue;
      if (cell.text !== "") {
        above.set(field, draft);
        continue;
      }
      const source = above.get(field)?.cells.get(field);
      if (!source || hasMerges(field, draft)) continue;
      draft.cells.set(field, { ...cell, text: source.text, source: "inherited", parts: [...source.parts] });
    }
  }
}
