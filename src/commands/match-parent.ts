import type { UnitDraft } from "../core/fill/draft-for-unit";
import { taskKeys } from "../core/matching/task-keys";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
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
    const decided = check?.outcome.result.ledger.rows[row];
    if (!decided) return ok(strings.checkFirst);
    const requirement = decided.cells.requirement?.text ?? "";
    let offset = 0;
    const decisions = parents.map((parent) => {
      const keys = taskKeys(parent.tasks);
      const first = offset;
      offset += parent.tasks.length;
      return { row: decided.key, parent: parent.fingerprint, tasks: tasks.flatMap((task) => keys[task - first] ?? []), requirement };
    });
    // With several parents only the one decided for is named; the row's being our own holds against all of them.
    const named = tasks.length === 0 ? decisions : decisions.filter((decision) => decision.tasks.length > 0);
    const isReplaced = (link: { row: string; parent: string }) => link.row === decided.key && named.some(({ parent }) => parent === link.parent);
    const saved = await saveChoices(app, { links: [...choices.links.filter((link) => !isReplaced(link)), ...named] });
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

/** The draft as a sheet, not yet written. */
export async function makeDraft(app: App): Promise<Result<UnitDraft, Failure>> {
  const { parents, choices } = app.session.get();
  if (parents.length === 0) return err({ from: "command", failure: { code: "no-parent" } });
  if (choices.unit === "") return err({ from: "command", failure: { code: "no-unit" } });
  const sheets = await app.workbook.listSheets();
  if (!sheets.ok) return err({ from: "host", failure: sheets.error });
  const draft = await app.engine.draftLedger(parents, choices.unit);
  // One of ours is a draft that was cut short: it is filled anew.
  if (sheets.value.some(({ name, ours }) => name === draft.sheet.name && !ours)) return err({ from: "command", failure: { code: "sheet-exists", sheet: draft.sheet.name } });
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
    const sheet = await app.engine.matchSheet({ ledger: result.ledger, parents, alignment, bindings, year });
    const shown = await app.workbook.showReport(sheet);
    return shown.ok ? ok(strings.sheetWritten({ sheet: sheet.name })) : err({ from: "host", failure: shown.error });
  },
};
