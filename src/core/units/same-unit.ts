import type { OfficeLevel } from "../responsibility/responsibility";
import { lookUpUnit } from "./look-up-unit";
import type { ResolvedUnit } from "./look-up-unit";
import type { UnitDirectory } from "./unit-directory";
import { unitKey } from "./unit-key";

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
