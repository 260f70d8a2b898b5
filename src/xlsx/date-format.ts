const TOKEN = /"[^"]*"?|\\[\s\S]|\[[^\]]*\]|_[\s\S]|\*[\s\S]|上午\/下午|AM\/PM|A\/P|y+|m+|d+|h+|s+|e+|aaaa?|b+|\.0+|[\s\S]/giu;

/** Whether a section of a number format writes dates or times. */
export function isDateSection(section: string): boolean {
  const bare = section.replace(/"[^"]*"?|\\[\s\S]|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_[\s\S]|\*[\s\S]|General|G\/通用格式|E[+-]/giu, "");
  return /[ymdhse]|aaa|上午\/下午|AM\/PM/iu.test(bare) && !/[#?]/u.test(bare);
}

/**
 * A serial of the 1900 date system as text, as Excel in Chinese shows it (serial 60 is the 29 February 1900 that never
 * was). Undefined for serials Excel shows as ####: negative, or after the year 9999.
 */
export function formatDate(serial: number, section: string): string | undefined {
  if (serial < 0 || serial >= 2_958_466) return undefined;
  const tokens = [...section.matchAll(TOKEN)].map(([token]) => token);
  const fraction = tokens.find((token) => /^\.0+$/u.test(token))?.length ?? 1;
  const unit = 86_400 * 10 ** (fraction - 1);
  const rounded = Math.round(serial * unit) / unit;
  const moment = momentOf(rounded, tokens.some((token) => /^(?:AM\/PM|A\/P|上午\/下午)$/iu.test(token)));
  const numerals = /\[DBNum1\]/iu.test(section) ? chineseDigits : (digits: string) => digits;
  let text = "";
  tokens.forEach((token, place) => {
    const minutes = /^m{1,2}$/iu.test(token) && isMinutes(tokens, place);
    text += shown(token, moment, minutes, numerals);
  });
  return text.trim();
}

interface Moment {
  readonly serial: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly halves: boolean;
}

function momentOf(serial: number, halves: boolean): Moment {
  const day = Math.floor(serial + 1e-9);
  const seconds = Math.max(0, (serial - day) * 86_400);
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 + day : 30 + day));
  const leap = day === 60;
  const zero = day === 0;
  return {
    serial,
    year: zero ? 1900 : date.getUTCFullYear(),
    month: zero ? 1 : leap ? 2 : date.getUTCMonth() + 1,
    day: zero ? 0 : leap ? 29 : date.getUTCDate(),
    // Excel counts its extra day here too, so the days before March 1900 carry the wrong weekday.
    weekday: (day + 6) % 7,
    hour: Math.floor(seconds / 3600 + 1e-9),
    minute: Math.floor((seconds / 60 + 1e-7) % 60),
    second: (seconds + 1e-5) % 60,
    halves,
  };
}

/** `m` beside hours or seconds is minutes. */
function isMinutes(tokens: readonly string[], place: number): boolean {
  const codes = (list: readonly string[]): string | undefined => list.find((token) => /^\[?[ymdhse]+\]?$/iu.test(token));
  const before = codes(tokens.slice(0, place).reverse());
  const after = codes(tokens.slice(place + 1));
  return /^\[?h/iu.test(before ?? "") || /^\[?s/iu.test(after ?? "");
}

function shown(token: string, moment: Moment, minutes: boolean, numerals: (digits: string) => string): string {
  const number = (value: number, width: number): string => numerals(String(Math.floor(value)).padStart(width, "0"));
  const code = token.toLowerCase();
  if (/^y+$/u.test(code)) return code.length > 2 ? number(moment.year, 4) : number(moment.year % 100, 2);
  if (/^e+$/u.test(code)) return number(moment.year, 4);
  if (/^m+$/u.test(code)) {
    if (minutes) return number(moment.minute, code.length);
    return code.length <= 2 ? number(moment.month, code.length) : monthName(moment.month, code.length);
  }
  if (/^d+$/u.test(code)) return code.length <= 2 ? number(moment.day, code.length) : WEEKDAYS[moment.weekday]!.slice(0, code.length === 3 ? 3 : undefined);
  if (code === "aaaa") return `星期${DAYS[moment.weekday]}`;
  if (code === "aaa") return DAYS[moment.weekday]!;
  if (/^h+$/u.test(code)) return number(moment.halves ? moment.hour % 12 || 12 : moment.hour, code.length);
  if (/^s+$/u.test(code)) return number(moment.second, code.length);
  if (/^\.0+$/u.test(code)) return (moment.second % 1).toFixed(code.length - 1).slice(1);
  if (code === "am/pm") return moment.hour < 12 ? "AM" : "PM";
  if (code === "a/p") return moment.hour < 12 ? "A" : "P";
  if (code === "上午/下午") return moment.hour < 12 ? "上午" : "下午";
  if (code === "[h]" || code === "[hh]") return number(moment.serial * 24 + 1e-7, code.length - 2);
  if (code === "[m]" || code === "[mm]") return number(moment.serial * 1440 + 1e-5, code.length - 2);
  if (code === "[s]" || code === "[ss]") return number(moment.serial * 86_400 + 1e-3, code.length - 2);
  if (token.startsWith('"')) return token.replace(/"/gu, "");
  if (token.startsWith("\\")) return token.slice(1);
  if (token.startsWith("_")) return " ";
  return token.startsWith("[") || token.startsWith("*") || token === "@" ? "" : token;
}

function monthName(month: number, width: number): string {
  const name = MONTHS[month - 1]!;
  return width === 3 ? name.slice(0, 3) : width === 4 ? name : name.slice(0, 1);
}

/** [DBNum1]: years digit by digit (二〇二六), months and days as numbers (十二, 三十). */
function chineseDigits(digits: string): string {
  const signs = "〇一二三四五六七八九";
  if (digits.length > 2) return [...digits].map((digit) => signs[Number(digit)]).join("");
  const value = Number(digits);
  if (value < 10) return signs[value]!;
  return `${value < 20 ? "" : signs[Math.floor(value / 10)]}十${value % 10 === 0 ? "" : signs[value % 10]}`;
}

const DAYS = ["日", "一", "二", "三", "四", "五", "六"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
