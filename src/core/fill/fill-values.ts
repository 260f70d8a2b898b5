import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { Role } from "../responsibility/responsibility";
import type { Field, UnitField } from "../ledger/fields";
import type { RuleContext } from "../rules/rule";
import type { TemplateValues } from "./template";

/** The columns a template can fill. */
export const FILLED_FIELDS = ["units", "leadUnits", "cooperateUnits", "implementUnits", "deadline", "persons", "contact", "remarks"] as const satisfies readonly Field[];
export type FilledField = (typeof FILLED_FIELDS)[number];

const ROLE_OF: Readonly<Record<Exclude<UnitField, "units">, Role>> = { leadUnits: "lead", cooperateUnits: "cooperate", implementUnits: "implement" };

/** What a rule writes into a column; "" where it says nothing about it. */
export function valueFor(values: TemplateValues, field: FilledField, context: RuleContext): string {
  switch (field) {
    case "units":
      return values.units ?? joinedRoles(values);
    case "leadUnits":
    case "cooperateUnits":
    case "implementUnits":
      return (namesOf(values, ROLE_OF[field], context) ?? []).join("、");
    default:
      return values[field] ?? "";
  }
}

/**
 * Units named without a word of who leads (人事科, or 财务科、办公室), for a sheet whose only columns are 牵头 and 配合: nothing
 * else could take them. "" where the sheet has a column for them, or the rule says who leads or cooperates.
 */
export function leadsUnsaid(values: TemplateValues, context: RuleContext): string {
  const { columns } = context.ledger;
  if (columns.units !== undefined || columns.implementUnits !== undefined) return "";
  const isSaid = (["lead", "cooperate"] as const).some((role) => (namesOf(values, role, context) ?? []).length > 0);
  return isSaid ? "" : (namesOf(values, "implement", context) ?? []).join("、");
}

type NamedRole = "lead" | "cooperate" | "implement";

function namesOf(values: TemplateValues, role: Role, context: RuleContext): readonly string[] | undefined {
  const { lead, cooperate, implement, units } = values;
  if (units === undefined || lead || cooperate || implement) return values[role as NamedRole];
  const read = parseResponsibility(units, { level: context.level });
  const names = read.groups.filter((group) => group.role === role).flatMap((group) => group.units.map(({ name }) => name));
  return read.openEnded && names.length > 0 && read.groups.at(-1)?.role === role ? [...names.slice(0, -1), `${names.at(-1)!}等`] : names;
}

/** 办公室牵头，信息中心、人事处配合. One unit alone, or a bare list, needs no word: nobody cooperates with it. */
export function joinedRoles({ lead = [], cooperate = [], implement = [] }: TemplateValues): string {
  const others = cooperate.length + implement.length;
  const parts: string[] = [];
  if (lead.length > 0) parts.push(lead.join("、") + (others > 0 || lead.length > 1 ? "牵头" : ""));
  if (cooperate.length > 0) parts.push(`${cooperate.join("、")}配合`);
  if (implement.length > 0) parts.push(implement.join("、") + (lead.length + cooperate.length > 0 ? "落实" : ""));
  return parts.join("，");
}
