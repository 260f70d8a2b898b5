import { likelyPrefix } from "./name-shape";
import { placeByShortName, placeOf } from "./places";
import { unitKey } from "./unit-key";

/** What a unit is by the shape of its name, where the directory need not know it. */
export type UnitKind = "township" | "street" | "zone" | "enterprise" | "school" | "institution";

const KINDS: readonly (readonly [RegExp, UnitKind])[] = [
  [/街道(?:办事处|办|党工委|工委)?$/u, "street"],
  [/(?<!城|特色小|美丽)(?:镇|乡|苏木)(?:人民政府|政府|党委)?$/u, "township"],
  [/(?:(?:开发|高新|经开|示范|保税|度假|风景|功能|新|园|试验|实验|合作|产业|管理)区|园)(?:管委会|管理委员会|党工委|工委)$|(?:开发区|高新区|经开区|工业园区|产业园区|保税区|实验区|示范区)$/u, "zone"],
  [/(?:公司|集团)$/u, "enterprise"],
  [/(?:大学|学院|学校|中学|小学|党校)$/u, "school"],
  [/(?:中心|研究院|医院|图书馆|博物馆|档案馆|文化馆|体育馆|电视台|报社|研究所|监测站)$/u, "institution"],
];

/** 城关镇人民政府 is a township, 云州经开区管委会 a zone, 市城投集团 a company; null for departments and all else. */
export function kindOfUnit(name: string): UnitKind | null {
  const key = unitKey(name).replace(/\([^()]*\)$/u, "");
  return KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** A name without its place and without what may be left out of it; two of one kind and place with one core are one unit. */
interface Core {
  readonly place: string;
  readonly core: string;
}

/**
 * Whether two names the directory does not hold are one unit's: 寿县城关镇人民政府 and 城关镇, 云州市经济技术开发区管委会 and
 * 市经开区管委会. Places must agree where both name one.
 */
export function isSameByShape(a: string, b: string): boolean {
  const kind = kindOfUnit(a);
  if (kind === null || kind !== kindOfUnit(b)) return false;
  const first = coreOf(a);
  const second = coreOf(b);
  return first.core === second.core && first.core.length >= 2 && (first.place === second.place || first.place === "" || second.place === "");
}

const ZONE_END = /(?:开发|高新|经开|新|园|示范|实验|保税|度假|风景)区$/u;

function coreOf(name: string): Core {
  const key = unitKey(name);
  const known = likelyPrefix(key, (prefix) => placeOf(prefix) !== null && !ZONE_END.test(prefix)) ?? "";
  const isPlace = known !== "";
  const short = isPlace ? null : shortPlaceOf(key);
  const place = isPlace ? known : (short ?? "");
  const core = key
    .slice(place.length)
    .replace(/(?:人民政府|政府|街道办事处|办事处|党委|管理委员会|管委会|党工委|工委|有限责任公司|股份有限公司|有限公司)$/u, (end) => (end === "街道办事处" ? "街道" : ""))
    .replace(/高新技术(?:产业)?开发区/u, "高新区")
    .replace(/经济(?:技术)?开发区/u, "经开区")
    .replace(/[（(]集团[）)]/u, "集团");
  return { place: place.length <= 1 ? "" : place.replace(/[市县区]$/u, ""), core };
}

/** 云州 in 云州经济技术开发区: known, or whatever stands before the kind of zone. */
function shortPlaceOf(key: string): string | null {
  const known = [2, 3, 4].map((length) => key.slice(0, length)).find((head) => placeByShortName(head) !== null);
  return known ?? /^([\u4e00-\u9fff]{2,3})(?=(?:经济|高新|技术|经开|开发|产业|工业))/u.exec(key)?.[1] ?? null;
}

/** Whether a collective's words speak of units of that kind: 各镇（街） of townships, 市属国有企业 of companies. */
export function namesKind(words: string, kind: UnitKind): boolean {
  switch (kind) {
    case "township":
      return /乡|镇|苏木/u.test(words);
    case "street":
      return /街/u.test(words);
    case "zone":
      return /开发区|园区|功能区|高新区|经开区|管委会/u.test(words);
    case "enterprise":
      return /企业|公司/u.test(words);
    case "school":
      return /高校|院校|学校/u.test(words);
    case "institution":
      return /事业单位/u.test(words);
  }
}
