import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { RuleContext } from "../rules/rule";
import { isInnerOffice } from "../units/inner-office";
import { reconcileUnit } from "../units/reconcile-unit";
import { unitKey } from "../units/unit-key";

/** Every unit that the sheet or its parents name, persons left out, most named first. */
export function namesInUse(context: RuleContext): string[] {
  const groups = [...context.ledger.rows.flatMap((row) => context.unitFields.flatMap((field) => context.responsibilityOf(row, field)?.groups ?? [])), ...context.tasks.flatMap(({ task }) => task.responsibility.groups)];
  const counts = new Map<string, { name: string; count: number }>();
  for (const { name, isPerson } of groups.flatMap(({ units }) => units)) {
    if (isPerson) continue;
    const known = counts.get(unitKey(name));
    if (known) known.count++;
    else counts.set(unitKey(name), { name, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ name }) => name);
}

/**
 * A sentence for each name that nobody uses and the directory does not hold: it may be a slip of the pen. 处室 and
 * collectives are named by their offices as they please. `where` stands before the name: 模板里的.
 */
export function unknownUnits(context: RuleContext, names: readonly string[], where = ""): string[] {
  const local = [...namesInUse(context), ...context.importedUnits];
  return [...new Set(names)].flatMap((name) => {
    if (isInnerOffice(name) || /等$/u.test(name) || parseResponsibility(name, { level: context.level }).groups.some((group) => group.units.some(({ collective, isPerson }) => collective !== null || isPerson))) return [];
    const { judgment, candidates } = reconcileUnit(name, { level: context.level, date: null, local }, context.directory);
    if (judgment === "same") return [];
    const [near] = judgment === "suspect" ? candidates : [];
    return [`${where}“${name}”不在单位名录里，上级文件和本表也没有用过${near ? `，像是“${near.name}”` : ""}，请核对。`];
  });
}
