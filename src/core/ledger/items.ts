import { linesOf, squeeze } from "./cell-text";
import type { ColumnMap } from "./columns";
import type { Draft, DraftCell } from "./draft";
import { UNIT_FIELDS, type Field } from "./fields";
import type { Damage } from "./ledger";
import { itemsOf, leadingNumber, serialText, serialValue, severalSerials, type Item, type ItemsFound, type NumberStyle } from "./numbering";

/** A row with the value of its number, null where it has none or none that counts on. */
export interface NumberedDraft {
  readonly draft: Draft;
  value: number | null;
}

/**
 * Finds the number of every row: alone in its column, before the requirement, or several in one cell, where each item
 * becomes a row of its own. Items share the other cells unless these hold as many groups as there are items.
 */
export function numberRows(drafts: readonly Draft[], mapOf: (draft: Draft) => ColumnMap, report: (damage: Damage) => void): NumberedDraft[] {
  const numbered: NumberedDraft[] = [];
  let last: number | null = null;
  let style: NumberStyle | null = null;
  drafts.forEach((draft, i) => {
    const seq = draft.cells.get("seq");
    const requirement = draft.cells.get("requirement");
    if (seq && seq.text !== "") {
      const several = severalSerials(seq.loose);
      const items = several && requirement ? itemsForSerials(several, requirement) : null;
      if (items && requirement) {
        numbered.push(...splitDraft(draft, items, seq, report));
        last = items[items.length - 1]!.value;
        return;
      }
      seq.text = serialText(seq.text);
      last = serialValue(seq.text);
      if (requirement) dropRepeatedNumber(requirement, last);
      numbered.push({ draft, value: last });
      return;
    }
    const found = requirement && requirement.source !== "merged" ? itemsOf(requirement.loose) : null;
    if (!found || !requirement || !isNumbering(found, last, style, mapOf(draft), drafts[i + 1], found.items.length)) {
      numbered.push({ draft, value: null });
      return;
    }
    style = found.style;
    last = found.items[found.items.length - 1]!.value;
    if (found.items.length > 1) {
      numbered.push(...splitDraft(draft, found.items, requirement, report));
      return;
    }
    const item = found.items[0]!;
    draft.cells.set("seq", { ...requirement, text: item.number, source: "prefix", parts: [requirement.at] });
    requirement.text = item.text;
    if (requirement.source === "own") requirement.source = "prefix";
    numbered.push({ draft, value: item.value });
  });
  return numbered;
}

/**
 * Whether what stands before a text numbers the row. "3." does; "6 加强" only where it goes on with the number before, or
 * begins at 1; （1） ① 一是 are points within a task unless rows are counted by them.
 */
function isNumbering(found: ItemsFound, last: number | null, style: NumberStyle | null, columns: ColumnMap, next: Draft | undefined, count: number): boolean {
  const first = found.items[0]!.value;
  const goesOn = last !== null && first === last + 1;
  if (found.isDoubtful) return goesOn;
  // In a table with a number column, points before a text are points of the task, unless this row's number only slipped out of the column.
  if (columns.seq !== undefined) return count === 1 && goesOn && found.style !== "firstly" && found.style !== "circled" && found.style !== "bracket";
  switch (found.style) {
    case "point":
      return true;
    case "blank":
      return last === null ? first === 1 || isFollowedBy(next, "blank", first + count) || isFollowedBy(next, "point", first + count) : goesOn || (first > last && first <= last + 3);
    case "chinese":
    case "bracket":
    case "circled":
    case "firstly":
      return (style === found.style && (goesOn || first === 1)) || (first === 1 && isFollowedBy(next, found.style, count + 1));
  }
}

function isFollowedBy(next: Draft | undefined, style: NumberStyle, value: number): boolean {
  const number = leadingNumber(next?.cells.get("requirement")?.loose ?? "");
  return number !== null && number.style === style && number.value === value;
}

/** "3" in the number column and "3.加强…" beside it: the number is the row's, once. */
function dropRepeatedNumber(requirement: DraftCell, value: number | null): void {
  const number = leadingNumber(requirement.loose);
  if (!number || number.style !== "point" || number.value !== value || (itemsOf(requirement.loose)?.items.length ?? 0) > 1) return;
  requirement.text = squeeze(number.rest);
  if (requirement.source === "own") requirement.source = "prefix";
}

/** Several numbers in the number cell, and as many items or lines beside them. */
function itemsForSerials(serials: readonly string[], requirement: DraftCell): Item[] | null {
  const found = itemsOf(requirement.loose)?.items;
  const lines = linesOf(requirement.raw);
  const texts = found?.length === serials.length ? found.map((item) => item.text) : lines.length === serials.length ? lines : null;
  return texts ? serials.map((number, i) => ({ value: Number(number), number, text: texts[i] ?? "" })) : null;
}

function splitDraft(draft: Draft, items: readonly Item[], numberCell: DraftCell, report: (damage: Damage) => void): NumberedDraft[] {
  const requirement = draft.cells.get("requirement")!;
  report({ kind: "several-items", row: draft.rows[0] ?? 0, column: requirement.at.column, detail: items.map((item) => item.number).join("、"), related: draft.rows.slice(1) });
  const groups = new Map<Field, readonly string[]>();
  for (const [field, cell] of draft.cells) {
    const parts = field === "seq" || field === "requirement" ? null : groupsOf(field, cell, items.length);
    if (parts) groups.set(field, parts);
  }
  return items.map((item, i): NumberedDraft => {
    const cells = new Map<Field, DraftCell>();
    for (const [field, cell] of draft.cells) {
      const part = groups.get(field)?.[i];
      cells.set(field, part === undefined ? { ...cell } : { ...cell, text: part, source: "split" });
    }
    cells.set("seq", { ...numberCell, text: item.number, source: numberCell === requirement ? "prefix" : "split", parts: [numberCell.at] });
    cells.set("requirement", { ...requirement, text: item.text, source: "split" });
    return { draft: { ...draft, rows: [...draft.rows], cells, inferred: new Set(draft.inferred), item: i }, value: item.value };
  });
}

const UNITS: ReadonlySet<Field> = new Set<Field>(UNIT_FIELDS);

/** The groups of a cell when there are exactly as many as items: numbered ones, lines, and for units those a blank sets apart. */
function groupsOf(field: Field, cell: DraftCell, count: number): readonly string[] | null {
  if (cell.text === "" || field === "level1" || field === "level2" || field === "level3") return null;
  const numbered = itemsOf(cell.loose)?.items;
  if (numbered?.length === count) return numbered.map((item) => item.text);
  const lines = numberedLines(cell.raw);
  if (lines?.length === count) return lines;
  if (!UNITS.has(field) && field !== "deadline") return null;
  // The text keeps line breaks and blanks only where they part whole units or deadlines.
  const parts = cell.text.split(UNITS.has(field) ? /[\n ]/u : /\n/u);
  return parts.length === count ? parts : null;
}

/** Lines numbered from some number on, without the numbers: "1.3月底前 / 2.年底前", where the point alone could be read as 1.3. */
function numberedLines(raw: string): string[] | null {
  const lines = linesOf(raw).map((line) => /^(\d{1,3})[.．、]\s*(.+)$/u.exec(line));
  const first = Number(lines[0]?.[1]);
  return lines.length > 1 && lines.every((line, i) => line !== null && Number(line[1]) === first + i) ? lines.map((line) => line?.[2] ?? "") : null;
}
