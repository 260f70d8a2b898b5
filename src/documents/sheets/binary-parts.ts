import { Refusal } from "../refuse";

/** A record of a binary part (MS-XLSB 2.1.4): its number, where it begins, and where its body lies. */
interface BinaryRecord {
  readonly id: number;
  readonly at: number;
  readonly body: number;
  readonly length: number;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

const rowHeader = 0;
const cellString = 6;
const formulaString = 8;
const lastFormula = 11;
/** Records of cells that take the column after that of the cell before, and say only the rest. */
const [firstShort, shortString, lastShort] = [12, 17, 18];
const sharedString = 19;
const numberFormat = 44;
const columnInfo = 60;
const richCell = 62;
const workbookProperties = 153;
const sheetInfo = 156;

/** The records that values, number formats, merges, hidden rows and columns, and sheet names stand in, with those that frame them. */
const read = new Set([
  ...Array.from({ length: 19 }, (_, id) => id), sharedString, numberFormat, 47, columnInfo, richCell, 129, 130, 131, 132, 143, 144, 145, 146, workbookProperties, sheetInfo, 159, 160, 176, 177, 178, 278, 279,
  390, 391, 615, 616, 617, 618,
]);

/** Whether a part of an .xlsb is one that is read: workbook, sheets, shared strings, styles. */
export function isReadPart(name: string): boolean {
  return /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.bin$/iu.test(name);
}

/**
 * A binary part of an .xlsb with only the records that are read. The library believes every count and place in them, so that a
 * damaged file would keep it counting for hours: counts that reach beyond their record, and cells beyond the sheet, are
 * refused here as damaged.
 */
export function checkedBinaryPart(part: Uint8Array): Uint8Array {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const kept = new Uint8Array(part.length);
  let length = 0;
  for (const record of recordsOf(part)) {
    if (!read.has(record.id)) continue;
    check(view, record);
    // Behind the flags stands a name of no use here.
    const end = record.id === workbookProperties ? record.body + Math.min(record.length, 8) : record.body + record.length;
    if (record.id === workbookProperties) {
      if (record.length < 8) throw damaged();
      kept.set([workbookProperties | 0x80, workbookProperties >> 7, 8], length);
      length += 3;
    }
    const from = record.id === workbookProperties ? record.body : record.at;
    kept.set(part.subarray(from, end), length);
    length += end - from;
  }
  return kept.slice(0, length);
}

function* recordsOf(part: Uint8Array): Generator<BinaryRecord> {
  let next = 0;
  while (next < part.length) {
    const at = next;
    let id = part[next++] ?? 0;
    if ((id & 0x80) !== 0) id = (id & 0x7f) | (((part[next++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let index = 0; index < 4; index++) {
      const byte = part[next++] ?? 0;
      length |= (byte & 0x7f) << (7 * index);
      if ((byte & 0x80) === 0) break;
    }
    if (next + length > part.length) throw damaged();
    yield { id, at, body: next, length };
    next += length;
  }
}

function check(view: DataView, { id, body, length }: BinaryRecord): void {
  const number = (at: number): number => {
    if (at + 4 > length) throw damaged();
    return view.getUint32(body + at, true);
  };
  const string = (at: number): number => {
    const end = at + 4 + number(at) * 2;
    if (end > length) throw damaged();
    return end;
  };
  if (id === rowHeader) {
    if (number(0) > LAST_ROW) throw damaged();
  } else if (id <= lastFormula || id === richCell) {
    if (number(0) > LAST_COLUMN || length < 8) throw damaged();
    if (id === cellString || id === formulaString) string(8);
    if (id === richCell) checkRich(view, body, length, 8, string, number);
  } else if (id >= firstShort && id <= lastShort) {
    number(0);
    if (id === shortString) string(4);
  } else if (id === sharedString) {
    checkRich(view, body, length, 0, string, number);
  } else if (id === columnInfo) {
    if (number(0) > LAST_COLUMN || number(4) > LAST_COLUMN) throw damaged();
  } else if (id === numberFormat) {
    string(2);
  } else if (id === sheetInfo) {
    // The relation may be absent, which is written as a length of −1.
    string(number(8) === 0xffffffff ? 12 : string(8));
  }
}

/** A string with runs of format: flags, the string, then as many runs of four bytes as it says (MS-XLSB 2.5.121). */
function checkRich(view: DataView, body: number, length: number, at: number, string: (at: number) => number, number: (at: number) => number): void {
  if (at >= length) throw damaged();
  const end = string(at + 1);
  if ((view.getUint8(body + at) & 1) !== 0 && end + 4 + number(end) * 4 > length) throw damaged();
}

function damaged(): Refusal {
  return new Refusal("damaged", "binary workbook part");
}
