import { childOf, elementsOf, toggleOf, treeOfXml, valueOf, type XmlElement } from "../bytes/xml";

/** What a style says that matters for reading: everything inherited from the styles it is based on. */
export interface StyleFacts {
  readonly hidden: boolean;
  readonly heading: boolean;
  readonly centred: boolean;
  /** Half points; null when the style does not say. */
  readonly size: number | null;
  readonly list: { readonly id: string | null; readonly level: number | null } | null;
}

/** Nothing said. */
export const plainStyle: StyleFacts = { hidden: false, heading: false, centred: false, size: null, list: null };

/** The styles of word/styles.xml by id (ISO/IEC 29500-1, 17.7). */
export function readStyles(part: Uint8Array | undefined): ReadonlyMap<string, StyleFacts> {
  const facts = new Map<string, StyleFacts>();
  if (part === undefined) return facts;
  const elements = new Map(elementsOf(treeOfXml(part), "style").map((element) => [element.attributes.get("styleId") ?? "", element]));
  const factsOf = (id: string, below: number): StyleFacts => {
    const known = facts.get(id);
    if (known !== undefined) return known;
    const element = elements.get(id);
    // A style based on itself by a detour is cut off here.
    if (element === undefined || below > 20) return plainStyle;
    const parent = valueOf(element, "basedOn");
    const own = ownFacts(element, parent === undefined ? plainStyle : factsOf(parent, below + 1));
    facts.set(id, own);
    return own;
  };
  for (const id of elements.keys()) factsOf(id, 0);
  return facts;
}

const headingName = /^(?:heading \d|title|标题(?: ?\d)?)$/iu;

function ownFacts(style: XmlElement, base: StyleFacts): StyleFacts {
  const paragraph = childOf(style, "pPr");
  const run = childOf(style, "rPr");
  const outline = valueOf(paragraph, "outlineLvl");
  const numbering = childOf(paragraph, "numPr");
  const size = valueOf(run, "sz");
  const alignment = valueOf(paragraph, "jc");
  return {
    hidden: toggleOf(run, "vanish") ?? base.hidden,
    heading: outline !== undefined ? Number(outline) < 9 : headingName.test(valueOf(style, "name") ?? "") || base.heading,
    centred: alignment === undefined ? base.centred : alignment === "center",
    size: size === undefined ? base.size : Number(size) || null,
    list: numbering === undefined ? base.list : { id: valueOf(numbering, "numId") ?? base.list?.id ?? null, level: Number(valueOf(numbering, "ilvl") ?? "0") || 0 },
  };
}
