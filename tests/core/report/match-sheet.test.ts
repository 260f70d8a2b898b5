import { expect, it } from "vitest";
import type { Alignment, TaskBinding } from "../../../src/core/matching/matching";
import { matchSheet, type MatchSheetRow } from "../../../src/core/report/match-sheet";
import { parentOf } from "../../support/parent-of";

const { tasks } = parentOf({
  tasks: [
    { requirement: "每季度公开一次目录，接受监督。", deadline: "年底前" },
    { requirement: "举办培训。", deadline: "6月底前" },
    { requirement: "整合热线。", deadline: "年底前" },
    { requirement: "发布年报。", deadline: "年底前" },
  ],
});
const rows: MatchSheetRow[] = ["每半年公开一次目录。", "走访企业。", "整合 热线。", "办培训。"].map((requirement, at) => ({ at: { row: at + 4, column: 2 }, seq: String(at + 1), requirement, deadline: at === 0 ? "持续推进" : "年底前" }));
const alignment: Alignment = {
  links: [
    { row: 0, tasks: [0], score: 0.7, state: "sure", decided: false, candidates: [] },
    { row: 1, tasks: [], score: 0, state: "local", decided: false, candidates: [] },
    { row: 2, tasks: [2], score: 1, state: "sure", decided: false, candidates: [] },
    { row: 3, tasks: [2], score: 0.3, state: "confirm", decided: false, candidates: [] },
  ],
  unanswered: [1, 3],
};
const bindings: TaskBinding[] = (["named", "counterpart", "all", "some"] as const).map((binding, task) => ({ task, binding, words: "", asLead: false }));
const made = matchSheet({ ledgerSheet: "台账", parentName: "江政办〔2024〕1号", tasks, rows, alignment, bindings, isLooser: (row) => row === 0 });

it("puts every task beside its rows, and the rows of our own at the end", () => {
  expect(made.rows.slice(3).map((line) => line.map(({ value }) => value ?? "·").join("|"))).toEqual([
    "1|每季度公开一次目录，接受监督。|年底前|第5行|每半年公开一次目录。|持续推进|对应，时限变宽|“季度”写作“半年”；少“，接受监督”",
    "2|举办培训。|6月底前|·|·|·|可能漏项（对口）|·",
    "3|整合热线。|年底前|第7行|整合 热线。|年底前|对应|",
    "3|整合热线。|年底前|第8行|办培训。|年底前|请确认|“整合热线”写作“办培训”",
    "4|发布年报。|年底前|·|·|·|泛称，可能涉及|·",
    "·|·|·|第6行|走访企业。|年底前|本单位新增|·",
  ]);
});

it("sums up, jumps to the rows, and marks what to look at", () => {
  expect(made.rows[1]![0]!.value).toBe("对应2行，请确认1行，本单位新增1行；上级4项，没有对应的2项。");
  expect(made.rows[3]![3]!.link).toEqual({ sheet: "台账", at: { row: 4, column: 2 } });
  expect(made.rows.slice(3).map((line) => [line[5]!.style, line[6]!.style])).toEqual([
    ["warning", "center"],
    ["cell", "warning"],
    ["center", "center"],
    ["center", "warning"],
    ["cell", "info"],
    ["center", "center"],
  ]);
});

it("is a sheet of ours, rectangular, and says nothing about binding while 本单位 is not chosen", () => {
  expect(made.keep).toBe(false);
  expect(new Set(made.rows.map((line) => line.length))).toEqual(new Set([made.widths.length]));
  const open = matchSheet({ ledgerSheet: "台账", parentName: "", tasks, rows, alignment, bindings: null, isLooser: () => false });
  expect(open.rows.flat().filter(({ value }) => value === "本表没有对应")).toHaveLength(2);
});
