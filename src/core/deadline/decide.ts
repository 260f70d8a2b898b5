import type { DeadlineAssumption } from "./deadline";
import { invalidReading, reading } from "./reading";
import type { Reading } from "./reading";
import type { PlainWords } from "./scan";
import { kindAt } from "./token-row";
import type { TokenRow } from "./token-row";

/** What a cell means as a whole, and its parts where it names several deadlines. */
export interface Decision {
  readonly whole: Reading | null;
  readonly steps: readonly Reading[];
}

/** Words after a bare year that make it a time rather than the name of a plan, a report or a paper. */
const doneAfterYear =
  /^(?:[^的]{0,4}(?:完成|实施|启动|推进|建成|达到|实现|开展|落实|整改|出台|制定|见效|达标|验收|竣工|投产|投用|投入|运行|运营|交付|通车|开工|开放|销号|全覆盖|到位)|全部|全面|基本|力争|确保|底|前)(?!.{0,12}(?:工作要点|方案|的通知|报告))/u;
/** Words after a bare month or day that make it the time of something past. */
const pastAfterDay = /^(?:印发|发布|出台|修订|制定|召开|下发|发现|检查|通报|反馈|签订|成立|颁布)[^,。;]{0,6}的|^(?:印发|颁布|修订|修正)(?!\p{L}{0,12}(?:方案|办法|计划|目录|清单|意见|细则|制度))/u;
const beforeEvent = /^(?![^,。;]{0,6}(?:完成|实现|办结|建成|到位|以|目))[^\d,。;、年月日底]{1,6}(?:之前|以前|前)(?:$|[,。;]|完成|公布|公开)/u;
const statusOnly =
  /^(?:(?:基本|全部|已经?|业已|现已|阶段性)?(?:完成|办结|落实|整改到位|整改完成|完成整改|销号|公开|解决|结束|启动|整改|办理)|(?:已经?|业已|现已|部分|尚未|暂未|未|待)(?:完成|开始|启动|出台|印发|制定|上报|报送|建成|竣工|验收|发布|开展|推进|整改)|(?:启动|筹备|谋划|编制|制定|起草|审批|审核|施工|招标)(?=中))(?:完毕|到位|完成|中)?(?:\d+(?:\.\d+)?%)?(?:\(.*\))?$/u;
const phases = /阶段(?!性)|分步/u;

/**
 * Weigh the readings of one cell against each other. `spaced` tells whether a blank or line break stood before a token:
 * only then may two dates stand side by side without a word between them.
 */
export function decide(row: TokenRow, all: readonly Reading[], words: PlainWords, spaced: (token: number) => boolean): Decision {
  const timed = all.filter((read, i) => !isOnlyAName(row, read, all[i + 1]));
  const bad = timed.find(({ kind }) => kind === "invalid") ?? contradiction(timed, spaced) ?? doneAlready(row, timed, words);
  if (bad) return { whole: bad, steps: [] };
  const counting = withoutNotes(row, timed);
  const [only] = counting;
  if (!only) return { whole: withoutDay(row, words), steps: [] };
  if (counting.length === 1) return single(row, only, words);
  return several(row, counting);
}

function isDated(read: Reading): boolean {
  return read.kind === "date" || read.kind === "range" || (read.kind === "relative" && read.due !== null);
}

/** 2021年 in 2021年工作要点, 6月 in 6月印发的方案: part of a name or of the past, no deadline. */
function isOnlyAName(row: TokenRow, read: Reading, after: Reading | undefined): boolean {
  if (read.form !== "bare" || read.kind !== "date") return false;
  // 2023年2022年底前: nothing is named by the first year, it contradicts the second.
  if (read.grain === "year" && after?.from === read.next && isDated(after) && row.tokens[read.next - 1]?.text === "年") return false;
  const following = row.tokens[read.next];
  if (!following) return false;
  const rest = row.text.slice(following.start, following.start + 40);
  // 9月开学前, 2021年汛期前: the day is that of the event.
  if (beforeEvent.test(rest)) return true;
  if (read.grain === "year" && kindAt(row, read.next - 1) === "year") {
    const closes = following.kind === "stop" || following.kind === "comma" || following.kind === "close" || following.kind === "enumeration" || following.kind === "and" || following.kind === "ongoing" || following.kind === "until" || following.kind === "each" || following.kind === "open";
    return !closes && !doneAfterYear.test(rest);
  }
  return pastAfterDay.test(rest);
}

