import { lookUpUnit } from "./look-up-unit";
import { reconcileUnit } from "./reconcile-unit";
import type { UnitDirectory } from "./unit-directory";
import { unitKey } from "./unit-key";
import { kindOfUnit } from "./unit-shape";
import type { UnitKind } from "./unit-shape";

const neverListed: ReadonlySet<UnitKind> = new Set<UnitKind>(["township", "street", "zone", "enterprise", "school"]);

/**
 * Whether a name given as 本单位 is that of a unit we can work for: one the directory holds, or one of the names `also`
 * (the parent's, the user's list), or one of a kind that no directory can hold: a township, a 开发区, a company, a school. If not, the nearest names for a person to choose from, best first.
 */
export function resolveUnit(name: string, directory: UnitDirectory, also: readonly string[] = []): { readonly known: boolean; readonly candidates: readonly string[] } {
  const key = unitKey(name);
  const known = lookUpUnit(name, directory).length > 0 || also.some((other) => unitKey(other) === key);
  if (known) return { known, candidates: [] };
  const atLevels = (["省", "市", "县", "区"] as const).flatMap((level) => lookUpUnit(name, directory, level).map(({ shortName }) => shortName));
  if (atLevels.length > 0) return { known, candidates: [...new Set(atLevels)] };
  const { judgment, candidates } = reconcileUnit(name, { level: null, date: null, local: [...new Set(also)] }, directory);
  if (judgment === "unknown" && neverListed.has(kindOfUnit(name) ?? "institution")) return { known: true, candidates: [] };
  return { known, candidates: [...new Set(candidates.map((candidate) => candidate.short))] };
}
