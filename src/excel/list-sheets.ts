import { ok, type Result } from "../core/result";
import type { HostFailure, SheetInfo } from "../core/workbook";
import { ourSheetsOf, type KeptParts } from "./kept-parts";

/** The sheets in their order. One round trip; two when parts of ours have not been read yet. */
export async function listSheets(parts: KeptParts): Promise<Result<readonly SheetInfo[], HostFailure>> {
  const read = await parts.readStoredAnd((context) => {
    const all = context.workbook.worksheets.load("items/id,items/name,items/visibility");
    const active = context.workbook.worksheets.getActiveWorksheet().load("id");
    return () => all.items.map(({ id, name, visibility }) => ({ name, visible: visibility === "Visible", active: id === active.id }));
  });
  if (!read.ok) return read;
  const ours = ourSheetsOf(read.value.stored);
  return ok(read.value.also.map((sheet) => ({ ...sheet, ours: ours.includes(sheet.name) })));
}
