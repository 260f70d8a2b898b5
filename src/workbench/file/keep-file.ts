import { err, ok, type Result } from "../../core/result";
import type { HostFailure } from "../../core/workbook";
import type { DocumentFailure } from "../../documents/document";
import { openWorkbook } from "../../documents/open-workbook";
import { newXlsx } from "../../xlsx/new-xlsx";
import { openXlsx, type XlsxWorkbook } from "../../xlsx/xlsx-workbook";
import { estimatedHeights, type DrawnSheet } from "../grid-geometry";
import type { FileService, FileShown } from "./file-service";
import { diffView } from "./view-patch";

const CLOSED: HostFailure = { code: "workbook-gone", detail: "no file is open" };

/** One open file in process; pages run it in a worker. */
export function keepFile(): FileService {
  let file: XlsxWorkbook | null = null;
  /** The view as the page has it. */
  let told: DrawnSheet | null = null;

  const onFile = <T>(ask: (open: XlsxWorkbook) => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => (file === null ? Promise.resolve(err(CLOSED)) : ask(file));

  const shown = async (open: XlsxWorkbook): Promise<Result<FileShown, HostFailure>> => {
    const [sheets, view] = await Promise.all([open.listSheets(), open.readView()]);
    if (!sheets.ok) return sheets;
    if (!view.ok) return view;
    const drawn = { ...view.value, heights: estimatedHeights(view.value) };
    const patch = diffView(told, drawn);
    told = drawn;
    return ok({ sheets: sheets.value, patch });
  };

  /** Changes the file, and gives what is to be seen of it. */
  const changes = (change: (open: XlsxWorkbook) => Promise<Result<unknown, HostFailure>>) =>
    onFile(async (open) => {
      const outcome = await change(open);
      return outcome.ok ? shown(open) : outcome;
    });

  return {
    async open(bytes, name) {
      const opened = await openLedger(bytes, name);
      if (!opened.ok) return opened;
      file = opened.value.workbook;
      const first = await shown(file);
      return first.ok ? ok({ name: opened.value.name, converted: opened.value.converted, shown: first.value }) : err({ code: first.error.code === "too-large" ? "too-large" : "damaged", detail: first.error.detail });
    },
    readSheet: (sheet) => onFile((open) => open.readSheet(sheet)),
    readFacts: () => onFile((open) => open.readFacts()),
    readSizes: (sheet) => onFile((open) => open.readSizes(sheet)),
    readParts: () => onFile((open) => open.readParts()),
    applyEdits: (edits) =>
      onFile(async (open) => {
        const outcome = await open.applyEdits(edits);
        if (!outcome.ok) return outcome;
        const now = await shown(open);
        if (!now.ok) return now;
        const placeOf = new Map(edits.map((edit, index) => [edit, index]));
        return ok({
          written: outcome.value.written.map((edit) => placeOf.get(edit)!),
          inverses: outcome.value.inverses,
          skipped: outcome.value.skipped.map(({ edit, reason }) => ({ index: placeOf.get(edit)!, reason })),
          shown: now.value,
        });
      }),
    writeParts: (parts) => onFile((open) => open.writeParts(parts)),
    removeParts: (ids) => changes((open) => open.removeParts(ids)),
    showReport: (report) => changes((open) => open.showReport(report)),
    activate: (sheet) => changes((open) => open.activate(sheet)),
    save: () => onFile(async (open) => ok(await open.save())),
  };
}

interface OpenedLedger {
  readonly workbook: XlsxWorkbook;
  readonly name: string;
  readonly converted: boolean;
}

/** Opens a ledger of any format the readers read; what is no .xlsx is made one, its longest sheet in front. */
async function openLedger(bytes: Uint8Array, name: string): Promise<Result<OpenedLedger, DocumentFailure>> {
  const opened = await openXlsx(bytes, name);
  if (opened.ok) return ok({ workbook: opened.value, name, converted: false });
  if (opened.error.code !== "not-xlsx") return err({ code: opened.error.code, detail: opened.error.detail });
  const foreign = await openWorkbook(bytes, name);
  if (!foreign.ok) return foreign;
  const converted = await openXlsx(await newXlsx(foreign.value.sheets, foreign.value.active), xlsxName(name));
  return converted.ok ? ok({ workbook: converted.value, name: xlsxName(name), converted: true }) : err({ code: "damaged", detail: converted.error.detail });
}

/** The name a file is saved under: its own for .xlsx and .xlsm, else with .xlsx in place of its ending. */
export function xlsxName(name: string): string {
  return /\.xls[xm]$/iu.test(name) ? name : `${name.replace(/\.[A-Za-z0-9]{1,5}$/u, "")}.xlsx`;
}
