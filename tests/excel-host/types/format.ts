import { hostObject, read, type ObjectType, type Property } from "../engine/object-type";
import { MAX_COLUMNS, MAX_ROWS } from "../model/address";
import type { Look } from "../model/cell";
import { plainLook, widthInCharacters, widthInPoints } from "./cell-properties";
import type { RangeTarget } from "./host";
import { guard } from "./range";

/** One member of the look of all cells of a range; null when they differ. */
function lookProperty<K extends keyof Look>(name: K, standard: NonNullable<Look[K]>): Property<RangeTarget> {
  return {
    get: ({ sheet, box }) => {
      const within = sheet.withinUse(box) ?? { ...box, rows: 1, columns: 1 };
      const seen = new Set<unknown>();
      for (let row = within.row; row < within.row + within.rows; row++) for (let column = within.column; column < within.column + within.columns; column++) seen.add(sheet.cell(row, column)?.look?.[name] ?? standard);
      return seen.size === 1 ? [...seen][0] : null;
    },
    set: (target, value) => {
      guard(target);
      change(target, (look) => ({ ...look, [name]: value }));
    },
  };
}

function change({ sheet, box }: RangeTarget, look: (before: Look) => Look): void {
  const within = sheet.withinUse(box);
  if (within === null) return;
  for (let row = within.row; row < within.row + within.rows; row++)
    for (let column = within.column; column < within.column + within.columns; column++) {
      const cell = sheet.ensure(row, column);
      cell.look = plainLook(look(cell.look ?? {}));
    }
}

function same<T>(first: number, count: number, valueAt: (line: number) => T): T | null {
  const seen = new Set(Array.from({ length: Math.min(count, 5000) }, (_, index) => valueAt(first + index)));
  return seen.size === 1 ? [...seen][0]! : null;
}

export function makeFormatTypes() {
  const rangeFill: ObjectType<RangeTarget> = {
    name: "RangeFill",
    properties: { Color: lookProperty("fill", "#FFFFFF") },
    methods: {
      Clear: (target) => {
        guard(target);
        change(target, (look) => ({ ...look, fill: "" }));
        return null;
      },
    },
  };
  const rangeFont: ObjectType<RangeTarget> = {
    name: "RangeFont",
    properties: { Name: lookProperty("fontName", "Calibri"), Size: lookProperty("fontSize", 11), Color: lookProperty("color", "#000000"), Bold: lookProperty("bold", false), Italic: lookProperty("italic", false), Underline: lookProperty("underline", "None"), Strikethrough: lookProperty("strikethrough", false) },
  };
  const formatProtection: ObjectType<RangeTarget> = { name: "FormatProtection", properties: { Locked: lookProperty("locked", true), FormulaHidden: lookProperty("formulaHidden", false) } };

  interface Border {
    readonly range: RangeTarget;
    readonly side: string;
  }
  const rangeBorder: ObjectType<Border> = {
    name: "RangeBorder",
    id: ({ side }) => ({ Id: side }),
    properties: {
      SideIndex: read(({ side }) => side),
      Style: {
        get: ({ range, side }) => range.sheet.cell(range.box.row, range.box.column)?.look?.borders?.[side] ?? "None",
        set: ({ range, side }, style) => {
          guard(range);
          // Inner lines of a range are the edges of its cells.
          const edges = side === "InsideHorizontal" ? ["EdgeTop", "EdgeBottom"] : side === "InsideVertical" ? ["EdgeLeft", "EdgeRight"] : [side];
          change(range, (look) => ({ ...look, borders: { ...look.borders, ...Object.fromEntries(edges.map((edge) => [edge, String(style)])) } }));
        },
      },
      Color: { get: () => "#000000", set: () => undefined },
      Weight: { get: () => "Thin", set: () => undefined },
    },
  };
  const rangeBorderCollection: ObjectType<RangeTarget> = { name: "RangeBorderCollection", getItem: (range, [side]) => hostObject(rangeBorder, { range, side: String(side) }), items: (range) => ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"].map((side) => hostObject(rangeBorder, { range, side })) };

  const rangeFormat: ObjectType<RangeTarget> = {
    name: "RangeFormat",
    properties: {
      WrapText: lookProperty("wrap", false),
      HorizontalAlignment: lookProperty("horizontal", "General"),
      VerticalAlignment: lookProperty("vertical", "Bottom"),
      IndentLevel: lookProperty("indent", 0),
      ShrinkToFit: lookProperty("shrink", false),
      ColumnWidth: {
        get: ({ sheet, box }) => same(box.column, box.columns, (column) => widthInPoints(sheet.columnWidths.get(column))),
        set: ({ sheet, box }, points) => {
          for (let column = box.column; column < Math.min(box.column + box.columns, MAX_COLUMNS); column++) sheet.columnWidths.set(column, widthInCharacters(Number(points)));
        },
      },
      RowHeight: {
        get: ({ sheet, box }) => same(box.row, box.rows, (row) => sheet.rowHeights.get(row) ?? 15),
        set: ({ sheet, box }, points) => {
          for (let row = box.row; row < Math.min(box.row + box.rows, MAX_ROWS); row++) sheet.rowHeights.set(row, Number(points));
        },
      },
      UseStandardHeight: {
        get: ({ sheet, box }) => same(box.row, box.rows, (row) => !sheet.rowHeights.has(row)),
        set: ({ sheet, box }, on) => {
          if (on === true) for (let row = box.row; row < box.row + box.rows; row++) sheet.rowHeights.delete(row);
        },
      },
      UseStandardWidth: {
        get: ({ sheet, box }) => same(box.column, box.columns, (column) => !sheet.columnWidths.has(column)),
        set: ({ sheet, box }, on) => {
          if (on === true) for (const column of [...sheet.columnWidths.keys()]) if (column >= box.column && column < box.column + box.columns) sheet.columnWidths.delete(column);
        },
      },
    },
    navigation: {
      Fill: (range) => hostObject(rangeFill, range),
      Font: (range) => hostObject(rangeFont, range),
      Borders: (range) => hostObject(rangeBorderCollection, range),
      Protection: (range) => hostObject(formatProtection, range),
    },
    // Automatic sizes depend on the screen; nothing in the model changes.
    methods: { AutofitColumns: () => null, AutofitRows: () => null },
  };
  return { rangeFormat };
}
