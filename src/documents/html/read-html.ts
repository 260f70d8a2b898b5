import type { DocumentBlock } from "../../core/parent/parent-document";
import { decodeText, looksLikeText } from "../bytes/decode-text";
import type { DocumentNote, OpenedDocument } from "../document";
import { joinTables } from "../join-tables";
import { limits } from "../limits";
import { Refusal } from "../refuse";
import { blocksOfTable, type PlacedCell } from "../table-shape";
import { shownText } from "../text/tidy-text";
import { looksLikeMht, pageOfMht } from "./mht";
import { htmlTokens } from "./tokens";

/** Reads a saved web page or web archive (.html, .htm, .mht; also a .doc or .xls that is one). Throws a Refusal. */
export function readHtml(bytes: Uint8Array): OpenedDocument {
  const notes = new Set<DocumentNote>();
  const page = looksLikeMht(bytes) ? pageOfMht(bytes) : { bytes, charset: undefined };
  const decoded = decodeText(page.bytes, page.charset ?? declaredCharset(page.bytes));
  if (decoded === undefined || !looksLikeText(decoded.text)) throw new Refusal("damaged", "page in no encoding we know");
  return { format: "html", blocks: blocksOfHtml(decoded.text, notes), notes: [...notes] };
}

/** The charset a page declares in its first kilobytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4_096));
  return /charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})/iu.exec(head)?.[1]?.toLowerCase();
}

/** The blocks of an HTML text: a whole page, or the piece that a clipboard holds. */
export function blocksOfHtml(html: string, notes: Set<DocumentNote>): DocumentBlock[] {
  const builder = new BlockBuilder(notes);
  for (const token of htmlTokens(html)) {
    if (token.kind === "open") builder.open(token.name, token.attributes);
    else if (token.kind === "close") builder.close(token.name);
    else builder.text(token.text);
  }
  return joinTables(builder.finish());
}

const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const breaksParagraph = new Set([
  ...headings, "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "hr", "section", "article", "header", "footer", "main", "nav", "aside", "address", "center",
  "form", "fieldset", "figure", "figcaption", "caption", "body", "html", "head",
]);
const voidElements = new Set(["br", "hr", "img", "input", "meta", "link", "col", "base", "wbr", "area", "embed", "source", "track", "param"]);

interface OpenTable {
  row: number;
  readonly cells: (PlacedCell & { rowSpan: number })[];
  /** For each column, the first row that no earlier cell reaches. */
  readonly freeFrom: number[];
  cell: { readonly column: number; readonly rowSpan: number; readonly columnSpan: number; readonly blocks: DocumentBlock[] } | null;
  column: number;
  inRow: boolean;
}

class BlockBuilder {
  readonly #blocks: DocumentBlock[] = [];
  readonly #tables: OpenTable[] = [];
  #line = "";
  #heading = false;
  /** Names of the open elements inside hidden content; empty when nothing is hidden. */
  #hidden: string[] = [];
  #preformatted = 0;

