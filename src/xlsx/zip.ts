import { unzipSync, zipSync, type Zippable } from "fflate";

/** What a package may unpack to; more is refused as "too-large" before anything is unpacked. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

export class TooLarge extends Error {}

/**
 * Unpacks a zip file. The sizes are those of its directory, and nothing is unpacked beyond them (fflate fills a buffer of
 * the announced size), so that a small file cannot swell without limit.
 * @throws TooLarge when the announced sizes pass the limits; an error of fflate when the file is damaged.
 */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const files = unzipSync(bytes, {
    filter(file) {
      entries++;
      total += file.originalSize;
      if (entries > MOST_ENTRIES || total > MOST_BYTES) throw new TooLarge(`${entries} entries, ${total} bytes`);
      return !file.name.endsWith("/");
    },
  });
  return new Map(Object.entries(files));
}

/** Packs entries in their order; the time stamp is fixed, so that the same content gives the same bytes. */
export function pack(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = Object.create(null) as Zippable;
  for (const [name, bytes] of entries) files[name] = bytes;
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
