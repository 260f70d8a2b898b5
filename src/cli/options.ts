import { parseArgs } from "node:util";
import type { RowSpan } from "../core/fill/row-span";
import { columnOfLetters } from "../core/grid/address";
import { err, ok, type Result } from "../core/result";
import { cliStrings } from "../strings/cli";

const OPTIONS = {
  json: { type: "boolean" },
  jsonl: { type: "boolean" },
  sheet: { type: "string" },
  table: { type: "string" },
  year: { type: "string" },
  issued: { type: "string" },
  as: { type: "string" },
  parent: { type: "string", multiple: true },
  profile: { type: "string" },
  units: { type: "string" },
  today: { type: "string" },
  out: { type: "string" },
  force: { type: "boolean" },
  fix: { type: "string" },
  report: { type: "boolean" },
  public: { type: "boolean" },
  template: { type: "string" },
  columns: { type: "string" },
  all: { type: "boolean" },
  last: { type: "boolean" },
  enrich: { type: "string" },
  after: { type: "string" },
  from: { type: "string" },
  adapt: { type: "boolean" },
  accept: { type: "string" },
  replace: { type: "string" },
  answers: { type: "string", multiple: true },
  rows: { type: "string" },
  "one-sheet": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What stands on the command line, checked. `command` is "" when there is none. */
export interface Options {
  readonly command: string;
  readonly files: readonly string[];
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly sheet: string | undefined;
  readonly table: number | undefined;
  readonly year: number | undefined;
  readonly issued: string | undefined;
  readonly unit: string | undefined;
  readonly parents: readonly string[];
  readonly profile: string | undefined;
  readonly units: string | undefined;
  readonly today: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
  readonly fix: boolean;
  readonly report: boolean;
  readonly forPublic: boolean;
  readonly template: string | undefined;
  readonly columns: readonly string[] | undefined;
  readonly all: boolean;
  readonly enrich: readonly string[];
  /** 0-based sheet column, right of which new ones go. */
  readonly after: number | undefined;
  /** A source that is no file: parent, sheet, kept, ledger, or the id of a shipped template. */
  readonly from: string | undefined;
  readonly adapt: boolean;
  /** Also what is probable, not only what is sure. */
  readonly acceptProbable: boolean;
  readonly replace: { readonly from: string; readonly to: string } | undefined;
  readonly answers: readonly string[];
  readonly rows: readonly RowSpan[] | undefined;
  readonly oneSheet: boolean;
  readonly help: boolean;
  readonly last: boolean;
  /** The options that were given, by their key here and their name on the command line; --json and --help aside. */
  readonly given: readonly { readonly key: string; readonly name: string }[];
}

/** Names on the command line that differ from the key here. */
const KEYS: Readonly<Record<string, string>> = { as: "unit", parent: "parents", public: "forPublic", accept: "acceptProbable", "one-sheet": "oneSheet" };

/** Reads the arguments. Fails with the sentence to print: an unknown option, a value of the wrong kind. */
export function readOptions(args: readonly string[]): Result<Options, string> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return err(cliStrings.badOption({ detail: optionNamed(error) }));
  }
  const { values, positionals } = parsed;
  const year = wholeNumber(values.year, 1900, 2999);
  const table = wholeNumber(values.table, 1, 9999);
  if (year === null) return err(cliStrings.badValue({ option: "--year", value: values.year ?? "" }));
  if (table === null) return err(cliStrings.badValue({ option: "--table", value: values.table ?? "" }));
  for (const [option, value] of [["--issued", values.issued], ["--today", values.today]] as const) {
    if (value !== undefined && !isDay(value)) return err(cliStrings.badValue({ option, value }));
  }
  if (values.fix !== undefined && values.fix !== "safe") return err(cliStrings.badValue({ option: "--fix", value: values.fix }));
  if ((values.fix !== undefined || values.report) && values.out === undefined) return err(cliStrings.outNeeded);
  const after = values.after === undefined ? undefined : columnOfLetters(values.after);
  if (values.after !== undefined && after === undefined) return err(cliStrings.badValue({ option: "--after", value: values.after }));
  const rows = values.rows === undefined ? undefined : spansOf(values.rows);
  if (rows === null) return err(cliStrings.badValue({ option: "--rows", value: values.rows ?? "" }));
  const replace = values.replace === undefined ? undefined : pairOf(values.replace);
  if (replace === null) return err(cliStrings.badReplacement({ value: values.replace ?? "" }));
  if (values.accept !== undefined && values.accept !== "probable") return err(cliStrings.badValue({ option: "--accept", value: values.accept }));
  const [command = "", ...files] = positionals;
  return ok({
    command,
    files,
    json: values.json ?? false,
    jsonl: values.jsonl ?? false,
    sheet: values.sheet,
    table,
    year,
    issued: values.issued,
    unit: values.as,
    parents: values.parent ?? [],
    profile: values.profile,
    units: values.units,
    today: values.today,
    out: values.out,
    force: values.force ?? false,
    fix: values.fix !== undefined,
    report: values.report ?? false,
    forPublic: values.public ?? false,
    template: values.template,
    columns: listOf(values.columns),
    all: values.all ?? false,
    enrich: listOf(values.enrich) ?? [],
    after,
    from: values.from,
    adapt: values.adapt ?? false,
    acceptProbable: values.accept !== undefined,
    replace,
    answers: values.answers ?? [],
    rows,
    oneSheet: values["one-sheet"] ?? false,
    help: values.help ?? false,
    last: values.last ?? false,
    given: Object.keys(values).filter((name) => name !== "json" && name !== "help").map((name) => ({ key: KEYS[name] ?? name, name: `--${name}` })),
  });
}

function optionNamed(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  return /'(-{1,2}[^']+)'/u.exec(message)?.[1] ?? message;
}

function wholeNumber(text: string | undefined, least: number, most: number): number | undefined | null {
  if (text === undefined) return undefined;
  const value = Number(text);
  return /^\d+$/u.test(text) && value >= least && value <= most ? value : null;
}

/** 3-8,12: rows of the sheet as it numbers them. */
function spansOf(text: string): readonly RowSpan[] | null {
  const spans = (listOf(text) ?? []).map((part) => {
    const [, first, last = first] = /^(\d{1,7})(?:[-—~～](\d{1,7}))?$/u.exec(part) ?? [];
    return { first: Number(first ?? 0) - 1, last: Number(last ?? 0) - 1 };
  });
  return spans.length > 0 && spans.every(({ first, last }) => first >= 0 && last >= first) ? spans : null;
}

/** 旧处室=新处室. */
function pairOf(text: string): { readonly from: string; readonly to: string } | null {
  const [from = "", to = "", ...more] = text.split(/[=＝]/u).map((part) => part.trim());
  return from === "" || to === "" || from === to || more.length > 0 ? null : { from, to };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function listOf(text: string | undefined): readonly string[] | undefined {
  return text?.split(/[,，、]/u).map((item) => item.trim()).filter((item) => item !== "");
}
