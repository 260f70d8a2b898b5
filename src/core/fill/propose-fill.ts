import { cellKey, type CellKey, type CellRef } from "../grid/address";
import { textAt } from "../grid/sheet-grid";
import type { LedgerCell, LedgerRow } from "../ledger/ledger";
import { labelOf } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { normalizeForCompare } from "../text/normalize";
import type { FillConfidence, FillItem, FillProposal, FillSkip } from "./fill-proposal";
import { FILLED_FIELDS, leadsUnsaid, valueFor, type FilledField } from "./fill-values";
import { lowerConfidence, matchRules, type RuleMatch } from "./rule-matches";
import { isChosen, type RowSpan } from "./row-span";
import { itemOfCell } from "./row-words";
import type { FillTemplate } from "./template";
import { unknownUnits } from "./unknown-units";

export interface FillOptions {
  /** Also cells that are filled already. */
  readonly all: boolean;
  /** Only these rows; null: the whole table. */
  readonly rows: readonly RowSpan[] | null;
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
  const inherits = columnsThatInherit(context);
  const items: FillItem[] = [];
  const skipped: FillSkip[] = [];
  for (const target of targetsOf(context, rows)) {
    const { at, field, cell } = target;
    const skip = (reason: FillSkip["reason"]): void => void skipped.push({ sheetRow: at.row, field, at, reason });
    const isBlank = cell.text === "" || cell.source === "inherited";
    const answers = answersFor(target, matches, inherits, context);
    if (!all && !isBlank) skip("filled");
    else if (answers.length === 0) skip(target.rows.some((row) => (matches.get(row) ?? []).length > 0) ? "not-said" : "no-rule");
    else if (context.grid.formulas.has(cellKey(at.row, at.column))) skip("formula");
    else if (context.grid.isProtected && !context.grid.unlocked.has(cellKey(at.row, at.column))) skip("locked");
    else if (target.rows.every((row) => context.grid.hiddenRows.has(row.row)) || context.grid.hiddenColumns.has(at.column)) skip("hidden");
    else if (!isBlank && (cell.source === "joined" || cell.source === "split" || cell.source === "prefix")) skip("covered-by-merge");
    else if (answers.length === 1 && !isBlank && sameText(answers[0]!.value, cell.text)) skip("filled");
    else items.push(itemOf(context, target, answers));
  }
  return { kind: "template", sheet: context.grid.sheet, source: template.name, items, skipped, notes: [...(template.notes ?? []), ...unknownUnits(context, typedNames(template), "模板里的")] };
}

/** Names that the user typed into a template; those learned from a ledger were looked at there. */
function typedNames({ rules }: FillTemplate): string[] {
  return rules.filter(({ confidence, when }) => confidence === "sure" && !when.like && when.task === undefined).flatMap(({ then }) => [...(then.lead ?? []), ...(then.cooperate ?? []), ...(then.implement ?? [])]);
}

/** Cells to fill, in reading order. An inherited blank is a cell of its own: the text above it belongs to another row. */
function targetsOf(context: RuleContext, spans: FillOptions["rows"]): Target[] {
  const targets = new Map<CellKey, Target>();
  for (const row of context.ledger.rows) {
    if (!isChosen(row, spans)) continue;
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

/** Below this share of the rows an inherited blank is a blank that was forgotten; above it the sheet has lost its merges. */
const FEW_INHERITED = 0.1;

/** Columns whose blanks may well mean “as above”. */
function columnsThatInherit({ ledger }: RuleContext): ReadonlySet<FilledField> {
  return new Set(FILLED_FIELDS.filter((field) => ledger.rows.filter(({ cells }) => cells[field]?.source === "inherited").length > ledger.rows.length * FEW_INHERITED));
}

/** The different answers of the nearest rules that say something about the column, in the template's order. */
function answersFor({ field, rows, cell }: Target, matches: ReadonlyMap<LedgerRow, readonly RuleMatch[]>, inherits: ReadonlySet<FilledField>, context: RuleContext): Answer[] {
  const perRow = rows.map((row) => {
    const said = (matches.get(row) ?? []).map((match) => saidBy(match, field, context)).filter(({ value }) => value !== "");
    const nearest = said[0]?.match.nearness;
    return answersOfRow(said.filter(({ match }) => match.nearness === nearest));
  });
  // A cell of several rows needs an answer from each of them; a blank may mean “as above”.
  const isDoubtful = perRow.some((answers) => answers.size === 0) || (cell.source === "inherited" && inherits.has(field));
  const merged = new Map<string, Answer>();
  for (const answers of perRow) {
    for (const [key, answer] of answers) {
      const known = merged.get(key);
      merged.set(key, known ? { ...known, confidence: lowerConfidence(known.confidence, answer.confidence) } : answer);
    }
  }
  const agrees = (value: string): boolean => cell.source === "inherited" && sameText(value, cell.text);
  return [...merged.values()].map((answer) => (isDoubtful && !agrees(answer.value) ? { ...answer, confidence: lowerConfidence(answer.confidence, "probable") } : answer));
}

interface Said {
  readonly match: RuleMatch;
  readonly value: string;
}

/** What a rule says of a column. A bare list that only the column of those who lead can take is for a person to look at. */
function saidBy(match: RuleMatch, field: FilledField, context: RuleContext): Said {
  const value = valueFor(match.rule.then, field, context);
  const bare = value === "" && field === "leadUnits" ? leadsUnsaid(match.rule.then, context) : "";
  if (bare === "") return { match, value };
  const rule = { ...match.rule, reason: `${match.rule.reason}没有写谁牵头，先放在“${labelOf(context, field)}”一栏，请看对不对。` };
  return { match: { ...match, rule, confidence: lowerConfidence(match.confidence, "probable") }, value: bare };
}

/** One row's answers by their text; of several rules for one answer the most certain counts. */
function answersOfRow(said: readonly Said[]): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const { match, value } of said) {
    const key = normalizeForCompare(value);
    const known = answers.get(key);
    if (!known || (known.confidence !== match.confidence && lowerConfidence(known.confidence, match.confidence) === known.confidence)) answers.set(key, { value, reason: match.rule.reason, confidence: match.confidence });
  }
  return answers;
}

function itemOf(context: RuleContext, { at, field, rows, cell }: Target, answers: readonly Answer[]): FillItem {
  const row = rows[0]!;
  const only = answers.length === 1 ? answers[0]! : undefined;
  const item = itemOfCell(context, row, field, at);
  return {
    ...item,
    before: cell.source === "inherited" ? "" : textAt(context.grid, at.row, at.column),
    after: only && only.confidence !== "choose" ? only.value : "",
    choices: answers.map(({ value, reason }) => ({ value, reason })),
    reason: only ? only.reason : `“${labelOf(context, field)}”有${answers.length}种写法，请您选。`,
    confidence: only ? only.confidence : "choose",
    edits: only && only.confidence !== "choose" ? [{ kind: "setCell", sheet: context.grid.sheet, at, before: item.held, after: only.value, row: row.key, field }] : [],
  };
}

function sameText(a: string, b: string): boolean {
  return normalizeForCompare(a) === normalizeForCompare(b);
}
