import type { WorkbookChange } from "../core/workbook";
import { answered, type ExcelTiming, type RunExcel } from "./run-excel";
import { areaOfAddress } from "./select";

/** How long after a write of ours an event without an origin still counts as ours. */
const OWN_FOR = 3_000;

/** What we have written lately, for an Office that does not tell whose change an event is (before ExcelApi 1.14). */
export class OwnWrites {
  private until = 0;
  private open = 0;

  /** Runs a writing of ours. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.open++;
    try {
      return await work();
    } finally {
      this.open--;
      this.until = Date.now() + OWN_FOR;
    }
  }

  isOwn(source: string | undefined): boolean {
    if (source === "ThisLocalAddin") return true;
    if (Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return false;
    return this.open > 0 || Date.now() < this.until;
  }
}

const STRUCTURE = new Set<string>(["RowInserted", "RowDeleted", "ColumnInserted", "ColumnDeleted", "CellInserted", "CellDeleted"]);

/** The place last selected ("D12"), kept for telling which cell is being edited. */
export interface LastSelected {
  address: string | undefined;
}

/**
 * Tells of the user's changes and of the sheet shown until the returned function is called. Events only say that
 * something is stale: some edits raise none (recalculated formulas), so a check never relies on them.
 */
export function watchWorkbook(run: RunExcel, timing: ExcelTiming, own: OwnWrites, lastSelected: LastSelected, listener: (change: WorkbookChange) => void): () => void {
  let isStopped = false;
  const nameOf = async (id: string): Promise<string | undefined> => {
    const name = await run("read", async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id).load("name");
      await context.sync();
      return sheet.isNullObject ? undefined : sheet.name;
    });
    return name.ok ? name.value : undefined;
  };
  const tell = async (id: string, changeOf: (sheet: string) => WorkbookChange | null) => {
    const sheet = await nameOf(id);
    const change = sheet === undefined ? null : changeOf(sheet);
    if (change !== null && !isStopped) listener(change);
  };
  const registered = run("read", async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add((event) => {
        if (own.isOwn(event.triggerSource)) return Promise.resolve();
        return tell(event.worksheetId, (sheet) => {
          if (STRUCTURE.has(event.changeType)) return { kind: "structure", sheet };
          const area = areaOfAddress(event.address);
          return area === null ? { kind: "structure", sheet } : { kind: "cells", sheet, ...area };
        });
      }),
      worksheets.onActivated.add((event) => tell(event.worksheetId, (sheet) => ({ kind: "active-sheet", sheet }))),
      worksheets.onSelectionChanged.add((event) => {
        lastSelected.address = event.address.split(/[:,]/u)[0];
        return Promise.resolve();
      }),
    ];
    await context.sync();
    return handlers;
  });
  return () => {
    isStopped = true;
    void registered.then(async (handlers) => {
      if (!handlers.ok) return;
      const [first] = handlers.value;
      if (first === undefined) return;
      // Where Excel does not take them back (the workbook is gone), there is nobody to tell.
      await answered("read", timing, () =>
        Excel.run(first.context, async (context) => {
          for (const handler of handlers.value) handler.remove();
          await context.sync();
        }),
      );
    });
  };
}
