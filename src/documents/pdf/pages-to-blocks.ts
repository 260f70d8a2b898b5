import type { DocumentBlock } from "../../core/parent/parent-document";
import { betweenWrapped, type TextLine } from "./lines";
import type { Page, PageTable } from "./page-layout";
import { goesOn, joinedTable } from "./page-tables";

/** Lines outside of tables, with the page they stand on. */
interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
}

/** The blocks of a document: paragraphs from lines, tables put together over pages, in reading order. */
export function blocksOfPages(pages: readonly Page[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let lines: PlacedLine[] = [];
  let tables: PageTable[] = [];
  const margins = textMargins(pages);
  const finishTables = (): void => {
    if (tables.length > 0) blocks.push(...joinedTable(tables));
    tables = [];
  };
  const finishLines = (): void => {
    blocks.push(...paragraphsOf(lines, margins));
    lines = [];
  };
  pages.forEach((page, index) => {
    page.parts.forEach((part, at) => {
      if (part.kind === "line") {
        finishTables();
        lines.push({ line: part.line, page: index });
        return;
      }
      finishLines();
      const before = tables.at(-1);
      // Two tables on one page are two tables; the first thing on a page may go on from the page before.
      if (before !== undefined && !(at === 0 && goesOn(before, part))) finishTables();
      tables.push(part);
    });
  });
  finishTables();
  finishLines();
  return blocks;
}

interface Margins {
  readonly left: number;
  readonly right: number;
  /** The size of most of the text. */
  readonly size: number;
  /** From one line to the next within a paragraph: the least that is usual. 0 where it cannot be told. */
  readonly pitch: number;
}

/** Where the lines of the running text begin and end, by what most of them do. */
function textMargins(pages: readonly Page[]): Margins {
  const lines = pages.flatMap((page) => page.parts.flatMap((part) => (part.kind === "line" ? [part.line] : [])));
  const weights = new Map<number, number>();
  for (const line of lines) weights.set(Math.round(line.size), (weights.get(Math.round(line.size)) ?? 0) + line.text.length);
  const size = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const body = lines.filter((line) => Math.round(line.size) === size);
  return { left: body.reduce((least, line) => Math.min(least, line.left), Infinity), right: body.reduce((most, line) => Math.max(most, line.right), -Infinity), size, pitch: pitchOf(pages, size) };
}

function pitchOf(pages: readonly Page[], size: number): number {
  const gaps = pages.flatMap((page) => {
    const lines = page.parts.flatMap((part) => (part.kind === "line" && Math.round(part.line.size) === size ? [part.line] : []));
    return lines.flatMap((line, i) => {
      const gap = line.y - (lines[i - 1]?.y ?? line.y);
      return gap > 0.8 * size ? [gap] : [];
    });
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 10)] ?? 0;
}

/** Lines this much further apart than those of a paragraph begin a new one. */
const SET_OFF = 1.4;
const HEADING_SIZE = 1.15;
const SIGNS_SHORT = 2.6;

function paragraphsOf(lines: readonly PlacedLine[], margins: Margins): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let text = "";
  let before: PlacedLine | null = null;
  const finish = (): void => {
    if (text !== "" && before !== null) blocks.push({ kind: "paragraph", text, heading: isHeading(before.line, margins) });
    text = "";
  };
  for (const placed of lines) {
    if (before !== null && beginsParagraph(before, placed, margins)) finish();
    text += (text === "" ? "" : betweenWrapped(text, placed.line.text)) + placed.line.text;
    before = placed;
  }
  finish();
  return blocks;
}

function isHeading(line: TextLine, margins: Margins): boolean {
  return line.size > margins.size * HEADING_SIZE;
}

function beginsParagraph(before: PlacedLine, placed: PlacedLine, margins: Margins): boolean {
  const [upper, lower] = [before.line, placed.line];
  if (Math.abs(upper.size - lower.size) > 0.12 * Math.max(upper.size, lower.size)) return true;
  const gap = placed.page === before.page ? lower.y - upper.y : 0;
  if (gap > 2.4 * lower.size || (margins.pitch > 0 && gap > SET_OFF * margins.pitch && !isHeading(lower, margins))) return true;
  // A title in large type over several centred lines is one.
  if (isHeading(lower, margins) && isCentred(upper, margins) && isCentred(lower, margins)) return false;
  // A signature or date set to the right is a line of its own.
  if (margins.left !== Infinity && upper.left > margins.left + (margins.right - margins.left) / 3 && !isHeading(upper, margins)) return true;
  return lower.left > margins.left + 1.5 * lower.size || margins.right - upper.right > SIGNS_SHORT * upper.size;
}

function isCentred(line: TextLine, margins: Margins): boolean {
  return margins.left === Infinity || Math.abs(line.left - margins.left - (margins.right - line.right)) < 3 * line.size;
}
