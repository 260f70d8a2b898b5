import { formattedText } from "./number-format";

export type Scalar = string | number | boolean;

/** How a cell looks; a missing member is Excel's default. Never changed in place. */
export interface Look {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly wrap?: boolean;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly indent?: number;
  readonly shrink?: boolean;
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  /** Line style by edge ("EdgeTop": "Continuous"). */
  readonly borders?: Readonly<Record<string, string>>;
}

export interface Cell {
  /** "" is an empty cell. */
  value: Scalar;
  formula: string | null;
  /** An error value, as opposed to the text that looks like one. */
  isError: boolean;
  numberFormat: string;
  look: Look | null;
}

export function emptyCell(): Cell {
  return { value: "", formula: null, isError: false, numberFormat: "General", look: null };
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.value === "" && cell.formula === null);
}

export function isUntouched(cell: Cell | undefined): boolean {
  return cell === undefined || (isBlank(cell) && cell.numberFormat === "General" && cell.look === null);
}

const ERRORS = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

export function looksLikeError(text: string): boolean {
  return ERRORS.test(text);
}

/**
 * What Excel does with a value that is assigned to it: formulas, numbers, dates, percentages and booleans are recognised in
 * text unless the cell is formatted as text or an apostrophe stands in front. null leaves the cell as it is.
 * The recognition is meant to be greedy, as a Chinese Excel's is: what a caller does not guard is coerced.
 */
export function assign(cell: Cell, given: unknown, evaluate: (formula: string) => Scalar): void {
  if (given === null || given === undefined) return;
  if (typeof given === "number" || typeof given === "boolean") return store(cell, given);
  if (typeof given !== "string") throw new TypeError("a cell takes text, numbers and booleans");
  if (cell.numberFormat === "@") return store(cell, given);
  if (given.startsWith("'")) return store(cell, given.slice(1));
  if (given.length > 1 && /^[=+\-@]/.test(given) && !/^[+-][\d.,]+%?$/.test(given)) {
    const formula = given.startsWith("=") ? given : `=${given}`;
    store(cell, evaluate(formula));
    cell.formula = formula;
    return;
  }
  const recognised = recognise(given);
  if (recognised === null) return store(cell, given);
  store(cell, recognised.value);
  cell.isError = recognised.isError === true;
  if (recognised.format !== undefined && cell.numberFormat === "General") cell.numberFormat = recognised.format;
}

function store(cell: Cell, value: Scalar): void {
  cell.value = value;
  cell.formula = null;
  cell.isError = false;
}

function recognise(text: string): { value: Scalar; format?: string; isError?: boolean } | null {
  const plain = text.normalize("NFKC").trim();
  if (looksLikeError(plain)) return { value: plain, isError: true };
  if (/^(?:true|false)$/i.test(plain)) return { value: plain.toLowerCase() === "true" };
  const number = /^([+-]?)\(?[¥$€]?([\d,]*\.?\d+(?:[eE][+-]?\d+)?|\d+\.)\)?(%?)$/.exec(plain);
  if (number) {
    const size = Number(number[2]!.replaceAll(",", "")) * (number[3] ? 0.01 : 1);
    return { value: number[1] === "-" || plain.startsWith("(") ? -size : size, ...(number[3] ? { format: "0%" } : {}) };
  }
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(plain);
  if (time) return { value: (Number(time[1]) + Number(time[2]) / 60 + Number(time[3] ?? 0) / 3600) / 24, format: "h:mm" };
  if (/^\d+ \d+\/\d+$/.test(plain)) return { value: 0, format: "# ?/?" };
  const full = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(plain);
  if (full) return { value: serialOf(Number(full[1]), Number(full[2]), Number(full[3] ?? 1)), format: "m/d/yyyy" };
  const short = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/.exec(plain);
  if (short) return { value: serialOf(2026, Number(short[1]), Number(short[2] ?? short[3])), format: "d-mmm" };
  if (/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{1,4}$/i.test(plain)) return { value: 46000, format: "d-mmm" };
  return null;
}

function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

/** The text a person sees. */
export function shownText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell.value === "boolean") return cell.value ? "TRUE" : "FALSE";
  return typeof cell.value === "number" ? formattedText(cell.value, cell.numberFormat) : cell.value;
}

export function valueType(cell: Cell | undefined): string {
  if (cell === undefined || cell.value === "") return "Empty";
  if (cell.isError) return "Error";
  return typeof cell.value === "number" ? "Double" : typeof cell.value === "boolean" ? "Boolean" : "String";
}

