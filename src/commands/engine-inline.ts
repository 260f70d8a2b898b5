import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { planFixes } from "../core/edits/plan-fixes";
import { draftForUnit } from "../core/fill/draft-for-unit";
import { planEnrichment } from "../core/fill/plan-enrichment";
import { parseTemplate } from "../core/fill/parse-template";
import { proposeFill } from "../core/fill/propose-fill";
import { splitByUnit } from "../core/fill/split-by-unit";
import { templateOfLedger } from "../core/fill/template-of-ledger";
import { templateOfParent } from "../core/fill/template-of-parent";
import { templateOfSheet } from "../core/fill/template-of-sheet";
import type { FillTemplate } from "../core/fill/template";
import { readParents } from "../core/kept/read-parents";
import { findTables, readLedger } from "../core/ledger/read-ledger";
import { extractTasks } from "../core/parent/extract-tasks";
import type { DocumentBlock, ParentDocument } from "../core/parent/parent-document";
import { matchSheetOfCheck } from "../core/report/match-sheet-of-check";
import { emptyCheckMemory, type CheckMemory } from "../core/rules/check-memory";
import { checkSheet, type CheckSheetOutcome } from "../core/rules/check-sheet";
import { unitDirectory } from "../core/units/unit-directory";
import { openDocument } from "../documents/open-document";
import { openWorkbook } from "../documents/open-workbook";
import { blocksOfPaste } from "../documents/paste";
import type { CheckInput, CheckOutcome, Engine, FillFailure, FillInput, FillSource, ParentOpenFailure } from "./engine";

/** The core in process: the command line uses it as it is, pages run it in a worker (`serve-core.ts`). */
export function createEngine(): Engine {
  // One sheet is worked on at a time; another one starts its own memory.
  let memory: { readonly sheet: string; readonly check: CheckMemory; tables?: CheckOutcome["tables"] } | undefined;

  function check(input: CheckInput): Result<CheckOutcome, CheckFailure> {
    memory = { sheet: input.grid.sheet, check: emptyCheckMemory() };
    return recheck(input);
  }

  function recheck(input: CheckInput): Result<CheckOutcome, CheckFailure> {
    if (memory?.sheet !== input.grid.sheet) memory = { sheet: input.grid.sheet, check: emptyCheckMemory() };
    const outcome = checkSheet(input, memory.check);
    if (!outcome.ok) return outcome;
    // A patched reading has the tables of the reading before.
    const isPatched = memory.check.reading !== undefined && memory.check.reading.changed !== null;
    memory.tables = (isPatched && memory.tables) || findTables(input.grid);
    return ok(published(outcome.value, memory.tables));
  }

  return {
    openParent: async (bytes, fileName, choice) => {
      const document = await openDocument(bytes, fileName);
      return document.ok ? parentOf(document.value.blocks, choice) : err({ from: "document", failure: document.error });
    },
    parentOfPaste: (paste) => {
      const blocks = blocksOfPaste(paste);
      return Promise.resolve(blocks.ok ? parentOf(blocks.value) : err({ from: "document", failure: blocks.error }));
    },
    parentOfBlocks: (blocks) => Promise.resolve(parentOf(blocks)),
    readLedger: (grid, choices) => {
      const choice = choices.reading[grid.sheet];
      return Promise.resolve(readLedger(choice ? { grid, choice } : { grid }));
    },
    check: (input) => Promise.resolve(check(input)),
    recheck: (input) => Promise.resolve(recheck(input)),
    planFixes: (input, problemIds) => {
      const outcome = checkSheet(input);
      if (!outcome.ok) return Promise.resolve(outcome);
      const again = (grid: CheckInput["grid"]) => {
        const next = checkSheet({ ...input, grid });
        return next.ok ? next.value.result.problems : [];
      };
      return Promise.resolve(ok(planFixes(input.grid, outcome.value.result.problems, again, problemIds && new Set(problemIds))));
    },
    proposeFill: (input) => fill(input),
    planEnrichment: (input, names) => {
      const outcome = checkSheet(input);
      return Promise.resolve(outcome.ok ? ok(planEnrichment(outcome.value.context, names)) : outcome);
    },
    readParents: (parts) => Promise.resolve(readParents(parts)),
    draftLedger: (parents, unit) => Promise.resolve(draftForUnit(parents, unit, unitDirectory())),
    matchSheet: (check) => Promise.resolve(matchSheetOfCheck(check)),
    splitByUnit: (ledger) => Promise.resolve(splitByUnit(ledger)),
    cancel: () => undefined,
  };
}

type CheckFailure = Extract<ReturnType<typeof checkSheet>, { ok: false }>["error"];

/** The context stays here: it holds functions, which no worker can send. */
function published(outcome: CheckSheetOutcome, tables: CheckOutcome["tables"]): CheckOutcome {
  const { result, profile, year, alignment, bindings } = outcome;
  return { result, profile, year, alignment, bindings, tables };
}

function parentOf(blocks: readonly DocumentBlock[], choice?: { readonly year?: number }): Result<ParentDocument, ParentOpenFailure> {
  const parent = extractTasks(blocks, choice);
  return parent.ok ? parent : err({ from: "parent", failure: parent.error });
}

async function fill(input: FillInput): Promise<ReturnType<typeof proposed>> {
  const outcome = checkSheet(input.check);
  if (!outcome.ok) return err({ from: "ledger", failure: outcome.error });
  const template = await templateOf(input.source, outcome.value);
  if (!template.ok) return template;
  return proposed(outcome.value, template.value, input);
}

function proposed(outcome: CheckSheetOutcome, template: FillTemplate, { all, rows }: FillInput): Result<ReturnType<typeof proposeFill>, FillFailure> {
  return ok(proposeFill(outcome.context, template, { all, rows }));
}

async function templateOf(source: FillSource, { context }: CheckSheetOutcome): Promise<Result<FillTemplate, FillFailure>> {
  switch (source.kind) {
    case "template":
      return ok(source.template);
    case "parent":
      return context.parents.length === 0 ? err({ from: "command", failure: { code: "no-parent" } }) : ok(templateOfParent(context));
    case "sheet": {
      const template = templateOfSheet(source.grid);
      return template.ok ? template : err({ from: "command", failure: { code: "template-invalid", detail: template.error.detail } });
    }
    case "file": {
      if (/^\s*\{/u.test(new TextDecoder().decode(source.bytes.subarray(0, 64)))) {
        const template = parseTemplate(new TextDecoder().decode(source.bytes));
        return template.ok ? template : err({ from: "command", failure: { code: "template-invalid", detail: template.error.detail } });
      }
      const opened = await openWorkbook(source.bytes, source.fileName);
      if (!opened.ok) return err({ from: "document", failure: opened.error });
      const { sheets, active } = opened.value;
      const grid = sheets[active] ?? sheets[0];
      if (!grid) return err({ from: "document", failure: { code: "empty", detail: "" } });
      const asTable = templateOfSheet(grid);
      if (asTable.ok) return asTable;
      if (asTable.error.isTemplate) return err({ from: "command", failure: { code: "template-invalid", detail: asTable.error.detail } });
      const ledger = readLedger({ grid });
      return ledger.ok ? ok(templateOfLedger(ledger.value, context)) : err({ from: "ledger", failure: ledger.error });
    }
  }
}
