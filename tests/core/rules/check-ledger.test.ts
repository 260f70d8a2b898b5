import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridOfValues } from "../../../src/core/grid/sheet-grid";
import { NO_CHOICES } from "../../../src/core/kept/choices";
import { rules } from "../../../src/core/rules";
import { checkLedger } from "../../../src/core/rules/check-ledger";
import { checkSheet } from "../../../src/core/rules/check-sheet";
import { defineRowRule, defineSheetRule, type Rule, type RuleContext, type Severity } from "../../../src/core/rules/rule";
import { ledgerValues } from "../../bench/generated-ledger";

const docs = { why: "因为。", howToFix: "这样改。", bad: [], good: [] };

function contextOf(rows = 12): RuleContext {
  const outcome = checkSheet({ grid: gridOfValues("台账", ledgerValues(rows)), sheets: [], facts: null, parents: [], choices: NO_CHOICES, today: "2024-06-01" });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.context;
}

/** A row rule that reports once per row at its number, at the level it is told. */
function speaking(id: string, severity: Severity, said?: Severity): Rule {
  return defineRowRule({
    meta: { id, title: id, found: id, group: "text", severity, needs: [] },
    messages: { said: (d: { row: number }) => `第${d.row}行。` },
    docs,
    check(_context, row, report) {
      report({ messageId: "said", data: { row: row.row + 1 }, row, field: "seq", at: row.cells.seq?.at ?? null, ...(said && { severity: said }) });
    },
  });
}

function broken(id: string, scope: "row" | "sheet"): Rule {
  const meta = { id, title: `${id}的题目`, found: `${id}的毛病`, group: "text" as const, severity: "error" as const, needs: [] };
  const messages = { never: () => "没有。" };
  let called = 0;
  if (scope === "sheet") {
    return defineSheetRule({ meta, messages, docs, check(_context, report) {
      report({ messageId: "never", data: undefined, row: null, field: null, at: null });
      throw new RangeError("表坏了");
    } });
  }
  return defineRowRule({ meta, messages, docs, check(_context, row, report) {
    report({ messageId: "never", data: undefined, row, field: null, at: null });
    if (++called % 5 === 3) throw new TypeError("行坏了");
  } });
}

describe("a rule that cannot run", () => {
  const needing = (need: Rule["meta"]["needs"][number]): Rule => ({ ...speaking("needy", "error"), meta: { ...speaking("needy", "error").meta, needs: [need] } });

  it.each(["parent", "unit", "issued", "facts", "external-links", "properties", "page-setup"] as const)("for want of %s says so and nothing else", (need) => {
    const { problems, notChecked, checked } = checkLedger([needing(need)], contextOf());
    expect(problems).toEqual([]);
    expect(checked).toBe(0);
    expect(notChecked).toEqual([{ ruleId: "needy", title: "needy", reason: need, detail: "" }]);
  });

  it.each(["units", "deadline", "requirement", "seq", "status", "year"] as const)("runs where the sheet has %s", (need) => {
    expect(checkLedger([needing(need)], contextOf()).notChecked).toEqual([]);
  });

  it("for want of a column that nobody asks for does not apply", () => {
    const context = contextOf();
    const bare = { ...context, ledger: { ...context.ledger, columns: { requirement: 3, units: 4 } }, profile: { ...context.profile, requiredColumns: [["requirement" as const]] } };
    for (const need of ["status", "deadline", "seq", "imported-units"] as const) expect(checkLedger([needing(need)], bare)).toEqual({ problems: [], notChecked: [], checked: 0 });
    const asked = { ...bare, profile: { ...bare.profile, requiredColumns: [["deadline" as const]] } };
    expect(checkLedger([needing("deadline")], asked).notChecked.map(({ reason }) => reason)).toEqual(["deadline"]);
  });

  it.each(["row", "sheet"] as const)("because it crashed (%s) reports nothing, leaves the others alone and is named with its error", (scope) => {
    const context = contextOf();
    const { problems, notChecked, checked } = checkLedger([speaking("a-one", "info"), broken("crashing", scope), speaking("z-other", "info")], context);
    expect(problems.length).toBe(2 * context.ledger.rows.length);
    expect(new Set(problems.map(({ ruleId }) => ruleId))).toEqual(new Set(["a-one", "z-other"]));
    expect(notChecked).toEqual([{ ruleId: "crashing", title: "crashing的题目", reason: "crashed", detail: scope === "row" ? "TypeError: 行坏了" : "RangeError: 表坏了" }]);
    expect(checked).toBe(2);
  });
});

