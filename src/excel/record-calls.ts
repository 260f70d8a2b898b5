import type { Edit } from "../core/edits/edit";
import type { Result } from "../core/result";
import type { EditOutcome, HostFailure } from "../core/workbook";
import { officeVersions } from "./office-ready";
import type { ExcelWorkbook } from "./excel-workbook";

/** One exchange between office.js and Excel, as Microsoft's own code logs it. */
export interface RecordedCall {
  readonly request: unknown;
  /** null when none came. */
  readonly response: unknown;
}

/** One call of the port. */
export interface RecordedStep {
  readonly name: string;
  /** "ok", or code and detail of the failure. */
  readonly outcome: string;
  /** Reasons of edits that were skipped. */
  readonly skipped: readonly string[];
  readonly milliseconds: number;
  readonly calls: readonly RecordedCall[];
}

export interface Recording {
  readonly format: "taizhang-recording-1";
  readonly office: ReturnType<typeof officeVersions>;
  readonly browser: string;
  readonly steps: readonly RecordedStep[];
}

/** What is written into the sheet of the recording: first row the header, at least four rows of four cells. */
export interface Scratch {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

const PART = "journal-recording";
const NOWHERE = "no such sheet";

/**
 * Runs our own reading and writing on a sheet of its own and records what office.js and Excel said to each other. Only in
 * a workbook that holds nothing else, so that nothing of the user's gets into the recording: null when it is not blank
 * (or cannot be read). The sheet stays; the workbook is to be closed unsaved.
 */
export async function recordCalls(workbook: ExcelWorkbook, scratch: Scratch): Promise<Recording | null> {
  if (!(await isBlank(workbook))) return null;
  const log = new CallLog();
  const steps: RecordedStep[] = [];
  const step = async <T>(name: string, call: () => Promise<Result<T, HostFailure>>): Promise<Result<T, HostFailure>> => {
    const start = performance.now();
    const result = await call();
    const outcome = result.ok ? "ok" : `${result.error.code}: ${result.error.detail}`;
    steps.push({ name, outcome, skipped: result.ok ? skippedOf(result.value) : [], milliseconds: Math.round(performance.now() - start), calls: log.take() });
    return result;
  };
  const write = (name: string, edits: readonly Edit[]) => step(name, () => workbook.applyEdits(edits));
  /** Writes and takes back, as 撤销修改 does. */
  const writeAndTakeBack = async (name: string, edits: readonly Edit[]) => {
    const done = await write(name, edits);
    if (done.ok) await write(`${name}, taken back`, done.value.inverses);
  };

  log.open();
  try {
    const { sheet, rows } = scratch;
    const [, first = [], second = []] = rows;
    await step("showReport", () => workbook.showReport({ name: sheet, rows: rows.map((row) => row.map((value) => ({ value, style: "cell" as const }))), widths: rows[0]!.map(() => 20), merges: [], titleRows: { first: 0, last: 0 }, landscape: true, activate: true, keep: false }));
    await step("listSheets", () => workbook.listSheets());
    await step("readSheet", () => workbook.readSheet(sheet));
    await step("select", () => workbook.select(sheet, { row: 1, column: 3 }));
    await step("readSelection", () => workbook.readSelection());
    const cell = (row: number, column: number, before: string, after: string): Edit => ({ kind: "setCell", sheet, at: { row, column }, before, after });
    await step("applyEdits with a journal", () => workbook.applyEdits([cell(1, 3, first[3]!, second[3]!), cell(2, 2, second[2]!, first[2]!)], () => [{ id: PART, text: "{}" }]));
    await step("readParts", () => workbook.readParts());
    await step("removeParts", () => workbook.removeParts([PART]));
    await write("setCell, changed since", [cell(1, 3, `${second[3]!}.`, "")]);
    await writeAndTakeBack("insertRows", [{ kind: "insertRows", sheet, row: 2, count: 1, values: [first] }]);
    await writeAndTakeBack("insertColumns", [{ kind: "insertColumns", sheet, column: 2, count: 1, likeColumn: 1 }]);
    await writeAndTakeBack("deleteRows", [{ kind: "deleteRows", sheet, row: 3, count: 1, before: rows.slice(3, 4).map((row) => row.map((value) => (value === "" ? null : value))) }]);
    await writeAndTakeBack("merge", [{ kind: "merge", sheet, area: { top: 6, left: 0, bottom: 7, right: 1 } }]);
    const column = { top: 1, left: 3, bottom: 3, right: 3 };
    await writeAndTakeBack("setValidation", [{ kind: "setValidation", sheet, area: column, before: null, after: { kind: "list", options: [first[3]!, second[3]!] } }]);
    await writeAndTakeBack("setConditionalFormat", [{ kind: "setConditionalFormat", sheet, area: column, before: [], after: [{ formula: '=$D2=""', fill: "#FFC7CE" }] }]);
    await step("select, no such sheet", () => workbook.select(NOWHERE, { row: 0, column: 0 }));
    await step("readSheet at the end", () => workbook.readSheet(sheet));
  } finally {
    await log.close();
  }
  return { format: "taizhang-recording-1", office: officeVersions(), browser: navigator.userAgent, steps };
}

/** Nothing but one empty sheet, apart from what an earlier recording left. */
async function isBlank(workbook: ExcelWorkbook): Promise<boolean> {
  const sheets = await workbook.listSheets();
  if (!sheets.ok) return false;
  const users = sheets.value.filter(({ ours }) => !ours);
  const [only] = users;
  if (only === undefined || users.length > 1) return false;
  const grid = await workbook.readSheet(only.name);
  return grid.ok && grid.value.values.length === 0;
}

function skippedOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null && "skipped" in value ? (value as EditOutcome).skipped.map(({ reason }) => reason) : [];
}

/** The part of office.js that logs, which its types leave out. */
interface LoggingLibrary {
  _logEnabled: boolean;
  log: (this: void, message: string) => void;
}

/**
 * Listens to the log of office.js: lines "Request:" and "Response:", each followed by its JSON. Requests are answered in
 * their order; one that only releases references is not waited for, so that its answer may come after the next request.
 */
class CallLog {
  private readonly library = (OfficeExtension as unknown as { readonly CoreUtility: LoggingLibrary }).CoreUtility;
  private readonly plainLog = this.library.log;
  private calls: MutableCall[] = [];
  private unanswered: MutableCall[] = [];
  private label = "";

  open(): void {
    this.library.log = (message) => this.hear(message);
    this.library._logEnabled = true;
  }

  /** Waits a moment for answers under way, then stops. */
  async close(): Promise<void> {
    for (let tries = 0; tries < 20 && this.unanswered.length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    this.library._logEnabled = false;
    this.library.log = this.plainLog;
  }

  /** The calls heard since the last time; an answer that comes later is still put to its request. */
  take(): readonly RecordedCall[] {
    const taken = this.calls;
    this.calls = [];
    return taken;
  }

  private hear(message: string): void {
    if (this.label === "Request:") {
      const call = { request: parsed(message), response: null };
      this.calls.push(call);
      this.unanswered.push(call);
    }
    if (this.label === "Response:") {
      const call = this.unanswered.shift();
      if (call) call.response = parsed(message);
    }
    this.label = this.label === "" && /^(?:Request|Response):$/u.test(message) ? message : "";
  }
}

interface MutableCall {
  readonly request: unknown;
  response: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
