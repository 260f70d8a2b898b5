import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";

export interface VirtualListHandle {
  /** Brings the item into sight; does nothing when it is in sight already. */
  show(index: number): void;
  /** The list itself; null while it is not in the page. */
  element(): HTMLUListElement | null;
}

/** Lists up to this length are drawn whole: nothing is gained by leaving rows out. */
const DRAW_ALL = 80;
/** Pixels drawn beyond the visible part on either side. */
const MARGIN = 400;

/**
 * A list of which only the visible part is in the page. Items may have any height: it is taken to be `estimate` until
 * it has been drawn once. The list scrolls with the nearest scrolling ancestor, so that it can stand below other things.
 */
export function VirtualList<T>(props: {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T, index: number) => ReactNode;
  readonly estimate: number;
  readonly label: string;
  readonly className?: string;
  readonly handle?: Ref<VirtualListHandle>;
}) {
  const { items, keyOf, render, estimate } = props;
  const list = useRef<HTMLUListElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [sight, setSight] = useState({ top: 0, bottom: 1_000 });
  const whole = items.length <= DRAW_ALL;

  const tops = topsOf(items, keyOf, heights, estimate);
  const total = tops[items.length]!;
  const first = whole ? 0 : Math.max(0, indexAt(tops, sight.top - MARGIN));
  const last = whole ? items.length : Math.min(items.length, indexAt(tops, sight.bottom + MARGIN) + 1);

  const look = useCallback(() => {
    const element = list.current;
    if (element === null) return;
    const scroller = scrollerOf(element);
    const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
    setSight((old) => (Math.abs(old.top - top) < 40 && Math.abs(old.bottom - top - scroller.clientHeight) < 40 ? old : { top, bottom: top + scroller.clientHeight }));
  }, []);

  useEffect(() => {
    const element = list.current;
    if (element === null || whole) return undefined;
    const scroller = scrollerOf(element);
    scroller.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [look, whole]);

  // Heights are known only after drawing; a change of height draws once more, with the right places.
  useLayoutEffect(() => {
    if (whole || list.current === null) return;
    let changed: Map<string, number> | null = null;
    for (const child of list.current.children) {
      const { key } = (child as HTMLElement).dataset;
      if (key === undefined) continue;
      const height = (child as HTMLElement).offsetHeight;
      if (height > 0 && heights.get(key) !== height) (changed ??= new Map(heights)).set(key, height);
    }
    if (changed !== null) setHeights(changed);
  }, [whole, heights, items, first, last]);

  useImperativeHandle(
    props.handle,
    () => ({
      element: () => list.current,
      show(index) {
        const element = list.current;
        if (element === null) return;
        const drawn = [...element.children].find((child) => (child as HTMLElement).dataset["index"] === String(index));
        if (drawn !== undefined) {
          drawn.scrollIntoView({ block: "nearest" });
          return;
        }
        const scroller = scrollerOf(element);
        const listTop = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
        scroller.scrollTop = listTop + (tops[index] ?? 0) - scroller.clientHeight / 3;
        look();
      },
    }),
    [look, tops],
  );

  return (
    <ul ref={list} role="list" aria-label={props.label} className={props.className} style={whole ? undefined : { paddingTop: tops[first], paddingBottom: total - tops[last]! }}>
      {items.slice(first, last).map((item, offset) => (
        <li key={keyOf(item)} data-key={keyOf(item)} data-index={first + offset} aria-setsize={items.length} aria-posinset={first + offset + 1}>
          {render(item, first + offset)}
        </li>
      ))}
    </ul>
  );
}

function topsOf<T>(items: readonly T[], keyOf: (item: T) => string, heights: ReadonlyMap<string, number>, estimate: number): readonly number[] {
  const tops = new Array<number>(items.length + 1);
  let top = 0;
  for (let index = 0; index < items.length; index++) {
    tops[index] = top;
    top += heights.get(keyOf(items[index]!)) ?? estimate;
  }
  tops[items.length] = top;
  return tops;
}

/** The last index whose top is at or above `y`. */
function indexAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The nearest ancestor that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === "auto" || overflowY === "scroll") return parent;
  }
  return document.documentElement;
}
