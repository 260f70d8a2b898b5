import { tidySheet, tidySheetName } from "../core/report/tidy-sheet";
import { err, ok } from "../core/result";
import { labelOf } from "../core/rules/cell-words";
import { strings } from "../strings/commands";
import type { Command } from "./command";
import { readSheet } from "./refresh-check";

/** 整理到新表: the ledger as it was read, on a new sheet; the old one stays as it is. */
export const tidyToSheet: Command = {
  id: "tidyToSheet",
  label: strings.tidyToSheet,
  async run(app) {
    const read = await readSheet(app, app.session.get().sheet || undefined);
    if (!read.ok) return read;
    const ledger = await app.engine.readLedger(read.value.grid, app.session.get().choices);
    if (!ledger.ok) return err({ from: "ledger", failure: ledger.error });
    const name = tidySheetName(read.value.grid.sheet, read.value.sheets.map((sheet) => sheet.name));
    const sheet = tidySheet(ledger.value, (field) => labelOf({ ledger: ledger.value }, field), name);
    const shown = await app.workbook.showReport(sheet);
    return shown.ok ? ok(strings.sheetWritten({ sheet: name })) : err({ from: "host", failure: shown.error });
  },
};
