import { accessDenied, invalidArgument, invalidReference, itemNotFound, notImplemented } from "../engine/errors";
import { hostObject, numberArgument, read, record, type HostObject, type ObjectType } from "../engine/object-type";
import { bounding, intersection, MAX_COLUMNS, MAX_ROWS, type Box } from "../model/address";
import { emptyCell, isBlank, shownText, valueType, type Cell } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { cellProperties, rowProperties, setCellProperties } from "./cell-properties";
import { RangeTarget, type ExcelHost } from "./host";

export function makeRangeTypes(host: ExcelHost) {
  const range: ObjectType<RangeTarget> = {
    name: "Range",
    id: () => ({}),
    keepsReference: true,
    properties: {
      Address: read((target) => live(target).address()),
      RowIndex: read(({ box }) => box.row),
      ColumnIndex: read(({ box }) => box.column),
      RowCount: read(({ box }) => box.rows),
      ColumnCount: read(({ box }) => box.columns),
      CellCount: read(({ box }) => box.rows * box.columns),
      IsEntireColumn: read(({ box }) => box.rows === MAX_ROWS),
      IsEntireRow: read(({ box }) => box.columns === MAX_COLUMNS),
      Values: { get: (target) => table(target, (cell) => cell?.value ?? ""), set: (target, values) => assignAll(target, values) },
      Formulas: { get: (target) => table(target, (cell) => cell?.formula ?? cell?.value ?? ""), set: (target, values) => assignAll(target, values) },
      Text: read((target) => table(target, shownText)),
      ValueTypes: read((target) => table(target, valueType)),
      NumberFormat: {
        get: (target) => table(target, (cell) => cell?.numberFormat ?? "General"),
        set: (target, values) => {
          guard(target);
          forEachValue(target, values, (cell, value) => (cell.numberFormat = String(value)));
        },
      },
      RowHidden: { get: ({ sheet, box }) => inAll(box.row, box.rows, sheet.hiddenRows), set: ({ sheet, box }, hidden) => setLines(sheet.hiddenRows, box.row, box.rows, hidden === true) },
      ColumnHidden: { get: ({ sheet, box }) => inAll(box.column, box.columns, sheet.hiddenColumns), set: ({ sheet, box }, hidden) => setLines(sheet.hiddenColumns, box.column, box.columns, hidden === true) },
      Hyperlink: {
        get: ({ sheet, box }) => (sheet.links.has(keyOf(box)) ? { documentReference: sheet.links.get(keyOf(box)) } : null),
        set: ({ sheet, box }, link) => {
          const { documentReference } = record(link);
          if (typeof documentReference !== "string") throw notImplemented("hyperlinks out of the workbook");
          sheet.links.set(keyOf(box), documentReference);
        },
      },
    },
    navigation: {
      Worksheet: ({ sheet }) => host.worksheet(sheet),
      Format: (target) => hostObject(host.types.rangeFormat, target),
      DataValidation: (target) => hostObject(host.types.dataValidation, target),
      ConditionalFormats: (target) => hostObject(host.types.conditionalFormatCollection, target),
    },
    methods: {
      GetCell: ({ sheet, box }, args) => host.range(sheet, { row: box.row + numberArgument(args, 0), column: box.column + numberArgument(args, 1), rows: 1, columns: 1 }),
      GetRow: ({ sheet, box }, args) => host.range(sheet, { ...box, row: box.row + numberArgument(args, 0), rows: 1 }),
      GetColumn: ({ sheet, box }, args) => host.range(sheet, { ...box, column: box.column + numberArgument(args, 0), columns: 1 }),
      GetLastRow: ({ sheet, box }) => host.range(sheet, { ...box, row: box.row + box.rows - 1, rows: 1 }),
      GetLastCell: ({ sheet, box }) => host.range(sheet, { row: box.row + box.rows - 1, column: box.column + box.columns - 1, rows: 1, columns: 1 }),
      GetEntireRow: ({ sheet, box }) => host.range(sheet, { ...box, column: 0, columns: MAX_COLUMNS }),
      GetEntireColumn: ({ sheet, box }) => host.range(sheet, { ...box, row: 0, rows: MAX_ROWS }),
      GetOffsetRange: ({ sheet, box }, args) => host.range(sheet, { ...box, row: box.row + numberArgument(args, 0), column: box.column + numberArgument(args, 1) }),
      GetResizedRange: ({ sheet, box }, args) => host.range(sheet, { ...box, rows: box.rows + numberArgument(args, 0), columns: box.columns + numberArgument(args, 1) }),
      GetBoundingRect: ({ sheet, box }, [other]) => host.range(sheet, bounding(box, host.rangeOf(other, sheet).box)),
      GetIntersectionOrNullObject: ({ sheet, box }, [other]) => rangeOrNull(sheet, intersection(box, host.rangeOf(other, sheet).box)),
      GetUsedRangeOrNullObject: ({ sheet, box }, [valuesOnly]) => {
        const used = sheet.usedBox(valuesOnly === true);
        return rangeOrNull(sheet, used === null ? null : intersection(box, used));
      },
      // As in Excel, an area counts only when its first cell lies in the range.
      GetMergedAreasOrNullObject: ({ sheet, box }) => {
        const found = sheet.merges.filter((merge) => intersection(box, { ...merge, rows: 1, columns: 1 }) !== null);
        return found.length === 0 ? null : host.areas(sheet, [...found].sort((a, b) => a.row - b.row || a.column - b.column));
      },
      GetRowProperties: (target, [options]) => rowProperties(host, live(target), record(options), "row"),
      GetColumnProperties: (target, [options]) => rowProperties(host, live(target), record(options), "column"),
      GetCellProperties: (target, [options]) => cellProperties(live(target), record(options)),
      SetCellProperties: (target, [data]) => {
        guard(target);
        setCellProperties(live(target), data);
        return null;
      },
      Merge: (target, [across]) => {
        guard(target);
        const { sheet, box } = target;
        if (across === true) for (let row = box.row; row < box.row + box.rows; row++) sheet.merge({ ...box, row, rows: 1 });
        else sheet.merge(box);
        return null;
      },
      Unmerge: (target) => {
        guard(target);
        target.sheet.unmerge(target.box);
        return null;
      },
      Clear: (target, [what]) => {
        guard(target);
        clear(target, typeof what === "string" ? what : "All");
        return null;
      },
      Insert: (target) => {
        const { axis, at, count } = wholeLines(target, "insert");
        host.shift(target.sheet, axis, at, count);
        host.changed(target.sheet, lines(axis, at, count), { changeType: axis === "row" ? "RowInserted" : "ColumnInserted" });
        return host.range(target.sheet, lines(axis, at, count));
      },
      Delete: (target) => {
        const { axis, at, count } = wholeLines(target, "delete");
        host.shift(target.sheet, axis, at, -count);
        host.changed(target.sheet, lines(axis, at, count), { changeType: axis === "row" ? "RowDeleted" : "ColumnDeleted" });
        return null;
      },
      CopyFrom: (target, [source, kind]) => {
        guard(target);
        copyFrom(target, host.rangeOf(source, target.sheet), typeof kind === "string" ? kind : "All");
        return null;
      },
      Select: (target) => {
        host.select(live(target).sheet, target.box);
        return null;
      },
      Calculate: () => null,
      _ValidateArraySize: ({ box }, args) => {
        if (args[0] !== box.rows || args[1] !== box.columns) throw sizeMismatch();
        return null;
      },
    },
  };

  const rangeCollection: ObjectType<RangeTarget[]> = {
    name: "RangeCollection",
    items: (targets) => targets.map((target) => hostObject(range, target)),
    methods: { GetCount: (targets) => targets.length, GetItemAt: (targets, args) => hostObject(range, targets[numberArgument(args, 0)] ?? fail()) },
  };
  const rangeAreas: ObjectType<RangeTarget[]> = {
    name: "RangeAreas",
    id: () => ({}),
    keepsReference: true,
    properties: { Address: read((targets) => targets.map((target) => target.address()).join(",")), AreaCount: read((targets) => targets.length), CellCount: read((targets) => targets.reduce((sum, { box }) => sum + box.rows * box.columns, 0)) },
    navigation: { Areas: (targets) => hostObject(rangeCollection, targets), Worksheet: (targets) => host.worksheet(targets[0]!.sheet) },
  };

  function rangeOrNull(sheet: Sheet, box: Box | null): HostObject | null {
    return box === null ? null : host.range(sheet, box);
  }

  function assignAll(target: RangeTarget, values: unknown): void {
    guard(target);
    const { sheet, box } = target;
    const before = box.rows * box.columns === 1 ? { ...(sheet.cell(box.row, box.column) ?? emptyCell()) } : undefined;
    forEachValue(target, values, (_cell, value, row, column) => {
      // A cell under a merged area takes nothing.
      if (!sheet.isCovered(row, column)) host.book.assign(sheet, row, column, value);
    });
    host.changed(sheet, box, { before });
  }

  function clear(target: RangeTarget, what: string): void {
    const box = target.sheet.withinUse(target.box);
    if (what === "All") target.sheet.unmerge(target.box);
    if (box === null) return;
    forEachValue(new RangeTarget(target.sheet, box), "", (cell) => {
      if (what !== "Formats") Object.assign(cell, { value: "", formula: null, isError: false });
      if (what !== "Contents") Object.assign(cell, { numberFormat: "General", look: null });
    });
    if (what !== "Formats") host.changed(target.sheet, target.box);
  }

  return { range, rangeCollection, rangeAreas };
}

