import type { Ledger, LedgerRow } from "../ledger/ledger";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { Role } from "../responsibility/responsibility";
import { UNIT_FIELDS, type UnitField } from "../ledger/fields";
import { unitKey } from "../units/unit-key";
import { unitTexts } from "./unit-texts";

/** One row as one unit has it. */
export interface UnitTask {
  readonly row: LedgerRow;
  readonly role: Role;
}

/** What one 处室 (or collective) is named for, in the order of the ledger. */
export interface UnitList {
  readonly unit: string;
  /** Whether the name stands for several: 其他部门（单位）, 各科室. */
  readonly isCollective: boolean;
  readonly tasks: readonly UnitTask[];
}

const COLUMN_ROLE: Readonly<Partial<Record<UnitField, Role>>> = { leadUnits: "lead", cooperateUnits: "cooperate", implementUnits: "implement" };
export const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: "牵头", cooperate: "配合", implement: "落实", supervise: "监管" };
/** The strongest first. */
export const ROLES = ["lead", "cooperate", "implement", "supervise"] as const satisfies readonly Role[];

/** Every unit that the ledger names, most tasks first, with its rows and the strongest role it has in each. Persons are left out. */
export function unitLists(ledger: Ledger): UnitList[] {
  const firstIsLead = ledger.hints.some(({ kind }) => kind === "first-is-lead");
  const lists = new Map<string, { unit: string; isCollective: boolean; roles: Map<LedgerRow, Role> }>();
  for (const row of ledger.rows) {
    const texts = unitTexts(row);
    for (const field of UNIT_FIELDS) {
      const text = texts[field];
      if (text === "") continue;
      const columnRole = COLUMN_ROLE[field];
      const { groups } = parseResponsibility(text, { level: null, ...(firstIsLead && { firstIsLead }), ...(columnRole && { columnRole }) });
      for (const { role, units } of groups) {
        for (const { name, collective, isPerson } of units) {
          if (isPerson) continue;
          const key = unitKey(name);
          const list = lists.get(key) ?? { unit: name, isCollective: collective !== null, roles: new Map<LedgerRow, Role>() };
          const known = list.roles.get(row);
          if (known === undefined || ROLES.indexOf(role) < ROLES.indexOf(known)) list.roles.set(row, role);
          lists.set(key, list);
        }
      }
    }
  }
  return [...lists.values()]
    .map(({ unit, isCollective, roles }): UnitList => ({ unit, isCollective, tasks: ledger.rows.flatMap((row) => (roles.has(row) ? [{ row, role: roles.get(row)! }] : [])) }))
    .sort((a, b) => Number(a.isCollective) - Number(b.isCollective) || b.tasks.length - a.tasks.length);
}

/** How many tasks a unit has in a role; all of them when none is named. */
export function countOf({ tasks }: UnitList, role?: Role): number {
  return role === undefined ? tasks.length : tasks.filter((task) => task.role === role).length;
}
