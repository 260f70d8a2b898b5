import { parseChineseNumber } from "../text/chinese-number";
import { foldWord } from "./looks-like";
import { isNumberedHeading } from "./headings";

/** What the words around a table, or a document's own opening and closing lines, say about it. */
export interface Surroundings {
  readonly title: string;
  readonly docNumber: string;
  /** The unit that fills in or issues: 填报单位：…, or the line above the date. */
  readonly unit: string;
  readonly year: number | null;
  readonly issued: string | null;
}

/** 发文字号: 机关代字, year in brackets, number (GB/T 9704-2012, 7.2.5). Other brackets and a stray 第 are seen in practice. */
const DOC_NUMBER = /[\u4e00-\u9fff]{1,12}[〔［[【（(]\s*(?:19|20)\d{2}\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*号/u;
const TABLE_WORD = /台账|分工|清单|一览表|任务表|明细表|统计表|计划表|推进表|进度表|方案|要点|计划|目录|措施|安排|表$/u;
const UNIT_LINE = /(?:填[表报]|报送|上报|编制|制表|责任|牵头|印发|发布|发文|制发)?(?:单位|部门|机关|机构)(?:名称)?(?:[（(][^）)]{0,6}[）)])?[:：]\s*([^\s,，;；:：]{2,30}?)(?=\s|$|[,，;；]|(?:19|20)\d{2}\s*[年./-]|[（(]?(?:盖章|公章)|填[表报]|日期|时间|负责人|联系)/u;
/** What figures are counted in: 单位：万元 names nobody. */
const MEASURE = /^[百千万亿]*(?:元|美元|人|人次|户|个|件|项|家|亩|公顷|吨|公里|千米|平方米|平方公里|立方米|辆|台|套|天|小时|%|％)(?:$|[、/（(])/u;
const ANNEX = /^(?:附件|附表|附录|附)\s*[\d一二三四五六七八九十]*\s*[:：.、]?$/u;

/** Full-width digits as plain ones: ２０２４年. */
function plainDigits(text: string): string {
  return text.replace(/[\uff10-\uff19]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** The day a text names first, as ISO: 2026年3月5日, 2026-03-05, 二〇二六年三月五日. Null when there is none. */
export function dayIn(given: string): string | null {
  const text = plainDigits(given);
  const digits = /((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?:\s*日|(?!\d))/u.exec(text);
  if (digits) return isoDay(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const chinese = /([二一][〇○零oO0九][一二三四五六七八九〇○零oO0]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u.exec(text);
  if (!chinese) return null;
  const [year, month, day] = [chinese[1]!.replace(/[oO0]/gu, "〇"), chinese[2]!, chinese[3]!].map(parseChineseNumber);
  return isoDay(year ?? 0, month ?? 0, day ?? 0);
}

function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The year a title speaks of: 2026年…, 2026年度…, 2025—2026年 (the first). Null when it names none. */
export function yearIn(given: string): number | null {
  const text = plainDigits(given);
  const found = /((?:19|20)\d{2})\s*(?:年|[—–~～-]\s*(?:19|20)\d{2}\s*年)/u.exec(text) ?? /^\D*((?:19|20)\d{2})\D*$/u.exec(text);
  if (found) return Number(found[1]);
  const chinese = /(二[〇○零oO0][一二三四五六七八九〇○零oO0]{2})年/u.exec(text)?.[1];
  return chinese === undefined ? null : parseChineseNumber(chinese.replace(/[oO0]/gu, "〇"));
}

/** A 发文字号 that is a line of its own, or ends one; numbers cited inside sentences and 《》 are not the document's own. */
export function docNumberIn(line: string): string {
  const found = DOC_NUMBER.exec(line);
  if (!found || line.length > found[0].length + 24 || /[《》。，,；;]/u.test(line) || /^(?:根据|按照|依据|落实|贯彻)/u.test(line)) return "";
  return found[0].replace(/\s+/gu, "");
}

/** 2024年5月 under a title: when it was drawn up. */
const YEAR_AND_MONTH = /^[（(]?(?:(?:19|20)\d{2}|二[〇○零一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月[）)]?$/u;

/** Whether a line stands above a table without being its title: 附件2, 文号, a date, 填报单位：…, 单位：万元. */
function isApart(line: string): boolean {
  if (ANNEX.test(line) || /^目\s*录$/u.test(line) || YEAR_AND_MONTH.test(line) || /^[（(【〔](?!(?:19|20)\d{2})[^（）()]{2,10}[)）】〕]$/u.test(line) || /^(?:密级|紧急程度|签发人|主送|抄送|来源|发布时间|索引号|[（(]?(?:截至|截止))/u.test(line)) return true;
  if (docNumberIn(line) !== "" && line.length < 40) return true;
  if (/[:：]/u.test(line) && !/[《》]/u.test(line)) return true;
  return (dayIn(line) !== null && line.replace(/[（()）]/gu, "").length <= 16) || /^[—–\-－\d\s]+$/u.test(line) || /文件$/u.test(line);
}

/**
 * The title among the lines above a table, nearest last. A title of two lines is put together: 某某市2026年度 / 重点工作任务台账.
 */
export function titleAmong(lines: readonly string[]): string {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? "";
    if (line === "" || isApart(line) || isNumberedHeading(line) || line.length > 70 || /[。；;]$/u.test(line)) continue;
    const above = lines[i - 1] ?? "";
    // （2024—2026年） below a title belongs to it.
    if (/^[（(〔][^（）()〔〕]*[）)〕]$/u.test(line) && above !== "" && !isApart(above) && line.length + above.length <= 70) return titleAmong(lines.slice(0, i)) + line;
    const isWhole = /(?:19|20)\d{2}年|关于/u.test(line) || above === "" || isApart(above) || isNumberedHeading(above) || /[。；;，,:：]$/u.test(above) || line.length + above.length > 60;
    return isWhole || !TABLE_WORD.test(line) ? line : above + line;
  }
  return "";
}

/** Whether two lines are one title, the later printed over a page that goes on: …清单（续）, 续表 …. */
export function isSameTitle(a: string, b: string): boolean {
  return wholeTitle(a) === wholeTitle(b);
}

function wholeTitle(text: string): string {
  return foldWord(text).replace(/^\(?(?:续表?|接上页)\)?[:：]?|\(?(?:续表?|接上页)[一二三\d]?\)?$/gu, "");
}

/** Whether a line alone above a header begins a new table: it speaks of a list, or is an 附件 mark. */
export function opensTable(line: string): boolean {
  return line.length <= 60 && !/[。；;]$/u.test(line) && !isNumberedHeading(line) && (ANNEX.test(line) || TABLE_WORD.test(line));
}

/** The unit named in a line such as 填报单位：市教育局; "" when there is none. */
export function unitIn(line: string): string {
  const unit = UNIT_LINE.exec(line)?.[1] ?? "";
  return MEASURE.test(unit) ? "" : unit;
}

/**
 * Reads the lines above (nearest last) and below a table. `sheet`: the sheet's name, which often carries the year.
 */
export function readSurroundings(above: readonly string[], below: readonly string[], sheet: string): Surroundings {
  const title = titleAmong(above);
  const docNumber = [...above].reverse().map(docNumberIn).find((found) => found !== "") ?? "";
  const unit = [...above, ...below].map(unitIn).find((found) => found !== "") ?? "";
  const issued = dayAmong(above, STATE_OF) ?? dayAmong(below, STATE_OF);
  const day = dayAmong(above) ?? dayAmong(below);
  const numbered = /[〔［[【（(]\s*((?:19|20)\d{2})/u.exec(docNumber)?.[1];
  const year = yearIn(title) ?? (numbered === undefined ? null : Number(numbered)) ?? firstOf(above, yearIn) ?? (day === null ? null : Number(day.slice(0, 4))) ?? yearIn(foldWord(sheet));
  return { title, docNumber, unit, year, issued };
}

function dayAmong(lines: readonly string[], apart: RegExp | null = null): string | null {
  return firstOf(
    lines.filter((line) => line.length <= 80 && !/根据|按照|《/u.test(line)),
    (line) => dayIn(apart === null ? line : line.replace(apart, "")),
  );
}

/** A day up to which progress is told or on which the sheet was handed up or brought up to date: no day of issue. */
const STATE_OF = /(?:截至|截止|(?:更新|统计|打印|报送|上报|调度)(?:时间|日期|至|于)?)[到至为]?\s*[:：]?\s*(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?/gu;

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}
