import { formatRoles } from "../../../src/core/responsibility/format-roles";
import type { Responsibility } from "../../../src/core/responsibility/responsibility";

/** A cell as the tables write it: "lead 市财政局 | implement 市民政局, 各县区政府*", with " …" where the list is open and ! after a person. */
export function shownRoles(read: Responsibility): string {
  const persons = new Set(read.groups.flatMap(({ units }) => units.filter(({ isPerson }) => isPerson).map(({ name }) => name)));
  const entries = formatRoles(read).map(({ role, units, collective }) => {
    const names = units.map((unit, i) => `${unit}${persons.has(unit) ? "!" : ""}${collective[i] === true ? "*" : ""}`);
    return `${role} ${names.join(", ")}`;
  });
  return entries.join(" | ") + (read.openEnded ? " …" : "");
}
