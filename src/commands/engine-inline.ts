import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { planFixes } from "../core/edits/plan-fixes";
import { draftForUnit } from "../core/fill/draft-for-unit";
import { planEnrichment } from "../core/fill/plan-enrichment";
import { splitByUnit, splitToSheets } from "../core/fill/split-by-unit";
import { unitLists } from "../core/fill/unit-lists";
import { keptSource, parentPart } from "../core/kept/parent-part";
import { readParents, readSource } from "../core/kept/read-parents";
import { findTables, readLedger } from "../core/ledger/read-ledger";
import { extractTasks, type ExtractOptions } from "../core/parent/extract-tasks";
import type { DocumentBlock, ParentDocument } from "../core/parent/parent-document";
import { matchSheetOfCheck } from "../core/report/match-sheet-of-check";
import { emptyCheckMemory, type CheckMemory } from "../core/rules/check-memory";
import { checkSheet, type CheckSheetOutcome } from "../core/rules/check-sheet";
import { unitDirectory } from "../core/units/unit-directory";
import { openDocument } from "../documents/open-document";
import { blocksOfPaste } from "../documents/paste";
import type { CheckInput, CheckOutcome, Engine, OpenedParent, ParentOpenFailure } from "./engine";
import { fillFrom, templateFrom } from "./fill-sources";

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
    correctParent: (part, correction) => {
      const blocks = readSource(part);
      if (blocks === null) return Promise.resolve(err({ code: "parent-not-kept" }));
      const read = parentOf(blocks, { correction });
      return Promise.resolve(read.ok ? read : err({ code: "correction-empty" }));
    },
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
    proposeFill: async (input) => {
      const outcome = checkSheet(input.check);
      return outcome.ok ? fillFrom(outcome.value.context, input) : err({ from: "ledger", failure: outcome.error });
    },
    templateOf: async (input, source) => {
      const outcome = checkSheet(input);
      return outcome.ok ? templateFrom(outcome.value.context, source) : err({ from: "ledger", failure: outcome.error });
    },
    unitNames: (ledger) => Promise.resolve(unitLists(ledger).map(({ unit }) => unit)),
    planEnrichment: (input, names, place) => {
      const outcome = checkSheet(input);
      return Promise.resolve(outcome.ok ? ok(planEnrichment(outcome.value.context, names, place)) : outcome);
    },
    readParents: (parts) => Promise.resolve(readParents(parts)),
    draftLedger: (parents, unit) => Promise.resolve(draftForUnit(parents, unit, unitDirectory())),
    matchSheet: (check) => Promise.resolve(matchSheetOfCheck(check)),
    splitByUnit: (ledger) => Promise.resolve(splitByUnit(ledger)),
    splitToSheets: (ledger) => Promise.resolve(splitToSheets(ledger)),
    cancel: () => undefined,
  };
}

type CheckFailure = Extract<ReturnType<typeof checkSheet>, { ok: false }>["error"];

/** The context stays here: it holds functions, which no worker can send. */
function published(outcome: CheckSheetOutcome, tables: CheckOutcome["tables"]): CheckOutcome {
  const { result, profile, year, alignment, bindings } = outcome;
  return { result, profile, year, alignment, bindings, tables };
}

function parentOf(blocks: readonly DocumentBlock[], options?: ExtractOptions): Result<OpenedParent, ParentOpenFailure> {
  const read = extractTasks(blocks, options);
  if (!read.ok) return err({ from: "parent", failure: read.error });
  const source = keptSource(blocks);
  const parent: ParentDocument = source ? { ...read.value, correctable: true } : read.value;
  return ok({ parent, part: parentPart(parent, source) });
}
