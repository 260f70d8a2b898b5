import type { ListInstance, ListLevel } from "../lists/list-counter";
import type { Fib } from "./fib";

/** Number formats of Word binary files by their code (MS-OSHARED 2.2.1.3 MSONFC), named as in ISO/IEC 29500. */
const formats = new Map<number, string>([
  [0, "decimal"], [1, "upperRoman"], [2, "lowerRoman"], [3, "upperLetter"], [4, "lowerLetter"], [10, "ideographDigital"], [11, "japaneseCounting"],
  [14, "decimalFullWidth"], [18, "decimalEnclosedCircle"], [19, "decimalFullWidth2"], [22, "decimalZero"], [23, "bullet"], [26, "decimalEnclosedFullstop"],
  [27, "decimalEnclosedParen"], [28, "decimalEnclosedCircleChinese"], [29, "ideographEnclosedCircle"], [30, "ideographTraditional"],
  [33, "taiwaneseCounting"], [35, "taiwaneseCountingThousand"], [37, "chineseCounting"], [38, "chineseLegalSimplified"], [39, "chineseCountingThousand"],
]);

const LIST = 28;
const LEVEL = 28;
const OVERRIDE = 16;
const MOST_LISTS = 4_096;

interface Cursor {
  at: number;
}

/** The lists of the document by the index (from 1, as text) that paragraphs name (MS-DOC 2.9.149 PlfLfo, 2.9.150 PlfLst). */
export function readDocLists({ table, lists, listOverrides }: Fib): ReadonlyMap<string, ListInstance> {
  const instances = new Map<string, ListInstance>();
  if (lists.length < 2 || listOverrides.length < 4) return instances;
  const definitions = readDefinitions(table, lists.offset, lists.length);
  const count = Math.min(table.getUint32(listOverrides.offset, true), MOST_LISTS);
  const data: Cursor = { at: listOverrides.offset + 4 + count * OVERRIDE };
  for (let index = 0; index < count; index++) {
    const at = listOverrides.offset + 4 + index * OVERRIDE;
    const id = table.getInt32(at, true);
    const levels = [...(definitions.get(id) ?? [])];
    const startsAnew = new Map<number, number>();
    data.at += 4;
    for (let override = table.getUint8(at + 12); override > 0; override--) {
      const start = table.getInt32(data.at, true);
      const flags = table.getUint8(data.at + 4);
      data.at += 8;
      if ((flags & 0x10) !== 0) startsAnew.set(flags & 0xf, start);
      if ((flags & 0x20) !== 0) levels[flags & 0xf] = readLevel(table, data, flags & 0xf);
    }
    instances.set(String(index + 1), { definition: String(id), levels, startsAnew });
  }
  return instances;
}

/** The levels stand behind the list of definitions, outside the length told for it. */
function readDefinitions(table: DataView, offset: number, length: number): ReadonlyMap<number, ListLevel[]> {
  const definitions = new Map<number, ListLevel[]>();
  const count = Math.min(table.getUint16(offset, true), MOST_LISTS);
  const cursor: Cursor = { at: offset + length };
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + index * LIST;
    const simple = (table.getUint8(at + 26) & 1) !== 0;
    definitions.set(table.getInt32(at, true), Array.from({ length: simple ? 1 : 9 }, (_, level) => readLevel(table, cursor, level)));
  }
  return definitions;
}

function readLevel(table: DataView, cursor: Cursor, level: number): ListLevel {
  const at = cursor.at;
  const flags = table.getUint8(at + 5);
  const textAt = at + LEVEL + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(textAt, true);
  let text = "";
  for (let index = 0; index < length; index++) {
    const code = table.getUint16(textAt + 2 + index * 2, true);
    // Codes 0 to 8 stand for the number of that level.
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  cursor.at = textAt + 2 + length * 2;
  return {
    start: table.getInt32(at, true),
    format: formats.get(table.getUint8(at + 4)) ?? "none",
    text,
    spaced: table.getUint8(at + 15) !== 2,
    restart: (flags & 0x08) !== 0 ? Math.min(table.getUint8(at + 26), level) : null,
    legal: (flags & 0x04) !== 0,
  };
}
