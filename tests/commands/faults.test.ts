import { afterEach, describe, expect, it } from "vitest";
import { undoEdits } from "../../src/commands";
import { loadKept } from "../../src/commands/kept";
import { runCommand } from "../../src/commands/run-command";
import type { SessionState } from "../../src/commands/session";
import { CHOICES_PART, readChoices } from "../../src/core/kept/choices-part";
import { strings } from "../../src/strings/commands";
import { failureSentence } from "../../src/strings/failures";
import { dumpBook } from "../excel-host/model/dump";
import type { Fault } from "../excel-host/transport/faults";
import { startOffice } from "../excel-host/transport/start-office";
import type { ExcelHost } from "../excel-host/types/host";
import type { SheetDump } from "../excel-host/workbook-init";
import { xlsxOf } from "../excel-host/xlsx/book-file";
import { appOverExcel, type AppOverExcel } from "../support/app-over-excel";
import { COMMANDS, FULL, type CommandCase } from "./command-cases";

const office = await startOffice();
const TODAY = "2024-05-08";
const PATIENT = { answerWithin: 10_000, busyPauses: [1, 1] };

/** A workbook and a session just before a command is pressed, and what they are afterwards when all goes well. */
interface Prepared {
  readonly bytes: Uint8Array;
  readonly state: SessionState;
  readonly before: readonly SheetDump[];
  readonly after: Effect;
  readonly requests: number;
}

/** What a command leaves behind: cells, records (the journal aside), workbooks opened. */
interface Effect {
  readonly sheets: readonly SheetDump[];
  readonly records: Readonly<Record<string, unknown>>;
  readonly copies: number;
}

const prepared = new Map<CommandCase, Promise<Prepared>>();

function prepare(command: CommandCase): Promise<Prepared> {
  const known = prepared.get(command) ?? prepareNow(command);
  prepared.set(command, known);
  return known;
}

async function prepareNow(command: CommandCase): Promise<Prepared> {
  const first = office.open(FULL);
  const { app } = appOverExcel(PATIENT, TODAY);
  await loadKept(app);
  for (const step of command.before) await step(app);
  const bytes = xlsxOf(first.book);
  const state = { ...app.session.get(), notice: null };
  const { host, one } = await open({ bytes, state });
  const before = dumpBook(host.book).sheets;
  expect(await command.run(one.app)).toMatchObject({ ok: true });
  const { requests } = office.xdm.faults;
  return { bytes, state, before, after: await effectOf(host), requests };
}

/** The pane as it stands open: what is kept with the file has been read. */
async function open({ bytes, state }: Pick<Prepared, "bytes" | "state">, timing = PATIENT): Promise<{ readonly host: ExcelHost; readonly one: AppOverExcel }> {
  const host = office.open({ sheets: [], bytes, fileName: "台账.xlsx" });
  const one = appOverExcel(timing, TODAY, state);
  await one.workbook.readParts();
  office.xdm.faults.clear();
  return { host, one };
}

async function effectOf(host: ExcelHost): Promise<Effect> {
  const parts = await appOverExcel(PATIENT, TODAY).workbook.readParts();
  if (!parts.ok) throw new Error(parts.error.code);
  const records = parts.value.filter(({ id }) => !id.startsWith("journal-") && id !== CHOICES_PART).map(({ id, text }) => [id, text] as const);
  // When the last check was is only a remark.
  const choices = { ...readChoices(parts.value).choices, lastCheck: null };
  return { sheets: dumpBook(host.book).sheets, records: { ...Object.fromEntries(records), choices }, copies: host.book.opened.length };
}

const nameOf = (fault: Fault) => (typeof fault === "string" ? fault : fault.code);

/** A busy host is asked again and a block is asked for in halves, so these stay; the others hit one request. */
const STAYING: ReadonlySet<Fault> = new Set<Fault>(["edit-mode", "activity-limit", "request-too-large", "response-too-large", "session-gone", "no-capability"]);
/** These go to every request of every command: refused whole, stopped in its middle, done but not answered. */
const EVERYWHERE: readonly Fault[] = ["edit-mode", { code: "GeneralException", afterActions: 5 }, "lost-answer"];
/** And each of these to one request of every command. */
const SOMEWHERE: readonly Fault[] = ["activity-limit", "session-gone", "no-capability", "request-too-large", "response-too-large", "silence", { code: "AccessDenied" }, { code: "ItemNotFound" }, { code: "InvalidReference" }, { code: "InactiveWorkbook" }];

