import type { DocumentNote } from "../document";
import { ListCounter } from "../lists/list-counter";
import { shownText } from "../text/tidy-text";
import type { Fib } from "./fib";
import { characterRuns, paragraphRuns, runAt, type FormattedRun } from "./formatting-pages";
import { readDocLists } from "./lists";
import { sprms, sprmsOf, type Sprm } from "./sprms";
import { plainDocStyle, readDocStyles, type DocStyle } from "./styles";
import { readText } from "./text-pieces";

/** One paragraph of a Word binary document, as far as tables and text need it. */
export interface DocParagraph {
  readonly text: string;
  readonly heading: boolean;
  /** 0 outside of tables, 1 in a table, 2 in a table inside a cell… */
  readonly depth: number;
  /** It ends a cell of the table at its depth. */
  readonly endsCell: boolean;
  /** It is the mark at the end of a row; `row` says how the row is built. */
  readonly endsRow: boolean;
  /** Its mark is deleted in the accepted view: the next paragraph goes on in the same line; a row whose mark is deleted is gone. */
  readonly markDeleted: boolean;
  /** The instructions that build the row, for the mark of a row. */
  readonly row: readonly Sprm[];
}

interface ParagraphFormat {
  depth: number;
  endsRow: boolean;
  endsInnerCell: boolean;
  heading: boolean;
  centred: boolean;
  size: number;
  list: number;
  listLevel: number;
  row: Sprm[];
}

interface CharacterFormat {
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly hidden: boolean;
  readonly size: number;
}

const CELL_MARK = "\u0007";
/** 小二 and above, as in a .docx. */
const TITLE_HALF_POINTS = 36;
const plainCharacters: CharacterFormat = { deleted: false, inserted: false, hidden: false, size: 0 };

/** The paragraphs of the main text in reading order, in the accepted view, hidden text left out, numbers written out. */
export function* readParagraphs(fib: Fib, notes: Set<DocumentNote>): Generator<DocParagraph> {
  const { text, offsets } = readText(fib);
  const paragraphs = paragraphRuns(fib);
  const characters = characterRuns(fib);
  const styles = readDocStyles(fib);
  const counter = new ListCounter(readDocLists(fib));
  const formatCache = new Map<FormattedRun, CharacterFormat>();
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign !== "\r" && sign !== CELL_MARK && sign !== "\f" && at < text.length - 1) continue;
    const offset = offsets[at] ?? 0;
    const format = paragraphFormat(fib, runAt(paragraphs, offset), styles);
    const gathered = gather(text, start, at, offsets, (place) => characterFormat(fib.main, runAt(characters, place), formatCache), notes);
    const mark = characterFormat(fib.main, runAt(characters, offset), formatCache);
    if (mark.deleted) notes.add("tracked-changes-accepted");
    // The mark of a row carries no text, and a paragraph that is gone or hidden no number.
    const silent = format.endsRow || (gathered.text === "" && (mark.deleted || mark.hidden || gathered.hadHidden));
    const number = silent || format.list === 0 ? "" : counter.next(String(format.list), format.listLevel);
    const shown = shownText(number + gathered.text);
    yield {
      text: shown,
      heading: shown !== "" && (format.heading || (format.centred && Math.max(gathered.size, format.size) >= TITLE_HALF_POINTS)),
      depth: format.depth,
      endsCell: !format.endsRow && (format.depth > 1 ? format.endsInnerCell : sign === CELL_MARK),
      endsRow: format.endsRow,
      markDeleted: mark.deleted && (sign === "\r" || format.endsRow),
      row: format.row,
    };
    start = at + 1;
  }
}

function paragraphFormat(fib: Fib, run: FormattedRun | undefined, styles: readonly DocStyle[]): ParagraphFormat {
  const style = styles[run?.style ?? 0] ?? plainDocStyle;
  const format: ParagraphFormat = { ...style, depth: 0, endsRow: false, endsInnerCell: false, row: [] };
  if (run !== undefined) applyParagraph(fib, fib.main, run.sprmsFrom, run.sprmsEnd, format, true);
  return format;
}

