import type { DocumentBlock, TableBlock } from "../core/parent/parent-document";

/**
 * Joins tables that are one table cut in pieces: they follow each other with nothing between (blank lines aside), have
 * the same number of columns, and the later one repeats the header of the first. The repeated
 * header stays in its place: the ledger reader knows it and reports it.
 */
export function joinTables(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  /** Blank paragraphs since the last table, dropped when it goes on. */
  let blank = 0;
  for (const block of blocks) {
    const before = joined[joined.length - 1 - blank];
    if (block.kind === "table" && before?.kind === "table" && continues(before, block)) {
      joined.length -= blank + 1;
      joined.push(concatenated(before, block));
      blank = 0;
      continue;
    }
    joined.push(block);
    blank = block.kind === "paragraph" && block.text.trim() === "" ? blank + 1 : 0;
  }
  return joined.filter((block) => block.kind === "table" || block.text.trim() !== "");
}

/** One table below the other. Both must be equally wide. */
export function concatenated(upper: TableBlock, lower: TableBlock): TableBlock {
  const shift = upper.values.length;
  return {
    kind: "table",
    sheet: upper.sheet,
    values: [...upper.values, ...lower.values],
    texts: [...upper.texts, ...lower.texts],
    merges: [...upper.merges, ...lower.merges.map((merge) => ({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift }))],
  };
}

function continues(upper: TableBlock, lower: TableBlock): boolean {
  if (upper.values[0]?.length !== lower.values[0]?.length) return false;
  const header = headerOf(upper);
  return header !== "" && header === headerOf(lower);
}

/** The first row that has text in two cells or more, as one string for comparing. */
function headerOf(table: TableBlock): string {
  const row = table.texts.find((texts) => texts.filter((text) => text.trim() !== "").length > 1) ?? [];
  return row.map((text) => text.replace(/\s+/gu, "")).join("|");
}
