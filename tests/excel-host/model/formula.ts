import { boxBetween, columnName, columnNumber, MAX_COLUMNS, MAX_ROWS, shiftBox, type Axis, type Box } from "./address";
import type { Scalar } from "./cell";

const REFERENCE = /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\d_(.])/giu;

/** A formula after lines were inserted into or deleted from a sheet; references to what is gone become #REF!. */
export function shiftFormula(formula: string, ownSheet: string, changedSheet: string, axis: Axis, at: number, count: number): string {
  return formula.replace(REFERENCE, (whole: string, text: string | undefined, sheet: string | undefined, ...groups: (string | undefined)[]) => {
    if (text !== undefined) return whole;
    const named = sheet === undefined ? ownSheet : sheet.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
    if (named.toLowerCase() !== changedSheet.toLowerCase()) return whole;
    const [c1 = "", left = "", r1 = "", top = "", c2, right, r2, bottom] = groups;
    const box = boxBetween(Number(top) - 1, columnNumber(left), Number(bottom ?? top) - 1, columnNumber(right ?? left));
    if (!shiftBox(box, axis, at, count)) return `${sheet ?? ""}#REF!`;
    const first = `${c1}${columnName(box.column)}${r1}${box.row + 1}`;
    const last = bottom === undefined ? "" : `:${c2 ?? ""}${columnName(box.column + box.columns - 1)}${r2 ?? ""}${box.row + box.rows}`;
    return `${sheet ?? ""}${first}${last}`;
  });
}

/** Sums, products and plain references of one sheet: enough for the formulas that stand in ledgers' day counts. Undefined for anything else. */
export function evaluate(formula: string, valueAt: (row: number, column: number) => Scalar): number | undefined {
  const numbers = formula
    .slice(1)
    .replace(/SUM\(\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)\)/gi, (_all, left: string, top: string, right: string, bottom: string) => String(sum(boxBetween(Number(top) - 1, columnNumber(left), Number(bottom) - 1, columnNumber(right)), valueAt)))
    .replace(/\$?([A-Z]{1,3})\$?(\d+)/gi, (_all, column: string, row: string) => String(numberOf(valueAt(Number(row) - 1, columnNumber(column)))));
  return arithmetic(numbers.replaceAll(" ", ""));
}

function sum(box: Box, valueAt: (row: number, column: number) => Scalar): number {
  let total = 0;
  for (let row = box.row; row < Math.min(box.row + box.rows, MAX_ROWS); row++)
    for (let column = box.column; column < Math.min(box.column + box.columns, MAX_COLUMNS); column++) {
      const value = valueAt(row, column);
      if (typeof value === "number") total += value;
    }
  return total;
}

function numberOf(value: Scalar): number {
  return typeof value === "number" ? value : Number(value) || 0;
}

/** a+b*c-d without brackets; undefined for anything else. */
function arithmetic(text: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?(?:[-+*/]-?\d+(?:\.\d+)?)*$/.test(text)) return undefined;
  const parts = text.match(/(?:^|(?<=[-+*/]))-?\d+(?:\.\d+)?|[-+*/]/g) ?? [];
  const terms: number[] = [Number(parts[0])];
  for (let index = 1; index < parts.length; index += 2) {
    const next = Number(parts[index + 1]);
    const last = terms.length - 1;
    if (parts[index] === "*") terms[last] = terms[last]! * next;
    else if (parts[index] === "/") terms[last] = terms[last]! / next;
    else terms.push(parts[index] === "-" ? -next : next);
  }
  return terms.reduce((total, term) => total + term, 0);
}
