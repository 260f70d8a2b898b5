import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { cellKey, cellOfAddress, columnLetters } from "../../src/core/grid/address";
import { gridOfValues, type CellValue, type MergeArea, type SheetGrid } from "../../src/core/grid/sheet-grid";
import { FIELDS, type Field } from "../../src/core/ledger/fields";
import type { Ledger, ReadingChoice } from "../../src/core/ledger/ledger";

/** A whole sheet as `tests/cases/<name>/ledger.json` writes it. Addresses as in Excel; rows from 1. */
export interface LedgerCase {
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly string[];
  readonly formulas?: Readonly<Record<string, string>>;
  /** Shown texts that differ from the values. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly numberFormats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
  readonly choice?: ReadingChoice;
  /** How many tables a reader would offer; 1 when not said. */
  readonly tables?: number;
}

/** What a careful reader gets out of it: `expected.json`. Fields with text only; `row` and `rows` count from 1. */
export interface LedgerExpected {
  readonly title: string;
  readonly docNumber?: string;
  readonly unit: string;
  readonly year: number | null;
  readonly issued: string | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** kind@row, in order. */
  readonly damage: readonly string[];
  readonly hints: readonly string[];
}

const folder = join(import.meta.dirname, "../cases");

/** Names of the case folders that hold the given file. */
export function casesWith(file: string): string[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, file)));
}

export function readCase<T>(name: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, name, file), "utf8")) as T;
}

export function gridOfCase(given: LedgerCase): SheetGrid {
  const grid = gridOfValues(given.sheet, given.rows, (given.merges ?? []).map(areaOf));
  const texts = grid.texts.map((row) => [...row]);
  for (const [address, text] of Object.entries(given.texts ?? {})) {
    const at = cellOfAddress(address)!;
    texts[at.row]![at.column] = text;
  }
  return { ...grid, texts, formulas: byKey(given.formulas), numberFormats: byKey(given.numberFormats), hiddenRows: new Set((given.hiddenRows ?? []).map((row) => row - 1)) };
}

function byKey(cells: Readonly<Record<string, string>> = {}): Map<number, string> {
  return new Map(
    Object.entries(cells).map(([address, text]) => {
      const at = cellOfAddress(address)!;
      return [cellKey(at.row, at.column), text];
    }),
  );
}

function areaOf(range: string): MergeArea {
  const [from, to] = range.split(":").map((address) => cellOfAddress(address)!);
  return { top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
}

/** A ledger in the words of `expected.json`. */
export function asExpected(ledger: Ledger): LedgerExpected {
  const columns = Object.fromEntries(FIELDS.flatMap((field) => (ledger.columns[field] === undefined ? [] : [[field, columnLetters(ledger.columns[field])]])));
  return {
    title: ledger.title,
    ...(ledger.docNumber === "" ? {} : { docNumber: ledger.docNumber }),
    unit: ledger.unit,
    year: ledger.year,
    issued: ledger.issued,
    columns,
    rows: ledger.rows.map((row) => {
      const texts = Object.fromEntries(FIELDS.flatMap((field: Field) => ((row.cells[field]?.text ?? "") === "" ? [] : [[field, row.cells[field]?.text]])));
      const shares = ledger.rows.filter((other) => other.row === row.row).length > 1;
      return { row: row.row + 1, ...(row.rows.length > 1 ? { rows: row.rows.map((r) => r + 1) } : {}), ...(shares ? { item: row.item } : {}), ...texts, ...(row.inferred.length > 0 ? { inferred: row.inferred } : {}) };
    }),
    damage: ledger.damage.map(({ kind, row }) => `${kind}@${row + 1}`),
    hints: ledger.hints.map(({ kind, row }) => `${kind}@${row + 1}`),
  };
}
