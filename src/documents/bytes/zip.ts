import { Inflate } from "fflate";
import { limits } from "../limits";
import { Refusal } from "../refuse";

/** A zip opened by its directory; nothing is unpacked until asked for. */
export interface Zip {
  /** Names of the entries, as stored, folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** An entry unpacked; undefined when there is none. Refuses what would unpack beyond `limits`. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

/** Whether the bytes begin like a zip. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/**
 * Opens a zip over its central directory (APPNOTE.TXT 4.3). The sizes it declares are not believed: unpacking counts
 * for itself and stops at the limits. Throws a Refusal: damaged, encrypted, too-large.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.zipEntries) throw new Refusal("too-large", `zip with ${count} entries`);
  const entries = new Map<string, Entry>();
  const names = new TextDecoder("utf-8");
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Refusal("damaged", "zip directory is cut");
    const nameLength = view.getUint16(at + 28, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/").replace(/^\/+/u, "");
    const entry: Entry = { method: view.getUint16(at + 10, true), flags: view.getUint16(at + 8, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
    if (!name.endsWith("/") && !entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let unpackedInAll = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const unpacked = unpack(bytes, view, entry, Math.min(limits.partBytes, limits.unpackedBytes - unpackedInAll));
      unpackedInAll += unpacked.length;
      return unpacked;
    },
  };
}

function endOfDirectory(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new Refusal("damaged", "zip without a directory");
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, most: number): Uint8Array {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) throw new Refusal("encrypted", "zip entry with a password");
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_ENTRY) throw new Refusal("damaged", "zip entry is not where the directory says");
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new Refusal("damaged", "zip entry is cut");
  if (entry.method === STORED) {
    if (packed.length > most) throw new Refusal("too-large", "zip entry beyond the limit");
    return packed;
  }
  if (entry.method !== DEFLATED) throw new Refusal("damaged", `zip method ${entry.method}`);
  return inflate(packed, most);
}

/** Deflate gives at most 1,032 bytes for one, so feeding small slices bounds what is unpacked before the limit is seen. */
const SLICE = 16_384;
const RATIO_FREE_BYTES = 4_000_000;

function inflate(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let fed = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    if (length > most) throw new Refusal("too-large", "zip entry beyond the limit");
    if (length > RATIO_FREE_BYTES && length > fed * limits.unpackedRatio) throw new Refusal("too-large", "zip entry unpacks beyond reason");
    if (chunk.length > 0) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      fed = Math.min(at + SLICE, packed.length);
      stream.push(packed.subarray(at, fed), fed === packed.length);
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    throw new Refusal("damaged", "zip entry does not unpack");
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
