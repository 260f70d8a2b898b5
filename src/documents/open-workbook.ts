import { err, ok, type Result } from "../core/result";
import type { DocumentFailure, OpenedWorkbook } from "./document";
import { kindOf, readAs, readSheetsAs } from "./open-document";
import { failureOf, Refusal } from "./refuse";
import { gridsOfBlocks } from "./sheets/sheets-to-blocks";

/**
 * Opens a workbook only for reading, whatever its format: .xls, .et, .ods, .xlsb, .xlsx and 2003 XML sheet by sheet, and
 * the tables of a .docx, .doc, .pdf, .html or .csv as sheets named 表1, 表2… The format is found by content. Hidden sheets
 * are among the sheets. Fails with a DocumentFailure; "empty" when no sheet or table holds anything.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Result<OpenedWorkbook, DocumentFailure>> {
  try {
    const kind = kindOf(bytes);
    if (kind === "zip-sheets" || kind === "ods" || kind === "ole-sheets" || kind === "xml-sheets") {
      const { format, sheets, active } = await readSheetsAs(kind, bytes);
      if (sheets.every((grid) => grid.values.length === 0)) throw new Refusal("empty", "no sheet holds anything");
      return ok({ format, sheets, active });
    }
    const { format, blocks } = await readAs(kind, bytes);
    const sheets = gridsOfBlocks(blocks);
    if (sheets.length === 0) throw new Refusal("empty", `no table in ${fileName.slice(-5)}`);
    const longest = sheets.reduce((best, grid, at) => (grid.values.length > (sheets[best]?.values.length ?? 0) ? at : best), 0);
    return ok({ format, sheets, active: longest });
  } catch (thrown) {
    return err(failureOf(thrown));
  }
}
