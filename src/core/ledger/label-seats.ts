import type { Field } from "./fields";
import type { ColumnProfile } from "./column-profile";
import type { HeaderCell } from "./header";
import type { LabelKind } from "./labels";

/** How well what a column holds fits what a label promises; 0 says nothing either way. */
export function fit(kind: LabelKind, column: ColumnProfile): number {
  if (column.filled === 0) return EMPTY[kind] ?? 0;
  const heading = column.rank1 + column.rank2;
  const long = Math.min(1, column.averageLength / 30);
  // What one row in ten shows is an accident of that row; it must not draw a label over.
  const full = column.rows === 0 ? 1 : Math.min(1, (column.filled / column.rows) * 1.25);
  switch (kind) {
    case "seq":
      return 4 * full * column.serial - 3 * (1 - column.serial);
    case "deadline":
      return 4 * full * column.deadline - 3 * (column.units + heading) - 2 * (column.sentence - column.timed) - (column.deadline > 0 ? 0 : 3 * column.serial);
    case "units":
    case "leadUnits":
    case "cooperateUnits":
    case "implementUnits":
      return 4 * full * column.units - 3 * (column.deadline + column.serial + heading) - 2 * column.sentence;
    case "level1":
    case "level2":
    case "level3":
      return 3 * heading - 3 * (column.deadline + column.serial) - column.units - column.sentence + 0.5 * (1 - long);
    case "requirement":
      return 2 * column.sentence + 0.5 * column.numbered + long - 3 * (column.deadline + column.serial) - 2 * column.units - heading;
    case "task":
      return Math.max(fit("level1", column), fit("requirement", column));
    case "measures":
    case "problem":
    case "result":
    case "source":
      return 0.5 * column.sentence - 1.5 * (column.deadline + column.serial) - (kind === "source" ? 0 : column.units);
    case "persons":
    case "contact":
      return -1.5 * (column.sentence + column.deadline) - heading;
    case "status":
      return 2 * column.status - column.sentence - 1.5 * column.units;
    case "progress":
    case "remarks":
    case "other":
      return -0.5 * column.units - heading;
  }
}

const EMPTY: Readonly<Partial<Record<LabelKind, number>>> = { seq: -1, requirement: -3, task: -2, units: -1.2, deadline: -1.2, leadUnits: -0.6, cooperateUnits: -0.3, implementUnits: -0.6, level1: -0.8, level2: -0.3, level3: -0.3 };

/** What a column without a label would most naturally be, and how clearly. */
function unlabelled(column: ColumnProfile): { readonly field: Field; readonly clear: number } | null {
  if (column.filled === 0) return null;
  const found: { field: Field; clear: number }[] = [
    { field: "seq", clear: column.serial },
    { field: "level1", clear: column.rank1 + column.rank2 },
    { field: "deadline", clear: column.deadline - (column.status > 0.5 && column.deadline === column.status ? 1 : 0) },
    { field: "units", clear: column.units },
    { field: "requirement", clear: column.sentence },
  ];
  found.sort((a, b) => b.clear - a.clear);
  const best = found[0]!;
  return best.clear >= 0.6 ? best : null;
}

/** A label seated on a column. */
export interface Seat {
  readonly cell: HeaderCell;
  readonly column: number;
}

const PER_COLUMN = 0.8;
const FARTHEST = 3;
const UNSEATED = -3;

/**
 * Seats the labels of a header on columns, in their order, so that labels and contents fit best together: pasted rows
 * are often shifted against their own header. A label may move a few columns at a price; what the cells hold outweighs it.
 */
export function seatLabels(cells: readonly HeaderCell[], profiles: readonly ColumnProfile[]): Seat[] {
  const width = profiles.length;
  const count = cells.length;
  // best[c][j]: the best score with columns from c on and labels from j on; next[c][j]: the label taken by column c, or −1.
  const best: Float64Array[] = Array.from({ length: width + 1 }, () => new Float64Array(count + 1));
  const taken: Int32Array[] = Array.from({ length: width + 1 }, () => new Int32Array(count + 1).fill(-1));
  const skipped = new Float64Array(count + 1);
  cells.forEach((cell, j) => {
    const own = profiles.filter(({ column }) => column >= cell.from && column <= cell.to);
    skipped[j + 1] = skipped[j]! + (own.every(({ filled }) => filled === 0) ? -0.2 : UNSEATED);
  });
  for (let j = 0; j <= count; j++) best[width]![j] = skipped[count]! - skipped[j]!;
  for (let c = width - 1; c >= 0; c--) {
    const profile = profiles[c]!;
    for (let j = count; j >= 0; j--) {
      let score = best[c + 1]![j]! + leftOver(profile, cells);
      let label = -1;
      for (let k = j; k < Math.min(count, j + FARTHEST + 1); k++) {
        const cell = cells[k]!;
        const away = profile.column < cell.from ? cell.from - profile.column : profile.column > cell.to ? profile.column - cell.to : 0;
        if (away > FARTHEST) continue;
        const seated = (cell.kind === null ? 0.2 : fit(cell.kind, profile)) - PER_COLUMN * away + skipped[k]! - skipped[j]! + best[c + 1]![k + 1]!;
        // Of two equal seats the left one: a label over several columns belongs to the first.
        if (seated >= score - 1e-9) {
          score = seated;
          label = k;
        }
      }
      best[c]![j] = score;
      taken[c]![j] = label;
    }
  }
  const seats: Seat[] = [];
  for (let c = 0, j = 0; c < width; c++) {
    const label = taken[c]![j]!;
    if (label < 0) continue;
    seats.push({ cell: cells[label]!, column: profiles[c]!.column });
    j = label + 1;
  }
  return seats;
}

/** What it costs, or gains, to leave a column without a label. */
function leftOver(profile: ColumnProfile, cells: readonly HeaderCell[]): number {
  if (profile.filled === 0) return 0;
  const found = unlabelled(profile);
  if (found?.field === "seq" || found?.field === "level1") return 1;
  const isUnderWide = cells.some((cell) => (cell.isMerged || cell.kind === "task" || cell.kind === "level1" || cell.kind === "requirement") && cell.to > cell.from && profile.column >= cell.from && profile.column <= cell.to);
  if (isUnderWide) return 0;
  // A column full of units or deadlines is what tables are made for; it is not left without a label lightly.
  return found ? -1.5 : -0.5;
}
