import type { Result } from "../core/result";
import type { App } from "./app";
import type { Done, Failure } from "./command";
import { checkSheet, draftLedger, fillUnits, matchParent, nextProblem, savePublic, saveSubmission, splitByUnit, undoEdits, writeReport } from "./index";
import { runCommand } from "./run-command";

type Run = (app: App) => Promise<Result<Done, Failure> | undefined>;

/**
 * What each FunctionName of manifest.xml does. A button that changes many cells at once (统一格式) only opens the list in
 * the pane: nothing is written by a ribbon click before it was shown.
 */
const ACTIONS: Readonly<Record<string, Run>> = {
  checkSheet: (app) => runCommand(app, checkSheet, undefined),
  nextProblem: (app) => runCommand(app, nextProblem, undefined),
  tidyFormat: async (app) => {
    const done = await ensureChecked(app);
    app.session.update({ view: "check", listing: "tidy" });
    return done;
  },
  undoEdits: (app) => runCommand(app, undoEdits, undefined),
  matchParent: (app) => runCommand(app, matchParent, undefined),
  generateDraft: (app) => runCommand(app, draftLedger, undefined),
  fillUnits: (app) => runCommand(app, fillUnits, undefined),
  splitByUnit: async (app) => {
    await ensureChecked(app);
    return runCommand(app, splitByUnit, undefined);
  },
  writeReport: (app) => runCommand(app, writeReport, undefined),
  saveSubmission: (app) => runCommand(app, saveSubmission, undefined),
  savePublic: (app) => runCommand(app, savePublic, undefined),
  checkRow: async (app) => {
    const selection = await app.workbook.readSelection();
    const done = await runCommand(app, checkSheet, undefined);
    if (selection.ok && selection.value) app.session.update({ onlyRows: { first: selection.value.top, last: selection.value.bottom } });
    return done;
  },
  fillRow: (app) => runCommand(app, fillUnits, { source: { kind: "sheet" }, scope: "selection" }),
  openGuide: (app) => {
    app.session.update({ view: "settings", listing: "guide" });
    return Promise.resolve(undefined);
  },
};

/** The function names the ribbon and the context menu may call. */
export const ribbonNames: readonly string[] = Object.keys(ACTIONS);

/** Runs a ribbon button's function; an unknown name does nothing. */
export async function runRibbon(app: App, name: string): Promise<void> {
  if (Object.hasOwn(ACTIONS, name)) await ACTIONS[name]!(app);
}

async function ensureChecked(app: App) {
  const { check } = app.session.get();
  return check && !check.stale ? undefined : runCommand(app, checkSheet, undefined);
}
