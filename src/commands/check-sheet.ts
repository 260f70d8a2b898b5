import { err, ok } from "../core/result";
import { strings } from "../strings/commands";
import { verdictSentence } from "../strings/verdict";
import type { Command } from "./command";
import { checkInputFor, readSheet, showCheck } from "./refresh-check";

/** 一键检查: checks the sheet in front. Only looks, writes nothing, not even the result. */
export const checkSheet: Command = {
  id: "checkSheet",
  label: strings.checkSheet,
  async run(app) {
    const read = await readSheet(app);
    if (!read.ok) return read;
    const outcome = await app.engine.check(await checkInputFor(app, read.value, "check"));
    if (!outcome.ok) {
      app.session.update({ view: "check", sheet: read.value.grid.sheet, sheets: read.value.sheets, check: null, unreadable: { sheet: read.value.grid.sheet, failure: outcome.error }, currentProblem: null });
      return err({ from: "ledger", failure: outcome.error });
    }
    showCheck(app, read.value.grid.sheet, read.value.sheets, outcome.value);
    app.session.update({ view: "check", listing: null, onlyRows: null });
    return ok(verdictSentence(outcome.value.result));
  },
};

/** 换一张工作表: brings another sheet to the front and checks that. */
export const checkOtherSheet: Command<{ readonly sheet: string }> = {
  id: "checkOtherSheet",
  label: strings.checkSheet,
  async run(app, { sheet }, progress) {
    const shown = await app.workbook.select(sheet, { row: 0, column: 0 });
    return shown.ok ? checkSheet.run(app, undefined, progress) : err({ from: "host", failure: shown.error });
  },
};
