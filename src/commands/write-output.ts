import { checkReport } from "../core/report/check-report";
import { checkSheet } from "./check-sheet";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import { notCheckedReason, verdictLine } from "../strings/verdict";
import type { App } from "./app";
import type { Command, Done, Failure } from "./command";
import type { CheckOutcome } from "./engine";
import { loadKept, saveChoices } from "./kept";
import { checkInputFor, readSheet, rememberCheck, showCheck } from "./refresh-check";

/** 检查情况表: what was found and what was not checked, as a sheet that prints on A4. */
export const writeReport: Command = {
  id: "writeReport",
  label: strings.writeReport,
  async run(app) {
    const outcome = await checked(app);
    if (!outcome.ok) return outcome;
    const { parents, choices } = app.session.get();
    const report = checkReport({ result: outcome.value.result, profileName: outcome.value.profile.name, parents, unit: choices.unit, time: strings.time(app.now()), reasonOf: notCheckedReason });
    const shown = await app.workbook.showReport(report);
    if (!shown.ok) return err({ from: "host", failure: shown.error });
    await rememberReported(app);
    return ok(strings.sheetWritten({ sheet: report.name }));
  },
};

/** The sheet as it is now belongs to the report only when nobody has typed since it was checked. */
async function rememberReported(app: App): Promise<void> {
  const read = await readSheet(app, app.session.get().sheet);
  if (read.ok && app.session.get().check?.stale === false) await rememberCheck(app, read.value.grid);
}

/** 存报送稿: a clean copy of the file, without our sheets, parts and marks. */
export const saveSubmission: Command = {
  id: "saveSubmission",
  label: strings.saveSubmission,
  run: (app) => saveCopy(app, false),
};

/** 存公开稿: the same after the 公开 rules; refused while something at 必改 stands against publishing. */
export const savePublic: Command = {
  id: "savePublic",
  label: strings.savePublic,
  async run(app) {
    const read = await readSheet(app, app.session.get().sheet || undefined);
    if (!read.ok) return read;
    const outcome = await app.engine.check(await checkInputFor(app, read.value, "public"));
    if (!outcome.ok) return err({ from: "ledger", failure: outcome.error });
    const { result } = outcome.value;
    if (result.counts.error + result.counts.warning > 0) {
      showCheck(app, read.value.grid.sheet, read.value.sheets, outcome.value, "public");
      app.session.update({ view: "check", listing: null, onlyRows: null });
      return err({ from: "command", failure: { code: "public-problems", count: result.counts.error + result.counts.warning } });
    }
    return saveCopy(app, true);
  },
};

async function saveCopy(app: App, forPublic: boolean): Promise<Result<Done, Failure>> {
  const bytes = await app.workbook.readBytes();
  if (!bytes.ok) return err({ from: "host", failure: bytes.error });
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return err({ from: "host", failure: sheets.error });
  const clean = await app.cleanCopy(bytes.value, { removeSheets: sheets.value.filter(({ ours }) => ours).map(({ name }) => name), forPublic });
  const name = strings.copyName({ sheet: app.session.get().sheet || sheets.value.find(({ active }) => active)?.name || "", forPublic });
  const opened = await app.workbook.openCopy(clean, name);
  return opened.ok ? ok(strings.copySaved({ name, forPublic, errors: app.session.get().check?.outcome.result.counts.error ?? 0 })) : err({ from: "host", failure: opened.error });
}

/** 复制结论: one line for the work group. */
export const copyVerdict: Command = {
  id: "copyVerdict",
  label: strings.copyVerdict,
  async run(app) {
    const { check } = app.session.get();
    if (!check) return ok(strings.checkFirst);
    if (!app.copyText) return ok(strings.cannotCopy);
    await app.copyText(verdictLine(check.outcome.result));
    return ok(strings.copied);
  },
};

/** 定稿: closes the record; what was changed can no longer be taken back. */
export const finalise: Command = {
  id: "finalise",
  label: strings.finalise,
  async run(app) {
    const saved = await saveChoices(app, { closed: app.now().toISOString() });
    return saved.ok ? ok(strings.finalised) : saved;
  },
};

/** 清除本工具数据: removes everything we keep in the file. The cells stay as they are; taking back is no longer possible. */
export const clearKeptData: Command = {
  id: "clearKeptData",
  label: strings.clearKeptData,
  async run(app) {
    const gone = await app.workbook.removeParts();
    if (!gone.ok) return err({ from: "host", failure: gone.error });
    const loaded = await loadKept(app);
    if (!loaded.ok) return loaded;
    app.session.update({ proposal: null, check: null, remembered: null, currentProblem: null });
    return ok(strings.cleared);
  },
};

/** 复制诊断信息: versions, times and failures, no cell contents. */
export const copyDiagnostics: Command = {
  id: "copyDiagnostics",
  label: strings.copyDiagnostics,
  async run(app) {
    if (!app.copyText) return ok(strings.cannotCopy);
    await app.copyText(JSON.stringify({ ...app.diagnostics(), trace: app.session.get().trace }, null, 1));
    return ok(strings.copied);
  },
};

async function checked(app: App): Promise<Result<CheckOutcome, Failure>> {
  const { check } = app.session.get();
  if (check && !check.stale && check.scope !== "public") return ok(check.outcome);
  const run = await checkSheet.run(app, undefined, { report: () => undefined, cancelled: () => false });
  if (!run.ok) return run;
  return ok(app.session.get().check!.outcome);
}
