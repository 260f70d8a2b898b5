import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyFix, applySuggestion, checkSheet, clearKeptData, showChange, tidyFormat, undoEdits } from "../../src/commands";
import { appOverFile, type AppOverFile } from "../support/app-over-file";
import { dumpOfXlsx } from "../excel-host/xlsx/book-file";
import { smallLedger } from "../support/small-ledger";
import { packageFaults } from "../xlsx/package-faults";

const samples = join(import.meta.dirname, "../../assets/samples");
const corpus = process.env["TAIZHANG_CORPUS"];
const seeds = corpus === undefined ? "" : join(corpus, "seeds");
const published = corpus === undefined ? [] : readdirSync(seeds).filter((name) => name.endsWith(".xlsx"));

/** Everything that stands in the file, cell by cell, style by style; our own records aside. */
async function dumped(one: AppOverFile): Promise<unknown> {
  const copy = await one.reopen();
  await copy.run(clearKeptData, undefined);
  return dumpOfXlsx(await copy.workbook.save());
}

/** Presses every button that changes something: the sure changes together, then one by one every certain change and every first suggestion. */
async function changeAll(one: AppOverFile): Promise<number> {
  let writings = 0;
  const tried = new Set<string>();
  await one.run(tidyFormat, undefined);
  for (let step = 0; step < 60; step++) {
    const next = one.problems().find(({ id, fix, suggestions }) => !tried.has(id) && (fix !== null || suggestions.some(({ edits }) => edits.length > 0)));
    if (!next) break;
    tried.add(next.id);
    if (next.fix) await one.run(applyFix, { problemIds: [next.id] });
    else await one.run(applySuggestion, { problemId: next.id, index: next.suggestions.findIndex(({ edits }) => edits.length > 0) });
    writings++;
  }
  return writings;
}

async function changedAndTakenBack(bytes: Uint8Array, today: string, least: number): Promise<void> {
  const one = await appOverFile(bytes, today);
  const before = await dumped(one);
  await one.run(checkSheet, undefined);
  await changeAll(one);
  const entries = one.app.session.get().journal.length;
  expect(entries).toBeGreaterThanOrEqual(least);
  if (entries > 0) expect(await dumped(one)).not.toEqual(before);
  const saved = await one.workbook.save();
  expect(packageFaults(saved)).toEqual(packageFaults(bytes));
  // Closed, opened by somebody else on another day, everything taken back.
  const again = await one.reopen();
  expect(again.app.session.get().journal.length).toBe(entries);
  if (entries > 0) expect(await again.run(undoEdits, { entry: "all" })).not.toContain("没有恢复");
  expect(await dumped(again)).toEqual(before);
  expect(packageFaults(await again.workbook.save())).toEqual(packageFaults(bytes));
}

describe("every change we offer, taken back after closing, gives the identical workbook", () => {
  it("the shipped sample", () => changedAndTakenBack(new Uint8Array(readFileSync(join(samples, "ledger.xlsx"))), "2024-05-08", 4));

  it.skipIf(!corpus).each(published.length > 0 ? published : ["none"])("%s", (name) => changedAndTakenBack(new Uint8Array(readFileSync(join(seeds, name))), "2021-06-01", name.includes("pasted") ? 1 : 0));
});

describe("jumping to what was changed", () => {
  const changedDeadline = async () => {
    const one = await appOverFile(await smallLedger());
    await one.run(checkSheet, undefined);
    const [problem] = one.problems().filter(({ ruleId }) => ruleId === "deadline-recognisable");
    await one.run(applySuggestion, { problemId: problem!.id, index: 0 });
    return { one, entry: one.app.session.get().journal[0]!.id };
  };
  const selected = async (one: AppOverFile) => {
    const selection = await one.workbook.readSelection();
    return selection.ok && selection.value ? [selection.value.top, selection.value.left] : null;
  };

  it("goes to the cell, also when its row has moved", async () => {
    const { one, entry } = await changedDeadline();
    expect(await one.run(showChange, { entry, item: 0 })).toBe("");
    expect(await selected(one)).toEqual([3, 3]);
    await one.workbook.applyEdits([{ kind: "insertRows", sheet: "台账", row: 2, count: 2, values: [] }]);
    await one.run(showChange, { entry, item: 0 });
    expect(await selected(one)).toEqual([5, 3]);
  });

  it("says so when the row is gone", async () => {
    const { one, entry } = await changedDeadline();
    await one.workbook.applyEdits([{ kind: "setCell", sheet: "台账", at: { row: 3, column: 1 }, before: "做好重要政策文件和解读材料的同步发布工作。", after: "另一件事情，与原来的不同。" }]);
    expect(await one.run(showChange, { entry, item: 0 })).toBe("找不到改过的那一行了，可能已删去或改写。");
    expect(await one.run(showChange, { entry: "journal-999999", item: 0 })).toBe("找不到改过的那一行了，可能已删去或改写。");
  });
});
