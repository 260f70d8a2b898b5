import { cellKey, type CellRef } from "../grid/address";
import { textAt } from "../grid/sheet-grid";
import { squeeze } from "../ledger/cell-text";
import type { Field } from "../ledger/fields";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { fieldName, labelOf, shortened } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { normalizeForCompare } from "../text/normalize";
import type { FillItem, FillProposal, FillSkip } from "./fill-proposal";
import type { ReturnedList } from "./returned-list";
import { itemOfCell } from "./row-words";

/** What a 处室 may answer; everything else in its list is ours and only compared. */
const ANSWERED_FIELDS = ["progress", "status", "measures", "problem", "result", "persons", "contact", "remarks"] as const satisfies readonly Field[];
type AnsweredField = (typeof ANSWERED_FIELDS)[number];

/** One text and who wrote it where. */
interface Said {
  readonly value: string;
  readonly from: string;
  /** 0-based row of the list. */
  readonly row: number;
}

/**
 * Answers out of returned lists, to go into the ledger: found by the row's identity, never by its place, and shown before
 * they are written. sure: a blank cell and one answer. probable: the cell says something else already. choose: two 处室
 * answer differently; the choices are each answer, and all of them together with the names in front. What came back
 * changed, and who has not answered, is said in notes.
 */
export function collectAnswers(context: RuleContext, lists: readonly ReturnedList[]): FillProposal {
  const find = rowFinder(context.ledger);
  const notes: string[] = [];
  const said = new Map<LedgerRow, Map<AnsweredField, Said[]>>();
  const silent = new Map<string, number>();
  for (const { from, rows } of lists) {
    for (const returned of rows) {
      const row = find(returned);
      const place = `“${from}”第${returned.row + 1}行`;
      if (!row) {
        notes.push(`${place}“${shortened(returned.cells.requirement?.text ?? "")}”在台账里没有，可能改过任务文字。`);
        continue;
      }
      notes.push(...changedDeadline(row, returned, place));
      let hasAnswered = false;
      for (const field of ANSWERED_FIELDS) {
        const cell = returned.cells[field];
        const value = !cell || cell.source === "inherited" ? "" : cell.raw.trim();
        if (value === "") continue;
        hasAnswered = true;
        const fields = said.get(row) ?? new Map<AnsweredField, Said[]>();
        said.set(row, fields);
        const known = fields.get(field) ?? [];
        fields.set(field, known);
        if (!known.some((other) => normalizeForCompare(other.value) === normalizeForCompare(value))) known.push({ value, from, row: returned.row });
      }
      if (!hasAnswered) silent.set(from, (silent.get(from) ?? 0) + 1);
    }
  }
  const items: FillItem[] = [];
  const skipped: FillSkip[] = [];
  const homeless = new Set<AnsweredField>();
  for (const row of context.ledger.rows) {
    for (const [field, answers] of said.get(row) ?? []) {
      const at = cellFor(context, row, field);
      if (at !== undefined) place(context, { row, field, at, answers }, items, skipped);
      else {
        homeless.add(field);
        skipped.push({ sheetRow: row.row, field, at: { row: row.row, column: row.cells.requirement?.at.column ?? 0 }, reason: "no-column" });
      }
    }
  }
  for (const field of homeless) notes.push(`台账里没有“${fieldName(field)}”一列，答复放不进去。${field === "progress" ? "请先在“整理与加列”里加一列落实情况，再收。" : "请先在台账里加上这一列，再收。"}`);
  if (silent.size > 0) notes.push(`还没有答的：${[...silent].map(([from, count]) => `“${from}”${count}项`).join("，")}。`);
  return { kind: "answers", sheet: context.grid.sheet, source: sourceOf(lists), items, skipped, notes };
}

function sourceOf(lists: readonly ReturnedList[]): string {
  const names = [...new Set(lists.map(({ from }) => from))];
  return `${names.slice(0, 3).map((name) => `“${name}”`).join("、")}${names.length > 3 ? `等${names.length}家` : ""}的答复`;
}

