import type { OfficeLevel } from "../responsibility/responsibility";

/** Levels of government from above to below. 部门 is none of them. */
const RANKS: Readonly<Partial<Record<OfficeLevel, number>>> = { 国家: 0, 省: 1, 市: 2, 县: 3, 区: 3, 镇: 4 };

/** 0 for 国家 … 4 for 镇; null for 部门 and where the level is unknown. */
export function rankOf(level: OfficeLevel | null): number | null {
  return level === null ? null : (RANKS[level] ?? null);
}

/** Words with 市 or 区 in them that are no level of their own. */
const NOT_A_LEVEL = /设区的?(?=市)|地级以上|地级|(?:经济|技术|工业|高新|开发|产业|功能|旅游|风景|度假|园|新|社|试验|示范|合作|保税)+区|市场/gu;

/**
 * Whether words for localities (各市、县（市、区）政府, 各地, 各乡镇) reach an office of a level. 各县（市、区） reaches counties
 * and districts, not the cities above them; 各市政府 does not reach a county: its city hands the task on.
 *
 * @param documentRank rank of the office that issued the document; localities are always below it, null when unknown.
 */
export function reachesLevel(words: string, level: OfficeLevel | null, documentRank: number | null): boolean {
  const rank = rankOf(level);
  if (rank === null || rank === 0 || (documentRank !== null && rank <= documentRank)) return false;
  const plain = words.replace(/\s/gu, "").replace(NOT_A_LEVEL, "");
  if (/县级以上/u.test(plain)) return rank <= 3;
  if (/各级|各地(?:$|区|方|[^级])|属地|下级/u.test(plain)) return true;
  const outside = plain.replace(/[（(〔[][^）)〕\]]*[）)〕\]]/gu, "");
  if (rank === 1) return /省|自治区|直辖市/u.test(plain);
  if (rank === 2) return /市|州|盟/u.test(outside);
  if (rank === 3) return /县|旗|(?<!自治)区/u.test(plain);
  return /乡|镇|街/u.test(plain);
}
