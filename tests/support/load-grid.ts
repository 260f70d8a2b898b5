import { readFileSync } from "node:fs";
import { read, utils, type CellObject, type WorkSheet } from "@e965/xlsx";
import { cellKey } from "../../src/core/grid/address";
import { gridOfValues, type CellValue, type SheetGrid } from "../../src/core/grid/sheet-grid";

/**
 * Sheets of a workbook file as grids, read by @e965/xlsx and not by the readers of src: an error there cannot hide one here.
 * Values, shown texts, formulas, number formats and merges; enough for reading ledgers.
 */
export function loadGrids(path: string): SheetGrid[] {
  const book = read(readFileSync(path), { cellFormula: true, cellNF: true, cellText: true });
  return book.SheetNames.map((name) => gridOfSheet(name, book.Sheets[name] ?? {}));
}

/** Text with tabs between cells and one row a line, as it comes out of a PDF or the clipboard. */
export function gridOfText(sheet: string, text: string): SheetGrid {
  const rows = text.replace(/\r?\n$/u, "").split(/\r?\n/u);
  return gridOfValues(sheet, rows.map((row) => row.split("\t").map((cell): CellValue => (cell === "" ? null : cell))));
}

function gridOfSheet(name: string, sheet: WorkSheet): SheetGrid {
  const reference = sheet["!ref"];
  if (reference === undefined) return gridOfValues(name, []);
  const range = utils.decode_range(reference);
  const values: CellValue[][] = [];
  const texts: string[][] = [];
  const formulas = new Map<number, string>();
  const numberFormats = new Map<number, string>();
  for (let row = 0; row <= range.e.r; row++) {
    values.push([]);
    texts.push([]);
    for (let column = 0; column <= range.e.c; column++) {
      const cell = sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
      const value = cell?.v;
      values[row]!.push(typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null);
      texts[row]!.push(cell?.w ?? (typeof value === "string" || typeof value === "number" ? String(value) : ""));
      if (cell?.f !== undefined) formulas.set(cellKey(row, column), `=${cell.f}`);
      if (cell?.z !== undefined && cell.z !== "General") numberFormats.set(cellKey(row, column), String(cell.z));
    }
  }
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { ...gridOfValues(name, values, merges), texts, formulas, numberFormats };
}
