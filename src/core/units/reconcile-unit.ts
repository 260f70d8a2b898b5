import type { OfficeLevel } from "../responsibility/responsibility";
import { lookUpUnit } from "./look-up-unit";
import type { ResolvedUnit } from "./look-up-unit";
import { nameLikeness } from "./name-likeness";
import { prefixSplits } from "./name-shape";
import { placeAlike } from "./misspelt-place";
import { placeOf } from "./places";
import { renamedBy } from "./renames";
import type { ReconcileContext, ReconcileReason, Reconciliation, UnitCandidate } from "./unit";
import type { NamedEntry, UnitDirectory } from "./unit-directory";
import { unitKey } from "./unit-key";

/** Candidates below this are not worth showing. */
const shownFrom = 0.55;
const shownAtMost = 5;

/**
 * What organ a written name means. `same` only where the directory or the names taken as right here hold it exactly, as
 * one organ's; a slip, whatever its likeness, is `suspect` for a person to decide, and a name near to nothing is
 * `unknown`. Candidates are best first; under `unknown` they are merely the nearest. A former name is the organ's own
 * until the year after the change (or where `context.date` is null); then it is `same` with reason `renamed`, or
 * `suspect` where the change is not confirmed for every place. Never throws.
 */
export function reconcileUnit(written: string, context: ReconcileContext, directory: UnitDirectory): Reconciliation {
  const key = unitKey(written);
  if (key.length < 2) return { written, judgment: "unknown", candidates: [] };
  const exact = lookUpUnit(written, directory, context.level);
  const isLocal = context.local.some((name) => unitKey(name) === key);
  if (isLocal) {
    const [only] = oneOrgan(exact);
    return { written, judgment: "same", candidates: [only && only.form !== "former" ? candidate(only, 1, reasonOf(only)) : localCandidate(key)] };
  }
  if (exact.length > 0) return exactly(written, key, exact, context, directory);
  const candidates = nearest(key, context, directory);
  return { written, judgment: candidates[0]?.near === true ? "suspect" : "unknown", candidates: candidates.map(({ shown }) => shown) };
}

function exactly(written: string, key: string, exact: readonly ResolvedUnit[], context: ReconcileContext, directory: UnitDirectory): Reconciliation {
  const [only] = oneOrgan(exact);
  if (!only) return { written, judgment: "suspect", candidates: exact.map((unit) => candidate(unit, 0.9, reasonOf(unit))) };
  const renamed = renamedBy(written, context.date, directory, context.level);
  if (renamed) {
    const current = renamed.current.map(({ name, short }): UnitCandidate => ({ name, short, entryId: renamed.entryId, score: renamed.confirmed ? 1 : 0.9, reason: "renamed" }));
    return { written, judgment: renamed.confirmed && current.length === 1 ? "same" : "suspect", candidates: current };
  }
  // 淮楠市财政局, 安微省民政厅: a place that no table holds and that sounds or looks like one.
  const place = placeAlike(only.place);
  if (place !== null) return { written, judgment: "suspect", candidates: [{ ...candidate(only, 0.9, "typing-slip"), ...inPlace(only, place) }] };
  // 市监局 without its level can be read as 市 + 监局: what a bare spoken form begins with may be a level of its own.
  const doubtful = only.form === "spoken" && /^[省市县区]/u.test(key) && unitKey(only.prefix + key) === unitKey(only.named.name.pattern.replace("{prefix}", only.prefix));
  return { written, judgment: doubtful ? "suspect" : "same", candidates: [candidate(only, doubtful ? 0.8 : 1, reasonOf(only))] };
}

function inPlace({ fullName, shortName, prefix }: ResolvedUnit, place: string): Pick<UnitCandidate, "name" | "short"> {
  return { name: fullName.replace(prefix, place), short: shortName.replace(prefix, place) };
}

/** The one organ that all readings mean, or none. */
function oneOrgan(exact: readonly ResolvedUnit[]): readonly ResolvedUnit[] {
  const [first] = exact;
  return first && exact.every((unit) => unit.entryId === first.entryId && unit.cluster === first.cluster && unit.prefix === first.prefix) ? [first] : [];
}

function reasonOf(unit: ResolvedUnit): ReconcileReason {
  return unit.form === "short" || unit.form === "spoken" ? "abbreviation" : "same";
}

function candidate(unit: ResolvedUnit, score: number, reason: ReconcileReason): UnitCandidate {
  return { name: unit.fullName, short: unit.shortName, entryId: unit.entryId, score, reason };
}

function localCandidate(name: string): UnitCandidate {
  return { name, short: name, entryId: "local", score: 1, reason: "same" };
}

