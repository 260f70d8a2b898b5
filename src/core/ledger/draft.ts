import type { CellRef } from "../grid/address";
import type { MergeArea } from "../grid/sheet-grid";
import type { ColumnMap } from "./columns";
import { FIELDS, UNIT_FIELDS, type Field } from "./fields";
import { linesOf, loosen, squeeze } from "./cell-text";
import type { CellSource } from "./ledger";
import { endsLikeUnits, looksLikeDeadline, looksLikeUnits } from "./looks-like";
import type { TableView } from "./table-view";

/** A cell while the table is being read. */
export interface DraftCell {
  text: string;
  /** The text with its blanks, where numbers and groups may still be told by them. */
  loose: string;
  readonly raw: string;
  at: CellRef;
  source: CellSource;
  parts: CellRef[];
  /** The merged area it belongs to, if any. */
  readonly area: MergeArea | undefined;
}

/** A row while the table is being read. */
export interface Draft {
  readonly rows: number[];
  readonly block: number;
  readonly cells: Map<Field, DraftCell>;
  readonly inferred: Set<Field>;
  item: number;
  /** Count of heading rows that stand above it: rows under different heading rows are of different sections. */
  readonly section: number;
}

const IS_UNIT_FIELD: ReadonlySet<Field> = new Set<Field>(UNIT_FIELDS);

/** The cells of one sheet row, by field. Cells covered by a merge take the text of its first cell. */
export function readCells(view: TableView, row: number, columns: ColumnMap): Map<Field, DraftCell> {
  const cells = new Map<Field, DraftCell>();
  for (const field of FIELDS) {
    const column = columns[field];
    if (column === undefined) continue;
    const area = view.areaAt(row, column);
    // A cell that a wide merge covers from another field's column holds nothing of its own.
    const isForeign = area !== undefined && area.left < column && Object.values(columns).some((other) => other < column && other >= area.left);
    const isCovered = area !== undefined && !isForeign && (area.top !== row || area.left !== column);
    const at = isCovered ? { row: area.top, column: area.left } : { row, column };
    const raw = isForeign ? "" : view.raw(at.row, at.column);
    const text = readText(field, raw);
    cells.set(field, { text, loose: loosen(raw), raw, at, source: isCovered && area.top !== row ? "merged" : "own", parts: [at], area: isForeign ? undefined : area });
  }
  return cells;
}

/** The text of a cell, with the line breaks and blanks kept that part one unit, person or deadline from the next. */
export function readText(field: Field, raw: string): string {
  if (IS_UNIT_FIELD.has(field)) return unitText(raw);
  if (field === "persons" || field === "contact") return linesOf(raw).join("\n");
  if (field === "deadline") {
    const lines = linesOf(raw);
    if (lines.length > 1 && lines.every(looksLikeDeadline)) return lines.join("\n");
  }
  return squeeze(raw);
}

function unitText(raw: string): string {
  const parts = raw.split(/([\s\u00a0\u3000]+)/u);
  if (parts.length < 3) return squeeze(raw);
  let text = squeeze(parts[0] ?? "");
  let last = text;
  for (let i = 2; i < parts.length; i += 2) {
    const part = squeeze(parts[i] ?? "");
    if (part === "") continue;
    const parting = isWholeUnit(last.split(/[、，,；;]/u).at(-1) ?? "") && isWholeUnit(part.split(/[、，,；;]/u)[0] ?? "");
    text += (parting ? (/[\n\r]/u.test(parts[i - 1] ?? "") ? "\n" : " ") : "") + part;
    last = part;
  }
  return text;
}

function isWholeUnit(part: string): boolean {
  return part.length >= 3 && endsLikeUnits(part) && looksLikeUnits(part);
}

/** The text of a field, "" where the row has none. */
export function textOf(draft: Draft, field: Field): string {
  return draft.cells.get(field)?.text ?? "";
}
