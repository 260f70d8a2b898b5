import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import { encodeKeptPart } from "../../src/core/kept/kept-part";
import type { Result } from "../../src/core/result";
import type { HostFailure, HostFailureCode } from "../../src/core/workbook";
import { excelWorkbook, type ExcelWorkbook } from "../../src/excel/excel-workbook";
import { ledgerInit, setCell } from "../contract/workbook-contract";
import { dumpBook } from "../excel-host/model/dump";
import type { Fault } from "../excel-host/transport/faults";
import { startOffice } from "../excel-host/transport/start-office";
import type { ExcelHost } from "../excel-host/types/host";

const office = await startOffice();
/** On a busy machine a good answer may take long; only where none will come is it not waited for. */
const PATIENT = 20_000;
const quick = { answerWithin: PATIENT, busyPauses: [1, 1] };
const expectSilence = () => (quick.answerWithin = 250);
const edits: readonly Edit[] = [setCell("台账", 4, 4, "年地前", "年底前"), setCell("台账", 2, 0, 1, 11)];
const structure: readonly Edit[] = [{ kind: "insertRows", sheet: "台账", row: 5, count: 1, values: [["5", null, "补一行"]] }];
const journal = (inverses: readonly Edit[]) => [{ id: "journal-000001", text: JSON.stringify(inverses) }];

/** Every method of the port as a user comes to it, with the number of requests it makes when all goes well. */
const commands: readonly { readonly name: string; readonly requests: number; readonly writes: boolean; readonly run: (workbook: ExcelWorkbook) => Promise<Result<unknown, HostFailure>> }[] = [
  { name: "listSheets", requests: 2, writes: false, run: (workbook) => workbook.listSheets() },
  { name: "readSheet", requests: 2, writes: false, run: (workbook) => workbook.readSheet("台账") },
  { name: "readFacts", requests: 2, writes: false, run: (workbook) => workbook.readFacts() },
  { name: "readSizes", requests: 2, writes: false, run: (workbook) => workbook.readSizes("台账") },
  { name: "readSelection", requests: 1, writes: false, run: (workbook) => workbook.readSelection() },
  { name: "select", requests: 1, writes: false, run: (workbook) => workbook.select("台账", { row: 4, column: 4 }) },
  { name: "readParts", requests: 2, writes: false, run: (workbook) => workbook.readParts() },
  { name: "applyEdits", requests: 3, writes: true, run: (workbook) => workbook.applyEdits(edits) },
  { name: "applyEdits with a journal", requests: 5, writes: true, run: (workbook) => workbook.applyEdits(edits, journal) },
  { name: "applyEdits of rows", requests: 4, writes: true, run: (workbook) => workbook.applyEdits(structure) },
  { name: "showReport", requests: 4, writes: true, run: (workbook) => workbook.showReport({ name: "检查情况表", rows: [[{ value: "甲", style: "cell" }]], widths: [10], merges: [], titleRows: null, landscape: false, activate: false, keep: false }) },
  { name: "writeParts", requests: 3, writes: true, run: (workbook) => workbook.writeParts([{ id: "choices", text: "{}" }]) },
  { name: "removeParts", requests: 3, writes: true, run: (workbook) => workbook.removeParts() },
  { name: "readBytes", requests: 2, writes: false, run: (workbook) => workbook.readBytes() },
  { name: "openCopy", requests: 1, writes: false, run: (workbook) => workbook.openCopy(new Uint8Array([1, 2, 3]), "副本.xlsx") },
];

const faults: readonly { readonly fault: Fault; readonly codes: readonly HostFailureCode[] }[] = [
  { fault: "edit-mode", codes: ["editing-cell"] },
  { fault: "activity-limit", codes: ["busy"] },
  { fault: "session-gone", codes: ["workbook-gone"] },
  { fault: "no-capability", codes: ["access-denied"] },
  { fault: "request-too-large", codes: ["too-large"] },
  { fault: "response-too-large", codes: ["too-large"] },
  { fault: "silence", codes: ["no-answer"] },
  { fault: { code: "AccessDenied" }, codes: ["protected", "access-denied"] },
  { fault: { code: "ItemNotFound" }, codes: ["sheet-missing", "busy"] },
  { fault: { code: "InvalidReference" }, codes: ["sheet-missing", "busy"] },
  { fault: { code: "InactiveWorkbook" }, codes: ["workbook-gone"] },
  { fault: { code: "GeneralException" }, codes: ["unknown"] },
];

