import type { App } from "../../src/commands/app";
import { createEngine } from "../../src/commands/engine-inline";
import { createSession, type SessionState } from "../../src/commands/session";
import { excelWorkbook, type ExcelWorkbook } from "../../src/excel/excel-workbook";
import type { ExcelTiming } from "../../src/excel/run-excel";
import { cleanCopy } from "../../src/xlsx/clean-copy";
import { newXlsxOfReports } from "../../src/xlsx/new-xlsx";

/** Excel as the pane has it, without the pane: the real engine, session and port over whatever workbook is open in the simulated host. */
export interface AppOverExcel {
  readonly app: App;
  readonly workbook: ExcelWorkbook;
  /** Texts put on the clipboard. */
  readonly copied: string[];
  /** Texts that were offered for saving, by name. */
  readonly texts: Map<string, string>;
}

/** Another start of the add-in over the open workbook; `state` is what its session already knows. */
export function appOverExcel(timing: ExcelTiming, today: string, state: Partial<SessionState> = {}): AppOverExcel {
  const workbook = excelWorkbook(timing);
  const copied: string[] = [];
  const texts = new Map<string, string>();
  const app: App = {
    host: "excel",
    workbook,
    engine: createEngine(),
    session: createSession(state),
    overrides: {},
    today: () => today,
    now: () => new Date(`${today}T16:52:00`),
    roundTrips: () => workbook.roundTrips(),
    copyText: (text) => Promise.resolve(void copied.push(text)),
    cleanCopy,
    newWorkbook: newXlsxOfReports,
    saveText: (text, name) => void texts.set(name, text),
    diagnostics: () => ({}),
    readSample: () => Promise.reject(new Error("no samples here")),
  };
  return { app, workbook, copied, texts };
}
