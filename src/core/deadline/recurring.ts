import type { Recurrence } from "./deadline";
import { reading } from "./reading";
import type { Reading } from "./reading";
import { kindAt } from "./token-row";
import type { TokenRow } from "./token-row";
import type { TokenKind } from "./lexicon";

/** Verbs and nouns that make a bare 月, 周, 季度 in front of them a rhythm: 月调度, 周通报, 季度点评. */
const routineWords = /^(?:调度|通报|报告|报送|上报|报|更新|公示|公布|公开|总结|小结|汇总|排名|点评|研判|例会|清零|清|结|督查|督办|检查|巡查|排查|评估|考核|发布|会商|汇报|反馈|推进会|一|开展|组织|召开|举办|举行|至少|不少|不低|不得少|终了)/u;

/**
 * Read a rhythm that begins at token `at`: 每季度, 每两个月, 按月, 以季度为节点, 1次/年, 一周一调度, 半年一次, 逢双月, 月度.
 * What follows in the same clause (the day within it, how often) belongs to it. Null when no rhythm begins there.
 */
export function parseRecurring(row: TokenRow, at: number): Reading | null {
  const found = everyUnit(row, at) ?? byUnit(row, at) ?? timesPerUnit(row, at) ?? oneEach(row, at) ?? everyOther(row, at) ?? routine(row, at);
  if (!found) return null;
  let next = found.next;
  for (let kind = kindAt(row, next); kind !== null && kind !== "stop" && kind !== "comma"; kind = kindAt(row, next)) next++;
  return reading({ kind: "recurring", recurrence: found.recurrence, form: "every", from: at, next });
}

interface Rhythm {
  readonly recurrence: Recurrence | null;
  readonly next: number;
}

function everyUnit(row: TokenRow, at: number): Rhythm | null {
  if (kindAt(row, at) !== "each") return null;
  let next = at + 1;
  if (kindAt(row, next) === "of" || kindAt(row, next) === "span") next++;
  const number = row.tokens[next];
  if (kindAt(row, next) === "everyOther") return everyOther(row, next);
  if (kindAt(row, next) === "tenDays") return { recurrence: null, next: next + 1 };
  // 每隔一个月 skips one month: it comes every second.
  const count = (number?.kind === "number" ? number.value : 1) + (row.tokens[at]?.value ?? 0);
  if (number?.kind === "number") next++;
  const kind = kindAt(row, next);
  if (kind === "other") {
    return /^(?:旬|学|赛季|届|双周)/u.test(row.tokens[next]?.text ?? "") ? { recurrence: null, next: next + 1 } : null;
  }
  const unit = kind === null ? null : unitOf(kind);
  if (!unit) return null;
  return { recurrence: every(count, unit), next: next + 1 };
}

/** 按月, 按季度, 逐年, 以季度为节点; not 按年度计划, which is no rhythm. */
function byUnit(row: TokenRow, at: number): Rhythm | null {
  const by = row.tokens[at];
  if (by?.kind !== "by") return null;
  const kind = kindAt(row, at + 1);
  const unit = kind === null || kind === "yearEnd" || kind === "monthEnd" ? null : unitOf(kind);
  const routineUnit = kind === "routine" ? "month" : null;
  const after = row.tokens[at + 2];
  if (row.tokens[at + 1]?.text.startsWith("旬")) return { recurrence: null, next: at + 2 };
  if (!(unit ?? routineUnit)) return null;
  if (by.text === "以" && !after?.text.startsWith("为")) return null;
  if (after && /^(?:计划|方案|要点|目标|任务|安排|预算|进度|节奏|序时|工作)/u.test(after.text)) return null;
  return { recurrence: every(1, unit ?? "month"), next: at + 2 };
}

/** 1次/年, 次/季度, 2次／月. */
function timesPerUnit(row: TokenRow, at: number): Rhythm | null {
  const start = kindAt(row, at) === "number" ? at + 1 : at;
  if (kindAt(row, start) !== "times" || kindAt(row, start + 1) !== "slash") return null;
  const next = kindAt(row, start + 2) === "each" ? start + 3 : start + 2;
  const kind = kindAt(row, next);
  const unit = kind === null ? null : unitOf(kind);
  return unit ? { recurrence: every(1, unit), next: next + 1 } : null;
}