/** A protected sheet refuses unless every cell of the range is unlocked. */
export function guard(target: RangeTarget): void {
  const { sheet, box } = live(target);
  if (!sheet.isProtected) return;
  if (box.rows === MAX_ROWS || box.columns === MAX_COLUMNS) throw accessDenied();
  for (let row = box.row; row < box.row + box.rows; row++) for (let column = box.column; column < box.column + box.columns; column++) if (sheet.isLocked(row, column)) throw accessDenied();
}

function live(target: RangeTarget): RangeTarget {
  if (target.isGone) throw invalidReference();
  return target;
}

function table(target: RangeTarget, valueOf: (cell: Cell | undefined) => unknown): unknown[][] | null {
  const { sheet, box } = live(target);
  // An unbounded or too large range is answered with null, not with an error.
  if (box.rows * box.columns > 5_000_000) return null;
  return Array.from({ length: box.rows }, (_, row) => {
    const line = sheet.rows[box.row + row];
    return Array.from({ length: box.columns }, (_one, column) => valueOf(line?.[box.column + column]));
  });
}

function forEachValue(target: RangeTarget, values: unknown, change: (cell: Cell, value: unknown, row: number, column: number) => void): void {
  const { sheet, box } = target;
  const rows = Array.isArray(values) ? (values as readonly unknown[]) : null;
  if (rows !== null && (rows.length !== box.rows || rows.some((row) => !Array.isArray(row) || row.length !== box.columns))) throw sizeMismatch();
  for (let row = 0; row < box.rows; row++)
    for (let column = 0; column < box.columns; column++) {
      const value = rows === null ? values : (rows[row] as readonly unknown[])[column];
      if (value !== null && value !== undefined) change(sheet.ensure(box.row + row, box.column + column), value, box.row + row, box.column + column);
    }
}

