import { squeeze } from "../ledger/cell-text";
import { isNumberedHeading } from "../ledger/headings";
import { endsLikeUnits } from "../ledger/looks-like";
import { dayIn, docNumberIn, titleAmong, unitIn, yearIn } from "../ledger/surroundings";

/** What a document says of itself outside its tasks. */
export interface DocumentWords {
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly issued: string | null;
}

/** A title of a notice names who sends it: 某某市人民政府办公室关于印发…的通知. */
const SENDER = /^([^，。：:]{3,30}?(?:政府|办公[厅室]|委员会|厅|局|委|部|院|小组(?:办公室)?|办))关于/u;
const RED_HEAD = /^([^，。：:]{3,30})文件$/u;

/**
 * Reads title, 发文字号, issuer (发文机关署名, else the sender in the title), 成文日期 and year from a document's lines:
 * the signature stands right above its date (GB/T 9704-2012, 7.3.5).
 */
export function documentWords(lines: readonly string[]): DocumentWords {
  const plain = lines.map(squeeze).filter((line) => line !== "");
  const opening = plain.findIndex((line) => isNumberedHeading(line) || line.length > 70 || /[：:]$/u.test(line));
  const head = plain.slice(0, opening < 0 ? Math.min(plain.length, 12) : opening);
  const title = plain.find((line) => /关于.{2,60}(?:通知|意见|方案|要点|分工|办法|计划|函|批复)$/u.test(line) && line.length <= 90) ?? titleAmong(head);
  const dateLine = plain.findIndex((line) => dayIn(line) !== null && line.replace(/[（()）]/gu, "").length <= 16);
  const signature = dateLine > 0 ? (plain[dateLine - 1] ?? "") : "";
  const isSignature = signature.length <= 30 && endsLikeUnits(signature) && !/[。；：:，,]/u.test(signature);
  const sender = plain.map((line) => SENDER.exec(line)?.[1] ?? RED_HEAD.exec(line)?.[1] ?? "").find((name) => name !== "");
  const named = plain.filter((line) => /^(?:填[表报]|报送|发[布文]|印发|制[表发]|编制|单位)/u.test(line)).map(unitIn).find((name) => name !== "");
  const docNumber = plain.map(docNumberIn).find((number) => number !== "") ?? "";
  const issued = dateLine < 0 ? null : dayIn(plain[dateLine] ?? "");
  const numbered = /((?:19|20)\d{2})/u.exec(docNumber)?.[1];
  const year = yearIn(title) ?? (numbered === undefined ? null : Number(numbered)) ?? (issued === null ? null : Number(issued.slice(0, 4))) ?? head.filter((line) => line.length <= 16).map(yearIn).find((found) => found !== null) ?? null;
  return { title, docNumber, issuer: (isSignature ? signature : "") || (sender ?? "") || (named ?? ""), year, issued };
}
