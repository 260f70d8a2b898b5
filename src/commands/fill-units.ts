import type { Enrichment } from "../core/fill/enrichment";
import type { FillProposal } from "../core/fill/fill-proposal";
import type { FillTemplate } from "../core/fill/template";
import { learnedRule } from "../core/fill/learned-rule";
import { shippedTemplates } from "../core/fill/templates";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import type { FillSource } from "./engine";
import { saveChoices } from "./kept";
import { checkInput, readSheet, showCheck } from "./refresh-check";
import { writeEdits, writtenSentence } from "./write-edits";

/** Name of the sheet in which staff keep their own division of responsibilities. */
export const TEMPLATE_SHEET = "责任分工";

/** Where 套用分工 takes its answers from, as the user chooses it. */
export type FillChoice =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly kind: "sheet" }
  | { readonly kind: "parent" }
  | { readonly kind: "template"; readonly id: string }
  /** The rules kept with this file when choices were accepted. */
  | { readonly kind: "kept" };

export interface FillRequest {
  readonly source: FillChoice;
  /** Also cells that are filled; only when the user asked. */
  readonly all?: boolean;
  readonly scope?: "sheet" | "selection";
}

/** 套用分工: proposes what to fill; nothing is written. */
export const fillUnits: Command<FillRequest | void> = {
  id: "fillUnits",
  label: strings.fillUnits,
  async run(app, request) {
    app.session.update({ view: "fill" });
    const proposal = await propose(app, request ?? { source: { kind: "sheet" } });
    if (!proposal.ok) return proposal;
    app.session.update({ proposal: proposal.value });
    const { items } = proposal.value;
    if (items.length === 0) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    return ok(strings.fillProposed({ sure: items.filter(({ confidence }) => confidence === "sure").length, others: items.filter(({ confidence }) => confidence !== "sure").length }));
  },
};

/** Nothing on this sheet is selected: a chart is, or another sheet's cells. */
const NO_ROWS = { first: -1, last: -1 };

/** Works out a proposal without touching session or sheet. */
export async function propose(app: App, request: FillRequest): Promise<Result<FillProposal, Failure>> {
  const read = await readSheet(app);
  if (!read.ok) return read;
  const source = await sourceOf(app, request.source);
  if (!source.ok) return source;
  const selection = request.scope === "selection" ? await app.workbook.readSelection() : ok(null);
  if (!selection.ok) return err({ from: "host", failure: selection.error });
  const selected = selection.value?.sheet === read.value.grid.sheet ? { first: selection.value.top, last: selection.value.bottom } : NO_ROWS;
  const rows = request.scope === "selection" ? selected : null;
  const proposal = await app.engine.proposeFill({ check: checkInput(app, read.value), source: source.value, all: request.all ?? false, rows });
  return proposal.ok ? proposal : err(proposal.error);
}

async function sourceOf(app: App, choice: FillChoice): Promise<Result<FillSource, Failure>> {
  switch (choice.kind) {
    case "file":
    case "parent":
      return ok(choice);
    case "sheet": {
      const sheets = await app.workbook.listSheets();
      if (!sheets.ok) return err({ from: "host", failure: sheets.error });
      if (!sheets.value.some(({ name }) => name === TEMPLATE_SHEET)) return err({ from: "command", failure: { code: "no-template" } });
      const grid = await app.workbook.readSheet(TEMPLATE_SHEET);
      return grid.ok ? ok({ kind: "sheet", grid: grid.value }) : err({ from: "host", failure: grid.error });
    }
    case "template": {
      const template = shippedTemplates.find(({ id }) => id === choice.id);
      return template ? ok({ kind: "template", template }) : err({ from: "command", failure: { code: "no-template" } });
    }
    case "kept": {
      const rules = app.session.get().choices.templateRules as FillTemplate["rules"];
      if (rules.length === 0) return err({ from: "command", failure: { code: "no-template" } });
      return ok({ kind: "template", template: { taizhangTemplate: 1, id: "kept", name: strings.keptTemplate, rules } });
    }
  }
}

/** Writes the proposals accepted, and keeps a choice made as a rule where the user wants it. */
export const applyFill: Command<{ readonly itemIds: readonly string[]; readonly choices?: Readonly<Record<string, string>>; readonly keepRules?: boolean }> = {
  id: "applyFill",
  label: strings.applyFill,
  async run(app, { itemIds, choices = {}, keepRules = false }) {
    const { proposal } = app.session.get();
    if (!proposal) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    const wanted = proposal.items.filter(({ id }) => itemIds.includes(id));
    const edits = wanted.flatMap((item) => {
      const chosen = choices[item.id];
      if (chosen === undefined) return item.after === "" ? [] : item.edits;
      return item.edits.length > 0 ? item.edits.map((edit) => (edit.kind === "setCell" ? { ...edit, after: chosen } : edit)) : [{ kind: "setCell" as const, sheet: proposal.sheet, at: item.at, before: item.before === "" ? null : item.before, after: chosen, row: item.row, field: item.field }];
    });
    if (edits.length === 0) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    const outcome = await writeEdits(app, { command: "fillUnits", sheet: proposal.sheet, edits, title: (count) => strings.filled({ count }) });
    if (!outcome.ok) return outcome;
    const rules = keepRules ? wanted.flatMap((item) => (choices[item.id] === undefined ? [] : [learnedRule(item, choices[item.id]!)])) : [];
    if (rules.length > 0) {
      const saved = await saveChoices(app, { templateRules: [...app.session.get().choices.templateRules, ...rules] });
      if (!saved.ok) return saved;
    }
    const skipped = new Set(outcome.value.skipped.map(({ edit }) => edit));
    const remaining = proposal.items.filter((item) => !itemIds.includes(item.id) || item.edits.some((edit) => skipped.has(edit)));
    app.session.update({ proposal: { ...proposal, items: remaining } });
    return ok(writtenSentence(strings.filled({ count: outcome.value.written.length }), outcome.value));
  },
};

/** Adds columns, dates, lamps, lists to the sheet: each a switch. */
export const enrichSheet: Command<{ readonly names: readonly Enrichment[] }> = {
  id: "enrichSheet",
  label: strings.enrichSheet,
  async run(app, { names }) {
    const read = await readSheet(app);
    if (!read.ok) return read;
    const plan = await app.engine.planEnrichment(checkInput(app, read.value), names);
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

/** 按单位拆分: one list per 处室, on a sheet of ours. */
export const splitByUnit: Command = {
  id: "splitByUnit",
  label: strings.splitByUnit,
  async run(app) {
    const { check } = app.session.get();
    if (!check) return ok(strings.checkFirst);
    const sheet = await app.engine.splitByUnit(check.outcome.result.ledger);
    if (!sheet) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    const shown = await app.workbook.showReport(sheet);
    return shown.ok ? ok(strings.sheetWritten({ sheet: sheet.name })) : err({ from: "host", failure: shown.error });
  },
};
