import { describe, expect, it } from "vitest";
import type { CheckOutcome } from "../../src/commands/engine";
import type { LedgerCell, LedgerRow } from "../../src/core/ledger/ledger";
import type { Link } from "../../src/core/matching/matching";
import type { ParentDocument, ParentTask } from "../../src/core/parent/parent-document";
import { boundCounts, compare } from "../../src/taskpane/comparison";
import { outcomeOf, problemAt } from "./fixture";

const task = (seq: string, requirement: string): ParentTask => ({
  seq,
  level1: "",
  level2: "",
  requirement,
  units: "各部门",
  deadline: "年底前",
  inferred: [],
  responsibility: { raw: "", groups: [], openEnded: false, notes: [], structure: [] },
  due: { raw: "年底前", kind: "date", due: "2025-12-31", start: null, recurrence: null, span: { start: 0, end: 0 }, assumed: [], alternative: null, likely: null, steps: [], notComputed: null },
});

const parent = (tasks: readonly ParentTask[]): ParentDocument => ({ title: "任务分工", docNumber: "某政办〔2025〕1号", issuer: "", year: 2025, issued: null, columns: [], tasks, notes: [], fingerprint: "x" });

const row = (index: number, text: string): LedgerRow => {
  const cell: LedgerCell = { text, raw: text, at: { row: index + 3, column: 1 }, source: "own", parts: [] };
  return { key: `k${index}`, row: index + 3, rows: [index + 3], item: 0, block: 0, cells: { requirement: cell }, inferred: [] };
};

const link = (index: number, change: Partial<Link>): Link => ({ row: index, tasks: [], score: 1, state: "sure", decided: false, candidates: [], ...change });

const TASKS = [task("1", "公开年度预算。"), task("2", "开展自查。"), task("3", "组织培训。"), task("4", "公布清单。"), task("5", "由各市落实。")];

function outcome(change: Partial<CheckOutcome>, problems = outcomeOf([]).result.problems): CheckOutcome {
  const base = outcomeOf(problems);
  const rows = [row(0, "公开年度预算。"), row(1, "每月开展自查。"), row(2, "本单位自己的事。"), row(3, "公布一张清单。")];
  return { ...base, result: { ...base.result, ledger: { ...base.result.ledger, rows } }, ...change };
}

const ALIGNMENT = {
  links: [link(0, { tasks: [0] }), link(1, { tasks: [1] }), link(2, { state: "local" }), link(3, { tasks: [3], state: "confirm", score: 0.4 })],
  unanswered: [2, 4],
};

const BINDINGS = [
  { task: 0, binding: "all", words: "各部门", asLead: false },
  { task: 1, binding: "named", words: "省民政厅", asLead: true },
  { task: 2, binding: "counterpart", words: "省民政厅", asLead: false },
  { task: 3, binding: "some", words: "有关部门", asLead: false },
  { task: 4, binding: "localities", words: "各市", asLead: false },
] as const;

describe("the piles of 对照", () => {
  const comparison = compare(outcome({ alignment: ALIGNMENT, bindings: BINDINGS }), [parent(TASKS)], new Set(["wider"]), new Set())!;
  const pilesOf = (key: string) => comparison.lines.find((line) => line.key === key)?.piles;

  it("leave a row out that says the same as its task", () => expect(pilesOf("row 0")).toEqual([]));
  it("put a row with other words under 文字有出入", () => expect(pilesOf("row 1")).toEqual(["changed"]));
  it("put a row without a task under 本单位新增", () => expect(pilesOf("row 2")).toEqual(["local"]));
  it("put an uncertain row under 请确认 only, for its wording is not yet to be compared", () => expect(pilesOf("row 3")).toEqual(["confirm"]));
  it("ask about a bound task without a row", () => expect(pilesOf("task 2")).toEqual(["missing"]));
  it("fold what binds only localities", () => {
    expect(pilesOf("task 4")).toBeUndefined();
    expect(comparison.folded.map(({ key }) => key)).toEqual(["task 4"]);
  });
  it("are counted", () => expect(comparison.counts).toEqual({ missing: 1, looser: 0, changed: 1, local: 1, confirm: 1 }));

  it("take 时限变宽 from what the check found", () => {
    const found = problemAt(4, { ruleId: "wider", rowKey: "k0" });
    const wider = compare(outcome({ alignment: ALIGNMENT, bindings: BINDINGS }, [found]), [parent(TASKS)], new Set(["wider"]), new Set())!;
    expect(wider.lines.find(({ key }) => key === "row 0")?.piles).toEqual(["looser"]);
  });

  it("do not exist without a parent", () => expect(compare(outcome({}), [], new Set(), new Set())).toBeNull());

  it("name the document of a task where there are several", () => {
    const two = compare(outcome({ alignment: ALIGNMENT, bindings: BINDINGS }), [parent(TASKS), parent(TASKS)], new Set(), new Set())!;
    expect(two.lines.find(({ key }) => key === "row 1")?.tasks[0]?.document).toBe("某政办〔2025〕1号");
  });
});

it("counts who is named and who is meant by 泛称", () => {
  expect(boundCounts(BINDINGS)).toEqual({ named: 2, collective: 2 });
  expect(boundCounts(null)).toBeNull();
});
