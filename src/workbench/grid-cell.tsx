import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { memo, type CSSProperties } from "react";
import type { Severity } from "../core/rules/rule";
import { paneStrings } from "../strings/pane";
import { workbenchStrings } from "../strings/workbench";
import type { CellLook } from "../xlsx/xlsx-workbook";

/** What stands against one cell. */
export interface CellMark {
  readonly severity: Severity;
  readonly messages: readonly string[];
}

/** The sheet is paper: white in every theme, as in Excel, so that the file's own colours stay readable. */
const useStyles = makeStyles({
  cell: {
    boxSizing: "border-box",
    position: "relative",
    padding: "2px 4px",
    borderRight: "1px solid #d4d4d4",
    borderBottom: "1px solid #d4d4d4",
    backgroundColor: "#ffffff",
    color: "#000000",
    overflow: "hidden",
    whiteSpace: "pre",
    textAlign: "left",
    fontWeight: "normal",
    cursor: "cell",
  },
  /** A text without room goes on over the empty cell beside it, as in Excel. */
  over: { overflow: "visible", zIndex: 1 },
  wrap: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  mark: { position: "absolute", left: 0, top: 0, width: "10px", height: "10px", clipPath: "polygon(0 0, 100% 0, 0 100%)" },
  error: { backgroundColor: "#c50f1f" },
  warning: { backgroundColor: "#da6b00" },
  info: { backgroundColor: "#0f6cbd" },
  comment: { position: "absolute", right: 0, top: 0, width: "8px", height: "8px", backgroundColor: "#6b6b6b", clipPath: "polygon(0 0, 100% 0, 100% 100%)" },
});

/** One cell as the file has it, with the marks of what was found and of a comment. */
export const GridCell = memo(function GridCell(props: {
  readonly text: string;
  readonly numeric: boolean;
  readonly look: CellLook | undefined;
  readonly row: number;
  readonly column: number;
  readonly ariaColumn: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly selected: boolean;
  /** The cell to the right is empty. */
  readonly roomBeside: boolean;
  readonly mark: CellMark | undefined;
  readonly comment: string | undefined;
}) {
  const styles = useStyles();
  const { look, mark, comment } = props;
  const wraps = look?.wrap === true || look?.horizontal === "justify";
  const title = [mark === undefined ? "" : workbenchStrings.cellProblems({ messages: mark.messages }), comment === undefined ? "" : workbenchStrings.cellComment({ text: comment })].filter((part) => part !== "").join("\n");
  return (
    <td
      role="gridcell"
      aria-colindex={props.ariaColumn}
      aria-selected={props.selected}
      data-row={props.row}
      data-column={props.column}
      rowSpan={props.rowSpan}
      colSpan={props.colSpan}
      className={mergeClasses(styles.cell, wraps ? styles.wrap : props.text !== "" && props.roomBeside && !props.numeric && styles.over)}
      style={styleOf(look, props.numeric)}
      {...(title === "" ? {} : { title })}
    >
      {props.text}
      {mark !== undefined && <span className={mergeClasses(styles.mark, styles[mark.severity])} role="img" aria-label={`${paneStrings.levels[mark.severity]}：${mark.messages.join("")}`} data-mark={mark.severity} />}
      {comment !== undefined && <span className={styles.comment} role="img" aria-label={workbenchStrings.cellComment({ text: comment })} />}
    </td>
  );
});

/** CSS pixels of a point, and the largest size drawn, in points. */
const POINT = 96 / 72;
const LARGEST = 30;

function styleOf(look: CellLook | undefined, numeric: boolean): CSSProperties {
  if (look === undefined) return numeric ? { textAlign: "right" } : {};
  const style: CSSProperties = { verticalAlign: look.vertical === "center" ? "middle" : look.vertical };
  if (look.horizontal === "general") style.textAlign = numeric ? "right" : "left";
  else style.textAlign = look.horizontal;
  if (look.fill !== null) style.backgroundColor = look.fill;
  if (look.colour !== null) style.color = look.colour;
  if (look.bold) style.fontWeight = "bold";
  if (look.italic) style.fontStyle = "italic";
  if (look.underline || look.strike) style.textDecoration = [look.underline ? "underline" : "", look.strike ? "line-through" : ""].join(" ");
  if (look.fontSize !== 11) {
    style.fontSize = `${Math.round(Math.min(look.fontSize, LARGEST) * POINT)}px`;
    style.lineHeight = 1.3;
  }
  if (look.indent > 0) style.paddingLeft = `${4 + look.indent * 10}px`;
  if (look.borders.right !== null) style.borderRight = border(look.borders.right);
  if (look.borders.bottom !== null) style.borderBottom = border(look.borders.bottom);
  return style;
}

function border({ style, colour }: NonNullable<CellLook["borders"]["top"]>): string {
  const width = style.startsWith("medium") || style === "double" ? 2 : style === "thick" ? 3 : 1;
  const line = style === "double" ? "double" : /dash/iu.test(style) ? "dashed" : style === "dotted" || style === "hair" ? "dotted" : "solid";
  return `${style === "double" ? 3 : width}px ${line} ${colour}`;
}
