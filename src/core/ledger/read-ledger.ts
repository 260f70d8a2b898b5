import type { SheetGrid } from "../grid/sheet-grid";
import { err, ok, type Result } from "../result";
import type { ColumnMap } from "./columns";
import { textOf, type Draft } from "./draft";
import { FIELDS, type Field } from "./fields";
import { findTables, tablesOf, type TableArea, type TableLine } from "./find-tables";
import { inheritBlanks } from "./inherit";
import { labelKind } from "./labels";
import { numberRows } from "./items";
import { assignLevels } from "./levels";
import type { Damage, Ledger, LedgerBlock, LedgerCell, LedgerFailure, LedgerRow, ReadingHint, ReadLedgerInput } from "./ledger";
import { readRows } from "./read-rows";
import { rowKeys } from "./row-key";
import { inferNumbers } from "./row-numbers";
import { readSurroundings } from "./surroundings";
import { viewOf, type TableView } from "./table-view";

/**
 * Reads one table of a sheet as a ledger, as a careful reader would: header found, columns decided from header and
 * content, cut rows joined, merges inherited, numbers read, headings given to their rows. Linear in the number of rows;
 * never throws, whatever the grid holds. Without a choice of table, the one with most rows is read.
 */
export function readLedger(input: ReadLedgerInput): Result<Ledger, LedgerFailure> {
  const { grid, choice = {} } = input;
  const view = viewOf(grid);
  if (isEmpty(view)) return err({ code: "sheet-empty" });
  const tables = tablesOf(view, choice);
  if (tables.length === 0) return err({ code: "no-header" });
  const table = choice.table === undefined ? mainTable(tables) : tables[choice.table - 1];
  if (!table) return err({ code: "no-such-table", tables: findTables(grid) });

  const read = readRows(view, table, choice);
  const damage: Damage[] = [...read.damage];
  const report = (found: Damage): void => void damage.push(found);
  const mapOf = (draft: Draft): ColumnMap => read.blocks[draft.block]?.columns ?? {};
  const mergedColumns = columnsWithMerges(grid, table);
  const hasMerges = (field: Field, draft: Draft): boolean => mergedColumns.has(mapOf(draft)[field] ?? -1);

  const lines = read.lines;
  assignLevels(lines, mapOf, (level, draft) => mapOf(draft)[level] === undefined || !hasMerges(level, draft), report);
  const drafts = lines.flatMap((line) => (line.kind === "row" ? [line.draft] : [])).filter(isItem);
  if (drafts.length === 0) return err({ code: "no-rows" });
  const numbered = numberRows(drafts, mapOf, report);
  inferNumbers(numbered);
  const items = numbered.map((row) => row.draft);
  // Deadlines noted under 备注: a blank remark says nothing, and nothing of what stands above it.
  const isRemark = (field: Field, draft: Draft): boolean => {
    const column = mapOf(draft)[field];
    return field === "deadline" && column !== undefined && labelKind(read.blocks[draft.block]?.labels.get(column) ?? "") === "remarks";
  };
  inheritBlanks(items, (field, draft) => hasMerges(field, draft) || isRemark(field, draft));
  for (const draft of items) reportLostDigits(draft, report);

  const rows = ledgerRows(items);
  const below = read.notes.map((note) => note.text);
  const around = readSurroundings(table.above.map((line) => line.text), below, grid.sheet);
  return ok({
    sheet: grid.sheet,
    title: table.title,
    docNumber: around.docNumber,
    unit: around.unit,
    year: choice.year ?? around.year,
    issued: around.issued,
    blocks: read.blocks,
    columns: commonColumns(read.blocks, rows),
    rows,
    damage: damage.sort((a, b) => a.row - b.row),
    hints: hintsOf(table, read.notes, items),
    first: table.first,
    last: table.last,
  });
}

function isEmpty(view: TableView): boolean {
  for (let row = 0; row < view.rows; row++) if (view.filled(row).length > 0) return false;
  return true;
}

/** The table with most rows; the first of equals. */
function mainTable(tables: readonly TableArea[]): TableArea | undefined {
  return tables.reduce<TableArea | undefined>((best, table) => (best === undefined || table.rowCount > best.rowCount ? table : best), undefined);
}

/** A row that says what is to be done, or at least has a number or names somebody. */
function isItem(draft: Draft): boolean {
  const fields: readonly Field[] = ["requirement", "seq", "units", "leadUnits", "problem", "measures"];
  return fields.some((field) => {
    const cell = draft.cells.get(field);
    return cell !== undefined && cell.text !== "" && cell.source !== "merged";
  });
}

