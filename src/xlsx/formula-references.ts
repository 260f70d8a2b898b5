import { columnLetters, columnOfLetters } from "../core/grid/address";
import type { Area } from "../core/edits/edit";
import { LAST_COLUMN, LAST_ROW } from "./area-text";

/** One reference in a formula: "D7", "$A$1:B3", "3:4", "台账!A:C". */
export interface FormulaReference {
  /** Name of the sheet as written, unquoted; null when the formula says none. */
  readonly sheet: string | null;
  /** Last sheet of a 3-D reference (一月:三月!A1); null otherwise. */
  readonly lastSheet: string | null;
  /** Whether it points into another file ([1]Sheet1!A1). */
  readonly external: boolean;
  readonly area: Area;
  /** The corners as written, to be written again with the same dollar signs. */
  readonly corners: readonly ReferenceCorner[];
}

export interface ReferenceCorner {
  /** Undefined in a whole-row reference. */
  readonly column: number | undefined;
  readonly columnFixed: boolean;
  /** Undefined in a whole-column reference. */
  readonly row: number | undefined;
  readonly rowFixed: boolean;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/u;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/u;
const ROW = /^(\$?)([1-9]\d{0,6})$/u;

// Strings, structured references and names in brackets, quoted or bare sheet names, words, all else.
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^\]]*\])*\]|[\p{L}\p{N}_.$?\\]+|[\s\S]/gu;

/**
 * Rewrites the references of a formula (without "="): `change` gives new corners, null for a reference that is lost
 * (#REF!), or undefined to leave it as it is. Strings, names, functions and structured references are not touched.
 */
export function mapReferences(formula: string, change: (reference: FormulaReference) => readonly ReferenceCorner[] | null | undefined): string {
  const tokens = formula.match(TOKENS) ?? [];
  let out = "";
  let at = 0;
  while (at < tokens.length) {
    const prefix = sheetPrefix(tokens, at);
    const start = at + prefix.length;
    const found = corners(tokens, start);
    if (found === undefined) {
      // Without a reference behind it, a sheet prefix belongs to a name (台账!名称): left as it is.
      const width = Math.max(1, prefix.length);
      out += tokens.slice(at, at + width).join("");
      at += width;
      continue;
    }
    const changed = change({ sheet: prefix.sheet, lastSheet: prefix.lastSheet, external: prefix.external, area: areaOf(found.corners), corners: found.corners });
    const written = tokens.slice(at, start + found.length).join("");
    if (changed === undefined) out += written;
    else out += tokens.slice(at, start).join("") + (changed === null ? "#REF!" : changed.map(cornerText).join(":"));
    at = start + found.length;
  }
  return out;
}

interface SheetPrefix {
  readonly length: number;
  readonly sheet: string | null;
  readonly lastSheet: string | null;
  readonly external: boolean;
}

function sheetPrefix(tokens: readonly string[], at: number): SheetPrefix {
  const none: SheetPrefix = { length: 0, sheet: null, lastSheet: null, external: false };
  const first = tokens[at] ?? "";
  if (first.startsWith("'") && first.endsWith("'!")) {
    const name = first.slice(1, -2).replace(/''/gu, "'");
    const [sheet = "", lastSheet = null] = name.replace(/^.*\]/u, "").split(":");
    return { length: 1, sheet, lastSheet, external: name.includes("[") };
  }
  let next = at;
  const external = first.startsWith("[") && /^[\p{L}_]/u.test(tokens[at + 1] ?? "");
  if (external) next++;
  const sheet = tokens[next] ?? "";
  if (!/^[\p{L}\p{N}_.]+$/u.test(sheet)) return none;
  if (tokens[next + 1] === "!") return { length: next + 2 - at, sheet, lastSheet: null, external };
  if (tokens[next + 1] === ":" && tokens[next + 3] === "!" && /^[\p{L}\p{N}_.]+$/u.test(tokens[next + 2] ?? "")) return { length: next + 4 - at, sheet, lastSheet: tokens[next + 2]!, external };
  return none;
}

function corners(tokens: readonly string[], at: number): { readonly corners: readonly ReferenceCorner[]; readonly length: number } | undefined {
  const first = tokens[at] ?? "";
  const second = tokens[at + 1] === ":" ? (tokens[at + 2] ?? "") : undefined;
  // A name before "(" is a function (LOG10), before "!" a sheet, before "[" a table.
  if (["(", "!"].includes(tokens[at + 1] ?? "") || (tokens[at + 1] ?? "").startsWith("[")) return undefined;
  const single = cornerOf(first, CORNER);
  if (single !== undefined) {
    const end = second === undefined || tokens[at + 3] === "(" ? undefined : cornerOf(second, CORNER);
    return end === undefined ? { corners: [single], length: 1 } : { corners: [single, end], length: 3 };
  }
  if (second === undefined) return undefined;
  for (const pattern of [COLUMN, ROW]) {
    const from = cornerOf(first, pattern);
    const to = cornerOf(second, pattern);
    if (from !== undefined && to !== undefined) return { corners: [from, to], length: 3 };
  }
  return undefined;
}

function cornerOf(text: string, pattern: RegExp): ReferenceCorner | undefined {
  const parts = pattern.exec(text);
  if (parts === null) return undefined;
  const [, firstFixed, first = "", secondFixed, second] = parts;
  const rowOnly = pattern === ROW;
  const column = rowOnly ? undefined : columnOfLetters(first);
  const row = rowOnly ? Number(first) - 1 : second === undefined ? undefined : Number(second) - 1;
  if ((!rowOnly && column === undefined) || (row !== undefined && row > LAST_ROW)) return undefined;
  return { column, columnFixed: !rowOnly && firstFixed === "$", row, rowFixed: rowOnly ? firstFixed === "$" : secondFixed === "$" };
}

function areaOf(found: readonly ReferenceCorner[]): Area {
  const rows = found.map((corner) => corner.row);
  const columns = found.map((corner) => corner.column);
  const numbers = (list: readonly (number | undefined)[]): number[] => list.filter((item) => item !== undefined);
  const [rowNumbers, columnNumbers] = [numbers(rows), numbers(columns)];
  return {
    top: rowNumbers.length === 0 ? 0 : Math.min(...rowNumbers),
    bottom: rowNumbers.length === 0 ? LAST_ROW : Math.max(...rowNumbers),
    left: columnNumbers.length === 0 ? 0 : Math.min(...columnNumbers),
    right: columnNumbers.length === 0 ? LAST_COLUMN : Math.max(...columnNumbers),
  };
}

function cornerText(corner: ReferenceCorner): string {
  const column = corner.column === undefined ? "" : `${corner.columnFixed ? "$" : ""}${columnLetters(corner.column)}`;
  return column + (corner.row === undefined ? "" : `${corner.rowFixed ? "$" : ""}${corner.row + 1}`);
}

/** The formula as it reads in a cell `rows` further down and `columns` further right: only relative references move. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, ({ corners: found }) => {
    const moved = found.map((corner) => ({
      ...corner,
      row: corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows,
      column: corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns,
    }));
    const outside = moved.some(({ row = 0, column = 0 }) => row < 0 || row > LAST_ROW || column < 0 || column > LAST_COLUMN);
    return outside ? null : moved;
  });
}
