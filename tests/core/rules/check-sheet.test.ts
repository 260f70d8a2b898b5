import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withCells } from "../../../src/core/edits/apply-to-grid";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import { NO_CHOICES, type Choices } from "../../../src/core/kept/choices";
import type { ParentDocument } from "../../../src/core/parent/parent-document";
import { parentsFingerprint } from "../../../src/core/parent/parents-fingerprint";
import { rules } from "../../../src/core/rules";
import { emptyCheckMemory } from "../../../src/core/rules/check-memory";
import { checkSheet, type CheckSheetInput, type CheckSheetOutcome } from "../../../src/core/rules/check-sheet";
import { exportProfile, importProfile, profileById, profiles } from "../../../src/core/rules/profiles";
import { ledgerValues, parentValues } from "../../bench/generated-ledger";
import { parentOf } from "../../support/check-example";

const PARENT: ParentDocument = parentOf(parentValues(20) as (string | number | null)[][], 2024);

function inputOf(grid: SheetGrid, change: Partial<CheckSheetInput> = {}): CheckSheetInput {
  return { grid, sheets: [{ name: grid.sheet, visible: true, active: true, ours: false }], facts: null, parents: [], choices: NO_CHOICES, today: "2024-06-01", ...change };
}

function checked(input: CheckSheetInput, memory?: Parameters<typeof checkSheet>[1]): CheckSheetOutcome {
  const outcome = checkSheet(input, memory);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const GRID = gridOfValues("台账", [
  ["某县民政局2024年政务公开工作台账", null, null, null],
  ["序号", "具体要求", "责任单位", "完成时限"],
  [1, "公开年度财政预算和决算信息，并对变动较大的项目作出说明。", "规划财务股", null],
  [2, "做好重要政策文件和解读材料的同步发布工作。", "办公室", "年地前"],
  [3, "公布养老机构备案和等级评定结果，按季度更新名录。", "养老服务股", "年低前"],
  [4, "及时办理政府信息公开申请，使用统一的答复文书。", "办公室", "9月底前"],
]);

describe("verdict", () => {
  it("blocked while something stands at 必改; known problems count, ignored ones do not", () => {
    const { result } = checked(inputOf(GRID));
    const errors = result.problems.filter(({ severity }) => severity === "error");
    expect(errors.length).toBe(result.counts.error);
    expect(result.verdict).toBe("blocked");
    const known = checked(inputOf(GRID, { choices: { ...NO_CHOICES, known: result.problems.map(({ id }) => id) } })).result;
    expect(known.problems).toEqual([]);
    expect([known.verdict, known.counts]).toEqual([result.verdict, result.counts]);
    const ignored = checked(inputOf(GRID, { choices: { ...NO_CHOICES, ignores: errors.map(({ id }) => ({ problem: id, reason: "另定", parent: "" })) } })).result;
    expect(ignored.counts.error).toBe(0);
    expect(ignored.verdict).not.toBe("blocked");
    expect(ignored.ignored.map(({ problem }) => problem.id)).toEqual(errors.map(({ id }) => id));
  });

  it("incomplete only where a rule that could say 必改 did not look", () => {
    const clean = gridOfValues("台账", GRID.values.map((row) => row.map((value): CellValue => (value === "年地前" || value === "年低前" ? "年底前" : value))).map((row, index) => (index === 2 ? [...row.slice(0, 3), "全年"] : row)));
    const { result } = checked(inputOf(clean));
    expect(result.counts.error).toBe(0);
    const couldSayError = rules.some(({ meta }) => meta.severity === "error" && meta.needs.includes("parent"));
    expect(result.verdict).toBe(couldSayError ? "incomplete" : "ready");
    expect(checked(inputOf(clean, { profile: { ...profileById("general")!, levels: { "deadline-not-later": "error" } } })).result.verdict).toBe("incomplete");
  });
});

describe("不改 and 已知", () => {
  const ofKind = () => checked(inputOf(GRID)).result.problems.filter(({ ruleId }) => ruleId === "deadline-recognisable");
  const withIgnores = (ignores: Choices["ignores"], parents: readonly ParentDocument[] = []) => checked(inputOf(GRID, { parents, choices: { ...NO_CHOICES, ignores } })).result;

  it("one by its id, a kind by its name with *", () => {
    const [first, second] = ofKind();
    expect(withIgnores([{ problem: first!.id, reason: "甲", parent: "" }]).problems.map(({ id }) => id)).toContain(second!.id);
    const all = withIgnores([{ problem: `${first!.kind}*`, reason: "乙", parent: "" }]);
    expect(all.problems.filter(({ ruleId }) => ruleId === "deadline-recognisable")).toEqual([]);
    expect(all.ignored.map(({ problem, reason }) => [problem.id, reason])).toEqual([[first!.id, "乙"], [second!.id, "乙"]]);
  });

  it("one decided against another parent does not hold", () => {
    const [first] = ofKind();
    const against = parentsFingerprint([PARENT]);
    expect(withIgnores([{ problem: first!.id, reason: "甲", parent: against }]).ignored).toEqual([]);
    expect(withIgnores([{ problem: first!.id, reason: "甲", parent: against }], [PARENT]).ignored.length).toBe(1);
    expect(withIgnores([{ problem: first!.id, reason: "甲", parent: "" }], [PARENT]).ignored.length).toBe(1);
  });
});

describe("公开 rules", () => {
  const group = rules.filter(({ meta }) => meta.group === "public");
  const open = gridOfValues("台账", GRID.values.map((row, index) => (index === 3 ? [...row.slice(0, 2), "办公室 13812345678", row[3]!] : row)));

  it("are silent in an ordinary check, alone in a public one, beside the others under 公开前检查", () => {
    const found = (change: Partial<CheckSheetInput>) => new Set(checked(inputOf(open, change)).result.problems.map(({ ruleId }) => ruleId));
    expect([...found({})].filter((id) => group.some(({ meta }) => meta.id === id))).toEqual([]);
    expect([...found({ scope: "public" })].filter((id) => !group.some(({ meta }) => meta.id === id))).toEqual([]);
    expect(found({ scope: "public" })).toContain("mobile-number-withheld");
    expect(found({ profile: profileById("publication")! })).toContain("mobile-number-withheld");
    expect(found({ profile: profileById("publication")! })).toContain("deadline-recognisable");
  });

  it("a profile may turn one off for publishing, too", () => {
    const profile = { ...profileById("general")!, levels: { "mobile-number-withheld": "off" as const } };
    expect(checked(inputOf(open, { scope: "public", profile })).result.problems.map(({ ruleId }) => ruleId)).not.toContain("mobile-number-withheld");
  });

  it("公开前检查 names each of them at its own level", () => {
    expect(profileById("publication")!.levels).toEqual(Object.fromEntries(group.map(({ meta }) => [meta.id, meta.severity])));
    expect(group.every(({ meta }) => meta.offByDefault)).toBe(true);
  });
});

it("every profile goes out as a file and comes back", () => {
  for (const profile of profiles) expect(importProfile(exportProfile(profile))).toEqual({ ok: true, value: profile });
  for (const [rule] of profiles.flatMap(({ levels }) => Object.entries(levels))) expect(rules.map(({ meta }) => meta.id)).toContain(rule);
});

/** Texts that people type: right ones, slips, and ones that change what the sheet is. */
const TYPED = ["年底前", "6月底前", "年地前", "持续推进", "2023年底前", "2024年9月30日前", "", "办公室", "办公室牵头,信息中心配合", "信息中心", "信息中新", "省民政厅牵头，各处室配合", "人 事处", "已完成", "推进中", "7", "（二）公开第9组信息", "一、推进第9批公开", "公开第3类财政信息,6月底前完成(含附表)。", "做好《关于推进公开的通知》（国办发〔202053号）的落实", "序号", "合计", "联系人13812345678", "=1+1", "注：以上均为最后期限。"];

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("cell" as const), row: fc.nat(), column: fc.nat(7), text: fc.constantFrom(...TYPED) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unit" as const), unit: fc.constantFrom("", "市民政局", "省民政厅") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("parent" as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hide" as const), row: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("formula" as const), row: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("insert" as const), row: fc.nat() }) },
);