describe("levels", () => {
  const level = (rule: Rule, levels: Record<string, Severity | "off"> = {}) => {
    const context = contextOf();
    return checkLedger([rule], { ...context, profile: { ...context.profile, levels } }).problems[0]?.severity;
  };

  it.each<[string, Severity, Severity | undefined, Severity | "off" | undefined, Severity | undefined]>([
    ["the rule's own", "warning", undefined, undefined, "warning"],
    ["lower where the case is less certain", "error", "warning", undefined, "warning"],
    ["never above the rule's", "warning", "error", undefined, "warning"],
    ["the profile's, lower", "error", undefined, "info", "info"],
    ["the profile's, higher", "info", undefined, "error", "error"],
    ["lower than the profile's where the case is less certain", "info", "warning", "error", "warning"],
    ["never above the profile's", "error", "error", "info", "info"],
    ["off", "error", undefined, "off", undefined],
  ])("%s", (_what, own, said, profile, expected) => expect(level(speaking("one", own, said), profile ? { one: profile } : {})).toBe(expected));

  it("off by default unless the profile names it", () => {
    const rule = speaking("one", "error");
    const quiet: Rule = { ...rule, meta: { ...rule.meta, offByDefault: true } };
    expect(level(quiet)).toBeUndefined();
    expect(level(quiet, { one: "warning" })).toBe("warning");
  });
});

describe("order", () => {
  it("by row, column, level, rule", () => {
    const { problems } = checkLedger([speaking("z-rule", "info"), speaking("m-rule", "error"), speaking("a-rule", "info")], contextOf(3));
    expect(problems.map(({ row, ruleId }) => `${row} ${ruleId}`)).toEqual([2, 3, 4].flatMap((row) => [`${row} m-rule`, `${row} a-rule`, `${row} z-rule`]));
  });

  it("is the same whatever the order of the rules", () => {
    const context = contextOf(500);
    const expected = checkLedger(rules, context);
    expect(expected.problems.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules], { minLength: rules.length }), (shuffled) => {
        const { problems, notChecked, checked } = checkLedger(shuffled, context);
        expect(problems).toEqual(expected.problems);
        expect(new Set(notChecked)).toEqual(new Set(expected.notChecked));
        expect(checked).toBe(expected.checked);
      }),
      { numRuns: 5 },
    );
  });
});

describe("a problem's identity", () => {
  const ids = (rows: (string | number | null)[][]) => {
    const outcome = checkSheet({ grid: gridOfValues("台账", rows), sheets: [], facts: null, parents: [], choices: NO_CHOICES, today: "2024-06-01", year: 2024 });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value.result.problems.filter(({ ruleId }) => ruleId === "deadline-recognisable").map(({ id }) => id);
  };
  const sheet = [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "年地前"], ["3", "更新政府信息公开指南。", "办公室", "全年"]];

  it("survives rows that come above it and a new number", () => {
    const [id] = ids(sheet);
    const moved = [sheet[0]!, ["1", "清理长期不更新的新媒体账号。", "办公室", "9月底前"], ...sheet.slice(1).map(([, ...rest], index) => [String(index + 2), ...rest])];
    expect(ids(moved)).toEqual([id]);
  });

  it("ends when the text concerned changes", () => {
    expect(ids(sheet.map((row) => row.map((cell) => (cell === "年地前" ? "年第前" : cell))))).not.toEqual(ids(sheet));
  });

  it("no two problems of a check share one", () => {
    const { problems } = checkLedger(rules, contextOf(200));
    expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
  });
});

it("every rule has words, a reason and a way out, and speaks of nothing that is not there", () => {
  for (const { meta, docs: said, messages } of rules) {
    expect(meta.title, meta.id).not.toBe("");
    expect(said.why, meta.id).toMatch(/[。？]$/u);
    expect(said.howToFix, meta.id).toMatch(/[。？]$/u);
    expect(Object.keys(messages).length, meta.id).toBeGreaterThan(0);
  }
});
