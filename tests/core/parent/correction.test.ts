import { describe, expect, it } from "vitest";
import { parentPart } from "../../../src/core/kept/parent-part";
import { readParents, readSource } from "../../../src/core/kept/read-parents";
import { extractTasks } from "../../../src/core/parent/extract-tasks";
import type { DocumentBlock, ParentCorrection, ParentDocument } from "../../../src/core/parent/parent-document";

type Rows = readonly (readonly string[])[];

const table = (rows: Rows, sheet = ""): DocumentBlock => ({ kind: "table", sheet, values: rows, texts: rows, merges: [] });
const paragraph = (text: string): DocumentBlock => ({ kind: "paragraph", text, heading: false });

function read(blocks: readonly DocumentBlock[], correction?: ParentCorrection): ParentDocument {
  const parent = extractTasks(blocks, { correction });
  if (!parent.ok) throw new Error(parent.error.code);
  return parent.value;
}

/** Two columns that could both be the deadline; the label of one says so. */
const ROWS: Rows = [
  ["云岭省2024年政务公开任务分工", "", "", "", ""],
  ["序号", "具体要求", "责任单位", "时限要求", "省里要求的时间"],
  ["1", "公开年度财政预算和决算信息，说明增减变化情况。", "省财政厅、省民政厅", "10月底前", "9月底前"],
  ["2", "及时更新政府信息公开指南和目录，方便群众查询。", "省政府各部门", "年底前", "6月底前"],
  ["3", "组织开展政务公开业务培训，每年不少于两次。", "省政府办公厅", "年底前", "全年"],
];

describe("the columns of a parent", () => {
  it("are told with their labels and first words, and what each was taken for", () => {
    expect(read([table(ROWS)]).layout).toEqual([
      { column: 0, label: "序号", example: "1", field: "seq" },
      { column: 1, label: "具体要求", example: "公开年度财政预算和决算信息，说明增减变化…", field: "requirement" },
      { column: 2, label: "责任单位", example: "省财政厅、省民政厅", field: "units" },
      { column: 3, label: "时限要求", example: "10月底前", field: "deadline" },
      { column: 4, label: "省里要求的时间", example: "9月底前", field: null },
    ]);
  });

  it("are not told of a document in prose", () => {
    const parent = read([paragraph("一、公开财政信息。各地要公开预算决算。（责任单位：省财政厅）"), paragraph("二、公开民政信息。公布养老机构名录。（责任单位：省民政厅）"), paragraph("三、做好培训。组织业务培训。（责任单位：省政府办公厅）")]);
    expect(parent).not.toHaveProperty("layout");
  });

  it("set right are read so, and the reading says that it was", () => {
    const parent = read([table(ROWS)], { columns: { deadline: 4 } });
    expect(parent.tasks.map(({ deadline }) => deadline)).toEqual(["9月底前", "6月底前", "全年"]);
    expect(parent.tasks[0]!.due.due).toBe("2024-09-30");
    expect(parent.correction).toEqual({ columns: { deadline: 4 } });
    expect(parent.layout?.map(({ field }) => field)).toEqual(["seq", "requirement", "units", null, "deadline"]);
    expect(parent.fingerprint).not.toBe(read([table(ROWS)]).fingerprint);
  });

  it("said not to be there are not read", () => {
    const parent = read([table(ROWS)], { columns: { deadline: null } });
    expect(parent.tasks.map(({ deadline }) => deadline)).toEqual(["", "", ""]);
    expect(parent.columns).toEqual(["seq", "requirement", "units"]);
  });

  it("of a sheet that goes on with the main one are set right with it; one laid out otherwise keeps its own", () => {
    const more: Rows = [["序号", "具体要求", "责任单位", "时限要求", "省里要求的时间"], ["4", "统一政府网站的栏目设置和发布格式。", "省数据局", "年底前", "3月底前"], ["5", "公布行政执法统计年报，列明执法数量。", "省司法厅", "年底前", "1月底前"]];
    const other: Rows = [["序号", "责任单位", "具体要求", "时限要求"], ["1", "省卫生健康委", "公布医疗机构评审结果。", "5月底前"], ["2", "省教育厅", "公布招生计划和录取办法。", "8月底前"]];
    const parent = read([table(ROWS, "附件1"), table(more, "附件1续"), table(other, "附件2")], { columns: { deadline: 4 } });
    expect(parent.tasks.map(({ deadline }) => deadline)).toEqual(["9月底前", "6月底前", "全年", "3月底前", "1月底前", "5月底前", "8月底前"]);
  });

  it("that leave no requirement give no task, and say so", () => {
    expect(extractTasks([table(ROWS)], { correction: { columns: { requirement: null } } })).toEqual({ ok: false, error: { code: "no-tasks" } });
  });
});

describe("文号, year and date set right", () => {
  it("reach the days of the deadlines", () => {
    const parent = read([table(ROWS)], { docNumber: "云政办秘〔2023〕9号", year: 2023, issued: "2023-03-01" });
    expect(parent).toMatchObject({ docNumber: "云政办秘〔2023〕9号", year: 2023, issued: "2023-03-01" });
    expect(parent.tasks[0]!.due.due).toBe("2023-10-31");
  });

  it("a 文号 gives the year where nothing else does", () => {
    const bare = ROWS.map((row) => row.map((text) => text.replace("2024年", "")));
    expect(read([table(bare)]).year).toBeNull();
    expect(read([table(bare)], { docNumber: "云政办秘〔2022〕9号" }).year).toBe(2022);
  });
});

describe("kept with the file", () => {
  it("a parent comes back with what was set right, and with what it can be read again from", () => {
    const blocks = [table([...ROWS, ["注：责任单位中排在第一位的为牵头单位。", "", "", "", ""]])];
    const parent = read(blocks, { columns: { deadline: 4 }, year: 2023 });
    const part = parentPart(parent, blocks);
    expect(readParents([part]).parents).toEqual([{ ...parent, correctable: true }]);
    expect(readParents([part]).parents[0]!.tasks[0]!.responsibility.groups[0]!.role).toBe("lead");
    expect(readSource(part.text)).toEqual(blocks);
  });

  it("one that an earlier version kept is read, but cannot be set right", () => {
    const part = parentPart(read([table(ROWS)]));
    expect(readParents([part]).parents[0]!.correctable).toBeUndefined();
    expect(readSource(part.text)).toBeNull();
    expect(readSource(null)).toBeNull();
  });
});
