import { gridOfValues, type SheetGrid } from "../../src/core/grid/sheet-grid";
import { NO_CHOICES } from "../../src/core/kept/choices";
import { extractTasks } from "../../src/core/parent/extract-tasks";
import type { ParentDocument } from "../../src/core/parent/parent-document";
import { emptyCheckMemory, type CheckMemory } from "../../src/core/rules/check-memory";
import { checkSheet, type CheckSheetInput } from "../../src/core/rules/check-sheet";
import { withCells } from "../../src/core/edits/apply-to-grid";
import { parseDeadline } from "../../src/core/deadline/parse-deadline";
import { parseResponsibility } from "../../src/core/responsibility/parse-responsibility";
import { ledgerValues, parentValues } from "./generated-ledger";

/** One figure a line, as JSON: {what, value, unit, reach}. `reach` is the figure DESIGN.md asks for. */
export function figure(what: string, value: number, unit: string, reach?: number): void {
  process.stdout.write(`${JSON.stringify({ what, value: Math.round(value * 100) / 100, unit, ...(reach !== undefined && { reach }) })}\n`);
}

/** The middle of several runs, in milliseconds. */
function milliseconds(runs: number, work: () => void): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

function parentOf(tasks: number): ParentDocument {
  const grid = gridOfValues("", parentValues(tasks));
  const parent = extractTasks([{ kind: "table", sheet: "", values: grid.values, texts: grid.texts, merges: [] }], { year: 2024 });
  if (!parent.ok) throw new Error(parent.error.code);
  return parent.value;
}

function inputOf(grid: SheetGrid, parents: readonly ParentDocument[]): CheckSheetInput {
  return { grid, sheets: [], facts: null, parents, choices: { ...NO_CHOICES, unit: parents.length > 0 ? "市民政局" : "" }, today: "2024-06-01" };
}

function check(input: CheckSheetInput, memory?: CheckMemory): number {
  const outcome = checkSheet(input, memory);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.result.problems.length;
}

/** Everything that needs no host. */
export function benchCore(): void {
  check(inputOf(gridOfValues("台账", ledgerValues(52)), [parentOf(52)]));
  const small = inputOf(gridOfValues("台账", ledgerValues(52)), [parentOf(52)]);
  figure("check and match, 52 rows x 52 tasks", milliseconds(15, () => check(small)), "ms", 30);

  for (const [rows, runs, reach] of [[5_000, 3, 1_000], [50_000, 1, 10_000]] as const) {
    const grid = gridOfValues("台账", ledgerValues(rows));
    const parents = [parentOf(500)];
    const time = milliseconds(runs, () => check(inputOf(grid, parents)));
    figure(`check and match, ${rows} rows x 500 tasks`, time, "ms", reach);
    figure(`check and match, ${rows} rows x 500 tasks`, rows / (time / 1000), "rows/s");
    figure(`check without parent, ${rows} rows`, milliseconds(runs, () => check(inputOf(grid, []))), "ms");
  }

  const grid = gridOfValues("台账", ledgerValues(5_000));
  const parents = [parentOf(500)];
  const memory = emptyCheckMemory();
  check(inputOf(grid, parents), memory);
  let flip = 0;
  const edited = (column: number, text: () => string) => milliseconds(9, () => check(inputOf(withCells(grid, [{ kind: "setCell", sheet: "台账", at: { row: 2_500, column }, before: null, after: text() }]), parents), memory));
  figure("re-check after one edited deadline, 5000 rows", edited(5, () => (flip++ % 2 ? "年底前" : "6月底前")), "ms", 50);
  figure("re-check after one edited requirement, 5000 rows", edited(3, () => `开展第${flip++}次专项检查并公布结果。`), "ms", 500);

  const days = Array.from({ length: 50_000 }, (_, index) => `${2000 + (index % 60)}年${1 + (index % 12)}月${1 + (index % 28)}日前完成第${index}项`);
  figure("deadline cells", days.length / (milliseconds(1, () => days.forEach((raw) => parseDeadline(raw, { year: 2024, issued: null }))) / 1000), "cells/s", 50_000);
  const cells = Array.from({ length: 20_000 }, (_, index) => `市第${index}局牵头，市发展改革委、财政局，各县（市、区）政府负责落实`);
  figure("responsibility cells", cells.length / (milliseconds(1, () => cells.forEach((raw) => parseResponsibility(raw, { level: "市" }))) / 1000), "cells/s", 20_000);
}

/**
 * What a check of a large ledger takes, in a process of its own: what stays afterwards for the next check, and the most
 * the process ever had. Run within a small heap, or the collector lets rubbish lie that it need not.
 */
export function benchMemory(): void {
  const rows = 50_000;
  const memory = emptyCheckMemory();
  const grid = gridOfValues("台账", ledgerValues(rows));
  check(inputOf(grid, [parentOf(500)]), memory);
  global.gc?.();
  figure(`kept after ${rows} rows x 500 tasks, sheet included`, process.memoryUsage().heapUsed / 2 ** 20, "MiB");
  figure(`memory of the process that checks ${rows} rows x 500 tasks, at most`, process.resourceUsage().maxRSS / 1024, "MiB", 500);
  // Both are still needed when the next cell is edited.
  if (!memory.reading || grid.values.length === 0) throw new Error("nothing was kept");
}
