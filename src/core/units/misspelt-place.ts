import { lookAlike } from "./look-alikes";
import { soundLikeness } from "./pinyin";
import { isUnknownPlace, knownPlaces } from "./places";

/** The place that a 市 or 省 no table holds probably is, 淮楠市 → 淮南市; null for a known one, or one that resembles none. */
export function placeAlike(place: string): string | null {
  return isUnknownPlace(place) ? (knownPlaces().find((known) => isAlike(place, known)) ?? null) : null;
}

/** One character that sounds or looks like another, the rest the same. */
function isAlike(written: string, known: string): boolean {
  if (written.length !== known.length || written.length < 3) return false;
  const at = [...written].findIndex((character, i) => character !== known.charAt(i));
  const [from, to] = [written.charAt(at), known.charAt(at)];
  return at >= 0 && written.slice(at + 1) === known.slice(at + 1) && (soundLikeness(from, to) === 1 || lookAlike(from, to));
}
