import { describe, expect, it } from "vitest";
import { applyFill, applySuggestion, checkSheet, clearKeptData, finalise, ignoreProblem, loadParent, markKnown, setUnit, tidyFormat, undoEdits, unignoreProblem, writeReport } from "../../src/commands";
import { readJournal } from "../../src/core/edits/journal";
import { parentPart } from "../../src/core/kept/parent-part";
import { readParents } from "../../src/core/kept/read-parents";
import { valueOf } from "../contract/workbook-contract";
import { appOverFile, type AppOverFile } from "../support/app-over-file";
import { PARENT_TEXT, smallLedger } from "../support/small-ledger";

async function checked(bytes?: Uint8Array): Promise<AppOverFile> {
  const one = await appOverFile(bytes ?? (await smallLedger()));
  await one.run(checkSheet, undefined);
  return one;
}

const about = (one: AppOverFile, ruleId: string) => one.problems().filter((problem) => problem.ruleId === ruleId);
const result = (one: AppOverFile) => one.app.session.get().check!.outcome.result;

describe("不改（写明理由）", () => {
  it("one problem: gone from list and counts, listed with its reason, still so after closing", async () => {
    const one = await checked();
    const [problem] = about(one, "deadline-recognisable");
    const { warning } = result(one).counts;
    await one.run(ignoreProblem, { problemId: problem!.id, wholeKind: false, reason: " 原文如此 " });
    expect(about(one, "deadline-recognisable")).toEqual([]);
    expect(result(one).counts.warning).toBe(warning - 1);
    const again = await one.reopen();
    await again.run(checkSheet, undefined);
    expect(result(again).ignored.map(({ problem: { id }, reason }) => [id, reason])).toEqual([[problem!.id, "原文如此"]]);
    await again.run(unignoreProblem, { problem: problem!.id });
    expect(about(again, "deadline-recognisable").length).toBe(1);
  });

  it("a whole kind: also one that comes up later", async () => {
    const one = await checked();
    const [problem] = about(one, "deadline-recognisable");
    await one.run(ignoreProblem, { problemId: problem!.id, wholeKind: true, reason: "本单位习惯" });
    valueOf(await one.workbook.typeInto("台账", { row: 7, column: 3 }, "月地前"));
    await one.run(checkSheet, undefined);
    expect(about(one, "deadline-recognisable")).toEqual([]);
    expect(result(one).ignored.filter(({ problem: { ruleId } }) => ruleId === "deadline-recognisable").length).toBe(2);
  });

  it("needs a reason", async () => {
    const one = await checked();
    const [problem] = about(one, "deadline-recognisable");
    expect(await one.run(ignoreProblem, { problemId: problem!.id, wholeKind: false, reason: "  " })).toBe("请写明不改的理由。");
    expect(about(one, "deadline-recognisable")).toEqual([problem]);
  });

  it("a text that has changed since is looked at anew", async () => {
    const one = await checked();
    await one.run(ignoreProblem, { problemId: about(one, "deadline-recognisable")[0]!.id, wholeKind: false, reason: "原文如此" });
    valueOf(await one.workbook.typeInto("台账", { row: 3, column: 3 }, "年第前"));
    await one.run(checkSheet, undefined);
    expect(about(one, "deadline-recognisable").length).toBe(1);
  });

  it("does not carry over to a new parent", async () => {
    const one = await checked();
    await one.run(ignoreProblem, { problemId: about(one, "deadline-recognisable")[0]!.id, wholeKind: false, reason: "原文如此" });
    expect(about(one, "deadline-recognisable")).toEqual([]);
    await one.run(loadParent, { paste: { text: PARENT_TEXT } });
    // Decided when there was no parent: it still holds.
    expect(about(one, "deadline-recognisable")).toEqual([]);
    const other = await one.reopen();
    await other.run(checkSheet, undefined);
    await other.run(unignoreProblem, { problem: result(other).ignored[0]!.problem.id });
    await other.run(ignoreProblem, { problemId: about(other, "deadline-recognisable")[0]!.id, wholeKind: false, reason: "对照上级，原文如此" });
    await other.run(loadParent, { paste: { text: PARENT_TEXT.replace("年底前", "9月底前").replace("统一", "规范") } });
    expect(about(other, "deadline-recognisable").length).toBe(1);
  });
});

describe("已知问题，本次不提示", () => {
  it("hides from the list, never from the verdict", async () => {
    const one = await checked();
    const { counts, verdict } = result(one);
    expect(counts.error).toBeGreaterThan(0);
    await one.run(markKnown, undefined);
    expect(one.problems()).toEqual([]);
    expect(result(one).counts).toEqual(counts);
    expect(result(one).verdict).toBe(verdict);
    valueOf(await one.workbook.typeInto("台账", { row: 7, column: 3 }, "月地前"));
    await one.run(checkSheet, undefined);
    expect(one.problems().map(({ ruleId }) => ruleId)).toContain("deadline-recognisable");
  });
});

it("a change by the user makes the result stale, ours does not", async () => {
  const one = await checked();
  await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
  expect(one.app.session.get().check?.stale).toBe(false);
  valueOf(await one.workbook.typeInto("台账", { row: 7, column: 2 }, "信息中心"));
  expect(one.app.session.get().check?.stale).toBe(true);
});

