import type { Fib } from "./fib";
import { sprms, sprmsOf } from "./sprms";

/** What a paragraph style says that matters for reading, with what it inherits. */
export interface DocStyle {
  readonly heading: boolean;
  readonly centred: boolean;
  /** Half points; 0 when the style does not say. */
  readonly size: number;
  /** Index of the list, from 1; 0 for none. */
  readonly list: number;
  readonly listLevel: number;
}

export const plainDocStyle: DocStyle = { heading: false, centred: false, size: 0, list: 0, listLevel: 0 };

const NO_STYLE = 0xfff;
const TITLE = 62;
const LAST_HEADING = 9;
const PARAGRAPH_STYLE = 1;

/** Reads the style sheet (MS-DOC 2.9.271 STSH): one style per index. A style sheet that is cut gives the styles before the cut. */
export function readDocStyles({ table, styles: part }: Fib): readonly DocStyle[] {
  const styles: DocStyle[] = [];
  if (part.length < 4) return styles;
  const end = part.offset + part.length;
  const infoLength = table.getUint16(part.offset, true);
  const count = Math.min(table.getUint16(part.offset + 2, true), NO_STYLE);
  const baseLength = table.getUint16(part.offset + 4, true);
  let at = part.offset + 2 + infoLength;
  for (let index = 0; index < count && at + 2 <= end; index++) {
    const length = table.getUint16(at, true);
    styles.push(length < baseLength + 2 || at + 2 + length > end ? plainDocStyle : readStyle(table, at + 2, length, baseLength, styles));
    at += 2 + length + (length % 2);
  }
  return styles;
}

function readStyle(table: DataView, from: number, length: number, baseLength: number, known: readonly DocStyle[]): DocStyle {
  const builtIn = table.getUint16(from, true) & 0xfff;
  const kindAndBase = table.getUint16(from + 2, true);
  const base = known[kindAndBase >> 4] ?? plainDocStyle;
  const style = { ...base, heading: base.heading || (builtIn >= 1 && builtIn <= LAST_HEADING) || builtIn === TITLE };
  if ((kindAndBase & 0xf) !== PARAGRAPH_STYLE) return base;
  const end = from + length;
  let at = from + baseLength;
  at += 2 + (table.getUint16(at, true) + 1) * 2;
  for (let part = 0; part < 2 && at + 2 <= end; part++) {
    const size = table.getUint16(at, true);
    // The first part formats paragraphs and begins with the style's own index, the second formats characters.
    for (const sprm of sprmsOf(table, at + (part === 0 ? 4 : 2), Math.min(at + 2 + size, end))) {
      if (sprm.code === sprms.paragraphAlign || sprm.code === sprms.paragraphAlignLogical) style.centred = table.getUint8(sprm.at) === 1;
      else if (sprm.code === sprms.paragraphList) style.list = table.getUint16(sprm.at, true);
      else if (sprm.code === sprms.paragraphListLevel) style.listLevel = table.getUint8(sprm.at);
      else if (sprm.code === sprms.characterSize) style.size = table.getUint16(sprm.at, true);
    }
    at += 2 + size + (size % 2);
  }
  return style;
}
