import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENRICHMENTS, type Enrichment } from "../../../src/core/fill/enrichment";
import { lampFormats } from "../../../src/core/fill/enrich/due-dates";
import { planEnrichment } from "../../../src/core/fill/plan-enrichment";
import { gridOfValues, type CellValue } from "../../../src/core/grid/sheet-grid";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import type { ParentDocument } from "../../../src/core/parent/parent-document";
import { openXlsx, type XlsxWorkbook } from "../../../src/xlsx/xlsx-workbook";
import { openDocument } from "../../../src/documents/open-document";
import { extractTasks } from "../../../src/core/parent/extract-tasks";
import { valueOf } from "../../contract/workbook-contract";
import type { WorkbookDump, WorkbookInit } from "../../excel-host/workbook-init";
import { dumpOfXlsx, xlsxFromInit } from "../../excel-host/xlsx/book-file";
import { parentOf } from "../../support/check-example";
import { contextOf } from "./context-of";

/** A bureau's ledger with what makes sheets hard: a two-row header, merged levels, a true date, remarks beside the table. */
const LEDGER: WorkbookInit = {
  fileName: "台账.xlsx",
  sheets: [
    {
      name: "2026年台账",
      values: [
        ["澄江市2026年政务公开工作台账", null, null, null, null, null, null, null, null],
        ["序号", "工作任务", null, "具体要求", "责任科室", "完成时限", "完成状态", null, "本表由办公室保管"],
        [null, "大项", "小项", null, null, null, null, null, null],
        [1, "一、抓好主动公开", "（一）规划信息公开", "建立规划信息公开专栏，集中展示近五年各类规划。", "办公室牵头，规划科、信息中心配合", "6月底前", "已完成", null, null],
        [2, null, null, "归集历史规划文本并逐项标明效力状态。", "规划科", 46203, "未完成", null, null],
        [3, null, "（二）财政信息公开", "在门户网站统一公开本部门预算和决算及其说明。", "财务科牵头，各相关科室配合", "年底前", null, null, null],
        [4, "二、抓好政策解读", "（一）解读质量", "涉及群众利益的政策文件同步形成图解和问答材料。", "法规科、办公室等", "持续推进", null, null, null],
        [5, null, null, "解读材料发布前请群众代表试读并改进表述。", "法规科牵头，办公室落实", "10月前", null, null, "见附件"],
      ],
      numberFormats: { F5: 'yyyy"年"m"月"d"日"' },
      styles: { "A2:G3": { bold: true, fill: "#DDEBF7", border: true, horizontal: "Center" }, "A4:G8": { wrap: true, border: true } },
      merges: ["A1:G1", "A2:A3", "B2:C2", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "B4:B6", "B7:B8", "C4:C5", "C7:C8"],
      columnWidths: { D: 44, E: 20 },
      validations: [{ area: "G4:G8", options: ["未完成", "已完成"] }],
      conditionalFormats: [{ area: "A4:A8", formula: "=$A4=3", fill: "#FFFF00" }],
    },
    { name: "说明", values: [["合计", 5]], formulas: { B1: "=COUNT('2026年台账'!A4:A8)" } },
  ],
};

const PARENT = parentOf(
  [
    ["序号", "具体要求", "责任单位", "时限要求"],
    [7, "建立规划信息公开专栏，集中展示各类规划。", "市直各部门", "5月底前"],
    [8, "在门户网站统一公开部门预算和决算。", "市财政局", "年底前"],
    [9, "归集历史规划文本，标明效力状态。", "市发展改革委", "9月底前"],
  ],
  2026,
);

interface Enriched {
  readonly before: WorkbookDump;
  readonly after: WorkbookDump;
  readonly back: WorkbookDump;
  readonly notes: readonly string[];
  readonly refused: readonly Enrichment[];
  readonly ledger: Ledger;
  readonly again: Ledger;
}

