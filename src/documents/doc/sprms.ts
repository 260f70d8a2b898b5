/** One formatting instruction: its code, and where its operand lies (MS-DOC 2.2.5.1). */
export interface Sprm {
  readonly code: number;
  readonly view: DataView;
  /** Offset of the operand; for operands of variable length, behind their length. */
  readonly at: number;
  readonly length: number;
}

/** The instructions that reading needs (MS-DOC 2.6). */
export const sprms = {
  paragraphInTable: 0x2416,
  paragraphEndsRow: 0x2417,
  paragraphDepth: 0x6649,
  paragraphEndsInnerCell: 0x244b,
  paragraphEndsInnerRow: 0x244c,
  paragraphListLevel: 0x260a,
  paragraphList: 0x460b,
  paragraphOutline: 0x2640,
  paragraphAlign: 0x2403,
  paragraphAlignLogical: 0x2461,
  paragraphElsewhere: 0x6646,
  paragraphElsewhereOld: 0x6645,
  characterDeleted: 0x0800,
  characterInserted: 0x0801,
  characterHidden: 0x083c,
  characterSize: 0x4a43,
  tableDefinition: 0xd608,
  tableVerticalMerge: 0xd62b,
  tableMerge: 0x5624,
} as const;

const CHANGE_TABS = 0xc615;
const fixedLengths = [1, 1, 2, 4, 2, 2, -1, 3] as const;

/** Walks through a list of instructions (grpprl). Ends at the first that does not fit. */
export function* sprmsOf(view: DataView, from: number, end: number): Generator<Sprm> {
  let at = from;
  while (at + 3 <= end) {
    const code = view.getUint16(at, true);
    const fixed = fixedLengths[(code >> 13) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7];
    let start = at + 2;
    let length: number = fixed;
    if (code === sprms.tableDefinition) {
      // Its length takes two bytes and counts one of them.
      if (at + 4 > end) return;
      length = view.getUint16(start, true) - 1;
      start += 2;
    } else if (fixed < 0) {
      length = view.getUint8(start);
      start += 1;
      // Tab stops beyond 255 bytes do not say how long they are: what follows cannot be found.
      if (code === CHANGE_TABS && length === 255) return;
    }
    if (length < 0 || start + length > end) return;
    yield { code, view, at: start, length };
    at = start + length;
  }
}
