import type { App } from "../../src/commands/app";
import type { Command } from "../../src/commands/command";
import { createEngine } from "../../src/commands/engine-inline";
import { openSession } from "../../src/commands/open-session";
import { createSession } from "../../src/commands/session";
import type { Problem } from "../../src/core/rules/rule";
import { failureSentence } from "../../src/strings/failures";
import { cleanCopy } from "../../src/xlsx/clean-copy";
import { newXlsxOfReports } from "../../src/xlsx/new-xlsx";
import { openXlsx, type XlsxWorkbook } from "../../src/xlsx/xlsx-workbook";

/** Everything a user has in front of him, over a file in memory: the real engine, the real session, the real port. */
export interface AppOverFile {
  readonly app: App;
  readonly workbook: XlsxWorkbook;
  /** Runs a command and gives its sentence; an expected failure is thrown as its sentence. */
  run<Args>(command: Command<Args>, args: Args): Promise<string>;
  /** The file as it would be saved now, opened by somebody else: another session, another engine. */
  reopen(): Promise<AppOverFile>;
  /** Copies that were offered for saving, by name. */
  readonly copies: Map<string, Uint8Array>;
  /** Texts put on the clipboard. */
  readonly copied: string[];
  /** Texts that were offered for saving, by name. */
  readonly texts: Map<string, string>;
  problems(): readonly Problem[];
}

const SILENT = { report: () => undefined, cancelled: () => false };

/** Opens bytes as a user does; `today` is the day on which he does it. */
export async function appOverFile(bytes: Uint8Array, today = "2024-05-08", host: App["host"] = "workbench"): Promise<AppOverFile> {
  const copies = new Map<string, Uint8Array>();
  const copied: string[] = [];
  const texts = new Map<string, string>();
  const opened = await openXlsx(bytes, "台账.xlsx", (copy, name) => void copies.set(name, copy));
  if (!opened.ok) throw new Error(opened.error.code);
  const workbook = opened.value;
  const app: App = {
    host,
    workbook,
    engine: createEngine(),
    session: createSession(),
    overrides: {},
    today: () => today,
    now: () => new Date(`${today}T16:52:00`),
    roundTrips: () => 0,
    copyText: (text) => Promise.resolve(void copied.push(text)),
    cleanCopy,
    newWorkbook: newXlsxOfReports,
    saveText: (text, name) => void texts.set(name, text),
    diagnostics: () => ({}),
    readSample: () => Promise.reject(new Error("no samples here")),
  };
  const session = await openSession(app);
  if (!session.ok) throw new Error(failureSentence(session.error));
  return {
    app,
    workbook,
    copies,
    copied,
    texts,
    async run(command, args) {
      const done = await command.run(app, args, SILENT);
      if (!done.ok) throw new Error(failureSentence(done.error));
      return done.value;
    },
    reopen: async () => appOverFile(await workbook.save(), today, host),
    problems: () => app.session.get().check?.outcome.result.problems ?? [],
  };
}
