import { BUILT_IN_FORMATS } from "./built-in-formats";
import { cloneElement, elementsOf, firstElement, isOn, makeElement, parseXml, serializeXml, type XmlElement } from "./xml-tree";

/** What a new cell format is made of; each part is XML of styles.xml, or null for the file's first (default) one. */
export interface FormatParts {
  readonly font: string | null;
  readonly fill: string | null;
  readonly border: string | null;
  readonly alignment: string | null;
  readonly numberFormat: string;
  readonly locked: boolean;
}

/**
 * styles.xml: the formats cells point at by index. Formats are only ever added, so that no cell's look changes;
 * an equal one is used again.
 */
export class Styles {
  /** Whether the part must be written again. */
  changed = false;
  private readonly formats = new Map<number, string>();
  private readonly codes = new Map<number, string>();
  private readonly locked = new Map<number, boolean>();
  private readonly variants = new Map<string, number>();

  constructor(readonly root: XmlElement) {
    for (const format of elementsOf(firstElement(root, "numFmts") ?? EMPTY, "numFmt")) {
      this.formats.set(Number(format.attributes.get("numFmtId")), format.attributes.get("formatCode") ?? "General");
    }
  }

  static empty(namespace: string): Styles {
    const styles = new Styles(parseXml(EMPTY_STYLES.replace("NAMESPACE", namespace)));
    styles.changed = true;
    return styles;
  }

  /** The list element with a name ("fonts", "cellXfs"), made where the schema puts it when it is missing. */
  list(local: string): XmlElement {
    const there = firstElement(this.root, local);
    if (there !== undefined) return there;
    const made = makeElement(this.root, local, { count: 0 });
    const rank = STYLES_ORDER.indexOf(local);
    const place = this.root.children.findIndex((child) => typeof child !== "string" && STYLES_ORDER.indexOf(child.local) > rank);
    this.root.children.splice(place < 0 ? this.root.children.length : place, 0, made);
    return made;
  }

  /** The cell format at an index; the first one for an index outside the table. */
  format(index: number): XmlElement | undefined {
    const formats = elementsOf(this.list("cellXfs"), "xf");
    return formats[index] ?? formats[0];
  }

  /** The number format code of a cell format. */
  numberFormat(index: number): string {
    let code = this.codes.get(index);
    if (code === undefined) {
      const id = Number(this.format(index)?.attributes.get("numFmtId") ?? 0);
      code = this.formats.get(id) ?? BUILT_IN_FORMATS.get(id) ?? "General";
      if (code.toLowerCase() === "general") code = "General";
      this.codes.set(index, code);
    }
    return code;
  }

  isLocked(index: number): boolean {
    let locked = this.locked.get(index);
    if (locked === undefined) {
      const format = this.format(index);
      locked = format === undefined || isOn(firstElement(format, "protection"), "locked", true);
      this.locked.set(index, locked);
    }
    return locked;
  }

  /** The format that differs from another one only in its number format. */
  withNumberFormat(index: number, code: string): number {
    if (this.numberFormat(index) === code) return index;
    const name = `${index} ${code}`;
    const variant = this.variants.get(name) ?? this.variantOf(index, code);
    this.variants.set(name, variant);
    return variant;
  }

  private variantOf(index: number, code: string): number {
    const wanted = this.format(index);
    const like = wanted === undefined ? makeElement(this.root, "xf") : cloneElement(wanted);
    const key = withoutNumberFormat(like);
    const known = elementsOf(this.list("cellXfs"), "xf").findIndex((format, other) => withoutNumberFormat(format) === key && this.numberFormat(other) === code);
    if (known >= 0) return known;
    like.attributes.set("numFmtId", String(this.numberFormatId(code)));
    like.attributes.set("applyNumberFormat", "1");
    return this.append("cellXfs", like);
  }

