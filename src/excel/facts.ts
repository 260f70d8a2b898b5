import { ok, type Result } from "../core/result";
import type { HostFailure, PageSetup, WorkbookFacts } from "../core/workbook";
import type { RunExcel } from "./run-excel";

const BANDS = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const;

/** What a publisher must know beyond the cells. Two round trips. Links to other workbooks are unknown to ExcelApi 1.15. */
export async function readFacts(run: RunExcel): Promise<Result<WorkbookFacts, HostFailure>> {
  const sheets = await run("read", async (context) => {
    const all = context.workbook.worksheets.load("items/id,items/name");
    await context.sync();
    return all.items.map(({ id, name }) => ({ id, name }));
  });
  if (!sheets.ok) return sheets;
  const facts = await run("read", async (context) => {
    const { workbook } = context;
    workbook.load("name");
    workbook.properties.load("author,lastAuthor,company");
    const pages = sheets.value.map(({ id, name }) => {
      const layout = workbook.worksheets.getItem(id).pageLayout.load("orientation,zoom");
      const titles = layout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
      const bands = layout.headersFooters.defaultForAllPages.load(BANDS.join(","));
      return { name, layout, titles, bands };
    });
    await context.sync();
    const { author, lastAuthor, company } = workbook.properties;
    const setups = pages.map(({ name, layout, titles, bands }): [string, PageSetup] => [
      name,
      {
        landscape: layout.orientation === "Landscape",
        titleRows: titles.isNullObject ? null : { first: titles.rowIndex, last: titles.rowIndex + titles.rowCount - 1 },
        fitToWidth: layout.zoom?.horizontalFitToPages ?? null,
        headerFooter: BANDS.map((band) => bands[band]).filter((text) => text !== "").join(" "),
      },
    ]);
    return { fileName: workbook.name, author, lastModifiedBy: lastAuthor, company, externalLinks: [], pageSetup: Object.fromEntries(setups), unknown: ["externalLinks" as const] };
  });
  return facts.ok ? ok(facts.value) : facts;
}