async function opened(bytes: Uint8Array): Promise<XlsxWorkbook> {
  const workbook = await openXlsx(bytes, "台账.xlsx");
  if (!workbook.ok) throw new Error(workbook.error.code);
  return workbook.value;
}

/** Enriches a workbook, saves it, reads it again, takes everything back. */
async function enriched(bytes: Uint8Array, names: readonly Enrichment[], parents: readonly ParentDocument[], after: number | null = null): Promise<Enriched> {
  const workbook = await opened(bytes);
  const before = dumpOfXlsx(await workbook.save());
  const context = contextOf(valueOf(await workbook.readSheet()), { parents });
  const { edits, notes, refused } = planEnrichment(context, names, { after });
  const outcome = valueOf(await workbook.applyEdits(edits));
  expect(outcome.skipped).toEqual([]);
  const written = dumpOfXlsx(await workbook.save());
  const again = readLedger({ grid: valueOf(await workbook.readSheet()) });
  if (!again.ok) throw new Error(`no ledger any more: ${again.error.code}`);
  const inverses = JSON.parse(JSON.stringify(outcome.inverses)) as typeof outcome.inverses;
  expect(valueOf(await workbook.applyEdits(inverses)).skipped).toEqual([]);
  return { before, after: written, back: dumpOfXlsx(await workbook.save()), notes, refused, ledger: context.ledger, again: again.value };
}

/** What the reader got out of the columns that were there before; columns right of `moved.after` have moved by `moved.by`. */
function readings(ledger: Ledger, fields: Ledger, moved = { after: 999, by: 0 }) {
  const before = Object.keys(fields.columns) as (keyof Ledger["columns"])[];
  const place = (column: number | undefined) => (column !== undefined && column > moved.after ? column + moved.by : column);
  return { columns: before.map((field) => [field, place(ledger.columns[field])]), rows: ledger.rows.map((row) => [row.key, ...before.map((field) => row.cells[field]?.text ?? "")]) };
}

const bytes = xlsxFromInit(LEDGER);

