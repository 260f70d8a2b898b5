import type { CellRef } from "../grid/address";
import { profileColumns } from "./column-profile";
import { agreedLabels, decideColumns, type BlockColumns, type ColumnMap } from "./columns";
import { belongsTo, joinRow, moveLoneRest, ownFields } from "./cut-rows";
import { readCells, type Draft, type DraftCell } from "./draft";
import type { Field } from "./fields";
import type { TableArea } from "./find-tables";
import type { Header } from "./header";
import { headingOf, headingsOf, isNumberedHeading } from "./headings";
import type { Damage, LedgerBlock, ReadingChoice } from "./ledger";
import { continuesNotes, lineKind, type LineKind } from "./lines";
import { endsSentence, looksLikeSerial } from "./looks-like";
import { headingText, isNumberedHeadingRow } from "./numbered-headings";
import { itemsOf, leadingNumber, serialValue } from "./numbering";
import { rowHabits, type RowHabits } from "./row-habits";
import { shiftedRow } from "./row-shift";
import type { TableView } from "./table-view";

/** A row of its own that carries a heading, or a level cell that stands alone in its row. */
export interface HeadingLine {
  readonly row: number;
  readonly text: string;
  readonly at: CellRef;
  /** The level column it stands in; null for a row of its own. */
  readonly field: "level1" | "level2" | "level3" | null;
}

export type Line = { readonly kind: "heading"; readonly heading: HeadingLine } | { readonly kind: "row"; readonly draft: Draft };

/** A table read line by line, before levels and numbers are settled. */
export interface RowsRead {
  readonly blocks: readonly LedgerBlock[];
  readonly lines: readonly Line[];
  readonly damage: readonly Damage[];
  /** Notes and signatures, with their rows. */
  readonly notes: readonly { readonly row: number; readonly text: string }[];
}

interface Block {
  readonly header: Header | null;
  readonly first: number;
  readonly last: number;
}

/** Reads the rows of a table: its blocks, their columns, cut rows joined, what is no task put aside. */
export function readRows(view: TableView, table: TableArea, choice: ReadingChoice): RowsRead {
  const blocks = blocksOf(table);
  const kinds = kindsOf(view, table, blocks);
  const firstRank = hasFirstRank(view, table, kinds);
  const hasHeadingRows = [...kinds].some(([, kind]) => kind === "heading");
  const profiled = blocks.map(({ header, ...block }) => {
    const all = rowsOf({ header, ...block });
    const data = all.filter((row) => kinds.get(row) === "data");
    // What stands alone in its row is a heading or a rest more often than an item.
    const rows = data.length > 0 ? data : all.filter((row) => kinds.get(row) === "single");
    return { header, rows: rows.length, profiles: profileColumns(view, rows, table.left, table.right) };
  });
  const decide = (agreed?: ReadonlyMap<string, Field>): BlockColumns[] =>
    profiled.map(({ header, profiles }) => decideColumns(header, profiles, { hasFirstRank: firstRank, hasHeadingRows }, choice.columns, agreed));
  const alone = decide();
  const agreed = agreedLabels(profiled.map(({ header, rows }, i) => ({ header, rows, decided: alone[i]! })));
  const decided = agreed.size === 0 ? alone : decide(agreed);
  const filledIn = decided.map((columns, i) => borrowColumns(columns, decided, blocks[i]!, blocks));
  const reader = new RowReader(view, table, kinds, blocks, filledIn);
  return reader.read();
}

function blocksOf(table: TableArea): Block[] {
  if (table.headers.length === 0) return [{ header: null, first: table.first, last: table.last }];
  return table.headers.map((header, i) => ({ header, first: header.last + 1, last: (table.headers[i + 1]?.first ?? table.last + 1) - 1 }));
}

function rowsOf(block: Block): number[] {
  return Array.from({ length: Math.max(0, block.last - block.first + 1) }, (_, i) => block.first + i);
}

