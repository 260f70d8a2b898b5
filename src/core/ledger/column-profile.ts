import { cellKey } from "../grid/address";
import { headingsOf } from "./headings";
import { endsWithRole, looksLikeDeadline, looksLikeSentence, looksLikeSerial, looksLikeStatus, looksLikeUnits, speaksOfTime } from "./looks-like";
import { leadingNumber } from "./numbering";
import type { TableView } from "./table-view";

/** What the cells of one column look like. Shares are of the filled cells, 0–1. */
export interface ColumnProfile {
  readonly column: number;
  /** Rows looked at, and how many of them have text of their own here. */
  readonly rows: number;
  readonly filled: number;
  /** Rows whose text differs from that of the row before: a heading written out on each of its rows starts once. */
  readonly starts: number;
  readonly serial: number;
  /** A number before text. */
  readonly numbered: number;
  /** Headings 一、 and headings （一）. */
  readonly rank1: number;
  readonly rank2: number;
  readonly deadline: number;
  readonly units: number;
  readonly status: number;
  readonly sentence: number;
  /** Sentences that speak of a time. */
  readonly timed: number;
  readonly averageLength: number;
}

/** So many rows tell what a column holds; more are passed over evenly, so that reading stays linear and quick. */
export const SAMPLE = 240;

/** Profiles of the columns from `left` to `right` over the given rows. */
export function profileColumns(view: TableView, rows: readonly number[], left: number, right: number): ColumnProfile[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.flatMap((row, i): SampledRow[] => (i % step === 0 ? [{ row, before: rows[i - 1] }] : []));
  return Array.from({ length: right - left + 1 }, (_, i) => profile(view, sample, left + i));
}

interface SampledRow {
  readonly row: number;
  /** The row before it in the table. */
  readonly before: number | undefined;
}

function profile(view: TableView, rows: readonly SampledRow[], column: number): ColumnProfile {
  const count = { serial: 0, numbered: 0, rank1: 0, rank2: 0, deadline: 0, units: 0, status: 0, sentence: 0, timed: 0 };
  let filled = 0;
  let starts = 0;
  let length = 0;
  for (const { row, before } of rows) {
    const text = view.text(row, column);
    if (text === "") continue;
    filled++;
    if (before === undefined || view.text(before, column) !== text) starts++;
    length += text.length;
    if (looksLikeSerial(text)) {
      count.serial++;
      if (isDateCell(view, row, column)) count.deadline++;
      continue;
    }
    const ranks = headingsOf(text.length > 80 ? "" : text).map((heading) => heading.rank);
    if (ranks[0] === 1) count.rank1++;
    else if (ranks[0] === 2) count.rank2++;
    if (looksLikeStatus(text)) count.status++;
    if (looksLikeDeadline(text) || isDateCell(view, row, column)) count.deadline++;
    else if (looksLikeUnits(text)) count.units++;
    else if (endsWithRole(text)) count.units += 0.5;
    else if (looksLikeSentence(text)) {
      count.sentence++;
      if (speaksOfTime(text)) count.timed++;
    }
    if (ranks[0] === undefined || ranks[0] === null || ranks[0] === 3) {
      if (leadingNumber(view.loose(row, column))?.isDoubtful === false) count.numbered++;
    }
  }
  const share = (n: number): number => (filled === 0 ? 0 : n / filled);
  return {
    column,
    rows: rows.length,
    filled,
    starts,
    serial: share(count.serial),
    numbered: share(count.numbered),
    rank1: share(count.rank1),
    rank2: share(count.rank2),
    deadline: share(count.deadline),
    units: share(count.units),
    status: share(count.status),
    sentence: share(count.sentence),
    timed: share(count.timed),
    averageLength: filled === 0 ? 0 : length / filled,
  };
}

function isDateCell(view: TableView, row: number, column: number): boolean {
  if (typeof view.grid.values[row]?.[column] !== "number") return false;
  const format = view.grid.numberFormats.get(cellKey(row, column));
  return format !== undefined && /[ymd年月日]/iu.test(format.replace(/"[^"]*"|\[[^\]]*\]/gu, (part) => (/[年月日]/u.test(part) ? "y" : "")));
}
