import type { OfficeLevel } from "../responsibility/responsibility";
import { lookUpUnit } from "./look-up-unit";
import type { ResolvedUnit } from "./look-up-unit";
import type { UnitEntry, UnitType } from "./unit";
import type { UnitDirectory } from "./unit-directory";
import { unitKey } from "./unit-key";

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

/** What the directory knows of a name. */
export interface UnitDescription {
  readonly entryId: string;
  readonly type: UnitType;
  readonly level: OfficeLevel;
  /** 淮南市; null where the name says only a level. */
  readonly place: string | null;
}

/** What a name is, or null where the directory does not hold it or holds it for several organs. `level` supplies a missing prefix. */
export function describeUnit(name: string, directory: UnitDirectory, level: OfficeLevel | null = null): UnitDescription | null {
  const found = lookUpUnit(name, directory, level);
  const [first] = found;
  if (!first || found.some((other) => other.entryId !== first.entryId || other.level !== first.level)) return null;
  return { entryId: first.entryId, type: first.type, level: first.level, place: first.place === "" ? null : first.place };
}

/** What is known of the place where two names are compared. */
export interface SameUnitContext {
  /** Supplies the prefix a bare name lacks: 民政厅 at 省. */
  readonly level?: OfficeLevel | null;
  /** The place that a bare 省, 市, 县 or 区 speaks of: 安徽省, 桐城市. */
  readonly place?: string | null;
}

/**
 * Whether two names certainly are one organ: spelled alike, or forms of one full name at one level and place
 * (市发改委, 市发展和改革委员会). A bare level stands for the place of the papers at hand, so 省民政厅 is 安徽省民政厅
 * unless `context.place` says that 省 is another; two named places are never one. Former names equal only themselves,
 * and an organ that took over another's work is not that organ.
 */
export function sameUnit(a: string, b: string, directory: UnitDirectory, context: SameUnitContext = {}): boolean {
  if (unitKey(a) === unitKey(b)) return unitKey(a) !== "";
  const first = onlyOne(lookUpUnit(a, directory, context.level ?? null));
  const second = onlyOne(lookUpUnit(b, directory, context.level ?? null));
  if (!first || !second || first.entryId !== second.entryId || first.cluster !== second.cluster) return false;
  if ((first.form === "former") !== (second.form === "former")) return false;
  return samePlace(first, second, context.place ?? null);
}

function onlyOne(found: readonly ResolvedUnit[]): ResolvedUnit | null {
  const [first] = found;
  return first && found.every((other) => other.entryId === first.entryId && other.cluster === first.cluster && other.prefix === first.prefix) ? first : null;
}

function samePlace(a: ResolvedUnit, b: ResolvedUnit, place: string | null): boolean {
  if (a.place === b.place) return a.level === b.level;
  if (a.place !== "" && b.place !== "") return false;
  const named = a.place === "" ? b : a;
  const bare = a.place === "" ? a : b;
  if (place !== null) return named.place === place && named.place.endsWith(bare.prefix);
  return named.level === bare.level && named.place.endsWith(bare.prefix);
}
