import { makeStyles } from "@fluentui/react-components";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from "react";
import { addressOf, cellKey, columnLetters, type CellKey, type CellRef } from "../core/grid/address";
import { textAt } from "../core/grid/sheet-grid";
import { workbenchStrings } from "../strings/workbench";
import { CellEditor, type EditorPlace } from "./cell-editor";
import { tableOfText, textOfTable, valueOfTyped } from "./clipboard-table";
import type { Desk, DeskState } from "./desk";
import type { CellMark } from "./grid-cell";
import { areaAt, areaBetween, gridShape, rectangle, type DrawnSheet, type GridShape } from "./grid-geometry";
import { cellsOfClear, cellsOfFillDown, cellsOfPaste, type CellsToWrite } from "./paste-cells";
import { cellAfterKey } from "./grid-keys";
import { GridRow, type RowsSource } from "./grid-rows";
import { useRowWindow } from "./row-window";

const NUMBER_WIDTH = 44;
const TOP_LEFT: CellRef = { row: 0, column: 0 };

const useStyles = makeStyles({
  scroll: { position: "relative", height: "100%", overflow: "auto", backgroundColor: "#e8e8e8", fontSize: "14px", lineHeight: "19px" },
  inner: { position: "relative", width: "max-content" },
  table: { borderCollapse: "separate", borderSpacing: 0, tableLayout: "fixed", backgroundColor: "#ffffff", userSelect: "none" },
  head: { position: "sticky", top: 0, zIndex: 3 },
  letter: { boxSizing: "border-box", height: "22px", padding: 0, borderRight: "1px solid #b8b8b8", borderBottom: "1px solid #b8b8b8", backgroundColor: "#f3f3f3", color: "#424242", fontWeight: "normal", fontSize: "12px", textAlign: "center" },
  corner: { position: "sticky", left: 0, zIndex: 2 },
  selection: { position: "absolute", zIndex: 1, boxSizing: "border-box", border: "2px solid #0f6cbd", backgroundColor: "rgba(15, 108, 189, 0.08)", pointerEvents: "none" },
});

/**
 * The sheet as a grid. Keyboard as in a spreadsheet; Tab moves between cells, F6 leaves the grid.
 *
 * @param headerRows sheet rows of the ledger's header, kept in sight below the column letters once they have scrolled away.
 */
