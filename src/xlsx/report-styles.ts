import type { ReportStyle } from "../core/report/report-sheet";
import type { Styles } from "./styles";

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly horizontal?: "left" | "center";
  readonly vertical?: "top" | "center";
  readonly wrap?: boolean;
}

const LOOKS: Readonly<Record<ReportStyle, Look>> = {
  title: { bold: true, size: 16, horizontal: "center", vertical: "center" },
  note: { colour: "FF595959", horizontal: "left", vertical: "center", wrap: true },
  header: { bold: true, fill: "FFDDEBF7", border: true, horizontal: "center", vertical: "center", wrap: true },
  cell: { border: true, horizontal: "left", vertical: "top", wrap: true },
  center: { border: true, horizontal: "center", vertical: "top", wrap: true },
  error: { border: true, fill: "FFF8CBAD", horizontal: "center", vertical: "top", wrap: true },
  warning: { border: true, fill: "FFFFF2CC", horizontal: "center", vertical: "top", wrap: true },
  info: { border: true, fill: "FFE2EFDA", horizontal: "center", vertical: "top", wrap: true },
  plain: {},
};

/** The cell format for a style of a report; a link is blue and underlined. */
export function reportFormat(styles: Styles, style: ReportStyle, link: boolean): number {
  const { bold = false, size = 11, colour, fill, border = false, horizontal, vertical, wrap = false } = LOOKS[style];
  const ink = link ? "FF0563C1" : colour;
  if (style === "plain" && !link) return 0;
  const edge = (side: string): string => (border ? `<${side} style="thin"><color rgb="FF808080"/></${side}>` : `<${side}/>`);
  return styles.withParts({
    font: `<font>${bold ? "<b/>" : ""}${link ? "<u/>" : ""}<sz val="${size}"/>${ink === undefined ? "" : `<color rgb="${ink}"/>`}<name val="宋体"/><family val="3"/><charset val="134"/></font>`,
    fill: fill === undefined ? null : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
    border: border ? `<border>${["left", "right", "top", "bottom"].map(edge).join("")}<diagonal/></border>` : null,
    alignment: `<alignment${horizontal === undefined ? "" : ` horizontal="${horizontal}"`}${vertical === undefined ? "" : ` vertical="${vertical}"`}${wrap ? ' wrapText="1"' : ""}/>`,
    numberFormat: "General",
    locked: true,
  });
}
