import type { CellValue, SheetGrid } from "../../src/core/grid/sheet-grid";
import { gridOfValues } from "../../src/core/grid/sheet-grid";
import type { CellSizes, SheetInfo, WorkbookFacts } from "../../src/core/workbook";
import type { CleanLedger, Next } from "./clean-ledger";

/** A ledger with one known mistake. */
export interface Mutant {
  readonly grid: SheetGrid;
  /** Parent tasks, where the mistake is between the two. */
  readonly parentRows?: string[][];
  readonly units?: readonly string[];
  readonly today?: string;
  readonly sheets?: readonly SheetInfo[];
  readonly facts?: WorkbookFacts;
  /** The cells where the rule must speak, if it must be there: 0-based rows. */
  readonly row?: number;
  /** What the sure changes must lead back to; absent where no change is sure. */
  readonly restored?: readonly (readonly CellValue[])[];
}

/** A kind of mistake: which rule must find it, and how it is made. undefined: this ledger has no place for it. */
export interface Mistake {
  readonly rule: string;
  readonly name: string;
  /** For the rules before publishing. */
  readonly public?: boolean;
  /** The rule is off by default; an office that has it on is meant. */
  readonly on?: boolean;
  make(clean: CleanLedger, next: Next): Mutant | undefined;
}

/** A file of which nothing needs to be held back and all is printed: wide columns, rows that grow with their text. */
export function cleanFacts(clean: CleanLedger): WorkbookFacts & { readonly sizes: CellSizes } {
  const rows = clean.values.length;
  return {
    fileName: "台账.xlsx",
    author: "",
    lastModifiedBy: "",
    company: "",
    externalLinks: [],
    pageSetup: { [clean.sheet]: { landscape: true, titleRows: { first: clean.first - 1, last: clean.first - 1 }, fitToWidth: 1, headerFooter: "" } },
    sizes: {
      columnWidths: [30, 90, 220, 120, 80, 60, 90],
      rowHeights: Array<number | null>(rows).fill(null),
      growing: [...clean.values.keys()],
      looks: [{ fontSize: 11, wraps: true, shrinks: false }, { fontSize: 11, wraps: false, shrinks: false }],
      lookOf: clean.values.map((cells) => cells.map(() => 0)),
    },
    keptParts: 0,
    unknown: [],
  };
}

/** The sheet with one cell set otherwise. */
export function withCell(clean: CleanLedger, row: number, column: number, value: CellValue): CellValue[][] {
  return clean.values.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells));
}

export function gridOf(clean: CleanLedger, values: readonly (readonly CellValue[])[], change: Partial<SheetGrid> = {}): SheetGrid {
  return { ...gridOfValues(clean.sheet, values), ...change };
}

/** Some task row. */
export function someRow(clean: CleanLedger, next: Next, from = clean.first): number {
  return from + next(clean.end - from);
}

export function textAt(clean: CleanLedger, row: number, column: number): string {
  return String(clean.values[row]?.[column] ?? "");
}

/** A mistake that changes one text cell of a random row; `change` gives undefined where the text has no place for it. */
export function slip(rule: string, name: string, column: keyof CleanLedger["columns"], change: (text: string, next: Next, clean: CleanLedger) => string | undefined, restores = false, more: Pick<Mistake, "on"> = {}): Mistake {
  return {
    rule,
    name,
    ...more,
    make(clean, next) {
      const at = clean.columns[column];
      const from = someRow(clean, next);
      for (let step = 0; step < clean.end - clean.first; step++) {
        const row = clean.first + ((from - clean.first + step) % (clean.end - clean.first));
        const text = textAt(clean, row, at);
        const changed = change(text, next, clean);
        if (changed === undefined || changed === text) continue;
        return { grid: gridOf(clean, withCell(clean, row, at, changed)), row, ...(restores && { restored: clean.values }) };
      }
      return undefined;
    },
  };
}

/** Puts something at a random place between two Chinese characters. */
export function between(text: string, what: string, next: Next): string | undefined {
  const places = [...text.matchAll(/(?<=\p{Script=Han}{2})(?=\p{Script=Han}{2})/gu)].map(({ index }) => index);
  if (places.length === 0) return undefined;
  const at = places[next(places.length)]!;
  return text.slice(0, at) + what + text.slice(at);
}

/** Replaces one of the places where `what` stands. */
export function replaceOne(text: string, what: RegExp, by: string, next: Next): string | undefined {
  const places = [...text.matchAll(what)];
  if (places.length === 0) return undefined;
  const found = places[next(places.length)]!;
  return text.slice(0, found.index) + by + text.slice(found.index + found[0].length);
}
