import type { DocumentBlock } from "../../core/parent/parent-document";
import { limits } from "../limits";
import { Refusal } from "../refuse";
import { blocksOfTable, type PlacedCell } from "../table-shape";
import { readParagraph, type ParagraphContext } from "./paragraph";
import { childOf, streamXml, toggleOf, valueOf, type XmlElement } from "../bytes/xml";

interface OpenCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly verticalMerge: "restart" | "continue" | null;
  readonly horizontalContinue: boolean;
  readonly blocks: DocumentBlock[];
}

interface OpenTable {
  row: number;
  column: number;
  /** The row is left out: deleted in the accepted view, or hidden. */
  rowGone: boolean;
  readonly cells: MutableCell[];
  /** The cell each grid column belongs to in the row above, for vertical merges. */
  above: (MutableCell | undefined)[];
  current: (MutableCell | undefined)[];
  cell: OpenCell | null;
  cellProperties: XmlElement | undefined;
}

interface MutableCell extends PlacedCell {
  rowSpan: number;
  columnSpan: number;
  readonly blocks: DocumentBlock[];
}

/** Elements read as small trees; everything around them is streamed, so that a long table never lies in memory as a tree. */
const captured = new Set(["p", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "sdtPr", "tblPrEx"]);

/** Reads word/document.xml: paragraphs and tables in reading order. Throws a Refusal. */
export function readBody(part: Uint8Array, context: ParagraphContext): DocumentBlock[] {
  const body = new BodyReader(context);
  streamXml(part, body);
  return body.blocks;
}

class BodyReader {
  readonly blocks: DocumentBlock[] = [];
  readonly #tables: OpenTable[] = [];
  #capture: XmlElement[] = [];
  /** Depth inside content that the accepted view does not have. */
  #skipped = 0;
  #runOn: { text: string; heading: boolean } | null = null;

  constructor(private readonly context: ParagraphContext) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#capture.length > 0 || (this.#skipped === 0 && captured.has(name))) {
      const element: XmlElement = { name, attributes, children: [] };
      this.#capture.at(-1)?.children.push(element);
      this.#capture.push(element);
      return;
    }
    // Of alternative contents the first is read, the fallback says the same again.
    if (this.#skipped > 0 || name === "mc:Fallback" || name === "del" || name === "moveFrom") {
      this.#skipped++;
      return;
    }
    if (name === "tbl") this.#tables.push({ row: -1, column: 0, rowGone: false, cells: [], above: [], current: [], cell: null, cellProperties: undefined });
    else if (name === "tr") this.#openRow();
    else if (name === "tc") this.#openCell();
  }

  text(text: string): void {
    this.#capture.at(-1)?.children.push(text);
  }

  close(name: string): void {
    if (this.#capture.length > 0) {
      const element = this.#capture.pop();
      if (this.#capture.length === 0 && element !== undefined) this.#take(element);
    } else if (this.#skipped > 0) {
      this.#skipped--;
    } else if (name === "tbl") {
      const table = this.#tables.pop();
      if (table !== undefined) this.#sink().push(...blocksOfTable(table.cells));
    } else if (name === "tr") {
      this.#closeRow();
    } else if (name === "tc") {
      this.#closeCell();
    }
  }

  /** Where blocks go: the open cell of the innermost table, or the document. */
  #sink(): DocumentBlock[] {
    const table = this.#tables.at(-1);
    return table === undefined ? this.blocks : (this.#cellOf(table)?.blocks ?? []);
  }

  #take(element: XmlElement): void {
    const table = this.#tables.at(-1);
    if (element.name === "p") {
      // What stands below the first cell of a vertical merge is not shown.
      if (table !== undefined && (table.rowGone || this.#cellOf(table)?.verticalMerge === "continue")) return;
      this.#paragraph(element);
    } else if (element.name === "tcPr" && table !== undefined) {
      table.cellProperties = element;
    } else if (element.name === "trPr" && table !== undefined) {
      this.#rowProperties(table, element);
    }
  }

  #paragraph(element: XmlElement): void {
    const { text, heading, boxes, runsOn } = readParagraph(element, this.context);
    const sink = this.#sink();
    sink.push(...boxes);
    const joined = { text: (this.#runOn?.text ?? "") + text, heading: heading || (this.#runOn?.heading ?? false) };
    this.#runOn = runsOn ? joined : null;
    if (!runsOn) sink.push({ kind: "paragraph", ...joined });
  }

  #rowProperties(table: OpenTable, properties: XmlElement): void {
    table.column = Math.min(Number(valueOf(properties, "gridBefore") ?? "0") || 0, 1_000);
    if (childOf(properties, "del") !== undefined) {
      this.context.notes.add("tracked-changes-accepted");
      table.rowGone = true;
    } else if (toggleOf(properties, "hidden") === true) {
      this.context.notes.add("hidden-text-left-out");
      table.rowGone = true;
    }
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.row++;
    table.column = 0;
    table.rowGone = false;
    table.current = [];
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (table.rowGone) {
      table.row--;
      return;
    }
    table.above = table.current;
    if ((table.row + 1) * Math.max(table.column, 1) > limits.cells) throw new Refusal("too-large", "table beyond the limit");
  }

  #openCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.cell = null;
    table.cellProperties = undefined;
  }

  /** The open cell, made when its first content is met: by then its properties are known. */
  #cellOf(table: OpenTable): OpenCell | null {
    if (table.cell !== null) return table.cell;
    const properties = table.cellProperties;
    const merge = childOf(properties, "vMerge");
    const horizontal = childOf(properties, "hMerge");
    table.cell = {
      column: table.column,
      columnSpan: Math.max(1, Math.min(Number(valueOf(properties, "gridSpan") ?? "1") || 1, 1_000)),
      verticalMerge: merge === undefined ? null : merge.attributes.get("val") === "restart" ? "restart" : "continue",
      horizontalContinue: horizontal !== undefined && horizontal.attributes.get("val") !== "restart",
      blocks: [],
    };
    return table.cell;
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const cell = this.#cellOf(table);
    table.cell = null;
    if (cell === null || table.rowGone) return;
    table.column += cell.columnSpan;
    const left = cell.column > 0 ? table.current[cell.column - 1] : undefined;
    if (cell.horizontalContinue && left !== undefined) {
      left.columnSpan += cell.columnSpan;
      left.blocks.push(...cell.blocks);
      for (let column = cell.column; column < table.column; column++) table.current[column] = left;
      return;
    }
    const above = table.above[cell.column];
    if (cell.verticalMerge === "continue" && above?.column === cell.column && above.columnSpan === cell.columnSpan) {
      above.rowSpan = table.row - above.row + 1;
      for (let column = cell.column; column < table.column; column++) table.current[column] = above;
      return;
    }
    const placed: MutableCell = { row: table.row, column: cell.column, rowSpan: 1, columnSpan: cell.columnSpan, blocks: cell.blocks };
    table.cells.push(placed);
    for (let column = cell.column; column < table.column; column++) table.current[column] = placed;
  }
}
