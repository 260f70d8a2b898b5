import type { OpenedDocument } from "../document";
import { limits } from "../limits";
import { Refusal } from "../refuse";
import { matrixOf, type Matrix } from "./geometry";
import { layOut, type Page } from "./page-layout";
import { withoutPageLines } from "./page-lines";
import { blocksOfPages } from "./pages-to-blocks";
import { loadPdfLibrary, openPdf, type OpenedPdf, type PdfLibrary } from "./pdf-library";
import { rulingsOf } from "./rulings";
import { runsOf } from "./text-runs";

type PdfPage = Awaited<ReturnType<OpenedPdf["document"]["getPage"]>>;

/**
 * Reads a PDF: ruled tables with their merges, paragraphs outside of them; page numbers and running titles left out. A file
 * without text is "scanned". Throws a Refusal.
 *
 * @param pageRead called after each page.
 */
export async function readPdf(bytes: Uint8Array, pageRead: () => void = () => undefined): Promise<OpenedDocument> {
  const library = await loadPdfLibrary();
  const { document, missingMaps } = await openPdf(library, bytes);
  try {
    if (document.numPages > limits.pages) throw new Refusal("too-large", `${document.numPages} pages`);
    const pages: Page[] = [];
    const seen = { signs: 0, unreadable: 0, chinese: 0 };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(library, page, seen));
      page.cleanup();
      pageRead();
    }
    // pdf.js only warns then and gives no text for the font, which must pass neither for a scan nor for the whole text.
    for (const name of missingMaps) throw new Refusal("damaged", `character map ${name} is not installed`);
    if (seen.signs === 0 || (seen.chinese < 10 && seen.signs < 20 * pages.length)) throw new Refusal("scanned", `${seen.signs} characters on ${pages.length} pages`);
    if (seen.unreadable * 3 > seen.signs) throw new Refusal("scanned", "fonts without characters");
    const cleaned = withoutPageLines(pages);
    return { format: "pdf", blocks: blocksOfPages(cleaned.pages), notes: cleaned.removed ? ["page-lines-removed"] : [] };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPage(library: PdfLibrary, page: PdfPage, seen: { signs: number; unreadable: number; chinese: number }): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const transform: Matrix = matrixOf(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height];
  const content = await page.getTextContent({ disableNormalization: true });
  const runs = runsOf(content.items.flatMap((item) => ("str" in item ? [{ str: item.str, transform: item.transform as unknown[], width: item.width }] : [])), transform);
  for (const { text } of runs) {
    seen.signs += text.length;
    seen.chinese += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    // A font that does not tell which characters its shapes are gives private or control codes.
    seen.unreadable += text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  }
  const operators = await page.getOperatorList();
  return layOut(runs, rulingsOf(operators, library.OPS, transform), viewport.width, viewport.height);
}
