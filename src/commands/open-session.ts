import { ok, type Result } from "../core/result";
import { err } from "../core/result";
import { changedCells, printOf } from "../core/kept/sheet-print";
import type { App } from "./app";
import type { Failure } from "./command";
import { loadKept } from "./kept";
import { ownSheet } from "./refresh-check";
import type { RememberedCheck } from "./session";

/**
 * What happens when a workbook comes to the front: the sheets, and what is kept with the file, come into the session,
 * and from then on changes by the user mark a result stale. Gives the sentence to show, "" for none; stop with `close`.
 */
export async function openSession(app: App): Promise<Result<{ readonly text: string; close(): void }, Failure>> {
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return err({ from: "host", failure: sheets.error });
  app.session.update({ sheets: sheets.value, sheet: sheets.value.find(({ active, ours }) => active && !ours)?.name ?? ownSheet(sheets.value, "") ?? "", check: null, unreadable: null, remembered: null, proposal: null, currentProblem: null });
  const kept = await loadKept(app);
  if (!kept.ok) return kept;
  app.session.update({ remembered: await rememberedCheck(app) });
  const close = app.workbook.watch((change) => {
    const { check, unreadable, remembered, sheets: known } = app.session.get();
    // Nothing has been read yet, or it could not be: from now on the sheet in front is meant.
    if (change.kind === "active-sheet" && check === null && !known.some(({ name, ours }) => ours && name === change.sheet)) app.session.update({ sheet: change.sheet, unreadable: null, ...(unreadable !== null && { notice: null }) });
    // Counted once, on opening; from then on it is only known that there is more.
    if (change.kind !== "active-sheet" && remembered?.sheet === change.sheet && remembered.changed !== null) app.session.update({ remembered: { ...remembered, changed: null } });
    if (change.kind === "active-sheet" || !check || check.outcome.result.sheet !== change.sheet || check.stale) return;
    app.session.update({ check: { ...check, stale: true } });
  });
  return ok({ text: kept.value, close });
}

/** The check that the file remembers, beside the sheet as it is now. Where the sheet is gone or cannot be read there is nothing to say. */
async function rememberedCheck(app: App): Promise<RememberedCheck | null> {
  const { lastCheck } = app.session.get().choices;
  if (lastCheck === null || !app.session.get().sheets.some(({ name }) => name === lastCheck.sheet)) return null;
  const grid = await app.workbook.readSheet(lastCheck.sheet);
  if (!grid.ok) return null;
  const { print, ...found } = lastCheck;
  return { ...found, changed: changedCells(print, printOf(grid.value.values)) };
}
