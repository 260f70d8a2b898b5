import type { SetCellEdit } from "../edits/edit";
import { cellKey } from "../grid/address";
import { textAt, valueAt } from "../grid/sheet-grid";
import { squeeze } from "../ledger/cell-text";
import type { Field } from "../ledger/fields";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { shortened } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { normalizeForCompare } from "../text/normalize";

/** What a 处室 may answer; everything else in its list is ours and only compared. */
export const ANSWERED_FIELDS = ["progress", "status", "measures", "problem", "result", "persons", "contact", "remarks"] as const satisfies readonly Field[];
type AnsweredField = (typeof ANSWERED_FIELDS)[number];

/** One cell of the ledger and what the lists that came back say about it. */
export interface Answer {
  readonly row: LedgerRow;
  readonly field: AnsweredField;
  readonly before: string;
  /** The different answers, each with the list it came from. One: it may be written; more: somebody chooses. */
  readonly answers: readonly { readonly value: string; readonly from: string }[];
  /** Present where there is one answer and the cell may take it: blank, or asked for. */
  readonly edit: SetCellEdit | null;
}

export interface CollectedAnswers {
  readonly answers: readonly Answer[];
  /** Rows that came back and are not in the ledger, and texts that came back changed. In Chinese. */
  readonly differences: readonly string[];
}

/** A list that came back, and whose it is: the file's name or the sheet's. */
export interface ReturnedList {
  readonly from: string;
  readonly ledger: Ledger;
}

/**
 * Answers out of returned lists into the ledger, found by the row's identity, never by its place. Only blank cells take
 * one unasked; two 处室 who answer differently, or a cell that says something else, are shown and not written.
 */
export function collectAnswers(context: RuleContext, lists: readonly ReturnedList[]): CollectedAnswers {
  const { ledger } = context;
  const find = rowFinder(ledger);
  const differences: string[] = [];
  const said = new Map<LedgerRow, Map<AnsweredField, Map<string, Said>>>();
  for (const { from, ledger: list } of lists) {
    for (const returned of list.rows) {
      const row = find(returned);
      const place = `“${from}”第${returned.row + 1}行`;
      if (!row) {
        differences.push(`${place}“${shortened(returned.cells.requirement?.text ?? "")}”在台账里没有，可能改过任务文字。`);
        continue;
      }
      const ours = row.cells.deadline?.text ?? "";
      const theirs = returned.cells.deadline?.text ?? "";
      if (theirs !== "" && ours !== "" && normalizeForCompare(ours) !== normalizeForCompare(theirs)) differences.push(`${place}时限写的是“${theirs}”，台账第${row.row + 1}行是“${ours}”。`);
      for (const field of ANSWERED_FIELDS) {
        const cell = returned.cells[field];
        const value = !cell || cell.source === "inherited" ? "" : cell.raw.trim();
        if (value === "") continue;
        const fields = said.get(row) ?? new Map<AnsweredField, Map<string, Said>>();
        said.set(row, fields);
        const values = fields.get(field) ?? new Map<string, Said>();
        fields.set(field, values);
        if (!values.has(normalizeForCompare(value))) values.set(normalizeForCompare(value), { value, from });
      }
    }
  }
  const answers = ledger.rows.flatMap((row) => [...(said.get(row) ?? [])].flatMap(([field, values]): Answer[] => answerOf(context, row, field, [...values.values()], differences)));
  return { answers, differences };
}

interface Said {
  readonly value: string;
  readonly from: string;
}

/** By the requirement; equal requirements are told apart by their number. A list holds only some rows, so that its own keys do not do. */
function rowFinder(ledger: Ledger): (returned: LedgerRow) => LedgerRow | undefined {
  const byText = new Map<string, LedgerRow[]>();
  const keyOf = (row: LedgerRow): string => normalizeForCompare(row.cells.requirement?.text || row.cells.level2?.text || "");
  for (const row of ledger.rows) byText.set(keyOf(row), [...(byText.get(keyOf(row)) ?? []), row]);
  return (returned) => {
    const alike = byText.get(keyOf(returned)) ?? [];
    const same = alike.length > 1 ? alike.filter((row) => (row.cells.seq?.text ?? "") === (returned.cells.seq?.text ?? "")) : alike;
    return same.length === 1 ? same[0] : undefined;
  };
}

function answerOf(context: RuleContext, row: LedgerRow, field: AnsweredField, answers: readonly Said[], differences: string[]): Answer[] {
  const { grid, ledger } = context;
  const cell = row.cells[field];
  if (!cell) {
    differences.push(`${answers.map(({ from }) => `“${from}”`).join("")}答了第${row.row + 1}行，台账里没有对应的列。`);
    return [];
  }
  const at = cell.source === "inherited" ? { row: row.row, column: ledger.blocks[row.block]?.columns[field] ?? cell.at.column } : cell.at;
  const before = cell.source === "inherited" ? "" : textAt(grid, at.row, at.column);
  const only = answers.length === 1 ? answers[0]!.value : undefined;
  if (only !== undefined && normalizeForCompare(squeeze(before)) === normalizeForCompare(only)) return [];
  const isFree = before === "" && !grid.formulas.has(cellKey(at.row, at.column)) && !(grid.isProtected && !grid.unlocked.has(cellKey(at.row, at.column)));
  const edit: SetCellEdit | null = only === undefined || !isFree ? null : { kind: "setCell", sheet: grid.sheet, at, before: valueAt(grid, at.row, at.column), after: only, row: row.key, field };
  return [{ row, field, before, answers, edit }];
}
