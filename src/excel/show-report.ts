import { addressOf } from "../core/grid/address";
import { OUR_SHEETS_PART } from "../core/kept/kept-part";
import type { ReportCell, ReportSheet, ReportStyle } from "../core/report/report-sheet";
import { rowHeights } from "../core/report/row-heights";
import { err, ok, type Result } from "../core/result";
import type { HostFailure, KeptPart } from "../core/workbook";
import { rangeOf } from "./edit-details";
import { inHalves, wasTooLargeToAsk } from "./halves";
import { ourSheetsOf, type KeptParts } from "./kept-parts";
import type { RunExcel } from "./run-excel";
import { assignable } from "./text-guard";

const LINES = Object.fromEntries(["top", "bottom", "left", "right"].map((side) => [side, { style: "Continuous", color: "#808080", weight: "Thin" }])) as Excel.CellBorderCollection;
const TABLE: Excel.CellPropertiesFormat = { borders: LINES, wrapText: true, verticalAlignment: "Center" };

/** How each style of a report looks in Excel; faces as in printed office papers. */
const STYLES: Readonly<Record<ReportStyle, Excel.SettableCellProperties>> = {
  title: { format: { font: { name: "黑体", size: 16, bold: true }, horizontalAlignment: "Center", verticalAlignment: "Center" } },
  note: { format: { font: { color: "#595959", size: 10 }, wrapText: true, verticalAlignment: "Center" } },
  header: { format: { ...TABLE, font: { bold: true }, fill: { color: "#D9E2EC" }, horizontalAlignment: "Center" } },
  cell: { format: TABLE },
  center: { format: { ...TABLE, horizontalAlignment: "Center" } },
  error: { format: { ...TABLE, fill: { color: "#FCE4E4" } } },
  warning: { format: { ...TABLE, fill: { color: "#FFF4CE" } } },
  info: { format: { ...TABLE, fill: { color: "#EAF3FB" } } },
  plain: {},
};

/** Rows of one request: their texts and looks stay below Excel's limit of five megabytes. */
const ROWS_PER_BLOCK = 1_500;

/**
 * Fills a sheet of ours: made if missing, emptied and refilled if it is there, never deleted or renamed. A sheet of the
 * user's with the same name is left alone; the report then goes to "名称 (2)". A new sheet is marked as ours before it is
 * filled, one that is to be kept until it is full: cut short, it is filled anew the next time.
 */
export async function showReport(run: RunExcel, parts: KeptParts, report: ReportSheet): Promise<Result<void, HostFailure>> {
  const read = await parts.readStoredAnd((context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    return () => sheets.items.map((sheet) => sheet.name);
  });
  if (!read.ok) return read;
  const { stored, also: names } = read.value;
  const ours = ourSheetsOf(stored).filter((name) => names.includes(name));
  const name = nameFor(report, names, ours);
  const isNew = !names.includes(name);
  if (isNew) {
    const made = await run("write", async (context) => {
      context.workbook.worksheets.add(name);
      const settle = parts.queueWrite(context, [oursPart([...ours, name])], stored);
      await context.sync();
      settle();
    });
    if (!made.ok) return made;
  }
  const others = ours.filter((other) => other !== name);
  const marked = await parts.lastStored();
  if (!marked.ok) return marked;
  const filled = await fillBlocks(run, name, report, {
    before: (sheet) => {
      if (!isNew) sheet.getRange().clear(Excel.ClearApplyTo.all);
    },
    after: (context) => {
      if (!report.keep) return () => undefined;
      return others.length > 0 ? parts.queueWrite(context, [oursPart(others)], marked.value) : parts.queueRemove(context, [OUR_SHEETS_PART], marked.value);
    },
  });
  if (!filled.ok || !report.activate) return filled;
  return run("read", async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
}

function oursPart(names: readonly string[]): KeptPart {
  return { id: OUR_SHEETS_PART, text: JSON.stringify(names) };
}

/** Excel takes 31 characters for a sheet's name. */
function nameFor(report: ReportSheet, names: readonly string[], ours: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const isFree = (name: string) => !taken.has(name.toLowerCase()) || ours.includes(name);
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = `${report.name.slice(0, 31 - ending.length)}${ending}`;
    if (isFree(name)) return name;
  }
}

/** Fills the sheet, in one request unless it is long; what follows on the last rows goes with them. */
async function fillBlocks(run: RunExcel, name: string, report: ReportSheet, around: { readonly before: (sheet: Excel.Worksheet) => void; readonly after: (context: Excel.RequestContext) => () => void }): Promise<Result<void, HostFailure>> {
  const { rows } = report;
  const width = Math.max(report.widths.length, ...rows.map((row) => row.length));
  const fill = async (some: readonly number[]): Promise<HostFailure | null> => {
    const [top = 0] = some;
    const filled = await run("write", async (context) => {
      context.workbook.application.suspendScreenUpdatingUntilNextSync();
      const sheet = context.workbook.worksheets.getItem(name);
      if (top === 0) {
        around.before(sheet);
        queuePage(sheet, report);
      }
      queueRows(sheet, rows.slice(top, top + some.length), top, width);
      const isLast = top + some.length >= rows.length;
      if (isLast) queueFinish(sheet, report, width);
      const settle = isLast ? around.after(context) : () => undefined;
      await context.sync();
      settle();
    });
    return filled.ok ? null : filled.error;
  };
  const all = rows.map((_, row) => row);
  for (let top = 0; top === 0 || top < rows.length; top += ROWS_PER_BLOCK) {
    const failure = await inHalves(all.slice(top, top + ROWS_PER_BLOCK), fill, wasTooLargeToAsk);
    if (failure !== null) return err(failure);
  }
  return ok(undefined);
}

function queueFinish(sheet: Excel.Worksheet, report: ReportSheet, width: number): void {
  for (const merge of report.merges) rangeOf(sheet, merge).merge(false);
  if (report.rows.length === 0 || width === 0) return;
  sheet.getRangeByIndexes(0, 0, report.rows.length, width).format.autofitRows();
  // Merged cells are not fitted.
  for (const [row, { points, isMerged }] of rowHeights(report)) if (isMerged) sheet.getCell(row, 0).format.rowHeight = points;
}

function queuePage(sheet: Excel.Worksheet, report: ReportSheet): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = report.landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  if (report.titleRows) pageLayout.setPrintTitleRows(`$${report.titleRows.first + 1}:$${report.titleRows.last + 1}`);
  report.widths.forEach((width, column) => {
    sheet.getCell(0, column).getEntireColumn().format.columnWidth = pointsOf(width);
  });
}

/** Width in characters to points: seven pixels a character and five beside, as with Excel's standard font. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function queueRows(sheet: Excel.Worksheet, rows: ReportSheet["rows"], top: number, width: number): void {
  if (rows.length === 0 || width === 0) return;
  const range = sheet.getRangeByIndexes(top, 0, rows.length, width);
  const line = <T>(row: readonly ReportCell[], of: (cell: ReportCell | undefined) => T) => Array.from({ length: width }, (_, column) => of(row[column]));
  range.values = rows.map((row) => line(row, (cell) => assignable(cell?.value ?? null, "General")));
  range.setCellProperties(rows.map((row) => line(row, (cell) => (cell === undefined ? {} : STYLES[cell.style]))));
  rows.forEach((row, index) => {
    row.forEach(({ link }, column) => {
      if (link === undefined) return;
      const cell = sheet.getCell(top + index, column);
      cell.hyperlink = { documentReference: `'${link.sheet.replaceAll("'", "''")}'!${addressOf(link.at)}` };
      cell.untrack();
    });
  });
}
