import type { Enrichment } from "../core/fill/enrichment";
import { err, ok } from "../core/result";
import { strings } from "../strings/commands";
import type { Command } from "./command";
import { checkInput, readSheet, showCheck } from "./refresh-check";
import { writeEdits, writtenSentence } from "./write-edits";

/** Adds columns, dates, lamps, lists to the sheet: each a switch. New columns go right of `after` (a 0-based sheet column), else right of the table. */
export const enrichSheet: Command<{ readonly names: readonly Enrichment[]; readonly after?: number | null }> = {
  id: "enrichSheet",
  label: strings.enrichSheet,
  async run(app, { names, after = null }) {
    const read = await readSheet(app);
    if (!read.ok) return read;
    const plan = await app.engine.planEnrichment(checkInput(app, read.value), names, { after });
    if (!plan.ok) return err({ from: "ledger", failure: plan.error });
    if (plan.value.edits.length === 0) return ok(plan.value.notes.join("") || strings.nothingToEnrich);
    if (!app.session.get().check) {
      const outcome = await app.engine.recheck(checkInput(app, read.value));
      if (outcome.ok) showCheck(app, read.value.grid.sheet, read.value.sheets, outcome.value);
    }
    const outcome = await writeEdits(app, { command: "enrichSheet", sheet: read.value.grid.sheet, edits: plan.value.edits, title: () => strings.enriched });
    if (!outcome.ok) return outcome;
    return ok(writtenSentence(`${strings.enriched}${plan.value.notes.join("")}`, outcome.value));
  },
};
