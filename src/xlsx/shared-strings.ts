import { elementsOf, firstElement, makeElement, parseXml, serializeXml, textOf, XML_DECLARATION, type XmlElement } from "./xml-tree";

/**
 * The strings that cells share (sharedStrings.xml). Indexes never change: cells point at them. An item that is plain text
 * and nothing else is kept as its text as written, so that a large table need not stand in memory as a tree.
 */
export class SharedStrings {
  private readonly texts: (string | undefined)[] = [];
  private places: Map<string, number> | undefined;
  /** Whether the part must be written again. */
  changed = false;

  private constructor(
    readonly root: XmlElement,
    private readonly items: (XmlElement | string)[],
  ) {}

  /** @throws DamagedXml */
  static parse(text: string): SharedStrings {
    const items: (XmlElement | string)[] = [];
    const root = parseXml(text, (element, depth) => {
      if (depth !== 1 || element.local !== "si") return false;
      items.push(compact(element));
      return true;
    });
    return new SharedStrings(root, items);
  }

  /** The text at an index; "" outside the table, as Excel reads it. */
  text(index: number): string {
    const item = this.items[index];
    if (item === undefined) return "";
    return (this.texts[index] ??= typeof item === "string" ? unescapeText(item) : textOfRun(item));
  }

  /** Whether the text has more than plain characters: runs of their own formats, or readings. */
  isRich(index: number): boolean {
    const item = this.items[index];
    return typeof item === "object" && elementsOf(item).some((child) => child.local !== "t");
  }

  /** The item as an element, to be put back with `intern` after the table may have been renumbered by another program. */
  item(index: number): XmlElement {
    const item = this.items[index] ?? "";
    return typeof item === "string" ? this.plainItem(item) : item;
  }

  /** The index of a plain text; added when no item has it. */
  plain(text: string): number {
    return this.internItem(escapeControls(text));
  }

  /** The index of an item; added when the table has none like it. */
  intern(item: XmlElement): number {
    return this.internItem(compact(item));
  }

  private internItem(item: XmlElement | string): number {
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
      if (used.has(index) || item === "") return;
      this.items[index] = "";
      this.texts[index] = "";
      this.changed = true;
    });
    this.places = undefined;
  }

  /** The part as XML, as it now is; `uses` is the number of cells that point into it. */
  serialize(uses: number): string {
    this.root.attributes.set("count", String(uses));
    this.root.attributes.set("uniqueCount", String(this.items.length));
    const [start = "", end = ""] = serializeXml({ ...this.root, children: ["\u0001"] }).split("\u0001");
    const rest = elementsOf(this.root).map(serializeXml);
    return XML_DECLARATION + start + this.items.map((item) => serializeXml(typeof item === "string" ? this.plainItem(item) : item)).join("") + rest.join("") + end;
  }

  private plainItem(written: string): XmlElement {
    return makeElement(this.root, "si", {}, [writtenText(this.root, written)]);
  }
}

/** A plain item as its text; any other as it is. */
function compact(item: XmlElement): XmlElement | string {
  const [only, ...more] = elementsOf(item);
  if (only === undefined) return item.children.length === 0 ? "" : item;
  return more.length === 0 && only.local === "t" && elementsOf(only).length === 0 ? textOf(only) : item;
}

function keyOf(item: XmlElement | string): string {
  return typeof item === "string" ? `t${item}` : `x${serializeXml(item)}`;
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
  return writtenText(like, escapeControls(text));
}

function writtenText(like: XmlElement, written: string): XmlElement {
  const element = makeElement(like, "t", {}, written === "" ? [] : [written]);
  if (/^\s|\s$|\n/u.test(written)) element.attributes.set("xml:space", "preserve");
  return element;
}

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export function unescapeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

function escapeControls(text: string): string {
  // Code units, not code points: a lone surrogate is what must be escaped.
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}
