import { joinAtSeam } from "./cell-text";
import type { ColumnMap } from "./columns";
import { textOf, type Draft, type DraftCell } from "./draft";
import { UNIT_FIELDS, type Field } from "./fields";
import type { Damage } from "./ledger";
import { endsLikeUnits, endsSentence, looksLikeUnits } from "./looks-like";
import { leadingNumber, type LeadingNumber } from "./numbering";
import type { RowHabits } from "./row-habits";

/** How a row belongs to the one before it: the rest of a row cut by a page, or one more line of the same item; "own" when it does not. */
export type Belonging = "cut" | "same" | "own" | "nothing";

const LEVELS: ReadonlySet<Field> = new Set<Field>(["level1", "level2", "level3"]);

/** The fields a row fills by itself, headings aside. */
export function ownFields(cells: ReadonlyMap<Field, DraftCell>): Field[] {
  return [...cells].filter(([field, cell]) => cell.text !== "" && cell.source === "own" && !LEVELS.has(field)).map(([field]) => field);
}

/**
 * Decides whether a row goes on with the row before it. A row with a number, or with a heading that begins something
 * new, never does. `afterBreak`: a repeated header or a page line stands between; `lastNumber`: the number before.
 */
export function belongsTo(before: Draft, cells: ReadonlyMap<Field, DraftCell>, columns: ColumnMap, habits: RowHabits, afterBreak: boolean, lastNumber: number | null): Belonging {
  const own = ownFields(cells);
  if (own.length === 0) return "nothing";
  if (own.includes("seq")) return "own";
  const requirement = own.includes("requirement") ? (cells.get("requirement")?.text ?? "") : "";
  const units = UNIT_FIELDS.filter((field) => own.includes(field));
  const cutUnits = units.some((field) => isCutUnits(textOf(before, field), cells.get(field)?.text ?? ""));
  if (requirement === "") {
    if (columns.requirement === undefined) return "own";
    return afterBreak || cutUnits ? "cut" : "same";
  }
  const last = textOf(before, "requirement");
  const isOpen = habits.terminated && last !== "" && !endsSentence(last);
  const number = leadingNumber(cells.get("requirement")?.loose ?? "");
  if (number && columns.seq === undefined && numbersRow(number, lastNumber, isOpen && afterBreak)) return "own";
  const overlap = last === "" ? "" : joinAtSeam(last, requirement).overlap;
  // A row in two halves has its deadline and its units in one of them, unless the units themselves were cut.
  const deadlineOnce = habits.deadlineFull && columns.deadline !== undefined && (textOf(before, "deadline") === "" || !own.includes("deadline"));
  const unitsOnce = habits.unitsFull && (units.length === 0 || cutUnits || UNIT_FIELDS.every((field) => textOf(before, field) === ""));
  const halves = (deadlineOnce ? 1 : 0) + (unitsOnce ? 1 : 0);
  const whole = (habits.deadlineFull && columns.deadline !== undefined ? 1 : 0) + (habits.unitsFull ? 1 : 0);
  // After a page break, a row without number below an unfinished sentence is its rest, unless it brings a deadline of its own.
  if (afterBreak && isOpen && habits.numbered && (!habits.deadlineFull || columns.deadline === undefined || deadlineOnce)) return "cut";
  if (whole === 0 || halves === 0) return "own";
  if (afterBreak) return (isOpen && (habits.numbered || halves === whole)) || (halves === whole && (overlap !== "" || cutUnits)) ? "cut" : "own";
  return isOpen && halves === whole ? "cut" : "own";
}

/** Whether a number before a text begins a row. Below a sentence left open by a page only one that goes on with the rows' numbers does. */
function numbersRow(number: LeadingNumber, last: number | null, isRest: boolean): boolean {
  switch (number.style) {
    case "blank":
      return (last === null && !number.isDoubtful) || number.value === (last ?? 0) + 1;
    case "point":
      return last === null || number.value > last || number.value === 1;
    default:
      return !isRest;
  }
}

/** Whether a unit cell stops in the middle of a name: …区划地 / 名处、社会事务处. */
function isCutUnits(before: string, after: string): boolean {
  return before !== "" && after !== "" && (!endsLikeUnits(before) || isCutAfterLevel(before) || /^[、，,；;]/u.test(after) || /[、，,]$/u.test(before));
}

/** Whether a list of units breaks off behind the first word of a name: 市政务服务局，市. */
export function isCutAfterLevel(units: string): boolean {
  return /[、，,；;][省市区县镇乡]$/u.test(units);
}

/**
 * A few words alone below a page break, under a label they do not answer to, while the requirement above breaks off:
 * they are its rest, whatever column they stand in. Moves them there.
 */
export function moveLoneRest(before: Draft, cells: Map<Field, DraftCell>, habits: RowHabits): void {
  const own = ownFields(cells);
  const field = own[0];
  const cell = field === undefined ? undefined : cells.get(field);
  if (own.length !== 1 || field === undefined || !cell || field === "requirement" || field === "seq") return;
  const last = textOf(before, "requirement");
  const above = textOf(before, field);
  if (!habits.terminated || last === "" || endsSentence(last) || above === "") return;
  const isUnits = (UNIT_FIELDS as readonly Field[]).includes(field);
  if (isUnits && (isCutUnits(above, cell.text) || looksLikeUnits(cell.text))) return;
  if (field !== "deadline" && !isUnits) return;
  cells.set(field, { ...cell, text: "", loose: "", raw: "" });
  cells.set("requirement", cell);
}

/** Joins a row to the one before it and reports what was seen. */
export function joinRow(before: Draft, row: number, cells: ReadonlyMap<Field, DraftCell>, how: "cut" | "same", report: (damage: Damage) => void): void {
  const seen: string[] = [];
  const overlaps: Damage[] = [];
  const upper = before.rows[before.rows.length - 1] ?? row;
  for (const field of ownFields(cells)) {
    const cell = cells.get(field);
    if (!cell) continue;
    const target = before.cells.get(field);
    seen.push(cell.text);
    if (!target || target.text === "") {
      before.cells.set(field, cell);
      continue;
    }
    if (target.text === cell.text && field !== "requirement") continue;
    if (how === "same") {
      if (!target.text.split("\n").includes(cell.text)) target.text += `\n${cell.text}`;
      target.loose += ` ${cell.loose}`;
    } else {
      const { text, overlap } = joinAtSeam(target.text, cell.text);
      target.text = text;
      target.loose += withoutFirst(cell.loose, overlap.length);
      if (overlap !== "") overlaps.push({ kind: "seam-overlap", row, column: cell.at.column, detail: overlap, related: [upper] });
    }
    target.source = "joined";
    target.parts.push(...cell.parts);
  }
  if (how === "cut") report({ kind: "cut-row", row, column: null, detail: seen.join("／"), related: [upper] });
  overlaps.forEach(report);
  before.rows.push(row);
}

/** A text without so many of its characters, blanks not counted. */
function withoutFirst(text: string, count: number): string {
  let from = 0;
  for (let left = count; left > 0 && from < text.length; from++) if (text.charAt(from) !== " ") left--;
  return text.slice(from);
}
