import { cellOfChange } from "../core/edits/take-back";
import { err, ok } from "../core/result";
import { strings } from "../strings/commands";
import type { Command } from "./command";

/** Jumps to a cell that this tool has changed, wherever its row is now. `item` is the change's index in the entry's inverses. */
export const showChange: Command<{ readonly entry: string; readonly item: number }> = {
  id: "showChange",
  label: strings.showProblem,
  async run(app, { entry: id, item }) {
    const { journal, choices } = app.session.get();
    const entry = journal.find((other) => other.id === id);
    if (!entry) return ok(strings.changeGone);
    const grid = await app.workbook.readSheet(entry.sheet);
    if (!grid.ok) return err({ from: "host", failure: grid.error });
    const ledger = await app.engine.readLedger(grid.value, choices);
    const at = cellOfChange(entry, item, journal, grid.value, ledger.ok ? ledger.value : null);
    if (at === null) return ok(strings.changeGone);
    const shown = await app.workbook.select(entry.sheet, at);
    return shown.ok ? ok("") : err({ from: "host", failure: shown.error });
  },
};
