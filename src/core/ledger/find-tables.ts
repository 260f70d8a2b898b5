import type { SheetGrid } from "../grid/sheet-grid";
import { profileColumns } from "./column-profile";
import { findHeaders, headerEndingAt, isRepeatOf, type Header } from "./header";
import type { LabelKind } from "./labels";
import type { ReadingChoice, TableFound } from "./ledger";
import { lineKind } from "./lines";
import { looksLikeSerial } from "./looks-like";
import { isSameTitle, opensTable, titleAmong } from "./surroundings";
import { viewOf, type TableView } from "./table-view";

/** A line of words outside the table's rows. */
export interface TableLine {
  readonly row: number;
  readonly text: string;
}

/** One table of a sheet: its headers (the first is the real one, the others repeat it) and where it ends. */
export interface TableArea {
  readonly headers: readonly Header[];
  readonly left: number;
  readonly right: number;
  /** First row of the header, or of the data where there is no header. */
  readonly first: number;
  readonly last: number;
  readonly title: string;
  /** The lines above the header that belong to it, in order. */
  readonly above: readonly TableLine[];
  /** Rows that look like items, for telling the main table. */
  readonly rowCount: number;
}

/** The tables of a sheet, for choosing among several. Empty when nothing on the sheet looks like a ledger. Never fails. */
export function findTables(grid: SheetGrid): TableFound[] {
  return tablesOf(viewOf(grid), {}).map((table, i) => ({
    number: i + 1,
    title: table.title,
    first: table.first,
    last: table.last,
    rowCount: table.rowCount,
    left: table.left,
    right: table.right,
  }));
}

/** The tables of a sheet with all that reading them needs. A header row the user chose opens the only table below it. */
export function tablesOf(view: TableView, choice: ReadingChoice): TableArea[] {
  if (choice.headerRow !== undefined && choice.headerRow >= 0 && choice.headerRow < view.rows) {
    const header = headerEndingAt(view, choice.headerRow);
    const repeats = findHeaders(view).filter((other) => other.first > header.last && isRepeatOf(header, other));
    return [areaOf(view, [header, ...repeats], view.rows - 1, 0)];
  }
  const groups: { headers: Header[]; last: number; from: number }[] = [];
  for (const header of findHeaders(view)) {
    const open = groups.findLast((group) => overlap(group.headers[0]!, header));
    const opening = openingRow(view, header);
    if (open && isRepeatOf(open.headers[0]!, header) && !hasNewTitle(view, open, header, opening)) {
      open.headers.push(header);
      continue;
    }
    if (open) open.last = Math.min(open.last, opening - 1);
    groups.push({ headers: [header], last: view.rows - 1, from: open ? opening : 0 });
  }
  const tables = groups.map((group) => areaOf(view, group.headers, group.last, group.from)).filter((table) => saysWhat(view, table));
  return tables.length === 0 ? headless(view) : tables;
}

/** A list of units, contacts or counts is no ledger: some label, or some column of words without a known label, says what is to be done. */
function saysWhat(view: TableView, table: TableArea): boolean {
  const header = table.headers[0];
  if (!header) return true;
  if (header.cells.some(({ kind }) => kind !== null && SAYS_WHAT.has(kind))) return true;
  const rows = Array.from({ length: Math.min(60, table.last - header.last) }, (_, i) => header.last + 1 + i);
  const labelled = new Set(header.cells.filter((cell) => cell.kind !== null).map((cell) => cell.from));
  return profileColumns(view, rows, table.left, table.right).some((profile) => !labelled.has(profile.column) && profile.filled > 0 && profile.averageLength >= 8 && profile.serial + profile.units + profile.deadline < 0.5);
}

const SAYS_WHAT: ReadonlySet<LabelKind> = new Set<LabelKind>(["task", "requirement", "deadline", "measures", "problem"]);

function overlap(a: Header, b: Header): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** The first of the lines that stand directly above a header and belong to it: title, 附件 mark, 填报单位. */
function openingRow(view: TableView, header: Header): number {
  let opening = header.first;
  for (let row = header.first - 1; row >= Math.max(0, header.first - 6); row--) {
    const filled = view.filled(row).filter((column) => column >= header.left && column <= header.right);
    if (filled.length === 0) continue;
    const line = lineAt(view, row, header.left, header.right);
    const isTitle = filled.length === 1 && opensTable(line);
    const isInfo = filled.length <= 3 && /[:：]/u.test(line) && line.length <= 60 && !/^注|^备注|^说明/u.test(line);
    if (!isTitle && !isInfo) break;
    opening = row;
  }
  return opening;
}

