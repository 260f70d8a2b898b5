import type { CellDump, CellStyle, SheetDump, WorkbookDump } from "../workbook-init";
import { cellAddress, columnName, formatAddress, type Box } from "./address";
import type { Book } from "./book";
import type { Cell, Look } from "./cell";
import type { Sheet } from "./sheet";

/** The whole workbook as plain data, in a fixed order, defaults left out: equal dumps are equal workbooks. */
export function dumpBook(book: Book): WorkbookDump {
  return { sheets: book.sheets.map(dumpSheet), activeSheet: book.active.name, customXml: book.xmlParts.map((part) => part.xml).sort() };
}

function dumpSheet(sheet: Sheet): SheetDump {
  const cells: Record<string, CellDump> = {};
  sheet.rows.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell === undefined) return;
      const dump = dumpCell(cell);
      if (Object.keys(dump).length > 0) cells[cellAddress(row, column)] = dump;
    });
  });
  const titles = sheet.page.titleRows;
  return {
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    cells,
    merges: inOrder(sheet.merges).map(formatAddress),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b).map(columnName),
    filter: sheet.filter === null ? null : formatAddress(sheet.filter),
    columnWidths: Object.fromEntries([...sheet.columnWidths].sort(([a], [b]) => a - b).map(([column, width]) => [columnName(column), Math.round(width * 100) / 100])),
    rowHeights: Object.fromEntries([...sheet.rowHeights].map(([row, height]) => [row, Math.round(height * 100) / 100])),
    isProtected: sheet.isProtected,
    comments: Object.fromEntries(sheet.comments.map((one) => [formatAddress(one.place), one.text])),
    validations: [...sheet.validations].sort((a, b) => byPlace(a.place, b.place)).map((one) => ({ area: formatAddress(one.place), options: optionsOf(one.rule) })),
    conditionalFormats: sheet.conditionalFormats.map(({ place, formula, fill, font }) => ({ area: formatAddress(place), formula, fill: fill.toUpperCase(), ...(font === "" ? {} : { font: font.toUpperCase() }) })),
    page: { landscape: sheet.page.orientation === "Landscape", titleRows: titles === null ? null : { first: titles.row, last: titles.row + titles.rows - 1 } },
  };
}

function dumpCell(cell: Cell): CellDump {
  const style = cell.look === null ? {} : styleOf(cell.look);
  return {
    ...(cell.value === "" ? {} : { value: cell.value }),
    ...(cell.formula === null ? {} : { formula: cell.formula }),
    ...(cell.numberFormat === "General" ? {} : { numberFormat: cell.numberFormat }),
    ...(Object.keys(style).length === 0 ? {} : { style }),
  };
}

function styleOf(look: Look): CellStyle {
  const border = Object.values(look.borders ?? {}).filter((style) => style !== "None").length > 0;
  return {
    ...(look.fill === undefined || look.fill === "" ? {} : { fill: look.fill.toUpperCase() }),
    ...(look.color === undefined || look.color === "#000000" ? {} : { color: look.color.toUpperCase() }),
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italic: true } : {}),
    ...(look.fontName === undefined ? {} : { fontName: look.fontName }),
    ...(look.fontSize === undefined ? {} : { fontSize: look.fontSize }),
    ...(look.wrap === true ? { wrap: true } : {}),
    ...(look.horizontal === undefined || look.horizontal === "General" ? {} : { horizontal: look.horizontal as "Left" }),
    ...(look.vertical === undefined || look.vertical === "Bottom" ? {} : { vertical: look.vertical as "Top" }),
    ...(border ? { border: true } : {}),
    ...(look.locked === false ? { locked: false } : {}),
  };
}

function optionsOf(rule: Record<string, unknown>): readonly string[] {
  const list = rule["list"] as { source?: unknown } | undefined;
  return typeof list?.source === "string" ? list.source.split(",") : [JSON.stringify(rule)];
}

function inOrder(boxes: readonly Box[]): readonly Box[] {
  return [...boxes].sort(byPlace);
}

function byPlace(a: Box, b: Box): number {
  return a.row - b.row || a.column - b.column;
}
