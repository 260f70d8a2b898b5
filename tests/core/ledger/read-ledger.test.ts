import { describe, expect, test } from "vitest";
import { gridOfValues, type CellValue, type MergeArea } from "../../../src/core/grid/sheet-grid";
import type { Field } from "../../../src/core/ledger/fields";
import type { Ledger, ReadingChoice } from "../../../src/core/ledger/ledger";
import { findTables, readLedger } from "../../../src/core/ledger/read-ledger";

type Rows = readonly (readonly CellValue[])[];

function ledgerOf(rows: Rows, choice?: ReadingChoice, merges: readonly MergeArea[] = []): Ledger {
  const grid = gridOfValues("台账", rows, merges);
  const read = readLedger(choice ? { grid, choice } : { grid });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const column = (ledger: Ledger, field: Field): (string | undefined)[] => ledger.rows.map((row) => row.cells[field]?.text);
const sources = (ledger: Ledger, field: Field): (string | undefined)[] => ledger.rows.map((row) => row.cells[field]?.source);
const HEADER = ["序号", "工作任务", "责任单位", "时限要求"];

describe("what cannot be read", () => {
  test.each<[string, Rows]>([
    ["sheet-empty", []],
    ["sheet-empty", [[null, " "], ["\n", null]]],
    ["no-header", [["关于召开会议的通知"], ["请各单位参加。"]]],
    ["no-header", [["序号", "姓名", "单位", "电话"], [1, "张宁", "市教育局", "0000"]]],
    ["no-header", [["单位", "完成数", "完成率"], ["市教育局", 3, "50%"], ["市财政局", 4, "60%"]]],
    ["no-rows", [HEADER]],
    ["no-rows", [HEADER, ["合计", null, null, null], ["注：空表", null, null, null]]],
  ])("%s", (code, rows) => {
    const read = readLedger({ grid: gridOfValues("Sheet1", rows) });
    expect(read.ok ? "read" : read.error.code).toBe(code);
  });

  test("a table that is not there is answered with those that are", () => {
    const read = readLedger({ grid: gridOfValues("Sheet1", [HEADER, [1, "开展培训。", "人事科", "年底前"]]), choice: { table: 3 } });
    expect(read).toMatchObject({ ok: false, error: { code: "no-such-table", tables: [{ number: 1, first: 0, last: 1, rowCount: 1 }] } });
  });
});

describe("short requirements that name a time", () => {
  test("stay requirements where no column of deadlines is announced", () => {
    const ledger = ledgerOf([
      ["序号", "工作内容", "责任单位"],
      [1, "6月底前完成危房改造42户", "村镇建设办"],
      [2, "年底前建成邻里中心3个", "民政办、各村（居）"],
      [3, "10月底前完成秋粮收购督导", "农业农村办、财政所"],
      [4, "全面落实河长制", "水利站、林业站"],
    ]);
    expect(ledger.columns).toEqual({ seq: 0, requirement: 1, units: 2 });
  });

  test("deadlines under another label are still read as deadlines beside a column of requirements", () => {
    const ledger = ledgerOf([
      ["序号", "工作内容", "责任单位", "备注"],
      [1, "完成危房改造42户", "村镇建设办", "6月底前"],
      [2, "建成邻里中心3个", "民政办、各村（居）", "年底前"],
      [3, "完成秋粮收购督导", "农业农村办、财政所", "10月底前"],
    ]);
    expect(ledger.columns).toEqual({ seq: 0, requirement: 1, units: 2, deadline: 3 });
  });
});

describe("deadlines noted under 备注", () => {
  test("are not handed down to rows without a remark", () => {
    const ledger = ledgerOf([
      ["序号", "工作任务", "责任股室", "备注"],
      [1, "完成门诊楼改造", "规划股", "6月底前"],
      [2, "推进医共体建设", "医政股", null],
      [3, "做好传染病监测", "疾控股", "长期坚持"],
      [4, "完成签约60%", "基层股", "10月底前"],
    ]);
    expect(column(ledger, "deadline")).toEqual(["6月底前", "", "长期坚持", "10月底前"]);
  });
});

describe("the user's choice", () => {
  test("a header row in words we do not know", () => {
    const rows: Rows = [["分工", null, null], ["做什么", "谁来做", "何时"], ["开展业务培训，提升能力。", "人事科", "年底前"], ["修订财务制度，规范报销。", "财务科", "6月底前"]];
    const ledger = ledgerOf(rows, { headerRow: 1 });
    expect(ledger.columns).toEqual({ requirement: 0, units: 1, deadline: 2 });
    expect(ledger.blocks[0]?.evidence).toEqual({ requirement: "content", units: "content", deadline: "content" });
  });

  test("named columns outrank label and content", () => {
    const ledger = ledgerOf([[...HEADER, "备注"], [1, "开展培训。", "人事科", "年底前", "10月底前"], [2, "修订制度。", "财务科", "年底前", "6月底前"]], { columns: { deadline: 4 } });
    expect(column(ledger, "deadline")).toEqual(["10月底前", "6月底前"]);
    expect(ledger.blocks[0]?.evidence.deadline).toBe("user");
  });

  test("a field the user says the table does not have stays away, whatever label and content say", () => {
    const rows: Rows = [[...HEADER, "备注"], [1, "开展培训。", "人事科", "年底前", null], [2, "修订制度。", "财务科", "6月底前", null]];
    const ledger = ledgerOf(rows, { columns: { deadline: null } });
    expect(ledger.columns).toEqual({ seq: 0, requirement: 1, units: 2, remarks: 4 });
    expect(ledgerOf(rows, { columns: { deadline: null, status: 3 } }).columns).toMatchObject({ status: 3 });
  });

  test("the year", () => {
    expect(ledgerOf([["2026年台账"], HEADER, [1, "开展培训。", "人事科", "年底前"]], { year: 2027 }).year).toBe(2027);
  });
});

describe("columns", () => {
  test("a labelled column stays, though nobody has filled it in", () => {
    const ledger = ledgerOf([[...HEADER, "备注"], [1, "开展培训。", "人事科", null, null], [2, "修订制度。", "财务科", null, null]]);
    expect(ledger.columns).toMatchObject({ deadline: 3, remarks: 4 });
    expect(column(ledger, "deadline")).toEqual(["", ""]);
  });

  test("a column known by its content where the label is wrong", () => {
    const ledger = ledgerOf([["序号", "工作任务", "责任单位", "其他"], [1, "开展培训。", "人事科", "年底前"], [2, "修订制度。", "财务科", "6月底前"], [3, "更新目录。", "办公室", "持续推进"]]);
    expect(ledger.columns.deadline).toBe(3);
    expect(ledger.blocks[0]?.evidence.deadline).toBe("content");
  });

  test.each([["实际完成时间"], ["进展情况"], ["交办日期"]])("%s is not taken for the deadline", (label) => {
    const ledger = ledgerOf([["序号", "工作任务", "责任单位", label], [1, "开展培训。", "人事科", "6月底"], [2, "修订制度。", "财务科", "7月底"]]);
    expect(ledger.columns.deadline).toBeUndefined();
  });

  test("a count is no serial number", () => {
    const ledger = ledgerOf([["工作任务", "数量", "责任单位", "时限要求"], ["开展培训。", 3, "人事科", "年底前"], ["修订制度。", 2, "财务科", "年底前"]]);
    expect(ledger.columns.seq).toBeUndefined();
  });

  test("a few deadlines gone astray do not move the column", () => {
    const rows = Array.from({ length: 10 }, (_, i): CellValue[] => [i + 1, `开展第${i + 1}项检查。`, "人事科", i === 4 ? null : "年底前", i === 4 ? "年底前" : null]);
    expect(ledgerOf([[...HEADER, "备注"], ...rows]).columns).toMatchObject({ deadline: 3, remarks: 4 });
  });

  test("one heading over several measures with deadlines of their own: the measures are the tasks", () => {
    const ledger = ledgerOf([["重点任务", "具体举措", "责任单位", "完成时限"], ["提升绿化水平", "新增绿地20公顷。", "园林科", "年底前"], [null, "补植行道树。", "园林科", "10月底前"], ["改善空气质量", "淘汰老旧车辆。", "环境科", "年底前"]]);
    expect(column(ledger, "level1")).toEqual(["提升绿化水平", "提升绿化水平", "改善空气质量"]);
    expect(column(ledger, "requirement")).toEqual(["新增绿地20公顷。", "补植行道树。", "淘汰老旧车辆。"]);
  });

  test("the same where the heading stands on each row, under a column of kinds", () => {
    const ledger = ledgerOf([
      ["序号", "任务类别", "工作任务", "具体举措", "责任科室", "完成时限"],
      [1, "生态", "提升绿化水平", "新增绿地20公顷。", "园林科", "年底前"],
      [2, "生态", "提升绿化水平", "补植行道树。", "园林科", "10月底前"],
      [3, "生态", "改善空气质量", "淘汰老旧车辆。", "环境科", "年底前"],
      [4, "民生", "改造老旧小区", "完成雨污分流。", "住建科", "年底前"],
      [5, "民生", "改造老旧小区", "加装电梯20部。", "住建科", "年底前"],
      [6, "民生", "改造老旧小区", "补建停车位。", "城管科", "年底前"],
    ]);
    expect(ledger.columns).toMatchObject({ level1: 1, level2: 2, requirement: 3 });
    expect(ledger.columns.measures).toBeUndefined();
  });

  test("a task on each row stays the task beside its measures", () => {
    const ledger = ledgerOf([["序号", "工作任务", "具体举措", "责任科室", "完成时限"], [1, "提升绿化水平。", "新增绿地20公顷。", "园林科", "年底前"], [2, "改善空气质量。", "淘汰老旧车辆。", "环境科", "10月底前"], [3, "改造老旧小区。", "完成雨污分流。", "住建科", "年底前"]]);
    expect(ledger.columns).toMatchObject({ requirement: 1, measures: 2 });
  });
});

describe("merged and blank cells", () => {
  const rows: Rows = [HEADER, [1, "开展培训。", "人事科", "年底前"], [2, "组织考试。", null, null], [3, "公布结果。", "办公室", "年底前"]];

  test("a merge gives its text to the rows it covers", () => {
    const ledger = ledgerOf(rows, undefined, [{ top: 1, left: 2, bottom: 2, right: 2 }, { top: 1, left: 3, bottom: 2, right: 3 }]);
    expect(column(ledger, "units")).toEqual(["人事科", "人事科", "办公室"]);
    expect(sources(ledger, "units")).toEqual(["own", "merged", "own"]);
    expect(ledger.rows[1]?.cells.units?.at).toEqual({ row: 1, column: 2 });
  });

  test("in a sheet without merges a blank is read as inherited, and keeps its own address", () => {
    const ledger = ledgerOf(rows);
    expect(column(ledger, "units")).toEqual(["人事科", "人事科", "办公室"]);
    expect(sources(ledger, "units")).toEqual(["own", "inherited", "own"]);
    expect(ledger.rows[1]?.cells.units?.at).toEqual({ row: 2, column: 2 });
    expect(ledger.rows[1]?.cells.units?.raw).toBe("");
  });

  test("in a column that has its merges, a blank is a blank", () => {
    const merged = ledgerOf([...rows, [4, "归档。", "档案室", "年底前"], [5, "总结。", null, "年底前"]], undefined, [{ top: 4, left: 2, bottom: 5, right: 2 }]);
    expect(column(merged, "units")).toEqual(["人事科", "", "办公室", "档案室", "档案室"]);
  });

  test("nothing is inherited over a heading, or from nowhere", () => {
    const ledger = ledgerOf([HEADER, ["一、队伍建设", null, null, null], [1, "开展培训。", "人事科", "年底前"], ["二、财务管理", null, null, null], [2, "修订制度。", null, "年底前"]]);
    expect(column(ledger, "units")).toEqual(["人事科", ""]);
    expect(column(ledger, "level1")).toEqual(["一、队伍建设", "二、财务管理"]);
  });

  test("rows over which number and task are merged are one item", () => {
    const ledger = ledgerOf([HEADER, [1, "开展联合检查。", "市公安局", "6月底前"], [null, null, "市财政局", null], [2, "公布结果。", "市司法局", "年底前"]], undefined, [0, 1, 3].map((left) => ({ top: 1, left, bottom: 2, right: left })));
    expect(column(ledger, "units")).toEqual(["市公安局\n市财政局", "市司法局"]);
    expect(ledger.rows[0]?.rows).toEqual([1, 2]);
  });

  test("a numbered row without a requirement is a row, not the rest of the one above", () => {
    const ledger = ledgerOf([HEADER, [1, "开展培训。", "人事科", "年底前"], [2, null, "财务科", "6月底前"], [3, "公布结果。", "办公室", "年底前"]]);
    expect(column(ledger, "requirement")).toEqual(["开展培训。", "", "公布结果。"]);
    expect(ledger.damage).toEqual([]);
  });
});

describe("several tables", () => {
  const rows: Rows = [["某局2026年重点任务台账", null, null, null], HEADER, [1, "开展培训。", "人事科", "年底前"], [null, null, null, null], ["某局2026年问题整改清单", null, null, null], ["序号", "存在问题", "责任单位", "整改时限"], [1, "更新不及时。", "办公室", "立行立改"], [2, "链接失效。", "信息中心", "6月底前"]];

  test("are found and offered by name", () => {
    expect(findTables(gridOfValues("Sheet1", rows)).map(({ number, title, first, last, rowCount }) => [number, title, first, last, rowCount])).toEqual([[1, "某局2026年重点任务台账", 1, 2, 1], [2, "某局2026年问题整改清单", 5, 7, 2]]);
  });

  test("the one with most rows is read unless another is chosen", () => {
    expect(ledgerOf(rows).title).toBe("某局2026年问题整改清单");
    expect(ledgerOf(rows, { table: 1 }).title).toBe("某局2026年重点任务台账");
  });
});

describe("damage", () => {
  test("digits lost from 文号 and dates are reported and left as they are", () => {
    const ledger = ledgerOf([HEADER, [1, "落实国办发〔202053号文件。", "办公室", "2024127日"], [2, "开展培训。", "人事科", "年底前"]]);
    expect(ledger.damage.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(["lost-digits 〔202053号", "lost-digits 2024127日"]);
    expect(column(ledger, "deadline")[0]).toBe("2024127日");
  });

  test("a tidy sheet has none", () => {
    expect(ledgerOf([HEADER, [1, "开展培训", "人事科", "年底前"], [2, "修订制度", "财务科", null], [3, "公布结果", null, "年底前"]]).damage).toEqual([]);
  });
});