async function meet(command: CommandCase, request: number, fault: Fault): Promise<void> {
  const ready = await prepare(command);
  const isSilent = fault === "silence" || fault === "lost-answer";
  const timing = {
    busyPauses: PATIENT.busyPauses,
    // Only about the call that is not answered is waiting short: a slow machine is no fault.
    get answerWithin() {
      const ahead = request - office.xdm.faults.requests;
      return isSilent && ahead > 0 && ahead <= 3 ? 100 : PATIENT.answerWithin;
    },
  };
  const { host, one } = await open(ready, timing);
  office.xdm.faults.at(request, fault, STAYING.has(fault) ? 1_000 : 1);
  const outcome = await command.run(one.app);
  office.xdm.faults.clear();
  const { busy, notice, check } = one.app.session.get();
  expect(busy).toBeNull();
  const isChanged = JSON.stringify(dumpBook(host.book).sheets) !== JSON.stringify(ready.before);
  if (outcome?.ok) {
    // The fault met what is not needed for the work.
    expect(await effectOf(host)).toEqual(ready.after);
  } else {
    expect(notice).toMatchObject({ tone: "error", text: failureSentence(outcome!.error) });
    expect(notice?.text).toMatch(/^[^A-Za-z]*(?:Excel|Word|WPS)?[^A-Za-z]*。$/u);
    expect(notice?.text).not.toBe(strings.bug);
    if (command.writes === "cells" && isChanged && check) expect(check.stale).toBe(true);
    if (command.writes === "cells" && isChanged) expect(notice?.text).not.toContain("没有改动");
  }
  if (command.writes === "nothing") expect(isChanged).toBe(false);
  if (command.writes === "records") expect(dumpBook(host.book).sheets).toEqual(ready.before);
  const left = xlsxOf(host.book);

  // The next click, in the same pane, leads to where it would have led at once.
  await command.run(one.app);
  expect(one.app.session.get().busy).toBeNull();
  const again = await effectOf(host);
  expect({ sheets: again.sheets, records: again.records }).toEqual({ sheets: ready.after.sheets, records: ready.after.records });

  // Another pane, after this one was closed: what was written can be taken back.
  if (command.writes !== "cells" || !isChanged || command.name === "undoEdits") return;
  const later = office.open({ sheets: [], bytes: left });
  const other = appOverExcel(PATIENT, TODAY);
  await runCommand(other.app, undoEdits, { entry: "all" });
  expect(dumpBook(later.book).sheets).toEqual(ready.before);
}

afterEach(() => office.xdm.faults.clear());

describe.each(COMMANDS)("$name", (command) => {
  it("meets a cell being edited, a stop in the middle, a lost answer at every request", async () => {
    const { requests } = await prepare(command);
    const failed: string[] = [];
    for (const fault of EVERYWHERE) for (let request = 1; request <= requests; request++) await meet(command, request, fault).catch((error: unknown) => failed.push(`${nameOf(fault)} at ${request}: ${String(error)}`));
    expect(failed).toEqual([]);
  });

  it("meets every other fault", async () => {
    const { requests } = await prepare(command);
    const failed: string[] = [];
    if (requests > 0) for (const [index, fault] of SOMEWHERE.entries()) await meet(command, 1 + ((index * 3) % requests), fault).catch((error: unknown) => failed.push(`${nameOf(fault)} at ${1 + ((index * 3) % requests)}: ${String(error)}`));
    expect(failed).toEqual([]);
  });
});

describe.each(COMMANDS)("$name, in a workbook that has changed under it", (command) => {
  const sentence = ({ app }: AppOverExcel) => app.session.get().notice?.text ?? "";

  it("does not write into a sheet that was protected meanwhile, says so, and works once it is not", async () => {
    const ready = await prepare(command);
    const { host, one } = await open(ready);
    host.book.sheet("台账").isProtected = true;
    await command.run(one.app);
    expect(one.app.session.get().busy).toBeNull();
    expect(sentence(one)).not.toBe(strings.bug);
    if (command.writes === "cells") expect(sentence(one)).toContain("有保护");
    host.book.sheet("台账").isProtected = false;
    expect(dumpBook(host.book).sheets.slice(0, ready.before.length)).toEqual(command.writes === "sheet" ? expect.arrayContaining([ready.before[0]]) : ready.before);
    await command.run(one.app);
    expect((await effectOf(host)).sheets).toEqual(ready.after.sheets);
  });

  it.each(["gone", "damaged"])("tells it in a sentence when the kept parts are %s, and does no harm", async (what) => {
    const ready = await prepare(command);
    const { host, one } = await open(ready);
    host.book.xmlParts = what === "gone" ? [] : host.book.xmlParts.map((part) => ({ id: host.book.newId(), xml: part.xml.replace(/checksum="[^"]*"/u, 'checksum="0-0"') }));
    const outcome = await command.run(one.app);
    expect(one.app.session.get().busy).toBeNull();
    if (!outcome?.ok) expect(sentence(one)).toBe(failureSentence(outcome!.error));
    const { sheets } = dumpBook(host.book);
    // Without its journal nothing can be taken back; everything else is done as ever.
    if (command.name === "undoEdits") expect([sentence(one), sheets]).toEqual(["本工具没有改过这份表。", ready.before]);
    else if (!command.name.startsWith("writeReport over")) expect(sheets).toEqual(ready.after.sheets);
    const other = appOverExcel(PATIENT, TODAY);
    expect(await loadKept(other.app)).toMatchObject({ ok: true });
  });

  it("changes nothing else when its sheet was deleted meanwhile", async () => {
    const ready = await prepare(command);
    const { host, one } = await open(ready);
    host.user.deleteSheet("台账");
    const before = dumpBook(host.book).sheets;
    const outcome = await command.run(one.app);
    expect(one.app.session.get().busy).toBeNull();
    if (!outcome?.ok) expect(sentence(one)).toBe(failureSentence(outcome!.error));
    const { sheets } = dumpBook(host.book);
    expect(sheets.slice(0, 1)).toEqual(before.slice(0, 1));
    if (command.writes !== "sheet") expect(sheets).toEqual(before);
  });
});
