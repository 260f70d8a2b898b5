import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/commands/app";
import type { FillInput } from "../../src/commands/engine";
import type { FillItem, FillProposal } from "../../src/core/fill/fill-proposal";
import { NO_CHOICES } from "../../src/core/kept/choices";
import { ok } from "../../src/core/result";
import { Pane } from "../../src/taskpane/pane";
import { checkedState, fixtureApp, outcomeOf } from "./fixture";

const showPane = (app: App) => render(<Pane app={app} host={{}} theme="light" />);

const item = (row: number, change: Partial<FillItem>): FillItem => ({
  id: `i${row}`,
  row: `k${row}`,
  sheetRow: row - 1,
  field: "units",
  at: { row: row - 1, column: 2 },
  label: "责任部门",
  about: "公开年度预算。",
  like: { requirement: "公开年度预算。", level1: "", level2: "" },
  before: "办公室牵头",
  held: "办公室牵头",
  after: "综合科牵头",
  choices: [],
  reason: "“办公室”换成“综合科”。",
  confidence: "sure",
  edits: [{ kind: "setCell", sheet: "台账", at: { row: row - 1, column: 2 }, before: "办公室牵头", after: "综合科牵头" }],
  ...change,
});
const proposal = (change: Partial<FillProposal>): FillProposal => ({ kind: "replacement", sheet: "台账", source: "“办公室”换成“综合科”", items: [item(4, {}), item(5, {})], skipped: [], notes: [], ...change });

/** A pane in 分工 whose engine remembers what it was asked and gives one proposal. */
function pane(gives: FillProposal, state: Parameters<typeof fixtureApp>[0] = {}) {
  const asked: FillInput[] = [];
  const { app, seen } = fixtureApp({ checks: [outcomeOf([])], ...state, state: { ...checkedState([]), view: "fill", ...state?.state } });
  app.engine.proposeFill = (input) => {
    asked.push(input);
    return Promise.resolve(ok(gives));
  };
  showPane(app);
  return { app, seen, asked };
}