describe("enriching a sheet", () => {
  it.each(ENRICHMENTS.map((name) => [name]))("%s leaves the reading as it was and is taken back whole", async (name) => {
    const { before, after, back, ledger, again, refused } = await enriched(bytes, [name], [PARENT]);
    expect(back).toEqual(before);
    expect(readings(again, ledger)).toEqual(readings(ledger, ledger));
    // This ledger has its numbers in order, its levels merged and its units in one cell.
    if (name === "progress") expect(again.columns.progress).toBe(7);
    const idle = name === "renumber" || name === "merge-levels" || name === "join-roles";
    expect(JSON.stringify(after) === JSON.stringify(before)).toBe(idle);
    expect(refused).toEqual(name === "join-roles" ? ["join-roles"] : []);
    expect(after.sheets[1]!.cells).toEqual(before.sheets[1]!.cells);
  });

  it("does several at once, in columns side by side, and takes them back", async () => {
    const names: Enrichment[] = ["split-roles", "due-date", "lamp", "parent-seq", "parent-deadline", "fill-levels", "lists"];
    const { before, after, back, refused } = await enriched(bytes, names, [PARENT]);
    expect(refused).toEqual([]);
    expect(back).toEqual(before);
    const row = (number: number) => ["H", "I", "J", "K", "L", "M", "N", "O"].map((column) => after.sheets[0]!.cells[`${column}${number}`]?.value ?? null);
    expect([2, 4, 5, 6, 7, 8].map(row)).toEqual([
      ["牵头单位", "配合单位", "落实单位", "截止日期", "上级序号", "上级时限", null, "本表由办公室保管"],
      ["办公室", "规划科、信息中心", null, 46203, 7, "5月底前", null, null],
      [null, null, "规划科", 46203, 9, "9月底前", null, null],
      ["财务科", "各相关科室", null, 46387, 8, "年底前", null, null],
      [null, null, "法规科、办公室等", "序时推进", null, null, null, null],
      ["法规科", null, "办公室", null, null, null, null, "见附件"],
    ]);
    expect(after.sheets[0]!.cells["K4"]!.numberFormat).toBe('yyyy"年"m"月"d"日";@');
    expect(after.sheets[0]!.cells["H2"]!.style).toMatchObject({ bold: true, fill: "#DDEBF7" });
    expect(after.sheets[0]!.merges).toContain("H2:H3");
    expect(["B4", "B5", "B6", "B7", "B8", "C5"].map((cell) => after.sheets[0]!.cells[cell]!.value)).toEqual(["一、抓好主动公开", "一、抓好主动公开", "一、抓好主动公开", "二、抓好政策解读", "二、抓好政策解读", "（一）规划信息公开"]);
  });

  it.each([["the number", 0, 1], ["the first heading, merged with the second in the header", 1, 3], ["the second heading", 2, 3], ["the requirement", 3, 4], ["the units", 4, 5], ["the deadline", 5, 6], ["the state, the last", 6, 7]])("puts new columns right of %s, and takes them back", async (_what, column, at) => {
    const names: Enrichment[] = ["split-roles", "lamp", "parent-seq", "progress", "renumber", "fill-levels", "lists"];
    const { before, after, back, refused, notes, ledger, again } = await enriched(bytes, names, [PARENT], column);
    expect(back).toEqual(before);
    // Left of 完成时限, the reader would take 截止日期 for the deadline.
    const hasDates = at > 5;
    expect(refused).toEqual(hasDates ? [] : ["lamp"]);
    if (!hasDates) expect(notes).toContain("没有做“红黄绿灯”：新列放在这里，会把它认成别的列。请放在表的最右边。");
    const labels = ["牵头单位", "配合单位", "落实单位", ...(hasDates ? ["截止日期"] : []), "上级序号", "落实情况"];
    const letters = "ABCDEFGHIJKLMNO";
    const name = (index: number): string => letters[index > at - 1 ? index + labels.length : index]!;
    expect(labels.map((_, step) => after.sheets[0]!.cells[`${letters[at + step]!}2`]?.value)).toEqual(labels);
    expect(readings(again, ledger)).toEqual(readings(ledger, ledger, { after: at - 1, by: labels.length }));
    expect(after.sheets[0]!.validations.map(({ area }) => area).sort()).toEqual([4, 5, 6].map((index) => `${name(index)}4:${name(index)}8`).sort());
    if (!hasDates) return;
    const lamps = after.sheets[0]!.conditionalFormats.filter(({ area }) => area === `${letters[at + 3]!}4:${letters[at + 3]!}8`);
    expect(lamps.map(({ formula }) => formula.replace(/^=?/u, "="))).toEqual(lampFormats(at + 3, 3, letters.indexOf(name(6))).map(({ formula }) => formula));
  });

  it("refuses a place outside the table", async () => {
    const { refused, notes, after, before } = await enriched(bytes, ["progress"], [], 20);
    expect([refused, notes, after]).toEqual([["progress"], ["U列不在表里，没有加。请在表的各列里选一列。"], before]);
  });

  it("says what was taken for granted and what stays blank", async () => {
    const { notes } = await enriched(bytes, ["due-date"], []);
    expect(notes).toEqual(["按“完成时限”加了“截止日期”1列。2处没有写年份，按2026年算。第8行有两种理解，空着。"]);
  });

  it("colours by formulas of the sheet's own", async () => {
    const { after } = await enriched(bytes, ["lamp"], []);
    const lamps = after.sheets[0]!.conditionalFormats.filter(({ area }) => area === "H4:H8");
    expect(lamps.map(({ fill }) => fill)).toEqual(["#F8CBAD", "#FFE699", "#C6E0B4"]);
    expect(lamps.map(({ formula }) => formula.replace(/^=?/u, "="))).toEqual(lampFormats(7, 3, 6).map(({ formula }) => formula));
  });

  it.each([
    ["past", 99, "", "red"],
    ["past, state unknown", 99, "推进中", "red"],
    ["past, not done", 99, "未完成", "red"],
    ["past, done in part", 99, "基本完成", "red"],
    ["past, done", 99, "已完成", "green"],
    ["past, closed", 99, "已办结销号", "green"],
    ["today", 100, "", "yellow"],
    ["in fifteen days", 115, "", "yellow"],
    ["in fifteen days, done", 115, "完成", "green"],
    ["later", 116, "", "green"],
    ["持续推进", "序时推进", "未完成", "green"],
    ["no day", null, "", "none"],
    ["a note of the user's", "见附件", "", "none"],
  ])("%s", (_what, due, status, colour) => {
    const lit = lampFormats(7, 3, 6).map(({ formula }) => isTrue(formula, due, status));
    expect(lit).toEqual(["red", "yellow", "green"].map((one) => one === colour));
    if (status === "") expect(lampFormats(7, 3, undefined).map(({ formula }) => isTrue(formula, due, status))).toEqual(lit);
  });

  it("merges levels that were filled down, and renumbers what is out of order", async () => {
    const workbook = await opened(bytes);
    const first = valueOf(await workbook.applyEdits(planEnrichment(contextOf(valueOf(await workbook.readSheet())), ["fill-levels"]).edits));
    const { back, before, after, notes } = await enriched(await workbook.save(), ["merge-levels"], []);
    expect(first.skipped).toEqual([]);
    expect(back).toEqual(before);
    expect([...after.sheets[0]!.merges].sort()).toEqual([...LEDGER.sheets[0]!.merges!].sort());
    expect(notes).toEqual(["合并了4处相同的工作任务。"]);

    const values = LEDGER.sheets[0]!.values!.map((row, at) => (at === 5 ? [9, ...row.slice(1)] : at === 6 ? ["5.", ...row.slice(1)] : row));
    const numbered = await enriched(xlsxFromInit({ ...LEDGER, sheets: [{ ...LEDGER.sheets[0]!, values }] }), ["renumber"], []);
    expect([4, 5, 6, 7, 8].map((row) => numbered.after.sheets[0]!.cells[`A${row}`]!.value)).toEqual([1, 2, 3, "4.", 5]);
    expect(numbered.back).toEqual(numbered.before);
  });

  it("joins 牵头 and 配合 columns", async () => {
    const values = [
      ["序号", "具体要求", "牵头单位", "配合单位", "完成时限"],
      [1, "建立规划信息公开专栏，集中展示各类规划。", "办公室", "规划科、信息中心", "6月底前"],
      [2, "归集历史规划文本并标明效力状态。", "规划科", null, "年底前"],
    ];
    const { before, after, back } = await enriched(xlsxFromInit({ sheets: [{ name: "台账", values }] }), ["join-roles"], []);
    expect(back).toEqual(before);
    expect([1, 2, 3].map((row) => after.sheets[0]!.cells[`F${row}`]?.value)).toEqual(["责任单位", "办公室牵头，规划科、信息中心配合", "规划科"]);
  });

  it("offers lists of the sheet's own wordings and leaves existing lists alone", async () => {
    const { after } = await enriched(bytes, ["lists"], []);
    const lists = after.sheets[0]!.validations;
    expect(lists.map(({ area }) => area).sort()).toEqual(["E4:E8", "F4:F8", "G4:G8"]);
    expect(lists.find(({ area }) => area === "G4:G8")!.options).toEqual(["未完成", "已完成"]);
    for (const { options } of lists) expect(options.join(",").length).toBeLessThanOrEqual(255);
    expect(lists.find(({ area }) => area === "F4:F8")!.options).toContain("持续推进");
  });

  const offered = (units: readonly string[], known: { readonly units?: readonly string[] } = {}) => {
    const context = contextOf(gridOfValues("台账", [["序号", "具体要求", "责任单位", "时限"], ...units.map((unit, at): CellValue[] => [at + 1, `做好第${at + 1}类事项的公开工作。`, unit, "年底前"])]), known);
    const { edits, notes } = planEnrichment(context, ["lists"]);
    const [, list] = edits.flatMap((edit) => (edit.kind === "setValidation" && edit.after ? [edit.after.options] : []));
    return { options: list ?? [], note: notes.join("") };
  };

  it("lists what is written again and again first, then the names, then the directory that was imported", () => {
    const { options } = offered(["人事科", "办公室牵头，财务科配合", "办公室牵头，财务科配合", "财务科、法规科"], { units: ["信息中心", "办公室"] });
    expect(options).toEqual(["办公室牵头，财务科配合", "财务科", "办公室", "人事科", "法规科", "信息中心", "财务科、法规科"]);
  });

  it("offers the departments of the level where the sheet names such", () => {
    const { options } = offered(["市教育局", "市财政局", "市民政局"]);
    expect(options.slice(0, 3).sort()).toEqual(["市教育局", "市民政局", "市财政局"].sort());
    expect(options).toEqual(expect.arrayContaining(["市公安局", "市司法局", "市审计局"]));
    expect(options.every((option) => option.startsWith("市"))).toBe(true);
    expect(offered(["办公室", "人事科", "法规科"]).options).toEqual(["办公室", "人事科", "法规科"]);
  });

  it("says how many did not fit", () => {
    const { options, note } = offered(Array.from({ length: 60 }, (_, at) => `第${at + 1}业务指导科`));
    expect(options.join(",").length).toBeLessThanOrEqual(255);
    expect(note).toContain(`“责任单位”加了下拉列表，${options.length}个选项，另有${60 - options.length}个放不下，可以直接填写。`);
  });
});

