import { SPLIT_SHEET } from "../core/fill/split-by-unit";
import type { Ledger } from "../core/ledger/ledger";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import type { ReturnedSource } from "./engine";
import { counted, propose } from "./fill-units";
import { readSheet } from "./refresh-check";

/** 按单位拆分: one list per 处室, on a sheet of ours. */
export const splitByUnit: Command = {
  id: "splitByUnit",
  label: strings.splitByUnit,
  async run(app) {
    const ledger = await readNow(app);
    if (!ledger.ok) return ledger;
    const sheet = await app.engine.splitByUnit(ledger.value);
    if (!sheet) return err({ from: "command", failure: { code: "no-units" } });
    const open = await openAnswers(app);
    if (!open.ok) return open;
    if (open.value > 0) return err({ from: "command", failure: { code: "answers-open", sheet: sheet.name, count: open.value } });
    const shown = await app.workbook.showReport(sheet);
    return shown.ok ? ok(strings.sheetWritten({ sheet: sheet.name })) : err({ from: "host", failure: shown.error });
  },
};

/** 按单位拆分 as a workbook of its own, a sheet for each 处室: what is sent round. */
export const splitToWorkbook: Command = {
  id: "splitToWorkbook",
  label: strings.splitToWorkbook,
  async run(app) {
    const ledger = await readNow(app);
    if (!ledger.ok) return ledger;
    const sheets = await app.engine.splitToSheets(ledger.value);
    if (sheets.length === 0) return err({ from: "command", failure: { code: "no-units" } });
    const name = strings.splitName({ sheet: ledger.value.sheet });
    const opened = await app.workbook.openCopy(await app.newWorkbook(sheets), name);
    return opened.ok ? ok(strings.splitSaved({ name, units: sheets.length - 1 })) : err({ from: "host", failure: opened.error });
  },
};

/** Where lists that came back are: on our own sheet of this workbook, or in files that 处室 sent. */
export type ReturnedChoice = { readonly kind: "sheet" } | { readonly kind: "files"; readonly files: readonly { readonly bytes: Uint8Array; readonly fileName: string }[] };

/** 收回答复: proposes to take over what 处室 wrote into their lists; nothing is written. */
export const collectAnswers: Command<ReturnedChoice> = {
  id: "collectAnswers",
  label: strings.collectAnswers,
  async run(app, choice) {
    app.session.update({ view: "fill" });
    const lists = await listsOf(app, choice);
    if (!lists.ok) return lists;
    const proposal = await propose(app, { source: { kind: "answers", lists: lists.value }, all: true, scope: "sheet" });
    if (!proposal.ok) return proposal;
    app.session.update({ proposal: proposal.value });
    return ok(proposal.value.items.length === 0 ? strings.noAnswers : strings.answersProposed(counted(proposal.value)));
  },
};

/** How many answers stand on our sheet that the ledger does not have: filling it anew would lose them. */
async function openAnswers(app: App): Promise<Result<number, Failure>> {
  const lists = await listsOf(app, { kind: "sheet" });
  if (!lists.ok) return lists.error.failure.code === "no-split-sheet" ? ok(0) : lists;
  const proposal = await propose(app, { source: { kind: "answers", lists: lists.value }, all: true, scope: "sheet" });
  return proposal.ok ? ok(proposal.value.items.length + proposal.value.skipped.length) : proposal;
}

async function listsOf(app: App, choice: ReturnedChoice): Promise<Result<readonly ReturnedSource[], Failure>> {
  if (choice.kind === "files") return ok(choice.files.map(({ bytes, fileName }): ReturnedSource => ({ kind: "file", bytes, fileName })));
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return err({ from: "host", failure: sheets.error });
  // Beside a sheet of the user's own that is called so, ours has a number behind its name.
  const ours = sheets.value.filter((sheet) => sheet.ours && sheet.name.startsWith(SPLIT_SHEET)).at(-1);
  if (!ours) return err({ from: "command", failure: { code: "no-split-sheet", sheet: SPLIT_SHEET } });
  const grid = await app.workbook.readSheet(ours.name);
  return grid.ok ? ok([{ kind: "sheet", grid: grid.value }]) : err({ from: "host", failure: grid.error });
}

/** The ledger as it stands now: lists made from an older reading would send a 处室 the wrong task. */
async function readNow(app: App): Promise<Result<Ledger, Failure>> {
  const read = await readSheet(app, app.session.get().sheet || undefined);
  if (!read.ok) return read;
  const ledger = await app.engine.readLedger(read.value.grid, app.session.get().choices);
  return ledger.ok ? ledger : err({ from: "ledger", failure: ledger.error });
}
