/**
 * Plain data in slices, so that neither side of a worker copies much at a time: copying a ledger of 5,000 rows in one
 * piece holds a page up for longer than a frame. What is long is cut into slices of about `MOST` values, sent before
 * what holds it; what is short goes along whole. And members of long arrays that went over with the message before are
 * only named: after one edited cell, a row or two travel instead of all. Made for trees of data that is never changed.
 */

/** What a slice may weigh: about this many values, copied in a millisecond or two. */
const MOST = 1_500;

/** Characters that weigh as much as one value. */
const TEXT_UNIT = 64;

/** A stretch of a long array, Map (its entries) or Set. */
export interface Slice {
  /** Which list of the message it continues. */
  readonly list: number;
  readonly kind: "array" | "map" | "set";
  readonly items: readonly unknown[];
  /** What the items are called from now on, one for each; -1 for one that will not be named again. */
  readonly ids: readonly number[];
  /** Members that the other side has: `count` of them, called `id`, `id + 1`…, stand at place `at` of the stretch. */
  readonly runs: readonly { readonly at: number; readonly id: number; count: number }[];
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

/** The sending end of one connection: cuts message after message, each whole before the next. */
export class Cutter {
  /** What the members that went with the last long message are called. */
  private sent: ReadonlyMap<object, number> = new Map();
  private ids = 0;

  /** Cuts a value: gives slice after slice, in the order in which they are to arrive, and at the end the rest. */
  *cut(value: unknown): Generator<Slice, Rest> {
    const known = new Map<object, number>();
    const now = new Map<object, number>();
    let lists = 0;

    const part = function* (whole: unknown): Generator<Slice, Rest> {
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
    };

    const nameOf = (member: unknown): number | undefined => (typeof member === "object" && member !== null ? (now.get(member) ?? this.sent.get(member)) : undefined);
    const newName = (member: unknown): number => {
      if (typeof member !== "object" || member === null) return -1;
      now.set(member, this.ids);
      return this.ids++;
    };

    const listOf = function* (whole: object, kind: Slice["kind"], members: Iterable<unknown>): Generator<Slice, Rest> {
      let list = known.get(whole);
      if (list === undefined) {
        list = lists++;
        known.set(whole, list);
        const empty = () => ({ items: [] as unknown[], ids: [] as number[], runs: [] as { at: number; id: number; count: number }[], holes: [] as Hole[], length: 0, weight: 0 });
        let slice = empty();
        for (const member of members) {
          const name = kind === "array" ? nameOf(member) : undefined;
          const own = name === undefined ? weightOf(member, MOST) : 0;
          if (name !== undefined) {
            now.set(member as object, name);
            const run = slice.runs.at(-1);
            if (run !== undefined && run.at + run.count === slice.length && run.id + run.count === name) run.count++;
            else {
              slice.runs.push({ at: slice.length, id: name, count: 1 });
              slice.weight += 3;
            }
          } else if (own < MOST) {
            slice.items.push(member);
            slice.ids.push(kind === "array" ? newName(member) : -1);
            slice.weight += own;
          } else {
            const inner = yield* part(member);
            for (const hole of inner.holes) slice.holes.push({ way: [slice.items.length, ...hole.way], list: hole.list });
            slice.items.push(inner.value);
            slice.ids.push(-1);
            slice.weight += 1 + inner.holes.length;
          }
          slice.length++;
          if (slice.weight < MOST) continue;
          yield { list, kind, items: slice.items, ids: slice.ids, runs: slice.runs, holes: slice.holes };
          slice = empty();
        }
        // An empty last slice tells the other side that there is such a list.
        yield { list, kind, items: slice.items, ids: slice.ids, runs: slice.runs, holes: slice.holes };
      }
      return { value: null, holes: [{ way: [], list }] };
    };

    const rest = yield* part(value);
    if (now.size > 0) this.sent = now;
    return rest;
  }
}

/** The receiving end of one connection. */
export class Receiver {
  private got: ReadonlyMap<number, unknown> = new Map();

  /** For the slices of the next message. */
  message(): Joiner {
    return new Joiner(
      (id) => this.got.get(id),
      (now) => {
        if (now.size > 0) this.got = now;
      },
    );
  }
}

/** Puts the slices of one message together again. */
export class Joiner {
  private readonly lists = new Map<number, unknown[] | Map<unknown, unknown> | Set<unknown>>();
  private readonly now = new Map<number, unknown>();

  constructor(
    private readonly before: (id: number) => unknown,
    private readonly keep: (now: ReadonlyMap<number, unknown>) => void,
  ) {}

  add({ list, kind, items, ids, runs, holes }: Slice): void {
    this.fill(items, holes);
    let joined = this.lists.get(list);
    if (joined === undefined) {
      joined = kind === "array" ? [] : kind === "map" ? new Map() : new Set();
      this.lists.set(list, joined);
    }
    if (joined instanceof Set) for (const item of items) joined.add(item);
    else if (joined instanceof Map) for (const item of items) joined.set(...(item as [unknown, unknown]));
    else this.append(joined, items, ids, runs);
  }

  /** The value whose slices were added. */
  finish({ value, holes }: Rest): unknown {
    const around = { value };
    this.fill(around, holes.map(({ way, list }) => ({ way: ["value", ...way], list })));
    this.keep(this.now);
    return around.value;
  }

  private append(joined: unknown[], items: readonly unknown[], ids: readonly number[], runs: Slice["runs"]): void {
    const start = joined.length;
    let fresh = 0;
    const takeUpTo = (end: number) => {
      for (; joined.length < end; fresh++) {
        if (ids[fresh]! >= 0) this.now.set(ids[fresh]!, items[fresh]);
        joined.push(items[fresh]);
      }
    };
    for (const { at, id, count } of runs) {
      takeUpTo(start + at);
      for (let name = id; name < id + count; name++) {
        const member = this.now.get(name) ?? this.before(name);
        this.now.set(name, member);
        joined.push(member);
      }
    }
    takeUpTo(joined.length + items.length - fresh);
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
