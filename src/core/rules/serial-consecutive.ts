import type { LedgerRow } from "../ledger/ledger";
import { parseChineseNumber } from "../text/chinese-number";
import { foldText } from "../text/fold";
import { rowNumber } from "./cell-words";
import { defineSheetRule } from "./rule";

/** A sheet whose numbers break more often than this share of its rows numbers in a way of its own. */
const HABIT = 0.2;

/** Letters that stand where a digit should: l for 1, O for 0. */
const LOOKALIKE = /^(?=.*[lIOo])[\dlIOo]{1,3}$/u;

/**
 * 请核对: the serial number of a row is missing, repeated or out of order. Numbering that begins anew under each heading
 * is taken as it is; a sheet where breaks are the rule says nothing.
 */
export const serialConsecutive = defineSheetRule({
  meta: { id: "serial-consecutive", title: "序号连续", found: "序号不连续", group: "structure", severity: "warning", needs: ["seq"], looksAt: ["seq", "level1", "level2"] },
  messages: {
    repeated: (d: { row: number; seq: string; other: number }) => `第${d.row}行序号“${d.seq}”和第${d.other}行重了。`,
    skipped: (d: { row: number; seq: string; before: string }) => `第${d.row}行序号“${d.seq}”和上一项“${d.before}”不连续。`,
    missing: (d: { row: number }) => `第${d.row}行没有序号。`,
    lookalike: (d: { row: number; seq: string }) => `第${d.row}行序号“${d.seq}”里有字母，像是数字认错了。`,
  },
  docs: {
    why: "序号断了或重了，分不清是漏了一项还是写错了号。",
    howToFix: "核对有没有漏项，再改序号。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"], ["2", "更新政府信息公开指南。", "办公室", "6月底前"], ["4", "组织开展业务培训。", "人事科", "9月底前"], ["5", "建立政务公开工作台账。", "办公室", "5月底前"]] }],
    good: [{ rows: [["工作任务", "序号", "具体要求", "责任单位", "完成时限"], ["一、主动公开", "1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["一、主动公开", "2", "更新政府信息公开指南。", "办公室", "6月底前"], ["二、政策解读", "1", "做好政策解读材料的发布。", "法规科", "全年"], ["二、政策解读", "2", "组织开展解读业务培训。", "人事科", "9月底前"]] }],
  },
  check(context, report) {
    const numbered = inDigits(context.ledger.rows) ?? inChinese(context.ledger.rows);
    if (numbered.length >= context.ledger.rows.length * (1 - HABIT)) {
      for (const row of context.ledger.rows) {
        const seq = row.cells.seq;
        if (seq?.source === "own" && LOOKALIKE.test(seq.text)) report({ messageId: "lookalike", data: { row: rowNumber(row), seq: seq.text }, row, field: "seq", at: seq.at });
      }
    }
    const found = breaksOf(numbered);
    if (found.length > Math.max(2, numbered.length * HABIT)) return;
    for (const { row, before, repeats } of found) {
      const seq = row.cells.seq!;
      const at = seq.at;
      if (seq.text === "" || row.inferred.includes("seq")) report({ messageId: "missing", data: { row: rowNumber(row) }, row, field: "seq", at, severity: "info" });
      else if (repeats) report({ messageId: "repeated", data: { row: rowNumber(row), seq: seq.text, other: rowNumber(repeats) }, row, field: "seq", at });
      else report({ messageId: "skipped", data: { row: rowNumber(row), seq: seq.text, before: before?.text ?? "" }, row, field: "seq", at });
    }
  },
});

interface Numbered {
  readonly row: LedgerRow;
  readonly value: number | null;
  readonly text: string;
}

/** The numbers of rows that are numbered 1, 2, 3; undefined where none is. */
function inDigits(rows: readonly LedgerRow[]): Numbered[] | undefined {
  const numbered = rows.flatMap((row) => {
    const number = numberOf(row);
    return number === undefined ? [] : [{ row, ...number }];
  });
  return numbered.some(({ value }) => value !== null) ? numbered : undefined;
}

/** The numbers of rows that are numbered 一、二、三 or （一）（二）（三）, each of them: beside blank cells these are numbers of parts, not of rows. */
function inChinese(rows: readonly LedgerRow[]): Numbered[] {
  const numbered = rows.flatMap((row) => {
    const cell = row.cells.seq;
    const value = cell?.source === "own" ? parseChineseNumber(/^\(?([^()、.]{1,4})\)?[、.]?$/u.exec(foldText(cell.text).text.trim())?.[1] ?? "") : null;
    return value === null ? [] : [{ row, value, text: row.cells.seq!.text }];
  });
  return numbered.length === rows.length ? numbered : [];
}

/** A row's number; null where it is blank although the sheet numbers its rows, undefined where the number is of another kind (2.1, A-3). */
function numberOf(row: LedgerRow): { value: number | null; text: string } | undefined {
  const cell = row.cells.seq;
  // Numbers that were inherited belong to the row above; the reader made up no number that was not printed.
  if (!cell || cell.source === "inherited" || cell.source === "merged" || cell.source === "counted") return undefined;
  if (cell.text === "") return { value: null, text: "" };
  // What a misread letter stands for keeps the count; the letter itself is told apart.
  const text = LOOKALIKE.test(cell.text) ? cell.text.replace(/[lI]/gu, "1").replace(/[oO]/gu, "0") : cell.text;
  const digits = /^[(（第]?(\d{1,5})[)）.．、项条号]?$/u.exec(foldText(text).text.trim());
  return digits ? { value: Number(digits[1]), text: cell.text } : undefined;
}

function breaksOf(numbered: readonly Numbered[]): { row: LedgerRow; before: Numbered | undefined; repeats: LedgerRow | undefined }[] {
  const found: { row: LedgerRow; before: Numbered | undefined; repeats: LedgerRow | undefined }[] = [];
  let before: Numbered | undefined;
  let lastRepeated = false;
  let seen = new Map<number, LedgerRow>();
  for (const each of numbered) {
    if (each.value === null) {
      found.push({ row: each.row, before, repeats: undefined });
      continue;
    }
    const startsAnew = each.value === 1 && before !== undefined && (before.row.cells.level1?.text !== each.row.cells.level1?.text || before.row.cells.level2?.text !== each.row.cells.level2?.text || before.row.block !== each.row.block);
    if (startsAnew) seen = new Map();
    const repeats = seen.get(each.value);
    // After a repeated number either way of going on is right: 9, 9, 11 has one slip, and so has 9, 9, 10.
    const follows = before === undefined || startsAnew || each.value === before.value! + 1 || (lastRepeated && each.value === before.value! + 2);
    if (repeats || (!follows && before !== undefined)) found.push({ row: each.row, before, repeats });
    if (!repeats) seen.set(each.value, each.row);
    lastRepeated = repeats !== undefined;
    before = each;
  }
  return found;
}
