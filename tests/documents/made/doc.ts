import CFB from "cfb";

/** A paragraph for a made .doc. `end` is its mark: a paragraph, a cell, or the end of a row built by `row`. */
export interface MadeParagraph {
  readonly text: string;
  readonly end: "paragraph" | "cell" | "row";
  readonly row?: readonly MadeCell[];
  /** Runs of the text that are deleted in tracked changes or hidden, as [from, to) in characters. */
  readonly deleted?: readonly [number, number];
  readonly hidden?: readonly [number, number];
  readonly list?: { readonly index: number; readonly level: number };
}

export interface MadeCell {
  readonly right: number;
  readonly vertical?: "restart" | "continue";
}

const TEXT_AT = 0x800;
const PAGE = 512;

/** The smallest Word binary document that a strict reader takes: FIB, one piece of UTF-16, formatting pages (MS-DOC). */
export function makeDoc(paragraphs: readonly MadeParagraph[], options: { readonly encrypted?: boolean; readonly padded?: boolean } = {}): Uint8Array {
  const text = paragraphs.map(({ text: own, end }) => own + (end === "paragraph" ? "\r" : "\u0007")).join("");
  const papx = new PageWriter(13);
  const chpx = new PageWriter(1);
  let at = 0;
  for (const paragraph of paragraphs) {
    const length = paragraph.text.length + 1;
    papx.add(TEXT_AT + at * 2, TEXT_AT + (at + length) * 2, paragraphSprms(paragraph));
    for (const { from, to, sprms } of characterRuns(paragraph)) chpx.add(TEXT_AT + (at + from) * 2, TEXT_AT + (at + to) * 2, sprms);
    at += length;
  }
  const pagesAt = Math.ceil((TEXT_AT + text.length * 2) / PAGE);
  const paragraphPages = papx.pages(true);
  const characterPages = chpx.pages(false);
  const main = new Uint8Array((pagesAt + paragraphPages.length + characterPages.length) * PAGE);
  const view = new DataView(main.buffer);
  const table = new Uint8Array(4_096);
  const tableView = new DataView(table.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0x00c1, true);
  view.setUint16(0x0a, options.encrypted ? 0x0100 : 0, true);
  view.setUint32(0x4c, text.length, true);
  for (let index = 0; index < text.length; index++) view.setUint16(TEXT_AT + index * 2, text.charCodeAt(index), true);
  [...paragraphPages, ...characterPages].forEach((page, index) => main.set(page.bytes, (pagesAt + index) * PAGE));
  let tableAt = 0;
  const part = (index: number, write: () => number): void => {
    const length = write();
    view.setUint32(0x9a + index * 8, tableAt, true);
    view.setUint32(0x9e + index * 8, length, true);
    tableAt += length;
  };
  part(33, () => {
    tableView.setUint8(tableAt, 2);
    tableView.setUint32(tableAt + 1, 16, true);
    tableView.setUint32(tableAt + 9, text.length, true);
    tableView.setUint32(tableAt + 15, TEXT_AT, true);
    return 21;
  });
  const bin = (pages: readonly { readonly from: number; readonly to: number }[], first: number) => () => {
    pages.forEach(({ from, to }, index) => {
      tableView.setUint32(tableAt + index * 4, from, true);
      tableView.setUint32(tableAt + index * 4 + 4, to, true);
      tableView.setUint32(tableAt + (pages.length + 1 + index) * 4, first + index, true);
    });
    return (pages.length * 2 + 1) * 4;
  };
  part(13, bin(paragraphPages, pagesAt));
  part(12, bin(characterPages, pagesAt + paragraphPages.length));
  part(73, () => writeLists(tableView, tableAt));
  // The levels stand behind the length told for the list of definitions.
  tableAt += LEVEL_BYTES;
  part(74, () => writeOverrides(tableView, tableAt));
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/WordDocument", main);
  CFB.utils.cfb_add(container, "/0Table", table);
  const bytes = Uint8Array.from(CFB.write(container, { type: "array" }) as ArrayLike<number>);
  return options.padded === false ? bytes.slice(0, lastUsed(bytes)) : bytes;
}

function lastUsed(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end;
}

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
}

