import type { OfficeLevel } from "../../responsibility/responsibility";
import type { UnitEntry, UnitName, UnitType } from "../unit";

/**
 * One name as the data files write it: "full/standard short/spoken,spoken", later parts left out or empty where there
 * are none; several full names, as different places have them, in an array. Level and place prefixes are not written,
 * except where they do not stand first: "团{prefix}委".
 */
export type Names = string | readonly string[];

/** The names of an organ by level. `local` is city, county and district; `every` is province and local. */
export interface NamesByLevel {
  readonly central?: Names;
  readonly province?: Names;
  readonly city?: Names;
  readonly county?: Names;
  readonly local?: Names;
  readonly every?: Names;
}

/** Names no longer in force. The year counts for the level it stands beside; see `reform2018`. */
export interface FormerNames extends NamesByLevel {
  /** The year in which the change took force, per level group. */
  readonly year: number | { readonly central: number; readonly province: number; readonly local: number };
  /** Whether the source shows the change, with one successor's name, for every place. */
  readonly confirmed: boolean;
  readonly source: string;
}

export interface OrganDetails {
  readonly former?: readonly FormerNames[];
  readonly since?: { readonly year: number; readonly source: string };
  readonly counterparts?: readonly string[];
  /** written → full name. */
  readonly tests: Readonly<Record<string, string>>;
}

/** 深化党和国家机构改革方案 (2018): central organs in 2018, provinces by the end of 2018, cities and counties by March 2019. */
export const reform2018 = { central: 2018, province: 2018, local: 2019 } as const;

const groups: readonly (readonly [keyof NamesByLevel, readonly OfficeLevel[]])[] = [
  ["central", ["国家"]],
  ["province", ["省"]],
  ["city", ["市"]],
  ["county", ["县", "区"]],
  ["local", ["市", "县", "区"]],
  ["every", ["省", "市", "县", "区"]],
];

/** Builds a directory entry from its compact form. */
export function organ(id: string, type: UnitType, names: NamesByLevel, details: OrganDetails): UnitEntry {
  const list: UnitName[] = [];
  const levels = new Set<OfficeLevel>();
  for (const [group, groupLevels] of groups) {
    if (names[group] !== undefined) groupLevels.forEach((level) => levels.add(level));
    for (const spec of asList(names[group])) {
      const [full, short, spoken] = patternsOf(spec, group);
      const current = details.since ? { since: details.since } : {};
      list.push({ pattern: full, form: "standard", levels: groupLevels, ...current });
      if (short) list.push({ pattern: short, form: "short", levels: groupLevels, of: full, ...current });
      for (const pattern of spoken) list.push({ pattern, form: "spoken", levels: groupLevels, of: full, ...current });
    }
  }
  for (const former of details.former ?? []) {
    for (const [group, groupLevels] of groups) {
      for (const spec of asList(former[group])) {
        const [full, short, spoken] = patternsOf(spec, group);
        const until = { year: yearOf(former.year, group), confirmed: former.confirmed, source: former.source };
        for (const pattern of [full, ...(short ? [short] : []), ...spoken]) {
          list.push({ pattern, form: "former", levels: groupLevels, of: full, until });
        }
      }
    }
  }
  return {
    id, type, levels: [...levels], names: list,
    ...(details.counterparts ? { counterparts: details.counterparts } : {}),
    tests: Object.entries(details.tests).map(([written, expected]) => ({ written, expected })),
  };
}

function asList(names: Names | undefined): readonly string[] {
  return names === undefined ? [] : typeof names === "string" ? [names] : names;
}

function patternsOf(spec: string, group: keyof NamesByLevel): [string, string | undefined, string[]] {
  const [full = "", short = "", spoken = ""] = spec.split("/");
  const pattern = (name: string): string => (group === "central" || name.includes("{prefix}") ? name : `{prefix}${name}`);
  return [pattern(full), short === "" ? undefined : pattern(short), spoken === "" ? [] : spoken.split(",").map(pattern)];
}

function yearOf(year: FormerNames["year"], group: keyof NamesByLevel): number {
  if (typeof year === "number") return year;
  if (group === "central") return year.central;
  return group === "province" ? year.province : year.local;
}
