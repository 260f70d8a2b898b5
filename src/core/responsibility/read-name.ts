import { endsLikeUnit, likelyPrefix } from "../units/name-shape";
import { collectiveKind, isBareLocality, isPerson } from "./collectives";
import { bareKeyKind, roleTail } from "./role-words";
import type { WordKind } from "./role-words";
import type { CollectiveKind } from "./responsibility";

/** A name found in a clause; indices count in the compact text. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly collective: CollectiveKind | null;
  readonly isPerson: boolean;
  /** A role written behind the name in brackets: 市财政局(牵头). */
  readonly role: WordKind | null;
}

export interface NamesInClause {
  readonly names: readonly FoundName[];
  /** The clause ends in 等, 等部门, 等3个单位. */
  readonly openEnded: boolean;
}

const holders = "(?:部门|单位|科室|处室|股室|机构|地区|地方|镇街|街镇|企业|学校|厅局|委办局)";
const openList = new RegExp(`等(?:(?:省|市|县|区|州)?(?:直|级|政府)?(?:各|有关|相关|多个|多家|\\d+[个家]?|[一二三四五六七八九十]+[个家])*(?:职能|主管|责任|成员|业务|公共|公用|重点|企事业|事业|金融|社会|行业)*${holders}(?:\\(${holders}\\))?(?:和单位|及单位|和地区)?)?$`, "u");
const leadIn = /^(?:分别由|具体由|均由|统一由|以上由|再由|交由|由|请|其中|并由|并|同时|以及|以上|及(?!其))/u;
const proseBefore = /(?:涉及|(?<![自理缘事])由)(?=[省市县区州各有相])/u;
/** 1. and (一) before an item. */
export const numbering = /^(?:\(?\d{1,2}[.)]|[①-⑳]|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]{1,2}、(?=[\u4e00-\u9fff]{3})|[●◆■▲★*·])/u;
const dateLike = /^(?:\d{2,4}年|\d{1,2}月|\d{1,2}日|\d{4}[.-]\d|年底|年末|年内|年度|全年|全程|每[年季月周日半]|长期|持续|常态|适时|定期|不定期|立即|即时|随时|印发|上半年|下半年|[一二三四]季度|第[一二三四]季度|本月|次月|下月|当年)/u;
const noteWords = /下同|详见|见附件|附件\d|不再|另行|同上|排名|先后|首位|第一位|除外|^略$|^无$|^暂无$|如下$|以下$|^此外|确保|不涉及|注明|联系电话/u;
const bracketNote = /负责|落实|按照?(?:各自)?职|下同|月底|[年月日旬底]前|时限|联系|电话|\d{6,}|参照|排名|除外|代章|完成/u;
/** 和, 与, 及, 以及 between two whole names; also the slash. */
const joint = /以及|及(?!其)|和|与|暨|\/|并会同/gu;

/** Reads the names in a clause whose role words are already off; [start, end) counts in the compact text. */
export function readNames(text: string, start: number, end: number, persons: boolean): NamesInClause {
  let openEnded = false;
  let from = start;
  let to = end;
  const number = numbering.exec(text.slice(from, to));
  if (number) from += number[0].length;
  const open = openList.exec(text.slice(from, to));
  if (open && open.index > 0 && !/(?:高|中|初|平|同|对|优|均)$/u.test(text.slice(from, from + open.index))) {
    to = from + open.index;
    openEnded = true;
  } else if (open && open.index === 0) return { names: [], openEnded: true };
  for (let lead = leadIn.exec(text.slice(from, to)); lead; lead = leadIn.exec(text.slice(from, to))) from += lead[0].length;
  const prose = proseBefore.exec(text.slice(from, to));
  if (prose) {
    const rest = text.slice(from + prose.index + prose[0].length, to);
    if (endsLikeUnit(rest) || collectiveKind(rest) !== null) from = to - rest.length;
  }
  const names: FoundName[] = [];
  for (const [left, right] of jointParts(text, from, to)) {
    // 市教育局等有关部门和各县区政府: the first of the two is an open list.
    const more = right < to ? openList.exec(text.slice(left, right)) : null;
    if (more && more.index > 0) openEnded = true;
    const name = oneName(text, left, more && more.index > 0 ? left + more.index : right, persons);
    if (name) names.push(name);
  }
  return { names, openEnded };
}

