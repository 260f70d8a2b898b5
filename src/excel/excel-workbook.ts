import type { Result } from "../core/result";
import type { HostFailure, Workbook } from "../core/workbook";
import { applyEdits } from "./apply-edits";
import { openCopy, readBytes } from "./bytes";
import { readFacts } from "./facts";
import { KeptParts } from "./kept-parts";
import { listSheets } from "./list-sheets";
import { readSheet } from "./read-sheet";
import { readSizes } from "./read-sizes";
import { excelTiming, makeRunExcel, type ExcelTiming } from "./run-excel";
import { readSelection, select } from "./select";
import { showReport } from "./show-report";
import { Trace, type TraceEntry } from "./trace";
import { OwnWrites, watchWorkbook, type LastSelected } from "./watch";

/** The port over Office.js, with what the diagnostics page shows. */
export interface ExcelWorkbook extends Workbook {
  /** The last calls with their round trips, times and failures; no cell contents. Newest last. */
  trace(): readonly TraceEntry[];
  /** Round trips since the workbook was opened. */
  roundTrips(): number;
}

/** The workbook that the add-in is open in. Office must be ready. */
export function excelWorkbook(timing: ExcelTiming = excelTiming): ExcelWorkbook {
  const trace = new Trace();
  const lastSelected: LastSelected = { address: undefined };
  const own = new OwnWrites();
  const run = makeRunExcel(trace, timing, () => lastSelected.address);
  const parts = new KeptParts(run);

  const traced = async <T>(name: string, work: () => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => {
    const before = trace.roundTrips;
    const start = performance.now();
    const result = await work();
    const failure = result.ok ? {} : { failure: `${result.error.code}: ${result.error.detail}` };
    trace.add({ name, roundTrips: trace.roundTrips - before, milliseconds: Math.round(performance.now() - start), ...failure });
    return result;
  };

  return {
    listSheets: () => traced("listSheets", () => listSheets(parts)),
    readSheet: (sheet) => traced("readSheet", () => readSheet(run, sheet)),
    readFacts: () => traced("readFacts", () => readFacts(run)),
    readSizes: (sheet) => traced("readSizes", () => readSizes(run, sheet)),
    applyEdits: (edits, journal, order) => traced("applyEdits", () => own.during(() => applyEdits(run, parts, edits, journal, order))),
    select: (sheet, at) => traced("select", () => select(run, sheet, at)),
    readSelection: () => traced("readSelection", () => readSelection(run)),
    showReport: (report) => traced("showReport", () => own.during(() => showReport(run, parts, report))),
    readParts: () => traced("readParts", () => parts.read()),
    writeParts: (list) => traced("writeParts", () => parts.write(list)),
    removeParts: (ids) => traced("removeParts", () => parts.remove(ids)),
    readBytes: () => traced("readBytes", () => readBytes(timing)),
    openCopy: (bytes) => traced("openCopy", () => openCopy(timing, bytes)),
    watch: (listener) => watchWorkbook(run, timing, own, lastSelected, listener),
    trace: () => trace.last,
    roundTrips: () => trace.roundTrips,
  };
}
