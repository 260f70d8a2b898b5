import { cellKey } from "../grid/address";
import type { SheetGrid } from "../grid/sheet-grid";
import { FIELDS, type Field } from "../ledger/fields";
import type { LedgerCell, LedgerRow } from "../ledger/ledger";
import type { Alignment, Link } from "../matching/matching";
import type { Finding, Rule, RuleContext } from "./rule";

/** One finding with the rule it is of. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * Findings of row rules from an earlier run. The engine fills and reads it; a caller only keeps it between two checks of
 * one sheet.
 */
export interface RowMemory {
  /** The run the findings come from; null before the first. */
  run: RowRun | null;
  /** What sheet rules found in the last run; null before the first. */
  sheet: SheetRun | null;
  /** Which fields have changed since the run before: set by whoever read the sheet; null when it was read anew. */
  changed: ReadonlySet<Field> | null;
}

/** What sheet rules saw in one run, and what they found. */
export interface SheetRun {
  readonly contextKey: string;
  readonly grid: SheetGrid;
  readonly alignment: Alignment | null;
  readonly findings: ReadonlyMap<Rule, readonly RuleFinding[]>;
}

/** The findings of a sheet rule from the run before, where nothing it looks at has changed since. */
export function knownOfSheet({ sheet, changed }: RowMemory, contextKey: string, context: RuleContext): (rule: Rule) => readonly RuleFinding[] | undefined {
  if (!sheet || !changed || sheet.contextKey !== contextKey || sheet.alignment !== context.alignment || !sameSurroundings(sheet.grid, context.grid)) return () => undefined;
  return (rule) => (rule.meta.looksAt?.every((field) => !changed.has(field)) ? sheet.findings.get(rule) : undefined);
}

/** Everything that row rules saw in one run, and what they found, by row. */
export interface RowRun {
  /** All that row rules may depend on besides the row, as text. */
  readonly contextKey: string;
  readonly grid: SheetGrid;
  readonly rows: readonly LedgerRow[];
  readonly links: readonly (Link | undefined)[];
  readonly findings: readonly (readonly RuleFinding[])[];
}

export function emptyRowMemory(): RowMemory {
  return { run: null, sheet: null, changed: null };
}

/**
 * Finds for each row the findings that an earlier run had for it: those of the row of the same key, if it stands in the
 * same place and everything a row rule can see of it is the same.
 */
export function knownFindings({ run }: RowMemory, contextKey: string, context: RuleContext): (index: number) => readonly RuleFinding[] | undefined {
  if (!run || run.contextKey !== contextKey || !sameSurroundings(run.grid, context.grid)) return () => undefined;
  const { rows } = context.ledger;
  const links = context.alignment?.links;
  return (index) => {
    const [now, then] = [rows[index]!, run.rows[index]];
    if (!then || (now !== then && !sameRow(now, then)) || !sameLink(links?.[index], run.links[index])) return undefined;
    return now.rows.every((row) => sameLine(run.grid, context.grid, row)) && cellsSame(now, run.grid, context.grid) ? run.findings[index] : undefined;
  };
}

/**
 * The rows of a sheet read anew, those that read the same as in the run before as the objects they were then: what is
 * known of a row is kept beside its object.
 */
export function sharedRows({ run }: RowMemory, rows: readonly LedgerRow[], grid: SheetGrid): readonly LedgerRow[] {
  if (!run || !sameSurroundings(run.grid, grid)) return rows;
  return rows.map((now, index) => {
    const then = run.rows[index];
    return then && sameRow(now, then) && now.rows.every((row) => sameLine(run.grid, grid, row)) && cellsSame(now, run.grid, grid) ? then : now;
  });
}

/** Merges, formulas, formats and what is hidden or locked: a row rule may look them up for any cell of its row. */
function sameSurroundings(a: SheetGrid, b: SheetGrid): boolean {
  if (a === b) return true;
  return (
    a.sheet === b.sheet &&
    a.isProtected === b.isProtected &&
    sameMap(a.formulas, b.formulas) &&
    sameMap(a.numberFormats, b.numberFormats) &&
    sameMap(a.errors, b.errors) &&
    sameSet(a.hiddenRows, b.hiddenRows) &&
    sameSet(a.filteredRows, b.filteredRows) &&
    sameSet(a.hiddenColumns, b.hiddenColumns) &&
    sameSet(a.unlocked, b.unlocked) &&
    (a.merges === b.merges || JSON.stringify(a.merges) === JSON.stringify(b.merges)) &&
    (a.comments === b.comments || JSON.stringify(a.comments) === JSON.stringify(b.comments))
  );
}

function sameMap(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, text] of a) if (b.get(key) !== text) return false;
  return true;
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const key of a) if (!b.has(key)) return false;
  return true;
}

function sameLine(a: SheetGrid, b: SheetGrid, row: number): boolean {
  return sameList(a.texts[row] ?? [], b.texts[row] ?? []) && sameList(a.values[row] ?? [], b.values[row] ?? []);
}

/** Cells that the row takes from elsewhere: the first cell of a merge, a heading above. */
function cellsSame({ cells, rows }: LedgerRow, a: SheetGrid, b: SheetGrid): boolean {
  for (const field of FIELDS) {
    const cell = cells[field];
    if (!cell || rows.includes(cell.at.row)) continue;
    const { row, column } = cell.at;
    if (a.values[row]?.[column] !== b.values[row]?.[column] || a.texts[row]?.[column] !== b.texts[row]?.[column]) return false;
  }
  return true;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameRow(a: LedgerRow, b: LedgerRow): boolean {
  if (a.key !== b.key || a.row !== b.row || a.item !== b.item || a.block !== b.block || !sameList(a.rows, b.rows) || !sameList(a.inferred, b.inferred)) return false;
  for (const field of FIELDS) if (!sameCell(a.cells[field], b.cells[field])) return false;
  return true;
}

function sameCell(a: LedgerCell | undefined, b: LedgerCell | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.text !== b.text || a.raw !== b.raw || a.source !== b.source || a.at.row !== b.at.row || a.at.column !== b.at.column || a.parts.length !== b.parts.length) return false;
  return a.parts.every(({ row, column }, i) => cellKey(row, column) === cellKey(b.parts[i]!.row, b.parts[i]!.column));
}

function sameLink(a: Link | undefined, b: Link | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.state === b.state && a.score === b.score && a.decided === b.decided && a.parent === b.parent && sameList(a.tasks, b.tasks) && sameCandidates(a.candidates, b.candidates);
}

function sameCandidates(a: Link["candidates"], b: Link["candidates"]): boolean {
  return a === b || (a.length === b.length && a.every(({ task, score }, i) => task === b[i]!.task && score === b[i]!.score));
}
