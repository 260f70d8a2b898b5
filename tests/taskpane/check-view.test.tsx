import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/commands/app";
import { Pane } from "../../src/taskpane/pane";
import { checkedState, fixtureApp, outcomeOf, problemAt, textEdit } from "./fixture";

const showPane = (app: App, host = {}) => render(<Pane app={app} host={host} theme="light" />);
const lines = () => [...screen.getByRole("list", { name: "问题清单" }).querySelectorAll("[data-line]")].map((line) => line.textContent);

describe("before the first check", () => {
  it("says what to press, and offers the sample where there is one", () => {
    showPane(fixtureApp().app, { openSample: () => undefined });
    expect(screen.getByText("打开台账，点“一键检查”。本工具不联网、不上传；涉密文件请勿在非涉密计算机上打开。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "看示例" })).toBeTruthy();
  });

  it("shows the verdict after 一键检查", async () => {
    const { app } = fixtureApp({ checks: [outcomeOf([problemAt(8)])] });
    showPane(app);
    await userEvent.click(screen.getByRole("button", { name: "一键检查" }));
    expect(await screen.findByRole("heading", { name: "必改 1 处，改完再报。" })).toBeTruthy();
  });

  it("asks for the header when the sheet is no ledger", async () => {
    const { app } = fixtureApp();
    app.engine.check = () => Promise.resolve({ ok: false, error: { code: "no-header" } });
    showPane(app);
    await userEvent.click(screen.getByRole("button", { name: "一键检查" }));
    await userEvent.click(await screen.findByRole("button", { name: "我来指定表头" }));
    expect(app.session.get().view).toBe("settings");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("表头在第几行")));
  });

  it("says why a sheet cannot be read, also after a press on the ribbon, and offers the others", () => {
    const sheet = (name: string, change = {}) => ({ name, visible: true, active: false, ours: false, ...change });
    const sheets = [sheet("填表说明", { active: true }), sheet("台账"), sheet("藏着的", { visible: false }), sheet("检查情况表", { ours: true })];
    showPane(fixtureApp({ state: { sheets, sheet: "填表说明", unreadable: { sheet: "填表说明", failure: { code: "sheet-empty" } } } }).app);
    expect(screen.getByText("这张工作表是空的。请换一张工作表。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "我来指定表头" })).toBeNull();
    expect(within(screen.getByRole("group", { name: "换一张工作表：" })).getAllByRole("button").map((button) => button.textContent)).toEqual(["台账"]);
  });
});

describe("the verdict", () => {
  it("stands beside what was not checked, with the way to choose the parent", () => {
    const notChecked = [{ ruleId: "a", title: "甲", reason: "parent" as const, detail: "" }, { ruleId: "b", title: "乙", reason: "parent" as const, detail: "" }];
    showPane(fixtureApp({ state: checkedState([], { notChecked }) }).app);
    expect(screen.getByText("查了 14 项，2 项没查：没有选上级文件。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "选上级文件" })).toBeTruthy();
  });

  it("says since when it is stale, and checks again when asked", async () => {
    const state = checkedState([problemAt(8)]);
    const { app } = fixtureApp({ state: { check: { ...state.check!, stale: true } }, checks: [outcomeOf([])] });
    showPane(app);
    expect(screen.getByText("表格改过了，这是 16:52 的结果。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "重新检查" }));
    expect(await screen.findByRole("heading", { name: "没有发现问题。" })).toBeTruthy();
  });
});

describe("the head of a group", () => {
  it("says how many are of the level it is marked with, and tells two kinds of one rule apart", async () => {
    const blank = (row: number, severity: "error" | "warning") => problemAt(row, { ruleId: "units-filled", kind: "blank", severity });
    const asAbove = (row: number) => problemAt(row, { ruleId: "units-filled", kind: "as-above", severity: "warning", message: `第${row}行空着，是不是同上面的？` });
    showPane(fixtureApp({ state: checkedState([blank(4, "error"), blank(5, "warning"), blank(6, "warning"), asAbove(8), asAbove(9)]) }).app);
    expect(await screen.findByRole("button", { name: /必改 1，共 3 处/u })).toBeTruthy();
    expect(await screen.findByRole("button", { name: /，如：第8行空着，是不是同上面的？.*2 处/u })).toBeTruthy();
  });
});

describe("the list", () => {
  const problems = [problemAt(8), problemAt(9), problemAt(4, { ruleId: "serial", severity: "warning", message: "第4行序号重了。" }), problemAt(5, { ruleId: "width", severity: "info", message: "第5行半角括号。" })];

  it("folds a kind and unfolds it, and shows a single problem as it is", async () => {
    showPane(fixtureApp({ state: checkedState(problems) }).app);
    expect(lines()).toHaveLength(3);
    await userEvent.click(screen.getByRole("button", { name: /2 处/u }));
    expect(lines()).toHaveLength(5);
  });

  it("shows one level when its chip is pressed, and all again", async () => {
    showPane(fixtureApp({ state: checkedState(problems) }).app);
    const chip = screen.getByRole("button", { name: "请核对 1" });
    await userEvent.click(chip);
    expect(lines()).toEqual([expect.stringContaining("第4行序号重了。")]);
    await userEvent.click(chip);
    expect(lines()).toHaveLength(3);
  });

  it("reads through by rows when asked", async () => {
    showPane(fixtureApp({ state: checkedState(problems) }).app);
    await userEvent.click(screen.getByRole("button", { name: "按行" }));
    expect(lines()).toHaveLength(4);
  });

  it("lists only the rows asked for by 检查本行", () => {
    showPane(fixtureApp({ state: { ...checkedState(problems), onlyRows: { first: 3, last: 3 } } }).app);
    expect(screen.getByText("只列第4行的问题。")).toBeTruthy();
    expect(lines()).toEqual([expect.stringContaining("第4行序号重了。")]);
  });

  it("draws only a part of a very long list", () => {
    const many = Array.from({ length: 3_000 }, (_, index) => problemAt(index + 2, { kind: `k${index}` }));
    showPane(fixtureApp({ state: checkedState(many) }).app);
    expect(lines().length).toBeLessThan(200);
    expect(screen.getByRole("list", { name: "问题清单" }).querySelector("li")!.getAttribute("aria-setsize")).toBe("3000");
  });
});

describe("a problem", () => {
  const wrong = problemAt(12, {
    message: "第12行时限“年底 前”里有空格。",
    severity: "info",
    fix: [textEdit(12, "年底 前", "年底前")],
    suggestions: [{ label: "原文如此", edits: [], action: { kind: "ignore", reason: "原文如此" } }],
  });

  it("is jumped to with Enter, and the focus stays on its line", async () => {
    const { app, seen } = fixtureApp({ state: checkedState([wrong]) });
    showPane(app);
    const line = screen.getByRole("button", { name: /第12行时限/u });
    line.focus();
    await userEvent.keyboard("{Enter}");
    expect(seen.selected).toEqual(["台账!11,3"]);
    expect(document.activeElement).toBe(line);
    expect(screen.getByText("督办和“回头看”都要按时限核。")).toBeTruthy();
  });

  it("shows what would change with the changed characters marked", async () => {
    showPane(fixtureApp({ state: { ...checkedState([wrong]), currentProblem: wrong.id } }).app);
    await waitFor(() => expect(document.querySelector("del")?.textContent).toBe("␣"));
  });

  it("marks a character that takes no room", async () => {
    const unseen = { ...wrong, fix: [textEdit(12, "年底\u200b前", "年底前")] };
    showPane(fixtureApp({ state: { ...checkedState([unseen]), currentProblem: unseen.id } }).app);
    await waitFor(() => expect(document.querySelector("del")?.textContent).toBe("◇"));
  });

  it("offers its choices with Ctrl+. and does nothing on Delete or Alt+Enter", async () => {
    const { app, seen } = fixtureApp({ state: checkedState([wrong]) });
    showPane(app);
    screen.getByRole("button", { name: /第12行时限/u }).focus();
    await userEvent.keyboard("{Delete}");
    expect(seen.selected).toEqual([]);
    expect(app.session.get().choices.ignores).toEqual([]);
    await userEvent.keyboard("{Control>}.{/Control}");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("改这1处"));
  });

  it("is kept as it is only with a reason", async () => {
    const { app } = fixtureApp({ state: { ...checkedState([wrong]), currentProblem: wrong.id }, checks: [outcomeOf([])] });
    showPane(app);
    await userEvent.click(screen.getByRole("button", { name: "不改…" }));
    await userEvent.click(screen.getByRole("button", { name: "确定不改" }));
    expect(screen.getByText("请选一条理由，或自己写一句。")).toBeTruthy();
    await userEvent.click(screen.getByRole("radio", { name: "已与责任单位核实" }));
    await userEvent.click(screen.getByRole("button", { name: "确定不改" }));
    await waitFor(() => expect(app.session.get().choices.ignores).toEqual([{ problem: wrong.id, reason: "已与责任单位核实", parent: expect.any(String) as string }]));
  });

  it("of a kind can be kept together", async () => {
    const { app } = fixtureApp({ state: { ...checkedState([problemAt(8), problemAt(9)]), currentProblem: problemAt(8).id }, checks: [outcomeOf([])] });
    showPane(app);
    await userEvent.click(screen.getByRole("button", { name: /2 处/u }));
    await userEvent.click(screen.getByRole("button", { name: "不改…" }));
    await userEvent.click(screen.getByRole("radio", { name: "原文如此" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "同类 2 处都不改" }));
    await userEvent.click(screen.getByRole("button", { name: "确定不改" }));
    await waitFor(() => expect(app.session.get().choices.ignores.map(({ problem }) => problem)).toEqual(["deadline-filled*"]));
  });

  it("that is gone after a check is counted aloud", async () => {
    const { app } = fixtureApp({ state: checkedState([problemAt(8), problemAt(9)]) });
    showPane(app);
    act(() => app.session.update(checkedState([problemAt(9)])));
    expect(await screen.findByText(/已解决 1 处，还有 1 处。/u)).toBeTruthy();
  });

  it("is moved to with F8, from anywhere in the pane", async () => {
    const { app, seen } = fixtureApp({ state: checkedState([problemAt(8), problemAt(9)]) });
    showPane(app);
    screen.getByRole("tab", { name: "检查" }).focus();
    await userEvent.keyboard("{F8}");
    await waitFor(() => expect(seen.selected).toEqual(["台账!7,3"]));
    await userEvent.keyboard("{F8}");
    await waitFor(() => expect(seen.selected).toEqual(["台账!7,3", "台账!8,3"]));
  });
});

describe("统一格式", () => {
  it("shows every change before it is made, and leaves out what is unticked", async () => {
    const slips = [12, 13].map((row) => problemAt(row, { message: `第${row}行有空格。`, severity: "info", fix: [textEdit(row, "年底 前", "年底前")] }));
    const { app } = fixtureApp({ state: checkedState(slips) });
    const planned: (readonly string[] | undefined)[] = [];
    app.engine.planFixes = (_input, ids) => {
      planned.push(ids);
      return Promise.resolve({ ok: true, value: { edits: [], problemIds: [], left: [] } as never });
    };
    showPane(app);
    await userEvent.click(screen.getByRole("button", { name: "统一格式（2 处）" }));
    const panel = screen.getByRole("region", { name: "统一格式（2 处）" });
    expect(within(panel).getAllByRole("checkbox")).toHaveLength(2);
    await userEvent.click(within(panel).getByRole("checkbox", { name: "第12行有空格。" }));
    await userEvent.click(within(panel).getByRole("button", { name: "统一格式（1 处）" }));
    await waitFor(() => expect(planned).toEqual([[slips[1]!.id]]));
  });
});
