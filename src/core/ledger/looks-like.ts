import { foldText } from "../text/fold";
import { squeeze } from "./cell-text";

/**
 * Cheap tests of what a cell seems to hold, for telling columns apart. They look at shape, not at meaning: a column is
 * judged by what most of its cells look like, so one cell may be wrong.
 */

/** Words that name a point or stretch of time, and words that only say how soon or how often. */
const TIME_WORD = /年底|年末|月底|月末|季度|年内|全年|半年|[上中下]旬|月\d{1,2}[日号]|[日月年]前|\d{4}年|年度|次\/|工作日|日内|天内|周内|个月内|小时内|印发后|\d{1,2}月|\d前|[Qq][1-4]|节前|会前|每[年季月周日天]/u;
const PACE_WORD = /持续|长期|常态|适时|及时|即时|实时|随时|立即|尽快|定期|按时|即知即改|立行立改|同步|常年|按(?:进度|计划|要求)|每/u;
const DATE = /^(?:19|20)\d{2}(?:[-./年](?:0?[1-9]|1[0-2])(?:[-./月](?:0?[1-9]|[12]\d|3[01])日?|月)?|年)?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/u;

/** Whether a cell seems to say until when: 年底前, 2026年6月, 每季度末, 持续推进, a date. */
export function looksLikeDeadline(text: string): boolean {
  if (text === "" || text.length > 36) return false;
  if (DATE.test(text)) return true;
  const folded = text.length > 12 ? text.replace(/[（(][^（）()]*[)）]/gu, "") : text;
  const hasTime = TIME_WORD.test(folded);
  if (!hasTime && !PACE_WORD.test(folded)) return false;
  // A sentence that mentions a time is a requirement: what is left beside the words of time must be short.
  const rest = folded.replace(/[\d\s年月日号季度周旬半上中下前后底末内每全初、，,;；—～~\-－至到于在起止（）()第一二三四五六七八九十]+|完成|取得|阶段性|明显|成效|持续|推进|长期|坚持|常态化?|落实|开展|实施|工作|整改|到位|基本|全面|适时|及时|立即|定期|按时|印发|即知即改|立行立改|常年|同步|随时|实时|即时|尽快|按(?:进度|计划|要求)|个|截止|之|次|\//gu, "");
  return rest.length <= (hasTime ? 8 : 3);
}

/** Whether a text speaks of a time at all, however long it is: a deadline with steps fills a paragraph. */
export function speaksOfTime(text: string): boolean {
  return TIME_WORD.test(text);
}

const UNIT_END =
  /(?:厅|局|委|办|处|科|室|股|组|署|社|会|院|校|园|馆|所|站|队|部|台|区|县|市|镇|乡|村|街道|社区|中心|政府|公司|集团|银行|支行|分行|学校|大学|学院|单位|部门|机构|机关|科室|处室|管委会|委员会|支队|大队|总队|法院|检察院|工会|团委|妇联|工商联|残联|文联|科协|网站|专班|报社|平台|各地|各级)$/u;
const ROLE_END = /(?:牵头|主办|承办|协办|配合|协助|参与|负责|落实|实施|具体|组织|分别|按照?(?:各自)?职责(?:分工)?|强化监管|监督|督促|指导|共同|等|有关|相关|按照?分工)+$/u;

/** Whether a text ends as the name of a unit, or as the words that give units a role. A unit cell cut by a page does not. */
export function endsLikeUnits(text: string): boolean {
  const bare = text.replace(/[。；;,，]$/u, "");
  return ROLE_END.test(bare) || UNIT_END.test(bare) || /[)）]$/u.test(bare);
}

/** Whether a text ends with a role: the rest of a unit cell cut by a page does, 门（单位）配合. */
export function endsWithRole(text: string): boolean {
  return text.length <= 120 && /(?:牵头|配合|主办|协办|(?:负责|分工)(?:落实)?)[。；]?$/u.test(text);
}

/** Whether a cell seems to name units: 市发展改革委牵头，市财政局配合; 各相关科室. */
export function looksLikeUnits(text: string): boolean {
  if (text === "" || text.length > 600 || /^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[)）]|^\d+[.、．]/u.test(text)) return false;
  const simplified = TRADITIONAL.test(text) ? foldText(text).text : text;
  const bare = simplified.replace(/[（(][^（）()]*[)）]/gu, "").replace(/(?:牵头|责任|配合|落实|主办|协办)(?:单位|部门|科室|处室)?[:：]/gu, "");
  let parts = 0;
  let units = 0;
  for (const part of bare.split(/[、，,；;。\s/／]+|会同|牵头/u)) {
    if (part === "") continue;
    parts++;
    if (part.length > 24) return false;
    const name = part.replace(ROLE_END, "");
    if (name === "" || (name.length >= 2 && UNIT_END.test(name) && !NOT_A_NAME.test(name)) || /^各.{1,8}$/u.test(name)) units++;
  }
  return parts > 0 && units / parts >= 0.6;
}

/** Traditional characters that end the names of units; folding every cell for their sake would cost too much. */
const TRADITIONAL = /[廳處會館園隊縣鄉單門機關學區協聯]/u;

/** Words that begin a demand, never the name of a unit: 做好…所, 推进…中心. */
const NOT_A_NAME = /^(?:做好|推进|推动|加强|加快|开展|建立|健全|完善|落实|强化|组织|召开|制定|进一步|深入|严格|全面|积极|实施|提升|提高|优化|规范|打造|建设|举办)/u;

/** Whether a cell holds nothing but a number as rows are numbered: 3, 3., （3）, ③, 第3项, 十二, 1-2. */
export function looksLikeSerial(text: string): boolean {
  return text.length <= 9 && text !== "" && SERIAL.test(text);
}
const SERIAL = /^(?:第?\d{1,5}(?:[项条号.、．)）]|)|[（(]\d{1,4}[)）]|[（(]?[一二三四五六七八九十百]{1,5}[)）]?[、.．]?|[\u2460-\u2473\u3251-\u325f\u2474-\u2487]|\d{1,3}(?:[-—.．]\d{1,3}){1,2})$/u;

const STATUS = /^(?:已?(?:完成|办结|销号|整改(?:完成|到位)?|落实|公开|化解|消除|解决|答复|办复|开工|竣工|投用)|(?:基本|部分|按时|按期|提前|逾期|超期|全部)(?:完成|办结)|未(?:完成|办结|销号|启动|开展|整改|落实|公开|化解|消除|解决|答复|开工)|正?在?(?:进行|推进|办理|整改|实施|化解|建设|施工)中|正常推进|有序推进|持续推进|长期坚持|(?:达到)?序时进度|滞后|逾期|正常|是|否|√|×|✓|✗|[红黄绿蓝]灯?|\d{1,3}(?:\.\d+)?%|完成\d{1,3}%)$/u;

/** Whether a cell holds one word of state: 已完成, 推进中, 是, 80%. */
export function looksLikeStatus(text: string): boolean {
  return text.length <= 10 && STATUS.test(text);
}

/** Whether a cell holds running text: a sentence, or a good line of it. */
export function looksLikeSentence(text: string): boolean {
  return text.length >= 24 || (text.length >= 8 && /[。；;！!]$/u.test(text));
}

/** Whether a text ends where a sentence ends, so that nothing of it can stand on the next page. */
export function endsSentence(text: string): boolean {
  return /[。！？!?；;….][”’"』」）)]?$/u.test(text);
}

/** A label or key word for comparing: half width, simplified, without blanks. */
export function foldWord(text: string): string {
  return foldText(squeeze(text), { blanks: "drop" }).text;
}
