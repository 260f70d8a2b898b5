import type { Edit } from "../../edits/edit";
import type { Field } from "../../ledger/fields";
import { labelOf } from "../../rules/cell-words";
import type { RuleContext } from "../../rules/rule";
import { normalizeForCompare } from "../../text/normalize";
import { plan, refuse, type Enrich } from "./step";

/** The longest list that a drop-down can name by itself: Excel takes 255 characters of literal text in a formula. */
const LONGEST = 255;
const MOST_OPTIONS = 30;

/** Wordings offered besides the sheet's own, as issued documents write them. */
const USUAL_DEADLINES = ["年底前", "6月底前", "9月底前", "持续推进"];

/** Drop-down lists on the deadline and unit columns: the sheet's own wordings, most used first. Cells that have a validation keep it. */
export const dropDownLists: Enrich = (context) => {
  const { ledger, grid } = context;
  const edits: Edit[] = [];
  const said: string[] = [];
  const fields: readonly Field[] = ["deadline", ...context.unitFields];
  for (const field of fields) {
    if (ledger.columns[field] === undefined) continue;
    const options = fitting(field === "deadline" ? deadlineOptions(context) : unitOptions(context, field));
    if (options.length < 2) continue;
    said.push(`“${labelOf(context, field)}”`);
    for (const block of ledger.blocks) {
      const column = block.columns[field];
      if (column === undefined || block.last < block.first) continue;
      edits.push({ kind: "setValidation", sheet: grid.sheet, area: { top: block.first, left: column, bottom: block.last, right: column }, before: null, after: { kind: "list", options } });
    }
  }
  if (edits.length === 0) return refuse("时限和责任单位都没有可列的内容，没有加下拉列表。");
  return plan(`${said.join("")}加了下拉列表。`, edits);
};

function deadlineOptions(context: RuleContext): string[] {
  const own = context.ledger.rows.flatMap((row) => {
    const deadline = context.deadlineOf(row);
    return deadline && deadline.kind !== "invalid" ? [row.cells.deadline!.text] : [];
  });
  return [...mostUsedFirst(own), ...USUAL_DEADLINES];
}

/** Whole cells as written, then the single names in them and those the user imported. */
function unitOptions(context: RuleContext, field: Field): string[] {
  const cells = context.ledger.rows.map((row) => row.cells[field]?.text ?? "").filter((text) => text !== "");
  const names = context.ledger.rows.flatMap((row) =>
    context.unitFields.flatMap((each) => (context.responsibilityOf(row, each)?.groups ?? []).flatMap((group) => group.units.filter(({ isPerson }) => !isPerson).map(({ name }) => name))),
  );
  return [...mostUsedFirst(cells).filter((text) => [...text].length <= 24), ...mostUsedFirst(names), ...context.importedUnits];
}

function mostUsedFirst(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}

/** As many as a list can hold, each once; a comma would part an option in two. */
function fitting(options: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  const seen = new Set<string>();
  for (const option of options) {
    const key = normalizeForCompare(option);
    if (seen.has(key) || option.includes(",") || option.includes('"')) continue;
    seen.add(key);
    if (kept.length === MOST_OPTIONS || length + option.length + 1 > LONGEST) continue;
    kept.push(option);
    length += option.length + 1;
  }
  return kept;
}
