import { comparableCodes } from "../text/similarity";
import { compareWording } from "../text/word-diff";

/** Texts longer than this (in characters that count) do not become another task by one exchanged word. */
const LONG = 90;

/** Words that every office exchanges when it takes a task over: levels, actors, verbs of doing, numbers. */
const GENERIC =
  /国务院|人民政府|政府|办公厅|办公室|委员会|有关|相关|各级|各地|地区|部门|单位|机关|下属|所属|直属|本级|全国|全省|全市|全县|全区|省级|市级|县级|区级|镇级|省直|市直|县直|区直|我省|我市|我县|我区|我厅|我局|我委|本省|本市|本县|本区|乡镇|街道|科室|处室|进一步|推进|推动|加强|强化|加快|深化|做好|抓好|开展|组织|落实|完成|完善|健全|建立|构建|提升|提高|配合|积极|持续|继续|启动|实施|参加|出席|参与|举办|举行|召开|制定|印发|出台|公布|发布|确保|实现|达到|保持|不低于|不少于|以上|以内|全面|全部|及时|定期|每年|每季度|按季度|每月|按月|省|市|县|区|镇|乡|州|厅|局|委|办|处|科|各|本|我|等|的|和|与|及|或|[零〇一二三四五六七八九十百千万亿两半]/gu;

/** A clause begins after one of these, or at the very beginning. */
const CLAUSE_END = /[，。；：、,;:（(“"\s]$/u;

/**
 * Whether the row has the task's sentence but speaks of another thing: 推进卫生领域信息公开 beside 推进教育领域信息公开. Such a
 * pair looks alike and is a question for a person, never a sure match.
 *
 * Counts as another topic: inside a clause, words of two or more characters stand in place of others, neither being
 * words that change with every office (levels, actors, verbs of doing, numbers). Long texts, texts of very different length
 * (shortened, split, put together), and texts that share half of their clauses word for word are not judged.
 */
export function replacesTopic(row: string, task: string): boolean {
  const rowLength = comparableCodes(row).length;
  const taskLength = comparableCodes(task).length;
  if (Math.min(rowLength, taskLength) > LONG || Math.min(rowLength, taskLength) < 0.6 * Math.max(rowLength, taskLength)) return false;
  const own = clausesOf(row);
  const theirs = new Set(clausesOf(task));
  const shared = own.filter((clause) => theirs.has(clause)).reduce((sum, clause) => sum + clause.length, 0);
  if (shared >= rowLength / 2) return false;
  const segments = compareWording(task, row);
  return segments.some((removed, i) => {
    const added = segments[i + 1];
    if (removed.kind !== "removed" || added?.kind !== "added") return false;
    if (CLAUSE_END.test(task.slice(0, removed.left.start)) || removed.left.start === 0) return false;
    return areTopics(topicOf(task.slice(removed.left.start, removed.left.end)), topicOf(row.slice(added.right.start, added.right.end)), task, row);
  });
}

function clausesOf(text: string): string[] {
  return text.split(/[，。；：,;:\s]+/u).map((clause) => String.fromCharCode(...comparableCodes(clause))).filter((clause) => clause.length > 0);
}

/**
 * Both name something, and something else: 设立 and 增设, 全程 and 全流程 are rather one word varied; words that stand elsewhere in
 * the other text have only moved.
 */
function areTopics(theirs: string, own: string, task: string, row: string): boolean {
  if (theirs.length < 2 || own.length < 2 || [...theirs].some((char) => own.includes(char))) return false;
  return !standsIn(theirs, row) && !standsIn(own, task);
}

/** Whether every two neighbouring characters of the words stand together in the text. */
function standsIn(words: string, text: string): boolean {
  for (let i = 0; i + 1 < words.length; i++) if (!text.includes(words.slice(i, i + 2))) return false;
  return true;
}

function topicOf(words: string): string {
  return words.replace(GENERIC, "").replace(/[^\p{Script=Han}]/gu, "");
}
