import type { OfficeLevel } from "../responsibility/responsibility";
import { lookUpUnit } from "./look-up-unit";
import type { UnitType } from "./unit";
import type { UnitDirectory } from "./unit-directory";

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
