import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replaceUnit } from "../../../src/core/fill/replace-unit";
import type { RowSpan } from "../../../src/core/fill/row-span";
import { cellKey } from "../../../src/core/grid/address";
import { gridOfValues, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { RuleContext } from "../../../src/core/rules/rule";
import { contextOf } from "./context-of";
import { DIVIDED, DIVIDED_ROWS as ROWS } from "./divided-ledger";

const only = (row: number): readonly RowSpan[] => [{ first: row, last: row }];

function replaced(context: RuleContext, from: string, to: string, rows: readonly RowSpan[] | null = null) {
  const proposal = replaceUnit(context, { from, to }, rows);
  if (!proposal.ok) throw new Error(`nobody is called ${from}`);
  return proposal.value;
}

/** One row whose units are these. */
const single = (units: string, change: Partial<SheetGrid> = {}) => contextOf({ ...gridOfValues("台账", [["序号", "具体要求", "责任单位", "时限"], [1, "公开年度财政预算和决算信息。", units, "年底前"]]), ...change });

describe("one 处室 in the place of another", () => {
  const context = contextOf(DIVIDED);
  const cells = (from: string, to: string, rows: readonly RowSpan[] | null = null) => replaced(context, from, to, rows).items.map(({ at, after }) => `${at.row + 1} ${after}`);

  it("changes the name alone, wherever it is a unit", () => {
    expect(cells("办公室", "综合科")).toEqual(["3 规划科牵头，综合科、基建科配合", "5 人事科、综合科", "6 综合科"]);
  });

  it("shows before and after with the row, and writes nothing but the cell", () => {
    const [item] = replaced(context, "安全科", "应急科").items;
    expect(item).toMatchObject({ before: "安全科牵头，各相关科室配合", after: "应急科牵头，各相关科室配合", confidence: "sure", reason: "“安全科”换成“应急科”。", edits: [{ kind: "setCell", at: { row: 3, column: 2 }, before: "安全科牵头，各相关科室配合" }] });
  });

  it("only in the rows chosen", () => {
    expect(cells("办公室", "综合科", only(4))).toEqual(["5 人事科、综合科"]);
    expect(cells("办公室", "综合科", [{ first: 2, last: 2 }, { first: 5, last: 9 }])).toEqual(["3 规划科牵头，综合科、基建科配合", "6 综合科"]);
  });

  it.each<[string, string, string]>([
    ["its prefix restored", "省发展改革委、商务厅负责落实", "省发展改革委、综合处负责落实"],
    ["in another role", "省财政厅牵头，商务厅配合", "省财政厅牵头，综合处配合"],
    ["named twice", "省商务厅牵头；省财政厅、省商务厅配合", "综合处牵头；省财政厅、综合处配合"],
  ])("finds a name with %s", (_what, before, after) => {
    expect(replaced(single(before), "省商务厅", "综合处").items.map((item) => item.after)).toEqual([after]);
  });

  it("leaves a cell whose other names would read differently", () => {
    const bureau = contextOf(gridOfValues("台账", [["序号", "具体要求", "责任单位", "时限"], [1, "公开年度财政预算和决算信息。", "省发展改革委、商务厅负责落实", "年底前"], [2, "组织政务公开业务培训。", "人事处、办公室", "年底前"], [3, "做好政策解读。", "法规处、信息中心", "年底前"]]));
    expect(replaced(bureau, "省发展改革委", "规划处")).toMatchObject({ items: [], notes: [expect.stringContaining("换了以后别的单位会读成另一个，没有替换。")] });
    expect(replaced(single("规划处、人事处"), "规划处", "综合处牵头，规划处")).toMatchObject({ items: [] });
  });

  it.each([["安全处", ["安全科"]], ["科室", []], ["规划", ["规划科"]], ["校园安全科", ["安全科"]]])("does not take a part of a name for the name, and says who is like it: %s", (from, candidates) => {
    const outcome = replaceUnit(context, { from, to: "综合科" }, null);
    expect(outcome).toMatchObject({ ok: false, error: { unit: from } });
    if (!outcome.ok) expect(outcome.error.candidates).toEqual(expect.arrayContaining(candidates));
  });

  it("leaves a cell that names the new one already", () => {
    expect(replaced(context, "人事科", "办公室")).toMatchObject({ items: [{ at: { row: 6, column: 2 }, before: "人事科", after: "办公室" }], notes: ["第5行“责任科室”已经有“办公室”，没有替换。"] });
  });

  it("leaves merged cells that speak for rows not chosen", () => {
    const merged = contextOf({ ...gridOfValues("台账", ROWS.map((row, at) => (at === 6 ? [...row.slice(0, 2), null, ...row.slice(3)] : row)), [{ top: 5, left: 2, bottom: 6, right: 2 }]) });
    expect(replaced(merged, "办公室", "综合科", only(5))).toMatchObject({ items: [], notes: ["第6行“责任科室”是合并的，还管着没有选的行，没有替换。"] });
    expect(replaced(merged, "办公室", "综合科", [{ first: 5, last: 6 }]).items).toHaveLength(1);
  });

  it.each<[string, Partial<SheetGrid>, string]>([
    ["a formula", { formulas: new Map([[cellKey(1, 2), "=B9"]]) }, "formula"],
    ["a protected sheet", { isProtected: true }, "locked"],
    ["a filtered row", { hiddenRows: new Set([1]), filteredRows: new Set([1]) }, "hidden"],
  ])("leaves %s and names it", (_what, change, reason) => {
    expect(replaced(single("人事处", change), "人事处", "综合处")).toMatchObject({ items: [], skipped: [{ at: { row: 1, column: 2 }, reason }] });
  });

  it("asks about a new name that nobody knows, not about a 处室", () => {
    expect(replaced(single("省财政厅、省教育厅、省商务厅"), "省商务厅", "省商物厅").notes).toEqual([expect.stringContaining("“省商物厅”不在单位名录里，上级文件和本表也没有用过，像是“省商务厅”")]);
    expect(replaced(single("人事处"), "人事处", "组织人事处").notes).toEqual([]);
  });

  it("keeps everybody else: their names, roles and order", () => {
    const names = ["办公室", "规划科", "财务科", "信息中心", "督查科"];
    const list = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });
    const text = fc.tuple(list, list, fc.constantFrom("{a}牵头，{b}配合", "{a}", "{a}牵头；{b}落实", "由{a}牵头，{b}等配合")).map(([a, b, form]) => form.replace("{a}", a.join("、")).replace("{b}", b.filter((name) => !a.includes(name)).join("、") || "人事科"));
    fc.assert(
      fc.property(text, fc.constantFrom(...names), (units, from) => {
        const outcome = replaceUnit(single(units), { from, to: "老干科" }, null);
        expect(outcome.ok).toBe(units.includes(from));
        if (outcome.ok) for (const item of outcome.value.items) expect(item.after.replaceAll("老干科", from)).toBe(units);
      }),
      { numRuns: 60 },
    );
  });
});
