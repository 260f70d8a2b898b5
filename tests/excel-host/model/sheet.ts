import { boxOf, cellAddress, intersection, MAX_COLUMNS, MAX_ROWS, shiftBox, type Axis, type Box } from "./address";
import { emptyCell, isBlank, isUntouched, type Cell } from "./cell";

export interface Comment {
  id: string;
  place: Box;
  text: string;
  author: string;
}

/** A validation rule as the API gives it ({list: {source, inCellDropDown}}), on one area. */
export interface Validation {
  place: Box;
  rule: Record<string, unknown>;
  alert: unknown;
  prompt: unknown;
  ignoreBlanks: boolean;
}

export interface ConditionalFormat {
  id: string;
  place: Box;
  type: string;
  formula: string;
  fill: string;
  font: string;
  stopIfTrue: boolean;
}

export interface Page {
  orientation: "Portrait" | "Landscape";
  titleRows: Box | null;
  zoom: Record<string, unknown>;
  /** "LeftHeader", "CenterFooter"… */
  headersFooters: Record<string, string>;
}

/** One worksheet. Cells are kept sparsely by row and column. */
export class Sheet {
  visibility = "Visible";
  tabColor = "";
  readonly rows: (Cell | undefined)[][] = [];
  merges: Box[] = [];
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  /** Rows that the filter hides; they are in `hiddenRows` too. */
  filteredRows = new Set<number>();
  filter: Box | null = null;
  /** In characters. */
  columnWidths = new Map<number, number>();
  /** In points. */
  rowHeights = new Map<number, number>();
  isProtected = false;
  comments: Comment[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  selection: Box = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Further areas, where several are selected. */
  moreSelected: readonly Box[] = [];
  readonly page: Page = { orientation: "Portrait", titleRows: null, zoom: {}, headersFooters: {} };
  readonly customProperties = new Map<string, string>();
  readonly links = new Map<string, string>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  /** The cell, made when it is not there yet. */
  ensure(row: number, column: number): Cell {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row]!;
    return (line[column] ??= emptyCell());
  }

  /** The smallest box that holds every value (and every format and merge, unless `valuesOnly`); null when there is none. */
  usedBox(valuesOnly: boolean): Box | null {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    this.rows.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (valuesOnly ? isBlank(cell) : isUntouched(cell)) return;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      });
    });
    for (const merge of valuesOnly ? [] : this.merges) {
      top = Math.min(top, merge.row);
      bottom = Math.max(bottom, merge.row + merge.rows - 1);
      left = Math.min(left, merge.column);
      right = Math.max(right, merge.column + merge.columns - 1);
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** The part of a box in which something is; for boxes of whole rows or columns. */
  withinUse(box: Box): Box | null {
    if (box.rows < 20_000 && box.columns < 1_000) return box;
    const used = this.usedBox(false);
    return used === null ? null : intersection(box, used);
  }

  isLocked(row: number, column: number): boolean {
    return this.isProtected && this.cell(row, column)?.look?.locked !== false;
  }

  isCovered(row: number, column: number): boolean {
    return this.merges.some((box) => intersection(box, { row, column, rows: 1, columns: 1 }) !== null && (box.row !== row || box.column !== column));
  }

  /** Everything on the sheet that has a place in it, but the cells. */
  private placed(): Box[] {
    return [...this.merges, ...this.comments.map((one) => one.place), ...this.validations.map((one) => one.place), ...this.conditionalFormats.map((one) => one.place), ...(this.filter ? [this.filter] : []), ...(this.page.titleRows ? [this.page.titleRows] : [])];
  }

  /** Inserts (count > 0) or deletes (count < 0) whole rows or columns. New cells look like those before them. */
  shift(axis: Axis, at: number, count: number): void {
    if (axis === "row") this.shiftCellRows(at, count);
    else this.shiftCellColumns(at, count);
    const gone = new Set(this.placed().filter((box) => !shiftBox(box, axis, at, count)));
    this.merges = this.merges.filter((box) => !gone.has(box) && box.rows * box.columns > 1);
    this.comments = this.comments.filter((one) => !gone.has(one.place));
    this.validations = this.validations.filter((one) => !gone.has(one.place));
    this.conditionalFormats = this.conditionalFormats.filter((one) => !gone.has(one.place));
    if (this.filter && gone.has(this.filter)) this.filter = null;
    if (this.page.titleRows && gone.has(this.page.titleRows)) this.page.titleRows = null;
    const move = (place: number) => (place < at ? place : count > 0 ? place + count : place < at - count ? -1 : place + count);
    const moveSet = (set: ReadonlySet<number>) => new Set([...set].map(move).filter((place) => place >= 0));
    const moveMap = (map: ReadonlyMap<number, number>) => new Map([...map].map(([place, size]) => [move(place), size] as const).filter(([place]) => place >= 0));
    if (axis === "row") {
      this.hiddenRows = moveSet(this.hiddenRows);
      this.filteredRows = moveSet(this.filteredRows);
      this.rowHeights = moveMap(this.rowHeights);
    } else {
      this.hiddenColumns = moveSet(this.hiddenColumns);
      this.columnWidths = moveMap(this.columnWidths);
    }
  }

  private shiftCellRows(at: number, count: number): void {
    if (count < 0) {
      this.rows.splice(at, -count);
      return;
    }
    while (this.rows.length < at) this.rows.push([]);
    const above = this.rows[at - 1] ?? [];
    const like = () => above.map((cell) => (cell === undefined || isPlain(cell) ? undefined : { ...emptyCell(), numberFormat: cell.numberFormat, look: cell.look }));
    this.rows.splice(at, 0, ...Array.from({ length: count }, like));
  }

  private shiftCellColumns(at: number, count: number): void {
    for (const line of this.rows) {
      if (count < 0) {
        line.splice(at, -count);
        continue;
      }
      if (line.length <= at - 1) continue;
      const before = line[at - 1];
      const like = before === undefined || isPlain(before) ? undefined : before;
      line.splice(at, 0, ...Array.from({ length: count }, () => (like === undefined ? undefined : { ...emptyCell(), numberFormat: like.numberFormat, look: like.look })));
    }
  }

  /** Merges a box; only its first cell keeps its content. */
  merge(box: Box): void {
    this.merges = this.merges.filter((one) => intersection(one, box) === null);
    if (box.rows * box.columns > 1) this.merges.push({ ...box });
    for (let row = box.row; row < box.row + box.rows; row++)
      for (let column = box.column; column < box.column + box.columns; column++) {
        const cell = row === box.row && column === box.column ? undefined : this.cell(row, column);
        if (cell) Object.assign(cell, { value: "", formula: null, isError: false });
      }
  }

  unmerge(box: Box): void {
    this.merges = this.merges.filter((one) => intersection(one, box) === null);
  }
}

function isPlain(cell: Cell): boolean {
  return cell.numberFormat === "General" && cell.look === null;
}

/** Every cell address of an area, row by row. */
export function addressesOf(area: string): readonly string[] {
  const box = boxOf(area);
  if (box.rows === MAX_ROWS || box.columns === MAX_COLUMNS) throw new Error(`${area} is not bounded`);
  return Array.from({ length: box.rows * box.columns }, (_, index) => cellAddress(box.row + Math.floor(index / box.columns), box.column + (index % box.columns)));
}