let host: ExcelHost;
let workbook: ExcelWorkbook;
beforeEach(() => {
  host = office.open({ ...ledgerInit, customXml: [encodeKeptPart({ id: "parent-1", text: "{}" })] });
  workbook = excelWorkbook(quick);
});
afterEach(() => {
  office.xdm.faults.clear();
  quick.answerWithin = PATIENT;
});

describe("round trips when all goes well", () => {
  it("a listing, a reading and a writing with journal stay within what DESIGN allows once the parts are known", async () => {
    await workbook.readParts();
    office.xdm.faults.clear();
    await workbook.listSheets();
    await workbook.readSheet("台账");
    expect(office.xdm.faults.requests).toBe(3);
    office.xdm.faults.clear();
    expect(await workbook.applyEdits(edits, journal)).toMatchObject({ ok: true, value: { written: edits } });
    expect(office.xdm.faults.requests).toBe(3);
    office.xdm.faults.clear();
    expect(await workbook.readParts()).toMatchObject({ ok: true, value: [{ id: "parent-1" }, { id: "journal-000001" }] });
    expect(office.xdm.faults.requests).toBe(1);
  });

  it.each(commands)("$name takes $requests", async ({ run, requests, name }) => {
    expect(await run(workbook)).toMatchObject({ ok: true });
    // The file is closed after it has been given.
    expect(office.xdm.faults.requests).toBe(name === "readBytes" ? requests + 1 : requests);
    const traced = workbook.trace().at(-1);
    expect(traced?.failure).toBeUndefined();
    if (name !== "readBytes" && name !== "openCopy") expect(traced?.roundTrips).toBe(requests);
  });
});

describe.each(commands)("$name", (command) => {
  const cases = faults.flatMap(({ fault, codes }) => Array.from({ length: command.requests }, (_, index) => ({ fault, codes, request: index + 1, label: typeof fault === "string" ? fault : fault.code })));

  it.each(cases)("meets $label at request $request with a failure, and works again afterwards", async ({ fault, codes, request }) => {
    const before = dumpBook(host.book);
    // A block read is asked for again in halves, a busy host a few times: the fault stays.
    office.xdm.faults.at(request, fault, 100);
    if (fault === "silence") expectSilence();
    const result = await command.run(workbook);
    quick.answerWithin = PATIENT;
    const isWritten = JSON.stringify(dumpBook(host.book)) !== JSON.stringify(before);
    // The last request of a writing only reads back: Excel has said that it has written.
    if (result.ok && command.name.startsWith("applyEdits") && request === command.requests) expect(result.value).toMatchObject({ skipped: [], written: command.name.endsWith("rows") ? structure : edits });
    // A sheet that cannot be found is no failure of writing: every edit is named as skipped for it.
    else if (result.ok) expect(result.value).toMatchObject({ written: [], skipped: [{ reason: "sheet-missing" }] });
    else {
      // The file comes through the common API, which has no such codes; and a new workbook waits for the editing to end.
      const isOther = command.name === "readBytes" || (command.name === "openCopy" && fault === "edit-mode");
      expect(isOther ? [...codes, "unknown"] : codes).toContain(result.error.code);
      expect(result.error.detail).not.toMatch(/办公室|年地前|年底前/u);
    }
    if (!command.writes) expect(dumpBook(host.book)).toEqual(before);
    office.xdm.faults.clear();
    if (!isWritten) expect(await command.run(workbook)).toMatchObject({ ok: true });
    expect(await workbook.readSheet("台账")).toMatchObject({ ok: true });
  });
});