interface Found {
  readonly shown: UnitCandidate;
  readonly near: boolean;
}

function nearest(key: string, context: ReconcileContext, directory: UnitDirectory): Found[] {
  const found = new Map<string, Found>();
  const add = (shown: UnitCandidate, near: boolean): void => {
    const before = found.get(shown.name);
    if (shown.score >= shownFrom && (!before || before.shown.score < shown.score)) found.set(shown.name, { shown, near: near || (before?.near ?? false) });
  };
  for (const name of context.local) {
    const likeness = nameLikeness(key, unitKey(name));
    if (likeness) add({ name, short: name, entryId: "local", score: likeness.score, reason: likeness.kind }, likeness.near);
  }
  for (const { prefix, body } of readings(key, context.level)) {
    const place = placeOf(prefix);
    for (const [known, names] of directory.byBody) {
      // Two names whose lengths differ by more than their half are no slips of one another.
      if (known.length < 2 || known.length > body.length * 3 || known.length < body.length - 2) continue;
      // 委组织部 without the 省委 or 县委 it hangs on is the rest of a name, and nothing's slip.
      if (prefix === "" && known.startsWith("委")) continue;
      for (const named of names) {
        if (named.name.form === "former" && context.date !== null) continue;
        const likeness = likenessAt(prefix, body, known, key, named, place?.level ?? context.level, place?.municipality ?? false);
        if (likeness) add({ ...written(named, prefix), score: likeness.score, reason: likeness.reason }, likeness.near);
      }
    }
  }
  return [...found.values()].sort((a, b) => b.shown.score - a.shown.score || a.shown.name.length - b.shown.name.length).slice(0, shownAtMost);
}

/** 市政管理局 and 市容局 are no 市 + 政管理局; an exact name would have been found before. */
const ordinaryCity = /^市(?:场|容|政(?!府|务|法|协|数|策|财))/u;

/** The cuts into prefix and body that are worth comparing: the name's own, the context's, and none. */
function readings(key: string, level: OfficeLevel | null): { prefix: string; body: string }[] {
  const own = prefixSplits(key).filter(({ prefix }) => placeOf(prefix) !== null && !(prefix === "市" && ordinaryCity.test(key)));
  const supplied = level === "省" || level === "市" || level === "县" || level === "区" ? [{ prefix: level, body: key }] : [];
  const central = /^(?:国家|中国|国务院)/u.test(key) || level === "国家" ? [{ prefix: "国家", body: key }] : [];
  if (own.length + supplied.length + central.length > 0) return [...own, ...supplied, ...central];
  // Inside one department a bare name is an inner office, which the directory does not hold.
  return level === "部门" || level === "镇" ? [] : [{ prefix: "", body: key }];
}

function likenessAt(
  prefix: string, body: string, known: string, key: string, named: NamedEntry, level: OfficeLevel | null, municipality: boolean,
): { score: number; reason: ReconcileReason; near: boolean } | null {
  const central = !named.name.pattern.includes("{prefix}");
  if (central !== (prefix === "国家")) return null;
  const atLevel = level === null || central || named.levels.includes(level) || (municipality && named.levels.includes("市"));
  if (!atLevel) return null;
  const plain = nameLikeness(body, known);
  // With the level written wrongly (是财政局), the whole name is compared.
  const whole = prefix.length === 1 && body === key && !ordinaryCity.test(key) ? nameLikeness(key, prefix + known) : null;
  const better = whole && (!plain || whole.score > plain.score) ? whole : plain;
  const otherLevel = endingOfOtherLevel(body, known);
  if (otherLevel && (!better || better.score < 0.92)) return { score: 0.92, reason: "other-level", near: true };
  // A bare 财政局 where no level is known is an organ's right name, but not said whose.
  if (better?.score === 1) return { score: 0.95, reason: named.name.form === "standard" ? "same" : "abbreviation", near: false };
  return better && { score: better.score, reason: better.kind, near: better.near };
}

/** 市财政厅 is 市财政局 with a province's ending. */
function endingOfOtherLevel(body: string, known: string): boolean {
  return body.length === known.length && body.length >= 3 && body.slice(0, -1) === known.slice(0, -1) && /[厅局]$/u.test(body) && /[厅局]$/u.test(known) && body !== known;
}

function written(named: NamedEntry, prefix: string): Pick<UnitCandidate, "name" | "short" | "entryId"> {
  const short = named.entry.names.find((name) => name.form === "short" && name.of === named.full.pattern);
  const name = named.full.pattern.replace("{prefix}", prefix);
  return { name, short: short ? short.pattern.replace("{prefix}", prefix) : name, entryId: named.entry.id };
}
