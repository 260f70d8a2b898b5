import type { App } from "../../src/commands/app";
import type { CheckOutcome, Engine } from "../../src/commands/engine";
import { createSession, type SessionState } from "../../src/commands/session";
import type { Edit } from "../../src/core/edits/edit";
import { gridOfValues, type CellValue } from "../../src/core/grid/sheet-grid";
import type { Ledger } from "../../src/core/ledger/ledger";
import { ok } from "../../src/core/result";
import type { Problem, Severity } from "../../src/core/rules/rule";
import type { Workbook } from "../../src/core/workbook";

const SHEET = "台账";

/** A problem about one cell, as a rule would report it. */
export function problemAt(row: number, change: Partial<Problem> = {}): Problem {
  return {
    id: `p${row}-${change.ruleId ?? "deadline-filled"}`,
    ruleId: "deadline-filled",
    messageId: "blank",
    severity: "error",
    message: `第${row}行“时限要求”没有填。`,
    why: "督办和“回头看”都要按时限核。",
    how: "照上级的时限填。",
    sheet: SHEET,
    row: row - 1,
    rowKey: `k${row}`,
    field: "deadline",
    at: { row: row - 1, column: 3 },
    span: null,
    fix: null,
    suggestions: [],
    kind: change.ruleId ?? "deadline-filled",
    ...change,
  };
}

/** The edit of one text, as a fix carries it. */
export function textEdit(row: number, before: CellValue, after: CellValue): Edit {
  return { kind: "setCell", sheet: SHEET, at: { row: row - 1, column: 3 }, before, after };
}

const LEDGER: Ledger = {
  sheet: SHEET,
  title: "某局2025年政务公开工作台账",
  docNumber: "",
  unit: "",
  year: 2025,
  issued: null,
  blocks: [],
  columns: { seq: 0, requirement: 1, units: 2, deadline: 3 },
  rows: [],
  damage: [],
  hints: [],
  first: 0,
  last: 20,
};

/** A check that found these problems. */
export function outcomeOf(problems: readonly Problem[], change: Partial<CheckOutcome["result"]> = {}): CheckOutcome {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return {
    result: {
      sheet: SHEET,
      verdict: count("error") > 0 ? "blocked" : "ready",
      problems,
      counts: { error: count("error"), warning: count("warning"), info: count("info") },
      ignored: [],
      known: [],
      notChecked: [],
      checked: 14,
      ledger: LEDGER,
      rowCount: 12,
      ...change,
    },
    profile: { id: "general", name: "通用", requiredColumns: [], levels: {}, allowedDeadlines: [] },
    year: 2025,
    alignment: null,
    bindings: null,
    tables: [],
  };
}

/** What happened to the workbook of a fixture app. */
export interface Seen {
  readonly selected: string[];
  readonly copied: string[];
  readonly saved: [name: string, text: string][];
}

/**
 * An app over a tiny workbook in memory. The engine gives what `check` says, in turn, the last one again and again; what
 * it is not asked for in a test rejects.
 */
export function fixtureApp(options: { readonly state?: Partial<SessionState>; readonly checks?: readonly CheckOutcome[] } = {}): { readonly app: App; readonly seen: Seen } {
  const seen: Seen = { selected: [], copied: [], saved: [] };
  const grid = gridOfValues(SHEET, [["序号", "具体要求", "责任单位", "时限要求"], [1, "公开年度预算。", "办公室", null]]);
  const sheets = [{ name: SHEET, visible: true, active: true, ours: false }];
  const parts = new Map<string, string | null>();
  const workbook: Workbook = {
    listSheets: () => Promise.resolve(ok(sheets)),
    readSheet: () => Promise.resolve(ok(grid)),
    readFacts: () => Promise.resolve(ok({ fileName: "台账.xlsx", author: "", lastModifiedBy: "", company: "", externalLinks: [], pageSetup: {}, unknown: [] })),
    readSizes: () => Promise.resolve(ok({ columnWidths: [], rowHeights: [], growing: [], looks: [], lookOf: [] })),
    applyEdits: (edits, journal) => {
      journal?.(edits, edits);
      return Promise.resolve(ok({ written: edits, inverses: [], skipped: [] }));
    },
    select: (sheet, at) => {
      seen.selected.push(`${sheet}!${at.row},${at.column}`);
      return Promise.resolve(ok(undefined));
    },
    readSelection: () => Promise.resolve(ok(null)),
    showReport: () => Promise.resolve(ok(undefined)),
    readParts: () => Promise.resolve(ok([...parts].map(([id, text]) => ({ id, text })))),
    writeParts: (written) => {
      for (const { id, text } of written) parts.set(id, text);
      return Promise.resolve(ok(undefined));
    },
    removeParts: () => Promise.resolve(ok(undefined)),
    readBytes: () => Promise.resolve(ok(new Uint8Array())),
    openCopy: () => Promise.resolve(ok(undefined)),
    watch: () => () => undefined,
  };
  const checks = [...(options.checks ?? [])];
  const next = () => {
    const outcome = checks.length > 1 ? checks.shift() : checks[0];
    return outcome === undefined ? Promise.reject(new Error("no check in this test")) : Promise.resolve(ok(outcome));
  };
  const unasked = () => Promise.reject(new Error("not asked for"));
  const engine: Engine = {
    openParent: unasked,
    parentOfPaste: unasked,
    parentOfBlocks: unasked,
    correctParent: unasked,
    readLedger: unasked,
    check: next,
    recheck: next,
    planFixes: unasked,
    proposeFill: unasked,
    templateOf: unasked,
    unitNames: () => Promise.resolve([]),
    planEnrichment: unasked,
    readParents: () => Promise.resolve({ parents: [], damaged: 0 }),
        draftLedger: () => Promise.reject(new Error("the fixture drafts nothing")),
        matchSheet: () => Promise.reject(new Error("the fixture writes no sheet")),
        splitByUnit: () => Promise.resolve(null),
        splitToSheets: () => Promise.resolve([]),
        cancel: () => undefined,
  };
  const app: App = {
    host: "workbench",
    workbook,
    engine,
    session: createSession({ sheets, sheet: SHEET, ...options.state }),
    overrides: {},
    today: () => "2025-05-20",
    now: () => new Date(2025, 4, 20, 16, 52),
    roundTrips: () => 0,
    copyText: (text) => {
      seen.copied.push(text);
      return Promise.resolve();
    },
    cleanCopy: (bytes) => Promise.resolve(bytes),
    newWorkbook: () => Promise.resolve(new Uint8Array()),
    saveText: (text, name) => void seen.saved.push([name, text]),
    diagnostics: () => ({}),
    readSample: unasked,
  };
  return { app, seen };
}

/** A session state with a finished check. */
export function checkedState(problems: readonly Problem[], change: Partial<CheckOutcome["result"]> = {}): Partial<SessionState> {
  return { check: { outcome: outcomeOf(problems, change), time: new Date(2025, 4, 20, 16, 52), stale: false } };
}
