import type { CellObject, ColInfo, Range, RowInfo, WorkBook } from "@e965/xlsx";
import { Refusal } from "../refuse";

/** The parts of a sheet that we read from the library; rows and cells may have holes. */
export interface LibrarySheet {
  readonly "!data": readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly "!merges"?: readonly Range[];
  readonly "!rows"?: readonly (RowInfo | undefined)[];
  readonly "!cols"?: readonly (ColInfo | undefined)[];
  readonly "!protect"?: unknown;
}

/**
 * Opens a workbook of any format that @e965/xlsx knows (.xls, .et, .xlsb, .ods, .xlsx, 2003 XML): values, formulas and
 * number formats. Macros, pictures and links are not read. `codepages`: whether text may be stored in a code page, as before
 * Excel 97 (no by default). `formulas`: whether they are read (yes by default). The library is loaded when first used. Throws a Refusal: encrypted, damaged.
 */
export async function openWithLibrary(bytes: Uint8Array, { codepages = false, formulas = true }: { readonly codepages?: boolean; readonly formulas?: boolean } = {}): Promise<WorkBook> {
  const library = await import("@e965/xlsx");
  if (codepages) library.set_cptable((await import("@e965/xlsx/dist/cpexcel")).default);
  try {
    return library.read(bytes, { type: "array", dense: true, cellDates: false, cellNF: true, cellText: true, cellFormula: formulas, cellHTML: false, cellStyles: true, dateNF: "yyyy/m/d", ...(codepages && { codepage: 936 }) });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : "";
    if (/password|encrypt/iu.test(message)) throw new Refusal("encrypted", "workbook with a password");
    throw new Refusal("damaged", `workbook: ${message.slice(0, 100)}`);
  }
}

/** The sheets of a workbook that hold cells, in order; chart and macro sheets are passed over. */
export function sheetsOf(workbook: WorkBook): { readonly name: string; readonly index: number; readonly hidden: boolean; readonly sheet: LibrarySheet }[] {
  const sheets = new Map<string, unknown>(Object.entries(workbook.Sheets));
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = sheets.get(name);
    if (!isCellSheet(sheet)) return [];
    return [{ name, index, hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, sheet }];
  });
}

function isCellSheet(sheet: unknown): sheet is LibrarySheet {
  return typeof sheet === "object" && sheet !== null && "!data" in sheet && Array.isArray(sheet["!data"]);
}