function wholeLines(target: RangeTarget, what: string): { axis: "row" | "column"; at: number; count: number } {
  const { sheet, box } = live(target);
  if (sheet.isProtected) throw accessDenied();
  if (box.columns === MAX_COLUMNS) return { axis: "row", at: box.row, count: box.rows };
  if (box.rows === MAX_ROWS) return { axis: "column", at: box.column, count: box.columns };
  throw notImplemented(`Range.${what} of a part of the rows`);
}

function lines(axis: "row" | "column", at: number, count: number): Box {
  return axis === "row" ? { row: at, column: 0, rows: count, columns: MAX_COLUMNS } : { row: 0, column: at, rows: MAX_ROWS, columns: count };
}

/** Copies looks and number formats ("Formats"); whole columns too. */
function copyFrom(target: RangeTarget, source: RangeTarget, kind: string): void {
  if (kind !== "Formats") throw notImplemented(`Range.copyFrom ${kind}`);
  const used = source.sheet.usedBox(false);
  const bottom = used === null ? 0 : used.row + used.rows;
  for (let row = 0; row < Math.min(target.box.rows, bottom - target.box.row); row++)
    for (let column = 0; column < target.box.columns; column++) {
      const from = source.sheet.cell(source.box.row + (row % source.box.rows), source.box.column + (column % source.box.columns));
      if (from === undefined && isBlank(target.sheet.cell(target.box.row + row, target.box.column + column))) continue;
      Object.assign(target.sheet.ensure(target.box.row + row, target.box.column + column), { numberFormat: from?.numberFormat ?? "General", look: from?.look ?? null });
    }
}

function inAll(first: number, count: number, set: ReadonlySet<number>): boolean | null {
  const found = [...set].filter((line) => line >= first && line < first + count).length;
  return found === 0 ? false : found === count ? true : null;
}

function setLines(set: Set<number>, first: number, count: number, on: boolean): void {
  for (let line = first; line < first + count; line++) if (on) set.add(line);
    else set.delete(line);
}

function keyOf(box: Box): string {
  return `${box.row},${box.column}`;
}

function sizeMismatch() {
  return invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
}

function fail(): never {
  throw itemNotFound();
}
