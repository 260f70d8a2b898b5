import type { OfficeLevel } from "../responsibility/responsibility";
import { prefixSplits, withoutTrailingBracket } from "./name-shape";
import { placeByShortName, placeOf } from "./places";
import type { Place } from "./places";
import type { NameForm, UnitType } from "./unit";
import type { NamedEntry, UnitDirectory } from "./unit-directory";
import { unitKey } from "./unit-key";

/** A written name that the directory knows, exactly. */
export interface ResolvedUnit {
  readonly entryId: string;
  readonly type: UnitType;
  readonly level: OfficeLevel;
  /** The prefix as written or supplied: 省, 安徽省, "" for central organs. */
  readonly prefix: string;
  /** 安徽省 where a place is named, "" where only the level is. */
  readonly place: string;
  /** Full name with that prefix: 省发展和改革委员会. */
  readonly fullName: string;
  /** Standard short form with that prefix, else the full name. */
  readonly shortName: string;
  readonly form: NameForm;
  /** Tells the organ's different full names apart: same entry and same `cluster` means one name. */
  readonly cluster: string;
  readonly named: NamedEntry;
}

/**
 * Everything a written name can mean exactly, by the directory; empty when it is not in it. `level` supplies the prefix
 * that a bare name lacks (民政厅 at 省 → 省民政厅). Usually one; more where a name is several organs' own.
 */
export function lookUpUnit(written: string, directory: UnitDirectory, level: OfficeLevel | null = null): ResolvedUnit[] {
  const key = unitKey(written).replace(/^中共(?=.{1,12}委)/u, "");
  if (key.length < 2) return [];
  const found = resolveKey(key, directory, level);
  if (found.length > 0) return found;
  const base = withoutTrailingBracket(key);
  return base === key ? found : resolveKey(base, directory, level);
}

function resolveKey(key: string, directory: UnitDirectory, level: OfficeLevel | null): ResolvedUnit[] {
  const found: ResolvedUnit[] = [];
  for (const named of directory.byBody.get(key) ?? []) {
    if (!named.name.pattern.includes("{prefix}")) found.push(resolved(named, "国家", "", ""));
  }
  for (const { prefix, body } of splitsWithCommittee(key)) {
    const place = placeOf(prefix);
    if (place) addAt(found, directory.byBody.get(body), place, prefix);
  }
  for (const named of directory.infix) {
    const middle = middleOf(key, named.before, named.after);
    if (middle === null) continue;
    const place = placeOf(middle) ?? shortPlace(middle);
    if (place) addAt(found, [named], place, middle);
    else if (/^[\u4e00-\u9fff]{2,6}$/u.test(middle) && named.before.length >= 2) found.push(resolved(named, named.levels[0] ?? "市", middle, middle));
  }
  const shortPrefix = found.length > 0 ? null : shortPlacePrefix(key);
  if (shortPrefix) addAt(found, directory.byBody.get(shortPrefix.body), shortPrefix.place, shortPrefix.place.name);
  if (found.length === 0 && level !== null && level in levelPrefixes) {
    const prefix = levelPrefixes[level] ?? "";
    const place = placeOf(prefix);
    if (place) addAt(found, bodiesWithout(directory, key), place, prefix);
  }
  return distinct(found);
}

const levelPrefixes: Partial<Record<OfficeLevel, string>> = { 省: "省", 市: "市", 县: "县", 区: "区" };

/** 委宣传部 is looked up for a bare 宣传部 too. */
function bodiesWithout(directory: UnitDirectory, key: string): readonly NamedEntry[] {
  return directory.byBody.get(key) ?? directory.byBody.get(`委${key}`) ?? [];
}

/** 省委 alone is 省 + 委: a body of one character, for this word only. */
function splitsWithCommittee(key: string): { prefix: string; body: string }[] {
  const splits = prefixSplits(key);
  return key.endsWith("委") && placeOf(key.slice(0, -1)) ? [...splits, { prefix: key.slice(0, -1), body: "委" }] : splits;
}

function middleOf(key: string, before: string, after: string): string | null {
  if (key.length <= before.length + after.length || !key.startsWith(before) || !key.endsWith(after)) return null;
  return key.slice(before.length, key.length - after.length);
}

function shortPlace(middle: string): Place | null {
  const full = placeByShortName(middle);
  return full === null ? null : placeOf(full);
}

/** 淮南市场监管局 is 淮南(市) + 市场监管局. */
function shortPlacePrefix(key: string): { place: Place; body: string } | null {
  for (let length = Math.min(4, key.length - 2); length >= 2; length--) {
    const place = shortPlace(key.slice(0, length));
    if (place) return { place, body: key.slice(length) };
  }
  return null;
}

function addAt(found: ResolvedUnit[], named: readonly NamedEntry[] | undefined, place: Place, prefix: string): void {
  for (const candidate of named ?? []) {
    if (candidate.name.pattern.includes("{prefix}") && fits(candidate, place)) found.push(resolved(candidate, place.level, prefix, place.named ? place.name : ""));
  }
}

/** 市 alone may be a county-level city's, 县 and 区 share their names, and 直辖市 call theirs as cities do. */
function fits(named: NamedEntry, place: Place): boolean {
  if (named.levels.includes(place.level)) return true;
  return place.municipality && named.levels.includes("市");
}

function resolved(named: NamedEntry, level: OfficeLevel, prefix: string, place: string): ResolvedUnit {
  const short = named.entry.names.find((name) => name.form === "short" && name.of === named.full.pattern && (name.levels ?? named.levels).some((at) => named.levels.includes(at)));
  const write = (pattern: string): string => pattern.replace("{prefix}", prefix);
  const fullName = write(named.full.pattern);
  return {
    entryId: named.entry.id, type: named.entry.type, level, prefix, place, fullName, shortName: short ? write(short.pattern) : fullName,
    form: named.name.form, cluster: named.full.pattern, named,
  };
}

function distinct(found: readonly ResolvedUnit[]): ResolvedUnit[] {
  const seen = new Set<string>();
  return found.filter((unit) => {
    const key = `${unit.entryId} ${unit.cluster} ${unit.level} ${unit.place}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