describe("what is kept with the file", () => {
  it("gives the parent back as it was read", async () => {
    const one = await checked();
    await one.run(loadParent, { paste: { text: PARENT_TEXT } });
    const [before] = one.app.session.get().parents;
    const again = await one.reopen();
    expect(again.app.session.get().parents).toEqual([before]);
    expect(readParents([parentPart(before!)]).parents).toEqual([{ ...before, correctable: undefined }]);
  });

  it("loading the same document again does not keep it twice", async () => {
    const one = await checked();
    await one.run(loadParent, { paste: { text: PARENT_TEXT } });
    await one.run(loadParent, { paste: { text: PARENT_TEXT } });
    expect((await one.reopen()).app.session.get().parents.length).toBe(1);
  });

  it("a damaged record is told, the others still hold, and the next writing works", async () => {
    const one = await checked();
    await one.run(setUnit, { unit: "某县民政局" });
    await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
    const saved = await one.workbook.save();
    const text = Buffer.from(saved);
    expect(text.length).toBeGreaterThan(0);
    valueOf(await one.workbook.writeParts([{ id: "journal-000001", text: "{" }]));
    const again = await one.reopen();
    const parts = valueOf(await again.workbook.readParts());
    expect(readJournal(parts).damaged).toEqual(["journal-000001"]);
    expect(again.app.session.get().choices.unit).toBe("某县民政局");
    await again.run(checkSheet, undefined);
    await again.run(applySuggestion, { problemId: about(again, "year-current")[0]!.id, index: 0 });
    expect(again.app.session.get().journal.map(({ id }) => id)).toEqual(["journal-000002"]);
    expect(await again.run(undoEdits, { entry: "all" })).toBe("恢复了 1 处。");
  });

  it("定稿 closes: nothing is taken back or decided any more, but checking and reporting go on", async () => {
    const one = await checked();
    await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
    await one.run(finalise, undefined);
    const again = await one.reopen();
    await expect(again.run(undoEdits, { entry: "all" })).rejects.toThrow("已经定稿");
    await again.run(checkSheet, undefined);
    await expect(again.run(markKnown, undefined)).rejects.toThrow("已经定稿");
    expect(await again.run(writeReport, undefined)).toBe("已写好“检查情况表”。");
  });

  it("清除本工具数据 leaves no record, and the cells as they are", async () => {
    const one = await checked();
    await one.run(loadParent, { paste: { text: PARENT_TEXT } });
    await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
    const cells = valueOf(await one.workbook.readSheet("台账")).values;
    await one.run(clearKeptData, undefined);
    expect(valueOf(await one.workbook.readParts())).toEqual([]);
    expect(valueOf(await one.workbook.readSheet("台账")).values).toEqual(cells);
    await expect((await one.reopen()).run(undoEdits, { entry: "all" })).rejects.toThrow("本工具没有改过这份表。");
  });
});

describe("taking back beside a user who goes on working", () => {
  it("finds the row again after the user inserted rows above, and refuses a cell he has changed", async () => {
    const one = await checked();
    await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
    await one.run(applySuggestion, { problemId: about(one, "year-current")[0]!.id, index: 0 });
    expect(valueOf(await one.workbook.readSheet("台账")).values[3]![3]).toBe("年底前");
    valueOf(await one.workbook.applyEdits([{ kind: "insertRows", sheet: "台账", row: 2, count: 2, values: [[7, "发布年度工作报告，公开主要数据。", "办公室", "1月底前"], [8, "开展政府开放日活动，邀请群众代表参加。", "办公室", "9月底前"]] }]));
    valueOf(await one.workbook.typeInto("台账", { row: 7, column: 3 }, "11月底前"));
    const again = await one.reopen();
    expect(await again.run(undoEdits, { entry: "all" })).toBe("恢复了 1 处。没有恢复：1 处内容已被改过。");
    const { values } = valueOf(await again.workbook.readSheet("台账"));
    expect([values[5]![3], values[7]![3]]).toEqual(["年地前", "11月底前"]);
  });

  it("last takes one writing back, all the rest", async () => {
    const one = await checked();
    await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
    await one.run(applySuggestion, { problemId: about(one, "year-current")[0]!.id, index: 0 });
    await one.run(undoEdits, { entry: "last" });
    let { values } = valueOf(await one.workbook.readSheet("台账"));
    expect([values[3]![3], values[5]![3]]).toEqual(["年底前", "2023年底前"]);
    const again = await one.reopen();
    await again.run(undoEdits, undefined);
    values = valueOf(await again.workbook.readSheet("台账")).values;
    expect([values[3]![3], values[5]![3]]).toEqual(["年地前", "2023年底前"]);
    await expect(again.run(undoEdits, undefined)).rejects.toThrow("本工具没有改过这份表。");
  });

  it("one item of a writing, by its number", async () => {
    const one = await appOverFile(await smallLedger((rows) => {
      rows[2]![1] = "公开年度财政预算 和决算信息，并对变动较大的项目作出说明。";
      rows[5]![1] = "及时办理政府信息公开申请,使用统一的答复文书。";
    }));
    await one.run(checkSheet, undefined);
    await one.run(tidyFormat, undefined);
    const [entry] = one.app.session.get().journal;
    expect(entry!.inverses.length).toBeGreaterThanOrEqual(1);
    await one.run(undoEdits, { entry: entry!.id, item: 0 });
    const again = await one.reopen();
    expect(again.app.session.get().journal[0]!.undone).toEqual([0]);
  });
});

it("a command over a problem that is gone says so and writes nothing", async () => {
  const one = await checked();
  expect(await one.run(applySuggestion, { problemId: "nowhere", index: 0 })).toBe("这个问题已经不在了。");
  await expect(one.run(applyFill, { itemIds: ["x"] })).rejects.toThrow("没有可以填的空格。");
  expect(one.app.session.get().journal).toEqual([]);
});
