import { invalidArgument } from "./errors";

/**
 * What one type of the Excel object model answers on the wire, as a table. T is the model object behind it. Names are
 * PascalCase, as the client sends and expects them. A member that is not in the table is not simulated.
 */
export interface ObjectType<T> {
  readonly name: string;
  /** Ids that go with every mention of the object ({Id: …}); also makes collections address their items by it. */
  id?(target: T): Readonly<Record<string, unknown>>;
  /** Objects the client may hold on to over several requests (ranges). */
  readonly keepsReference?: boolean;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly navigation?: Readonly<Record<string, Step<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** For collections: the items in order, and one by its key. */
  items?(target: T): readonly HostObject[];
  getItem?(target: T, args: readonly unknown[]): HostObject;
  /** For services that accept any call. */
  anyCall?(target: T, name: string, args: readonly unknown[]): unknown;
}

// Method syntax on purpose: it lets a table of one target type stand in a list of all tables.
export interface Property<T> {
  get(target: T): unknown;
  set?(target: T, value: unknown): void;
}
interface Step<T> {
  (target: T): HostObject | null;
}
interface Method<T> {
  (target: T, args: readonly unknown[]): unknown;
}

/** An object of the model together with its type. `null` stands for a null object. */
export interface HostObject {
  readonly type: ObjectType<unknown>;
  readonly target: unknown;
  /** The reference id it is kept under, if it is. */
  reference?: string;
}

export function hostObject<T>(type: ObjectType<T>, target: T): HostObject {
  return { type: type as ObjectType<unknown>, target };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "type" in value && "target" in value;
}

/** Read-only property. */
export function read<T>(get: (target: T) => unknown): Property<T> {
  return { get };
}

/** Looks a member up by name, whatever its case. */
export function member<V>(table: Readonly<Record<string, V>> | undefined, name: string): readonly [string, V] | undefined {
  if (table === undefined) return undefined;
  const exact = table[name];
  if (exact !== undefined && Object.hasOwn(table, name)) return [name, exact];
  const wanted = name.toLowerCase();
  const key = Object.keys(table).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : [key, table[key]!];
}

export function textArgument(args: readonly unknown[], index: number): string {
  const value = args[index];
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw invalidArgument();
}

export function optionalText(args: readonly unknown[], index: number): string | null {
  const value = args[index];
  return typeof value === "string" ? value : null;
}

export function numberArgument(args: readonly unknown[], index: number): number {
  const value = args[index];
  if (typeof value === "number") return value;
  throw invalidArgument();
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Items found by a key, with the methods that every Excel collection has. */
export function collection<T, Item>(table: {
  readonly name: string;
  readonly itemType: ObjectType<Item>;
  list(target: T): readonly Item[];
  matches(item: Item, key: string): boolean;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly methods?: ObjectType<T>["methods"];
  notFound(): Error;
}): ObjectType<T> {
  const find = (target: T, key: unknown) => table.list(target).find((item) => table.matches(item, String(key)));
  return {
    name: table.name,
    ...(table.properties ? { properties: table.properties } : {}),
    items: (target) => table.list(target).map((item) => hostObject(table.itemType, item)),
    getItem: (target, args) => {
      const item = find(target, args[0]);
      if (item === undefined) throw table.notFound();
      return hostObject(table.itemType, item);
    },
    methods: {
      GetCount: (target) => table.list(target).length,
      GetItemAt: (target, args) => {
        const item = table.list(target)[numberArgument(args, 0)];
        if (item === undefined) throw invalidArgument();
        return hostObject(table.itemType, item);
      },
      GetItemOrNullObject: (target, args) => {
        const item = find(target, args[0]);
        return item === undefined ? null : hostObject(table.itemType, item);
      },
      ...table.methods,
    },
  };
}
