import type { CellValue } from "../../core/grid/sheet-grid";
import type { DrawnSheet } from "../grid-geometry";

/** What became different of a view, so that one typed cell does not send a sheet of 5,000 rows over again. */
export type ViewPatch =
  | { readonly kind: "whole"; readonly view: DrawnSheet }
  | {
      readonly kind: "rows";
      /** How many rows there are now. */
      readonly height: number;
      readonly rows: readonly { readonly row: number; readonly values: readonly CellValue[]; readonly texts: readonly string[] }[];
      /** Everything else of the grid, and of the view around it, that is not as it was. */
      readonly grid: Changes;
      readonly view: Changes;
    };

type Changes = Readonly<Record<string, Change>>;

type Change =
  | { readonly kind: "value"; readonly value: unknown }
  /** A Map or Set of which only some entries changed; the values of a Set do not count. */
  | { readonly kind: "entries"; readonly set: readonly (readonly [unknown, unknown])[]; readonly gone: readonly unknown[] };

/** What leads from one view to the other; the whole of the other where they have not even the sheet and its width in common. */
export function diffView(before: DrawnSheet | null, after: DrawnSheet): ViewPatch {
  if (before === null || before.grid.sheet !== after.grid.sheet || before.grid.values[0]?.length !== after.grid.values[0]?.length) return { kind: "whole", view: after };
  const { values, texts } = after.grid;
  const rows = values.flatMap((cells, row) => (isSame(cells, before.grid.values[row]) && isSame(texts[row], before.grid.texts[row]) ? [] : [{ row, values: cells, texts: texts[row]! }]));
  return { kind: "rows", height: values.length, rows, grid: changesOf(before.grid, after.grid, ["values", "texts"]), view: changesOf(before, after, ["grid"]) };
}

/** The view a patch leads to. What did not change stays the same object. */
export function patchView(before: DrawnSheet | null, patch: ViewPatch): DrawnSheet {
  if (patch.kind === "whole") return patch.view;
  if (before === null) throw new Error("a patch without what it changes");
  const values = before.grid.values.slice(0, patch.height);
  const texts = before.grid.texts.slice(0, patch.height);
  for (const { row, values: cells, texts: shown } of patch.rows) {
    values[row] = cells;
    texts[row] = shown;
  }
  return { ...changed(before, patch.view), grid: { ...changed(before.grid, patch.grid), values, texts } };
}

function changesOf<T extends object>(before: T, after: T, but: readonly (keyof T & string)[]): Changes {
  const changes: Record<string, Change> = {};
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    const [old, value] = [before[key], after[key]];
    if (but.includes(key) || isSame(old, value)) continue;
    changes[key] = entriesChanged(old, value) ?? { kind: "value", value };
  }
  return changes;
}

function entriesChanged(before: unknown, after: unknown): Change | undefined {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  if (old === undefined || now === undefined) return undefined;
  const set = [...now].filter(([key, value]) => !old.has(key) || !isSame(old.get(key), value));
  const gone = [...old.keys()].filter((key) => !now.has(key));
  return { kind: "entries", set, gone };
}

/** A Map, or a Set as a Map to itself. */
function entriesOf(value: unknown): ReadonlyMap<unknown, unknown> | undefined {
  return value instanceof Map ? value : value instanceof Set ? new Map([...value].map((member: unknown) => [member, member])) : undefined;
}

function changed<T extends object>(before: T, changes: Changes): T {
  const old = before as Readonly<Record<string, unknown>>;
  const after = Object.entries(changes).map(([key, change]) => [key, change.kind === "value" ? change.value : withEntries(old[key], change)]);
  return { ...before, ...Object.fromEntries(after) as Partial<T> };
}

function withEntries(before: unknown, { set, gone }: Extract<Change, { kind: "entries" }>): unknown {
  if (before instanceof Set) {
    const members = new Set(before);
    for (const member of gone) members.delete(member);
    for (const [member] of set) members.add(member);
    return members;
  }
  const entries = new Map(before as ReadonlyMap<unknown, unknown>);
  for (const key of gone) entries.delete(key);
  for (const [key, value] of set) entries.set(key, value);
  return entries;
}

/** Whether plain data says the same; the order of Maps and Sets does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (a instanceof Map) return b instanceof Map && a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)));
  if (a instanceof Set) return b instanceof Set && a.size === b.size && [...a].every((member) => b.has(member));
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key) => isSame((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key]));
}