function paragraphSprms({ end, row, list }: MadeParagraph): number[] {
  const sprms: number[] = [];
  if (end !== "paragraph") sprms.push(...u16(0x2416), 1);
  if (end === "row") {
    const cells = row ?? [];
    const definition = [cells.length, ...u16(0, ...cells.map((cell) => cell.right))];
    for (const { vertical } of cells) definition.push(...u16(vertical === "restart" ? 0x60 : vertical === "continue" ? 0x20 : 0), ...Array<number>(18).fill(0));
    sprms.push(...u16(0x2417), 1, ...u16(0xd608), ...u16(definition.length + 1), ...definition);
  }
  if (list !== undefined) sprms.push(...u16(0x460b, list.index), ...u16(0x260a), list.level);
  return sprms;
}

function characterRuns({ text, deleted, hidden }: MadeParagraph): { from: number; to: number; sprms: number[] }[] {
  const marks = [...new Set([0, text.length + 1, ...(deleted ?? []), ...(hidden ?? [])])].sort((a, b) => a - b);
  return marks.slice(1).map((to, index) => {
    const from = marks[index] ?? 0;
    const inside = (range?: readonly [number, number]): boolean => range !== undefined && from >= range[0] && to <= range[1];
    return { from, to, sprms: [...(inside(deleted) ? [...u16(0x0800), 1] : []), ...(inside(hidden) ? [...u16(0x083c), 1] : [])] };
  });
}

interface Entry {
  readonly from: number;
  readonly to: number;
  readonly sprms: readonly number[];
}

/** Formatting pages: as many entries as fit, entries from the front and their instructions from the back. */
class PageWriter {
  readonly #entries: Entry[] = [];

  constructor(private readonly entryBytes: number) {}

  add(from: number, to: number, sprms: readonly number[]): void {
    this.#entries.push({ from, to, sprms });
  }

  pages(paragraphs: boolean): { readonly bytes: Uint8Array; readonly from: number; readonly to: number }[] {
    const pages: { bytes: Uint8Array; from: number; to: number }[] = [];
    let rest: readonly Entry[] = this.#entries;
    while (rest.length > 0) {
      let count = 0;
      let used = 5;
      while (count < rest.length) {
        const size = 4 + this.entryBytes + (rest[count]?.sprms.length ?? 0) + 6;
        if (used + size > PAGE) break;
        used += size;
        count++;
      }
      pages.push(this.#page(rest.slice(0, count), paragraphs));
      rest = rest.slice(count);
    }
    return pages;
  }

  #page(entries: readonly Entry[], paragraphs: boolean): { bytes: Uint8Array; from: number; to: number } {
    const bytes = new Uint8Array(PAGE);
    const view = new DataView(bytes.buffer);
    let back = PAGE - 2;
    entries.forEach(({ from, to, sprms }, index) => {
      view.setUint32(index * 4, from, true);
      view.setUint32(index * 4 + 4, to, true);
      const packed = paragraphs ? paragraphBytes(sprms) : [sprms.length, ...sprms];
      back = (back - packed.length) & ~1;
      bytes.set(packed, back);
      view.setUint8((entries.length + 1) * 4 + index * this.entryBytes, back / 2);
    });
    view.setUint8(PAGE - 1, entries.length);
    return { bytes, from: entries[0]?.from ?? 0, to: entries.at(-1)?.to ?? 0 };
  }
}

/** Length in words, style 0, instructions; an even count of bytes is told by a second length. */
function paragraphBytes(sprms: readonly number[]): number[] {
  const body = [0, 0, ...sprms];
  return body.length % 2 === 1 ? [(body.length + 1) / 2, ...body] : [0, body.length / 2, ...body];
}

const LEVEL_TEXT = [0, 0x3001];
const LEVEL_BYTES = 28 + 2 + LEVEL_TEXT.length * 2;

/** One simple list whose numbers are 一、 二、 三、 */
function writeLists(view: DataView, at: number): number {
  view.setUint16(at, 1, true);
  view.setInt32(at + 2, 77, true);
  view.setUint8(at + 2 + 26, 1);
  const level = at + 2 + 28;
  view.setInt32(level, 1, true);
  view.setUint8(level + 4, 37);
  view.setUint8(level + 15, 2);
  view.setUint16(level + 28, LEVEL_TEXT.length, true);
  LEVEL_TEXT.forEach((code, index) => view.setUint16(level + 30 + index * 2, code, true));
  return 2 + 28;
}

function writeOverrides(view: DataView, at: number): number {
  view.setUint32(at, 1, true);
  view.setInt32(at + 4, 77, true);
  view.setUint32(at + 20, 0xffffffff, true);
  return 24;
}
