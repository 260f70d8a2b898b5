import { makeStyles } from "@fluentui/react-components";
import { memo } from "react";
import type { Area } from "../core/edits/edit";
import { cellKey, type CellKey } from "../core/grid/address";
import { GridCell, type CellMark } from "./grid-cell";
import type { DrawnSheet, GridShape } from "./grid-geometry";

const useStyles = makeStyles({
  number: {
    position: "sticky",
    left: 0,
    zIndex: 2,
    boxSizing: "border-box",
    padding: "2px 4px",
    borderRight: "1px solid #b8b8b8",
    borderBottom: "1px solid #d4d4d4",
    backgroundColor: "#f3f3f3",
    color: "#424242",
    fontWeight: "normal",
    fontSize: "12px",
    textAlign: "center",
  },
});

/** What the rows are drawn from; the same object as long as nothing in it changed. */
export interface RowsSource {
  readonly view: DrawnSheet;
  readonly shape: GridShape;
  readonly marks: ReadonlyMap<CellKey, CellMark>;
  readonly comments: ReadonlyMap<CellKey, string>;
}

/** One sheet row. `from` and `to` bound the rows drawn: a merge that begins above is drawn where the drawn part begins. */
export const GridRow = memo(function GridRow(props: { readonly source: RowsSource; readonly row: number; readonly from: number; readonly to: number; readonly selectedFrom: number; readonly selectedTo: number; readonly height: number }) {
  const styles = useStyles();
  const { source, row } = props;
  const { view, shape } = source;
  return (
    <tr role="row" aria-rowindex={row + 1} data-row-of={row} style={{ height: props.height }}>
      <th scope="row" data-head={row} className={styles.number}>
        {row + 1}
      </th>
      {shape.columns.map((column, index) => {
        const merge = shape.mergeAt(row, column);
        const firstRow = merge === undefined ? row : firstDrawn(merge, shape, props.from);
        const firstColumn = merge === undefined ? column : shape.columns.find((other) => other >= merge.left)!;
        if (merge !== undefined && (firstRow !== row || firstColumn !== column)) return null;
        const top = merge?.top ?? row;
        const left = merge?.left ?? column;
        const key = cellKey(top, left);
        const look = view.lookOf.get(key);
        const value = view.grid.values[top]?.[left] ?? null;
        return (
          <GridCell
            key={column}
            text={view.grid.texts[top]?.[left] ?? ""}
            numeric={typeof value === "number"}
            look={look === undefined ? undefined : view.looks[look]}
            row={top}
            column={left}
            ariaColumn={index + 2}
            rowSpan={merge === undefined ? 1 : shape.rows.filter((other) => other >= row && other <= Math.min(merge.bottom, props.to)).length}
            colSpan={merge === undefined ? 1 : shape.columns.filter((other) => other >= merge.left && other <= merge.right).length}
            roomBeside={merge === undefined && (view.grid.texts[row]?.[column + 1] ?? "") === "" && shape.mergeAt(row, column + 1) === undefined}
            selected={column >= props.selectedFrom && column <= props.selectedTo}
            mark={source.marks.get(key)}
            comment={source.comments.get(key)}
          />
        );
      })}
    </tr>
  );
});

/** The first drawn sheet row of a merge: its own first one, or the first one in sight. */
function firstDrawn(merge: Area, shape: GridShape, from: number): number {
  if (merge.top >= from && !isHidden(shape, merge.top)) return merge.top;
  return shape.rows.find((row) => row >= Math.max(from, merge.top)) ?? merge.top;
}

function isHidden(shape: GridShape, row: number): boolean {
  let low = 0;
  let high = shape.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = shape.rows[middle]!;
    if (at === row) return false;
    if (at < row) low = middle + 1;
    else high = middle - 1;
  }
  return true;
}
