import { describe, expect, it } from "vitest";
import { applySuggestion, checkSheet, finalise, ignoreProblem, undoEdits, writeReport } from "../../src/commands";
import { recheckQuietly } from "../../src/commands/refresh-check";
import { verdictSentence } from "../../src/strings/verdict";
import { valueOf } from "../contract/workbook-contract";
import { appOverFile, type AppOverFile } from "../support/app-over-file";
import { smallLedger } from "../support/small-ledger";

async function checked(): Promise<AppOverFile> {
  const one = await appOverFile(await smallLedger());
  await one.run(checkSheet, undefined);
  return one;
}

const slip = (one: AppOverFile) => one.problems().find(({ ruleId }) => ruleId === "deadline-recognisable")!;
const counts = (one: AppOverFile) => one.app.session.get().check!.outcome.result.counts;
const remembered = (one: AppOverFile) => one.app.session.get().remembered;
const type = async (one: AppOverFile, row: number, column: number, value: string) => valueOf(await one.workbook.typeInto("台账", { row, column }, value));

describe("a file that is opened again", () => {
  it("says what was found last, and that nothing has changed since", async () => {
    const one = await checked();
    await one.run(writeReport, undefined);
    const again = await one.reopen();
    expect(remembered(again)).toEqual({ sheet: "台账", time: expect.any(String) as string, verdict: verdictSentence(one.app.session.get().check!.outcome.result), ...counts(one), changed: 0 });
  });

  it("says what was found after the last change of ours, and how many cells were changed since", async () => {
    const one = await checked();
    await one.run(applySuggestion, { problemId: slip(one).id, index: 0 });
    const found = counts(one);
    await type(one, 3, 2, "信息中心");
    await type(one, 7, 3, "12月底前");
    await recheckQuietly(one.app);
    const again = await one.reopen();
    expect(remembered(again)).toMatchObject({ ...found, changed: 2 });
  });

  it("remembers what stands after a decision, and after taking back", async () => {
    const one = await checked();
    await one.run(ignoreProblem, { problemId: slip(one).id, wholeKind: false, reason: "原文如此" });
    expect(remembered(await one.reopen())).toMatchObject({ ...counts(one), changed: 0 });
    const [problem] = one.problems().filter(({ ruleId }) => ruleId === "year-current");
    await one.run(applySuggestion, { problemId: problem!.id, index: 0 });
    await one.run(undoEdits, undefined);
    expect(remembered(await one.reopen())).toMatchObject({ ...counts(one), changed: 0 });
  });

  it("says nothing when nothing of ours was ever written", async () => {
    const one = await checked();
    expect(valueOf(await one.workbook.readParts())).toEqual([]);
    expect(remembered(await one.reopen())).toBeNull();
  });

  it("says nothing of a sheet that is gone", async () => {
    const one = await checked();
    await one.run(writeReport, undefined);
    const { lastCheck, ...choices } = one.app.session.get().choices;
    valueOf(await one.workbook.writeParts([{ id: "choices", text: JSON.stringify({ ...choices, lastCheck: { ...lastCheck, sheet: "别的表" } }) }]));
    expect(remembered(await one.reopen())).toBeNull();
  });

  it("does not count further once somebody types, and forgets with the first check", async () => {
    const one = await checked();
    await one.run(writeReport, undefined);
    const again = await one.reopen();
    await type(again, 3, 2, "信息中心");
    expect(remembered(again)!.changed).toBeNull();
    await again.run(checkSheet, undefined);
    expect(remembered(again)).toBeNull();
  });

  it("after 定稿 what stood then stays", async () => {
    const one = await checked();
    await one.run(writeReport, undefined);
    await one.run(finalise, undefined);
    expect(remembered(await one.reopen())).toMatchObject({ ...counts(one), changed: 0 });
  });
});
