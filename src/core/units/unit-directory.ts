import type { OfficeLevel } from "../responsibility/responsibility";
import { affiliatedOrgans } from "./data/affiliated-organs";
import { constituentDepartments } from "./data/constituent-departments";
import { governmentAndParty } from "./data/government-and-party";
import { peoplesOrganisations } from "./data/peoples-organisations";
import { verticalOrgans } from "./data/vertical-organs";
import { lookUpUnit } from "./look-up-unit";
import type { UnitEntry, UnitName } from "./unit";
import { unitKey } from "./unit-key";

/** One name of one entry, ready for looking up. */
export interface NamedEntry {
  readonly entry: UnitEntry;
  readonly name: UnitName;
  /** The full name it stands for; the name itself where it is a full one. */
  readonly full: UnitName;
  /** The pattern without a leading "{prefix}", folded. */
  readonly body: string;
  readonly levels: readonly OfficeLevel[];
}

/** A name whose prefix does not stand first: 团{prefix}委. */
export interface InfixName extends NamedEntry {
  readonly before: string;
  readonly after: string;
}

/** The directory of units, indexed. Built by `loadUnitDirectory`. */
export interface UnitDirectory {
  readonly entries: ReadonlyMap<string, UnitEntry>;
  readonly byBody: ReadonlyMap<string, readonly NamedEntry[]>;
  readonly infix: readonly InfixName[];
}

const prefixMark = "{prefix}";

/**
 * Index entries and run their own tests. Throws an Error that names the entry when two entries share an id or a name at
 * one level, when a short form names no full name, or when a test of an entry does not give what it expects.
 */
export function loadUnitDirectory(entries: readonly UnitEntry[]): UnitDirectory {
  const byId = new Map<string, UnitEntry>();
  const byBody = new Map<string, NamedEntry[]>();
  const infix: InfixName[] = [];
  const owners = new Map<string, { entry: UnitEntry; full: UnitName }>();
  for (const entry of entries) {
    if (byId.has(entry.id)) throw new Error(`unit directory: two entries have the id "${entry.id}"`);
    byId.set(entry.id, entry);
    for (const name of entry.names) {
      const full = name.of === undefined || name.of === name.pattern ? name : entry.names.find((other) => other.pattern === name.of && (other.form === "standard" || other.form === "former"));
      if (!full) throw new Error(`unit directory: "${name.pattern}" of ${entry.id} names no full name`);
      const levels = name.levels ?? entry.levels;
      for (const level of levels) {
        const key = `${level} ${unitKey(name.pattern)}`;
        const owner = owners.get(key);
        if (owner && (owner.entry !== entry || owner.full.pattern !== full.pattern)) {
          throw new Error(`unit directory: "${name.pattern}" (${level}) is both ${owner.entry.id} (${owner.full.pattern}) and ${entry.id} (${full.pattern})`);
        }
        owners.set(key, { entry, full });
      }
      const at = name.pattern.indexOf(prefixMark);
      const body = unitKey(name.pattern.replace(prefixMark, at > 0 ? prefixMark : ""));
      const named: NamedEntry = { entry, name, full, body, levels };
      if (at > 0) infix.push({ ...named, before: unitKey(name.pattern.slice(0, at)), after: unitKey(name.pattern.slice(at + prefixMark.length)) });
      else byBody.set(body, [...(byBody.get(body) ?? []), named]);
    }
  }
  const directory: UnitDirectory = { entries: byId, byBody, infix };
  for (const entry of entries) {
    for (const other of entry.counterparts ?? []) {
      if (!byId.has(other)) throw new Error(`unit directory: ${entry.id} names an unknown counterpart "${other}"`);
    }
    for (const { written, expected } of entry.tests) {
      const found = lookUpUnit(written, directory);
      if (!found.some((unit) => unit.entryId === entry.id && unit.fullName === expected)) {
        throw new Error(`unit directory: ${entry.id} expects "${written}" to be "${expected}", found ${found.map((unit) => unit.fullName).join(", ") || "nothing"}`);
      }
    }
  }
  return directory;
}

/** Every entry that comes with the program. */
export const builtInEntries: readonly UnitEntry[] = [...constituentDepartments, ...affiliatedOrgans, ...governmentAndParty, ...peoplesOrganisations, ...verticalOrgans];

let builtIn: UnitDirectory | null = null;

/** The built-in directory, loaded at first use. */
export function unitDirectory(): UnitDirectory {
  builtIn ??= loadUnitDirectory(builtInEntries);
  return builtIn;
}
