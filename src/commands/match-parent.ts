import { taskKey } from "../core/parent/task-key";
import { parentsFingerprint } from "../core/parent/parents-fingerprint";
import { err, ok } from "../core/result";
import { generateDraft } from "../core/fill/generate-draft";
import { matchSheet } from "../core/report/match-sheet";
import { unitDirectory } from "../core/units/unit-directory";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command } from "./command";
import { saveChoices } from "./kept";
import { checkInput, readSheet, refreshCheck, showCheck } from "./refresh-check";

/** 对照上级: the rows beside their tasks. Asks for a parent when there is none. */
export const matchParent: Command = {
  id: "matchParent",
  label: strings.matchParent,
  async run(app) {
    app.session.update({ view: "match" });
    if (app.session.get().parents.length === 0) return err({ from: "command", failure: { code: "no-parent" } });
    const read = await readSheet(app);
    if (!read.ok) return read;
    const outcome = await app.engine.recheck(checkInput(app, read.value));
    if (!outcome.ok) return err({ from: "ledger", failure: outcome.error });
    showCheck(app, read.value.grid.sheet, read.value.sheets, outcome.value);
    const links = outcome.value.alignment?.links ?? [];
    return ok(strings.matched({ sure: links.filter(({ state }) => state === "sure").length, confirm: links.filter(({ state }) => state === "confirm").length, local: links.filter(({ state }) => state === "local").length }));
  },
};

/** A person says which tasks a row answers; no tasks: the row is the office's own. `tasks` count over all parents. */
export const decideLink: Command<{ readonly row: number; readonly tasks: readonly number[] }> = {
  id: "decideLink",
  label: strings.decideLink,
  async run(app, { row, tasks }) {
    const { check, choices, parents } = app.session.get();
    const key = check?.outcome.result.ledger.rows[row]?.key;
    if (key === undefined) return ok(strings.checkFirst);
    const all = parents.flatMap((parent) => parent.tasks);
    const decision = { row: key, parent: parentsFingerprint(parents), tasks: tasks.flatMap((index) => (all[index] ? [taskKey(all[index])] : [])) };
    const saved = await saveChoices(app, { links: [...choices.links.filter((link) => link.row !== key || link.parent !== decision.parent), decision] });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.linkDecided);
  },
};

/** 生成初稿: a new sheet with the tasks that bind us. Never over an existing sheet. */
export const draftLedger: Command = {
  id: "generateDraft",
  label: strings.generateDraft,
  async run(app) {
    const made = await makeDraft(app);
    if (!made.ok) return made;
    const { sheet, rows } = made.value;
    const shown = await app.workbook.showReport(sheet);
    if (!shown.ok) return err({ from: "host", failure: shown.error });
    return ok(strings.drafted({ sheet: sheet.name, rows }));
  },
};

/** The draft as a sheet, not yet written, with the number of its tasks. */
export async function makeDraft(app: App) {
  const { parents, choices } = app.session.get();
  if (parents.length === 0) return err({ from: "command" as const, failure: { code: "no-parent" as const } });
  if (choices.unit === "") return err({ from: "command" as const, failure: { code: "no-unit" as const } });
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return err({ from: "host" as const, failure: sheets.error });
  const draft = generateDraft(parents, choices.unit, unitDirectory());
  if (sheets.value.some(({ name }) => name === draft.sheet.name)) return err({ from: "command" as const, failure: { code: "sheet-exists" as const, sheet: draft.sheet.name } });
  return ok(draft);
}

/** 对照表 as a sheet of ours. */
export const writeMatchSheet: Command = {
  id: "writeMatchSheet",
  label: strings.writeMatchSheet,
  async run(app) {
    const { check, parents } = app.session.get();
    if (parents.length === 0) return err({ from: "command", failure: { code: "no-parent" } });
    if (!check?.outcome.alignment) return ok(strings.checkFirst);
    const { result, alignment, bindings, year } = check.outcome;
    const sheet = matchSheet({ ledger: result.ledger, parents, alignment, bindings, year });
    const shown = await app.workbook.showReport(sheet);
    return shown.ok ? ok(strings.sheetWritten({ sheet: sheet.name })) : err({ from: "host", failure: shown.error });
  },
};
