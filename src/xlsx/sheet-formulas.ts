import { translateFormula } from "./formula-references";
import type { SheetCell, SheetXml } from "./sheet-xml";

/** A formula as it reads in its own cell, shared ones written out. */
export interface PlacedFormula {
  readonly row: number;
  readonly cell: SheetCell;
  /** Without "=". */
  readonly text: string;
  /** The group of a shared formula. */
  readonly group: string | undefined;
}

/** Every formula of a sheet. Of a shared formula only the first cell has the text (ECMA-376 part 1, 18.3.1.40). */
export function formulasOf(sheet: SheetXml): PlacedFormula[] {
  const masters = new Map<string, { row: number; column: number; text: string }>();
  const found: PlacedFormula[] = [];
  for (const row of sheet.rows) {
    for (const cell of row.cells) {
      if (cell.formula === null) continue;
      const { text, attributes } = cell.formula;
      const group = attributes.get("t") === "shared" ? (attributes.get("si") ?? "") : undefined;
      if (group !== undefined && text !== "") masters.set(group, { row: row.index, column: cell.column, text });
      found.push({ row: row.index, cell, text, group });
    }
  }
  return found.map((formula) => {
    const master = formula.text === "" && formula.group !== undefined ? masters.get(formula.group) : undefined;
    return master === undefined ? formula : { ...formula, text: translateFormula(master.text, formula.row - master.row, formula.cell.column - master.column) };
  });
}

/** Excel stores newer functions with prefixes nobody sees. */
export function shownFormula(text: string): string {
  return `=${text.replace(/\b_xlfn\.(?:_xlws\.)?|\b_xlws\./gu, "")}`;
}
