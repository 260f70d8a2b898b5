import { formatValue } from "hucre";
import type { CellValue } from "../core/grid/sheet-grid";
import { formatDate, isDateSection } from "./date-format";

/**
 * The text a person sees in a cell, by its number format. Dates and General are written here, as Excel in Chinese writes
 * them (hucre gives 0.30000000000000004 for General and does not know e, aaaa, 上午/下午 or [DBNum1]); numbers go to hucre.
 * `value` is a serial of the 1900 system where the format is a date.
 */
export function shownText(value: CellValue, format: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (format === "General") return typeof value === "string" ? value : generalText(value);
  const sections = sectionsOf(format);
  if (typeof value === "string") return textSection(value, sections);
  const { section, signed } = sectionFor(value, sections);
  const bare = section.replace(/"[^"]*"|\\./gu, "");
  if (/general|G\/通用格式/iu.test(bare)) return withLiterals(section, generalText(signed ? value : Math.abs(value)));
  if (isDateSection(section)) return formatDate(value, section) ?? "#".repeat(8);
  if (!/[0#?@]/u.test(bare)) return withLiterals(section, "");
  return numberText(signed ? value : Math.abs(value), section);
}

/** Whether numbers under this format are dates or times. */
export function isDateFormat(format: string): boolean {
  return isDateSection(sectionsOf(format)[0] ?? "");
}

/** Eleven characters wide at most, as General shows numbers. */
export function generalText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 1e11 || size < 1e-9) return scientific(value);
  if (Number.isInteger(value)) return String(value);
  if (size < 1e-4) {
    const plain = trimmed(value.toFixed(9));
    // Excel keeps the decimal form only where nothing is cut off.
    return Number(plain) === value ? plain : scientific(value);
  }
  const whole = Math.trunc(size).toString().length;
  return trimmed(value.toFixed(Math.max(0, 10 - whole)));
}

function scientific(value: number): string {
  const [digits = "", exponent = ""] = value.toExponential(5).split("e");
  return `${trimmed(digits)}E${exponent.replace(/^([+-])(\d)$/u, "$10$2")}`;
}

function trimmed(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/u, "") : digits;
}

/** Every cell of a sheet asks for one of its few formats. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 500;

/** Splits at the semicolons that stand outside quotes, brackets and escapes. */
function sectionsOf(format: string): readonly string[] {
  const before = known.get(format);
  if (before !== undefined) return before;
  const sections = [""];
  for (const [token] of format.matchAll(/"[^"]*"?|\\[\s\S]|\[[^\]]*\]|[\s\S]/gu)) {
    if (token === ";") sections.push("");
    else sections[sections.length - 1] += token;
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(format, sections);
  return sections;
}

function sectionFor(value: number, sections: readonly string[]): { section: string; signed: boolean } {
  const numeric = sections.slice(0, 3).filter((section, index) => index === 0 || !section.includes("@"));
  const conditional = numeric.find((section) => conditionHolds(section, value) === true);
  if (numeric.some((section) => conditionHolds(section, value) !== undefined)) return { section: conditional ?? numeric.find((section) => conditionHolds(section, value) === undefined) ?? "General", signed: true };
  const [first = "General", negative, zero] = numeric;
  if (value < 0 && negative !== undefined) return { section: negative, signed: false };
  if (value === 0 && zero !== undefined) return { section: zero, signed: true };
  return { section: first === "" ? "General" : first, signed: true };
}

/** [>=100] and the like; undefined without a condition. */
function conditionHolds(section: string, value: number): boolean | undefined {
  const condition = /^(?:\[[^\]]*\])*?\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/u.exec(section);
  if (condition === null) return undefined;
  const bound = Number(condition[2]);
  switch (condition[1]) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
    case "=":
      return value === bound;
    default:
      return value !== bound;
  }
}

function textSection(value: string, sections: readonly string[]): string {
  const section = sections[3] ?? sections.find((other) => other.replace(/"[^"]*"/gu, "").includes("@"));
  if (section === undefined) return value;
  return literalsOf(section, (token) => (token === "@" ? value : ""));
}

/** The literal characters of a section around a text that stands for its digits. */
function withLiterals(section: string, digits: string): string {
  const marked = section.replace(/G\/通用格式|General/giu, "\u0001");
  return literalsOf(marked, (token) => (token === "\u0001" ? digits : "+-() /:.,".includes(token) || token > "\u007f" ? token : ""));
}

function literalsOf(section: string, other: (token: string) => string): string {
  let text = "";
  for (const [token] of section.matchAll(/"[^"]*"?|\\[\s\S]|\[[^\]]*\]|_[\s\S]|\*[\s\S]|[\s\S]/gu)) {
    if (token.startsWith('"')) text += token.replace(/"/gu, "");
    else if (token.startsWith("\\")) text += token.slice(1);
    else if (token.startsWith("[")) text += currencyOf(token);
    else if (token.startsWith("_")) text += " ";
    else if (!token.startsWith("*")) text += other(token);
  }
  return text;
}

/** [$¥-804] shows ¥. */
function currencyOf(token: string): string {
  return /^\[\$([^-\]]*)/u.exec(token)?.[1] ?? "";
}

function numberText(value: number, section: string): string {
  // Colours, conditions and locales do not show; hucre would print what it does not know of them.
  const plain = section.replace(/\[(?:\$([^-\]]*)[^\]]*|[^\]]*)\]/gu, (_, currency: string | undefined) => (currency === undefined || currency === "" ? "" : `"${currency}"`));
  return formatValue(value, plain).trim();
}
