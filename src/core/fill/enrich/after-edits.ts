import { deadlineOfSerial } from "../../deadline/serial-date";
import type { Area, Edit, SetCellEdit } from "../../edits/edit";
import { cellKey, cellOfKey, type CellKey } from "../../grid/address";
import { textOfValue, type CellValue, type MergeArea, type SheetGrid } from "../../grid/sheet-grid";

/**
 * A grid as it would be after enriching: cells set, columns inserted, areas merged and taken apart. Drop-downs and colours
 * are no part of a grid; rows do not come or go here. The text of a date is written out, that of any other number is its plain form.
 */
export function gridAfter(grid: SheetGrid, edits: readonly Edit[]): SheetGrid {
  const values = grid.values.map((row) => [...row]);
  const texts = grid.texts.map((row) => [...row]);
  let { merges, formulas, errors, hiddenColumns, unlocked, comments } = grid;
  let numberFormats = new Map(grid.numberFormats);
  for (const edit of edits) {
    switch (edit.kind) {
      case "setCell": {
        put(values, edit.at.row, edit.at.column, edit.after, null);
        put(texts, edit.at.row, edit.at.column, textAfter(edit), "");
        if (edit.numberFormat) numberFormats.set(cellKey(edit.at.row, edit.at.column), edit.numberFormat.after);
        break;
      }
      case "insertColumns": {
        const { column: at, count } = edit;
        for (const row of values) if (row.length > at) row.splice(at, 0, ...Array<CellValue>(count).fill(null));
        for (const row of texts) if (row.length > at) row.splice(at, 0, ...Array<string>(count).fill(""));
        merges = merges.map((area) => movedArea(area, at, count));
        formulas = movedKeys(formulas, at, count);
        numberFormats = movedKeys(numberFormats, at, count);
        errors = movedKeys(errors, at, count);
        hiddenColumns = new Set([...hiddenColumns].map((column) => moved(column, at, count)));
        unlocked = new Set([...unlocked].map((key) => movedKey(key, at, count)));
        comments = comments.map((comment) => ({ ...comment, column: moved(comment.column, at, count) }));
        break;
      }
      case "merge":
        merges = [...merges, edit.area];
        break;
      case "unmerge":
        merges = merges.filter((area) => !sameArea(area, edit.area));
        break;
      default:
    }
  }
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  for (const row of values) while (row.length < width) row.push(null);
  for (const row of texts) while (row.length < width) row.push("");
  return { ...grid, values, texts, merges, formulas, numberFormats, errors, hiddenColumns, unlocked, comments };
}

function textAfter({ after, numberFormat }: SetCellEdit): string {
  const date = typeof after === "number" && numberFormat ? deadlineOfSerial(after, numberFormat.after) : null;
  return date ? date.raw : textOfValue(after);
}

function put<T>(rows: T[][], row: number, column: number, value: T, blank: T): void {
  const cells = rows[row];
  if (!cells) return;
  while (cells.length < column) cells.push(blank);
  cells[column] = value;
}

function moved(column: number, at: number, count: number): number {
  return column >= at ? column + count : column;
}

function movedArea(area: MergeArea, at: number, count: number): MergeArea {
  return { ...area, left: moved(area.left, at, count), right: moved(area.right, at, count) };
}

function movedKey(key: CellKey, at: number, count: number): CellKey {
  const { row, column } = cellOfKey(key);
  return cellKey(row, moved(column, at, count));
}

function movedKeys<T>(map: ReadonlyMap<CellKey, T>, at: number, count: number): Map<CellKey, T> {
  return new Map([...map].map(([key, value]) => [movedKey(key, at, count), value]));
}

function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
