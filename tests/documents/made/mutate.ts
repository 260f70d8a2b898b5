import { unzipSync, zipSync } from "fflate";

/** A generator of pseudo-random numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const badNumbers = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0xfffffffd, 0x10000, 0xffff];
const badWords = ["__proto__", "constructor", "999999999", "-1", "1e308", "<w:p>", "</w:tbl>", "rowspan=65535", "<table>", "&#x10ffff;", "stream", "endobj", "0 R", "\u0000", "w:val=\"99999\""];

/** A damaged copy of a file: cut, overwritten, shuffled in sectors, or, for a zip, damaged inside its parts. */
export function mutated(seed: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  const isZip = seed[0] === 0x50 && seed[1] === 0x4b;
  const kind = below(isZip ? 10 : 8);
  if (kind === 0) return Uint8Array.from({ length: below(4_000) }, () => below(256));
  if (kind === 1) return seed.slice(0, below(seed.length));
  if (kind === 2) return keepHead(seed, Uint8Array.from({ length: below(4_000) }, () => below(256)));
  if (isZip && kind >= 8) return insideZip(seed, random);
  const copy = Uint8Array.from(seed);
  const view = new DataView(copy.buffer);
  if (kind === 3) for (let times = 1 + below(20); times > 0; times--) copy[below(copy.length)] = below(256);
  if (kind === 4) for (let times = 1 + below(6); times > 0; times--) view.setUint32(below(Math.max(1, copy.length - 4)), badNumbers[below(badNumbers.length)] ?? 0, true);
  // Numbers of a container's directory and tables lie on even places.
  if (kind === 5) for (let times = 1 + below(6); times > 0; times--) view.setUint32(below(Math.max(1, (copy.length - 4) >> 2)) * 4, below(2) === 0 ? below(64) : (badNumbers[below(badNumbers.length)] ?? 0), true);
  if (kind === 6 && copy.length > 1_024) {
    const sectors = Math.floor(copy.length / 512);
    const from = below(sectors) * 512;
    copy.copyWithin(below(sectors) * 512, from, from + 512 * (1 + below(3)));
  }
  if (kind === 7) return withWord(copy, random);
  return copy;
}

function keepHead(seed: Uint8Array, rest: Uint8Array): Uint8Array {
  const whole = new Uint8Array(64 + rest.length);
  whole.set(seed.subarray(0, 64));
  whole.set(rest, 64);
  return whole;
}

function withWord(bytes: Uint8Array, random: () => number): Uint8Array {
  const word = new TextEncoder().encode(badWords[Math.floor(random() * badWords.length)] ?? "");
  const at = Math.floor(random() * bytes.length);
  const replaced = random() < 0.5 ? word.length : 0;
  const whole = new Uint8Array(bytes.length + word.length - replaced);
  if (at + replaced > bytes.length) return bytes;
  whole.set(bytes.subarray(0, at));
  whole.set(word, at);
  whole.set(bytes.subarray(at + replaced), at + word.length);
  return whole;
}

function insideZip(seed: Uint8Array, random: () => number): Uint8Array {
  const parts = Object.entries(unzipSync(seed));
  const victim = Math.floor(random() * parts.length);
  const changed = parts.map(([name, bytes], index): [string, Uint8Array] => {
    if (index !== victim || bytes.length === 0) return [name, bytes];
    const copy = Uint8Array.from(bytes);
    if (random() < 0.6) return [name, withWord(copy, random)];
    if (random() < 0.5) return [name, copy.slice(0, Math.floor(random() * copy.length))];
    for (let times = 1 + Math.floor(random() * 8); times > 0; times--) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    return [name, copy];
  });
  return zipSync(Object.fromEntries(changed));
}