/** 2022年底11月前: two dates that do not agree, with nothing between them. */
function contradiction(timed: readonly Reading[], spaced: (token: number) => boolean): Reading | null {
  for (let i = 1; i < timed.length; i++) {
    const [first, second] = [timed[i - 1], timed[i]];
    if (!first || !second || second.from !== first.next || first.form === "bounded" || first.form === "start" || !isDated(first) || !isDated(second)) continue;
    if (spaced(second.from) || second.kind === "range" || first.due === second.due) continue;
    // 2022年上半年6月底前 says one thing twice, 2022年上半年9月底前 two.
    if (first.kind === "range" && !(first.grain === "half" && second.due !== null && first.due !== null && first.start !== null && (second.due > first.due || second.due < first.start))) continue;
    return invalidReading({ likely: null, from: first.from, next: second.next });
  }
  return null;
}

/** 推进中, 已完成, 已于6月底前完成: how far the work is, in the place of its deadline. */
function doneAlready(row: TokenRow, timed: readonly Reading[], words: PlainWords): Reading | null {
  const past = timed.find((read) => isDated(read) && (kindAt(row, read.from - 1) === "past" || (kindAt(row, read.from - 1) === "at" && kindAt(row, read.from - 2) === "past")));
  if (past) return { ...past, kind: "invalid", due: null, start: null, assumed: [], alternative: null };
  if (!words.ongoing && statusOnly.test(row.text)) return invalidReading({ likely: null, from: 0, next: row.tokens.length });
  if (!words.status || words.ongoing) return null;
  // 2023年6月底前(已完成): a note beside the deadline, not in its place.
  const { from, next } = words.status;
  if (kindAt(row, from - 1) === "open" && timed.some((read) => isDated(read) && read.next < from)) return null;
  // 推进中，预计年底完成; 已完成阶段性任务，年底前全部完成: on the way, with a day still to come.
  const follows = kindAt(row, next);
  const wholeDone = /^已(?:完成|办结|整改|落实|销号|公开|结束|解决)/u.test(row.tokens[from]?.text ?? "") && follows !== "other" && follows !== "number";
  return !wholeDone && timed.some((read) => isDated(read) && (read.form === "bounded" || read.form === "ended") && read.from > next && isClosed(row, next, read.from)) ? null : words.status;
}

/** Without bare years beside fuller dates, and without lengths of time that only explain a date. */
function withoutNotes(row: TokenRow, timed: readonly Reading[]): readonly Reading[] {
  if (timed.length < 2) return timed;
  const lastOfFull = timed.reduce((last, read) => (isBare(read) ? last : Math.max(last, read.due ?? 0)), 0);
  // 2022年底基本建成，2023年投入使用: a year of its own, not the name of what is done within it.
  const isBareYear = (read: Reading): boolean => isBare(read) && !(lastOfFull > 0 && (read.start ?? read.due ?? 0) > lastOfFull && doneAfterYear.test(textAfter(row, read)));
  const isNote = (read: Reading): boolean => read.kind === "relative" && read.form === "word";
  const full = timed.filter((read, i) => !isBareYear(read) && !isNote(read) && !isObject(row, timed[i - 1], read));
  if (full.length === 0) return timed.some(isBareYear) ? timed.filter(isBareYear) : timed;
  return full;
}

function isBare(read: Reading): boolean {
  return read.grain === "year" && read.form === "bare" && read.kind === "date";
}

function textAfter(row: TokenRow, read: Reading): string {
  const start = row.tokens[read.next]?.start ?? row.text.length;
  return row.text.slice(start, start + 40);
}

