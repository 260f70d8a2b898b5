import { fitsDropDown, type Edit } from "../../edits/edit";
import type { UnitField } from "../../ledger/fields";
import { labelOf } from "../../rules/cell-words";
import type { RuleContext } from "../../rules/rule";
import { normalizeForCompare } from "../../text/normalize";
import { lookUpUnit } from "../../units/look-up-unit";
import { plan, refuse, type Enrich } from "./step";

/** Wordings offered besides the sheet's own, as issued documents write them. */
const USUAL_DEADLINES = ["年底前", "6月底前", "9月底前", "持续推进"];
/** A whole cell that is longer than this is hard to find in a list. */
const LONGEST_CELL = 24;

/**
 * Drop-down lists on the deadline and unit columns. Cells that have a validation keep it, and any other text may still be
 * typed. The options stand in the rule itself, so that the list goes along when the sheet is copied into another workbook
 * and no sheet is left that a clean copy would have to cut off; Excel takes 255 characters there, so that what is used
 * most comes first and what did not fit is said.
 */
export const dropDownLists: Enrich = (context) => {
  const { ledger, grid } = context;
  const edits: Edit[] = [];
  const said: string[] = [];
  const fields: readonly (UnitField | "deadline")[] = ["deadline", ...context.unitFields];
  for (const field of fields) {
    if (ledger.columns[field] === undefined) continue;
    const { options, left } = fitting(field === "deadline" ? deadlineOptions(context) : unitOptions(context, field));
    if (options.length < 2) continue;
    said.push(`“${labelOf(context, field)}”加了下拉列表，${options.length}个选项${left === 0 ? "" : `，另有${left}个放不下，可以直接填写`}。`);
    for (const block of ledger.blocks) {
      const column = block.columns[field];
      if (column === undefined || block.last < block.first) continue;
      edits.push({ kind: "setValidation", sheet: grid.sheet, area: { top: block.first, left: column, bottom: block.last, right: column }, before: null, after: { kind: "list", options } });
    }
  }
  if (edits.length === 0) return refuse("时限和责任单位都没有可列的内容，没有加下拉列表。");
  return plan(said.join(""), edits);
};

function deadlineOptions(context: RuleContext): string[] {
  const own = context.ledger.rows.flatMap((row) => {
    const deadline = context.deadlineOf(row);
    return deadline && deadline.kind !== "invalid" ? [row.cells.deadline!.text] : [];
  });
  return [...mostUsedFirst(own).map(({ text }) => text), ...USUAL_DEADLINES];
}

/**
 * Whole cells that the sheet writes again and again, then every name in it, the directory's (the imported one, or the
 * built-in one where the sheet names organs of its level), and last the cells written once.
 */
function unitOptions(context: RuleContext, field: UnitField): string[] {
  const cells = mostUsedFirst(context.ledger.rows.map((row) => row.cells[field]?.text ?? "").filter((text) => text !== "" && [...text].length <= LONGEST_CELL));
  const names = mostUsedFirst(
    context.ledger.rows.flatMap((row) => context.unitFields.flatMap((each) => (context.responsibilityOf(row, each)?.groups ?? []).flatMap((group) => group.units.filter(({ isPerson }) => !isPerson).map(({ name }) => name)))),
  ).map(({ text }) => text);
  return [...cells.filter(({ count }) => count > 1).map(({ text }) => text), ...names, ...(context.importedUnits.length > 0 ? context.importedUnits : organsOfLevel(context, names)), ...cells.filter(({ count }) => count === 1).map(({ text }) => text)];
}

/** The departments of the sheet's level in their usual order, where the sheet itself names mostly such. */
function organsOfLevel({ directory, level }: RuleContext, names: readonly string[]): string[] {
  if (level === null || level === "部门") return [];
  const known = names.filter((name) => lookUpUnit(name, directory, level).some((unit) => unit.level === level));
  if (names.length === 0 || known.length * 2 <= names.length) return [];
  const isShort = known.some((name) => lookUpUnit(name, directory, level)[0]!.form !== "standard");
  return [...directory.entries.values()]
    .filter(({ type, levels }) => type === "组成部门" && levels.includes(level))
    .flatMap((entry) => {
      const full = entry.names.find((name) => name.form === "standard" && (name.levels ?? entry.levels).includes(level));
      const short = full && entry.names.find((name) => name.form === "short" && name.of === full.pattern && (name.levels ?? entry.levels).includes(level));
      const pattern = (isShort ? short : undefined) ?? full;
      return pattern ? [pattern.pattern.replace("{prefix}", level === "国家" ? "" : level)] : [];
    });
}

function mostUsedFirst(texts: readonly string[]): { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

/** As many as a list can hold, each once; a comma would part an option in two, a quotation mark end the list. */
function fitting(all: readonly string[]): { readonly options: readonly string[]; readonly left: number } {
  const options: string[] = [];
  const seen = new Set<string>();
  let left = 0;
  for (const option of all) {
    const key = normalizeForCompare(option);
    if (seen.has(key)) continue;
    seen.add(key);
    if (option.includes('"') || !fitsDropDown({ kind: "list", options: [...options, option] })) left++;
    else options.push(option);
  }
  return { options, left };
}
