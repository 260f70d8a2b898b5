import type { Cell, Look } from "../model/cell";
import { escapeXml, childOf, childrenOf, type XmlElement } from "./xml";

const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
  18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
  // Chinese Excel's own numbers for its date formats.
  27: 'yyyy"年"m"月"', 31: 'yyyy"年"m"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};
const SIDES = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;

/** What a cell format of a file says. */
export interface CellFormat {
  readonly numberFormat: string;
  readonly look: Look | null;
}

/** The cell formats of styles.xml, by their index, and the differential formats. */
export function readStyles(root: XmlElement): { readonly formats: readonly CellFormat[]; readonly differential: readonly { readonly fill: string; readonly font: string }[] } {
  const custom = new Map(childrenOf(childOf(root, "numFmts"), "numFmt").map(({ attributes }) => [Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General"]));
  const fonts = childrenOf(childOf(root, "fonts"), "font");
  const fills = childrenOf(childOf(root, "fills"), "fill");
  const borders = childrenOf(childOf(root, "borders"), "border");
  const defaultFont = fontOf(fonts[0]);
  const formats = childrenOf(childOf(root, "cellXfs"), "xf").map((xf): CellFormat => {
    const id = Number(xf.attributes["numFmtId"] ?? 0);
    const alignment = childOf(xf, "alignment")?.attributes ?? {};
    const font = fontOf(fonts[Number(xf.attributes["fontId"] ?? 0)]);
    const own = Object.fromEntries(Object.entries(font).filter(([name, value]) => (defaultFont as Record<string, unknown>)[name] !== value));
    const edges = bordersOf(borders[Number(xf.attributes["borderId"] ?? 0)]);
    const fill = fillOf(fills[Number(xf.attributes["fillId"] ?? 0)]);
    const look: Look = {
      ...own,
      ...(fill === "" ? {} : { fill }),
      ...(alignment["wrapText"] === "1" || alignment["wrapText"] === "true" ? { wrap: true } : {}),
      ...(alignment["horizontal"] && alignment["horizontal"] !== "general" ? { horizontal: capital(alignment["horizontal"]) } : {}),
      ...(alignment["vertical"] && alignment["vertical"] !== "bottom" ? { vertical: capital(alignment["vertical"]) } : {}),
      ...(alignment["indent"] ? { indent: Number(alignment["indent"]) } : {}),
      ...(alignment["shrinkToFit"] === "1" ? { shrink: true } : {}),
      ...(isFalse(childOf(xf, "protection")?.attributes["locked"]) ? { locked: false } : {}),
      ...(Object.keys(edges).length === 0 ? {} : { borders: edges }),
    };
    return { numberFormat: custom.get(id) ?? BUILT_IN[id] ?? "General", look: Object.keys(look).length === 0 ? null : look };
  });
  const differential = childrenOf(childOf(root, "dxfs"), "dxf").map((dxf) => {
    const pattern = childOf(childOf(dxf, "fill"), "patternFill");
    return { fill: colorOf(childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor")), font: colorOf(childOf(childOf(dxf, "font"), "color")) };
  });
  return { formats, differential };
}

function fontOf(font: XmlElement | undefined): Look {
  const on = (name: string) => {
    const found = childOf(font, name);
    return found !== undefined && !isFalse(found.attributes["val"]);
  };
  const color = colorOf(childOf(font, "color"));
  return {
    fontName: childOf(font, "name")?.attributes["val"] ?? "Calibri",
    fontSize: Number(childOf(font, "sz")?.attributes["val"] ?? 11),
    ...(on("b") ? { bold: true } : {}),
    ...(on("i") ? { italic: true } : {}),
    ...(on("u") ? { underline: "Single" } : {}),
    ...(on("strike") ? { strikethrough: true } : {}),
    ...(color === "" ? {} : { color }),
  };
}

function fillOf(fill: XmlElement | undefined): string {
  const pattern = childOf(fill, "patternFill");
  return pattern?.attributes["patternType"] === "solid" ? colorOf(childOf(pattern, "fgColor")) : "";
}

function bordersOf(border: XmlElement | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(SIDES).flatMap(([side, edge]) => {
    const style = childOf(border, side)?.attributes["style"];
    return style === undefined || style === "none" ? [] : [[edge, style === "thin" ? "Continuous" : style] as const];
  }));
}

/** "#RRGGBB"; theme and indexed colours are not told apart and read as none. */
function colorOf(color: XmlElement | undefined): string {
  const rgb = color?.attributes["rgb"];
  return rgb === undefined ? "" : `#${rgb.slice(-6).toUpperCase()}`;
}

function isFalse(value: string | undefined): boolean {
  return value === "0" || value === "false";
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Collects the cell formats of a workbook while it is written. */
export class StyleTable {
  private readonly formats = new Map<string, number>([[JSON.stringify(["General", null]), 0]]);
  private readonly differential: string[] = [];

  /** Index of the format of a cell. */
  indexOf({ numberFormat, look }: Cell): number {
    const key = JSON.stringify([numberFormat, look]);
    const known = this.formats.get(key);
    if (known !== undefined) return known;
    this.formats.set(key, this.formats.size);
    return this.formats.size - 1;
  }

  differentialIndex(fill: string, font: string): number {
    const parts = [font === "" ? "" : `<font><color rgb="FF${font.slice(1)}"/></font>`, fill === "" ? "" : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill.slice(1)}"/><bgColor rgb="FF${fill.slice(1)}"/></patternFill></fill>`];
    return this.differential.push(`<dxf>${parts.join("")}</dxf>`) - 1;
  }

  xml(): string {
    const numberFormats: string[] = [];
    const fonts = ['<font><sz val="11"/><name val="Calibri"/></font>'];
    const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'];
    const borders = ["<border><left/><right/><top/><bottom/><diagonal/></border>"];
    const add = (list: string[], xml: string) => (list.includes(xml) ? list.indexOf(xml) : list.push(xml) - 1);
    const xfs = [...this.formats.keys()].map((key) => {
      const [numberFormat, given] = JSON.parse(key) as [string, Look | null];
      const look = given ?? {};
      const builtIn = Object.entries(BUILT_IN).find(([id, code]) => Number(id) < 50 && Number(id) !== 27 && Number(id) !== 31 && code === numberFormat)?.[0];
      const numberId = builtIn ?? 164 + add(numberFormats, numberFormat);
      const font = add(fonts, fontXml(look));
      const fill = look.fill === undefined ? 0 : add(fills, `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`);
      const border = add(borders, borderXml(look.borders ?? {}));
      const alignment = [look.horizontal && `horizontal="${look.horizontal.toLowerCase()}"`, look.vertical && `vertical="${look.vertical.toLowerCase()}"`, look.wrap && 'wrapText="1"', look.indent && `indent="${look.indent}"`, look.shrink && 'shrinkToFit="1"'].filter(Boolean).join(" ");
      const inner = `${alignment === "" ? "" : `<alignment ${alignment}/>`}${look.locked === false ? '<protection locked="0"/>' : ""}`;
      return `<xf numFmtId="${numberId}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${inner}</xf>`;
    });
    const list = (name: string, items: readonly string[]) => (items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`);
    const formats = numberFormats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list("numFmts", formats)}${list("fonts", fonts)}${list("fills", fills)}${list("borders", borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list("cellXfs", xfs)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${list("dxfs", this.differential)}</styleSheet>`;
  }
}

function fontXml(look: Look): string {
  const flags = [look.bold && "<b/>", look.italic && "<i/>", look.underline && look.underline !== "None" && "<u/>", look.strikethrough && "<strike/>"].filter(Boolean).join("");
  const color = look.color === undefined ? "" : `<color rgb="FF${look.color.slice(1)}"/>`;
  return `<font>${flags}<sz val="${look.fontSize ?? 11}"/>${color}<name val="${escapeXml(look.fontName ?? "Calibri")}"/></font>`;
}

function borderXml(borders: Readonly<Record<string, string>>): string {
  const side = (name: keyof typeof SIDES) => {
    const style = borders[SIDES[name]];
    return style === undefined || style === "None" ? `<${name}/>` : `<${name} style="${style === "Continuous" ? "thin" : style}"><color indexed="64"/></${name}>`;
  };
  return `<border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border>`;
}