describe("a host that is busy or has limits", () => {
  it("is asked again, and answers", async () => {
    office.xdm.faults.at(1, "activity-limit", 2);
    expect(await workbook.readSheet("台账")).toMatchObject({ ok: true });
    expect(office.xdm.faults.requests).toBe(4);
  });

  const tall = { sheets: [{ name: "长表", values: Array.from({ length: 900 }, (_, row) => [row, `第${row}项任务，${"要求".repeat(20)}`]), hiddenRows: [700], merges: ["A800:A802"] }] };

  it.each(["response-too-large", "silent-nulls", { code: "GeneralException" }] as const)("that answers a block with %j is asked for halves of it", async (fault) => {
    office.open(tall);
    office.xdm.faults.at(2, fault, 2);
    const grid = await workbook.readSheet("长表");
    if (!grid.ok) throw new Error(grid.error.detail);
    expect(grid.value.values.length).toBe(900);
    expect(grid.value.values[899]?.[0]).toBe(899);
    expect([...grid.value.hiddenRows]).toEqual([700]);
    expect(grid.value.merges).toEqual([{ top: 799, left: 0, bottom: 801, right: 0 }]);
  });

  it("with real payload limits is read whole, in blocks", async () => {
    office.open(tall);
    office.xdm.faults.limits = { request: 100_000, response: 100_000 };
    const grid = await workbook.readSheet("长表");
    expect(grid.ok && grid.value.values.map(([number]) => number)).toEqual(tall.sheets[0]!.values.map(([number]) => number));
    expect(office.xdm.faults.requests).toBeLessThan(20);
  });

  const long = (row: number) => `第${row}项任务，${"按要求及时公开".repeat(6)}`;
  const many: readonly Edit[] = Array.from({ length: 900 }, (_, row) => setCell("长表", row, 1, `第${row}项任务，${"要求".repeat(20)}`, long(row)));

  it.each(["before", "after"] as const)("with real payload limits is written to, in portions, parts %s the edits", async (order) => {
    host = office.open(tall);
    office.xdm.faults.limits = { request: 150_000, response: 60_000 };
    const outcome = await workbook.applyEdits(many, () => [{ id: "journal-000001", text: "记".repeat(5_000) }], order);
    expect(outcome).toMatchObject({ ok: true, value: { skipped: [], written: { length: 900 } } });
    expect(host.book.sheet("长表").cell(899, 1)?.value).toBe(long(899));
    expect(await workbook.readParts()).toMatchObject({ ok: true, value: [{ id: "journal-000001" }] });
    expect(office.xdm.faults.requests).toBeLessThan(60);
  });

  it("that refuses a portion for its size has not begun it: the journal comes before the first edit all the same", async () => {
    office.xdm.faults.at(4, "request-too-large");
    const seen: string[] = [];
    const original = host.engine.process.bind(host.engine);
    host.engine.process = (body) => {
      const text = JSON.stringify(body);
      if (text.includes("journal-000001")) seen.push("journal");
      if (text.includes("SetProperty") || body.Actions?.some((action) => action.ActionType === 4 && action.Name === "Values")) seen.push("edits");
      return original(body);
    };
    expect(await workbook.applyEdits(edits, journal)).toMatchObject({ ok: true, value: { skipped: [], written: edits } });
    expect(seen[0]).toBe("journal");
    expect(seen).toContain("edits");
  });

  it("gives many kept parts in portions", async () => {
    const parts = Array.from({ length: 12 }, (_, index) => ({ id: `parent-${index}`, text: "任".repeat(4_000) }));
    office.open({ ...ledgerInit, customXml: parts.map(encodeKeptPart) });
    office.xdm.faults.limits = { request: 60_000, response: 60_000 };
    expect(await excelWorkbook(quick).readParts()).toMatchObject({ ok: true, value: parts });
  });

  it("gets a long report in portions", async () => {
    office.xdm.faults.limits = { request: 150_000, response: 60_000 };
    const rows = Array.from({ length: 400 }, (_, row) => [{ value: `第${row}处`, style: "cell" as const }, { value: "说明".repeat(30), style: "cell" as const }]);
    expect(await workbook.showReport({ name: "检查情况表", rows, widths: [10, 40], merges: [], titleRows: null, landscape: false, activate: false, keep: false })).toEqual({ ok: true, value: undefined });
    expect(host.book.sheet("检查情况表").cell(399, 0)?.value).toBe("第399处");
  });

  it("keeps rows that it cannot look through for formulas naming them", async () => {
    const before = [2, null, "公布(试行)目录", "信息中心", 46203, 20] as const;
    const wide = { name: "大表", values: Array.from({ length: 3 }, (_, row) => [row]), formulas: { Z1048576: "=0" } };
    office.open({ sheets: [...ledgerInit.sheets, wide] });
    expect(await workbook.applyEdits([{ kind: "deleteRows", sheet: "台账", row: 3, count: 1, before: [before] }])).toMatchObject({ ok: true, value: { written: [], skipped: [{ reason: "not-restorable" }] } });
  });

  it("says too-large when not even one row can be read", async () => {
    office.xdm.faults.at(2, "silent-nulls", 100);
    expect(await workbook.readSheet("台账")).toMatchObject({ ok: false, error: { code: "too-large" } });
  });
});