function kindsOf(view: TableView, table: TableArea, blocks: readonly Block[]): Map<number, LineKind> {
  const kinds = new Map<number, LineKind>();
  for (const block of blocks) {
    let inNotes = false;
    for (const row of rowsOf(block)) {
      let kind = lineKind(view, row, table.left, table.right, table.title);
      if (kind === "data") inNotes = false;
      else if (kind === "note") inNotes = true;
      else if (inNotes && continuesNotes(kind)) kind = "note";
      kinds.set(row, kind);
    }
  }
  return kinds;
}

function hasFirstRank(view: TableView, table: TableArea, kinds: ReadonlyMap<number, LineKind>): boolean {
  for (const [row, kind] of kinds) {
    if (kind !== "data" && kind !== "heading" && kind !== "single") continue;
    for (const column of view.filled(row)) {
      if (column < table.left || column > table.left + 3) continue;
      const text = view.text(row, column);
      if (text.length < 80 && headingsOf(text)[0]?.rank === 1) return true;
    }
  }
  return false;
}

/** A block of a row or two may not show all its columns; it takes them from the block whose others agree with it. */
function borrowColumns(own: BlockColumns, all: readonly BlockColumns[], block: Block, blocks: readonly Block[]): BlockColumns {
  if (block.last - block.first > 1 || own.columns.requirement !== undefined) return own;
  const lender = all.find((other, i) => other !== own && blocks[i]!.header !== null && other.columns.requirement !== undefined && Object.entries(own.columns).every(([field, column]) => other.columns[field as Field] === column));
  return lender ? { ...lender, shifted: own.shifted } : own;
}

class RowReader {
  private readonly lines: Line[] = [];
  private readonly damage: Damage[] = [];
  private readonly notes: { row: number; text: string }[] = [];
  private readonly maps: readonly ColumnMap[];
  private last: Draft | null = null;
  private lastNumber: number | null = null;
  private afterBreak = false;
  private section = 0;
  private blanks: number[] = [];

  constructor(
    private readonly view: TableView,
    private readonly table: TableArea,
    private readonly kinds: ReadonlyMap<number, LineKind>,
    private readonly blocks: readonly Block[],
    private readonly decided: readonly BlockColumns[],
  ) {
    const distinct = new Map(decided.map(({ columns }) => [JSON.stringify(columns), columns]));
    this.maps = [...distinct.values()];
  }

  read(): RowsRead {
    const habits = rowHabits(this.view, this.kinds, this.blocks.map((block, i) => ({ rows: rowsOf(block), columns: this.decided[i]!.columns })));
    const opening = this.openingHeadings();
    this.blocks.forEach((block, index) => {
      if (index > 0 && block.header) {
        const { first, last } = block.header;
        this.damage.push({ kind: "repeated-header", row: first, column: null, detail: block.header.cells.map((cell) => cell.text).join("／"), related: last > first ? [last] : [] });
        this.afterBreak = true;
      }
      const { columns, shifted } = this.decided[index]!;
      const rows: number[] = [];
      for (const row of rowsOf(block)) if (this.readLine(row, index, columns, habits)) rows.push(row);
      const field = shifted[0];
      if (rows.length > 0 && field !== undefined) this.damage.push({ kind: "shifted-columns", row: rows[0]!, column: columns[field] ?? null, detail: this.labelOf(block.header, field), related: rows.slice(1) });
    });
    if (this.continues(opening)) this.lines.unshift(...opening.map((heading): Line => ({ kind: "heading", heading })));
    return { blocks: this.blocks.map((block, i) => ledgerBlock(block, this.decided[i]!)), lines: this.lines, damage: this.damage, notes: this.notes };
  }

  /** Numbered headings right above the header: 一、… over the first table, 二、… between it and the next. */
  private openingHeadings(): HeadingLine[] {
    const found: HeadingLine[] = [];
    for (let row = this.table.first - 1; row >= 0 && this.kinds.get(row) === undefined; row--) {
      const filled = this.view.filled(row).filter((column) => column >= this.table.left && column <= this.table.right);
      if (filled.length === 0) continue;
      const text = this.view.text(row, filled[0]!);
      if (filled.length > 1 || !isNumberedHeading(text) || text.length > 60) break;
      found.unshift({ row, text, at: { row, column: filled[0]! }, field: null });
    }
    return found;
  }