function jointParts(text: string, from: number, to: number): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let start = from;
  const whole = text.slice(from, to);
  const twoEvery = /^各(?:地区?|[省市县区州镇乡街道]+(?:政府)?)(?=各.{1,8}$)/u.exec(whole);
  if (twoEvery) return [[from, from + twoEvery[0].length], [from + twoEvery[0].length, to]];
  joint.lastIndex = 0;
  for (let match = joint.exec(whole); match; match = joint.exec(whole)) {
    const at = from + match.index;
    if (insideBracket(text, start, at)) continue;
    const left = text.slice(start, at);
    const right = text.slice(at + match[0].length, to);
    if (!standsAlone(left, right) || !beginsWhole(right, left)) continue;
    parts.push([start, at]);
    start = at + match[0].length;
  }
  parts.push([start, to]);
  return parts;
}

function insideBracket(text: string, from: number, at: number): boolean {
  let depth = 0;
  for (let i = from; i < at; i++) {
    const character = text.charAt(i);
    if ("([〔【《“「".includes(character)) depth++;
    else if (")]〕】》”」".includes(character)) depth--;
  }
  return depth > 0;
}

/** Offices so common that they need no level before them to be whole names. */
const commonOffices = /^(?:办公室|综合[科处股室]|人事[科处股]|财务[科处股]|信息中心|法规[科处股]|机关党委|宣传[科处股])$/u;

/** The left of a 和 is a whole name: 市财政局, 各县区, 办公室; not 自然资源, 干部 or 学科. */
function standsAlone(left: string, right: string): boolean {
  if (left.length < 2) return false;
  if (collectiveKind(left) !== null || commonOffices.test(left)) return true;
  if (!endsLikeUnit(left)) return false;
  if (likelyPrefix(left) !== null) return true;
  // Without a level both sides must end alike, as 人事处和老干部处 do and 学科和专业建设处 do not.
  return left.length >= 3 && /[局厅委办处科股室]$/u.test(left) && right.includes(left.slice(-1)) && right.length >= 3;
}

function beginsWhole(right: string, left: string): boolean {
  if (right.length < 2 || /^(?:单位|部门|地方|地区|个人|科室|处室)$/u.test(right)) return false;
  if (collectiveKind(right) !== null) return true;
  if (!endsLikeUnit(right)) return false;
  if (/^(?:省|市|县|区|州|各|有关|相关|其他)/u.test(right) || likelyPrefix(right) !== null) return true;
  return /[局厅委办处科股室心]$/u.test(right) && (left.slice(-1) === right.slice(-1) || commonOffices.test(left) || /^[省市县区州]/u.test(left));
}

function oneName(text: string, from: number, to: number, persons: boolean): FoundName | null {
  let end = to;
  let role: WordKind | null = null;
  for (;;) {
    const bracket = /^(?<base>.+)[(〔[](?<inside>[^()〔〕[\]]*)[)〕\]]$/u.exec(text.slice(from, end));
    const inside = bracket?.groups?.["inside"];
    const base = bracket?.groups?.["base"];
    if (inside === undefined || base === undefined) break;
    const kind = bracketRole(inside);
    if (kind !== null) role = kind;
    else if (!noteWords.test(inside) && (!bracketNote.test(inside) || endsLikeUnit(inside))) break;
    end = from + base.length;
  }
  const name = text.slice(from, end);
  if (name === "" || !/[\p{Script=Han}\p{L}]/u.test(name)) return null;
  const collective = collectiveKind(name) ?? null;
  const person = isPerson(name) || (persons && !endsLikeUnit(name));
  if (collective === null && !person && isNote(name)) return null;
  return { start: from, end, collective: person ? (/^各/u.test(name) ? "all" : null) : collective, isPerson: person, role };
}

function bracketRole(inside: string): WordKind | null {
  // (牵头，负责政策制定)
  const [first = ""] = inside.split(/[,;:]/u);
  const key = bareKeyKind(first);
  if (key !== null && key !== "note") return key;
  const tail = roleTail(first);
  if (tail?.at === 0 && /^(?:总?牵头|配合|主责|主办|承办|协办|协同|参与|监管|监督|协助)/u.test(first)) return tail.kind;
  return null;
}

/** Text that names nobody: a deadline, 下同, a sentence. A short text that is merely no known shape stays a name. */
function isNote(name: string): boolean {
  if (dateLike.test(name) && !endsLikeUnit(name)) return true;
  if (noteWords.test(name)) return true;
  return name.length > 40 || (name.length > 18 && !endsLikeUnit(name));
}

/** 开发区管委会 after 各区政府 stands for as many: the 各 governs the list. */
export function governedByEvery(previous: FoundName | undefined, name: string): boolean {
  return previous?.collective === "localities" && isBareLocality(name);
}

