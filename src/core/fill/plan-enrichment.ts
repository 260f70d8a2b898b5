import type { Edit } from "../edits/edit";
import { columnLetters } from "../grid/address";
import type { RuleContext } from "../rules/rule";
import { ColumnAdder, rightEdge } from "./enrich/added-columns";
import { dropDownLists } from "./enrich/drop-down-lists";
import { dueDate, lamp } from "./enrich/due-dates";
import { fillLevels, mergeLevels } from "./enrich/level-cells";
import { parentDeadline, parentSeq } from "./enrich/parent-columns";
import { progressColumn } from "./enrich/progress-column";
import { readingKeeper, type ReadingChange } from "./enrich/reading-kept";
import { renumber } from "./enrich/renumber";
import { joinRoles, splitRoles } from "./enrich/role-columns";
import type { Enrich } from "./enrich/step";
import type { Enrichment, EnrichmentPlan, EnrichPlace } from "./enrichment";

interface StepOf extends ReadingChange {
  readonly enrich: Enrich;
  /** What it is called when it could not be done. */
  readonly title: string;
}

const STEPS: Readonly<Record<Enrichment, StepOf>> = {
  "split-roles": { enrich: splitRoles, title: "拆分牵头、配合单位", added: ["leadUnits", "cooperateUnits", "implementUnits"] },
  "join-roles": { enrich: joinRoles, title: "合并牵头、配合单位", added: ["units"] },
  "due-date": { enrich: dueDate, title: "截止日期" },
  lamp: { enrich: lamp, title: "红黄绿灯" },
  "parent-seq": { enrich: parentSeq, title: "上级序号" },
  "parent-deadline": { enrich: parentDeadline, title: "上级时限" },
  progress: { enrich: progressColumn, title: "落实情况", added: ["progress"] },
  renumber: { enrich: renumber, title: "重排序号", changed: ["seq"] },
  "fill-levels": { enrich: fillLevels, title: "填满工作任务" },
  "merge-levels": { enrich: mergeLevels, title: "合并工作任务" },
  lists: { enrich: dropDownLists, title: "下拉列表" },
};

/**
 * Plans what enriching would write, each enrichment by itself, in the order asked for. All read the sheet as it is now:
 * what changes its own cells comes first, new columns after that, right of the table or where the user says, so that none
 * changes the places of another. A sheet that is protected gets nothing, and an enrichment after which the sheet would no
 * longer read as before is left out with a sentence.
 */
export function planEnrichment(context: RuleContext, names: readonly Enrichment[], { after }: EnrichPlace = { after: null }): EnrichmentPlan {
  if (context.grid.isProtected) return { edits: [], notes: ["这张表有保护，不能加内容。请取消保护后再加。"], refused: [...names] };
  if (after !== null && (after < 0 || after > rightEdge(context))) return { edits: [], notes: [`${columnLetters(Math.max(after, 0))}列不在表里，没有加。请在表的各列里选一列。`], refused: [...names] };
  const keepsReading = readingKeeper(context.grid);
  const all = planSteps(context, names, after, () => true);
  if (all.edits.length === 0 || keepsReading(all.edits, changeOf(names.filter((name) => !all.refused.includes(name))))) return all;
  return planSteps(context, names, after, keepsReading);
}

function planSteps(context: RuleContext, names: readonly Enrichment[], after: EnrichPlace["after"], keepsReading: ReturnType<typeof readingKeeper>): EnrichmentPlan {
  const columns = new ColumnAdder(context, after);
  const other: Edit[] = [];
  const notes: string[] = [];
  const refused: Enrichment[] = [];
  const done: Enrichment[] = [];
  const wanted = new Set(names);
  for (const name of wanted) {
    // The lamp brings its own 截止日期.
    if (name === "due-date" && wanted.has("lamp")) continue;
    if (name === "merge-levels" && wanted.has("fill-levels")) {
      refused.push(name);
      notes.push("填满和合并工作任务不能同时做，先填满了。");
      continue;
    }
    const mark = columns.mark();
    const step = STEPS[name].enrich(context, columns);
    if (step.refused) {
      refused.push(name);
      notes.push(step.note);
    } else if (keepsReading([...other, ...step.edits, ...columns.edits], changeOf([...done, name]))) {
      done.push(name);
      other.push(...step.edits);
      notes.push(step.note);
    } else {
      columns.takeBack(mark);
      refused.push(name);
      notes.push(`没有做“${STEPS[name].title}”：${after === null ? "这张表的列不齐，做了以后会认错列。请先把断开的行和重复的表头整理好。" : "新列放在这里，会把它认成别的列。请放在表的最右边。"}`);
    }
  }
  return { edits: [...other, ...columns.edits], notes, refused };
}

function changeOf(names: readonly Enrichment[]): ReadingChange {
  return { added: names.flatMap((name) => STEPS[name].added ?? []), changed: names.flatMap((name) => STEPS[name].changed ?? []) };
}