/** Works a lamp's formula out as a spreadsheet does: AND and OR look at all parts, text is greater than any number, today is day 100. */
function isTrue(formula: string, due: CellValue, status: CellValue): boolean {
  let rest = formula.slice(1);
  const take = (token: string): boolean => {
    if (!rest.startsWith(token)) return false;
    rest = rest.slice(token.length);
    return true;
  };
  const args = (): CellValue[] => {
    const found: CellValue[] = [];
    if (take(")")) return found;
    do found.push(comparison());
    while (take(","));
    if (!take(")")) throw new Error(`no end of arguments: ${rest}`);
    return found;
  };
  const value = (): CellValue => {
    if (take("$H4")) return due;
    if (take("$G4")) return status;
    if (take("FALSE")) return false;
    const text = /^"([^"]*)"/u.exec(rest);
    if (text && take(text[0])) return text[1]!;
    const number = /^\d+/u.exec(rest);
    if (number && take(number[0])) return Number(number[0]);
    if (take("TODAY()")) return take("+") ? 100 + Number(value()) : 100;
    if (take("AND(")) return args().every((part) => part === true);
    if (take("OR(")) return args().includes(true);
    if (take("NOT(")) return args()[0] !== true;
    if (take("ISNUMBER(")) return typeof args()[0] === "number";
    if (take("SEARCH(")) {
      const [part, whole] = args();
      const at = String(whole ?? "").indexOf(String(part));
      return at < 0 ? "#VALUE!" : at + 1;
    }
    throw new Error(`unknown: ${rest}`);
  };
  const comparison = (): CellValue => {
    const left = value();
    const sign = ["<=", ">=", "<", ">", "="].find(take);
    if (sign === undefined) return left;
    const right = value();
    const order = typeof left === "string" && typeof right === "number" ? 1 : typeof left === typeof right ? (left! < right! ? -1 : left === right ? 0 : 1) : Number(left) - Number(right);
    return sign === "=" ? left === right : sign.startsWith("<") ? order < 0 || (sign === "<=" && order === 0) : order > 0 || (sign === ">=" && order === 0);
  };
  return comparison() === true;
}

