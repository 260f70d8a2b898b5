/** Chinese numerals as offices write them: 十二, 二十, 廿三, 一百零五, 两千, 三万, and digits in a row, 二〇二六. */

const digitValues: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, "○": 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
};
const unitValues: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const tens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const numerals: ReadonlySet<string> = new Set([...Object.keys(digitValues), ...Object.keys(unitValues), ...Object.keys(tens), "万", "亿"]);
const digits = "零一二三四五六七八九";
const units = ["", "十", "百", "千"] as const;

/** The value of one Chinese digit (〇 to 九, formal forms and 两 too), or null when it is not one. */
export function chineseDigit(character: string): number | null {
  return digitValues[character] ?? null;
}

/** Whether the character can stand inside a Chinese numeral. */
export function isChineseNumeral(character: string): boolean {
  return numerals.has(character);
}

/**
 * The number a Chinese numeral stands for, or null when the text is not a well-formed one: 十二 → 12, 一百零五 → 105,
 * 二〇二六 → 2026 (digits in a row are read as digits), 二十万 → 200000. Well-formed means units in falling order and
 * no digit lost: 十十, 二百三千 and 百 alone are null.
 */
export function parseChineseNumber(text: string): number | null {
  if (text === "") return null;
  if ([...text].every((character) => character in digitValues)) return digitsInARow(text);
  let total = 0;
  let rest = text;
  for (const [unit, size] of [["亿", 1e8], ["万", 1e4]] as const) {
    const at = rest.indexOf(unit);
    if (at < 0) continue;
    const head = belowTenThousand(rest.slice(0, at));
    if (head === null || head === 0) return null;
    total += head * size;
    rest = rest.slice(at + 1);
    if (rest === "") return total;
  }
  const tail = belowTenThousand(rest);
  return tail === null ? null : total + tail;
}

/**
 * A whole number from 0 to 99 999 999 as an office writes it: 12 → 十二, 20 → 二十, 105 → 一百零五, 110 → 一百一十.
 * Null for any other number.
 */
export function formatChineseNumber(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) return null;
  if (value === 0) return "零";
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return dropLeadingOne(formatBelowTenThousand(low));
  const gap = low > 0 && low < 1000 ? "零" : "";
  return `${dropLeadingOne(formatBelowTenThousand(high))}万${gap}${low > 0 ? formatBelowTenThousand(low) : ""}`;
}

/** A year digit by digit: 2026 → 二〇二六. */
export function formatChineseYear(year: number): string {
  return [...String(year)].map((digit) => (digit === "0" ? "〇" : digits.charAt(Number(digit)))).join("");
}

function digitsInARow(text: string): number | null {
  let value = 0;
  for (const character of text) value = value * 10 + (digitValues[character] ?? 0);
  return Number.isSafeInteger(value) ? value : null;
}

function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  let zero = false;
  for (const character of text) {
    const twenty = tens[character];
    const unit = unitValues[character];
    const value = digitValues[character];
    if (twenty !== undefined) {
      if (digit !== null || lastUnit <= 10) return null;
      total += twenty;
      lastUnit = 10;
      zero = false;
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      // Only ten may stand without its digit (十二, 一百一十 also as 百十), and 零 is no multiple of it.
      if (digit === null && (unit !== 10 || zero)) return null;
      if (digit === 0) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      zero = false;
    } else if (value === 0) {
      if (digit !== null || zero || text.length === 1) return text.length === 1 ? 0 : null;
      zero = true;
    } else if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
    } else {
      return null;
    }
  }
  if (zero && digit === null) return null;
  // Spoken 一百二 for 120 and the like is left unread: offices do not write deadlines so.
  if (digit !== null && lastUnit > 10 && lastUnit < 10_000 && !zero) return null;
  return text === "" ? null : total + (digit ?? 0);
}

function formatBelowTenThousand(value: number): string {
  let text = "";
  let pendingZero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero = text !== "";
      continue;
    }
    text += `${pendingZero ? "零" : ""}${digits.charAt(digit)}${units[place] ?? ""}`;
    pendingZero = false;
  }
  return text;
}

function dropLeadingOne(text: string): string {
  return text.startsWith("一十") ? text.slice(1) : text;
}
