import { pick } from "./clean-ledger";
import { gridOf, slip, someRow, textAt, withCell, type Mistake } from "./mutant";

const UNREADABLE = ["年地前", "年低前", "10月地前", "6月第前", "7月低前", "1O月底前", "2024127日", "=1", "13月底前", "6月31日前", "2022年底11月前"];
const VAGUE = ["适时", "及时", "尽快", "定期"];

export const deadlineMistakes: readonly Mistake[] = [
  {
    rule: "deadline-filled",
    name: "时限空着",
    make(clean, next) {
      const row = next(4) === 0 ? clean.first : someRow(clean, next);
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.deadline, null)), row };
    },
  },
  slip("deadline-recognisable", "时限看不懂", "deadline", (_, next) => pick(UNREADABLE, next)),
  slip("deadline-definite", "时限没有日子", "deadline", (_, next) => pick(VAGUE, next)),
  {
    rule: "deadline-after-issue",
    name: "时限早于成文日期",
    make(clean, next) {
      const row = someRow(clean, next);
      const values = withCell(clean, row, clean.columns.deadline, pick(["1月底前", "2月底前", "3月底前", "2024年4月10日前"], next));
      // Freshly drawn up, without columns of progress.
      return { grid: gridOf(clean, values.map((cells, r) => (r === 1 ? [cells[0]!, null, null, null, cells[6]!] : cells.slice(0, 5)))), row };
    },
  },
  slip("deadline-of-requirement", "正文写着更早的日子", "requirement", (text, next, clean) => {
    const row = clean.values.findIndex((cells) => cells[clean.columns.requirement] === text);
    return ["年底前", "11月底前", "10月底前"].includes(textAt(clean, row, clean.columns.deadline)) ? text.replace("。", `，2024年${pick(["6", "7", "8"], next)}月底前完成。`) : undefined;
  }),
  {
    rule: "deadline-form",
    name: "一格是真日期",
    make(clean, next) {
      const row = someRow(clean, next);
      const column = clean.columns.deadline;
      const serial = 45_473 + next(150);
      const grid = gridOf(clean, withCell(clean, row, column, serial), { numberFormats: new Map([[row * 16_384 + column, "yyyy-mm-dd"]]) });
      const shown = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      return { grid: { ...grid, texts: grid.texts.map((texts, r) => (r === row ? texts.map((text, c) => (c === column ? shown : text)) : texts)) }, row };
    },
  },
  slip("deadline-on-working-day", "落在休息日", "deadline", (_, next) => pick(["2024年6月30日前", "2024年9月15日前", "2024年7月20日前", "10月3日前", "8月31日前"], next), false, { on: true }),
  {
    rule: "deadline-overdue",
    name: "过了期还在推进",
    make(clean, next) {
      const rows = clean.values.flatMap((cells, row) => (row >= clean.first && cells[clean.columns.status] === "推进中" ? [row] : []));
      const row = pick(rows, next);
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.deadline, pick(["5月6日前", "4月29日前", "2024年4月30日前"], next))), row };
    },
  },
  {
    rule: "status-evidenced",
    name: "完成的没有佐证",
    make(clean, next) {
      const rows = clean.values.flatMap((cells, row) => (cells[clean.columns.status] === "已完成" ? [row] : []));
      const row = pick(rows, next);
      return rows.length < 3 ? undefined : { grid: gridOf(clean, withCell(clean, row, clean.columns.result, null)), row };
    },
  },
  slip("year-current", "去年的年份", "deadline", (_, next) => pick(["2023年底前", "2023年10月底前", "2023年6月底前"], next)),
  // A text about assessing or mending may well mean last year.
  slip("year-current", "正文里去年的日子", "requirement", (text, next) => /评估|评价|整改|考核/u.test(text) ? undefined : text.replace("。", `，2023年${pick(["6月底", "9月底", "12月20日"], next)}前完成。`)),
  {
    rule: "year-current",
    name: "工作表名是去年的",
    make(clean) {
      return { grid: { ...gridOf(clean, clean.values), sheet: "2023年台账" } };
    },
  },
];