function changedDeadline(row: LedgerRow, returned: LedgerRow, place: string): string[] {
  const ours = row.cells.deadline?.text ?? "";
  const theirs = returned.cells.deadline?.text ?? "";
  if (theirs === "" || ours === "" || normalizeForCompare(ours) === normalizeForCompare(theirs)) return [];
  return [`${place}时限写的是“${theirs}”，台账第${row.row + 1}行是“${ours}”。`];
}

/** By the requirement; equal requirements are told apart by their number. A list holds only some rows, so that its own keys do not do. */
function rowFinder(ledger: Ledger): (returned: LedgerRow) => LedgerRow | undefined {
  const byText = new Map<string, LedgerRow[]>();
  const keyOf = (row: LedgerRow): string => normalizeForCompare(row.cells.requirement?.text || row.cells.level2?.text || "");
  for (const row of ledger.rows) {
    const alike = byText.get(keyOf(row));
    if (alike) alike.push(row);
    else byText.set(keyOf(row), [row]);
  }
  return (returned) => {
    const alike = byText.get(keyOf(returned)) ?? [];
    const same = alike.length > 1 ? alike.filter((row) => (row.cells.seq?.text ?? "") === (returned.cells.seq?.text ?? "")) : alike;
    return same.length === 1 ? same[0] : undefined;
  };
}

/** The row's own cell in the column: an inherited text stands in another row's. */
function cellFor({ ledger }: RuleContext, row: LedgerRow, field: AnsweredField): CellRef | undefined {
  const cell = row.cells[field];
  const column = ledger.blocks[row.block]?.columns[field];
  if (cell && cell.source !== "inherited") return cell.at;
  return column === undefined ? undefined : { row: row.row, column };
}

function place(context: RuleContext, { row, field, at, answers }: { readonly row: LedgerRow; readonly field: AnsweredField; readonly at: CellRef; readonly answers: readonly Said[] }, items: FillItem[], skipped: FillSkip[]): void {
  const { grid } = context;
  const key = cellKey(at.row, at.column);
  const before = textAt(grid, at.row, at.column);
  const only = answers.length === 1 ? answers[0]! : undefined;
  const skip = (reason: FillSkip["reason"]): void => void skipped.push({ sheetRow: at.row, field, at, reason });
  const isMerged = context.ledger.rows.some((other) => other !== row && other.cells[field]?.source !== "inherited" && other.cells[field]?.at.row === at.row && other.cells[field].at.column === at.column);
  if (only && normalizeForCompare(squeeze(before)) === normalizeForCompare(only.value)) return;
  if (grid.formulas.has(key)) skip("formula");
  else if (grid.isProtected && !grid.unlocked.has(key)) skip("locked");
  else if (isMerged) skip("covered-by-merge");
  else if (grid.hiddenRows.has(at.row) || grid.hiddenColumns.has(at.column)) skip("hidden");
  else {
    const item = itemOfCell(context, row, field, at);
    items.push({
      ...item,
      before,
      after: only?.value ?? "",
      choices: only ? [] : [...answers.map((answer) => ({ value: answer.value, reason: reasonOf(answer) })), { value: together(answers), reason: "几家的答复合在一起。" }],
      reason: only ? `${reasonOf(only)}${before === "" ? "" : "格里已有别的内容。"}` : `${answers.map(({ from }) => `“${from}”`).join("、")}的“${labelOf(context, field)}”写得不同，请您选。`,
      confidence: !only ? "choose" : before === "" ? "sure" : "probable",
      edits: only ? [{ kind: "setCell", sheet: grid.sheet, at, before: item.held, after: only.value, row: row.key, field }] : [],
    });
  }
}

function reasonOf({ from, row }: Said): string {
  return `“${from}”第${row + 1}行写的。`;
}

/** 办公室：已公开。信息中心：已上线。 */
function together(answers: readonly Said[]): string {
  return answers.map(({ from, value }) => `${from}：${value.replace(/[。；;，,\s]+$/u, "")}。`).join("");
}