  /** They head the rows only where the table goes on with the next heading of their kind; else they head the table. */
  private continues(opening: readonly HeadingLine[]): boolean {
    const first = opening.map((heading) => headingOf(heading.text));
    return this.lines.some((line) => {
      if (line.kind !== "heading") return false;
      const next = headingOf(line.heading.text);
      return first.some((heading) => heading.rank === next.rank && heading.ordinal !== null && next.ordinal === heading.ordinal + 1);
    });
  }

  /** Reads one sheet row; true when it is, or begins, an item. */
  private readLine(row: number, block: number, columns: ColumnMap, habits: RowHabits): boolean {
    const kind = this.kinds.get(row) ?? "blank";
    if (kind === "blank") {
      if (this.last && !this.isCovered(row)) this.blanks.push(row);
      return false;
    }
    if (kind === "page") {
      this.damage.push({ kind: "page-line", row, column: null, detail: this.lineText(row), related: [] });
      this.afterBreak = true;
      return false;
    }
    if (kind === "note" || kind === "signature") {
      this.notes.push({ row, text: this.lineText(row) });
      return false;
    }
    if (kind === "total") return false;
    for (const blank of this.blanks) this.damage.push({ kind: "blank-row", row: blank, column: null, detail: "", related: [] });
    this.blanks = [];
    if (kind === "heading") {
      this.addHeading(row, this.firstFilled(row), null);
      return false;
    }
    return this.readData(row, block, columns, habits);
  }

  private readData(row: number, block: number, blockColumns: ColumnMap, habits: RowHabits): boolean {
    const shifted = shiftedRow(this.view, row, blockColumns, this.maps);
    const columns = shifted ?? blockColumns;
    const cells = readCells(this.view, row, columns);
    const own = ownFields(cells);
    if (own.length === 0 || (own.length === 1 && own[0] === "seq" && !looksLikeSerial(cells.get("seq")?.text ?? ""))) return this.readHeadingCells(row, cells);
    if (shifted) this.damage.push({ kind: "shifted-columns", row, column: columns.deadline ?? columns.units ?? null, detail: "", related: [] });

    if (isNumberedHeadingRow(own, cells, habits)) {
      const words = cells.get("requirement")!;
      this.addHeading(row, words.at.column, null, headingText(cells.get("seq")!.text, words.text));
      return false;
    }
    if (this.last && this.isSameMergedItem(this.last, row, cells)) {
      joinRow(this.last, row, cells, "same", (damage) => this.damage.push(damage));
      return false;
    }
    if (this.last && this.afterBreak) moveLoneRest(this.last, cells, habits);
    if (own.length === 1 && own[0] === "requirement" && this.isBareHeading(cells.get("requirement")!, habits)) {
      this.addHeading(row, cells.get("requirement")!.at.column, null);
      return false;
    }
    const belonging = this.last === null || this.startsHeading(cells) ? "own" : belongsTo(this.last, cells, columns, habits, this.afterBreak, this.lastNumber);
    this.afterBreak = false;
    if (this.last && (belonging === "cut" || belonging === "same")) {
      joinRow(this.last, row, cells, belonging, (damage) => this.damage.push(damage));
      this.lastNumber = numberAfter(this.last.cells, this.lastNumber);
      return false;
    }
    const draft: Draft = { rows: [row], block, cells, inferred: new Set(), item: 0, section: this.section };
    this.lines.push({ kind: "row", draft });
    this.last = draft;
    this.lastNumber = numberAfter(cells, this.lastNumber);
    return true;
  }

  /** A row with nothing but level cells, or with words in the number column, heads the rows below. */
  private readHeadingCells(row: number, cells: ReadonlyMap<Field, DraftCell>): boolean {
    for (const [field, cell] of cells) {
      if (cell.text === "" || cell.source !== "own") continue;
      if (field === "level1" || field === "level2" || field === "level3") this.lines.push({ kind: "heading", heading: { row, text: cell.text, at: cell.at, field } });
      else this.addHeading(row, cell.at.column, null);
    }
    if ([...cells.values()].every((cell) => cell.text === "" || cell.source !== "own")) {
      const column = this.firstFilled(row);
      const text = this.view.text(row, column);
      if (text !== "" && text.length <= 40 && !endsSentence(text) && column <= this.table.left + 1) this.addHeading(row, column, null);
    }
    return false;
  }

