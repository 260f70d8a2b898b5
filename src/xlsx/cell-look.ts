import type { Book } from "./book";
import { kindOf } from "./package";
import { elementsOf, firstElement, isOn, type XmlElement } from "./xml-tree";

/** What a cell looks like. Colours are "#RRGGBB"; null is the default (black on nothing). */
export interface CellLook {
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly horizontal: "general" | "left" | "center" | "right" | "justify";
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  /** Steps of indentation. */
  readonly indent: number;
  readonly borders: { readonly top: CellBorder | null; readonly right: CellBorder | null; readonly bottom: CellBorder | null; readonly left: CellBorder | null };
}

export interface CellBorder {
  /** As Excel calls it: thin, medium, thick, dashed, dotted, double, hair… */
  readonly style: string;
  readonly colour: string;
}

/** The look of a cell format. */
export function lookOf(book: Book, style: number): CellLook {
  const format = book.styles.format(style);
  const item = (list: string, attribute: string): XmlElement | undefined => elementsOf(book.styles.list(list))[Number(format?.attributes.get(attribute) ?? 0)];
  const font = item("fonts", "fontId");
  const alignment = firstElement(format, "alignment");
  const horizontal = alignment?.attributes.get("horizontal") ?? "general";
  const vertical = alignment?.attributes.get("vertical") ?? "bottom";
  const on = (local: string): boolean => {
    const element = firstElement(font, local);
    return element !== undefined && isOn(element, "val", true);
  };
  return {
    fontName: firstElement(font, "name")?.attributes.get("val") ?? "",
    fontSize: Number(firstElement(font, "sz")?.attributes.get("val") ?? 11),
    bold: on("b"),
    italic: on("i"),
    underline: firstElement(font, "u") !== undefined && firstElement(font, "u")?.attributes.get("val") !== "none",
    strike: on("strike"),
    colour: colourOf(book, firstElement(font, "color")),
    fill: fillOf(book, item("fills", "fillId")),
    horizontal: horizontal === "left" || horizontal === "right" || horizontal === "justify" || horizontal === "general" ? horizontal : horizontal === "distributed" ? "justify" : horizontal === "fill" ? "left" : "center",
    vertical: vertical === "top" || vertical === "bottom" ? vertical : "center",
    wrap: isOn(alignment, "wrapText"),
    indent: Number(alignment?.attributes.get("indent") ?? 0),
    borders: bordersOf(book, item("borders", "borderId")),
  };
}

function fillOf(book: Book, fill: XmlElement | undefined): string | null {
  const pattern = firstElement(fill, "patternFill");
  const kind = pattern?.attributes.get("patternType") ?? "none";
  if (pattern === undefined || kind === "none" || kind === "gray125") return null;
  return colourOf(book, firstElement(pattern, "fgColor")) ?? colourOf(book, firstElement(pattern, "bgColor"));
}

function bordersOf(book: Book, border: XmlElement | undefined): CellLook["borders"] {
  const side = (...names: readonly string[]): CellBorder | null => {
    const element = names.map((name) => firstElement(border, name)).find((found) => found !== undefined);
    const style = element?.attributes.get("style") ?? "none";
    return style === "none" ? null : { style, colour: colourOf(book, firstElement(element, "color")) ?? "#000000" };
  };
  return { top: side("top"), right: side("right", "end"), bottom: side("bottom"), left: side("left", "start") };
}

function colourOf(book: Book, element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const rgb = element.attributes.get("rgb");
  const theme = element.attributes.get("theme");
  const indexed = element.attributes.get("indexed");
  const base = rgb !== undefined ? rgb.slice(-6) : theme !== undefined ? themeColour(book, Number(theme)) : indexed !== undefined ? indexedColour(book, Number(indexed)) : undefined;
  if (base === undefined || !/^[0-9a-f]{6}$/iu.test(base)) return null;
  return `#${tinted(base, Number(element.attributes.get("tint") ?? 0)).toUpperCase()}`;
}

/** Cells count the theme's colours light before dark (ECMA-376 part 1, CT_Color): 0 is lt1, 1 dk1, 2 lt2, 3 dk2. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

function themeColour(book: Book, index: number): string | undefined {
  const relationship = book.package_.relationships(book.path).find((other) => kindOf(other) === "theme");
  const theme = relationship === undefined ? undefined : book.package_.tree(relationship.target);
  const scheme = firstElement(firstElement(theme, "themeElements"), "clrScheme");
  const colour = firstElement(scheme, THEME_ORDER[index] ?? "");
  return firstElement(colour, "srgbClr")?.attributes.get("val") ?? firstElement(colour, "sysClr")?.attributes.get("lastClr");
}

function indexedColour(book: Book, index: number): string | undefined {
  const own = firstElement(firstElement(book.styles.root, "colors"), "indexedColors");
  const found = own === undefined ? undefined : elementsOf(own)[index]?.attributes.get("rgb")?.slice(-6);
  return found ?? INDEXED[index < 8 ? index + 8 : index];
}

/** The palette of ECMA-376 part 1, 18.8.27; 0–7 repeat 8–15. */
const INDEXED: Readonly<Record<number, string>> = Object.fromEntries(
  (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
  )
    .split(" ")
    .map((colour, place) => [place + 8, colour]),
);

/** A tint lightens (> 0) or darkens (< 0) the luminance (ECMA-376 part 1, CT_Color). */
function tinted(colour: string, tint: number): string {
  if (tint === 0) return colour;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = most - least;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * light - 1));
  const span = saturation * (1 - Math.abs(2 * wanted - 1));
  const channel = (value: number): string => {
    const share = chroma === 0 ? 0 : (value - least) / chroma;
    return Math.round(Math.min(1, Math.max(0, wanted - span / 2 + share * span)) * 255).toString(16).padStart(2, "0");
  };
  return channel(red) + channel(green) + channel(blue);
}
