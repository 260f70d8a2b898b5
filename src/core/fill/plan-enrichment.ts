import type { RuleContext } from "../rules/rule";
import { ColumnAdder } from "./enrich/added-columns";
import { dropDownLists } from "./enrich/drop-down-lists";
import { dueDate, lamp } from "./enrich/due-dates";
import { fillLevels, mergeLevels } from "./enrich/level-cells";
import { parentDeadline, parentSeq } from "./enrich/parent-columns";
import { renumber } from "./enrich/renumber";
import { joinRoles, splitRoles } from "./enrich/role-columns";
import type { Enrich } from "./enrich/step";
import type { Enrichment, EnrichmentPlan } from "./enrichment";
import type { Edit } from "../edits/edit";

const STEPS: Readonly<Record<Enrichment, Enrich>> = {
  "split-roles": splitRoles,
  "join-roles": joinRoles,
  "due-date": dueDate,
  lamp,
  "parent-seq": parentSeq,
  "parent-deadline": parentDeadline,
  renumber,
  "fill-levels": fillLevels,
  "merge-levels": mergeLevels,
  lists: dropDownLists,
};

/**
 * Plans what enriching would write, each enrichment by itself, in the order asked for. All read the sheet as it is now;
 * new columns go right of the table, so that none changes the places of another. A sheet that is protected gets nothing.
 */
export function planEnrichment(context: RuleContext, names: readonly Enrichment[]): EnrichmentPlan {
  if (context.grid.isProtected) return { edits: [], notes: ["这张表有保护，不能加内容。请取消保护后再加。"], refused: [...names] };
  const columns = new ColumnAdder(context);
  const other: Edit[] = [];
  const notes: string[] = [];
  const refused: Enrichment[] = [];
  const wanted = new Set(names);
  for (const name of wanted) {
    // The lamp brings its own 截止日期.
    if (name === "due-date" && wanted.has("lamp")) continue;
    if (name === "merge-levels" && wanted.has("fill-levels")) {
      refused.push(name);
      notes.push("填满和合并工作任务不能同时做，先填满了。");
      continue;
    }
    const step = STEPS[name](context, columns);
    notes.push(step.note);
    if (step.refused) refused.push(name);
    else other.push(...step.edits);
  }
  return { edits: [...columns.edits, ...other], notes, refused };
}
