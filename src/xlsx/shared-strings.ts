import { elementsOf, makeElement, parseXml, serializeXml, textOf, firstElement, type XmlElement } from "./xml-tree";

/** The strings that cells share (sharedStrings.xml). Indexes never change: cells point at them. */
export class SharedStrings {
  private readonly items: XmlElement[];
  private readonly texts: (string | undefined)[] = [];
  private places: Map<string, number> | undefined;
  /** Whether the part must be written again. */
  changed = false;

  constructor(readonly root: XmlElement) {
    this.items = elementsOf(root, "si");
  }

  static empty(namespace: string): SharedStrings {
    return new SharedStrings(parseXml(`<sst xmlns="${namespace}"/>`));
  }

  /** The text at an index; "" outside the table, as Excel reads it. */
  text(index: number): string {
    const item = this.items[index];
    return item === undefined ? "" : (this.texts[index] ??= textOfRun(item));
  }

  /** Whether the text has more than plain characters: runs of their own formats, or readings. */
  isRich(index: number): boolean {
    const item = this.items[index];
    return item !== undefined && elementsOf(item).some((child) => child.local !== "t");
  }

  /** The item as XML, to be put back with `intern` after the table may have been renumbered by another program. */
  xml(index: number): string {
    return serializeXml(this.items[index]!);
  }

  /** The index of a plain text; added when no item has it. */
  plain(text: string): number {
    return this.intern(plainItem(this.root, text));
  }

  /** The index of an item; added when the table has none like it. */
  intern(item: XmlElement): number {
    this.places ??= new Map(this.items.map((known, index) => [keyOf(known), index] as const).reverse());
    const key = keyOf(item);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const index = this.items.push(item) - 1;
    this.places.set(key, index);
    this.changed = true;
    return index;
  }

  /** Empties the items no cell uses any more, so that a text taken out of a sheet does not travel on unseen. */
  blankUnused(used: ReadonlySet<number>): void {
    this.items.forEach((item, index) => {
      if (used.has(index) || this.text(index) === "") return;
      item.children = [makeElement(item, "t")];
      item.attributes.clear();
      this.texts[index] = "";
      this.changed = true;
    });
    this.places = undefined;
  }

  /** The part's tree as it now is; `uses` is the number of cells that point into it. */
  tree(uses: number): XmlElement {
    this.root.children = [...this.items, ...elementsOf(this.root).filter((element) => element.local !== "si")];
    this.root.attributes.set("count", String(uses));
    this.root.attributes.set("uniqueCount", String(this.items.length));
    return this.root;
  }
}

function keyOf(item: XmlElement): string {
  const children = elementsOf(item);
  const only = children[0];
  return children.length === 1 && only?.local === "t" ? `t${textOf(only)}` : `x${serializeXml(item)}`;
}

/** The text of `si` or `is`: its own and that of its runs; readings (`rPh`) are not text. */
export function textOfRun(item: XmlElement): string {
  let text = "";
  for (const child of elementsOf(item)) {
    if (child.local === "t") text += textOf(child);
    else if (child.local === "r") text += textOf(firstElement(child, "t"));
  }
  return unescapeText(text);
}

/** A `t` inside `si` or `is`. */
export function textElement(like: XmlElement, text: string): XmlElement {
  const element = makeElement(like, "t", {}, text === "" ? [] : [escapeControls(text)]);
  if (/^\s|\s$|\n/u.test(text)) element.attributes.set("xml:space", "preserve");
  return element;
}

function plainItem(root: XmlElement, text: string): XmlElement {
  return makeElement(root, "si", {}, [textElement(root, text)]);
}

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export function unescapeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

function escapeControls(text: string): string {
  // Code units, not code points: a lone surrogate is what must be escaped.
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}
