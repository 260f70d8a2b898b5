import { createEngine } from "../../src/commands/engine-inline";
import { checkSheet } from "../../src/commands";
import { checkInput } from "../../src/commands/refresh-check";
import { runCommand } from "../../src/commands/run-command";
import type { Edit } from "../../src/core/edits/edit";
import { startOffice } from "../excel-host/transport/start-office";
import { appOverExcel } from "../support/app-over-excel";
import { figure } from "./bench";
import { ledgerValues } from "./generated-ledger";

const TIMING = { answerWithin: 600_000, busyPauses: [] };
const TODAY = "2024-06-01";
const SHEET = "台账";

/**
 * Round trips, and our own time, through Microsoft's real office.js over the simulated Excel. What passes while a request
 * is under way (office.js and the host) is not ours and is measured apart.
 */
export async function benchExcel(): Promise<void> {
  const office = await startOffice();
  const waited = countWaiting();

  for (const rows of [52, 5_000, 10_000]) {
    office.open({ sheets: [{ name: SHEET, values: ledgerValues(rows) }] });
    const { app } = appOverExcel(TIMING, TODAY);
    const before = app.roundTrips();
    const outcome = await runCommand(app, checkSheet, undefined);
    if (!outcome?.ok) throw new Error("the check failed");
    figure(`round trips of a check, ${rows} rows x 8`, app.roundTrips() - before, "requests", ...(rows === 52 ? [3] : []));
  }

  office.open({ sheets: [{ name: SHEET, values: ledgerValues(10_000) }] });
  const one = appOverExcel(TIMING, TODAY);
  // The two readings of a check one after the other, so that the time between requests is all ours.
  const reading = await own(waited, async () => {
    const sheets = await one.workbook.listSheets();
    const grid = await one.workbook.readSheet(SHEET);
    if (!sheets.ok || !grid.ok) throw new Error("reading failed");
    return { sheets: sheets.value, grid: grid.value };
  });
  const checks: number[] = [];
  for (let run = 0; run < 3; run++) {
    global.gc?.();
    checks.push((await own(waited, () => createEngine().check(checkInput(one.app, reading.value)))).own);
  }
  const check = checks.sort((a, b) => a - b)[1]!;
  figure("10000 rows x 8 read through office.js: our own time", reading.own, "ms");
  figure("10000 rows x 8 read through office.js: office.js and the simulated host", reading.waiting, "ms");
  figure("10000 rows x 8 read and checked without parent: our own time", reading.own + check, "ms", 1_000);

  office.open({ sheets: [{ name: SHEET, values: ledgerValues(5_000) }] });
  const { workbook } = appOverExcel(TIMING, TODAY);
  await workbook.readParts();
  const edits = Array.from({ length: 5_000 }, (_, index): Edit => ({ kind: "setCell", sheet: SHEET, at: { row: index + 2, column: 7 }, before: null, after: `第${index + 1}项已核对` }));
  const before = workbook.roundTrips();
  const writing = await own(waited, () => workbook.applyEdits(edits, (inverses) => [{ id: "journal-000001", text: JSON.stringify(inverses) }]));
  if (!writing.value.ok || writing.value.value.written.length !== edits.length) throw new Error("writing failed");
  figure("round trips of writing 5000 edits", workbook.roundTrips() - before, "requests", 3);
  figure("5000 edits written through office.js: our own time", writing.own, "ms");
}

interface Waiting {
  milliseconds: number;
}

/** Adds up the time in which requests are under way; they must not overlap. */
function countWaiting(): Waiting {
  const waiting: Waiting = { milliseconds: 0 };
  const { prototype } = OfficeExtension.ClientRequestContext as unknown as { readonly prototype: { sync: (this: unknown, passed?: unknown) => Promise<unknown> } };
  const { sync } = prototype;
  prototype.sync = async function (passed) {
    const start = performance.now();
    try {
      return await sync.call(this, passed);
    } finally {
      waiting.milliseconds += performance.now() - start;
    }
  };
  return waiting;
}

async function own<T>(waited: Waiting, work: () => Promise<T>): Promise<{ readonly value: T; readonly own: number; readonly waiting: number }> {
  const [start, before] = [performance.now(), waited.milliseconds];
  const value = await work();
  const waiting = waited.milliseconds - before;
  return { value, own: performance.now() - start - waiting, waiting };
}