describe("writing that is cut short", () => {
  it("refused as a whole leaves nothing behind, the journal neither", async () => {
    const before = dumpBook(host.book);
    office.xdm.faults.at(4, "edit-mode");
    expect(await workbook.applyEdits(edits, journal)).toMatchObject({ ok: false, error: { code: "editing-cell" } });
    expect(dumpBook(host.book)).toEqual(before);
    expect(await workbook.applyEdits(edits, journal)).toMatchObject({ ok: true, value: { skipped: [] } });
  });

  it.each([3, 6, 9, 11, 13])("after %i actions is known to the journal, and taking back restores the cells", async (afterActions) => {
    const before = dumpBook(host.book);
    office.xdm.faults.at(4, { code: "GeneralException", afterActions });
    expect(await workbook.applyEdits(edits, journal)).toMatchObject({ ok: false });
    const parts = await workbook.readParts();
    const stored = parts.ok ? parts.value.find((part) => part.id === "journal-000001") : undefined;
    const isWritten = JSON.stringify(dumpBook(host.book).sheets) !== JSON.stringify(before.sheets);
    if (isWritten) expect(stored?.text).toEqual(expect.any(String));
    if (stored?.text != null) expect(await workbook.applyEdits(JSON.parse(stored.text) as Edit[])).toMatchObject({ ok: true });
    expect(dumpBook(host.book).sheets).toEqual(before.sheets);
  });

  it.each([3, 6, 9, 11, 13])("after %i actions leaves no record that says done, unless it is", async (afterActions) => {
    office.xdm.faults.at(4, { code: "GeneralException", afterActions });
    const outcome = await workbook.applyEdits(edits, () => [{ id: "journal-000001", text: "done" }], "after");
    const { cells } = dumpBook(host.book).sheets[0]!;
    const isDone = cells["E5"]?.value === "年底前" && cells["A3"]?.value === 11;
    const parts = await workbook.readParts();
    if (parts.ok && parts.value.some(({ id }) => id === "journal-000001")) expect(isDone).toBe(true);
    if (outcome.ok) expect(isDone).toBe(true);
  });

  it("with a lost answer says no-answer; the journal takes it back", async () => {
    const before = dumpBook(host.book);
    office.xdm.faults.at(4, "lost-answer");
    expectSilence();
    expect(await workbook.applyEdits(edits, journal)).toMatchObject({ ok: false, error: { code: "no-answer" } });
    quick.answerWithin = PATIENT;
    const parts = await workbook.readParts();
    const text = parts.ok ? parts.value.find((part) => part.id === "journal-000001")?.text : null;
    expect(await workbook.applyEdits(JSON.parse(text ?? "[]") as Edit[])).toMatchObject({ ok: true, value: { skipped: [] } });
    expect(dumpBook(host.book).sheets).toEqual(before.sheets);
  });

  it("names a cell that someone changed between the writing and the reading back", async () => {
    const original = host.engine.process.bind(host.engine);
    host.engine.process = (body) => {
      const answer = original(body);
      if (body.Actions?.some((action) => action.ActionType === 4)) host.user.edit("台账", "E5", "别人写的");
      return answer;
    };
    const outcome = await workbook.applyEdits(edits);
    expect(outcome).toMatchObject({ ok: true, value: { written: [edits[1]], skipped: [{ edit: edits[0], reason: "changed-since" }] } });
  });

  it("tells the place being edited when the user has selected one", async () => {
    const stop = workbook.watch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 30));
    host.user.select("台账", "D12");
    await new Promise((resolve) => setTimeout(resolve, 30));
    office.xdm.faults.clear();
    office.xdm.faults.at(1, "edit-mode");
    expect(await workbook.readSheet()).toMatchObject({ ok: false, error: { code: "editing-cell", place: "D12" } });
    stop();
  });
});

describe("what the workbook itself refuses", () => {
  it("a sheet deleted in between is missing", async () => {
    host.user.deleteSheet("台账");
    expect(await workbook.readSheet("台账")).toMatchObject({ ok: false, error: { code: "sheet-missing" } });
    expect(await workbook.applyEdits(edits)).toMatchObject({ ok: true, value: { written: [], skipped: [{ reason: "sheet-missing" }, { reason: "sheet-missing" }] } });
  });

  it("a sheet protected in between is told as protected, and nothing is written", async () => {
    const before = dumpBook(host.book);
    const original = host.engine.process.bind(host.engine);
    let requests = 0;
    host.engine.process = (body) => {
      const answer = original(body);
      if (++requests === 1) host.book.sheet("台账").isProtected = true;
      return answer;
    };
    expect(await workbook.applyEdits(edits)).toMatchObject({ ok: false, error: { code: "protected" } });
    host.book.sheet("台账").isProtected = false;
    expect(dumpBook(host.book)).toEqual(before);
  });
});