describe("what enriching refuses", () => {
  const grid = async (init: Partial<WorkbookInit["sheets"][number]>) => valueOf(await (await opened(xlsxFromInit({ sheets: [{ ...LEDGER.sheets[0]!, ...init }] }))).readSheet());

  it("a protected sheet: one sentence, nothing planned", async () => {
    const plan = planEnrichment(contextOf(await grid({ isProtected: true })), ["due-date", "renumber"]);
    expect(plan).toEqual({ edits: [], notes: ["这张表有保护，不能加内容。请取消保护后再加。"], refused: ["due-date", "renumber"] });
  });

  it("rows out of sight: numbers and levels are left alone", async () => {
    const filtered = contextOf({ ...(await grid({})), filteredRows: new Set([4]), hiddenRows: new Set([4]) });
    const plan = planEnrichment(filtered, ["renumber", "fill-levels", "merge-levels"]);
    expect(plan.edits).toEqual([]);
    expect(plan.refused).toHaveLength(3);
    expect(plan.notes[0]).toBe("表正在筛选，看不见的行也会改。请先取消筛选，再重排序号。");
  });

  it("a column that is there already, a parent that is missing, units without roles", async () => {
    const values = LEDGER.sheets[0]!.values!.map((row, at) => (at === 1 ? [...row.slice(0, 7), "截止日期"] : at >= 3 ? [...row.slice(0, 4), "办公室", ...row.slice(5, 7), 46203] : row));
    const context = contextOf(await grid({ values }));
    const { refused, notes } = planEnrichment(context, ["due-date", "parent-seq", "parent-deadline", "split-roles"]);
    expect(refused).toEqual(["due-date", "parent-seq", "parent-deadline", "split-roles"]);
    expect(notes).toEqual(["表里已经有“截止日期”一列，没有再加。", "没有选上级文件，加不了“上级序号”。", "没有选上级文件，加不了“上级时限”。", "责任单位里没有写牵头、配合，不用拆开。"]);
  });

  it("formulas in the number column", async () => {
    const { edits, notes } = planEnrichment(contextOf(await grid({ values: LEDGER.sheets[0]!.values!.map((row, at) => (at === 4 ? [20, ...row.slice(1)] : row)), formulas: { A5: "=ROW()+15" } })), ["renumber"]);
    expect(edits).toEqual([]);
    expect(notes).toEqual(["没有可改的序号。第5行的序号是公式或和正文写在一格，没有动。"]);
  });
});