  constructor(private readonly notes: Set<DocumentNote>) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#hidden.length > 0) {
      if (!voidElements.has(name)) this.#hidden.push(name);
      return;
    }
    if (!voidElements.has(name) && this.#leftOut(name, attributes)) {
      this.#hidden.push(name);
      return;
    }
    if (name === "br") this.#line += "\n";
    else if (name === "table") this.#openTable();
    else if (name === "tr") this.#openRow();
    else if (name === "td" || name === "th") this.#openCell(attributes);
    else if (breaksParagraph.has(name)) this.#endParagraph();
    if (name === "pre") this.#preformatted++;
    if (headings.has(name)) this.#heading = true;
  }

  close(name: string): void {
    if (this.#hidden.length > 0) {
      // An unclosed element inside ends with the one around it.
      const found = this.#hidden.lastIndexOf(name);
      if (found >= 0) this.#hidden.length = found;
      return;
    }
    const table = this.#tables.at(-1);
    if (name === "table") this.#closeTable();
    else if ((name === "td" || name === "th") && table !== undefined) this.#closeCell(table);
    else if (name === "tr" && table !== undefined) {
      this.#closeCell(table);
      table.inRow = false;
    } else if (breaksParagraph.has(name)) {
      this.#endParagraph();
    }
    if (name === "pre") this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (headings.has(name)) this.#heading = false;
  }

  text(text: string): void {
    if (this.#hidden.length > 0) return;
    const table = this.#tables.at(-1);
    // Text between the cells of a table is shown above it by browsers; blanks there are nothing.
    if (table !== undefined && table.cell === null && text.trim() === "") return;
    this.#line += this.#preformatted > 0 ? text : collapsed(text, this.#line);
  }

  finish(): DocumentBlock[] {
    while (this.#tables.length > 0) this.#closeTable();
    this.#endParagraph();
    return this.#blocks;
  }

  #leftOut(name: string, attributes: ReadonlyMap<string, string>): boolean {
    if (name === "del") {
      this.notes.add("tracked-changes-accepted");
      return true;
    }
    const style = (attributes.get("style") ?? "").toLowerCase().replace(/\s+/gu, "");
    if (attributes.has("hidden") || /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/u.test(style)) {
      this.notes.add("hidden-text-left-out");
      return true;
    }
    return false;
  }

  #sink(): DocumentBlock[] {
    return this.#tables.at(-1)?.cell?.blocks ?? this.#tables.findLast((table) => table.cell !== null)?.cell?.blocks ?? this.#blocks;
  }

  #endParagraph(): void {
    const text = shownText(this.#line.replace(/[ \t]*\n[ \t]*/gu, "\n"));
    this.#line = "";
    if (text !== "") this.#sink().push({ kind: "paragraph", text, heading: this.#heading });
  }

  #openTable(): void {
    this.#endParagraph();
    if (this.#tables.length >= limits.depth) throw new Refusal("damaged", "tables nested too deep");
    this.#tables.push({ row: -1, cells: [], freeFrom: [], cell: null, column: 0, inRow: false });
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#closeCell(table);
    table.row++;
    table.column = 0;
    table.inRow = true;
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#closeCell(table);
    if (!table.inRow) this.#openRow();
    while ((table.freeFrom[table.column] ?? 0) > table.row) table.column++;
    const columnSpan = spanOf(attributes.get("colspan"), 1_000);
    const rowSpan = spanOf(attributes.get("rowspan"), 65_534);
    table.cell = { column: table.column, rowSpan, columnSpan, blocks: [] };
    for (let column = table.column; column < table.column + columnSpan; column++) table.freeFrom[column] = Math.max(table.freeFrom[column] ?? 0, table.row + rowSpan);
    table.column += columnSpan;
    if (table.freeFrom.length * (table.row + 1) > limits.cells) throw new Refusal("too-large", "table beyond the limit");
  }

  #closeCell(table: OpenTable): void {
    this.#endParagraph();
    if (table.cell === null) return;
    const { column, rowSpan, columnSpan, blocks } = table.cell;
    table.cells.push({ row: table.row, column, rowSpan, columnSpan, blocks });
    table.cell = null;
  }

  #closeTable(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#closeCell(table);
    this.#tables.pop();
    for (const cell of table.cells) cell.rowSpan = Math.min(cell.rowSpan, table.row - cell.row + 1);
    this.#sink().push(...blocksOfTable(table.cells));
  }
}

function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? "1", 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** Blanks of the source as a browser shows them: none at a line's head, none where the source breaks a line between two Chinese characters. */
function collapsed(text: string, line: string): string {
  const single = text.replace(/[ \t\r\n\f]+/gu, (run: string, at: number) => (/[\r\n]/u.test(run) && isWide(text, at - 1) && isWide(text, at + run.length) ? "" : " "));
  return line === "" || /[ \n]$/u.test(line) ? single.replace(/^ /u, "") : single;
}

function isWide(text: string, at: number): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u.test(text[at] ?? "");
}