/** 上半年 in 7月底前完成上半年工作总结: what the work is about, in the same clause as its day. */
function isObject(row: TokenRow, before: Reading | undefined, read: Reading): boolean {
  if (!before || read.form !== "bare" || (before.form !== "bounded" && before.form !== "ended") || read.from === before.next) return false;
  for (let at = before.next; at < read.from; at++) {
    const kind = kindAt(row, at);
    if (kind === "stop" || kind === "comma" || kind === "enumeration" || kind === "and" || kind === "open") return false;
  }
  return true;
}

function withoutDay(row: TokenRow, { ongoing, vague, anchor, times }: PlainWords): Reading | null {
  if (ongoing && phases.test(row.text)) return { ...ongoing, kind: "unspecified" };
  if (ongoing) return anchor?.form === "start" ? { ...ongoing, form: "start", from: 0 } : ongoing;
  return anchor ?? vague ?? times;
}

function single(row: TokenRow, read: Reading, { ongoing }: PlainWords): Decision {
  // 6月底前完成，并长期坚持: two duties, of which only the first has a day.
  if (ongoing && isDated(read) && read.kind !== "range" && ongoing.from > read.next) return { whole: read, steps: [read, ongoing] };
  // 自发文之日起至年底: the beginning is an event, the end a day.
  if (read.kind === "date" && kindAt(row, read.from - 1) === "to" && kindAt(row, read.from - 2) === "from") return { whole: { ...read, kind: "range", form: "range" }, steps: [] };
  if (read.form === "start" && kindAt(row, read.next) === "ongoing") return { whole: { ...read, next: read.next + 1 }, steps: [] };
  return { whole: read, steps: [] };
}

function several(row: TokenRow, timed: readonly Reading[]): Decision {
  const rhythm = timed.find(({ kind }) => kind === "recurring");
  const dated = timed.filter(isDated);
  const begun = timed.find(({ form }) => form === "start");
  // 2022年—2025年，逐年推进: how the stretch is divided, no rhythm of its own.
  if (rhythm && kindAt(row, rhythm.from) === "by" && dated.length === 1 && dated[0]?.form === "range" && dated[0].grain === "year") return { whole: dated[0], steps: [] };
  if (rhythm) {
    const ownDay = dated.some((read) => read.kind !== "range" && read.grain !== "year" && isApart(row, read, rhythm)) || dated.some((read) => read.form === "bounded" && isApart(row, read, rhythm));
    if (!ownDay) return { whole: { ...rhythm, start: begun?.start ?? rhythm.start }, steps: [] };
  }
  if (dated.length === 0) {
    const whole = timed.find(({ kind }) => kind === "relative") ?? rhythm ?? begun ?? null;
    return { whole, steps: timed };
  }
  const last = latest(dated);
  const [first] = timed;
  if (first && first === begun && timed.length === 2 && first.start !== null && last.due !== null && last.due > first.start && last.kind === "date") {
    return { whole: { ...last, kind: "range", start: first.start, from: first.from, form: "range" }, steps: [] };
  }
  const assumed: DeadlineAssumption[] = [...new Set(dated.flatMap((read) => (read === last ? read.assumed : [])))];
  return { whole: reading({ ...last, assumed }), steps: timed };
}

/** The one whose day is last; without any day the one written last. */
function latest(dated: readonly Reading[]): Reading {
  return dated.reduce((last, read) => (last.due !== null && read.due !== null && read.due < last.due ? last : read));
}

/** Whether a comma or stop stands between two tokens. */
function isClosed(row: TokenRow, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kindAt(row, at) === "comma" || kindAt(row, at) === "stop") return true;
  return false;
}

/** Whether punctuation stands between the two. */
function isApart(row: TokenRow, a: Reading, b: Reading): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  for (let at = first.next; at < second.from; at++) {
    const kind = kindAt(row, at);
    if (kind === "stop" || kind === "comma") return true;
    // 年底前(每季度末报进展) says two things, 1月31日前(每年) one.
    if (kind === "open" && second.kind === "recurring" && (kindAt(row, second.from) === "by" || second.next - second.from > 3)) return true;
  }
  return false;
}
