import type { App } from "../commands/app";
import type { Failure } from "../commands/command";
import { err, ok, type Result } from "../core/result";
import { newXlsx } from "../xlsx/new-xlsx";
import { openXlsx, type OfferCopy, type XlsxWorkbook } from "../xlsx/xlsx-workbook";

/** A file opened in the workbench. */
export interface OpenedLedger {
  readonly workbook: XlsxWorkbook;
  /** The file's own name. */
  readonly name: string;
  /** Read from another format; saved as .xlsx. */
  readonly converted: boolean;
}

/** Opens a ledger of any format the readers read; fails with what is to be said, and then nothing has changed. */
export async function openLedger(engine: App["engine"], bytes: Uint8Array, name: string, offer: OfferCopy): Promise<Result<OpenedLedger, Failure>> {
  const opened = await openXlsx(bytes, name, offer);
  if (opened.ok) return ok({ workbook: opened.value, name, converted: false });
  if (opened.error.code !== "not-xlsx") return err({ from: "document", failure: { code: opened.error.code, detail: opened.error.detail } });
  const grids = await engine.openGrids(bytes, name);
  if (!grids.ok) return err({ from: "document", failure: grids.error });
  const converted = await openXlsx(await newXlsx(grids.value, 0), xlsxName(name), offer);
  if (!converted.ok) return err({ from: "document", failure: { code: "damaged", detail: converted.error.detail } });
  return ok({ workbook: converted.value, name: xlsxName(name), converted: true });
}

/** The name a file is saved under: its own for .xlsx and .xlsm, else with .xlsx in place of its ending. */
export function xlsxName(name: string): string {
  return /\.xls[xm]$/iu.test(name) ? name : `${name.replace(/\.[A-Za-z0-9]{1,5}$/u, "")}.xlsx`;
}

/** Offers bytes for saving on this computer. */
export function offerDownload(bytes: Uint8Array, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