/** 一周一调度, 一月一报, 半年一次, 两月一次, 一年两次. A month with a day is none: 1月1日. */
function oneEach(row: TokenRow, at: number): Rhythm | null {
  const first = row.tokens[at];
  let count = 1;
  let next = at;
  if (first?.kind === "number") {
    if (!Number.isInteger(first.value) || first.value < 1 || first.value > 12) return null;
    count = first.value;
    next++;
  } else if (first?.kind !== "halfYear" && first?.kind !== "halfMonth") {
    return null;
  }
  const kind = kindAt(row, next);
  const unit = kind === null ? null : unitOf(kind);
  if (!unit) return null;
  next++;
  if (row.tokens[next]?.text === "内") next++;
  if (row.tokens[next]?.text === "至少") next++;
  else if (/^不(?:得?少|低)$/u.test(row.tokens[next]?.text ?? "") && row.tokens[next + 1]?.text === "于") next += 2;
  const second = row.tokens[next];
  if (second?.kind !== "number" || !(second.value >= 1 && second.value <= 31)) return null;
  const after = row.tokens[next + 1];
  const counted = after?.kind === "times";
  const verb = second.text === "一" && (after?.kind === "other" || after?.kind === "vague") && /^(?:调度|通报|报告|报|更新|总结|小结|汇总|点评|研判|督查|督办|检查|巡查|排查|会商|汇报|公开|公示|清|结|评|考|例会|推进|主题|活动|分析)/u.test(after.text);
  if (!counted && !verb) return null;
  return { recurrence: every(count, unit), next: next + 2 };
}

/** 双月, 隔月; 双周 and 隔年 have no word of their own. */
function everyOther(row: TokenRow, at: number): Rhythm | null {
  return kindAt(row, at) === "everyOther" ? { recurrence: row.tokens[at]?.value === 2 ? "bimonthly" : null, next: at + 1 } : null;
}

/** At the head of a clause: 月度, 季度通报, 年度公开, 周调度. */
function routine(row: TokenRow, at: number): Rhythm | null {
  const before = kindAt(row, at - 1);
  if (before !== null && before !== "stop" && before !== "comma" && before !== "enumeration" && before !== "open" && before !== "close") return null;
  const token = row.tokens[at];
  if (!token) return null;
  const unit = token.kind === "routine" ? "month" : token.kind === "year" && token.text === "年" ? null : unitOf(token.kind);
  if (!unit || token.kind === "yearEnd" || token.kind === "monthEnd" || token.kind === "quarterEnd") return null;
  const after = row.tokens[at + 1];
  const endsHere = after === undefined || after.kind === "stop" || after.kind === "comma" || after.kind === "enumeration" || after.kind === "close";
  // 年度结束前 is the end of this one year, 季度结束后10日内 comes every quarter.
  if (row.tokens[at + 2]?.kind === "before") return null;
  const wholeWord = token.text.endsWith("度");
  if (endsHere ? !wholeWord : !routineWords.test(after.text)) return null;
  return { recurrence: every(1, unit), next: at + 1 };
}

type RhythmUnit = "day" | "week" | "halfMonth" | "month" | "quarter" | "half" | "year";

function unitOf(kind: TokenKind): RhythmUnit | null {
  switch (kind) {
    case "year":
    case "yearEnd":
    case "yearStart":
    case "yearMiddle":
      return "year";
    case "halfYear":
      return "half";
    case "quarter":
    case "quarterEnd":
    case "quarterStart":
      return "quarter";
    case "month":
    case "months":
    case "monthEnd":
    case "monthStart":
    case "monthMiddle":
    case "routine":
      return "month";
    case "halfMonth":
      return "halfMonth";
    case "weeks":
    case "weekday":
      return "week";
    case "day":
    case "days":
    case "workday":
      return "day";
    default:
      return null;
  }
}

/** The rhythm of every so many units; null for those without a word of their own (every two weeks, every three years). */
function every(count: number, unit: RhythmUnit): Recurrence | null {
  if (unit === "month") return ({ 1: "monthly", 2: "bimonthly", 3: "quarterly", 6: "half-yearly", 12: "yearly" } as const)[count] ?? null;
  if (unit === "quarter") return ({ 1: "quarterly", 2: "half-yearly", 4: "yearly" } as const)[count] ?? null;
  if (unit === "day") return ({ 1: "daily", 7: "weekly" } as const)[count] ?? null;
  if (count !== 1) return null;
  return unit === "week" ? "weekly" : unit === "half" ? "half-yearly" : unit === "year" ? "yearly" : null;
}