/** A repeated header under a title of its own opens another table; under the table's own title it is the next page. */
function hasNewTitle(view: TableView, open: { readonly headers: readonly Header[]; readonly from: number }, header: Header, opening: number): boolean {
  const lines = linesBetween(view, opening, header.first, header.left, header.right);
  const title = titleAmong(lines.map((line) => line.text));
  if (title === "" || !opensTable(title)) return false;
  const own = linesBetween(view, open.from, open.headers[0]!.first, header.left, header.right);
  return !own.some((line) => isSameTitle(line.text, title)) && !isSameTitle(titleAmong(own.map((line) => line.text)), title);
}

function areaOf(view: TableView, headers: readonly Header[], end: number, from: number): TableArea {
  const { first, left, right } = headers[0]!;
  let last = end;
  while (last > first && view.filled(last).every((column) => column < left || column > right)) last--;
  const above = linesBetween(view, from, first, 0, view.columns - 1);
  const inRange = linesBetween(view, from, first, left, right);
  const title = titleAmong(inRange.map((line) => line.text)) || titleAmong(above.map((line) => line.text));
  return { headers, left, right, first, last, title, above, rowCount: countRows(view, headers, last, left, right, title) };
}

function countRows(view: TableView, headers: readonly Header[], last: number, left: number, right: number, title: string): number {
  const inHeader = new Set(headers.flatMap((header) => Array.from({ length: header.last - header.first + 1 }, (_, i) => header.first + i)));
  let count = 0;
  for (let row = headers[0]?.first ?? 0; row <= last; row++) if (!inHeader.has(row) && lineKind(view, row, left, right, title) === "data") count++;
  return count;
}

/** A sheet without a header row is a table all the same where its columns speak for themselves: tasks, units and deadlines, three rows of them. */
function headless(view: TableView): TableArea[] {
  const rows = Array.from({ length: view.rows }, (_, row) => row);
  const data = rows.filter((row) => view.filled(row).length >= 3 && lineKind(view, row, 0, view.columns - 1, "") === "data");
  if (data.length < 3) return [];
  const profiles = profileColumns(view, data, 0, view.columns - 1);
  const has = (test: (profile: (typeof profiles)[number]) => boolean): boolean => profiles.some((profile) => profile.filled >= data.length * 0.8 && test(profile));
  if (!has((profile) => profile.deadline >= 0.7 && profile.status < 0.7) || !has((profile) => profile.units >= 0.7) || !has((profile) => profile.sentence + profile.numbered >= 0.6)) return [];
  const first = data[0]!;
  // The row above the first item may be a header in words we do not know.
  const above = first > 0 ? view.filled(first - 1) : [];
  const isHeader = above.length >= 3 && above.every((column) => view.text(first - 1, column).length <= 12 && !looksLikeSerial(view.text(first - 1, column)));
  if (isHeader) return [areaOf(view, [headerEndingAt(view, first - 1)], view.rows - 1, 0)];
  let last = view.rows - 1;
  while (last > first && view.filled(last).length === 0) last--;
  const lines = linesBetween(view, 0, first, 0, view.columns - 1);
  return [{ headers: [], left: 0, right: Math.max(0, view.columns - 1), first, last, title: titleAmong(lines.map((line) => line.text)), above: lines, rowCount: data.length }];
}

/** The lines of rows `from` to before `to`, texts of a row put together. */
function linesBetween(view: TableView, from: number, to: number, left: number, right: number): TableLine[] {
  const lines: TableLine[] = [];
  for (let row = Math.max(from, to - 30); row < to; row++) {
    const line = lineAt(view, row, left, right);
    if (line !== "") lines.push({ row, text: line });
  }
  return lines;
}

function lineAt(view: TableView, row: number, left: number, right: number): string {
  return view
    .filled(row)
    .filter((column) => column >= left && column <= right)
    .map((column) => view.text(row, column))
    .join(" ");
}
