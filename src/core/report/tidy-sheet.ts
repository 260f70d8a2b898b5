import type { MergeArea } from "../grid/sheet-grid";
import { FIELDS, type Field } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import type { ReportCell, ReportSheet, ReportStyle } from "./report-sheet";

const WIDTHS: Readonly<Partial<Record<Field, number>>> = { level1: 14, level2: 18, level3: 16, seq: 6, requirement: 56, measures: 40, problem: 36, progress: 30, units: 24, deadline: 14 };
const CENTERED: ReadonlySet<Field> = new Set<Field>(["level1", "level2", "level3", "seq", "deadline", "status"]);
const LEVELS = ["level1", "level2", "level3"] as const satisfies readonly Field[];

/**
 * 整理到新表: the ledger as it was read, on a sheet of its own: one header, one row per item, cut rows joined, columns in
 * their places, headings merged. For sheets too damaged to be mended in place; the old sheet stays as it is.
 *
 * @param labelOf what the sheet itself calls a column
 * @param name a name that no sheet of the workbook has
 */
export function tidySheet(ledger: Ledger, labelOf: (field: Field) => string, name: string): ReportSheet {
  const fields = fieldsOf(ledger);
  const rows: ReportCell[][] = [];
  const merges: MergeArea[] = [];
  if (ledger.title !== "") {
    merges.push({ top: 0, left: 0, bottom: 0, right: fields.length - 1 });
    rows.push(fields.map((_, index) => ({ value: index === 0 ? ledger.title : null, style: "title" })));
  }
  const header = rows.length;
  rows.push(fields.map((field) => ({ value: labelOf(field), style: "header" })));
  const first = rows.length;
  for (const row of ledger.rows) rows.push(fields.map((field) => ({ value: valueOf(row.cells[field]?.text ?? "", field), style: styleOf(field) })));
  for (const field of LEVELS) merges.push(...headingMerges(ledger, fields, field, first, rows));
  return {
    name,
    rows,
    widths: fields.map((field) => WIDTHS[field] ?? 16),
    merges: merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right),
    titleRows: { first: header, last: header },
    landscape: true,
    activate: true,
    keep: true,
  };
}

/** The columns in the order of the sheet; numbers that stood before the texts get a column of their own beside them. */
function fieldsOf(ledger: Ledger): Field[] {
  const place = (field: Field) => ledger.columns[field] ?? (field === "seq" ? (ledger.columns.requirement ?? 0) - 0.5 : Number.POSITIVE_INFINITY);
  return FIELDS.filter((field) => ledger.columns[field] !== undefined || ledger.rows.some(({ cells }) => (cells[field]?.text ?? "") !== "")).sort((a, b) => place(a) - place(b));
}

function valueOf(text: string, field: Field): string | number | null {
  if (text === "") return null;
  return field === "seq" && /^\d{1,6}$/u.test(text) ? Number(text) : text;
}

function styleOf(field: Field): ReportStyle {
  return CENTERED.has(field) ? "center" : "cell";
}

/** Equal headings one below the other become one merged cell; a lower level never reaches over a higher one's end. */
function headingMerges(ledger: Ledger, fields: readonly Field[], field: (typeof LEVELS)[number], first: number, rows: ReportCell[][]): MergeArea[] {
  const column = fields.indexOf(field);
  if (column < 0) return [];
  const above = LEVELS.slice(0, LEVELS.indexOf(field) + 1);
  const keyOf = (index: number) => above.map((each) => ledger.rows[index]?.cells[each]?.text ?? "").join("\u0001");
  const areas: MergeArea[] = [];
  for (let start = 0; start < ledger.rows.length; ) {
    let end = start;
    while (end + 1 < ledger.rows.length && keyOf(end + 1) === keyOf(start)) end++;
    for (let index = start + 1; index <= end; index++) rows[first + index]![column] = { value: null, style: "center" };
    areas.push({ top: first + start, left: column, bottom: first + end, right: column });
    start = end + 1;
  }
  return areas;
}

/** A name for the new sheet that the workbook does not have: 台账（整理）, 台账（整理2）… at most 31 characters. */
export function tidySheetName(sheet: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "（整理）" : `（整理${number}）`;
    const name = [...sheet].slice(0, 31 - ending.length).join("") + ending;
    if (!taken.includes(name)) return name;
  }
}

