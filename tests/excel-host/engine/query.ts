import { invalidArgument } from "./errors";
import { member, type HostObject } from "./object-type";
import type { QueryInfo } from "./wire";

interface Selection {
  [part: string]: Selection;
}

/**
 * Answers a load: {Select: ["name", "format/fill/color", "*"]}. Keys are the original PascalCase names, collections have
 * `_Items` (camelCase and `items` for retrieve). `keep` gives the reference id of an item that the client may hold on to.
 */
export function query(object: HostObject, info: QueryInfo, asJson: boolean, keep: (object: HostObject) => string | undefined): unknown {
  const nameOf = asJson ? camelCase : (name: string) => name;
  const build = (one: HostObject, wanted: Selection, isTop: boolean): Record<string, unknown> => {
    const { type, target } = one;
    const value: Record<string, unknown> = {};
    const all = Object.keys(wanted).length === 0 || "*" in wanted;
    if (type.items) {
      const first = isTop ? (info.Skip ?? 0) : 0;
      const items = type.items(target).slice(first, isTop && info.Top != null ? first + info.Top : undefined);
      value[asJson ? "items" : "_Items"] = items.map((item, index) => {
        const ids = item.type.id?.(item.target);
        const answer = { ...build(item, wanted, false), ...(asJson ? mapKeys(ids ?? {}, camelCase) : ids) };
        if (asJson) return answer;
        const reference = keep(item);
        return { ...answer, ...(ids === undefined ? { _Index: first + index } : {}), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
      });
      for (const [name, property] of Object.entries(type.properties ?? {})) if (all || member(wanted, name)) value[nameOf(name)] = property.get(target);
      return value;
    }
    if (isTop && !asJson) Object.assign(value, type.id?.(target));
    for (const [key, below] of Object.entries(wanted)) {
      if (key === "*" || /^isnull(?:object)?$/i.test(key)) continue;
      const property = member(type.properties, key);
      const step = member(type.navigation, key);
      if (property) value[nameOf(property[0])] = property[1].get(target);
      else if (step) {
        const child = step[1](target);
        value[nameOf(step[0])] = child === null ? null : build(child, below, false);
      } else throw invalidArgument(`The property '${key}' does not exist on ${type.name} in the simulated host.`);
    }
    if (all) for (const [name, property] of Object.entries(type.properties ?? {})) value[nameOf(name)] = property.get(target);
    return value;
  };
  return build(object, selectionOf(info), true);
}

function selectionOf(info: QueryInfo): Selection {
  const tree: Selection = {};
  const add = (path: string) => path.split(/[/.]/).filter((part) => part !== "").reduce((node, part) => (node[part] ??= {}), tree);
  for (const path of info.Select ?? []) add(path);
  for (const path of info.Expand ?? []) add(path)["*"] = {};
  return tree;
}

export function camelCase(name: string): string {
  const start = /^[A-Z]+/.exec(name)?.[0] ?? "";
  return start.toLowerCase() + name.slice(start.length);
}

function mapKeys(record: Readonly<Record<string, unknown>>, change: (key: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [change(key), value]));
}
