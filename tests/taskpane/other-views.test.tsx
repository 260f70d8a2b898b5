import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/commands/app";
import type { JournalEntry } from "../../src/core/edits/journal";
import type { FillItem, FillProposal } from "../../src/core/fill/fill-proposal";
import { NO_CHOICES } from "../../src/core/kept/choices";
import { Pane } from "../../src/taskpane/pane";
import { checkedState, fixtureApp, outcomeOf, textEdit } from "./fixture";

const showPane = (app: App) => render(<Pane app={app} host={{}} theme="light" />);

const LIKE: FillItem["like"] = { requirement: "公开年度预算。", level1: "", level2: "" };

const item = (row: number, change: Partial<FillItem>): FillItem => ({
  id: `i${row}`,
  row: `k${row}`,
  sheetRow: row - 1,
  field: "units",
  at: { row: row - 1, column: 2 },
  label: "责任部门",
  about: "公开年度预算。",
  like: LIKE,
  before: "",
  held: null,
  after: "办公室",
  choices: [],
  reason: "去年第3行写的是“办公室”",
  confidence: "sure",
  edits: [{ kind: "setCell", sheet: "台账", at: { row: row - 1, column: 2 }, before: null, after: "办公室" }],
  ...change,
});

const PROPOSAL: FillProposal = {
  kind: "template",
  sheet: "台账",
  source: "去年台账",
  items: [item(4, {}), item(5, { confidence: "probable" }), item(6, { confidence: "choose", after: "", edits: [], choices: [{ value: "办公室", reason: "甲" }, { value: "人事科", reason: "乙" }] })],
  skipped: [{ sheetRow: 7, field: "units", at: { row: 7, column: 2 }, reason: "formula" }],
  notes: ["“宣传科”一栏没有用上。"],
};

describe("对照", () => {
  it("without a parent says what cannot be checked, and takes a pasted table", async () => {
    const { app } = fixtureApp({ state: { view: "match" } });
    const pasted: unknown[] = [];
    app.engine.parentOfPaste = (paste) => {
      pasted.push(paste);
      return Promise.resolve({ ok: false, error: { from: "parent", failure: { code: "no-tasks" } } });
    };
    showPane(app);
    expect(await screen.findByText("还没选上级文件，漏项和时限宽严暂时查不了。把文件拖进来，或从网页、Word 里复制表格粘贴。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "粘贴表格" }));
    await userEvent.type(screen.getByRole("textbox", { name: "把复制的表格粘贴到这里" }), "没有表");
    await userEvent.click(screen.getByRole("button", { name: "读取" }));
    expect(pasted).toEqual([{ text: "没有表" }]);
    expect(await screen.findByText(/^这份文件里没有找到任务表/u)).toBeTruthy();
  });
});

describe("分工", () => {
  it("says what it needs before anything was proposed", async () => {
    showPane(fixtureApp({ state: { view: "fill" } }).app);
    expect(await screen.findByText("还没有可套用的分工。请选去年的台账，或在表里建一张“责任分工”。")).toBeTruthy();
  });

  it("ticks sure answers only, and writes what is ticked", async () => {
    const { app } = fixtureApp({ state: { ...checkedState([]), view: "fill", proposal: PROPOSAL }, checks: [outcomeOf([])] });
    showPane(app);
    await userEvent.click(await screen.findByRole("button", { name: "选中的 1 处照填" }));
    await waitFor(() => expect(app.session.get().proposal?.items.map(({ id }) => id)).toEqual(["i5", "i6"]));
  });

  it("cannot write a choice before it was made", async () => {
    const { app } = fixtureApp({ state: { ...checkedState([]), view: "fill", proposal: PROPOSAL }, checks: [outcomeOf([])] });
    showPane(app);
    const group = await screen.findByRole("region", { name: "请您选" });
    const accept = within(group).getByRole("button", { name: "照填" });
    expect(accept.hasAttribute("disabled")).toBe(true);
    await userEvent.selectOptions(within(group).getByRole("combobox"), "人事科");
    await userEvent.click(accept);
    await waitFor(() => expect(app.session.get().journal[0]?.inverses).toMatchObject([{ kind: "setCell", after: "人事科" }]));
  });

  it("says what it left out, and why", async () => {
    showPane(fixtureApp({ state: { view: "fill", proposal: PROPOSAL } }).app);
    expect(await screen.findByText("1 处没有列出：格里是公式")).toBeTruthy();
    expect(screen.getByText("“宣传科”一栏没有用上。")).toBeTruthy();
  });
});

describe("出稿", () => {
  const entry: JournalEntry = { id: "journal-000001", command: "tidyFormat", title: "统一格式，改了2处", time: "2025-05-20T08:00:00.000Z", sheet: "台账", inverses: [textEdit(5, "年底前", "年底 前"), textEdit(4, "年底前", "年底 前")], undone: [0] };

  it("has nothing to take back at first", async () => {
    showPane(fixtureApp({ state: { view: "output" } }).app);
    expect(await screen.findByText("本工具没有改过这份表。")).toBeTruthy();
  });

  it("lists what was changed in the order it was done, and what was taken back already", async () => {
    showPane(fixtureApp({ state: { view: "output", journal: [entry] } }).app);
    await userEvent.click(await screen.findByRole("button", { name: "2 处" }));
    expect(screen.getAllByRole("button", { name: /^撤销第.+的修改$/u }).map((button) => button.getAttribute("aria-label"))).toEqual(["撤销第4行D列的修改"]);
  });

  it("names a changed cell by row and column, and jumps to it", async () => {
    const labels = new Map([[3, "时限 要求"]]);
    const ledger = { ...outcomeOf([]).result.ledger, blocks: [{ header: { first: 0, last: 0 }, first: 1, last: 9, columns: { deadline: 3 }, labels, evidence: {} }] };
    const { app, seen } = fixtureApp({ state: { ...checkedState([], { ledger }), view: "output", journal: [entry] } });
    app.engine.readLedger = () => Promise.resolve({ ok: false, error: { code: "no-header" } });
    showPane(app);
    await userEvent.click(await screen.findByRole("button", { name: "2 处" }));
    await userEvent.click(screen.getByRole("button", { name: "第4行“时限要求”" }));
    await waitFor(() => expect(seen.selected).toEqual(["台账!3,3"]));
  });

  it("asks before 定稿, and afterwards offers nothing to take back", async () => {
    const { app } = fixtureApp({ state: { view: "output", journal: [entry] } });
    showPane(app);
    await userEvent.click(await screen.findByRole("button", { name: "定稿" }));
    expect(app.session.get().choices.closed).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "确定定稿" }));
    await waitFor(() => expect(app.session.get().choices.closed).not.toBeNull());
    expect(screen.getByRole("button", { name: "撤销全部修改" }).hasAttribute("disabled")).toBe(true);
  });

  it("copies the verdict", async () => {
    const { app, seen } = fixtureApp({ state: { ...checkedState([]), view: "output" } });
    showPane(app);
    await userEvent.click(await screen.findByRole("button", { name: "复制结论" }));
    await waitFor(() => expect(seen.copied).toHaveLength(1));
  });
});

