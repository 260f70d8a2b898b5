import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/commands/app";
import type { ParentDocument } from "../../src/core/parent/parent-document";
import { Pane } from "../../src/taskpane/pane";
import { fixtureApp } from "./fixture";

const showPane = (app: App) => render(<Pane app={app} host={{}} theme="light" />);

describe("a parent that was read", () => {
  const layout: ParentDocument["layout"] = [
    { column: 0, label: "序号", example: "1", field: "seq" },
    { column: 1, label: "具体要求", example: "公开年度预算。", field: "requirement" },
    { column: 2, label: "时限要求", example: "年底前", field: "deadline" },
    { column: 3, label: "节点", example: "6月底前", field: null },
  ];
  const parent: ParentDocument = { title: "任务分工", docNumber: "云政办秘〔2024〕18号", issuer: "", year: 2024, issued: null, columns: ["seq", "requirement", "deadline"], tasks: [], notes: [], fingerprint: "f", layout, correctable: true };

  /** Opens the form and gives what was asked of the engine when it is sent. */
  async function corrected(change: Partial<ParentDocument>, act: () => Promise<void>): Promise<readonly unknown[]> {
    const shown = { ...parent, ...change };
    const { app } = fixtureApp({ state: { view: "match", parents: [shown] } });
    const asked: unknown[] = [];
    app.engine.correctParent = (_part, correction) => {
      asked.push(correction);
      return Promise.resolve({ ok: true, value: { parent: { ...shown, correction }, part: { id: "parent-f", text: "{}" } } });
    };
    showPane(app);
    await userEvent.click(await screen.findByRole("button", { name: "认得不对，改一改" }));
    await act();
    await waitFor(() => expect(screen.queryByRole("form", { name: "认得不对，改一改" })).toBeNull());
    return asked;
  }
  const readAgain = () => userEvent.click(screen.getByRole("button", { name: "照这样重新读" }));

  it("is set right column by column; the field leaves the column it was in", async () => {
    const asked = await corrected({}, async () => {
      expect(screen.getByRole("button", { name: "照这样重新读" }).hasAttribute("disabled")).toBe(true);
      await userEvent.selectOptions(screen.getByRole("combobox", { name: /^第4列“节点”/u }), "时限要求");
      await readAgain();
    });
    expect(asked).toEqual([{ columns: { seq: 0, requirement: 1, deadline: 3 } }]);
  });

  it("can be told that a column is none of these", async () => {
    const asked = await corrected({}, async () => {
      await userEvent.selectOptions(screen.getByRole("combobox", { name: /^第3列“时限要求”/u }), "");
      await readAgain();
    });
    expect(asked).toEqual([{ columns: { seq: 0, requirement: 1, deadline: null } }]);
  });

  it("has its 文号 and year set right, with what was said before kept; focus goes back to where the form was opened", async () => {
    const asked = await corrected({ correction: { columns: { deadline: 3 } } }, async () => {
      await userEvent.clear(screen.getByRole("textbox", { name: "文号" }));
      await userEvent.type(screen.getByRole("textbox", { name: "文号" }), "云政办秘〔2023〕18号");
      await userEvent.clear(screen.getByRole("spinbutton", { name: "年度" }));
      await userEvent.type(screen.getByRole("spinbutton", { name: "年度" }), "2023");
      await readAgain();
    });
    expect(asked).toEqual([{ columns: { deadline: 3 }, docNumber: "云政办秘〔2023〕18号", year: 2023 }]);
    expect(document.activeElement?.textContent).toBe("认得不对，改一改");
    expect(screen.getByText("已照您指定的读取。")).toBeTruthy();
  });

  it("goes back to what was read by itself", async () => {
    const asked = await corrected({ correction: { year: 2023 } }, () => userEvent.click(screen.getByRole("button", { name: "恢复自动识别" })));
    expect(asked).toEqual([{}]);
  });

  it("says so when the file does not hold what it was read from", async () => {
    showPane(fixtureApp({ state: { view: "match", parents: [{ ...parent, correctable: false }] } }).app);
    await userEvent.click(await screen.findByRole("button", { name: "认得不对，改一改" }));
    expect(screen.getByText("文件里没有留这份上级文件的原文，不能重新读。请再选一次这份文件。")).toBeTruthy();
  });
});
