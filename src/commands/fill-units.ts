import type { FillProposal } from "../core/fill/fill-proposal";
import type { FillTemplate } from "../core/fill/template";
import type { UnitReplacement } from "../core/fill/replace-unit";
import type { RowSpan } from "../core/fill/row-span";
import { shippedTemplates } from "../core/fill/templates";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import type { FillSource, TemplateSource } from "./engine";
import { checkInput, readSheet } from "./refresh-check";

/** Name of the sheet in which staff keep their own division of responsibilities. */
export const TEMPLATE_SHEET = "责任分工";

/** Where 套用分工 takes its answers from, as the user chooses it. */
export type FillChoice =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly kind: "sheet" }
  /** adapts: names turned into those of our own level by 对口. */
  | { readonly kind: "parent"; readonly adapts?: boolean }
  | { readonly kind: "template"; readonly id: string }
  /** The rules kept with this file when choices were accepted. */
  | { readonly kind: "kept" };

/** Which rows: all, those selected, or those named by the command line. */
export type FillScope = "sheet" | "selection" | readonly RowSpan[];

export interface FillRequest {
  readonly source: FillChoice;
  /** Also cells that are filled; only when the user asked. */
  readonly all?: boolean;
  readonly scope?: FillScope;
}

/** 套用分工: proposes what to fill; nothing is written. */
export const fillUnits: Command<FillRequest | void> = {
  id: "fillUnits",
  label: strings.fillUnits,
  async run(app, request) {
    app.session.update({ view: "fill" });
    const asked = request ?? { source: { kind: "sheet" } };
    const source = await sourceOf(app, asked.source);
    if (!source.ok) return source;
    const proposal = await propose(app, { source: source.value, all: asked.all ?? false, scope: asked.scope ?? "sheet" });
    if (!proposal.ok) return proposal;
    app.session.update({ proposal: proposal.value });
    if (proposal.value.items.length === 0) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    return ok(strings.fillProposed(counted(proposal.value)));
  },
};

/** 换处室: proposes where one 处室 takes the place of another; nothing is written. */
export const replaceUnit: Command<UnitReplacement & { readonly scope?: FillScope }> = {
  id: "replaceUnit",
  label: strings.replaceUnit,
  async run(app, { from, to, scope = "sheet" }) {
    const names = { from: from.trim(), to: to.trim() };
    if (names.from === "" || names.to === "") return ok(strings.replaceNeedsBoth);
    if (names.from === names.to) return ok(strings.replaceSame);
    app.session.update({ view: "fill" });
    const proposal = await propose(app, { source: { kind: "replacement", ...names }, all: true, scope });
    if (!proposal.ok) return proposal;
    app.session.update({ proposal: proposal.value });
    const { items } = proposal.value;
    return ok(items.length === 0 ? strings.nothingReplaced : strings.replaceProposed({ count: items.length, ...names }));
  },
};

/** Works out a proposal without touching session or sheet. */
export async function propose(app: App, request: { readonly source: FillSource; readonly all: boolean; readonly scope: FillScope }): Promise<Result<FillProposal, Failure>> {
  const read = await readSheet(app);
  if (!read.ok) return read;
  const rows = await rowsOf(app, request.scope, read.value.grid.sheet);
  if (!rows.ok) return rows;
  return app.engine.proposeFill({ check: checkInput(app, read.value), source: request.source, all: request.all, rows: rows.value });
}

/** How many may be written at once and how many want a look, for the sentence. */
export function counted({ items }: FillProposal): { readonly sure: number; readonly others: number } {
  const sure = items.filter(({ confidence }) => confidence === "sure").length;
  return { sure, others: items.length - sure };
}

async function rowsOf(app: App, scope: FillScope, sheet: string): Promise<Result<readonly RowSpan[] | null, Failure>> {
  if (scope === "sheet") return ok(null);
  if (scope !== "selection") return ok(scope);
  const selection = await app.workbook.readSelection();
  if (!selection.ok) return err({ from: "host", failure: selection.error });
  // No row is meant where a chart is selected, or cells of another sheet.
  return ok(selection.value?.sheet === sheet ? [{ first: selection.value.top, last: selection.value.bottom }] : []);
}

/** What the user chose, as the engine wants it; fails where the workbook does not have it. */
export async function sourceOf(app: App, choice: FillChoice): Promise<Result<TemplateSource, Failure>> {
  switch (choice.kind) {
    case "file":
      return ok(choice);
    case "parent":
      return ok({ kind: "parent", adapts: choice.adapts ?? false });
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