describe("设置", () => {
  it("keeps 本单位", async () => {
    const { app } = fixtureApp({ state: { view: "settings" } });
    showPane(app);
    await userEvent.type(await screen.findByRole("combobox", { name: "本单位" }), "省民政厅{Enter}");
    await waitFor(() => expect(app.session.get().choices.unit).toBe("省民政厅"));
  });

  it("sets a column right; the field leaves the column it was in", async () => {
    const { app } = fixtureApp({ state: { ...checkedState([]), view: "settings" }, checks: [outcomeOf([])] });
    showPane(app);
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "C列" }), "时限要求");
    await userEvent.click(screen.getByRole("button", { name: "照这样认" }));
    await waitFor(() => expect(app.session.get().choices.reading["台账"]?.columns).toEqual({ seq: 0, requirement: 1, units: null, deadline: 2 }));
  });

  it("asks before clearing what is kept in the file", async () => {
    const { app } = fixtureApp({ state: { view: "settings", choices: { ...NO_CHOICES, unit: "省民政厅" } } });
    showPane(app);
    await userEvent.click(await screen.findByRole("button", { name: "清除本工具数据" }));
    expect(app.session.get().choices.unit).toBe("省民政厅");
    await userEvent.click(screen.getByRole("button", { name: "确定清除" }));
    await waitFor(() => expect(app.session.get().choices.unit).toBe(""));
  });

  it("refuses a file that is no 检查口径, in a sentence", async () => {
    showPane(fixtureApp({ state: { view: "settings" } }).app);
    await screen.findByRole("button", { name: "导入口径文件" });
    const input = document.querySelector<HTMLInputElement>("input[type=file][accept='.json']")!;
    await userEvent.upload(input, new File(["不是"], "口径.json"));
    expect(await screen.findByText(/^这不是本工具的检查口径文件/u)).toBeTruthy();
  });
});
