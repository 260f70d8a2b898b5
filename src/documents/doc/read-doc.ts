import type { DocumentBlock } from "../../core/parent/parent-document";
import { openOle } from "../bytes/ole";
import type { DocumentNote, OpenedDocument } from "../document";
import { joinTables } from "../join-tables";
import { readFib } from "./fib";
import { readParagraphs, type DocParagraph } from "./paragraphs";
import { rowCells } from "./row";
import { blocksOfRows, type DocRow } from "./tables";

/** Reads a .doc or .wps: a Word binary document of Word 97 or later (MS-DOC). Throws a Refusal. */
export function readDoc(bytes: Uint8Array): OpenedDocument {
  const ole = openOle(bytes);
  const notes = new Set<DocumentNote>();
  if (ole.macros) notes.add("macros-ignored");
  const builder = new DocBlocks();
  for (const paragraph of readParagraphs(readFib(ole), notes)) builder.take(paragraph);
  return { format: "doc", blocks: joinTables(builder.finish()), notes: [...notes] };
}

interface OpenTable {
  readonly rows: DocRow[];
  contents: DocumentBlock[][];
  cell: DocumentBlock[];
}

/** Puts paragraphs into the cells, rows and tables that their marks close. */
class DocBlocks {
  readonly #blocks: DocumentBlock[] = [];
  /** The open tables, the outermost first; depth 1 is at index 0. */
  readonly #tables: OpenTable[] = [];
  #runOn: DocParagraph | null = null;

  take(paragraph: DocParagraph): void {
    while (this.#tables.length > paragraph.depth) this.#closeTable();
    while (this.#tables.length < paragraph.depth) this.#tables.push({ rows: [], contents: [], cell: [] });
    const table = this.#tables.at(-1);
    if (paragraph.endsRow && table !== undefined) {
      if (!paragraph.markDeleted) table.rows.push({ contents: table.contents, cells: rowCells(paragraph.row) });
      table.contents = [];
      table.cell = [];
      this.#runOn = null;
      return;
    }
    this.#write(paragraph, table?.cell ?? this.#blocks);
    if (paragraph.endsCell && table !== undefined) {
      table.contents.push(table.cell);
      table.cell = [];
    }
  }

  finish(): DocumentBlock[] {
    while (this.#tables.length > 0) this.#closeTable();
    return this.#blocks;
  }

  #write(paragraph: DocParagraph, sink: DocumentBlock[]): void {
    const text = (this.#runOn?.text ?? "") + paragraph.text;
    const heading = paragraph.heading || (this.#runOn?.heading ?? false);
    // A deleted paragraph mark joins what follows; that of a cell stays, cells are not joined.
    this.#runOn = paragraph.markDeleted && !paragraph.endsCell ? { ...paragraph, text, heading } : null;
    if (this.#runOn === null) sink.push({ kind: "paragraph", text, heading });
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const sink = this.#tables.at(-1)?.cell ?? this.#blocks;
    // Cells behind the last row mark belong to a table that was cut off.
    if (table.contents.length > 0) table.rows.push({ contents: table.contents, cells: [] });
    sink.push(...blocksOfRows(table.rows));
    sink.push(...table.cell.filter((block) => block.kind === "table" || block.text !== ""));
  }
}