export function Grid(props: {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly view: DrawnSheet;
  readonly marks: ReadonlyMap<CellKey, CellMark>;
  readonly headerRows: { readonly first: number; readonly last: number } | null;
  readonly onRefused: (reasons: readonly string[]) => void;
  readonly onLeave: (isBack: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
}) {
  const styles = useStyles();
  const { desk, state, view, marks } = props;
  const { anchor, focus, exact } = state;
  const { grid } = view;
  const inner = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [place, setPlace] = useState<EditorPlace | null>(null);
  const [box, setBox] = useState<EditorPlace | null>(null);

  const shape = useMemo(() => gridShape(view), [view]);
  const comments = useMemo(() => new Map(grid.comments.map(({ row, column, text }) => [cellKey(row, column), text])), [grid]);
  const source = useMemo<RowsSource>(() => ({ view, shape, marks, comments }), [view, shape, marks, comments]);
  const { scroll, window: rows } = useRowWindow(shape, grid.sheet);
  const selected = useMemo(() => (exact ? rectangle(anchor, focus) : areaBetween(shape, anchor, focus)), [shape, anchor, focus, exact]);
  const header = props.headerRows;
  const frozen = shape.rows.filter((row) => (view.frozenRows > 0 ? row < view.frozenRows : header !== null && row >= header.first && row <= header.last));
  const stuck = frozen.length > 0 && rows.scrollTop > rows.topOf(frozen.at(-1)! + 1) - 10;

  const cellElement = useCallback((at: CellRef) => {
    const { top, left } = areaAt(shape, at);
    return inner.current?.querySelector<HTMLElement>(`tbody td[data-row="${top}"][data-column="${left}"]`) ?? null;
  }, [shape]);

  // Selection and editor lie over the cells; where those are is known after drawing.
  useLayoutEffect(() => {
    const first = placeOf(inner.current, cellElement({ row: selected.top, column: selected.left }));
    const last = placeOf(inner.current, cellElement({ row: selected.bottom, column: selected.right }));
    // A selection may begin or end where nothing is drawn.
    const head = inner.current?.querySelector("thead")?.getBoundingClientRect().height ?? 0;
    const left = widthBefore(shape, selected.left);
    const top = first?.top ?? head + rows.topOf(selected.top);
    setBox({ left, top, width: widthBefore(shape, selected.right + 1) - left, height: (last === null ? head + rows.topOf(selected.bottom + 1) : last.top + last.height) - top });
    setPlace(placeOf(inner.current, cellElement(focus)));
  }, [selected, focus, source, rows, shape, cellElement]);

  const bringIntoSight = useCallback(
    (at: CellRef) => {
      const scroller = scroll.current;
      if (scroller === null) return;
      const area = areaAt(shape, at);
      const headHeight = inner.current?.querySelector("thead")?.getBoundingClientRect().height ?? 24;
      const top = rows.topOf(area.top);
      const bottom = rows.topOf(at.row + 1);
      if (top < scroller.scrollTop + 10) scroller.scrollTo({ top: Math.max(0, top - Math.max(30, headHeight)) });
      else if (bottom + headHeight > scroller.scrollTop + scroller.clientHeight) scroller.scrollTo({ top: Math.min(top - 30, bottom + headHeight - scroller.clientHeight + 30) });
      const before = widthBefore(shape, area.left);
      const width = shape.widths.get(area.left) ?? 0;
      if (before - NUMBER_WIDTH < scroller.scrollLeft) scroller.scrollTo({ left: Math.max(0, before - NUMBER_WIDTH) });
      else if (before + width > scroller.scrollLeft + scroller.clientWidth) scroller.scrollTo({ left: before + width - scroller.clientWidth + 20 });
    },
    [scroll, shape, rows],
  );

  // A place that a command shows comes into sight; once a showing, not with every drawing.
  const seen = useRef(-1);
  useEffect(() => {
    if (seen.current === state.shown) return;
    seen.current = state.shown;
    bringIntoSight(state.focus);
  }, [state.shown, state.focus, bringIntoSight]);

  const commit = async (next?: CellRef) => {
    if (draft !== null) {
      setDraft(null);
      const at = { row: areaAt(shape, focus).top, column: areaAt(shape, focus).left };
      const value = valueOfTyped(draft);
      // A text that reads as before stays what it was: a date shown as 2026年6月30日 does not become a text.
      await write(draft === textAt(grid, at.row, at.column) ? [] : [{ at, value }]);
    }
    if (next !== undefined) go(next);
  };

  const go = (to: CellRef, extend = false) => {
    desk.select(extend ? anchor : to, to);
    bringIntoSight(to);
  };

  const startEditing = () => {
    const { top, left } = areaAt(shape, focus);
    setDraft(grid.formulas.get(cellKey(top, left)) ?? textAt(grid, top, left));
  };

  const write = async (cells: CellsToWrite["cells"]) => props.onRefused((await desk.write(cells)).map((reason) => workbenchStrings.refused[reason]));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (props.onKey(event)) return;
    const { key } = event;
    const after = (name: string) => cellAfterKey(grid, shape, focus, { key: name, ctrlKey: false });
    if (key === "F6") {
      event.preventDefault();
      const isBack = event.shiftKey;
      void commit().then(() => props.onLeave(isBack));
    } else if (draft !== null) {
      if (key === "Escape") setDraft(null);
      else if (key === "Enter" && event.altKey) setDraft(`${draft}\n`);
      else if (key === "Enter") void commit(after(event.shiftKey ? "ArrowUp" : "ArrowDown"));
      else if (key === "Tab") void commit(after(event.shiftKey ? "ArrowLeft" : "ArrowRight"));
      else return;
      event.preventDefault();
    } else if (key === "F2") {
      event.preventDefault();
      startEditing();
    } else if (key === "Delete" || key === "Backspace") {
      event.preventDefault();
      void write(cellsOfClear(grid, selected));
    } else if ((event.ctrlKey || event.metaKey) && key === "d") {
      event.preventDefault();
      void write(cellsOfFillDown(grid, selected, shape));
    } else if ((event.ctrlKey || event.metaKey) && key === "a") {
      event.preventDefault();
      desk.select(lastCell, TOP_LEFT);
    } else if (key === "Enter" || key === "Tab") {
      event.preventDefault();
      const to = after(key === "Enter" ? (event.shiftKey ? "ArrowUp" : "ArrowDown") : event.shiftKey ? "ArrowLeft" : "ArrowRight");
      if (to !== undefined) go(to);
    } else {
      const to = cellAfterKey(grid, shape, focus, { key, ctrlKey: event.ctrlKey || event.metaKey });
      if (to === undefined) return;
      event.preventDefault();
      go(to, event.shiftKey);
    }
  };

  const onCopy = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (draft !== null) return;
    event.preventDefault();
    const table = grid.texts.slice(selected.top, selected.bottom + 1).map((texts) => texts.slice(selected.left, selected.right + 1));
    event.clipboardData.setData("text/plain", textOfTable(table));
  };

  const onCut = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (draft !== null) return;
    onCopy(event);
    void write(cellsOfClear(grid, selected));
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (draft !== null) return;
    event.preventDefault();
    const { cells, area } = cellsOfPaste(tableOfText(event.clipboardData.getData("text/plain")), selected, shape);
    desk.select({ row: area.bottom, column: area.right }, { row: area.top, column: area.left });
    void write(cells);
  };

  const lastCell: CellRef = { row: Math.max(0, grid.values.length - 1), column: Math.max(0, (grid.values[0]?.length ?? 0) - 1) };

  /** The cells from one to the other that a press on a cell, a row number or a column letter selects; null elsewhere. */
  const pressed = (event: MouseEvent): { readonly from: CellRef; readonly to: CellRef; readonly exact: boolean } | null => {
    const at = cellOfEvent(event);
    if (at !== null) return { from: event.shiftKey ? anchor : at, to: at, exact: false };
    const head = (event.target as HTMLElement).closest<HTMLTableCellElement>("th[data-head]");
    if (head === null) return null;
    const place = Number(head.dataset["head"]);
    return head.scope === "row" ? { from: { row: event.shiftKey ? anchor.row : place, column: lastCell.column }, to: { row: place, column: 0 }, exact: true } : { from: { row: lastCell.row, column: event.shiftKey ? anchor.column : place }, to: { row: 0, column: place }, exact: true };
  };

  const cellOfEvent = (event: MouseEvent): CellRef | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td[data-row]");
    return cell === null ? null : { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
  };

  const rowOf = (row: number, from: number, to: number, height: number) => {
    const inside = row >= selected.top && row <= selected.bottom;
    return <GridRow key={row} source={source} row={row} from={from} to={to} height={height} selectedFrom={inside ? selected.left : -1} selectedTo={inside ? selected.right : -2} />;
  };
  const drawn = shape.rows.slice(rows.first, rows.last);

  return (
    <div
      ref={scroll}
      className={styles.scroll}
      onMouseDown={(event) => {
        const press = pressed(event);
        if (press === null) return;
        // The text field keeps the focus: it is what the keyboard types into.
        event.preventDefault();
        void commit();
        desk.select(press.from, press.to, press.exact);
        input.current?.focus({ preventScroll: true });
      }}
      onMouseOver={(event) => {
        const at = event.buttons === 1 && draft === null ? cellOfEvent(event) : null;
        if (at !== null) desk.select(anchor, at);
      }}
      onDoubleClick={(event) => {
        if (cellOfEvent(event) !== null) startEditing();
      }}
    >
      <div ref={inner} className={styles.inner}>
        <table
          role="grid"
          aria-label={workbenchStrings.grid({ sheet: grid.sheet })}
          aria-rowcount={shape.rows.length + 1}
          aria-colcount={shape.columns.length + 1}
          aria-multiselectable
          className={styles.table}
          style={{ width: [...shape.widths.values()].reduce((sum, width) => sum + width, NUMBER_WIDTH) }}
        >
          <colgroup>
            <col style={{ width: NUMBER_WIDTH }} />
            {shape.columns.map((column) => (
              <col key={column} style={{ width: shape.widths.get(column) }} />
            ))}
          </colgroup>
          <thead className={styles.head}>
            <tr role="row">
              <td className={`${styles.letter} ${styles.corner}`} />
              {shape.columns.map((column) => (
                <th key={column} scope="col" data-head={column} className={styles.letter}>
                  {columnLetters(column)}
                </th>
              ))}
            </tr>
          </thead>
          {stuck && (
            <thead className={styles.head} style={{ top: 22 }} aria-hidden>
              {frozen.map((row) => rowOf(row, frozen[0]!, frozen.at(-1)!, shape.heightOf(row)))}
            </thead>
          )}
          <tbody>
            {rows.before > 0 && (
              <tr aria-hidden style={{ height: rows.before }}>
                <td />
              </tr>
            )}
            {drawn.map((row) => rowOf(row, drawn[0]!, drawn.at(-1)!, shape.heightOf(row)))}
            {rows.after > 0 && (
              <tr aria-hidden style={{ height: rows.after }}>
                <td />
              </tr>
            )}
          </tbody>
        </table>
        {box !== null && <div className={styles.selection} style={box} data-selection={addressOf(focus)} />}
        <CellEditor
          inputRef={input}
          place={place}
          draft={draft}
          label={workbenchStrings.cell({ address: addressOf(focus), text: textAt(grid, areaAt(shape, focus).top, areaAt(shape, focus).left) })}
          onDraft={setDraft}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onCut={onCut}
          onPaste={onPaste}
          onBlur={() => void commit()}
        />
      </div>
    </div>
  );
}

/** Pixels from the left edge to a column: the row numbers and the visible columns before it. */
function widthBefore(shape: GridShape, end: number): number {
  return shape.columns.reduce((sum, column) => (column < end ? sum + (shape.widths.get(column) ?? 0) : sum), NUMBER_WIDTH);
}

/** Where a cell lies inside the sheet's own area; null while it is not drawn. */
function placeOf(inner: HTMLElement | null, cell: HTMLElement | null): EditorPlace | null {
  if (inner === null || cell === null) return null;
  const outer = inner.getBoundingClientRect();
  const { left, top, width, height } = cell.getBoundingClientRect();
  return { left: left - outer.left, top: top - outer.top, width, height };
}
