import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { applySuggestion, checkSheet, copyVerdict, ignoreProblem, loadParent, matchParent, savePublic, saveSubmission, setUnit, tidyFormat, undoEdits, writeMatchSheet, writeReport } from "../../src/commands";
import { KEPT_NAMESPACE } from "../../src/core/kept/kept-part";
import { valueOf } from "../contract/workbook-contract";
import { appOverFile, type AppOverFile } from "../support/app-over-file";
import { PARENT_TEXT, smallLedger } from "../support/small-ledger";
import { packageFaults } from "../xlsx/package-faults";

const everything = (bytes: Uint8Array): string => Object.entries(unzipSync(bytes)).map(([path, part]) => `${path}\n${new TextDecoder().decode(part)}`).join("\n");
const about = (one: AppOverFile, ruleId: string) => one.problems().filter((problem) => problem.ruleId === ruleId);

/** A file that was checked, changed, taken back, decided about, matched and reported on. */
async function muchEdited(): Promise<AppOverFile> {
  const one = await appOverFile(await smallLedger());
  await one.run(checkSheet, undefined);
  await one.run(setUnit, { unit: "某县民政局" });
  await one.run(loadParent, { paste: { text: PARENT_TEXT } });
  await one.run(matchParent, undefined);
  await one.run(writeMatchSheet, undefined);
  await one.run(applySuggestion, { problemId: about(one, "deadline-recognisable")[0]!.id, index: 0 });
  await one.run(applySuggestion, { problemId: about(one, "year-current")[0]!.id, index: 0 });
  await one.run(undoEdits, { entry: "last" });
  await one.run(applySuggestion, { problemId: about(one, "year-current")[0]!.id, index: 0 });
  await one.run(ignoreProblem, { problemId: one.problems().find(({ severity }) => severity === "error")!.id, wholeKind: false, reason: "局办公会另定" });
  await one.run(tidyFormat, undefined);
  await one.run(writeReport, undefined);
  await one.run(checkSheet, undefined);
  return one;
}

describe("检查情况表", () => {
  it("says verdict, places, levels, what, why, how, reasons and what was not checked", async () => {
    const one = await appOverFile(await smallLedger());
    await one.run(checkSheet, undefined);
    const { result } = one.app.session.get().check!.outcome;
    const [first] = result.problems.filter(({ severity }) => severity === "error");
    await one.run(ignoreProblem, { problemId: first!.id, wholeKind: false, reason: "局办公会另定" });
    await one.run(writeReport, undefined);
    const { problems, ignored, notChecked, counts } = one.app.session.get().check!.outcome.result;
    const { texts } = valueOf(await one.workbook.readSheet("检查情况表"));
    const lines = texts.map((row) => row.join("｜"));
    expect(lines.filter((line) => line.includes(`必改 ${counts.error} 处，请核对 ${counts.warning} 处，可改 ${counts.info} 处；另有 1 处写明理由不改`)).length).toBe(1);
    for (const problem of problems) expect(lines.some((line) => line.includes(problem.message) && line.includes(problem.why) && line.includes(problem.how))).toBe(true);
    expect(lines.some((line) => line.includes(ignored[0]!.problem.message) && line.includes("不改：局办公会另定"))).toBe(true);
    expect(notChecked.length).toBeGreaterThan(0);
    for (const { title } of notChecked) expect(lines.some((line) => line.includes(title))).toBe(true);
    expect(lines.at(-1)).toContain("不代替审核签批");
    expect(lines.some((line) => line.includes("2024年5月8日 16:52") && line.includes("规则版本"))).toBe(true);
  });

  it("is refilled, not added again, and is no ledger to be checked", async () => {
    const one = await muchEdited();
    await one.run(writeReport, undefined);
    const again = await one.reopen();
    await again.run(checkSheet, undefined).catch(() => "");
    const names = valueOf(await again.workbook.listSheets()).filter(({ ours }) => ours).map(({ name }) => name);
    expect(names.sort()).toEqual(["对照表", "检查情况表"]);
  });

  it("a check with nothing stale is not run twice; a stale one is run again", async () => {
    const one = await appOverFile(await smallLedger());
    await one.run(checkSheet, undefined);
    valueOf(await one.workbook.typeInto("台账", { row: 3, column: 3 }, "年底前"));
    await one.run(writeReport, undefined);
    const { texts } = valueOf(await one.workbook.readSheet("检查情况表"));
    expect(texts.flat().join()).not.toContain("年地前");
  });
});