describe("with a memory of the check before", () => {
  it("the result after any steps of a user equals that of a check from nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 140 }), fc.array(step, { minLength: 1, maxLength: 5 }), fc.boolean(), (rows, steps, withParent) => {
        const memory = emptyCheckMemory();
        let input = inputOf(gridOfValues("台账", ledgerValues(rows)), { parents: withParent ? [PARENT] : [], choices: { ...NO_CHOICES, unit: "市民政局" } });
        checkSheet(input, memory);
        for (const one of steps) {
          const { grid } = input;
          switch (one.kind) {
            case "cell":
              input = { ...input, grid: withCells(grid, [{ kind: "setCell", sheet: grid.sheet, at: { row: one.row % grid.values.length, column: one.column }, before: null, after: one.text === "" ? null : one.text }]) };
              break;
            case "unit":
              input = { ...input, choices: { ...input.choices, unit: one.unit } };
              break;
            case "parent":
              input = { ...input, parents: one.on ? [PARENT] : [] };
              break;
            case "hide":
              input = { ...input, grid: { ...grid, hiddenRows: new Set([one.row % grid.values.length]) } };
              break;
            case "formula":
              input = { ...input, grid: { ...grid, formulas: new Map([[(one.row % grid.values.length) * 16_384 + 4, '="办公室"']]) } };
              break;
            case "insert": {
              const values = [...grid.values];
              values.splice(2 + (one.row % (grid.values.length - 1)), 0, ["一、推进第1批公开", null, null, `补充第${one.row}项公开要求，逐条对照落实。`, "办公室", "年底前", null, null]);
              input = { ...input, grid: gridOfValues(grid.sheet, values) };
            }
          }
          const [now, anew] = [checkSheet(input, memory), checkSheet(input)];
          expect(now.ok).toBe(anew.ok);
          if (!now.ok || !anew.ok) continue;
          expect(now.value.result).toEqual(anew.value.result);
          expect(now.value.alignment).toEqual(anew.value.alignment);
          expect(now.value.bindings).toEqual(anew.value.bindings);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("single plain edits far down a long sheet, one after another", () => {
    const plain = ["年底前", "6月底前", "9月底前", "10月底前", "年地前", "2023年底前", "11月底前"];
    const units = ["办公室", "人事处", "政策法规处", "信息中心", "信息中新"];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 70, max: 500 }), fc.constantFrom(4, 5), fc.nat(20)), { minLength: 3, maxLength: 6 }), (edits) => {
        const memory = emptyCheckMemory();
        let grid = gridOfValues("台账", ledgerValues(520));
        checkSheet(inputOf(grid, { parents: [PARENT] }), memory);
        for (const [row, column, pick] of edits) {
          const texts = column === 5 ? plain : units;
          grid = withCells(grid, [{ kind: "setCell", sheet: "台账", at: { row, column }, before: null, after: texts[pick % texts.length]! }]);
          const input = inputOf(grid, { parents: [PARENT] });
          expect(checked(input, memory).result).toEqual(checked(input).result);
        }
      }),
      { numRuns: 3 },
    );
  });
});
