import type { OfficeLevel } from "../responsibility/responsibility";
import { lookUpUnit } from "./look-up-unit";
export { sameUnit } from "./same-unit";
import type { UnitEntry } from "./unit";
import type { UnitDirectory } from "./unit-directory";

/** The same work at another level, 对口. */
export interface Counterpart {
  readonly entryId: string;
  readonly level: OfficeLevel;
  /** With the bare level as prefix: 市财政局. */
  readonly name: string;
  readonly short: string;
}

/**
 * The units at other levels that answer to a unit: 省财政厅 → 财政部, 市财政局, 县财政局, 区财政局; where places differ
 * (自然资源局, 自然资源和规划局; 教育局, 教育体育局), each. Empty for a name the directory does not hold, or whose level
 * cannot be told.
 */
export function counterpartOf(unitName: string, directory: UnitDirectory): Counterpart[] {
  const found = lookUpUnit(unitName, directory);
  const counterparts = new Map<string, Counterpart>();
  for (const { entryId, level: own } of found) {
    for (const entry of relatedEntries(entryId, directory)) {
      for (const name of entry.names) {
        if (name.form !== "standard") continue;
        for (const level of name.levels ?? entry.levels) {
          if (level === own) continue;
          const prefix = level === "国家" ? "" : level;
          const short = entry.names.find((other) => other.form === "short" && other.of === name.pattern);
          const full = name.pattern.replace("{prefix}", prefix);
          counterparts.set(full, { entryId: entry.id, level, name: full, short: short ? short.pattern.replace("{prefix}", prefix) : full });
        }
      }
    }
  }
  return [...counterparts.values()];
}

/**
 * Whether two names are one work at two levels: 省政府办公厅 and 淮南市政府办公室, 省教育厅 and 市教体局. False for two
 * names of one level, and for names the directory does not hold.
 */
export function areCounterparts(a: string, b: string, directory: UnitDirectory): boolean {
  const second = lookUpUnit(b, directory);
  return lookUpUnit(a, directory).some((one) => second.some((other) => rank[one.level] !== rank[other.level] && related(one.entryId, other.entryId, directory)));
}

/** 县 and 区 are one rank. */
const rank: Readonly<Record<OfficeLevel, number>> = { 国家: 0, 省: 1, 市: 2, 县: 3, 区: 3, 镇: 4, 部门: 5 };

function related(a: string, b: string, directory: UnitDirectory): boolean {
  return a === b || relatedEntries(a, directory).some(({ id }) => id === b);
}

function relatedEntries(id: string, directory: UnitDirectory): UnitEntry[] {
  const entry = directory.entries.get(id);
  if (!entry) return [];
  const others = [...directory.entries.values()].filter((other) => other.counterparts?.includes(id) || entry.counterparts?.includes(other.id));
  return [entry, ...others];
}
