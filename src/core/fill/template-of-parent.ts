import { taskKeys } from "../matching/task-keys";
import type { ParentDocument, ParentTask } from "../parent/parent-document";
import type { OfficeLevel } from "../responsibility/responsibility";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import { shortened } from "../rules/cell-words";
import { levelOfTitle } from "../rules/office-level";
import type { RuleContext } from "../rules/rule";
import { adaptUnits, type AdaptTo } from "./adapt-units";
import type { FillTemplate, TemplateRule } from "./template";

/**
 * The parent's own units and deadlines as a template, for a sheet at the parent's level. A collective that binds 本单位
 * (省政府各部门) is turned into 本单位. Units are probable at most: a department's own ledger names its 处室 instead.
 *
 * @param adapts whether names are turned into those of our own level by 对口 (see `adaptUnits`); the reason says so
 */
export function templateOfParent(context: RuleContext, adapts = false): FillTemplate {
  const keys = context.parents.flatMap((parent) => taskKeys(parent.tasks));
  const notes = new Set<string>();
  const rules = context.tasks.flatMap(({ parent, task }, index): TemplateRule[] => {
    const when = { task: keys[index]! };
    const document = context.parents[parent]!;
    const where = `上级${context.parents.length > 1 ? document.docNumber || `《${document.title}》` : ""}第${task.seq || "？"}项“${shortened(task.requirement, 16)}”写的是“${task.units}”`;
    const own = unitsFor(context, index, task);
    const adapt = adapts ? adaptTo(context, document) : null;
    if (typeof adapt === "string") notes.add(adapt);
    const { texts, why } = adapt === null || typeof adapt === "string" || own === "" ? { texts: [own], why: "" } : adaptUnits(own === task.units ? task.responsibility : parseResponsibility(own, { level: adapt.from }), adapt);
    return [
      ...texts.filter((units) => units !== "").map((units): TemplateRule => ({ when, then: { units }, reason: `${where}${why === "" ? "" : `，${why}`}。`, confidence: "probable" })),
      ...(task.deadline === "" ? [] : [{ when, then: { deadline: task.deadline }, reason: `上级第${task.seq || "？"}项“${shortened(task.requirement, 16)}”写的是“${task.deadline}”。`, confidence: "sure" as const }]),
    ];
  });
  return { taizhangTemplate: 1, id: "parent", name: context.parents.map(({ docNumber, title }) => docNumber || `《${title}》`).join("、"), rules, notes: [...notes] };
}

/** The levels to go between, or a sentence why there is nothing to adapt. */
function adaptTo({ level, unit, directory, ledger }: RuleContext, parent: ParentDocument): AdaptTo | string {
  const from = levelOfTitle(parent.issuer || parent.title);
  const to = levelWeSpeakFor(unit, level, ledger.title);
  const name = parent.docNumber || `《${parent.title}》`;
  if (from === null || from === "部门") return `看不出${name}是哪一级的，没有按对口换名称。`;
  if (to === null) return "看不出本表是哪一级的，没有按对口换名称。请先选本单位。";
  if (to === "部门") return "本表是部门的台账，责任单位是处室，没有按对口换名称。";
  if (to === from) return `${name}和本表同级，不用按对口换名称。`;
  return { from, to, unit, directory };
}

function levelWeSpeakFor(unit: string | null, level: OfficeLevel | null, title: string): OfficeLevel | null {
  return (unit === null ? null : levelOfTitle(unit)) ?? level ?? levelOfTitle(title);
}

function unitsFor({ bindings, unit }: RuleContext, index: number, task: ParentTask): string {
  const binding = bindings?.find((each) => each.task === index);
  if (unit === null || (binding?.binding !== "all" && binding?.binding !== "some")) return task.units;
  const mention = task.responsibility.groups.flatMap((group) => group.units).find(({ written, collective }) => collective !== null && written === binding.words);
  const { raw } = task.responsibility;
  return mention ? raw.slice(0, mention.span.start) + unit + raw.slice(mention.span.end) : task.units;
}
