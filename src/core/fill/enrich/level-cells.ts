import type { Edit } from "../../edits/edit";
import { cellKey, type CellKey } from "../../grid/address";
import { valueAt, type CellValue, type MergeArea } from "../../grid/sheet-grid";
import type { LedgerRow } from "../../ledger/ledger";
import type { RuleContext } from "../../rules/rule";
import { normalizeForCompare } from "../../text/normalize";
import { plan, refuse, type Enrich } from "./step";

const LEVELS = ["level1", "level2", "level3"] as const;
type Level = (typeof LEVELS)[number];

const FILTERED = "表正在筛选，看不见的行也会改。请先取消筛选。";

/** Merged level cells taken apart and filled in every row, so that the sheet can be filtered and sorted. */
export const fillLevels: Enrich = (context) => {
  const { grid, ledger } = context;
  if (!LEVELS.some((level) => ledger.columns[level] !== undefined)) return refuse("表里没有“工作任务”一类的列，没有可填的。");
  if (grid.filteredRows.size > 0) return refuse(FILTERED);
  const edits: Edit[] = [];
  const apart = new Set<MergeArea>();
  const filled = new Set<CellKey>();
  for (const level of LEVELS) {
    for (const row of ledger.rows) {
      const cell = row.cells[level];
      const column = ledger.blocks[row.block]?.columns[level];
      if (!cell || cell.text === "" || column === undefined || cell.at.column !== column || cell.source === "joined" || cell.source === "split" || cell.source === "prefix") continue;
      const value = valueAt(grid, cell.at.row, cell.at.column);
      const area = grid.merges.find((merge) => merge.left <= column && merge.right >= column && merge.top <= row.row && merge.bottom >= row.row);
      if (area && area.bottom > area.top && !apart.has(area)) {
        apart.add(area);
        edits.push({ kind: "unmerge", sheet: grid.sheet, area });
      }
      for (const sheetRow of row.rows) {
        const key = cellKey(sheetRow, column);
        if (filled.has(key) || grid.formulas.has(key) || valueAt(grid, sheetRow, column) !== null) continue;
        const inside = area && sheetRow >= area.top && sheetRow <= area.bottom;
        if (!inside && sheetRow !== row.row) continue;
        edits.push({ kind: "setCell", sheet: grid.sheet, at: { row: sheetRow, column }, before: null, after: typeof value === "string" && value !== "" ? value : cell.text });
        filled.add(key);
      }
    }
  }
  if (edits.length === 0) return plan("工作任务每行都有，没有改。");
  return plan(`${apart.size === 0 ? "" : `拆开了${apart.size}处合并，`}每行填上工作任务，共${filled.size}格。`, edits);
};

/**
 * Equal level cells below one another merged, for printing; never over two sections or a page's header. Each merge, and
 * each row that stays alone, gets its text where it was only inherited from above.
 */
export const mergeLevels: Enrich = (context) => {
  const { grid, ledger } = context;
  if (!LEVELS.some((level) => ledger.columns[level] !== undefined)) return refuse("表里没有“工作任务”一类的列，没有可合的。");
  if (grid.filteredRows.size > 0) return refuse(FILTERED);
  const edits: Edit[] = [];
  let merged = 0;
  for (const level of LEVELS) {
    for (const run of runsOf(context, level)) {
      const column = ledger.blocks[run[0]!.block]!.columns[level]!;
      const area = { top: run[0]!.rows[0]!, left: column, bottom: run.at(-1)!.rows.at(-1)!, right: column };
      if (!isFree(context, area)) continue;
      const text = run[0]!.cells[level]!.text;
      if (isBlank(valueAt(grid, area.top, column))) edits.push({ kind: "setCell", sheet: grid.sheet, at: { row: area.top, column }, before: null, after: text });
      if (area.bottom === area.top) continue;
      for (let row = area.top + 1; row <= area.bottom; row++) {
        const before = valueAt(grid, row, column);
        if (!isBlank(before)) edits.push({ kind: "setCell", sheet: grid.sheet, at: { row, column }, before, after: null });
      }
      edits.push({ kind: "merge", sheet: grid.sheet, area });
      merged++;
    }
  }
  if (merged === 0) return plan("没有上下相同、可以合并的工作任务，没有改。");
  return plan(`合并了${merged}处相同的工作任务。`, edits);
};

function isBlank(value: CellValue): boolean {
  return value === null || value === "";
}

/** Neighbouring rows with equal level texts, up to and including the level, without a gap on the sheet. */
function runsOf({ ledger }: RuleContext, level: Level): LedgerRow[][] {
  const keyOf = (row: LedgerRow): string => LEVELS.slice(0, LEVELS.indexOf(level) + 1).map((each) => normalizeForCompare(row.cells[each]?.text ?? "")).join("\u0001");
  const runs: LedgerRow[][] = [];
  for (const row of ledger.rows) {
    const cell = row.cells[level];
    if (!cell || cell.text === "" || ledger.blocks[row.block]?.columns[level] === undefined) {
      runs.push([]);
      continue;
    }
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last && last.block === row.block && keyOf(last) === keyOf(row) && row.rows[0]! <= last.rows.at(-1)! + 1) run!.push(row);
    else runs.push([row]);
  }
  return runs.filter((run) => run.length > 0);
}

/** No merge meets the area and no formula stands in it. */
function isFree({ grid }: RuleContext, { top, bottom, left }: MergeArea): boolean {
  if (grid.merges.some((merge) => merge.left <= left && merge.right >= left && merge.top <= bottom && merge.bottom >= top)) return false;
  for (let row = top; row <= bottom; row++) if (grid.formulas.has(cellKey(row, left))) return false;
  return true;
}