describe("存报送稿", () => {
  it("of a much-edited file holds no byte of the journal, of our sheets or our records", async () => {
    const one = await muchEdited();
    expect(everything(await one.workbook.save())).toContain(KEPT_NAMESPACE);
    await one.run(saveSubmission, undefined);
    const [[name, copy]] = [...one.copies] as [[string, Uint8Array]];
    expect(name).toBe("台账（报送稿）.xlsx");
    const text = everything(copy);
    for (const word of [KEPT_NAMESPACE, "taizhang", "journal-", "our-sheets", "choices", "检查情况表", "对照表", "局办公会另定", "年地前", "2023年底前"]) expect(text).not.toContain(word);
    expect(packageFaults(copy)).toEqual([]);
    // The file itself keeps everything.
    expect((await one.reopen()).app.session.get().journal.length).toBeGreaterThan(1);
    const opened = await appOverFile(copy);
    expect(valueOf(await opened.workbook.readSheet()).values).toEqual(valueOf(await one.workbook.readSheet("台账")).values);
  });
});

describe("存公开稿", () => {
  const withMobile = () => smallLedger((rows) => void (rows[3]![4] = "联系人王某某，13812345678"));

  it("is refused while a mobile number stands, shows what stands against it, and is saved once it is dealt with", async () => {
    const one = await appOverFile(await withMobile());
    await expect(one.run(savePublic, undefined)).rejects.toThrow("还有1处不宜公开的内容");
    expect([...one.copies]).toEqual([]);
    const [problem] = about(one, "mobile-number-withheld");
    expect(problem?.severity).toBe("error");
    await one.run(applySuggestion, { problemId: problem!.id, index: 0 });
    // The list stays that of publishing.
    expect(one.app.session.get().check?.scope).toBe("public");
    expect(one.problems().map(({ ruleId }) => ruleId).filter((id) => id.startsWith("deadline"))).toEqual([]);
    await one.run(savePublic, undefined);
    const [[name, copy]] = [...one.copies] as [[string, Uint8Array]];
    expect(name).toBe("台账（公开稿）.xlsx");
    const text = everything(copy);
    expect(text).toContain("138****5678");
    for (const word of ["13812345678", KEPT_NAMESPACE, "journal-"]) expect(text).not.toContain(word);
  });

  it("a reason lets it pass", async () => {
    const one = await appOverFile(await withMobile());
    await expect(one.run(savePublic, undefined)).rejects.toThrow();
    await one.run(ignoreProblem, { problemId: about(one, "mobile-number-withheld")[0]!.id, wholeKind: false, reason: "已公布的值班手机" });
    await one.run(savePublic, undefined);
    expect(one.copies.size).toBe(1);
  });

  it("a report afterwards is that of the ordinary check", async () => {
    const one = await appOverFile(await withMobile());
    await expect(one.run(savePublic, undefined)).rejects.toThrow();
    await one.run(writeReport, undefined);
    expect(valueOf(await one.workbook.readSheet("检查情况表")).texts.flat().join()).toContain("年地前");
  });
});

it("复制结论 is one line that names the places", async () => {
  const one = await appOverFile(await smallLedger());
  await one.run(checkSheet, undefined);
  await one.run(copyVerdict, undefined);
  expect(one.copied.length).toBe(1);
  expect(one.copied[0]).toMatch(/^《某县民政局2024年政务公开工作台账》共 6 项，必改 \d+ 处，请核对 \d+ 处：.*第4行时限/u);
});
