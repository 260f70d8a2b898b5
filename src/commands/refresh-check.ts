import type { SheetGrid } from "../core/grid/sheet-grid";
import { err, ok, type Result } from "../core/result";
import type { RuleNeed } from "../core/rules/rule";
import type { Profile } from "../core/rules/profile";
import { profileById } from "../core/rules/profiles";
import type { SheetInfo, WorkbookFacts } from "../core/workbook";
import { printOf } from "../core/kept/sheet-print";
import { verdictSentence } from "../strings/verdict";
import type { App } from "./app";
import type { Failure } from "./command";
import type { CheckInput, CheckOutcome } from "./engine";
import { saveChoices } from "./kept";
import type { CheckState } from "./session";

/** A sheet as the check wants it, and the input made of it. */
export interface SheetRead {
  readonly grid: SheetGrid;
  readonly sheets: readonly SheetInfo[];
}

/**
 * Reads the sheet of the session (or the active one) and the list of sheets. With a sheet of ours in front (检查情况表,
 * just written) the user means the ledger: the one worked on before, else the first that is the user's own.
 */
export async function readSheet(app: App, named?: string): Promise<Result<SheetRead, Failure>> {
  // On the command line nothing is in front: the sheet was chosen by --sheet.
  const sheet = named ?? (app.host === "cli" ? app.session.get().sheet : undefined);
  const [grid, sheets] = await Promise.all([app.workbook.readSheet(sheet), app.workbook.listSheets()]);
  if (!sheets.ok) return err({ from: "host", failure: sheets.error });
  const meant = sheet === undefined && isOurs(sheets.value, grid.ok ? grid.value.sheet : "") ? ownSheet(sheets.value, app.session.get().sheet) : undefined;
  const read = meant === undefined ? grid : await app.workbook.readSheet(meant);
  return read.ok ? ok({ grid: read.value, sheets: sheets.value }) : err({ from: "host", failure: read.error });
}

function isOurs(sheets: readonly SheetInfo[], name: string): boolean {
  return sheets.some((sheet) => sheet.ours && sheet.name === name);
}

/** The user's own sheet to work on where none is in front: the one named, else the first visible; undefined when there is none. */
export function ownSheet(sheets: readonly SheetInfo[], before: string): string | undefined {
  const own = sheets.filter(({ ours }) => !ours);
  return (own.find(({ name }) => name === before) ?? own.find(({ visible }) => visible))?.name;
}

/** What a check of a sheet needs, from the session. */
export function checkInput(app: App, read: SheetRead, facts: WorkbookFacts | null = null): CheckInput {
  const { parents, choices } = app.session.get();
  return { ...app.overrides, grid: read.grid, sheets: read.sheets, facts, parents, choices, today: app.today() };
}

/**
 * What a publisher must know beyond the cells, with the number of records we keep and, for a sheet that is to be
 * measured, the room of its cells; null where the host does not say.
 */
export async function readFacts(app: App, measured?: string): Promise<WorkbookFacts | null> {
  const [facts, parts, sizes] = await Promise.all([app.workbook.readFacts(), app.workbook.readParts(), measured === undefined ? undefined : app.workbook.readSizes(measured)]);
  return facts.ok ? { ...facts.value, ...(parts.ok && { keptParts: parts.value.length }), ...(sizes?.ok && { sizes: sizes.value }) } : null;
}

/** What the rules that a profile turns on look at beyond the cells. The rules themselves run elsewhere and are loaded here only when a profile names some. */
async function needsNamed(levels: Profile["levels"]): Promise<readonly RuleNeed[]> {
  const named = Object.keys(levels).filter((id) => levels[id] !== "off");
  if (named.length === 0) return [];
  const { rules } = await import("../core/rules");
  return rules.flatMap(({ meta }) => (named.includes(meta.id) ? meta.needs.filter((need) => OF_FACTS.has(need)) : []));
}

const OF_FACTS: ReadonlySet<RuleNeed> = new Set<RuleNeed>(["facts", "external-links", "properties", "page-setup", "sizes"]);

/** The input of a check of the given scope; facts cost round trips to Excel, and there are read only for rules that cannot do without. */
export async function checkInputFor(app: App, read: SheetRead, scope: "check" | "public"): Promise<CheckInput> {
  const chosen = app.overrides.profile ?? app.session.get().choices.profile;
  const levels = (typeof chosen === "string" ? profileById(chosen) : chosen)?.levels ?? {};
  const named = await needsNamed(levels);
  const asked = scope === "public" || app.host !== "excel" || named.length > 0;
  const measured = scope === "public" || named.includes("sizes") ? read.grid.sheet : undefined;
  return { ...checkInput(app, read, asked ? await readFacts(app, measured) : null), scope };
}

/** Puts a finished check into the session. */
export function showCheck(app: App, sheet: string, sheets: readonly SheetInfo[], outcome: CheckOutcome, scope: "check" | "public" = "check"): void {
  const { currentProblem } = app.session.get();
  const still = outcome.result.problems.some(({ id }) => id === currentProblem);
  app.session.update({ sheet, sheets, check: { outcome, time: app.now(), stale: false, scope }, unreadable: null, remembered: null, currentProblem: still ? currentProblem : null });
}

/** The last check, as one that the sheet may no longer bear out. */
export function staleCheck(app: App): CheckState | null {
  const { check } = app.session.get();
  return check && { ...check, stale: true };
}

/**
 * Checks the session's sheet again after something was written or decided, and remembers the result in the file, which
 * has been written to anyway. A sheet that can no longer be read leaves the old result, marked stale.
 */
export async function refreshCheck(app: App): Promise<Result<CheckOutcome | null, Failure>> {
  return checkAgain(app, (grid) => rememberCheck(app, grid));
}

/** As `refreshCheck`, after a change by the user: nothing is written. */
export async function recheckQuietly(app: App): Promise<Result<CheckOutcome | null, Failure>> {
  return checkAgain(app, () => Promise.resolve());
}

async function checkAgain(app: App, andThen: (grid: SheetGrid) => Promise<void>): Promise<Result<CheckOutcome | null, Failure>> {
  const { check, sheet } = app.session.get();
  if (!check) return ok(null);
  const read = await readSheet(app, sheet);
  const outcome = read.ok ? await app.engine.recheck(await checkInputFor(app, read.value, check.scope ?? "check")) : null;
  if (read.ok && outcome?.ok) {
    showCheck(app, sheet, read.value.sheets, outcome.value, check.scope);
    await andThen(read.value.grid);
    return ok(outcome.value);
  }
  app.session.update({ check: staleCheck(app) });
  if (!read.ok) return err(read.error);
  return outcome && !outcome.ok ? err({ from: "ledger", failure: outcome.error }) : ok(null);
}

/**
 * Keeps with the file what the check in the session found and what the sheet held then, for the next opening. To be
 * called only beside something the user asked to write: checking alone changes nothing in the file. When it cannot be
 * kept, the next opening says nothing of it; what the user asked for is done all the same.
 */
export async function rememberCheck(app: App, grid: SheetGrid): Promise<void> {
  const { check, choices } = app.session.get();
  if (!check || check.stale || check.scope === "public" || choices.closed !== null) return;
  const { result } = check.outcome;
  const { error, warning, info } = result.counts;
  await saveChoices(app, { lastCheck: { sheet: grid.sheet, time: check.time.toISOString(), print: printOf(grid.values), verdict: verdictSentence(result), error, warning, info } });
}
