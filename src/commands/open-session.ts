import { ok, type Result } from "../core/result";
import { err } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Failure } from "./command";
import { loadKept } from "./kept";
import { ownSheet } from "./refresh-check";

/**
 * What happens when a workbook comes to the front: the sheets, and what is kept with the file, come into the session,
 * and from then on changes by the user mark a result stale. Gives the sentence to show, "" for none; stop with `close`.
 */
export async function openSession(app: App): Promise<Result<{ readonly text: string; close(): void }, Failure>> {
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return err({ from: "host", failure: sheets.error });
  app.session.update({ sheets: sheets.value, sheet: sheets.value.find(({ active, ours }) => active && !ours)?.name ?? ownSheet(sheets.value, "") ?? "", check: null, proposal: null, currentProblem: null });
  const kept = await loadKept(app);
  if (!kept.ok) return kept;
  const close = app.workbook.watch((change) => {
    const { check } = app.session.get();
    if (change.kind === "active-sheet" || !check || check.outcome.result.sheet !== change.sheet || check.stale) return;
    app.session.update({ check: { ...check, stale: true } });
  });
  const { lastCheck } = app.session.get().choices;
  return ok({ text: kept.value || (lastCheck ? strings.lastChecked({ sheet: lastCheck.sheet, time: lastCheck.time }) : ""), close });
}