/** Columns in which some merge reaches over rows of the table. */
function columnsWithMerges(grid: SheetGrid, table: TableArea): Set<number> {
  const columns = new Set<number>();
  const from = (table.headers[0]?.last ?? table.first - 1) + 1;
  for (const merge of grid.merges) {
    if (merge.bottom <= merge.top || merge.bottom < from || merge.top > table.last || merge.top < from) continue;
    for (let column = Math.max(merge.left, table.left); column <= Math.min(merge.right, table.right); column++) columns.add(column);
  }
  return columns;
}

const LOST_IN_NUMBER = /[〔［[【]\d{5,}号|[〔［[【](?:19|20)\d{2}号/u;
const LOST_IN_DATE = /(?<!\d)20[0-4]\d{3,4}\d?(?:日|前|底)|(?<!\d)20[0-4]\d[1-9]\d{1,3}(?!\d)$/u;

/** Digits and signs that a web page swallowed: 国办发〔202053号, 2024127日. Reported, never mended. */
function reportLostDigits(draft: Draft, report: (damage: Damage) => void): void {
  const number = LOST_IN_NUMBER.exec(textOf(draft, "requirement"));
  const date = LOST_IN_DATE.exec(textOf(draft, "deadline"));
  for (const [found, field] of [[number, "requirement"], [date, "deadline"]] as const) {
    const cell = draft.cells.get(field);
    if (found && cell && cell.source !== "inherited" && typeof cell.raw === "string") report({ kind: "lost-digits", row: cell.at.row, column: cell.at.column, detail: found[0], related: [] });
  }
}

function ledgerRows(items: readonly Draft[]): LedgerRow[] {
  const keys = rowKeys(items.map((draft) => ({ seq: textOf(draft, "seq"), requirement: textOf(draft, "requirement"), rest: `${textOf(draft, "seq")}|${textOf(draft, "units")}|${textOf(draft, "deadline")}` })));
  return items.map((draft, i): LedgerRow => {
    const cells: Partial<Record<Field, LedgerCell>> = {};
    for (const field of FIELDS) {
      const cell = draft.cells.get(field);
      if (cell) cells[field] = { text: cell.text, raw: cell.raw, at: cell.at, source: cell.source, parts: cell.parts };
    }
    return { key: keys[i] ?? "", row: draft.rows[0] ?? 0, rows: draft.rows, item: draft.item, block: draft.block, cells, inferred: FIELDS.filter((field) => draft.inferred.has(field)) };
  });
}

/** The mapping that most rows are read by; fields that only other blocks have are added where their column is free. */
function commonColumns(blocks: readonly LedgerBlock[], rows: readonly LedgerRow[]): Partial<Record<Field, number>> {
  const counts = new Array<number>(blocks.length).fill(0);
  for (const row of rows) counts[row.block] = (counts[row.block] ?? 0) + 1;
  const ranked = blocks.map((block, i) => ({ block, count: counts[i] ?? 0 })).sort((a, b) => b.count - a.count);
  const columns: Partial<Record<Field, number>> = {};
  const votes = new Map<string, number>();
  for (const { block, count } of ranked) {
    const key = JSON.stringify(block.columns);
    votes.set(key, (votes.get(key) ?? 0) + count);
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  const main = ranked.find(({ block }) => JSON.stringify(block.columns) === best)?.block;
  for (const block of [main, ...ranked.map((other) => other.block)]) {
    for (const field of FIELDS) {
      const column = block?.columns[field];
      if (column !== undefined && columns[field] === undefined && !Object.values(columns).includes(column)) columns[field] = column;
    }
  }
  return columns;
}

/** Sentences that tell how to read the table: notes below it, lines above and header cells that say who leads, 下同 in its cells. */
function hintsOf(table: TableArea, notes: readonly TableLine[], items: readonly Draft[]): ReadingHint[] {
  const labels = table.headers.slice(0, 1).flatMap((header) => header.cells.map((cell) => ({ row: header.last, text: cell.text })));
  const told = [...table.above, ...labels].filter(({ text }) => hintKind(text) === "first-is-lead");
  const hints = [...told, ...notes].map(({ row, text }): ReadingHint => ({ kind: hintKind(text), text, row }));
  for (const draft of items) {
    for (const field of ["units", "deadline"] as const) {
      const cell = draft.cells.get(field);
      if (cell && cell.source !== "inherited" && /下同/u.test(cell.text)) hints.push({ kind: "same-below", text: cell.text, row: cell.at.row });
    }
  }
  return hints.sort((a, b) => a.row - b.row);
}

/** What a note says about reading. 排在第一位的为牵头单位, 列首位的单位为牵头单位 and 第一个责任单位牵头 say one thing. */
export function hintKind(text: string): ReadingHint["kind"] {
  if (/(?:第一位|首位|第一个|排在?(?:最)?前|列在?第一|排名第一)[^。；;]{0,16}(?:牵头|主办|主责|第一责任)/u.test(text)) return "first-is-lead";
  return /下同/u.test(text) ? "same-below" : "note";
}

export { findTables } from "./find-tables";