const corpus = process.env["TAIZHANG_CORPUS"];
describe.skipIf(!corpus)("published ledgers, every enrichment", () => {
  const seed = (file: string): Uint8Array => readFileSync(join(corpus!, "seeds", file));
  it.each([
    ["anhui-civil-affairs-2021-ledger.xlsx"],
    ["huainan-office-2021-division.xlsx"],
    ["anhui-civil-affairs-2021-ledger.pasted.xlsx"],
    ["anhui-2021-division.pasted.xlsx"],
    ["chizhou-2019-division.xlsx"],
    ["guangdong-2021-division.xlsx"],
  ])("%s", async (file) => {
    const document = await openDocument(seed("anhui-2021-division.docx"), "anhui-2021-division.docx");
    const parent = document.ok ? extractTasks(document.value.blocks) : document;
    if (!parent.ok) throw new Error("the parent cannot be read");
    for (const name of ENRICHMENTS) {
      const { before, back, ledger, again } = await enriched(seed(file), [name], [parent.value]);
      expect(back, name).toEqual(before);
      expect(readings(again, ledger), name).toEqual(readings(ledger, ledger));
    }
    const inside = await enriched(seed(file), ENRICHMENTS, [parent.value], 1);
    expect(inside.back).toEqual(inside.before);
    expect(inside.again.rows.map(({ cells }) => cells.requirement?.text)).toEqual(inside.ledger.rows.map(({ cells }) => cells.requirement?.text));
  });
});
