import type { OfficeLevel } from "../responsibility/responsibility";
import { countyLevelCities } from "./data/county-cities";
import { prefectures } from "./data/places";

const provinces = new Set(Object.keys(prefectures));
const municipalities = new Set(["北京市", "天津市", "上海市", "重庆市"]);
const cities = new Set(Object.values(prefectures).flatMap((list) => list.split(" ")));
const countyCities = new Set(countyLevelCities.split(" "));
/** 安徽省 → 安徽, 内蒙古自治区 → 内蒙古, 淮南市 → 淮南. */
const byShortName: ReadonlyMap<string, string> = new Map(
  [...cities, ...provinces].map((place) => [place.replace(/(?:壮族|回族|维吾尔)?自治区$|(?:..?.?族)*自治州$|[省市盟]$|地区$/u, ""), place]),
);

/** A level or place prefix, understood. */
export interface Place {
  readonly level: OfficeLevel;
  /** 省 or 安徽省; the last place of a chain (合肥市庐阳区 → 庐阳区). */
  readonly name: string;
  /** Whether it names a place rather than only a level. */
  readonly named: boolean;
  /** 北京市 and its like: organs of province rank named as a city's. */
  readonly municipality: boolean;
}

const bareLevels: Readonly<Record<string, OfficeLevel>> = { 省: "省", 自治区: "省", 兵团: "省", 市: "市", 州: "市", 盟: "市", 自治州: "市", 县: "县", 旗: "县", 自治县: "县", 自治旗: "县", 区: "区" };
const centralWords = new Set(["国家", "全国", "中央", "中国", "国务院", "中华人民共和国", "中华全国"]);

/** The level a prefix speaks of; null for a text that is no prefix. A 市 or 省 in no table is what its name says. */
export function placeOf(prefix: string): Place | null {
  const bare = bareLevels[prefix];
  if (bare) return { level: bare, name: prefix, named: false, municipality: false };
  if (centralWords.has(prefix)) return { level: "国家", name: prefix, named: false, municipality: false };
  const name = lastPlace(prefix);
  if (name.length < 2) return null;
  if (provinces.has(name)) return { level: "省", name, named: true, municipality: municipalities.has(name) };
  if (cities.has(name)) return { level: "市", name, named: true, municipality: false };
  // 国家税务总局池州市 is no place, and no city but 芒市 has a name of one character.
  if (/[局厅委部院会]|政府|^国家|^中国/u.test(name) || name.length > 12) return null;
  const last = name.slice(-1);
  if (countyCities.has(name)) return { level: "县", name, named: true, municipality: false };
  if (last === "市" && name.length < 3) return null;
  if (last === "市" || name.endsWith("自治州") || last === "州" || last === "盟") return { level: "市", name, named: true, municipality: false };
  // A province of a made-up paper, or one mistyped; 外省 and 全省 are none.
  if (last === "省") return name.length <= 4 && !/[外本全各我该邻兄弟节]省$/u.test(name) && name.length >= 3 ? { level: "省", name, named: true, municipality: false } : null;
  if (last === "区") return { level: "区", name, named: true, municipality: false };
  if (last === "县" || last === "旗") return { level: "县", name, named: true, municipality: false };
  return null;
}

/** 安徽 → 安徽省, 淮南 → 淮南市; null for a name that is not in the table. */
export function placeByShortName(short: string): string | null {
  return byShortName.get(short) ?? null;
}

/** A 省 or 市 that no table holds: a place that does not exist, or one mistyped. */
export function isUnknownPlace(place: string): boolean {
  return /[省市]$/u.test(place) && !cities.has(place) && !provinces.has(place) && !countyCities.has(place);
}

/** Every place the tables hold. */
export function knownPlaces(): readonly string[] {
  return [...provinces, ...cities, ...countyCities];
}

function lastPlace(chain: string): string {
  for (let i = chain.length - 2; i > 0; i--) {
    const head = chain.slice(0, i + 1);
    if (provinces.has(head) || (cities.has(head) && i + 1 < chain.length)) return lastPlace(chain.slice(i + 1));
  }
  return chain;
}