  private addHeading(row: number, column: number, field: HeadingLine["field"], text = this.view.text(row, column)): void {
    this.lines.push({ kind: "heading", heading: { row, text, at: { row, column }, field } });
    this.section++;
  }

  /** Whether words alone in the requirement column head the rows below: short, without number or full stop, where rows are numbered and nothing is left open above. */
  private isBareHeading(cell: DraftCell, habits: RowHabits): boolean {
    if (!habits.numbered || !habits.terminated || cell.text.length > 40 || endsSentence(cell.text) || leadingNumber(cell.loose) !== null) return false;
    return this.last === null || endsSentence(this.last.cells.get("requirement")?.text ?? "");
  }

  /** Whether the row prints a heading with a number: then it begins something, and is the rest of nothing. */
  private startsHeading(cells: ReadonlyMap<Field, DraftCell>): boolean {
    const printed = (["level1", "level2", "level3"] as const).flatMap((field) => {
      const cell = cells.get(field);
      return cell && cell.source === "own" ? headingsOf(cell.text) : [];
    });
    if (printed.length === 0) return false;
    const before = this.last?.cells;
    const isKnown = (text: string): boolean => (["level1", "level2", "level3"] as const).some((field) => before?.get(field)?.text === text);
    // A page prints the running heading again over the rest of a cut row; only one not seen in the row before is new.
    return printed.some((heading) => heading.rank !== null && !isKnown(heading.text) && (heading.rank === 2 || !this.afterBreak));
  }

  /** Rows over which number and requirement are merged are one item. */
  private isSameMergedItem(last: Draft, row: number, cells: ReadonlyMap<Field, DraftCell>): boolean {
    const requirement = cells.get("requirement");
    const seq = cells.get("seq");
    if (!requirement?.area || requirement.area.top >= row || last.cells.get("requirement")?.area !== requirement.area) return false;
    return seq === undefined || seq.text === "" || (seq.area !== undefined && seq.area === last.cells.get("seq")?.area);
  }

  private isCovered(row: number): boolean {
    for (let column = this.table.left; column <= this.table.right; column++) if (this.view.areaAt(row, column)) return true;
    return false;
  }

  private firstFilled(row: number): number {
    return this.view.filled(row).find((column) => column >= this.table.left && column <= this.table.right) ?? this.table.left;
  }

  private lineText(row: number): string {
    return this.view
      .filled(row)
      .filter((column) => column >= this.table.left && column <= this.table.right)
      .map((column) => this.view.text(row, column))
      .join(" ");
  }

  private labelOf(header: Header | null, field: Field): string {
    return header?.cells.find((cell) => cell.kind === field || (field === "units" && cell.kind === "implementUnits"))?.text ?? "";
  }
}

function numberAfter(cells: ReadonlyMap<Field, DraftCell>, before: number | null): number | null {
  const own = serialValue(cells.get("seq")?.text ?? "");
  if (own !== null) return own;
  const found = itemsOf(cells.get("requirement")?.loose ?? "");
  const last = found?.items[found.items.length - 1];
  if (!found || !last || (found.style !== "point" && found.style !== "blank")) return before;
  if (found.isDoubtful && (before === null || found.items[0]!.value !== before + 1)) return before;
  return found.style === "blank" && before !== null && found.items[0]!.value !== before + 1 ? before : last.value;
}

function ledgerBlock(block: Block, decided: BlockColumns): LedgerBlock {
  return {
    header: block.header ? { first: block.header.first, last: block.header.last } : null,
    first: block.first,
    last: block.last,
    columns: decided.columns,
    labels: new Map((block.header?.cells ?? []).map((cell) => [cell.from, cell.text])),
    evidence: decided.evidence,
  };
}
