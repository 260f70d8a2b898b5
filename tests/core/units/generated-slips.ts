import type { OfficeLevel } from "../../../src/core/responsibility/responsibility";
import { syllables } from "../../../src/core/units/data/syllables";
import { lookUpUnit } from "../../../src/core/units/look-up-unit";
import type { UnitDirectory } from "../../../src/core/units/unit-directory";

export interface SlippedName {
  readonly written: string;
  /** The full name it was made from. */
  readonly name: string;
  readonly level: OfficeLevel;
  /** "form" is a real short or spoken form; the others are slips of typing. */
  readonly kind: "form" | "same-sound" | "lost" | "doubled" | "swapped" | "added" | "replaced" | "ending";
}

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const kinds = ["form", "same-sound", "lost", "doubled", "swapped", "added", "replaced", "ending"] as const;
const levels: readonly OfficeLevel[] = ["省", "市", "县", "区"];

/**
 * Names as people mistype them, made from the directory's own. A slip that by chance is the name of another organ is no
 * slip and is drawn again.
 */
export function generatedSlips(count: number, seed: number, directory: UnitDirectory): SlippedName[] {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const soundsOf = new Map<string, string>();
  for (const group of syllables.split(" ")) for (const character of group.replace(/^[a-zü]+/u, "")) soundsOf.set(character, group.replace(/^[a-zü]+/u, ""));
  const common = [...syllables.replace(/[a-zü ]/gu, "")];
  const entries = [...directory.entries.values()];
  const pairs: SlippedName[] = [];
  while (pairs.length < count) {
    const level = pick(levels);
    const entry = pick(entries);
    const name = pick(entry.names);
    const usual = name.form !== "former" && (name.levels ?? entry.levels).includes(level) && name.pattern.startsWith("{prefix}");
    if (!usual) continue;
    const right = level + name.pattern.slice("{prefix}".length);
    const full = (name.of ?? name.pattern).replace("{prefix}", level);
    const kind = pick(kinds);
    const body = [...right.slice(1)];
    // One slip in a name of two or three characters leaves too little of it for anybody to know it by.
    if (kind !== "form" && body.length < 3) continue;
    const at = Math.floor(next() * (body.length - 1));
    const character = body[at] ?? "";
    if (kind === "same-sound") body[at] = pick([...(soundsOf.get(character) ?? "")].filter((other) => other !== character));
    else if (kind === "lost" && body.length >= 5) body.splice(at, 1);
    else if (kind === "doubled") body.splice(at, 0, character);
    else if (kind === "swapped") body.splice(at, 2, body[at + 1] ?? "", character);
    else if (kind === "added" && body.length >= 4) body.splice(at, 0, pick(common));
    else if (kind === "replaced" && body.length >= 5) body[at] = pick(common);
    else if (kind === "ending" && /[厅局]$/u.test(right)) body[body.length - 1] = body.at(-1) === "厅" ? "局" : "厅";
    else if (kind !== "form") continue;
    const written = level + body.join("");
    if (written.includes("undefined") || (kind === "form" ? name.form === "standard" : lookUpUnit(written, directory, level).length > 0)) continue;
    pairs.push({ written, name: full, level, kind });
  }
  return pairs;
}
