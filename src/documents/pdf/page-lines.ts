import type { Page, PagePart } from "./page-layout";

/** Lines within this part of the page's height from its edge can be running titles or page numbers. */
const MARGIN = 0.12;
/** A running title stands on at least this many pages. */
const RUNNING_PAGES = 3;

const pageNumber = /^(?:[-—–_·.\s]*\d{1,4}[-—–_·.\s]*|第\s*[\d一二三四五六七八九十百]+\s*页(?:[，,/\s]*共\s*[\d一二三四五六七八九十百]+\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d+(?:\s*of\s*\d+)?)$/iu;

/** The pages without page numbers and running titles, and whether there were any. */
export function withoutPageLines(pages: readonly Page[]): { readonly pages: Page[]; readonly removed: boolean } {
  const counts = new Map<string, number>();
  for (const page of pages) for (const text of new Set(marginTexts(page))) counts.set(text, (counts.get(text) ?? 0) + 1);
  // 配合单位：… can stand first on three pages and is no title: it stands in their middle more often.
  const inText = new Map<string, number>();
  for (const page of pages) for (const part of page.parts) if (part.kind === "line" && !inMargin(part, page)) inText.set(keyOf(part.line.text), (inText.get(keyOf(part.line.text)) ?? 0) + 1);
  let removed = false;
  const cleaned = pages.map((page) => ({
    ...page,
    parts: page.parts.filter((part) => {
      if (!inMargin(part, page)) return true;
      const text = part.line.text.trim();
      const runs = (inText.get(keyOf(text)) ?? 0) < (counts.get(keyOf(text)) ?? 0) && (counts.get(keyOf(text)) ?? 0) >= RUNNING_PAGES && (counts.get(keyOf(text)) ?? 0) * 2 >= pages.length;
      if (!pageNumber.test(text) && !runs) return true;
      removed = true;
      return false;
    }),
  }));
  return { pages: cleaned, removed };
}

function marginTexts(page: Page): string[] {
  return page.parts.flatMap((part) => (inMargin(part, page) ? [keyOf(part.line.text)] : []));
}

function inMargin(part: PagePart, page: Page): part is PagePart & { kind: "line" } {
  return part.kind === "line" && (part.line.y < page.height * MARGIN || part.line.y > page.height * (1 - MARGIN));
}

/** Running titles differ by their page number at most. */
function keyOf(text: string): string {
  return text.replace(/\d+/gu, "#").replace(/\s+/gu, "");
}
