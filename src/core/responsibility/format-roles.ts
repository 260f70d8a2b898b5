import type { Responsibility, Role } from "./responsibility";

/** One role of a cell as plain data: names with their prefix restored, and beside each whether it is a collective. */
export interface FormattedRole {
  readonly role: Role;
  readonly units: readonly string[];
  readonly collective: readonly boolean[];
}

/**
 * A responsibility as the command line prints it: neighbouring groups of one role are one entry, in text order, and a
 * name that an entry already holds is not said again.
 */
export function formatRoles(responsibility: Responsibility): FormattedRole[] {
  const entries: { role: Role; units: string[]; collective: boolean[] }[] = [];
  for (const { role, units } of responsibility.groups) {
    const last = entries.at(-1);
    const entry = last?.role === role ? last : { role, units: [], collective: [] };
    if (entry !== last) entries.push(entry);
    for (const { name, collective } of units) {
      if (entry.units.includes(name)) continue;
      entry.units.push(name);
      entry.collective.push(collective !== null);
    }
  }
  return entries;
}
