import type { SetCellEdit } from "../../edits/edit";
import { cellKey } from "../../grid/address";
import { valueAt, type CellValue } from "../../grid/sheet-grid";
import type { LedgerRow } from "../../ledger/ledger";
import type { RuleContext } from "../../rules/rule";
import { plan, refuse, rowList, type Enrich } from "./step";

/** 序号 from 1 in the order of the rows; anew under each 一、 where the sheet counts so itself. Each number keeps its look: 1. （1） 01. */
export const renumber: Enrich = (context) => {
  const { ledger, grid } = context;
  if (ledger.columns.seq === undefined) return refuse("表里没有“序号”一列，没有重排。");
  if (grid.filteredRows.size > 0) return refuse("表正在筛选，看不见的行也会改。请先取消筛选，再重排序号。");
  const restarts = restartsBySection(ledger.rows);
  const edits = new Map<number, SetCellEdit>();
  const left: LedgerRow[] = [];
  const done = new Set<number>();
  let number = 0;
  let section = "";
  for (const row of ledger.rows) {
    const cell = row.cells.seq;
    const own = row.cells.level1?.text ?? "";
    if (restarts && own !== section) number = 0;
    section = own;
    const key = cell && cellKey(cell.at.row, cell.at.column);
    if (key === undefined || !done.has(key) || cell?.source === "prefix" || cell?.source === "split") number++;
    if (!cell || key === undefined || done.has(key)) continue;
    done.add(key);
    const held = valueAt(grid, cell.at.row, cell.at.column);
    const after = cell.source === "prefix" || cell.source === "split" || cell.source === "joined" || grid.formulas.has(key) || cell.at.column !== columnOf(context, row) ? undefined : renumbered(held, number);
    if (after === undefined && Number(/\d+/u.exec(cell.text)?.[0]) !== number) left.push(row);
    if (after !== undefined && after !== held) edits.set(key, { kind: "setCell", sheet: grid.sheet, at: cell.at, before: held, after });
  }
  const note = left.length === 0 ? "" : `${rowList(left.map(({ row }) => row))}的序号是公式或和正文写在一格，没有动。`;
  if (edits.size === 0) return left.length === 0 ? plan("序号已经是连续的，没有改。") : refuse(`没有可改的序号。${note}`);
  return plan(`序号重排，改了${edits.size}格。${note}`, [...edits.values()]);
};

function columnOf({ ledger }: RuleContext, row: LedgerRow): number | undefined {
  return ledger.blocks[row.block]?.columns.seq ?? ledger.columns.seq;
}

/** The cell's own value with the new number in it; undefined where it holds no single number. */
function renumbered(held: CellValue, number: number): CellValue | undefined {
  if (held === null || held === "") return number;
  if (typeof held === "number") return number;
  if (typeof held !== "string") return undefined;
  const parts = /^([^\d]*)(\d+)([^\d]*)$/u.exec(held);
  if (!parts) return undefined;
  return `${parts[1]!}${String(number).padStart(parts[2]!.startsWith("0") ? parts[2]!.length : 1, "0")}${parts[3]!}`;
}

/** Whether most sections of the sheet begin with 1. */
function restartsBySection(rows: readonly LedgerRow[]): boolean {
  const firsts = rows.filter((row, at) => at > 0 && (row.cells.level1?.text ?? "") !== (rows[at - 1]!.cells.level1?.text ?? ""));
  const ones = firsts.filter(({ cells }) => /^\D*0*1\D*$/u.test(cells.seq?.text ?? ""));
  return firsts.length > 0 && ones.length * 2 > firsts.length;
}
