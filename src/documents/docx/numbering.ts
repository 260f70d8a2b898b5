import { childOf, elementsOf, treeOfXml, valueOf, type XmlElement } from "../bytes/xml";
import type { ListInstance, ListLevel } from "../lists/list-counter";

/** The lists of word/numbering.xml by numId (ISO/IEC 29500-1, 17.9). An empty map when the document has none. */
export function readNumbering(part: Uint8Array | undefined): ReadonlyMap<string, ListInstance> {
  const lists = new Map<string, ListInstance>();
  if (part === undefined) return lists;
  const root = treeOfXml(part);
  const definitions = new Map(elementsOf(root, "abstractNum").map((element) => [element.attributes.get("abstractNumId") ?? "", element]));
  for (const num of elementsOf(root, "num")) {
    const id = num.attributes.get("numId");
    const definition = valueOf(num, "abstractNumId");
    if (id === undefined || definition === undefined) continue;
    const levels = levelsOf(resolved(definitions, definition));
    const startsAnew = new Map<number, number>();
    for (const override of elementsOf(num, "lvlOverride")) {
      const level = Number(override.attributes.get("ilvl") ?? "-1");
      if (!(level >= 0 && level < 9)) continue;
      const own = childOf(override, "lvl");
      if (own !== undefined) levels[level] = levelOf(own);
      const start = valueOf(override, "startOverride");
      if (start !== undefined) startsAnew.set(level, Number(start) || 0);
    }
    lists.set(id, { definition, levels, startsAnew });
  }
  return lists;
}

/** A definition may only point to a list style, which another definition carries. */
function resolved(definitions: ReadonlyMap<string, XmlElement>, id: string): XmlElement | undefined {
  const definition = definitions.get(id);
  const style = valueOf(definition, "numStyleLink");
  if (style === undefined) return definition;
  return [...definitions.values()].find((other) => valueOf(other, "styleLink") === style) ?? definition;
}

function levelsOf(definition: XmlElement | undefined): (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = [];
  for (const element of definition === undefined ? [] : elementsOf(definition, "lvl")) {
    const level = Number(element.attributes.get("ilvl") ?? "-1");
    if (level >= 0 && level < 9) levels[level] = levelOf(element);
  }
  return levels;
}

function levelOf(element: XmlElement): ListLevel {
  const restart = valueOf(element, "lvlRestart");
  return {
    start: Number(valueOf(element, "start") ?? "1") || 0,
    format: valueOf(element, "numFmt") ?? "decimal",
    text: valueOf(element, "lvlText") ?? "",
    spaced: (valueOf(element, "suff") ?? "tab") !== "nothing",
    restart: restart === undefined ? null : Number(restart),
    legal: childOf(element, "isLgl") !== undefined,
  };
}
