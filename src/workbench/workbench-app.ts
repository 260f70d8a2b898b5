import type { App } from "../commands/app";
import type { Done, Failure } from "../commands/command";
import { loadParent, setUnit, checkSheet } from "../commands";
import { runCommand } from "../commands/run-command";
import { createSession } from "../commands/session";
import { err, type Result } from "../core/result";
import { strings } from "../strings/commands";
import { failureSentence } from "../strings/failures";
import { workbenchStrings } from "../strings/workbench";
import { copyText } from "../taskpane/copy-text";
import { today } from "../taskpane/read-sample";
import { saveText } from "../taskpane/offer-file";
import type { Desk } from "./desk";
import { FileGone } from "./file/file-service";
import type { Place } from "./place";

/** The app of the workbench: the same commands over the file on the desk. */
export function createWorkbenchApp(desk: Desk, place: Place): App {
  return {
    host: "workbench",
    workbook: desk.workbook,
    ...place.startCore(),
    session: createSession(),
    overrides: {},
    today,
    now: () => new Date(),
    roundTrips: () => 0,
    copyText,
    saveText,
    diagnostics: () => ({ host: "workbench", browser: navigator.userAgent, language: navigator.language, window: `${innerWidth}x${innerHeight}` }),
    readSample: place.readSample,
  };
}

let notices = 0;

/** Opens a file of the user's and says how that went; what runs over the present file is cancelled first. */
export async function openFile(app: App, desk: Desk, bytes: Uint8Array, name: string): Promise<boolean> {
  const { session } = app;
  for (let { busy } = session.get(); busy !== null; { busy } = session.get()) {
    busy.cancel();
    await change(app);
  }
  session.update({ busy: { commandId: "openFile", label: workbenchStrings.opening({ name }), since: app.now(), done: 0, total: 0, cancel: () => desk.cancelOpening() }, notice: null });
  let opened: Result<Done, Failure>;
  try {
    opened = await desk.open(app, bytes, name);
  } catch (error) {
    if (!(error instanceof FileGone)) {
      session.update({ busy: null, notice: { tone: "error", text: strings.bug, id: --notices } });
      throw error;
    }
    opened = err({ from: "command", failure: { code: "cancelled" } });
  }
  const { converted } = desk.get();
  const text = opened.ok ? opened.value || (converted ? workbenchStrings.openedForeign({ name }) : workbenchStrings.opened({ name })) : failureSentence(opened.error);
  const cancelled = !opened.ok && opened.error.failure.code === "cancelled";
  session.update({ busy: null, ...(opened.ok && { view: "check" }), notice: { tone: opened.ok ? "success" : cancelled ? "info" : "error", text, id: --notices } });
  return opened.ok;
}

/** Offers the file for saving; says so where that did not go. */
export async function saveFile({ session }: App, desk: Desk): Promise<boolean> {
  const saved = await desk.save();
  if (!saved.ok) session.update({ notice: { tone: "error", text: failureSentence({ from: "host", failure: saved.error }), id: --notices } });
  return saved.ok;
}

/** Ends with the session's next change. */
function change(app: App): Promise<void> {
  return new Promise((resolve) => {
    const stop = app.session.subscribe(() => {
      stop();
      resolve();
    });
  });
}

/** 看示例: the sample ledger, its parent, its unit, checked. */
export async function openSample(app: App, desk: Desk): Promise<void> {
  const [ledger, parent] = await Promise.all([app.readSample("ledger"), app.readSample("parent")]);
  if (!(await openFile(app, desk, ledger, workbenchStrings.sampleName))) return;
  await runCommand(app, loadParent, { bytes: parent, fileName: workbenchStrings.sampleParent });
  await runCommand(app, setUnit, { unit: workbenchStrings.sampleUnit });
  await runCommand(app, checkSheet, undefined);
  desk.settle();
}
