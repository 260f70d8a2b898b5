import { cellOfAddress, type CellRef } from "../core/grid/address";
import { err, ok, type Result } from "../core/result";
import type { HostFailure, Selection } from "../core/workbook";
import type { RunExcel } from "./run-excel";

/** Shows a place to the user. Apart from all data calls: it fails by itself when another workbook is in front. */
export async function select(run: RunExcel, sheet: string, at: CellRef): Promise<Result<void, HostFailure>> {
  const found = await run("read", async (context) => {
    const target = context.workbook.worksheets.getItemOrNullObject(sheet);
    target.activate();
    target.getCell(at.row, at.column).select();
    target.load("id");
    await context.sync();
    return !target.isNullObject;
  });
  if (!found.ok) return found;
  return found.value ? ok(undefined) : err({ code: "sheet-missing", detail: "worksheet is a null object" });
}

/** The user's selection, of several areas what they span; null when something other than cells is selected. */
export async function readSelection(run: RunExcel): Promise<Result<Selection | null, HostFailure>> {
  const selection = await run("read", async (context) => {
    // getSelectedRange refuses a selection of several areas.
    const selected = context.workbook.getSelectedRanges();
    const areas = selected.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    const sheet = selected.worksheet.load("name");
    await context.sync();
    return {
      sheet: sheet.name,
      top: Math.min(...areas.items.map(({ rowIndex }) => rowIndex)),
      left: Math.min(...areas.items.map(({ columnIndex }) => columnIndex)),
      bottom: Math.max(...areas.items.map(({ rowIndex, rowCount }) => rowIndex + rowCount - 1)),
      right: Math.max(...areas.items.map(({ columnIndex, columnCount }) => columnIndex + columnCount - 1)),
    };
  });
  return !selection.ok && selection.error.detail.startsWith("InvalidSelection") ? ok(null) : selection;
}

/** "B7", "B7:C9", "7:9" or "B:C", with or without a sheet, as a rectangle; null for anything else. */
export function areaOfAddress(address: string): { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number } | null {
  const [first = "", last = first] = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "").split(":");
  const start = cellOfAddress(/^\d+$/u.test(first) ? `A${first}` : /^[A-Za-z]+$/u.test(first) ? `${first}1` : first);
  const end = cellOfAddress(/^\d+$/u.test(last) ? `XFD${last}` : /^[A-Za-z]+$/u.test(last) ? `${last}1048576` : last);
  return start === undefined || end === undefined ? null : { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
