import { likelyPrefix, prefixSplits } from "../units/name-shape";
import { unitDirectory } from "../units/unit-directory";
import type { NamedEntry } from "../units/unit-directory";
import { placeByShortName, placeOf } from "../units/places";
import type { FoundName } from "./read-name";
import type { OfficeLevel } from "./responsibility";

/** Which organs are written without their level where the list makes it plain, and which never carry one. */
const departmentTypes = new Set(["组成部门", "直属特设机构", "直属机构", "垂管", "党委部门", "群团", "政府", "办公机构", "议事协调机构"]);
const neverElided = /^(?:办公室|办公厅|信息中心|委)$|分局$|[所站]$|中心$|公司$|集团$|银行$|支行$|分行$|大队$|中队$|支队$|总队$|网站$|[处科股室]$/u;
const ownPlace = /^[^\u4e00-\u9fff]|^某|^.{0,6}(?:总局|总署)(?=.{2})|^(?:中国|国家|全国|中央|中华|国务院|国网|人行|人民银行|民航|驻|新疆生产建设兵团)|(?:开发区|经开区|高新区|新区|园区|示范区|管理区|风景区|度假区|保税区|自贸区|功能区|街道|(?<!城)[乡镇])(?=.{2,})/u;
const centralBody = /^(?:中国|国家税务|国家统计|国家金融|国网|人行|人民银行|民航)/u;
const openEnding = /(?:局|厅)$|(?<![工党团常管村居纪会])委$/u;
const levelPrefix: Partial<Record<OfficeLevel, string>> = { 省: "省", 市: "市", 县: "县", 区: "区" };

/**
 * The names as they are to be shown: simplified, with full-width brackets, and with the elided prefix restored: that of
 * the last name before it in the cell that has one (省发展改革委、商务厅), else the office's own level where it is a
 * government or Party department (区: 统计局 → 区统计局). Inner offices, centres, companies, 开发区 and central bodies
 * take none, and inside one department (level 部门, 镇 or unknown) only what stands after a prefixed name does.
 */
export function restorePrefixes(text: string, names: readonly FoundName[], level: OfficeLevel | null): string[] {
  let current: string | null = null;
  const fallback = level === null ? null : (levelPrefix[level] ?? null);
  return names.map(({ start, end, collective, isPerson }) => {
    const written = text.slice(start, end);
    if (collective !== null || isPerson) return shown(written);
    const own = prefixOf(written);
    if (own !== null) {
      current = own;
      return shown(written);
    }
    const known = unitDirectory().byBody.get(bodyKey(written));
    if (level === "镇" || level === "国家" || (!known && (ownPlace.test(written) || startsWithPlace(written)))) return shown(written);
    const party = written === "办公室" || written === "办公厅" ? undefined : unitDirectory().byBody.get(`委${written}`)?.filter(({ entry }) => entry.type === "党委部门");
    for (const prefix of [current, fallback]) {
      if (prefix === null) continue;
      const restored = withPrefix(prefix, written, known, party, level === "部门" || level === null);
      if (restored !== null) return shown(restored);
    }
    return shown(written);
  });
}

/** The level or place a name begins with, or null where it has none; 市 in 市场监管局 is none. */
function prefixOf(name: string): string | null {
  const league = /^(?:共青)?团([省市县区州旗])委$/u.exec(name)?.[1];
  if (league !== undefined) return league;
  // 人民银行福州中心支行 hands its 福州 on to nobody.
  if (centralBody.test(name)) return null;
  const committee = /^(.{0,8}[省市县区州旗盟])委$/u.exec(name)?.[1];
  if (committee !== undefined && placeOf(committee)) return committee;
  const directory = unitDirectory();
  const splits = prefixSplits(name);
  const known = directory.byBody.has(bodyKey(name));
  for (const { prefix, body } of splits) {
    const found = directory.byBody.get(bodyKey(body));
    if (found?.some((named) => named.name.pattern.includes("{prefix}")) && placeOf(prefix)) return prefix;
  }
  if (known) return null;
  const likely = likelyPrefix(name);
  return likely !== null && placeOf(likely) ? likely : null;
}

/** 安徽银保监局, 福建证监局: the place is written, only its level is not. */
function startsWithPlace(name: string): boolean {
  return [2, 3, 4].some((length) => name.length > length + 2 && placeByShortName(name.slice(0, length)) !== null);
}

function bodyKey(name: string): string {
  return name.replace(/\([^()]*\)$/u, "");
}

/** The name with the prefix, or null where that organ takes none there: 厅 exists in a province only. */
function withPrefix(prefix: string, name: string, known: readonly NamedEntry[] | undefined, party: readonly NamedEntry[] | undefined, onlyKnown: boolean): string | null {
  const place = placeOf(prefix);
  if (!place || place.level === "国家") return null;
  if (party && party.length > 0) return allowed(party, place) ? `${prefix}委${name}` : null;
  if (known) return allowed(known, place) && !neverElided.test(bodyKey(name).replace(/^(?:人民)?政府.*[室厅]$/u, "政府办")) ? `${prefix}${name}` : null;
  // 省市场证管局 has its 省, misspelt as the rest of it is.
  if (name.startsWith(prefix)) return null;
  if (onlyKnown || neverElided.test(bodyKey(name)) || !openEnding.test(bodyKey(name))) return null;
  return bodyKey(name).endsWith("厅") && place.level !== "省" ? null : `${prefix}${name}`;
}

function allowed(named: readonly NamedEntry[], place: { readonly level: OfficeLevel; readonly municipality: boolean }): boolean {
  return named.some(({ entry, name, levels }) => departmentTypes.has(entry.type) && name.pattern.includes("{prefix}") && (levels.includes(place.level) || (place.municipality && levels.includes("市"))));
}

function shown(name: string): string {
  return name.replace(/[()[\]]/gu, (bracket) => fullWidth[bracket] ?? bracket);
}

const fullWidth: Readonly<Record<string, string>> = { "(": "（", ")": "）", "[": "［", "]": "］" };
