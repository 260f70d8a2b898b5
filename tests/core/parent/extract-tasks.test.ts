import { describe, expect, test } from "vitest";
import { extractTasks } from "../../../src/core/parent/extract-tasks";
import type { ParentDocument } from "../../../src/core/parent/parent-document";

function read(rows: readonly (readonly string[])[]): ParentDocument {
  const parent = extractTasks([{ kind: "table", sheet: "", values: rows, texts: rows, merges: [] }]);
  if (!parent.ok) throw new Error(parent.error.code);
  return parent.value;
}

describe("extractTasks", () => {
  test("an empty document and one without tasks are told apart", () => {
    expect(extractTasks([])).toEqual({ ok: false, error: { code: "document-empty" } });
    expect(extractTasks([{ kind: "paragraph", text: " ", heading: false }])).toEqual({ ok: false, error: { code: "document-empty" } });
    expect(extractTasks([{ kind: "paragraph", text: "今天下午三点在二楼会议室开会，请准时参加。", heading: false }])).toEqual({ ok: false, error: { code: "no-tasks" } });
    const contacts = [["单位", "联系人", "电话"], ["市教育局", "张宁", "0000"]];
    expect(extractTasks([{ kind: "table", sheet: "", values: contacts, texts: contacts, merges: [] }])).toEqual({ ok: false, error: { code: "no-tasks" } });
  });

  test("responsibility and deadline are read with the document's year and level", () => {
    const [task] = read([["某市2026年重点任务分工", "", "", ""], ["序号", "具体任务", "责任单位", "完成时限"], ["1", "开展联合检查。", "市发展改革委牵头，财政局配合", "6月底前"], ["2", "公布检查结果。", "市财政局", "年底前"]]).tasks;
    expect(task?.responsibility.groups.map((group) => `${group.role} ${group.units.map((unit) => unit.name).join("、")}`)).toEqual(["lead 市发展改革委", "cooperate 市财政局"]);
    expect(task?.due).toMatchObject({ kind: "date", due: "2026-06-30" });
  });

  test("the year given by the user outranks the document's", () => {
    const rows = [["2026年重点任务分工", "", "", ""], ["序号", "具体任务", "责任单位", "完成时限"], ["1", "开展联合检查。", "市财政局", "6月底前"]];
    const parent = extractTasks([{ kind: "table", sheet: "", values: rows, texts: rows, merges: [] }], { year: 2027 });
    expect(parent.ok && parent.value.tasks[0]?.due.due).toBe("2027-06-30");
  });

  test.each([
    [["江淮省2026年数字政府建设任务分工", "（2026—2028年）"], "江淮省2026年数字政府建设任务分工（2026—2028年）"],
    [["江淮省数字政府建设任务分工", "2026年5月"], "江淮省数字政府建设任务分工"],
    [["江淮省2026年数字政府建设工作要点", "目　录"], "江淮省2026年数字政府建设工作要点"],
  ])("the title among %j", (lines, title) => {
    const table = [["序号", "具体任务", "责任单位"], ["1", "开展联合检查。", "市财政局"]];
    const parent = extractTasks([...lines.map((text) => ({ kind: "paragraph" as const, text, heading: false })), { kind: "table", sheet: "", values: table, texts: table, merges: [] }]);
    expect(parent.ok && [parent.value.title, parent.value.year]).toEqual([title, 2026]);
  });

  test("a note that the first unit leads is heeded", () => {
    const tasks = read([["序号", "具体任务", "责任单位", "完成时限"], ["1", "开展联合检查。", "市财政局、市审计局", "6月底前"], ["注：责任单位中排在第一位的为牵头单位。", "", "", ""]]).tasks;
    expect(tasks[0]?.responsibility.groups[0]).toMatchObject({ role: "lead", units: [{ name: "市财政局" }] });
  });
});
