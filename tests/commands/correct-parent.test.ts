import { describe, expect, it } from "vitest";
import { checkSheet, correctParent, finalise, ignoreProblem, loadParent, setUnit } from "../../src/commands";
import { runCommand } from "../../src/commands/run-command";
import { valueOf } from "../contract/workbook-contract";
import { appOverFile, type AppOverFile } from "../support/app-over-file";
import { smallLedger } from "../support/small-ledger";

/** The deadline that counts stands in the last column; the label of another one takes it. */
const PARENT = [
  "云岭省2024年政务公开任务分工",
  "序号\t具体要求\t责任单位\t时限要求\t完成节点",
  "1\t公开年度财政预算和决算信息，并对变动较大的项目作出说明。\t省财政厅牵头，省政府各部门负责落实\t年底前\t3月底前",
  "2\t做好重要政策文件和解读材料的同步发布工作。\t省政府各部门负责落实\t年底前\t4月底前",
  "3\t公布养老机构备案和等级评定结果，按季度更新名录。\t省民政厅负责落实\t年底前\t5月底前",
].join("\n");

async function withParent(): Promise<AppOverFile> {
  const one = await appOverFile(await smallLedger());
  await one.run(setUnit, { unit: "省民政厅" });
  await one.run(checkSheet, undefined);
  await one.run(loadParent, { paste: { text: PARENT } });
  return one;
}

const parentOf = (one: AppOverFile) => one.app.session.get().parents[0]!;
const column = (one: AppOverFile, label: string) => parentOf(one).layout!.find((other) => other.label === label)!.column;
const looser = (one: AppOverFile) => one.problems().filter(({ ruleId }) => ruleId === "deadline-not-later").map(({ row }) => row);
const partIds = async (one: AppOverFile) => valueOf(await one.workbook.readParts()).map(({ id }) => id).filter((id) => id.startsWith("parent-"));

describe("a column of the parent set right", () => {
  it("is read again, kept in the old one's place, and checked against", async () => {
    const one = await withParent();
    expect(looser(one)).toEqual([]);
    const said = await one.run(correctParent, { fingerprint: parentOf(one).fingerprint, correction: { columns: { deadline: column(one, "完成节点") } } });
    expect(said).toMatch(/^已照您指定的重新读取 .*3项。$/u);
    expect(parentOf(one).tasks.map(({ deadline }) => deadline)).toEqual(["3月底前", "4月底前", "5月底前"]);
    expect(looser(one)).toEqual([4]);
    expect(await partIds(one)).toEqual([`parent-${parentOf(one).fingerprint}`]);
  });

  it("holds after closing, and can then be set right otherwise, or taken back", async () => {
    const one = await withParent();
    const first = parentOf(one);
    await one.run(correctParent, { fingerprint: first.fingerprint, correction: { columns: { deadline: column(one, "完成节点") } } });
    const again = await one.reopen();
    expect(parentOf(again)).toEqual(parentOf(one));
    expect(parentOf(again).correction).toBeDefined();
    await again.run(correctParent, { fingerprint: parentOf(again).fingerprint, correction: {} });
    expect(parentOf(again)).toEqual(first);
  });

  it("keeps what was decided against the same document", async () => {
    const one = await withParent();
    const [problem] = one.problems().filter(({ ruleId }) => ruleId === "deadline-recognisable");
    await one.run(ignoreProblem, { problemId: problem!.id, wholeKind: false, reason: "原文如此" });
    await one.run(correctParent, { fingerprint: parentOf(one).fingerprint, correction: { columns: { deadline: column(one, "完成节点") } } });
    expect(one.app.session.get().check!.outcome.result.ignored.map(({ problem: { id } }) => id)).toEqual([problem!.id]);
    const again = await one.reopen();
    await again.run(checkSheet, undefined);
    expect(again.app.session.get().check!.outcome.result.ignored).toHaveLength(1);
  });

  it("the year alone is checked against at once, though the tasks say the same", async () => {
    const one = await withParent();
    const { fingerprint } = parentOf(one);
    await one.run(correctParent, { fingerprint, correction: { columns: { deadline: column(one, "完成节点") } } });
    expect(looser(one)).toEqual([4]);
    await one.run(correctParent, { fingerprint: parentOf(one).fingerprint, correction: { ...parentOf(one).correction, year: 2025 } });
    expect(parentOf(one).tasks[2]!.due.due).toBe("2025-05-31");
    expect(looser(one)).toEqual([]);
  });

  it("that leaves no task is refused, and nothing is changed", async () => {
    const one = await withParent();
    const before = parentOf(one);
    const outcome = await runCommand(one.app, correctParent, { fingerprint: before.fingerprint, correction: { columns: { requirement: null } } });
    expect(outcome).toEqual({ ok: false, error: { from: "command", failure: { code: "correction-empty" } } });
    expect(parentOf(one)).toBe(before);
    expect(await partIds(one)).toEqual([`parent-${before.fingerprint}`]);
  });

  it("cannot be set right after 定稿, nor without what it was read from", async () => {
    const one = await withParent();
    const { fingerprint } = parentOf(one);
    const [part] = valueOf(await one.workbook.readParts()).filter(({ id }) => id.startsWith("parent-"));
    const stored = JSON.parse(part!.text!) as Record<string, unknown>;
    valueOf(await one.workbook.writeParts([{ id: part!.id, text: JSON.stringify({ ...stored, source: undefined }) }]));
    expect(await runCommand(one.app, correctParent, { fingerprint, correction: {} })).toMatchObject({ ok: false, error: { failure: { code: "parent-not-kept" } } });
    await one.run(finalise, undefined);
    expect(await runCommand(one.app, correctParent, { fingerprint, correction: {} })).toMatchObject({ ok: false, error: { failure: { code: "closed" } } });
  });
});
