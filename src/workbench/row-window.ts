import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { DRAW_ALL_ROWS, type GridShape } from "./grid-geometry";

/** Pixels drawn beyond the visible part on either side: at once, and when there is time. */
const NEAR = 60;
const FAR = 600;

export interface RowWindow {
  /** Places in the list of visible rows: the first drawn, and the one after the last drawn. */
  readonly first: number;
  readonly last: number;
  /** Pixels left out before and after. */
  readonly before: number;
  readonly after: number;
  readonly scrollTop: number;
  /** Pixels from the top of the first row to the top of a sheet row. */
  readonly topOf: (row: number) => number;
}

/** Which rows to draw of what scrolls inside `scroll`. Heights are estimated until a row has been drawn; then its own height counts. */
export function useRowWindow(shape: GridShape, sheet: string): { readonly scroll: RefObject<HTMLDivElement>; readonly window: RowWindow } {
  const scroll = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ readonly shape: GridShape; readonly heights: ReadonlyMap<number, number> }>({ shape, heights: new Map() });
  const [sight, setSight] = useState({ top: 0, height: 900 });
  const heights = measured.shape === shape ? measured.heights : EMPTY;
  const whole = shape.rows.length <= DRAW_ALL_ROWS;

  const tops = useMemo(() => {
    const result = new Float64Array(shape.rows.length + 1);
    for (const [index, row] of shape.rows.entries()) result[index + 1] = result[index]! + (heights.get(row) ?? shape.heightOf(row));
    return result;
  }, [shape, heights]);

  const look = useCallback(() => {
    const element = scroll.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height } = element;
    // Small steps need no new rows: some are drawn on either side.
    setSight((old) => (Math.abs(old.top - top) < (whole ? 8 : NEAR / 2) && Math.abs(old.height - height) < 50 ? old : { top, height }));
  }, [whole]);

  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    element.scrollTop = 0;
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [look, sheet]);

  // Rows beyond those in sight are drawn piece by piece, when nothing else is to be done.
  const [calm, setCalm] = useState<{ readonly sheet: string; readonly sight: typeof sight } | null>(null);
  useEffect(() => startTransition(() => setCalm({ sheet, sight })), [sheet, sight]);
  const near = rangeOf(tops, sight, NEAR);
  const far = calm?.sheet !== sheet ? near : whole ? { first: 0, last: shape.rows.length } : rangeOf(tops, calm.sight, FAR);
  const { first, last } = far.first <= near.first && far.last >= near.last ? far : near;

  useLayoutEffect(() => {
    let changed: Map<number, number> | null = null;
    for (const element of scroll.current?.querySelectorAll<HTMLElement>("tbody tr[data-row-of]") ?? []) {
      const row = Number(element.dataset["rowOf"]);
      const height = element.getBoundingClientRect().height;
      if (height > 0 && Math.abs((heights.get(row) ?? shape.heightOf(row)) - height) > 0.5) (changed ??= new Map(heights)).set(row, height);
    }
    if (changed !== null) setMeasured({ shape, heights: changed });
  }, [shape, heights, first, last]);

  const topOf = useCallback(
    (row: number) => {
      const index = shape.rows.findIndex((visible) => visible >= row);
      return tops[index < 0 ? shape.rows.length : index]!;
    },
    [shape, tops],
  );
  const window = useMemo<RowWindow>(
    () => ({ first, last, before: tops[first]!, after: tops[shape.rows.length]! - tops[last]!, scrollTop: sight.top, topOf }),
    [first, last, tops, shape, sight.top, topOf],
  );
  return { scroll, window };
}

const EMPTY: ReadonlyMap<number, number> = new Map();

/** Places of the rows in sight, and of those up to `margin` pixels beyond. */
function rangeOf(tops: Float64Array, sight: { readonly top: number; readonly height: number }, margin: number): { readonly first: number; readonly last: number } {
  return { first: indexAt(tops, sight.top - margin), last: Math.min(tops.length - 1, indexAt(tops, sight.top + sight.height + margin) + 1) };
}

/** The last index whose top is at or above `y`. */
function indexAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
