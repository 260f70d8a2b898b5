import { foldText } from "../text/fold";
import type { Deadline, DeadlineContext } from "./deadline";
import { deadlineOf, scopeOf } from "./parse-deadline";
import type { Reading } from "./reading";
import { scan } from "./scan";
import { kindAt } from "./token-row";
import type { TokenRow } from "./token-row";
import { tokenize } from "./tokens";

/** What is said of a thing that already existed on that day: 2000年底前建成的老旧小区, 年底前到期的合同. */
const attributive =
  /^(?:已)?(?:建成|建设|竣工|出台|制定|印发|发布|登记|取得|办理|参加|入职|形成|产生|成立|注册|投产|投运|开工|签订|出生|在册|存量|遗留|到期|退休|毕业|批准|备案|立项|发生|购置|购买|交付|入住|颁布|施行|实施|生效|排查|发现|认定|评定|获批)[^,。;、]{0,5}的/u;
/** What makes a 年底 or 到2025年 without 前 a day to be met rather than the date of a figure. */
const toBeDone = /^[^,。;]{0,12}?(?:完成|实现|达到|建成|达|办结|到位|落实|全覆盖|出台|印发|形成|取得|力争|基本|全面|全部|不低于|不少于|提高|提升|控制在|初步)/u;
const beforeTarget = /(?:力争|争取|确保|务必|必须|须|应|应当|要|最迟|不晚于|不迟于|原则上|于|到|至|在)$/u;
const afterRhythm = /至少|不少于|不低于|\d+[次场期篇]|[一二两三四五六]次|前|末|底|(?:开展|召开|组织|报送|上报|更新|公开|公布|发布|通报|调度|汇报|报告|听取|检查|督查|督办|评估|考核|巡查|排查|研究|公示|汇总|培训|监测|例会)/u;

/**
 * The deadlines that a running text sets, in text order, for a requirement whose body has its own (正文另有时限) and for
 * prose documents. Conservative: only days with a bound (…前, …底前, …内), targets (到2025年底…达到), rhythms with their
 * duty (每季度至少1次), lengths with 内, and ranges between two days. Not: figures of a time (上半年经济数据, 截至6月底),
 * things done (已于…), names and numbers of papers (《…》, 国办发〔2020〕53号, 2021年工作要点), 持续推进 and 适时 in prose.
 */
export function findDeadlines(text: string, context: DeadlineContext): Deadline[] {
  const folded = foldText(text, { blanks: "drop" });
  const row: TokenRow = { text: folded.text, tokens: tokenize(folded, text) };
  return scan(row, scopeOf(context))
    .filter((read) => setsDeadline(row, read))
    .map((read) => deadlineOf(read, row, folded, text));
}

function setsDeadline(row: TokenRow, read: Reading): boolean {
  const before = row.tokens[read.from - 1];
  const start = row.tokens[read.from]?.start ?? 0;
  const end = row.tokens[read.next - 1]?.end ?? start;
  const [words, rest] = [row.text.slice(Math.max(0, start - 6), start), row.text.slice(end)];
  if (before?.kind === "past" || /(?:截至|截止到?|已于|自|从|曾于|早在|近|过去|最近|连续|前|超过|满|逾|不足|未来|为期|历时)$/u.test(words)) return false;
  switch (read.kind) {
    case "date":
    case "relative":
      break;
    case "range":
      return read.form === "range" && read.grain === "day" && !/^[^,。;]{0,10}(?:的|已)/u.test(rest);
    case "recurring":
      return kindAt(row, read.from) === "each" && !/^每[^,。;]{1,3}的/u.test(row.text.slice(start, end)) && afterRhythm.test(row.text.slice(start, end));
    default:
      return false;
  }
  if (attributive.test(rest) || /^(?:已|曾)/u.test(rest)) return false;
  if (read.form === "span") return read.kind === "relative" && !/^(?:的|累计|平均|发生|出现|新增|共)/u.test(rest);
  if (read.form === "bounded") return read.kind === "date" || read.due !== null;
  if (read.kind !== "date") return false;
  const isYearIn = row.tokens[read.next - 1]?.kind === "yearIn";
  if (read.form === "ended") return toBeDone.test(/[到至]$|力争|争取|确保/u.test(words) ? rest.replace(/^,/u, "") : rest) && !/^(?:的|在)/u.test(rest);
  if (isYearIn) return toBeDone.test(rest);
  // 到2025年，…达到: a target; a month or a day alone in prose is most often the date of something else.
  return read.grain === "year" && beforeTarget.test(words) && /[到至]$/u.test(words) && toBeDone.test(rest.replace(/^,/u, ""));
}
