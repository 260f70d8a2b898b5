import { lookUpUnit } from "./look-up-unit";
import { reconcileUnit } from "./reconcile-unit";
import type { UnitDirectory } from "./unit-directory";
import { unitKey } from "./unit-key";

/**
 * Whether a name given as 本单位 is that of a unit we can work for: one the directory holds, or one of the names `also`
 * (the parent's, the user's list). If not, the nearest names for a person to choose from, best first.
 */
export function resolveUnit(name: string, directory: UnitDirectory, also: readonly string[] = []): { readonly known: boolean; readonly candidates: readonly string[] } {
  const key = unitKey(name);
  const known = lookUpUnit(name, directory).length > 0 || also.some((other) => unitKey(other) === key);
  if (known) return { known, candidates: [] };
  const atLevels = (["省", "市", "县", "区"] as const).flatMap((level) => lookUpUnit(name, directory, level).map(({ shortName }) => shortName));
  if (atLevels.length > 0) return { known, candidates: [...new Set(atLevels)] };
  const { candidates } = reconcileUnit(name, { level: null, date: null, local: [...new Set(also)] }, directory);
  return { known, candidates: [...new Set(candidates.map((candidate) => candidate.short))] };
}
