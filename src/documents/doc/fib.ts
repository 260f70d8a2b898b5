import type { OleFile } from "../bytes/ole";
import { Refusal } from "../refuse";

/** Where the parts of a Word binary document lie (MS-DOC 2.5.1, FIB). Offsets and lengths in bytes. */
export interface Fib {
  /** The stream WordDocument: text and formatting pages. */
  readonly main: DataView;
  /** 0Table or 1Table: everything else. */
  readonly table: DataView;
  /** The stream Data, for formatting too long for its page; empty when there is none. */
  readonly data: DataView;
  /** Characters of the main text, without notes, headers and comments. */
  readonly textLength: number;
  readonly styles: Part;
  readonly characterPages: Part;
  readonly paragraphPages: Part;
  readonly pieces: Part;
  readonly lists: Part;
  readonly listOverrides: Part;
}

/** A part of the table stream. */
export interface Part {
  readonly offset: number;
  readonly length: number;
}

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const FIRST_PART = 0x9a;

/** Reads the FIB. Throws a Refusal: encrypted, damaged, unknown-format for what came before Word 97. */
export function readFib(ole: OleFile): Fib {
  const main = viewOf(ole.stream("WordDocument"));
  if (main.byteLength < 0x2f2) throw new Refusal("damaged", "document stream is cut");
  const ident = main.getUint16(0, true);
  if (ident === WORD_6) throw new Refusal("unknown-format", "Word 6 or 95");
  if (ident !== WORD_97) throw new Refusal("damaged", "no Word document stream");
  const flags = main.getUint16(0x0a, true);
  if ((flags & ENCRYPTED) !== 0) throw new Refusal("encrypted", "Word document with a password");
  const table = ole.stream((flags & SECOND_TABLE) !== 0 ? "1Table" : "0Table");
  if (table === undefined) throw new Refusal("damaged", "no table stream");
  const part = (index: number): Part => ({ offset: main.getUint32(FIRST_PART + index * 8, true), length: main.getUint32(FIRST_PART + index * 8 + 4, true) });
  return {
    main,
    table: viewOf(table),
    data: viewOf(ole.stream("Data")),
    textLength: main.getUint32(0x4c, true),
    styles: part(1),
    characterPages: part(12),
    paragraphPages: part(13),
    pieces: part(33),
    lists: part(73),
    listOverrides: part(74),
  };
}

function viewOf(bytes: Uint8Array | undefined): DataView {
  return bytes === undefined ? new DataView(new ArrayBuffer(0)) : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
