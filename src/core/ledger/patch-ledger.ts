import { textAt, type SheetGrid } from "../grid/sheet-grid";
import { isCutAfterLevel } from "./cut-rows";
import { readText } from "./draft";
import type { Field } from "./fields";
import { tablesOf, type TableArea } from "./find-tables";
import { headingsOf } from "./headings";
import { isPeriodLabel, labelKind } from "./labels";
import type { Ledger, LedgerRow, ReadingChoice } from "./ledger";
import { lineKind } from "./lines";
import { endsLikeUnits, endsWithRole, looksLikeDeadline, looksLikeSentence, looksLikeSerial, looksLikeStatus, looksLikeUnits, speaksOfTime } from "./looks-like";
import { leadingNumber } from "./numbering";
import { SAMPLE } from "./column-profile";
import { viewOf, type TableView } from "./table-view";

/** A reading with what it was made of, and what patching found out about it once. */
export interface LedgerReading {
  readonly grid: SheetGrid;
  readonly choice: ReadingChoice;
  readonly ledger: Ledger;
  /** For a patched reading: the fields of which cells have changed since the one before; null for one read anew. */
  readonly changed: ReadonlySet<Field> | null;
  /** What of the table every patch asks; made by the first one and handed on. */
  layout?: Layout | null;
}

interface Layout {
  readonly table: TableArea;
  /** First rows of all headers of the sheet. */
  readonly headers: readonly number[];
  /** Rows by which columns were told apart: there even the length of a text counts. */
  readonly sampled: ReadonlySet<number>;
  /** Index in `ledger.rows` of the item that has the sheet row to itself; −1 where items share it. */
  readonly itemAt: ReadonlyMap<number, number>;
}

/** More changed cells than this are read anew. */
const MOST_CELLS = 16;
/** Rows below a header are looked at for its second and third row, those above one for titles, the first ones for what the table is about. */
const BELOW_HEADER = 5;
const ABOVE_HEADER = 31;
const FIRST_ROWS = 60;

/** Fields whose text decides nothing about other rows. Numbers, headings and requirements do. */
const PLAIN: ReadonlySet<Field> = new Set<Field>(["units", "leadUnits", "cooperateUnits", "implementUnits", "persons", "contact", "deadline", "measures", "progress", "status", "problem", "source", "result", "remarks"]);

/**
 * The reading of a grid that differs from one already read in a few plain cells only: exactly what `readLedger` would
 * give, without reading the other rows again; rows that did not change stay the same objects, so that what is kept beside a
 * row stays true of it (formulas must be the same, too). null wherever the change
 * might matter beyond its own cell: a number, heading or requirement, a blank that comes or goes, a text of another shape
 * (the reader tells columns and kinds of lines by shape), a merge, a row near a header, a row that is part of something
 * larger. Then it must be read anew.
 */
export function patchLedger(before: LedgerReading, grid: SheetGrid): LedgerReading | null {
  const changes = changedCells(before.grid, grid);
  if (changes === null) return null;
  if (changes.length === 0) return { ...before, grid, changed: new Set() };
  const then = viewOf(before.grid);
  const layout = before.layout === undefined ? (before.layout = layoutOf(before, then)) : before.layout;
  if (layout === null) return null;
  const now = viewOf(grid);
  const rows = [...before.ledger.rows];
  const changed = new Set<Field>();
  for (const { row, column } of changes) {
    const index = layout.itemAt.get(row) ?? -1;
    const item = rows[index];
    const text = then.raw(row, column);
    if (!item || !isOpenToChange(before.ledger, layout, item, rows[index + 1], column) || !sameShape(then, now, row, column, layout)) return null;
    if (layout.sampled.has(row) && now.text(row, column).length !== then.text(row, column).length) return null;
    const field = fieldAt(before.ledger, item, column)!;
    const cell = item.cells[field]!;
    if (cell.raw !== text) return null;
    const raw = now.raw(row, column);
    changed.add(field);
    rows[index] = { ...item, cells: { ...item.cells, [field]: { ...cell, text: readText(field, raw), raw } } };
  }
  return { grid, choice: before.choice, ledger: { ...before.ledger, rows }, changed, layout };
}

/** The cells whose value or text differs; null where the grids differ in more, or in too many. */
function changedCells(before: SheetGrid, after: SheetGrid): { row: number; column: number }[] | null {
  if (before.sheet !== after.sheet || before.values.length !== after.values.length || !sameMerges(before, after) || !sameMap(before.numberFormats, after.numberFormats) || !sameMap(before.formulas, after.formulas)) return null;
  const changed: { row: number; column: number }[] = [];
  for (let row = 0; row < after.values.length; row++) {
    const [values, texts, oldValues, oldTexts] = [after.values[row]!, after.texts[row]!, before.values[row]!, before.texts[row]!];
    if (values === oldValues && texts === oldTexts) continue;
    if (values.length !== oldValues.length || texts.length !== oldTexts.length) return null;
    for (let column = 0; column < values.length; column++) {
      if (values[column] === oldValues[column] && texts[column] === oldTexts[column]) continue;
      if (typeof values[column] !== "string" || typeof oldValues[column] !== "string" || changed.length === MOST_CELLS) return null;
      changed.push({ row, column });
    }
  }
  return changed;
}

