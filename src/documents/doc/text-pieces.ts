import { Refusal } from "../refuse";
import type { Fib } from "./fib";

/** The main text in reading order, and where each character lies in the file: formatting is kept by file position. */
export interface DocText {
  readonly text: string;
  /** For each character of `text`, its offset in the stream WordDocument. */
  readonly offsets: Uint32Array;
}

const PIECE_TABLE = 2;
const FORMATTING = 1;
const COMPRESSED = 0x40000000;

/** Puts the text together from its pieces (MS-DOC 2.8.35 PlcPcd, 2.9.38 Clx). Throws a Refusal. */
export function readText({ main, table, pieces, textLength }: Fib): DocText {
  const start = pieceTableStart(table, pieces.offset, pieces.offset + pieces.length);
  const length = table.getUint32(start, true);
  const count = Math.floor((length - 4) / 12);
  if (count < 1 || textLength > main.byteLength * 2) throw new Refusal("damaged", "piece table");
  const offsets = new Uint32Array(textLength);
  const latin = new TextDecoder("windows-1252");
  let text = "";
  for (let index = 0; index < count && text.length < textLength; index++) {
    const first = table.getUint32(start + 4 + index * 4, true);
    const end = Math.min(table.getUint32(start + 8 + index * 4, true), textLength);
    if (first !== text.length || end < first) throw new Refusal("damaged", "pieces out of order");
    const place = table.getUint32(start + 4 + (count + 1) * 4 + index * 8 + 2, true);
    const compressed = (place & COMPRESSED) !== 0;
    const width = compressed ? 1 : 2;
    const from = compressed ? (place & ~COMPRESSED) / 2 : place & ~COMPRESSED;
    const bytes = new Uint8Array(main.buffer, main.byteOffset + from, (end - first) * width);
    if (compressed) {
      text += latin.decode(bytes);
    } else {
      for (let at = 0; at < bytes.length; at += 2) text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
    }
    for (let at = first; at < end; at++) offsets[at] = from + (at - first) * width;
  }
  return { text, offsets };
}

/** Behind any number of formatting records (Prc) stands the piece table (Pcdt). */
function pieceTableStart(table: DataView, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const kind = table.getUint8(at);
    if (kind === PIECE_TABLE) return at + 1;
    if (kind !== FORMATTING) break;
    at += 3 + table.getUint16(at + 1, true);
  }
  throw new Refusal("damaged", "no piece table");
}
