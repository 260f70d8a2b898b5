import { record } from "../engine/object-type";
import { cellAddress } from "../model/address";
import type { Look } from "../model/cell";
import type { ExcelHost, RangeTarget } from "./host";

const EDGES = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
type Options = Readonly<Record<string, unknown>>;

/** Answer to getCellProperties: per cell an object with the members that were asked for. */
export function cellProperties({ sheet, box }: RangeTarget, options: Options): readonly (readonly object[])[] {
  return Array.from({ length: box.rows }, (_, row) =>
    Array.from({ length: box.columns }, (_one, column) => {
      const at = { row: box.row + row, column: box.column + column };
      return { ...(options["address"] === true ? { address: cellAddress(at.row, at.column) } : {}), ...(options["format"] === undefined ? {} : { format: formatOf(sheet.cell(at.row, at.column)?.look ?? {}, record(options["format"])) }) };
    }),
  );
}

function formatOf(look: Look, wanted: Options): object {
  const font = record(wanted["font"]);
  const borders = record(wanted["borders"]);
  const pick = (options: Options, values: Options) => Object.fromEntries(Object.entries(values).filter(([name]) => options[name] === true));
  return {
    ...pick(wanted, { horizontalAlignment: look.horizontal ?? "General", verticalAlignment: look.vertical ?? "Bottom", wrapText: look.wrap ?? false, indentLevel: look.indent ?? 0, shrinkToFit: look.shrink ?? false, protection: { locked: look.locked ?? true, formulaHidden: look.formulaHidden ?? false } }),
    ...("fill" in wanted ? { fill: { color: look.fill ?? "" } } : {}),
    ...("font" in wanted ? { font: pick(font, { name: look.fontName ?? "Calibri", size: look.fontSize ?? 11, color: look.color ?? "#000000", bold: look.bold ?? false, italic: look.italic ?? false, underline: look.underline ?? "None", strikethrough: look.strikethrough ?? false }) } : {}),
    ...("borders" in wanted ? { borders: Object.fromEntries(Object.entries(EDGES).map(([side, edge]) => [side, pick(borders, { style: look.borders?.[edge] ?? "None", color: "#000000", weight: "Thin" })])) } : {}),
  };
}

/** setCellProperties: [[{format: {…}}]], written over what is there. */
export function setCellProperties({ sheet, box }: RangeTarget, data: unknown): void {
  (data as readonly (readonly unknown[])[]).forEach((line, row) => {
    line.forEach((given, column) => {
      const format = record(record(given)["format"]);
      if (Object.keys(format).length === 0) return;
      const cell = sheet.ensure(box.row + row, box.column + column);
      cell.look = plainLook({ ...cell.look, ...lookOf(format, cell.look?.borders ?? {}) });
    });
  });
}

function lookOf(format: Options, before: Readonly<Record<string, string>>): Look {
  const font = record(format["font"]);
  const protection = record(format["protection"]);
  const names: Readonly<Record<string, readonly [Options, string]>> = {
    fill: [record(format["fill"]), "color"],
    fontName: [font, "name"],
    fontSize: [font, "size"],
    color: [font, "color"],
    bold: [font, "bold"],
    italic: [font, "italic"],
    underline: [font, "underline"],
    strikethrough: [font, "strikethrough"],
    horizontal: [format, "horizontalAlignment"],
    vertical: [format, "verticalAlignment"],
    wrap: [format, "wrapText"],
    indent: [format, "indentLevel"],
    shrink: [format, "shrinkToFit"],
    locked: [protection, "locked"],
    formulaHidden: [protection, "formulaHidden"],
  };
  const look = Object.fromEntries(Object.entries(names).filter(([, [source, name]]) => source[name] !== undefined).map(([key, [source, name]]) => [key, source[name]]));
  const sides = Object.entries(record(format["borders"])).flatMap(([side, line]) => (side in EDGES ? [[EDGES[side as keyof typeof EDGES], String(record(line)["style"])] as const] : []));
  return { ...look, ...(sides.length === 0 ? {} : { borders: { ...before, ...Object.fromEntries(sides) } }) };
}

const DEFAULTS: Readonly<Record<string, unknown>> = { fill: "", color: "#000000", bold: false, italic: false, underline: "None", strikethrough: false, fontName: "Calibri", fontSize: 11, wrap: false, horizontal: "General", vertical: "Bottom", indent: 0, shrink: false, locked: true, formulaHidden: false };

/** A look without the members that are Excel's defaults; null when nothing is left. */
export function plainLook(look: Look): Look | null {
  const borders = Object.entries(look.borders ?? {}).filter(([, style]) => style !== "None");
  const kept = Object.entries(look).filter(([name, value]) => name !== "borders" && value !== DEFAULTS[name]);
  if (kept.length === 0 && borders.length === 0) return null;
  return { ...Object.fromEntries(kept), ...(borders.length === 0 ? {} : { borders: Object.fromEntries(borders) }) };
}

/** Answer to getRowProperties and getColumnProperties: one object a line. */
export function rowProperties(_host: ExcelHost, { sheet, box }: RangeTarget, options: Options, axis: "row" | "column"): readonly object[] {
  const format = record(options["format"]);
  const first = axis === "row" ? box.row : box.column;
  return Array.from({ length: axis === "row" ? box.rows : box.columns }, (_, index) => {
    const line = first + index;
    if (axis === "column")
      return {
        ...(options["columnIndex"] === true ? { columnIndex: line } : {}),
        ...(options["columnHidden"] === true ? { columnHidden: sheet.hiddenColumns.has(line) } : {}),
        ...(format["columnWidth"] === true ? { format: { columnWidth: widthInPoints(sheet.columnWidths.get(line)) } } : {}),
      };
    return {
      ...(options["rowIndex"] === true ? { rowIndex: line } : {}),
      ...(options["rowHidden"] === true ? { rowHidden: sheet.hiddenRows.has(line) } : {}),
      ...(options["format"] === undefined ? {} : { format: { ...(format["rowHeight"] === true ? { rowHeight: sheet.rowHeights.get(line) ?? 15 } : {}), ...(format["useStandardHeight"] === true ? { useStandardHeight: !sheet.rowHeights.has(line) } : {}) } }),
    };
  });
}

/** Seven pixels a character and five beside, three quarters of a point a pixel (Calibri 11). */
export function widthInPoints(characters = 8.43): number {
  return Math.round(characters * 7 + 5) * 0.75;
}

export function widthInCharacters(points: number): number {
  return Math.round(((points / 0.75 - 5) / 7) * 100) / 100;
}
