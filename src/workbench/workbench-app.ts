import type { App } from "../commands/app";
import { loadParent, setUnit, checkSheet } from "../commands";
import { runCommand } from "../commands/run-command";
import { createSession } from "../commands/session";
import { failureSentence } from "../strings/failures";
import { workbenchStrings } from "../strings/workbench";
import { copyText } from "../taskpane/copy-text";
import { today } from "../taskpane/read-sample";
import { saveText } from "../taskpane/save-text";
import { cleanCopy } from "../xlsx/clean-copy";
import { newXlsxOfReports } from "../xlsx/new-xlsx";
import type { Desk } from "./desk";
import type { Place } from "./place";

/** The app of the workbench: the same commands over the file on the desk. */
export function createWorkbenchApp(desk: Desk, place: Place): App {
  return {
    host: "workbench",
    workbook: desk.workbook,
    engine: place.startEngine(),
    session: createSession(),
    overrides: {},
    today,
    now: () => new Date(),
    roundTrips: () => 0,
    copyText,
    cleanCopy,
    newWorkbook: newXlsxOfReports,
    saveText,
    diagnostics: () => ({ host: "workbench", browser: navigator.userAgent, language: navigator.language, window: `${innerWidth}x${innerHeight}` }),
    readSample: place.readSample,
  };
}

let notices = 0;

/** Opens a file of the user's and says how that went. */
export async function openFile(app: App, desk: Desk, bytes: Uint8Array, name: string): Promise<boolean> {
  const opened = await desk.open(app, bytes, name);
  const { converted } = desk.get();
  const text = opened.ok ? opened.value || (converted ? workbenchStrings.openedForeign({ name }) : workbenchStrings.opened({ name })) : failureSentence(opened.error);
  app.session.update({ view: "check", notice: { tone: opened.ok ? "success" : "error", text, id: --notices } });
  return opened.ok;
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
