import type { IsoDate } from "../deadline/deadline";
import type { OfficeLevel } from "../responsibility/responsibility";
import { lookUpUnit } from "./look-up-unit";
import type { UnitDirectory } from "./unit-directory";

/** A name that had gone out of force by the document's date. */
export interface Rename {
  readonly entryId: string;
  /** What the organ, or the one that took over its work, is called now: the most usual name first. */
  readonly current: readonly { readonly name: string; readonly short: string }[];
  /** The year in which the change took force at that level. */
  readonly year: number;
  /** Whether the source shows it, with one successor's name, for every place; else only a mark for a person to check. */
  readonly confirmed: boolean;
  readonly source: string;
}

/**
 * Whether a written name was already out of force at the document's date. Null where it was not: in the year of the
 * change and before it, without a date, for a name that some organ still bears, and inside 《》 (the name of a document
 * stays as it was).
 */
export function renamedBy(written: string, date: IsoDate | null, directory: UnitDirectory, level: OfficeLevel | null = null): Rename | null {
  if (date === null || /[《》]/u.test(written)) return null;
  const year = Number(date.slice(0, 4));
  const found = lookUpUnit(written, directory, level);
  const [first] = found;
  const until = first?.named.name.until;
  if (!first || !until || found.some(({ form }) => form !== "former") || !Number.isFinite(year) || year <= until.year) return null;
  const { entry } = first.named;
  const write = (pattern: string): string => pattern.replace("{prefix}", first.prefix);
  const current = entry.names
    .filter((name) => name.form === "standard" && (name.levels ?? entry.levels).includes(first.level))
    .map((name) => {
      const short = entry.names.find((other) => other.form === "short" && other.of === name.pattern);
      return { name: write(name.pattern), short: write((short ?? name).pattern) };
    });
  const distinct = [...new Map(current.map((unit) => [unit.name, unit])).values()];
  // Where places call the successor differently, the change is certain but the name is not.
  return { entryId: entry.id, current: distinct, year: until.year, confirmed: until.confirmed && distinct.length === 1, source: until.source };
}
