import type { OfficeLevel } from "../responsibility/responsibility";
import type { Span } from "../text/fold";

/** A word of the upper level that a lower office writes otherwise, with what it may write; nothing is replaced unasked. */
export interface WordingCandidate {
  readonly written: string;
  readonly span: Span;
  /** Usual first. */
  readonly suggestions: readonly string[];
}

interface LevelWords {
  readonly rank: number;
  /** 我省, 全省, 本省. */
  readonly name: string;
  /** 省级. */
  readonly grade: string;
  /** 省直; "" where nobody says so. */
  readonly direct: string;
  /** How a text of this level names the places below it, longest first; a pattern. */
  readonly below: RegExp | null;
  /** The places below it, as they are usually written. */
  readonly writeBelow: readonly string[];
}

const LEVELS: Readonly<Record<Exclude<OfficeLevel, "部门">, LevelWords>> = {
  国家: { rank: 0, name: "国", grade: "国家级", direct: "", below: /各省(?:[、（(](?:自治)?区[、，](?:直辖)?市[）)]?|、自治区、直辖市)|各省区市/gu, writeBelow: ["各省（区、市）"] },
  省: { rank: 1, name: "省", grade: "省级", direct: "省直", below: /各(?:设区的?)?市[、和及]?县[（(]市、区[）)]|各市、县、区|各市县区?|各设区的?市|各地级以上市|各市州|各市(?![、场民直值容域委局级办厅]|政(?!府))/gu, writeBelow: ["各市、县（市、区）", "各市"] },
  市: { rank: 2, name: "市", grade: "市级", direct: "市直", below: /各县[（(]市、区[）)]|各县[（(]区[）)]|各县、区|各县市区|各县区|各区县|各区[（(]市[）)]县/gu, writeBelow: ["各县（市、区）", "各县区"] },
  县: { rank: 3, name: "县", grade: "县级", direct: "县直", below: /各乡镇[（(]街道[）)]|各镇[（(]街道?[）)]|各乡镇街道|各乡镇/gu, writeBelow: ["各乡镇（街道）", "各乡镇"] },
  区: { rank: 3, name: "区", grade: "区级", direct: "区直", below: /各乡镇[（(]街道[）)]|各镇[（(]街道?[）)]|各镇街|各街道/gu, writeBelow: ["各镇（街道）", "各街道"] },
  镇: { rank: 4, name: "镇", grade: "镇级", direct: "", below: /各村[（(]社区[）)]|各村居/gu, writeBelow: ["各村（社区）"] },
};

/**
 * Words of the parent's level in a text taken over by a lower office, with what that office would write: 省级→市级,
 * 我省→我市, 各市→各县区. Never inside 《》 or quotation marks, where another's words stand.
 *
 * @returns in text order, not overlapping; empty where the levels are the same, unknown, or a department's (a department
 * speaks for its own level: 我省 stays 我省).
 */
export function adaptWording(text: string, fromLevel: OfficeLevel | null, toLevel: OfficeLevel | null): WordingCandidate[] {
  if (fromLevel === null || toLevel === null || fromLevel === "部门" || toLevel === "部门") return [];
  const from = LEVELS[fromLevel];
  const to = LEVELS[toLevel];
  if (to.rank <= from.rank) return [];
  const open = text.replace(/《[^》]*》|“[^”]*”|"[^"]*"|「[^」]*」/gu, (quoted) => "\u0001".repeat(quoted.length));
  const found: WordingCandidate[] = [];
  const offer = (pattern: RegExp, suggestions: (written: string) => readonly string[]) => {
    for (const { 0: written, index: start } of open.matchAll(pattern)) {
      const span = { start, end: start + written.length };
      if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) continue;
      found.push({ written, span, suggestions: suggestions(written) });
    }
  };
  if (from.below) offer(from.below, () => to.writeBelow);
  offer(new RegExp(`[我全本]${from.name}`, "gu"), (written) => [written.charAt(0) + to.name]);
  offer(new RegExp(`(?<![\\p{Script=Han}、]市|[省市县区城都超、和])${from.grade}`, "gu"), () => [to.grade]);
  if (from.direct !== "" && to.direct !== "") offer(new RegExp(`${from.direct}(?!管|辖|属|销)`, "gu"), () => [to.direct]);
  offer(new RegExp(`(?<![\\p{Script=Han}])${from.name}(?:政府|人民政府)?(?=各?(?:有关|相关)?部门|网站)`, "gu"), (written) => [to.name + written.slice(from.name.length)]);
  return found.sort((a, b) => a.span.start - b.span.start);
}