function sameMerges(a: SheetGrid, b: SheetGrid): boolean {
  return a.merges.length === b.merges.length && a.merges.every(({ top, left, bottom, right }, i) => top === b.merges[i]!.top && left === b.merges[i]!.left && bottom === b.merges[i]!.bottom && right === b.merges[i]!.right);
}

function sameMap(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, text] of a) if (b.get(key) !== text) return false;
  return true;
}

function layoutOf({ ledger, choice }: LedgerReading, view: TableView): Layout | null {
  const tables = tablesOf(view, choice);
  const table = tables.find(({ first, last, headers, rowCount }) => first === ledger.first && last === ledger.last && headers.length > 0 && rowCount > 0);
  if (!table || tables.filter(({ first, last }) => first === ledger.first && last === ledger.last).length > 1) return null;
  const itemAt = new Map<number, number>();
  ledger.rows.forEach(({ rows }, index) => {
    for (const row of rows) itemAt.set(row, itemAt.has(row) || rows.length > 1 ? -1 : index);
  });
  const sampled = new Set<number>();
  const headers = tables.flatMap((other) => other.headers);
  for (const { last } of headers) for (let row = last + 1; row <= last + FIRST_ROWS; row++) sampled.add(row);
  for (const { first, last } of ledger.blocks) {
    const data: number[] = [];
    for (let row = first; row <= last; row++) if (lineKind(view, row, table.left, table.right, table.title) === "data") data.push(row);
    const step = Math.max(1, Math.floor(data.length / SAMPLE));
    data.forEach((row, i) => void (i % step === 0 && sampled.add(row)));
  }
  return { table, headers: headers.map(({ first }) => first), sampled, itemAt };
}

function fieldAt(ledger: Ledger, item: LedgerRow, column: number): Field | undefined {
  const columns = ledger.blocks[item.block]?.columns ?? {};
  return (Object.keys(columns) as Field[]).find((field) => columns[field] === column);
}

/** Whether the item's cell stands for itself alone: its own text in its own column, inherited by nobody, in a whole row away from headers. */
function isOpenToChange(ledger: Ledger, { headers }: Layout, item: LedgerRow, next: LedgerRow | undefined, column: number): boolean {
  const field = fieldAt(ledger, item, column);
  const cell = field && item.cells[field];
  if (!field || !PLAIN.has(field) || cell?.source !== "own" || cell.at.row !== item.row || cell.at.column !== column) return false;
  if ((item.cells.requirement?.text ?? "") === "" || next?.cells[field]?.source === "inherited") return false;
  if (headers.some((header) => item.row > header ? item.row - header <= BELOW_HEADER : header - item.row <= ABOVE_HEADER)) return false;
  return ledger.damage.every(({ row, related }) => row !== item.row && !related.includes(item.row));
}

/** Whether the reader could not tell the two texts of a cell apart. */
function sameShape(then: TableView, now: TableView, row: number, column: number, { table }: Layout): boolean {
  if (then.areaAt(row, column)) return false;
  const kinds = (view: TableView) => [lineKind(view, row, table.left, table.right, table.title), lineKind(view, row, column, column, table.title), lineKind(view, row, 0, view.columns - 1, "")].join();
  return now.text(row, column) !== "" && kinds(then) === kinds(now) && shapeOf(then, row, column) === shapeOf(now, row, column);
}

const LENGTHS = [6, 8, 12, 16, 20, 24, 30, 36, 40, 60, 80, 120, 600];

/** All that the reader asks of the text of a plain cell. */
function shapeOf(view: TableView, row: number, column: number): string {
  const text = view.text(row, column);
  const number = leadingNumber(view.loose(row, column));
  const facts = [
    LENGTHS.filter((length) => text.length > length).length,
    labelKind(text),
    headingsOf(text).map(({ rank, ordinal }) => `${rank}.${ordinal}`).join(),
    number ? `${number.style}.${number.value}.${number.isDoubtful}` : "",
    [looksLikeSerial, looksLikeStatus, looksLikeDeadline, looksLikeUnits, endsWithRole, endsLikeUnits, looksLikeSentence, speaksOfTime].map((test) => Number(test(text))).join(""),
    text.includes("、"),
    /^[、，,；;]/u.test(text),
    /[、，,]$/u.test(text),
    isCutAfterLevel(text),
    isPeriodLabel(text),
    text.includes("下同"),
    // Digits may have been lost where so many stand together.
    /\d{5}/u.test(text) ? text : "",
    /^#+$/u.test(textAt(view.grid, row, column)),
  ];
  return facts.join("|");
}
