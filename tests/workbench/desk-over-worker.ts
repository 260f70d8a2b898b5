import type { App } from "../../src/commands/app";
import { createEngine } from "../../src/commands/engine-inline";
import { serveCalls } from "../../src/commands/serve-calls";
import { createSession } from "../../src/commands/session";
import { createDesk, type Desk } from "../../src/workbench/desk";
import { fileOverWorker } from "../../src/workbench/file/file-over-worker";
import { keepFile } from "../../src/workbench/file/keep-file";
import { cleanCopy } from "../../src/xlsx/clean-copy";
import { newXlsxOfReports } from "../../src/xlsx/new-xlsx";
import { messageWorker } from "../support/message-worker";

export interface DeskUnderTest {
  readonly desk: Desk;
  readonly app: App;
  /** What was offered for saving, newest last. */
  readonly offered: { readonly bytes: Uint8Array; readonly name: string }[];
}

/** An empty desk whose files are kept behind messages, as in the page. */
export function deskOverWorker(): DeskUnderTest {
  const offered: { bytes: Uint8Array; name: string }[] = [];
  const desk = createDesk({ startFile: () => fileOverWorker(messageWorker((scope) => serveCalls(scope, keepFile())).start), offer: (bytes, name) => void offered.push({ bytes, name }) });
  const app: App = {
    host: "workbench",
    workbook: desk.workbook,
    engine: createEngine(),
    session: createSession(),
    overrides: {},
    today: () => "2024-05-08",
    now: () => new Date("2024-05-08T16:52:00"),
    roundTrips: () => 0,
    copyText: null,
    cleanCopy,
    newWorkbook: newXlsxOfReports,
    saveText: () => undefined,
    diagnostics: () => ({}),
    readSample: () => Promise.reject(new Error("no samples here")),
  };
  return { desk, app, offered };
}
