import { collectAnswers } from "../core/fill/collect-answers";
import type { FillProposal } from "../core/fill/fill-proposal";
import { parseTemplate } from "../core/fill/parse-template";
import { proposeFill } from "../core/fill/propose-fill";
import { replaceUnit } from "../core/fill/replace-unit";
import { returnedLists, type ReturnedList } from "../core/fill/returned-list";
import type { FillTemplate } from "../core/fill/template";
import { templateOfLedger } from "../core/fill/template-of-ledger";
import { templateOfParent } from "../core/fill/template-of-parent";
import { templateOfSheet } from "../core/fill/template-of-sheet";
import type { SheetGrid } from "../core/grid/sheet-grid";
import { readLedger } from "../core/ledger/read-ledger";
import { err, ok, type Result } from "../core/result";
import type { RuleContext } from "../core/rules/rule";
import { openWorkbook } from "../documents/open-workbook";
import type { FillFailure, FillInput, ReturnedSource, TemplateSource } from "./engine";

/** The proposal for a sheet that was read, from whatever the user chose. Files are opened here, where the readers run. */
export async function fillFrom(context: RuleContext, { source, all, rows }: FillInput): Promise<Result<FillProposal, FillFailure>> {
  if (source.kind === "replacement") {
    const replacement = replaceUnit(context, source, rows);
    return replacement.ok ? replacement : err({ from: "command", failure: { code: "unit-not-named", ...replacement.error } });
  }
  if (source.kind === "answers") {
    const lists = await listsOf(source.lists);
    return lists.ok ? ok(collectAnswers(context, lists.value)) : lists;
  }
  const template = await templateFrom(context, source);
  return template.ok ? ok(proposeFill(context, template.value, { all, rows })) : template;
}

/** The template a source stands for, for the sheet at hand. */
export async function templateFrom(context: RuleContext, source: TemplateSource): Promise<Result<FillTemplate, FillFailure>> {
  switch (source.kind) {
    case "template":
      return ok(source.template);
    case "parent":
      return context.parents.length === 0 ? err({ from: "command", failure: { code: "no-parent" } }) : ok(templateOfParent(context, source.adapts));
    case "ledger":
      return ok(templateOfLedger(context.ledger, context));
    case "sheet": {
      const template = templateOfSheet(source.grid);
      return template.ok ? template : invalid(template.error.detail);
    }
    case "file":
      return templateOfFile(context, source.bytes, source.fileName);
  }
}

async function templateOfFile(context: RuleContext, bytes: Uint8Array, fileName: string): Promise<Result<FillTemplate, FillFailure>> {
  if (/^\s*\{/u.test(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    const template = parseTemplate(new TextDecoder().decode(bytes));
    return template.ok ? template : invalid(template.error.detail);
  }
  const opened = await openWorkbook(bytes, fileName);
  if (!opened.ok) return err({ from: "document", failure: opened.error });
  const { sheets, active } = opened.value;
  // Last year's file may have been saved with its cover in front.
  const inOrder = [...sheets.slice(active, active + 1), ...sheets.filter((_, at) => at !== active)];
  let refusal: Result<never, FillFailure> = err({ from: "document", failure: { code: "empty", detail: "" } });
  for (const [at, grid] of inOrder.entries()) {
    const template = templateOfGrid(context, grid);
    if (template.ok || template.error.failure.code === "template-invalid") return template;
    if (at === 0) refusal = template;
  }
  return refusal;
}

function templateOfGrid(context: RuleContext, grid: SheetGrid): Result<FillTemplate, FillFailure> {
  const asTable = templateOfSheet(grid);
  if (asTable.ok) return asTable;
  if (asTable.error.isTemplate) return invalid(asTable.error.detail);
  const ledger = readLedger({ grid });
  return ledger.ok ? ok(templateOfLedger(ledger.value, context)) : err({ from: "ledger", failure: ledger.error });
}

function invalid(detail: string): Result<never, FillFailure> {
  return err({ from: "command", failure: { code: "template-invalid", detail } });
}

/** The lists in what came back; a file without any is named. */
async function listsOf(sources: readonly ReturnedSource[]): Promise<Result<readonly ReturnedList[], FillFailure>> {
  const lists: ReturnedList[] = [];
  for (const source of sources) {
    const found = source.kind === "sheet" ? ok(returnedLists(source.grid, source.grid.sheet)) : await listsOfFile(source.bytes, source.fileName);
    if (!found.ok) return found;
    lists.push(...found.value);
  }
  return ok(lists);
}

async function listsOfFile(bytes: Uint8Array, fileName: string): Promise<Result<readonly ReturnedList[], FillFailure>> {
  const opened = await openWorkbook(bytes, fileName);
  if (!opened.ok) return err({ from: "document", failure: opened.error });
  const base = fileName.replace(/^.*[\\/]/u, "").replace(/\.[^.]*$/u, "");
  const { sheets } = opened.value;
  const lists = sheets.flatMap((grid) => returnedLists(grid, sheets.length === 1 ? base : grid.sheet));
  return lists.length > 0 ? ok(lists) : err({ from: "command", failure: { code: "no-answers", file: base } });
}
