import { syllables } from "./data/syllables";

let readings: ReadonlyMap<string, string> | null = null;

function readingOf(character: string): string {
  if (!readings) {
    const map = new Map<string, string>();
    for (const group of syllables.split(" ")) {
      const [sound] = /^[a-zü]+/u.exec(group) ?? [""];
      for (const sounding of group.slice(sound.length)) map.set(sounding, sound);
    }
    readings = map;
  }
  return readings.get(character) ?? character;
}

/** Differences that many speakers do not hear: zh/z, ch/c, sh/s, -ng/-n. */
function blurred(sound: string): string {
  return sound.replace(/^([zcs])h/u, "$1").replace(/ng$/u, "n");
}

/** How alike two characters sound: 1 the same syllable, 0.5 alike in blurred speech, 0 otherwise. Tones do not count: pinyin typing has none. */
export function soundLikeness(a: string, b: string): 0 | 0.5 | 1 {
  const first = readingOf(a);
  const second = readingOf(b);
  if (first === second) return 1;
  return /^[a-z]/u.test(first) && /^[a-z]/u.test(second) && blurred(first) === blurred(second) ? 0.5 : 0;
}
