import type { Field } from "../ledger/fields";
import { fieldName } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";
import { hasUnknownColumn } from "./unknown-column";

/** Titles of lists of work, which cannot do without units and deadlines; 台账 alone may list anything: 公务用车台账. */
const OF_WORK = /任务|工作|要点|公开|督[办查]|整改|分工/u;
/** Lists of which it is laid down that each task has a unit and a time; every other 检查口径 told from looks may be the wrong one. */
const LAID_DOWN = /(?:政务|信息|政府信息)公开.*台账/u;
/** Columns that hold the times of a task one by one, or the time of a work of building or of making safe. */
const TIMES = /季度|月度|节点|阶段|[上下]半年|^\d{1,2}月|(?:竣工|完工|建成|投产|交付)(?:时间|日期)|工期|(?:治理|整治|化解|销号|进度)(?:计划|安排)/u;
/** From this share of rows with a time in another column on, the deadlines stand there. */
const MOST = 0.5;

/**
 * 必改: a column that the 检查口径 asks for is not on the sheet. 请核对 where it may stand there unrecognised: a label we
 * do not know, deadlines inside the requirement or the remarks, no requirement at all (every list has one), a title that
 * does not speak of work, a 检查口径 that nobody chose; a deadline also where the sheet tells how far the work has come.
 * Columns for the quarters of the year are its deadlines, and so are 竣工时间, 工期 and 治理计划.
 */
export const columnPresent = defineSheetRule({
  meta: { id: "column-present", title: "该有的列都有", found: "缺少该有的列", group: "structure", severity: "error", needs: [], looksAt: ["requirement", "remarks"] },
  messages: {
    missing: (d: { column: string; profile: string }) => `表里没有“${d.column}”这一列。`,
  },
  docs: {
    why: "缺了这一列，汇总和督办都没法核。",
    howToFix: "补上这一列；如果表里有、只是名字不一样，请到“设置”里指定是哪一列。",
    bad: [{ title: "某局2024年政务公开重点工作台账", rows: [["序号", "具体要求", "责任单位"], ["1", "公开年度财政预算和决算信息。", "办公室"], ["2", "做好政策解读材料的发布。", "政策法规科"]] }],
    good: [{ title: "某局2024年政务公开重点工作台账", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "政策法规科", "持续推进"]] }],
  },
  check(context, report) {
    const { ledger, profile } = context;
    const header = ledger.blocks[0]?.header;
    for (const fields of profile.requiredColumns) {
      if (fields.some((field) => ledger.columns[field] !== undefined)) continue;
      if (fields.includes("deadline") && [...(ledger.blocks[0]?.labels.values() ?? [])].some((label) => TIMES.test(label))) continue;
      const at = header ? { row: header.last, column: 0 } : null;
      report({ messageId: "missing", data: { column: fieldName(fields[0]!), profile: profile.name }, row: null, field: fields[0]!, at, fold: `column-present:${fields[0]!}`, ...(mayStandElsewhere(context, fields) && { severity: "warning" as const }) });
    }
  },
});

function mayStandElsewhere(context: RuleContext, fields: readonly Field[]): boolean {
  const { ledger } = context;
  if (context.isProfileGuessed && !LAID_DOWN.test(ledger.title || ledger.sheet)) return true;
  if (fields.includes("requirement") || !OF_WORK.test(ledger.title || ledger.sheet)) return true;
  if (hasUnknownColumn(ledger)) return true;
  if (!fields.includes("deadline")) return false;
  // What is told of work under way or done may be told after the time for it.
  if (ledger.columns.progress !== undefined || ledger.columns.status !== undefined) return true;
  const timed = ledger.rows.filter((row) => (["requirement", "remarks"] as const).some((field) => context.deadlinesIn(row.cells[field]?.text ?? "").length > 0));
  return timed.length >= ledger.rows.length * MOST;
}
