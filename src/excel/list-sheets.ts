import { ok, type Result } from "../core/result";
import type { HostFailure, SheetInfo } from "../core/workbook";
import type { KeptParts } from "./kept-parts";
import type { RunExcel } from "./run-excel";

/** The sheets in their order. Two round trips; three when parts of ours have not been read yet. */
export async function listSheets(run: RunExcel, parts: KeptParts): Promise<Result<readonly SheetInfo[], HostFailure>> {
  const ours = await parts.readOurSheets();
  if (!ours.ok) return ours;
  const sheets = await run("read", async (context) => {
    const all = context.workbook.worksheets.load("items/id,items/name,items/visibility");
    const active = context.workbook.worksheets.getActiveWorksheet().load("id");
    await context.sync();
    return all.items.map(({ id, name, visibility }) => ({ name, visible: visibility === "Visible", active: id === active.id, ours: ours.value.includes(name) }));
  });
  return sheets.ok ? ok(sheets.value) : sheets;
}
