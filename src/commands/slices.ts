/**
 * Plain data in slices, so that neither side of a worker copies much at a time: copying a ledger of 5,000 rows in one
 * piece holds a page up for longer than a frame. What is long is cut into slices of about `MOST` values, sent before
 * what holds it; what is short goes along whole. Made for trees; a long list that occurs twice is sent once.
 */

/** What a slice may weigh: about this many values, copied in a millisecond or two. */
const MOST = 1_500;

/** Characters that weigh as much as one value. */
const TEXT_UNIT = 64;

/** A stretch of a long array, Map (its entries) or Set. */
export interface Slice {
  /** Which list it continues. */
  readonly list: number;
  readonly kind: "array" | "map" | "set";
  readonly items: readonly unknown[];
  readonly holes: readonly Hole[];
}

/** What is left when the long parts have gone ahead. */
export interface Rest {
  readonly value: unknown;
  readonly holes: readonly Hole[];
}

/** Where a list that was sent belongs: a way of keys and indices into the items or the value; an empty way is the value itself. */
interface Hole {
  readonly way: readonly (string | number)[];
  readonly list: number;
}

/** Cuts a value: gives slice after slice, in the order in which they are to arrive, and at the end the rest. */
export function* cut(value: unknown): Generator<Slice, Rest> {
  const known = new Map<object, number>();
  let lists = 0;

  function* part(whole: unknown): Generator<Slice, Rest> {
    if (weightOf(whole, MOST) < MOST) return { value: whole, holes: [] };
    if (Array.isArray(whole)) return yield* listOf(whole, "array", whole);
    if (whole instanceof Map) return yield* listOf(whole, "map", whole as ReadonlyMap<unknown, unknown>);
    if (whole instanceof Set) return yield* listOf(whole, "set", whole);
    if (!isRecord(whole)) return { value: whole, holes: [] };
    const copy: Record<string, unknown> = {};
    const holes: Hole[] = [];
    for (const key of Object.keys(whole)) {
      const inner = yield* part(whole[key]);
      copy[key] = inner.value;
      for (const hole of inner.holes) holes.push({ way: [key, ...hole.way], list: hole.list });
    }
    return { value: copy, holes };
  }

  function* listOf(whole: object, kind: Slice["kind"], members: Iterable<unknown>): Generator<Slice, Rest> {
    let list = known.get(whole);
    if (list === undefined) {
      list = lists++;
      known.set(whole, list);
      let items: unknown[] = [];
      let holes: Hole[] = [];
      let weight = 0;
      for (const member of members) {
        const own = weightOf(member, MOST);
        if (own < MOST) {
          items.push(member);
          weight += own;
        } else {
          const inner = yield* part(member);
          for (const hole of inner.holes) holes.push({ way: [items.length, ...hole.way], list: hole.list });
          items.push(inner.value);
          weight += 1 + inner.holes.length;
        }
        if (weight < MOST) continue;
        yield { list, kind, items, holes };
        items = [];
        holes = [];
        weight = 0;
      }
      // An empty last slice tells the other side that there is such a list.
      yield { list, kind, items, holes };
    }
    return { value: null, holes: [{ way: [], list }] };
  }

  return yield* part(value);
}

/** Puts slices together again. */
export class Joiner {
  private readonly lists = new Map<number, unknown[] | Map<unknown, unknown> | Set<unknown>>();

  add({ list, kind, items, holes }: Slice): void {
    this.fill(items, holes);
    let joined = this.lists.get(list);
    if (joined === undefined) {
      joined = kind === "array" ? [] : kind === "map" ? new Map() : new Set();
      this.lists.set(list, joined);
    }
    for (const item of items) {
      if (Array.isArray(joined)) joined.push(item);
      else if (joined instanceof Set) joined.add(item);
      else joined.set(...(item as [unknown, unknown]));
    }
  }

  /** The value whose slices were added. */
  finish({ value, holes }: Rest): unknown {
    const around = { value };
    this.fill(around, holes.map(({ way, list }) => ({ way: ["value", ...way], list })));
    return around.value;
  }

  private fill(around: object, holes: readonly Hole[]): void {
    for (const { way, list } of holes) {
      const place = way.slice(0, -1).reduce((inner, key) => inner[key] as Keyed, around as Keyed);
      place[way.at(-1)!] = this.lists.get(list);
    }
  }
}

type Keyed = Record<string | number, unknown>;

/** Roughly how many values a value consists of; counted no further than `most`. */
function weightOf(value: unknown, most: number): number {
  if (typeof value === "string") return 1 + value.length / TEXT_UNIT;
  if (typeof value !== "object" || value === null) return 1;
  let weight = 1;
  if (Array.isArray(value) || value instanceof Set) {
    for (const item of value) if ((weight += weightOf(item, most - weight)) >= most) return weight;
  } else if (value instanceof Map) {
    for (const [key, item] of value) if ((weight += weightOf(key, most) + weightOf(item, most - weight)) >= most) return weight;
  } else if (isRecord(value)) {
    for (const key in value) if ((weight += weightOf(value[key], most - weight)) >= most) return weight;
  }
  return weight;
}

/** A plain object; bytes and dates are copied as they are. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
