import { isPeriodLabel, labelKind, lowerLabelKind, type LabelKind } from "./labels";
import { foldWord, looksLikeSerial } from "./looks-like";
import type { TableView } from "./table-view";

/** One label of a header and the columns it stands over. */
export interface HeaderCell {
  readonly text: string;
  readonly kind: LabelKind | null;
  /** First and last column it covers: by a merge, or by the blank header cells after it in a sheet that has no merges. */
  readonly from: number;
  readonly to: number;
  /** Whether a merge gives the cell its width. */
  readonly isMerged: boolean;
}

/** The header of one block: one to three rows. */
export interface Header {
  readonly first: number;
  readonly last: number;
  /** The columns of its table. */
  readonly left: number;
  readonly right: number;
  readonly cells: readonly HeaderCell[];
}

/** At least one of these must stand in a header: without them a row of labels is a form, not a list of tasks. */
const CORE: ReadonlySet<LabelKind> = new Set<LabelKind>(["task", "requirement", "units", "leadUnits", "implementUnits", "deadline", "measures", "problem", "progress"]);
/** From so many different labels on, half of a row's cells may hold words we do not know. */
const MANY_KINDS = 5;
/** A label with all it says in brackets. */
const LONGEST_LABEL = 60;

/** All headers of a sheet in reading order; tables that stand side by side have one each. */
export function findHeaders(view: TableView): Header[] {
  const headers: Header[] = [];
  for (let row = 0; row < view.rows; row++) {
    if (!isHeaderRow(view, row)) continue;
    const last = lastHeaderRow(view, row);
    const cells = headerCells(view, row, last);
    headers.push(...segmentsOf(view, row, last, cells));
    row = last;
  }
  return headers;
}

/** A header the user pointed at: its last row is known, its labels may be unknown to us. */
export function headerEndingAt(view: TableView, last: number): Header {
  const first = last > 0 && isHeaderRow(view, last - 1) && lastHeaderRow(view, last - 1) >= last ? last - 1 : last;
  return { first, last, left: 0, right: Math.max(0, view.columns - 1), cells: headerCells(view, first, last) };
}

/** Whether two headers are one header printed twice, perhaps in other spellings: 责任部门(单位), 责任部门（单位）. */
export function isRepeatOf(first: Header, later: Header): boolean {
  const a = new Set(first.cells.map((cell) => foldWord(cell.text)));
  const b = new Set(later.cells.map((cell) => foldWord(cell.text)));
  const shared = [...a].filter((label) => b.has(label)).length;
  if (shared / Math.max(a.size, b.size) >= 0.6) return true;
  const kinds = (header: Header): string => header.cells.map((cell) => cell.kind ?? foldWord(cell.text)).join("|");
  return kinds(first) === kinds(later);
}

/** Whether a row below a header says once more what the header says, all its cells being labels of it. */
function isHeaderRow(view: TableView, row: number): boolean {
  const filled = view.filled(row);
  // Nearly every row of a ledger has a long cell, and is told apart by that alone.
  if (filled.length < 2 || filled.some((column) => view.text(row, column).length > LONGEST_LABEL)) return false;
  if (filled.filter((column) => view.text(row, column).length > 24).length * 2 > filled.length) return false;
  let hits = 0;
  const kinds = new Set<LabelKind>();
  const periods = filled.filter((column) => isPeriodLabel(view.text(row, column)));
  const labels = periods.length > 1 ? filled.filter((column) => !periods.includes(column)) : filled;
  for (const column of labels) {
    const text = view.text(row, column);
    const kind = labelKind(text);
    if (kind === null && text.length > 24) return false;
    if (kind === null) continue;
    hits++;
    kinds.add(kind);
  }
  // A wide table has many columns of its own; so many different labels stand together nowhere but in a header.
  const isEnough = hits / labels.length >= 0.5 || (hits / labels.length >= 0.35 && kinds.size >= MANY_KINDS && filled.every((column) => !looksLikeSerial(view.text(row, column))));
  return isEnough && (kinds.size >= 2 || hits >= 3) && [...kinds].some((kind) => CORE.has(kind));
}

/** The last row of the header that begins at `first`: a second row divides what a label above covers, a third may count the columns. */
function lastHeaderRow(view: TableView, first: number): number {
  let last = first;
  for (let row = first + 1; row <= first + 2 && row < view.rows && isLowerRow(view, first, row); row++) last = row;
  return last + 1 < view.rows && countsColumns(view, last + 1) ? last + 1 : last;
}

