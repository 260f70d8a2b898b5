import { taskKeys } from "../matching/task-keys";
import { shortened } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import type { ParentTask } from "../parent/parent-document";
import type { FillTemplate, TemplateRule } from "./template";

/**
 * The parent's own units and deadlines as a template, for a sheet at the parent's level. A collective that binds 本单位
 * (省政府各部门) is turned into 本单位. Units are probable at most: a department's own ledger names its 处室 instead.
 */
export function templateOfParent(context: RuleContext): FillTemplate {
  const keys = context.parents.flatMap((parent) => taskKeys(parent.tasks));
  const rules = context.tasks.flatMap(({ parent, task }, index): TemplateRule[] => {
    const when = { task: keys[index]! };
    const document = context.parents[parent]!;
    const where = `上级${context.parents.length > 1 ? document.docNumber || `《${document.title}》` : ""}第${task.seq || "？"}项“${shortened(task.requirement, 16)}”`;
    const units = unitsFor(context, index, task);
    return [
      ...(units === "" ? [] : [{ when, then: { units }, reason: `${where}写的是“${task.units}”。`, confidence: "probable" as const }]),
      ...(task.deadline === "" ? [] : [{ when, then: { deadline: task.deadline }, reason: `${where}写的是“${task.deadline}”。`, confidence: "sure" as const }]),
    ];
  });
  return { taizhangTemplate: 1, id: "parent", name: context.parents.map(({ docNumber, title }) => docNumber || `《${title}》`).join("、"), rules };
}

function unitsFor({ bindings, unit }: RuleContext, index: number, task: ParentTask): string {
  const binding = bindings?.find((each) => each.task === index);
  if (unit === null || (binding?.binding !== "all" && binding?.binding !== "some")) return task.units;
  const mention = task.responsibility.groups.flatMap((group) => group.units).find(({ written, collective }) => collective !== null && written === binding.words);
  const { raw } = task.responsibility;
  return mention ? raw.slice(0, mention.span.start) + unit + raw.slice(mention.span.end) : task.units;
}