function applyParagraph(fib: Fib, view: DataView, from: number, end: number, format: ParagraphFormat, mayRefer: boolean): void {
  for (const sprm of sprmsOf(view, from, end)) {
    const { code, at } = sprm;
    if (code === sprms.paragraphInTable) format.depth = view.getUint8(at) !== 0 ? Math.max(format.depth, 1) : 0;
    else if (code === sprms.paragraphDepth) format.depth = Math.max(0, Math.min(view.getInt32(at, true), 50));
    else if (code === sprms.paragraphEndsRow || code === sprms.paragraphEndsInnerRow) format.endsRow = format.endsRow || view.getUint8(at) !== 0;
    else if (code === sprms.paragraphEndsInnerCell) format.endsInnerCell = view.getUint8(at) !== 0;
    else if (code === sprms.paragraphListLevel) format.listLevel = Math.min(view.getUint8(at), 8);
    else if (code === sprms.paragraphList) format.list = listIndex(view.getUint16(at, true));
    else if (code === sprms.paragraphOutline) format.heading = view.getUint8(at) < 9;
    else if (code === sprms.paragraphAlign || code === sprms.paragraphAlignLogical) format.centred = view.getUint8(at) === 1;
    else if (code === sprms.tableDefinition || code === sprms.tableVerticalMerge || code === sprms.tableMerge) format.row.push(sprm);
    else if ((code === sprms.paragraphElsewhere || code === sprms.paragraphElsewhereOld) && mayRefer) {
      const place = view.getUint32(at, true);
      // The formatting of a wide row does not fit its page and lies in the stream Data.
      if (place + 2 <= fib.data.byteLength) applyParagraph(fib, fib.data, place + 2, Math.min(place + 2 + fib.data.getUint16(place, true), fib.data.byteLength), format, false);
    }
  }
}

/** 0 means no list; from 0xF801 on the number is of a list that is switched off. */
function listIndex(value: number): number {
  return value >= 0xf801 ? 0 : value;
}

function characterFormat(view: DataView, run: FormattedRun | undefined, cache: Map<FormattedRun, CharacterFormat>): CharacterFormat {
  if (run === undefined) return plainCharacters;
  const known = cache.get(run);
  if (known !== undefined) return known;
  let { deleted, inserted, hidden, size } = plainCharacters;
  for (const { code, at } of sprmsOf(view, run.sprmsFrom, run.sprmsEnd)) {
    if (code === sprms.characterDeleted) deleted = isOn(view.getUint8(at));
    else if (code === sprms.characterInserted) inserted = isOn(view.getUint8(at));
    else if (code === sprms.characterHidden) hidden = isOn(view.getUint8(at));
    else if (code === sprms.characterSize) size = view.getUint16(at, true);
  }
  const format = { deleted, inserted, hidden, size };
  cache.set(run, format);
  return format;
}

/** 1 is on, 0x81 the opposite of the style (which leaves text visible and undeleted); 0x80 is as the style says. */
function isOn(value: number): boolean {
  return value === 1 || value === 0x81;
}

interface Gathered {
  readonly text: string;
  readonly size: number;
  readonly hadHidden: boolean;
}

function gather(text: string, start: number, end: number, offsets: Uint32Array, formatAt: (offset: number) => CharacterFormat, notes: Set<DocumentNote>): Gathered {
  let gathered = "";
  let size = 0;
  let hadHidden = false;
  /** For each open field, whether its result has begun. */
  const fields: boolean[] = [];
  for (let at = start; at < end; at++) {
    const sign = text[at] ?? "";
    if (sign === "\u0013") fields.push(false);
    else if (sign === "\u0014") fields[fields.length - 1] = true;
    else if (sign === "\u0015") fields.pop();
    else {
      const shown = shownSign(sign);
      if (shown === "" || fields.includes(false)) continue;
      const format = formatAt(offsets[at] ?? 0);
      if (format.inserted || format.deleted) notes.add("tracked-changes-accepted");
      if (format.hidden && !format.deleted) notes.add("hidden-text-left-out");
      hadHidden ||= format.hidden;
      if (format.deleted || format.hidden) continue;
      gathered += shown;
      size = Math.max(size, format.size);
    }
  }
  return { text: gathered, size, hadHidden };
}

/** What is seen of a sign: pictures, notes and anchors nothing, special breaks and hyphens their plain counterpart. */
function shownSign(sign: string): string {
  if (sign === "\u000b") return "\n";
  if (sign === "\u001e") return "-";
  return sign >= " " || sign === "\t" ? (sign === "\u00ad" ? "" : sign) : "";
}