function isLowerRow(view: TableView, first: number, row: number): boolean {
  const filled = view.filled(row);
  if (filled.length === 0) return false;
  if (isReachedByMerge(view, first, row)) return filled.every((column) => view.text(row, column).length <= 24 && !looksLikeSerial(view.text(row, column)));
  if (filled.length >= view.filled(first).length + 6) return false;
  let divides = false;
  let hits = 0;
  for (const column of filled) {
    const text = view.text(row, column);
    if (text.length > 16) return false;
    const own = view.text(first, column);
    const upper = own === "" ? textToTheLeft(view, first, column) : own;
    if (own !== "" && foldWord(own) === foldWord(text)) return false;
    const area = view.areaAt(first, column);
    if (own === "" || (area !== undefined && area.right > area.left && area.bottom < row)) divides = true;
    else if (labelKind(text) === null && !/^[（(]/u.test(text)) return false;
    if (lowerLabelKind(upper, text) !== null) hits++;
  }
  return divides && hits / filled.length >= 0.6 && !filled.some((column) => looksLikeSerial(view.text(row, column)));
}

/** Whether labels of the first row are merged downwards through this one, and one beside them is divided here: it can only be header. */
function isReachedByMerge(view: TableView, first: number, row: number): boolean {
  const areas = view.filled(first).flatMap((column) => view.areaAt(first, column) ?? []);
  return areas.some((area) => area.top >= first && area.bottom >= row) && areas.some((area) => area.right > area.left && area.bottom < row);
}

function textToTheLeft(view: TableView, row: number, column: number): string {
  for (let c = column; c >= 0; c--) {
    const text = view.text(row, c);
    if (text !== "") return text;
  }
  return "";
}

/** A row that numbers the columns: 1 2 3 4 5, or 甲 乙 1 2. */
function countsColumns(view: TableView, row: number): boolean {
  const texts = view.filled(row).map((column) => view.text(row, column).replace(/[（()）]/gu, ""));
  return texts.length >= 4 && (texts.every((text, i) => text === String(i + 1)) || (texts[0] === "甲" && texts[1] === "乙"));
}

function headerCells(view: TableView, first: number, last: number): HeaderCell[] {
  const cells: HeaderCell[] = [];
  const hasMerges = rowsOf(first, last).some((row) => view.filled(row).some((column) => view.areaAt(row, column) !== undefined));
  const lower = rowsOf(first + 1, last).filter((row) => !countsColumns(view, row));
  const starts = new Set([first, ...lower].flatMap((row) => [...view.filled(row)]));
  const columns = [...starts].sort((a, b) => a - b);
  columns.forEach((column, i) => {
    const next = columns[i + 1] ?? view.columns;
    let text = view.text(first, column);
    let row = first;
    let kind = labelKind(text);
    for (const below of lower) {
      const under = view.text(below, column);
      if (under === "") continue;
      const upper = text === "" ? textToTheLeft(view, first, column) : text;
      kind = lowerLabelKind(upper, under) ?? kind;
      text = under;
      row = below;
    }
    const area = view.areaAt(row, column);
    const to = area ? Math.min(area.right, next - 1) : hasMerges ? column : next - 1;
    cells.push({ text, kind, from: column, to, isMerged: area !== undefined && area.right > area.left });
  });
  return cells;
}

function rowsOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Tables side by side: the same labels twice in one header row, or labels on both sides of a column that is blank throughout. */
function segmentsOf(view: TableView, first: number, last: number, cells: readonly HeaderCell[]): Header[] {
  const whole: Header = { first, last, left: 0, right: Math.max(0, view.columns - 1), cells };
  const cuts: number[] = [];
  const opening = foldWord(cells[0]?.text ?? "");
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    if (before === undefined) return;
    const isSecondCopy = foldWord(cell.text) === opening && i >= 2 && foldWord(cells[i + 1]?.text ?? "") === foldWord(cells[1]?.text ?? "");
    // A level column without words is blank, too: what stands beyond is a table of its own only if it says again what this one says.
    const isApart = cell.from - before.from > 1 && blankColumnBetween(view, first, before.from, cell.from) && sharesKind(cells.slice(0, i), cells.slice(i));
    if (isSecondCopy || isApart) cuts.push(i);
  });
  if (cuts.length === 0) return [whole];
  const parts = [0, ...cuts].map((start, i, all) => cells.slice(start, all[i + 1]));
  if (!parts.every((part) => part.length >= 2 && part.some((cell) => cell.kind !== null && CORE.has(cell.kind)))) {
    // What stands beside is no list of tasks; it must not be read into the table all the same.
    const main = parts.filter((part) => part.length >= 2 && part.some((cell) => cell.kind !== null && CORE.has(cell.kind)));
    if (main.length === 0 || cuts.some((cut) => !isApartAt(view, first, cells, cut))) return [whole];
    return main.map((part) => segment(view, first, last, cells, part));
  }
  return parts.map((part) => segment(view, first, last, cells, part));
}

function sharesKind(left: readonly HeaderCell[], right: readonly HeaderCell[]): boolean {
  const kinds = new Set<LabelKind | null>(left.map((cell) => cell.kind).filter((kind) => kind !== null && kind !== "task" && kind !== "other"));
  return right.some((cell) => kinds.has(cell.kind));
}

function isApartAt(view: TableView, row: number, cells: readonly HeaderCell[], cut: number): boolean {
  const before = cells[cut - 1];
  const cell = cells[cut];
  return before !== undefined && cell !== undefined && blankColumnBetween(view, row, before.from, cell.from);
}

function segment(view: TableView, first: number, last: number, cells: readonly HeaderCell[], part: readonly HeaderCell[]): Header {
  const start = part[0]!.from;
  const index = cells.indexOf(part[part.length - 1]!);
  const next = cells[index + 1];
  const left = part[0] === cells[0] ? 0 : start;
  const right = next ? next.from - 1 : Math.max(0, view.columns - 1);
  return { first, last, left, right, cells: part.map((cell) => ({ ...cell, to: Math.min(cell.to, right) })) };
}

/** Whether some column between two labels holds nothing from the header on, as far as a page or two shows. */
function blankColumnBetween(view: TableView, header: number, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column++) {
    let blank = true;
    for (let row = header; row < Math.min(view.rows, header + 60) && blank; row++) {
      if (view.text(row, column) !== "" || view.areaAt(row, column) !== undefined) blank = false;
    }
    if (blank) return true;
  }
  return false;
}
