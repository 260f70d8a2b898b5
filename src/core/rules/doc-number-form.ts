import type { LedgerRow } from "../ledger/ledger";
import type { Span } from "../text/fold";
import { rowNumber } from "./cell-words";
import { linkOf } from "./linked-task";
import { defineRowRule, type RuleContext } from "./rule";
import { textCells, textEdit } from "./text-cells";

const OPENERS = "〔\\[［(（【﹝〖{〈<";
const CLOSERS = "〕\\]］)）】﹞〗}〉>";
/** The characters an office's 代字 ends with: 国办发, 皖政办秘, 国办公开办函. */
const CODE = "\\p{Script=Han}{1,7}?[发函办秘字文规令告议纪电明综通便请报复传组党政委法财教人民社农建环交]";
/** 国办发〔2020〕53号, in whatever brackets, with whatever blanks. */
const WHOLE = new RegExp(`(?<=${CODE})(\\s*)([${OPENERS}])(\\s*)((?:19|20)\\d{2})(\\s*)([${CLOSERS}])(\\s*)(\\d{1,4})(\\s*)号`, "gu");
const MAY_BE = new RegExp(`[\\d${CLOSERS}]\\s*号`, "u");
/** Brackets or digits lost: 国办发〔202053号, 国办发2020〕53号, 国办发〔2020〕号. */
const DAMAGED = new RegExp(
  `(?:${CODE})\\s*(?:[${OPENERS}]\\s*\\d{4,8}\\s*号|\\d{4}\\s*[${CLOSERS}]\\s*\\d{1,4}\\s*号|[${OPENERS}]\\s*\\d{0,3}\\s*[${CLOSERS}]\\s*\\d{1,4}\\s*号|[${OPENERS}]\\s*(?:19|20)\\d{2}\\s*[${CLOSERS}]\\s*号|[${OPENERS}]\\s*(?:19|20)\\d{2}\\s*号\\s*[${CLOSERS}]?)`,
  "gu",
);
const WELL_FORMED = /\p{Script=Han}{2,10}〔(?:19|20)\d{2}〕\d{1,4}号/gu;

/**
 * A 文号 stands in six-corner brackets, the year in full (GB/T 9704-2012, 7.2.5). 可改, sure: other brackets or blanks
 * inside. 请核对: brackets or digits are missing; only the parent can say what they were.
 */
export const docNumberForm = defineRowRule({
  meta: { id: "doc-number-form", title: "文号写法", found: "文号不规范", group: "text", severity: "warning", needs: [], source: "GB/T 9704-2012 7.2.5 发文字号" },
  messages: {
    brackets: (d: { row: number; written: string; right: string }) => `第${d.row}行文号“${d.written}”应写作“${d.right}”。`,
    damaged: (d: { row: number; written: string }) => `第${d.row}行“${d.written}”，文号不完整。`,
  },
  docs: {
    why: "文号的年份用六角括号〔〕括起来，缺字就查不到文件。",
    howToFix: "照原文件的文号改。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "落实江政办发[2024]12号文件要求。", "办公室", "年底前"], ["2", "落实江政办发〔202412号文件要求。", "法规科", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "落实江政办发〔2024〕12号文件要求。", "办公室", "年底前"], ["2", "完成整改（2024年底前）15项。", "法规科", "全年"]] }],
  },
  check(context, row, report) {
    for (const cell of textCells(context, row)) {
      if (!MAY_BE.test(cell.raw)) continue;
      const place = { row, field: cell.field, at: cell.at };
      const wrong = [...cell.raw.matchAll(WHOLE)].filter((found) => found[0] !== rightForm(found));
      for (const found of wrong) {
        const lead = codeBefore(cell.raw, found.index);
        const span = { start: found.index - lead.length, end: found.index + found[0].length };
        const edit = textEdit(context, cell, replaced(cell.raw, { start: found.index, end: span.end }, rightForm(found)));
        report({ messageId: "brackets", data: { row: rowNumber(row), written: lead + found[0], right: lead + rightForm(found) }, ...place, span, severity: "info", ...(edit && { fix: [edit] }) });
      }
      for (const found of damagedDocNumbers(cell.raw)) {
        const written = cell.raw.slice(found.start, found.end);
        const source = likelyNumber(context, row, written);
        const edit = source && textEdit(context, cell, replaced(cell.raw, found, source.number));
        report({
          messageId: "damaged",
          data: { row: rowNumber(row), written },
          ...place,
          span: found,
          ...(source && { because: `上级${source.seq === "" ? "" : `第${source.seq}项`}是“${source.number}”。` }),
          suggestions: edit ? [{ label: "照上级改", edits: [edit] }] : [],
        });
      }
    }
  },
});

/** Where a text has a 文号 with lost brackets or digits; its office's 代字 belongs to it. */
export function damagedDocNumbers(text: string): Span[] {
  if (!MAY_BE.test(text)) return [];
  return [...text.matchAll(DAMAGED)].map((found) => {
    const digits = found[0].search(new RegExp(`\\s*[${OPENERS}\\d]`, "u"));
    const end = found.index + found[0].length;
    return { start: found.index + digits - codeBefore(text, found.index + digits).length, end };
  });
}

/** The 代字 right before a place: what stands between it and a word that introduces it (按照, 《》, 、). */
function codeBefore(text: string, end: number): string {
  const run = /\p{Script=Han}{1,10}$/u.exec(text.slice(0, end))?.[0] ?? "";
  return run.replace(/^.*(?:按照|遵照|根据|依据|落实|贯彻|执行|参照|对照|严格|以及|[按和与及以见即的])(?=\p{Script=Han}{2})/u, "");
}

function rightForm(found: RegExpMatchArray): string {
  return `〔${found[4]!}〕${found[8]!}号`;
}

function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The 文号 of the row's own tasks that the damaged one is a rest of; undefined unless there is exactly one. */
function likelyNumber(context: RuleContext, row: LedgerRow, written: string): { readonly number: string; readonly seq: string } | undefined {
  const tasks = (linkOf(context, row)?.tasks ?? []).flatMap((index) => context.tasks[index]?.task ?? []);
  const found = new Map<string, string>();
  for (const { requirement, seq } of tasks) {
    for (const [run] of requirement.matchAll(WELL_FORMED)) {
      const number = codeBefore(run, run.indexOf("〔")) + run.slice(run.indexOf("〔"));
      if (isRestOf(written.replace(/\s/gu, ""), number)) found.set(number, seq);
    }
  }
  const [only, other] = [...found];
  return only && !other ? { number: only[0], seq: only[1] } : undefined;
}

/** Whether a damaged text is another without some of its brackets and digits, the office's 代字 the same. */
function isRestOf(damaged: string, whole: string): boolean {
  const code = (text: string) => /^\p{Script=Han}*/u.exec(text)![0];
  const digits = (text: string) => text.replace(/\D/gu, "");
  if (code(damaged) !== code(whole)) return false;
  let at = 0;
  for (const digit of digits(whole)) if (digit === digits(damaged)[at]) at++;
  return at === digits(damaged).length;
}
