import { addressOf, cellKey, type CellKey, type CellRef } from "../grid/address";
import { textAt, valueAt } from "../grid/sheet-grid";
import type { LedgerCell, LedgerRow } from "../ledger/ledger";
import { labelOf, rowNumber, shortened } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { normalizeForCompare } from "../text/normalize";
import type { FillConfidence, FillItem, FillProposal, FillSkip } from "./fill-proposal";
import { FILLED_FIELDS, valueFor, type FilledField } from "./fill-values";
import { lowerConfidence, matchRules, type RuleMatch } from "./rule-matches";
import type { FillTemplate } from "./template";

export interface FillOptions {
  /** Also cells that are filled already. */
  readonly all: boolean;
  /** Only rows between these sheet rows (0-based, inclusive); null: the whole table. */
  readonly rows: { readonly first: number; readonly last: number } | null;
}

/** One cell of the sheet with the rows that share it: a merged cell, or several items in one. */
interface Target {
  readonly field: FilledField;
  readonly at: CellRef;
  readonly rows: LedgerRow[];
  readonly cell: LedgerCell;
}

/**
 * What a template would write into the sheet; nothing is written. Blank cells only, unless `all`; a merged cell counts
 * once and takes an answer only if all its rows agree. Cells that hold formulas, are locked or out of sight are left
 * alone and named. Several different answers for one cell are choices, never decided.
 */
export function proposeFill(context: RuleContext, template: FillTemplate, { all, rows }: FillOptions): FillProposal {
  const matches = matchRules(context, template);
  const items: FillItem[] = [];
  const skipped: FillSkip[] = [];
  for (const target of targetsOf(context, rows)) {
    const { at, field, cell } = target;
    const skip = (reason: FillSkip["reason"]): void => void skipped.push({ sheetRow: at.row, field, at, reason });
    const isBlank = cell.text === "" || cell.source === "inherited";
    const answers = answersFor(target, matches, context);
    if (!all && !isBlank) skip("filled");
    else if (answers.length === 0) skip("no-rule");
    else if (context.grid.formulas.has(cellKey(at.row, at.column))) skip("formula");
    else if (context.grid.isProtected && !context.grid.unlocked.has(cellKey(at.row, at.column))) skip("locked");
    else if (target.rows.every((row) => context.grid.hiddenRows.has(row.row)) || context.grid.hiddenColumns.has(at.column)) skip("hidden");
    else if (!isBlank && (cell.source === "joined" || cell.source === "split" || cell.source === "prefix")) skip("covered-by-merge");
    else if (answers.length === 1 && !isBlank && sameText(answers[0]!.value, cell.text)) skip("filled");
    else items.push(itemOf(context, target, answers));
  }
  return { sheet: context.grid.sheet, source: template.name, items, skipped, notes: template.notes ?? [] };
}

/** Cells to fill, in reading order. An inherited blank is a cell of its own: the text above it belongs to another row. */
function targetsOf(context: RuleContext, span: FillOptions["rows"]): Target[] {
  const targets = new Map<CellKey, Target>();
  for (const row of context.ledger.rows) {
    if (span && !row.rows.some((each) => each >= span.first && each <= span.last)) continue;
    for (const field of FILLED_FIELDS) {
      const cell = row.cells[field];
      if (!cell || cell.source === "heading" || cell.source === "counted") continue;
      const at = cell.source === "inherited" ? { row: row.row, column: cell.at.column } : cell.at;
      const key = cellKey(at.row, at.column);
      const known = targets.get(key);
      if (known) known.rows.push(row);
      else targets.set(key, { field, at, rows: [row], cell });
    }
  }
  return [...targets.values()];
}

interface Answer {
  readonly value: string;
  readonly reason: string;
  readonly confidence: FillConfidence;
}

/** The different answers of the nearest rules that say something about the column, best first. */
function answersFor({ field, rows, cell }: Target, matches: ReadonlyMap<LedgerRow, readonly RuleMatch[]>, context: RuleContext): Answer[] {
  const perRow = rows.map((row) => {
    const said = (matches.get(row) ?? []).map((match) => ({ match, value: valueFor(match.rule.then, field, context) })).filter(({ value }) => value !== "");
    const nearest = said[0]?.match.nearness;
    return said.filter(({ match }) => match.nearness === nearest);
  });
  // A cell of several rows needs an answer from each of them.
  const isPartial = perRow.some((said) => said.length === 0);
  const answers = new Map<string, Answer>();
  for (const said of perRow) {
    for (const { match, value } of said) {
      const key = normalizeForCompare(value);
      const known = answers.get(key);
      const confidence = isPartial || cell.source === "inherited" ? lowerConfidence(match.confidence, "probable") : match.confidence;
      if (!known) answers.set(key, { value, reason: match.rule.reason, confidence });
      else if (lowerConfidence(known.confidence, confidence) === known.confidence && rows.length === 1) answers.set(key, { ...known, confidence });
      else if (rows.length > 1) answers.set(key, { ...known, confidence: lowerConfidence(known.confidence, confidence) });
    }
  }
  return [...answers.values()];
}

function itemOf(context: RuleContext, { at, field, rows, cell }: Target, answers: readonly Answer[]): FillItem {
  const row = rows[0]!;
  const only = answers.length === 1 ? answers[0]! : undefined;
  const held = valueAt(context.grid, at.row, at.column);
  return {
    id: `${field}-${addressOf(at)}`,
    row: row.key,
    sheetRow: row.row,
    field,
    at,
    about: shortened(row.cells.requirement?.text || row.cells.level2?.text || row.cells.level1?.text || `第${rowNumber(row)}行`),
    like: { requirement: row.cells.requirement?.text ?? "", level1: row.cells.level1?.text ?? "", level2: row.cells.level2?.text ?? "" },
    before: cell.source === "inherited" ? "" : textAt(context.grid, at.row, at.column),
    after: only && only.confidence !== "choose" ? only.value : "",
    choices: answers.map(({ value, reason }) => ({ value, reason })),
    reason: only ? only.reason : `“${labelOf(context, field)}”有${answers.length}种写法，请您选。`,
    confidence: only ? only.confidence : "choose",
    edits: only && only.confidence !== "choose" ? [{ kind: "setCell", sheet: context.grid.sheet, at, before: held, after: only.value, row: row.key, field }] : [],
  };
}

function sameText(a: string, b: string): boolean {
  return normalizeForCompare(a) === normalizeForCompare(b);
}
