import { Refusal } from "../refuse";
import type { Fib, Part } from "./fib";

/** Formatting of a stretch of the file: where its instructions lie. */
export interface FormattedRun {
  /** File offsets in the stream WordDocument; end exclusive. */
  readonly from: number;
  readonly end: number;
  /** The paragraph style; 0 for characters. */
  readonly style: number;
  readonly sprmsFrom: number;
  readonly sprmsEnd: number;
}

const PAGE = 512;
const PARAGRAPH_ENTRY = 13;

/** The paragraph formatting of the document, ordered by file offset (MS-DOC 2.8.6 PlcBtePapx, 2.9.174 PapxFkp). */
export function paragraphRuns(fib: Fib): FormattedRun[] {
  return runsOf(fib, fib.paragraphPages, (main, page, count, index) => {
    const word = main.getUint8(page + (count + 1) * 4 + index * PARAGRAPH_ENTRY);
    if (word === 0) return { style: 0, sprmsFrom: 0, sprmsEnd: 0 };
    let at = page + word * 2;
    let length = main.getUint8(at) * 2 - 1;
    at += 1;
    if (length < 0) {
      length = main.getUint8(at) * 2;
      at += 1;
    }
    return { style: main.getUint16(at, true), sprmsFrom: at + 2, sprmsEnd: Math.min(at + length, page + PAGE) };
  });
}

/** The character formatting of the document, ordered by file offset (MS-DOC 2.8.5 PlcBteChpx, 2.9.33 ChpxFkp). */
export function characterRuns(fib: Fib): FormattedRun[] {
  return runsOf(fib, fib.characterPages, (main, page, count, index) => {
    const word = main.getUint8(page + (count + 1) * 4 + index);
    if (word === 0) return { style: 0, sprmsFrom: 0, sprmsEnd: 0 };
    const at = page + word * 2;
    return { style: 0, sprmsFrom: at + 1, sprmsEnd: Math.min(at + 1 + main.getUint8(at), page + PAGE) };
  });
}

type ReadEntry = (main: DataView, page: number, count: number, index: number) => Pick<FormattedRun, "style" | "sprmsFrom" | "sprmsEnd">;

function runsOf({ main, table }: Fib, part: Part, read: ReadEntry): FormattedRun[] {
  const pages = Math.floor((part.length - 4) / 8);
  if (pages > main.byteLength / PAGE) throw new Refusal("damaged", "more formatting pages than the file holds");
  const runs: FormattedRun[] = [];
  for (let index = 0; index < pages; index++) {
    const page = (table.getUint32(part.offset + (pages + 1) * 4 + index * 4, true) & 0x3fffff) * PAGE;
    const count = main.getUint8(page + PAGE - 1);
    for (let entry = 0; entry < count; entry++) {
      const from = main.getUint32(page + entry * 4, true);
      const end = main.getUint32(page + entry * 4 + 4, true);
      if (end > from) runs.push({ from, end, ...read(main, page, count, entry) });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** The run that covers a file offset. */
export function runAt(runs: readonly FormattedRun[], offset: number): FormattedRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return undefined;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.end) low = middle + 1;
    else return run;
  }
  return undefined;
}
