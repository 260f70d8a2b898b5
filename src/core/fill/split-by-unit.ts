import type { Ledger, LedgerRow } from "../ledger/ledger";
import type { ReportCell, ReportSheet, ReportStyle } from "../report/report-sheet";
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
const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: "牵头", cooperate: "配合", implement: "落实", supervise: "监管" };
const ROLES = ["lead", "cooperate", "implement", "supervise"] as const satisfies readonly Role[];

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

const COLUMNS = ["序号", "工作任务", "具体要求", "分工", "时限要求", "落实情况"] as const;
const WIDTHS = [6, 20, 56, 8, 12, 24];
const LAST = COLUMNS.length - 1;

/**
 * 按单位拆分 as one printable sheet: how many tasks each unit leads and shares, then one list per unit, 牵头 before 配合,
 * with a blank column for its answer. Requirement and number stand as in the ledger, so that the answers find their rows.
 *
 * @returns null where the ledger names no unit.
 */
export function splitByUnit(ledger: Ledger): ReportSheet | null {
  const lists = unitLists(ledger);
  if (lists.length === 0) return null;
  const rows: ReportCell[][] = [];
  const merges: ReportSheet["merges"][number][] = [];
  const wide = (text: string, style: ReportStyle): void => {
    merges.push({ top: rows.length, left: 0, bottom: rows.length, right: LAST });
    rows.push(COLUMNS.map((_, column) => ({ value: column === 0 ? text : null, style })));
  };
  wide(`${ledger.title === "" ? ledger.sheet : ledger.title}（按单位拆分）`, "title");
  wide(`共${lists.length}个单位，${ledger.rows.length}项任务：${lists.map(({ unit, tasks }) => `${unit}${tasks.length}项`).join("，")}。`, "note");
  for (const list of lists) {
    wide(`${list.unit}（${countsOf(list)}）`, "header");
    rows.push(COLUMNS.map((value) => ({ value, style: "header" })));
    for (const role of ROLES) for (const task of list.tasks.filter((each) => each.role === role)) rows.push(rowOf(task));
  }
  return { name: "按单位拆分", rows, widths: WIDTHS, merges, titleRows: null, landscape: true, activate: true, keep: false };
}

function countsOf({ tasks }: UnitList): string {
  const counts = ROLES.flatMap((role) => {
    const count = tasks.filter((task) => task.role === role).length;
    return count === 0 ? [] : [`${ROLE_WORDS[role]}${count}项`];
  });
  return counts.join("，");
}

function rowOf({ row, role }: UnitTask): ReportCell[] {
  const { seq, level1, level2, level3, requirement, deadline } = row.cells;
  const number = seq?.text ?? "";
  return [
    { value: /^\d{1,9}$/u.test(number) ? Number(number) : number, style: "center" },
    { value: level3?.text || level2?.text || level1?.text || "", style: "cell" },
    { value: requirement?.text ?? "", style: "cell" },
    { value: ROLE_WORDS[role], style: "center" },
    { value: deadline?.text ?? "", style: "center" },
    { value: null, style: "cell" },
  ];
}
