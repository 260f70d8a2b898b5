import { foldText, spanInRaw, type Span } from "../text/fold";

/** A number of a person found in a text. */
export interface PersonalNumber {
  /** The characters in the text as it stands. */
  readonly span: Span;
  readonly written: string;
  /** The same with its middle hidden: 138****5678. */
  readonly masked: string;
  /** false where only its shape speaks for it (an identity number of 15 digits has no check digit). */
  readonly certain: boolean;
}

/** 11 digits from 13 to 19, also written 138-1234-5678, 138 1234 5678 or with +86 before it; not inside a longer number or code. */
const MOBILE = /(?<![A-Za-z\d.\-_])(?:\(?\+?86\)?[ -]?)?(1[3-9]\d([ -]?)\d{4}\2\d{4})(?![\d_])(?![-.]\d)(?! *(?:[元万亿吨件户人次个份米%]|平方))/gu;

/** Mobile numbers in a text. Office lines (0551-6260…, 12345, 400…) have another shape and are left alone. */
export function mobileNumbersIn(text: string): PersonalNumber[] {
  return found(text, MOBILE, (digits) => ({ masked: `${digits.slice(0, 3)}****${digits.slice(7)}`, certain: true }));
}

const IDENTITY_18 = /(?<![A-Za-z\d])([1-8]\d{5}(?:19|20)\d{9}[\dXx])(?![A-Za-z\d])/gu;
const IDENTITY_15 = /(?<![A-Za-z\d.\-_/])([1-8]\d{14})(?![A-Za-z\d\-_/])(?!\.\d)/gu;

/** Whether a text says that identity numbers stand here: a column's label, or words before the number. */
export function namesIdentity(text: string): boolean {
  return /身份证(?!明)/u.test(text);
}

/**
 * Identity numbers in a text (GB 11643-1999): 18 digits whose province, day of birth and check digit are right, and,
 * less certain, 15 digits with a province and a day of birth, and 18 with a wrong check digit where the text or its
 * column says that it is an identity number: a digit was mistyped, and the person is still named.
 */
export function identityNumbersIn(text: string, isNamed = namesIdentity(text)): PersonalNumber[] {
  const long = found(text, IDENTITY_18, (number) => {
    const certain = isIdentityNumber(number);
    if (!certain && !(isNamed && isProvince(number) && isDay(number.slice(6, 14)))) return null;
    return { masked: `${number.slice(0, 6)}********${number.slice(14)}`, certain };
  });
  const short = found(text, IDENTITY_15, (number) => (isProvince(number) && isDay(`19${number.slice(6, 12)}`) ? { masked: `${number.slice(0, 6)}******${number.slice(12)}`, certain: false } : null));
  return [...long, ...short].sort((a, b) => a.span.start - b.span.start);
}

/** The text with the middle of each number hidden. */
export function masked(text: string, numbers: readonly PersonalNumber[]): string {
  return [...numbers].reverse().reduce((rest, { span, masked }) => rest.slice(0, span.start) + masked + rest.slice(span.end), text);
}

function found(text: string, pattern: RegExp, judge: (digits: string) => Pick<PersonalNumber, "masked" | "certain"> | null): PersonalNumber[] {
  if (!/\d{4}|[０-９]{4}/u.test(text)) return [];
  const folded = foldText(text);
  return [...folded.text.matchAll(pattern)].flatMap((match) => {
    const number = match[1] ?? "";
    const start = match.index + match[0].length - number.length;
    const judged = judge(number.replace(/[ -]/gu, ""));
    const span = spanInRaw(folded, start, start + number.length);
    return judged ? [{ span, written: text.slice(span.start, span.end), ...judged }] : [];
  });
}

const PROVINCES = new Set(["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"]);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isIdentityNumber(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return isProvince(number) && isDay(number.slice(6, 14)) && "10X98765432"[sum % 11] === number[17]!.toUpperCase();
}

function isProvince(number: string): boolean {
  return PROVINCES.has(number.slice(0, 2));
}

/** YYYYMMDD. */
function isDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
