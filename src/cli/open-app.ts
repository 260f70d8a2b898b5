import type { App } from "../commands/app";
import { createEngine } from "../commands/engine-inline";
import { ownSheet } from "../commands/refresh-check";
import { createSession } from "../commands/session";
import type { ParentDocument } from "../core/parent/parent-document";
import { err, ok, type Result } from "../core/result";
import { importProfile, profileById } from "../core/rules/profiles";
import { unitNamesOfFile } from "../core/units/import-units";
import { resolveUnit } from "../core/units/resolve-unit";
import { unitDirectory } from "../core/units/unit-directory";
import { openWorkbook } from "../documents/open-workbook";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import { cleanCopy } from "../xlsx/clean-copy";
import { newXlsx, newXlsxOfReports } from "../xlsx/new-xlsx";
import { openXlsx, type XlsxWorkbook } from "../xlsx/xlsx-workbook";
import { readFile } from "./files";
import type { Options } from "./options";

/** An app over a file, and whether the file had to be turned into .xlsx to be written. */
export interface OpenedApp {
  readonly app: App;
  readonly workbook: XlsxWorkbook;
  readonly converted: boolean;
}

/** Opens a ledger with everything the options say: parents, unit, profile, year. Fails with the sentence to print. */
export async function openApp(file: string, options: Options): Promise<Result<OpenedApp, string>> {
  const bytes = readFile(file);
  if (!bytes.ok) return bytes;
  const opened = await openAnyWorkbook(bytes.value, file);
  if (!opened.ok) return opened;
  const { workbook, converted } = opened.value;
  const chosen = await chooseSheet(workbook, options.sheet);
  if (!chosen.ok) return chosen;
  const parents = await openParents(options.parents);
  if (!parents.ok) return parents;
  const unit = checkedUnit(options.unit, parents.value);
  if (!unit.ok) return unit;
  const units = readUnits(options.units);
  if (!units.ok) return units;
  const profile = readProfile(options.profile);
  if (!profile.ok) return profile;
  const { year, issued, today, table } = options;
  const app: App = {
    host: "cli",
    workbook,
    engine: createEngine(),
    session: createSession(),
    overrides: { ...(year !== undefined && { year }), ...(issued !== undefined && { issued }), ...(profile.value && { profile: profile.value }) },
    today: () => today ?? localDay(new Date()),
    now: () => new Date(),
    roundTrips: () => 0,
    copyText: null,
    cleanCopy,
    newWorkbook: newXlsxOfReports,
    saveText: () => undefined,
    diagnostics: () => ({}),
    readSample: () => Promise.reject(new Error("the command line has no samples")),
  };
  const kept = await loadInto(app);
  if (!kept.ok) return kept;
  const { choices } = app.session.get();
  const sheet = chosen.value;
  const reading = table === undefined ? choices.reading : { ...choices.reading, [sheet]: { ...choices.reading[sheet], table } };
  app.session.update({
    sheet,
    parents: parents.value.length > 0 ? parents.value : app.session.get().parents,
    choices: { ...choices, reading, unit: unit.value || choices.unit, units: units.value.length > 0 ? units.value : choices.units },
  });
  return ok({ app, workbook, converted });
}

async function loadInto(app: App): Promise<Result<void, string>> {
  const { loadKept } = await import("../commands/kept");
  const kept = await loadKept(app);
  return kept.ok ? ok(undefined) : err(failureSentence(kept.error));
}

async function openAnyWorkbook(bytes: Uint8Array, file: string): Promise<Result<{ workbook: XlsxWorkbook; converted: boolean }, string>> {
  const opened = await openXlsx(bytes, file);
  if (opened.ok) return ok({ workbook: opened.value, converted: false });
  if (opened.error.code !== "not-xlsx") return err(failureSentence({ from: "document", failure: { code: opened.error.code } }));
  const foreign = await openWorkbook(bytes, file);
  if (!foreign.ok) return err(failureSentence({ from: "document", failure: foreign.error }));
  const converted = await openXlsx(await newXlsx(foreign.value.sheets, foreign.value.active), file);
  if (!converted.ok) return err(failureSentence({ from: "document", failure: { code: "damaged" } }));
  return ok({ workbook: converted.value, converted: true });
}

async function chooseSheet(workbook: XlsxWorkbook, wanted: string | undefined): Promise<Result<string, string>> {
  const sheets = await workbook.listSheets();
  if (!sheets.ok) return err(failureSentence({ from: "host", failure: sheets.error }));
  const names = sheets.value.map(({ name }) => name);
  if (wanted !== undefined) return names.includes(wanted) ? ok(wanted) : err(cliStrings.noSheet({ sheet: wanted, sheets: names }));
  const active = sheets.value.find(({ active, ours }) => active && !ours)?.name ?? ownSheet(sheets.value, "");
  return active === undefined ? err(failureSentence({ from: "ledger", failure: { code: "sheet-empty" } })) : ok(active);
}

/** Opens the parents named on the command line. */
export async function openParents(files: readonly string[], year?: number): Promise<Result<readonly ParentDocument[], string>> {
  const engine = createEngine();
  const parents: ParentDocument[] = [];
  for (const file of files) {
    const bytes = readFile(file);
    if (!bytes.ok) return bytes;
    const parent = await engine.openParent(bytes.value, file, year === undefined ? undefined : { year });
    if (!parent.ok) return err(failureSentence(parent.error));
    parents.push(parent.value.parent);
  }
  return ok(parents);
}

/** 本单位 must be an organ that the directory knows or the parent names; else candidates are listed. */
export function checkedUnit(unit: string | undefined, parents: readonly ParentDocument[]): Result<string, string> {
  if (unit === undefined) return ok("");
  const named = parents.flatMap((parent) => parent.tasks.flatMap((task) => task.responsibility.groups.flatMap((group) => group.units.map(({ name }) => name))));
  const resolved = resolveUnit(unit, unitDirectory(), named);
  return resolved.known ? ok(unit) : err(cliStrings.unknownUnit({ unit, candidates: resolved.candidates }));
}

function readUnits(file: string | undefined): Result<readonly string[], string> {
  if (file === undefined) return ok([]);
  const bytes = readFile(file);
  if (!bytes.ok) return bytes;
  const names = unitNamesOfFile(new TextDecoder().decode(bytes.value));
  return names.ok ? names : err(cliStrings.badUnits({ file }));
}

function readProfile(file: string | undefined): Result<ReturnType<typeof profileById>, string> {
  if (file === undefined) return ok(undefined);
  const builtIn = profileById(file);
  if (builtIn) return ok(builtIn);
  const bytes = readFile(file);
  if (!bytes.ok) return bytes;
  const profile = importProfile(new TextDecoder().decode(bytes.value));
  return profile.ok ? profile : err(failureSentence({ from: "command", failure: { code: "profile-invalid", detail: profile.error.detail } }));
}

function localDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}
