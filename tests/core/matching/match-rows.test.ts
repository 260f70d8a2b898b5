import { describe, expect, it } from "vitest";
import { matchRows } from "../../../src/core/matching/match-rows";
import type { LinkDecision, MatchItem } from "../../../src/core/matching/matching";
import { missingTasks } from "../../../src/core/matching/missing-tasks";
import { taskKeys } from "../../../src/core/matching/task-keys";
import { parentOf } from "../../support/parent-of";

const CLEAN = "每季度开展一次河道保洁，清理沿岸堆放垃圾，建立巡查记录。";
const PLANT = "完成年度造林任务，补植补造缺株断带，落实管护责任人。";
const TEACH = "在中小学开设节水护水课程，编印读本，组织实地参观。";
const parent = parentOf({ docNumber: "清政办〔2024〕3号", tasks: [CLEAN, PLANT, TEACH].map((requirement) => ({ requirement })) });
const upper = parentOf({ docNumber: "省政办〔2024〕1号", tasks: ["组织开展河道保洁，建立巡查记录，通报问题河段。", PLANT].map((requirement) => ({ requirement })) });

const row = (requirement: string): MatchItem => ({ seq: "", level1: "", level2: "", requirement });
const keysOf = (rows: readonly MatchItem[]) => rows.map(({ requirement, seq }) => `${requirement}|${seq}`);
const decide = (decision: Partial<LinkDecision>): LinkDecision => ({ row: "", parent: parent.docNumber, tasks: [], ...decision });

describe("several parents", () => {
  const rows = [row(CLEAN), row(PLANT)];
  const { links, unanswered } = matchRows({ rows, keys: keysOf(rows), parents: [upper, parent], decisions: [] });

  it("shows for each row the nearest document, counting tasks through all of them", () => {
    expect(links.map(({ parent: at, tasks, state }) => [at, tasks, state])).toEqual([
      [1, [2], "sure"],
      [0, [1], "sure"],
    ]);
  });

  it("does not miss in one document what the row answers in both", () => expect(unanswered).toEqual([4]));

  it("finds nothing without documents", () =>
    expect(matchRows({ rows, keys: keysOf(rows), parents: [], decisions: [] })).toEqual({
      links: rows.map((_, at) => ({ row: at, tasks: [], score: 0, state: "local", decided: false, candidates: [] })),
      unanswered: [],
    }));
});

describe("decisions of the user", () => {
  const [cleanKey, plantKey] = taskKeys(parent.tasks) as [string, string, string];
  const rows = [row("举办护河志愿活动。"), row(PLANT)];
  const linksWith = (decisions: readonly LinkDecision[], ledger: readonly MatchItem[] = rows, keys = keysOf(ledger)) =>
    matchRows({ rows: ledger, keys, parents: [parent], decisions }).links.map(({ tasks, decided }) => [tasks.join("+"), decided]);

  it("outrank the texts", () => expect(linksWith([decide({ row: keysOf(rows)[0]!, tasks: [cleanKey] })])).toEqual([["0", true], ["1", false]]));

  it("may say that a row answers nothing", () => expect(linksWith([decide({ row: keysOf(rows)[1]!, tasks: [] })])).toEqual([["", false], ["", true]]));

  it("stay with their row when rows come in above", () => {
    const longer = [row("新增一行。"), ...rows];
    expect(linksWith([decide({ row: keysOf(rows)[0]!, tasks: [cleanKey, plantKey] })], longer)[1]).toEqual(["0+1", true]);
  });

  it("stay with their row when the sheet is renumbered, if its text is the only one", () => {
    const renumbered = rows.map((item, at) => ({ ...item, seq: String(at + 5) }));
    const decision = decide({ row: keysOf(rows)[0]!, tasks: [cleanKey], requirement: "举办 护河志愿活动" });
    expect(linksWith([decision], renumbered)[0]).toEqual(["0", true]);
    expect(linksWith([decision], [...renumbered, { ...rows[0]!, seq: "9" }])[0]).toEqual(["", false]);
  });

  it("a later one replaces an earlier one", () =>
    expect(linksWith([decide({ row: keysOf(rows)[0]!, tasks: [cleanKey] }), decide({ row: keysOf(rows)[0]!, tasks: [plantKey] })])[0]).toEqual(["1", true]));

  it.each([
    ["made for another document", decide({ row: keysOf(rows)[0]!, tasks: [cleanKey], parent: "别的文号" })],
    ["without a document", decide({ row: keysOf(rows)[0]!, tasks: [cleanKey], parent: "" })],
    ["whose row is gone", decide({ row: "没有这一行", tasks: [cleanKey] })],
    ["whose task is gone", decide({ row: keysOf(rows)[0]!, tasks: ["没有这一项"] })],
  ])("are not applied when %s", (_, decision) => expect(linksWith([decision])).toEqual([["", false], ["1", false]]));
});

describe("taskKeys", () => {
  it("does not change with number, width or blanks, and tells equal texts apart", () => {
    const keys = taskKeys([row("公开目录（2024）"), { ...row("公开目录 (2024)"), seq: "7" }, row("公开指南")]);
    expect(keys[1]).toBe(`${keys[0]}#2`);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe("missingTasks", () => {
  it("asks only for what binds certainly and has no row", () => {
    const bindings = (["named", "some", "localities", "none", "all", "counterpart"] as const).map((binding, task) => ({ task, binding, words: binding, asLead: false }));
    const missing = missingTasks({ links: [], unanswered: [1, 2, 3, 4, 5] }, bindings);
    expect(missing.asked.map(({ task }) => task)).toEqual([4, 5]);
    expect(missing.some.map(({ task }) => task)).toEqual([1]);
    expect(missing.localities.map(({ task }) => task)).toEqual([2]);
  });
});