describe("换处室", () => {
  it("is sent by Enter, offers the sheet's names, shows before and after, writes what is accepted", async () => {
    const { app } = fixtureApp({ checks: [outcomeOf([])], state: { ...checkedState([]), view: "fill" } });
    const asked: FillInput[] = [];
    app.engine.unitNames = () => Promise.resolve(["办公室", "信息中心"]);
    app.engine.proposeFill = (input) => {
      asked.push(input);
      return Promise.resolve(ok(proposal({})));
    };
    showPane(app);
    const form = await screen.findByRole("form", { name: "换处室" });
    await waitFor(() => expect([...form.querySelectorAll("option")].map(({ value }) => value)).toEqual(["办公室", "信息中心"]));
    expect(within(form).getByRole("button", { name: "先看换哪里" }).hasAttribute("disabled")).toBe(true);
    await userEvent.type(within(form).getByRole("combobox", { name: "把" }), "办公室");
    await userEvent.type(within(form).getByRole("combobox", { name: "换成" }), "综合科{Enter}");
    await waitFor(() => expect(asked.map(({ source, rows }) => [source, rows])).toEqual([[{ kind: "replacement", from: "办公室", to: "综合科" }, null]]));
    expect(await screen.findByText("“办公室”换成“综合科”，可改 2 处，还没有写。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "选中的 2 处照改" }));
    await waitFor(() => expect(app.session.get().journal[0]).toMatchObject({ command: "replaceUnit", title: "“办公室”换成“综合科”，改了 2 格。" }));
    expect(await screen.findByText("“办公室”换成“综合科”，没有可以改的地方了。")).toBeTruthy();
  });

  it("can be kept to the rows selected", async () => {
    const { app, asked } = pane(proposal({}));
    app.workbook.readSelection = () => Promise.resolve(ok({ sheet: "台账", top: 3, left: 0, bottom: 6, right: 3 }));
    const form = await screen.findByRole("form", { name: "换处室" });
    await userEvent.click(within(form).getByRole("radio", { name: "只管选中的行" }));
    await userEvent.type(within(form).getByRole("combobox", { name: "把" }), "办公室");
    await userEvent.type(within(form).getByRole("combobox", { name: "换成" }), "综合科{Enter}");
    await waitFor(() => expect(asked.map(({ rows }) => rows)).toEqual([[{ first: 3, last: 6 }]]));
  });
});

describe("收回答复", () => {
  it("takes several files at once and shows what was not answered", async () => {
    const { asked } = pane(proposal({ kind: "answers", source: "“法规科”、“办公室”的答复", items: [item(4, { field: "progress", before: "", after: "已制作两期" })], notes: ["还没有答的：“办公室”2项。"] }));
    await screen.findByRole("button", { name: "选返回的文件" });
    const input = document.querySelector<HTMLInputElement>("input[type=file][multiple]")!;
    await userEvent.upload(input, [new File(["1"], "法规科.xlsx"), new File(["2"], "办公室.xlsx")], { applyAccept: false });
    await waitFor(() => expect(asked.flatMap(({ source }) => (source.kind === "answers" ? source.lists.map((list) => (list.kind === "file" ? list.fileName : "")) : []))).toEqual(["法规科.xlsx", "办公室.xlsx"]));
    expect(await screen.findByText("还没有答的：“办公室”2项。")).toBeTruthy();
    expect(screen.getByText("“法规科”、“办公室”的答复，可填 1 处，还没有写。")).toBeTruthy();
  });

  it("says in a sentence that there is no sheet of ours to read", async () => {
    pane(proposal({}));
    await userEvent.click(await screen.findByRole("button", { name: "从“按单位拆分”表收" }));
    expect(await screen.findByText("工作簿里没有“按单位拆分”这张表。请先按单位拆分，或选处室返回的文件。")).toBeTruthy();
  });
});

describe("照什么填", () => {
  it("a shipped template, the parent with names adapted", async () => {
    const { asked, app } = pane(proposal({ kind: "template" }));
    await userEvent.click(await screen.findByRole("radio", { name: "通用模板" }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "选一个通用模板" }), "市政府办公室（科室）");
    await userEvent.click(screen.getByRole("button", { name: "先看怎么填" }));
    await waitFor(() => expect(asked[0]?.source).toMatchObject({ kind: "template", template: { id: "city-government-office" } }));
    app.session.update({ parents: [{ title: "任务分工", docNumber: "", issuer: "", year: 2025, issued: null, columns: [], tasks: [], notes: [], fingerprint: "f" }] });
    await userEvent.click(screen.getByRole("radio", { name: "上级文件里的责任单位" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "名称换成本级的对口单位" }));
    await userEvent.click(screen.getByRole("button", { name: "先看怎么填" }));
    await waitFor(() => expect(asked[1]?.source).toEqual({ kind: "parent", adapts: true }));
  });

  it("a choice made may be kept as a rule; one that is not ticked is not", async () => {
    const choices = [{ value: "办公室", reason: "甲" }, { value: "人事科", reason: "乙" }];
    const { app } = pane(proposal({ kind: "template" }), { state: { proposal: proposal({ kind: "template", items: [item(4, { confidence: "choose", after: "", edits: [], choices }), item(5, { confidence: "choose", after: "", edits: [], choices })] }) } });
    expect(screen.queryByRole("checkbox", { name: /记下来，下次照用$/u })).toBeNull();
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "第4行“责任部门”填什么" }), "人事科");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "第5行“责任部门”填什么" }), "办公室");
    await userEvent.click(screen.getByRole("checkbox", { name: "第4行“责任部门”选的记下来，下次照用" }));
    await userEvent.click(screen.getByRole("button", { name: "选中的 2 处照填" }));
    await waitFor(() => expect(app.session.get().choices.templateRules).toMatchObject([{ then: { units: "人事科" } }]));
    expect(await screen.findByText("这份文件里记着您选定的 1 条。")).toBeTruthy();
  });
});

describe("存成模板", () => {
  it("offers the file for saving", async () => {
    const { app, seen } = pane(proposal({}));
    app.engine.templateOf = () => Promise.resolve(ok({ taizhangTemplate: 1, id: "ledger", name: "台账", rules: [{ when: { words: ["预算"] }, then: { units: "财务科" }, reason: "", confidence: "sure" }] }));
    await userEvent.click(await screen.findByRole("button", { name: "存本表的分工" }));
    await waitFor(() => expect(seen.saved.map(([name]) => name)).toEqual(["台账.json"]));
  });

  it("forgets what was chosen only after asking", async () => {
    const { app } = pane(proposal({}), { state: { choices: { ...NO_CHOICES, templateRules: [{}] } } });
    await userEvent.click(await screen.findByRole("button", { name: "清除选定" }));
    expect(app.session.get().choices.templateRules).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "确定清除" }));
    await waitFor(() => expect(app.session.get().choices.templateRules).toEqual([]));
  });
});

describe("整理与加列", () => {
  it("puts columns where the user says, by the sheet's own labels", async () => {
    const { app } = pane(proposal({}));
    const asked: unknown[] = [];
    app.engine.planEnrichment = (_input, names, place) => {
      asked.push([names, place]);
      return Promise.resolve(ok({ edits: [], notes: ["加了。"], refused: [] }));
    };
    await userEvent.click(await screen.findByRole("checkbox", { name: "加一列落实情况，空着待填" }));
    const select = screen.getByRole("combobox", { name: "新列放在哪里" });
    expect([...select.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual(["表的最右边", "A列右边", "B列右边", "C列右边", "D列右边"]);
    await userEvent.selectOptions(select, "C列右边");
    await userEvent.click(screen.getByRole("button", { name: "照勾选的做" }));
    await waitFor(() => expect(asked).toEqual([[["progress"], { after: 2 }]]));
  });
});
