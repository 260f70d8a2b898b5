import { isInnerOffice } from "../units/inner-office";
import type { OfficeLevel, Responsibility } from "../responsibility/responsibility";

/** Share of the names that must agree before a level is taken as certain. */
const AGREEMENT = 0.6;

const PREFIXES: readonly (readonly [RegExp, OfficeLevel])[] = [
  [/^省(?!略)/u, "省"],
  [/^自治区/u, "省"],
  [/^市/u, "市"],
  [/^县/u, "县"],
  [/^区/u, "区"],
  [/^(?:镇|乡)/u, "镇"],
];

/**
 * The level an office text speaks for, from a title or an organ's name: 安徽省… → 省, 淮南市…, 市政府办公室 → 市.
 * A department's own paper (省民政厅2021年…台账) → 部门. null when it says nothing.
 */
export function levelOfTitle(text: string): OfficeLevel | null {
  const name = text.replace(/\s/gu, "");
  if (name === "") return null;
  if (/^(?:国务院|中央|国家|中华人民共和国)/u.test(name)) return "国家";
  // 省民政厅2021年政务公开重点工作台账: the paper of a department, whose units are its inner offices. A 办公厅 speaks for its government.
  if (/^[\u4e00-\u9fff]{0,10}?(?:省|市|县|区|旗|自治[区州县])[\u4e00-\u9fff]{1,12}?(?:(?<!办公)厅|局|委|委员会)(?:\d|20|关于|政务|$)/u.test(name)) return "部门";
  const place = /^[\u4e00-\u9fff]{0,9}?(省|自治区|市|自治州|州|县|旗|区|镇|乡|街道)/u.exec(name)?.[1];
  switch (place) {
    case "省":
    case "自治区":
      return "省";
    case "市":
    case "州":
    case "自治州":
      return "市";
    case "县":
    case "旗":
      return "县";
    case "区":
      return "区";
    case "镇":
    case "乡":
    case "街道":
      return "镇";
    default:
      return null;
  }
}

/**
 * The level of the office that keeps a sheet, from the names it uses; null unless most of them agree. The names of the
 * cells outrank the title: 省民政厅's ledger names 处室 and speaks for a department.
 */
export function officeLevel(responsibilities: Iterable<Responsibility>, title: string): OfficeLevel | null {
  const counts = new Map<OfficeLevel, number>();
  let total = 0;
  for (const { groups } of responsibilities) {
    for (const { units } of groups) {
      for (const { written, collective, isPerson } of units) {
        if (isPerson || collective !== null) continue;
        const level = isInnerOffice(written) ? "部门" : PREFIXES.find(([prefix]) => prefix.test(written))?.[1];
        if (level === undefined) continue;
        total++;
        counts.set(level, (counts.get(level) ?? 0) + 1);
      }
    }
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (best && best[1] / total >= AGREEMENT) return best[0];
  return total === 0 ? levelOfTitle(title) : null;
}
