import CFB, { type CFB$Container } from "cfb";
import { Refusal } from "../refuse";

/** An OLE compound file: its streams by name. */
export interface OleFile {
  readonly names: readonly string[];
  /** Whether it carries macros: a VBA project lies in a storage of its own. */
  readonly macros: boolean;
  /** The bytes of the first stream of that name, whatever storage it lies in at the root. */
  stream(name: string): Uint8Array | undefined;
}

const SECTOR = 512;

/** Whether the bytes begin like an OLE compound file. */
export function looksLikeOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/**
 * WPS writes compound files whose last sector is not filled up (apache/poi bug 1041): readers then run past the end.
 * The zeros that belong there are added.
 */
export function padded(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length % SECTOR;
  if (rest === 0) return bytes;
  const whole = new Uint8Array(bytes.length + SECTOR - rest);
  whole.set(bytes);
  return whole;
}

/** Opens a compound file (MS-CFB). Throws a Refusal when it is damaged. */
export function openOle(bytes: Uint8Array): OleFile {
  let container: CFB$Container;
  try {
    container = CFB.read(padded(bytes), { type: "array" });
  } catch {
    throw new Refusal("damaged", "compound file cannot be opened");
  }
  const streams = new Map<string, Uint8Array>();
  container.FileIndex.forEach((entry, index) => {
    const depth = (container.FullPaths[index] ?? "").split("/").length;
    // A stream of an embedded object lies deeper than those of the document itself.
    if (entry.type === 2 && depth <= 2 && !streams.has(entry.name)) streams.set(entry.name, Uint8Array.from(entry.content));
  });
  const macros = container.FullPaths.some((path) => /\/_VBA_PROJECT(?:_CUR)?\/?(?:$|\/)/iu.test(path));
  return { names: [...streams.keys()], macros, stream: (name) => streams.get(name) };
}
