import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/commands/session";
import { Pane } from "../../src/taskpane/pane";
import { fixtureApp } from "./fixture";

describe("what was said", () => {
  const notice = (tone: Notice["tone"]) => fixtureApp({ state: { view: "output", notice: { tone, text: "说过的话。", id: 1 } } });
  it("goes with a change of view when it went well, and stays when it failed", async () => {
    const { app } = notice("success");
    const { unmount } = render(<Pane app={app} host={{}} theme="light" />);
    await userEvent.click(await screen.findByRole("tab", { name: "设置" }));
    expect(screen.queryByText("说过的话。")).toBeNull();
    unmount();
    render(<Pane app={notice("error").app} host={{}} theme="light" />);
    await userEvent.click(await screen.findByRole("tab", { name: "设置" }));
    expect(screen.getByText("说过的话。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "关闭" }));
    expect(screen.queryByText("说过的话。")).toBeNull();
  });
});