  /** A cell format made of parts; an equal one is used again. */
  withParts(parts: FormatParts): number {
    const format = makeElement(this.root, "xf", {
      numFmtId: this.numberFormatId(parts.numberFormat),
      fontId: this.part("fonts", parts.font),
      fillId: this.part("fills", parts.fill),
      borderId: this.part("borders", parts.border),
      xfId: 0,
      ...(parts.numberFormat === "General" ? {} : { applyNumberFormat: 1 }),
      ...(parts.font === null ? {} : { applyFont: 1 }),
      ...(parts.fill === null ? {} : { applyFill: 1 }),
      ...(parts.border === null ? {} : { applyBorder: 1 }),
      ...(parts.alignment === null ? {} : { applyAlignment: 1 }),
      ...(parts.locked ? {} : { applyProtection: 1 }),
    });
    if (parts.alignment !== null) format.children.push(this.inOwnPrefix(parts.alignment));
    if (!parts.locked) format.children.push(makeElement(this.root, "protection", { locked: 0 }));
    return this.append("cellXfs", format);
  }

  /** A look for conditional formats (`dxf`), by its XML. */
  differential(xml: string): number {
    return this.append("dxfs", this.inOwnPrefix(xml));
  }

  /** A look as XML, for comparing; "" outside the table. */
  differentialXml(index: number): string {
    const found = elementsOf(this.list("dxfs"), "dxf")[index];
    return found === undefined ? "" : serializeXml(withoutPrefix(found));
  }

  /** All a cell format is made of, as parts that can be found or made again in a file another program has renumbered. */
  partsOf(index: number): FormatParts {
    const format = this.format(index);
    const item = (list: string, attribute: string): string | null => {
      const found = elementsOf(this.list(list))[Number(format?.attributes.get(attribute) ?? 0)];
      return found === undefined ? null : serializeXml(withoutPrefix(found));
    };
    const alignment = firstElement(format ?? EMPTY, "alignment");
    return {
      font: item("fonts", "fontId"),
      fill: item("fills", "fillId"),
      border: item("borders", "borderId"),
      alignment: alignment === undefined ? null : serializeXml(withoutPrefix(alignment)),
      numberFormat: this.numberFormat(index),
      locked: this.isLocked(index),
    };
  }

  /** The format at `index` if it still is made of `parts`, else one that is. */
  findParts(parts: FormatParts, index: number): number {
    const key = JSON.stringify(parts);
    if (JSON.stringify(this.partsOf(index)) === key) return index;
    const known = elementsOf(this.list("cellXfs"), "xf").findIndex((_, other) => JSON.stringify(this.partsOf(other)) === key);
    return known >= 0 ? known : this.withParts(parts);
  }

  private part(list: string, xml: string | null): number {
    return xml === null ? 0 : this.append(list, this.inOwnPrefix(xml));
  }

  private append(list: string, item: XmlElement): number {
    const owner = this.list(list);
    const key = serializeXml(item);
    const known = elementsOf(owner).findIndex((other) => serializeXml(other) === key);
    if (known >= 0) return known;
    const index = elementsOf(owner).length;
    owner.children.push(item);
    owner.attributes.set("count", String(index + 1));
    this.changed = true;
    return index;
  }

  private numberFormatId(code: string): number {
    for (const [id, known] of this.formats) if (known === code) return id;
    for (const [id, known] of BUILT_IN_FORMATS) if (known === code && !this.formats.has(id)) return id;
    const id = Math.max(163, ...this.formats.keys()) + 1;
    this.append("numFmts", makeElement(this.root, "numFmt", { numFmtId: id, formatCode: code }));
    this.formats.set(id, code);
    return id;
  }

  private inOwnPrefix(xml: string): XmlElement {
    const rename = (element: XmlElement): XmlElement => ({
      ...makeElement(this.root, element.local),
      attributes: element.attributes,
      children: element.children.map((child) => (typeof child === "string" ? child : rename(child))),
    });
    return rename(parseXml(xml));
  }
}

function withoutNumberFormat(format: XmlElement): string {
  const attributes = [...format.attributes].filter(([name]) => name !== "numFmtId" && name !== "applyNumberFormat").sort();
  return JSON.stringify([attributes, elementsOf(format).map(serializeXml)]);
}

function withoutPrefix(element: XmlElement): XmlElement {
  return { ...element, name: element.local, children: element.children.map((child) => (typeof child === "string" ? child : withoutPrefix(child))) };
}

const EMPTY: XmlElement = { name: "none", local: "none", attributes: new Map(), children: [] };

const STYLES_ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

const EMPTY_STYLES =
  '<styleSheet xmlns="NAMESPACE"><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
