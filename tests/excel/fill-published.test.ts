import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyFill, checkSheet, clearKeptData, enrichSheet, fillUnits, loadParent, replaceUnit, setUnit, undoEdits } from "../../src/commands";
import { loadKept } from "../../src/commands/kept";
import type { Command } from "../../src/commands/command";
import type { App } from "../../src/commands/app";
import { runCommand } from "../../src/commands/run-command";
import type { Enrichment } from "../../src/core/fill/enrichment";
import type { SetCellEdit } from "../../src/core/edits/edit";
import { valueAt } from "../../src/core/grid/sheet-grid";
import { readLedger } from "../../src/core/ledger/read-ledger";
import { newXlsx } from "../../src/xlsx/new-xlsx";
import { openXlsx } from "../../src/xlsx/xlsx-workbook";
import { lastYearsLedger } from "../core/fill/reworded";
import { dumpBook } from "../excel-host/model/dump";
import { startOffice } from "../excel-host/transport/start-office";
import { appOverExcel } from "../support/app-over-excel";

const office = await startOffice();
const TIMING = { answerWithin: 10_000, busyPauses: [1, 1] };
const corpus = process.env["TAIZHANG_CORPUS"];
const seed = (name: string) => new Uint8Array(readFileSync(join(corpus!, "seeds", name)));

/** A published ledger with its units taken out; what they were; and last year's in other words. */
async function blankedSeed(name: string) {
  const opened = await openXlsx(seed(name), name);
  if (!opened.ok) throw new Error(opened.error.code);
  const grid = await opened.value.readSheet();
  const read = grid.ok ? readLedger({ grid: grid.value }) : grid;
  if (!grid.ok || !read.ok) throw new Error("the seed cannot be read");
  const places = new Map(read.value.rows.map((row) => [row.cells.units!.at.row, row.cells.units!.at]));
  const truth = new Map([...places].map(([row, at]) => [row, valueAt(grid.value, row, at.column)]));
  await opened.value.applyEdits([...places.values()].map((at): SetCellEdit => ({ kind: "setCell", sheet: grid.value.sheet, at, before: valueAt(grid.value, at.row, at.column), after: null })));
  return { bytes: await opened.value.save(), truth, old: await newXlsx([lastYearsLedger(read.value)]) };
}

async function press<Args>(app: App, command: Command<Args>, args: Args): Promise<void> {
  expect(await runCommand(app, command, args)).toMatchObject({ ok: true });
}

describe.skipIf(!corpus)("published ledgers in Excel, through the real office.js", () => {
  it.each([["anhui-civil-affairs-2021-ledger.xlsx", "省民政厅"], ["huainan-office-2021-division.xlsx", "市政府办公室"]])("%s: filled, enriched, a 处室 replaced, and all taken back", async (name, unit) => {
    const { bytes, truth, old } = await blankedSeed(name);
    const host = office.open({ sheets: [], bytes, fileName: name });
    const before = dumpBook(host.book).sheets;
    const { app } = appOverExcel(TIMING, "2021-06-01");
    await loadKept(app);
    await press(app, loadParent, { bytes: seed("anhui-2021-division.docx"), fileName: "上级.docx" });
    await press(app, setUnit, { unit });
    await press(app, checkSheet, undefined);

    await press(app, fillUnits, { source: { kind: "file", bytes: old, fileName: "去年.xlsx" } });
    const proposed = app.session.get().proposal!.items.filter(({ field }) => field === "units");
    const sure = proposed.filter(({ confidence }) => confidence === "sure");
    const isRight = ({ at, after }: (typeof proposed)[number]) => after === truth.get(at.row);
    expect(sure.filter((item) => !isRight(item))).toEqual([]);
    expect(proposed.filter(isRight).length).toBeGreaterThanOrEqual(Math.ceil(truth.size * 0.95));
    await press(app, applyFill, { itemIds: sure.map(({ id }) => id) });

    const names: Enrichment[] = ["split-roles", "lamp", "parent-seq", "parent-deadline", "progress", "renumber", "fill-levels", "lists"];
    await press(app, enrichSheet, { names });
    const enriched = dumpBook(host.book).sheets[0]!;
    expect(enriched.conditionalFormats).toHaveLength(3);
    expect(enriched.validations.length).toBeGreaterThanOrEqual(2);

    const { ledger } = app.session.get().check!.outcome.result;
    const [office1] = await app.engine.unitNames(ledger);
    await press(app, replaceUnit, { from: office1!, to: "综合保障处" });
    await press(app, applyFill, { itemIds: app.session.get().proposal!.items.map(({ id }) => id) });
    expect((await app.engine.unitNames(app.session.get().check!.outcome.result.ledger)).includes("综合保障处")).toBe(true);

    await press(app, undoEdits, { entry: "all" });
    await press(app, clearKeptData, undefined);
    expect(dumpBook(host.book).sheets).toEqual(before);
  });
});
