/**
 * What the name of an organ looks like, apart from any directory: how it ends, and where a level or place prefix stops.
 * Texts here are folded (see text/fold): simplified characters, half-width brackets, no blanks.
 */

/** Last characters of names of organs, offices, companies and places. */
const endings = new Set("局厅委办部处科股室组队所站院校会社司团街镇乡区县市州省旗盟村园馆台网线班联协厂场库店段港署");
const longEndings = new Set([
  "中心", "政府", "单位", "机构", "机关", "企业", "街道", "银行", "支行", "分行", "总行", "央行", "人行", "农商行", "海关", "网站", "平台", "窗口", "基地",
  "所属", "各地", "大学", "学校", "小学", "中学", "乡镇", "邮政", "烟草", "电信", "移动", "联通", "铁塔", "法庭", "分局", "办公厅", "公署", "主体", "各方", "专线",
]);
/** Words that end like an organ and are none: 有机会, 城市, 举办 and so on stand inside names or sentences. */
const falseEndings = new Set(["社会", "城市", "机会", "举办", "承办", "主办", "协办", "督办", "干部", "全部", "内部", "外部", "学科", "教室", "市场", "现场", "农村", "乡村", "集团军", "会同", "全省", "全市", "全县", "全区", "本省", "本市", "本县", "本区", "交办", "转办", "催办", "经办", "待办", "办理"]);

/** Whether a text ends as the name of an organ, office, company or place does; a bracket at the end is looked through. */
export function endsLikeUnit(text: string): boolean {
  const base = withoutTrailingBracket(text);
  if (base.length < 2) return false;
  const two = base.slice(-2);
  if (longEndings.has(two) || (base.length > 2 && longEndings.has(base.slice(-3)))) return true;
  if (!endings.has(base.slice(-1))) return false;
  return !falseEndings.has(two);
}

const closers: Readonly<Record<string, string>> = { ")": "(", "）": "（", "〕": "〔", "]": "[", "】": "【" };

/** 市司法局(行政复议局) → 市司法局; the text itself when it ends otherwise or is nothing but a bracket. */
export function withoutTrailingBracket(text: string): string {
  const opener = closers[text.charAt(text.length - 1)];
  if (opener === undefined) return text;
  const at = text.lastIndexOf(opener);
  return at > 0 ? text.slice(0, at) : text;
}

/** Ordinary words that begin with a level character; the level is no prefix there (市场监管局, 区划地名处, 县域经济处). */
const levelWords = /^(?:市场|市容|市政(?!府|协|法|务|数|研)|市民(?!政|宗|族|防|航|革|建|盟|进)|市区|市域|市值|县域|县城|区域|区划|区块|区位|省际|市际|市县|县区|州县|旗下|旗帜|盟友|县处)/u;
/** Ordinary words that end with a level character; no place ends there (城市管理局, 社区服务局). */
const placelessWords = /(?:城市|都市|超市|股市|社区|景区|风景区|地区|市区|林区|牧区|山区|库区|矿区|辖区|校区|灾区|灌区|保护区|小区|片区|郊区|开放区|自由贸易试验区|自贸区|营区|军区|军分区|战区|警备区|特区|产区|专区|防区|选区|湖区|库区|神州|全省|全市|全县|全区|外省|本省|本市|本县|本区|各省|各市|各县|各区)$/u;

export interface PrefixSplit {
  /** 省, 市委's 市, 淮南市, 安徽省合肥市庐阳区, 国家; never empty. */
  readonly prefix: string;
  readonly body: string;
}

const longPrefixes = ["自治区", "自治州", "自治县", "自治旗", "兵团"];
const placeEnd = /[省市县区州盟旗]/gu;

/**
 * Every way to cut a level or place prefix off a name, longest prefix first: 安徽省合肥市财政局 gives 安徽省合肥市 and 安徽省;
 * 市市场监管局 gives 市. Only shapes are looked at; which cut is right the directory knows.
 */
export function prefixSplits(name: string): PrefixSplit[] {
  const splits: PrefixSplit[] = [];
  const add = (length: number): void => {
    const body = name.slice(length);
    if (body.length >= 2) splits.push({ prefix: name.slice(0, length), body });
  };
  placeEnd.lastIndex = 0;
  for (let match = placeEnd.exec(name); match && match.index < 16; match = placeEnd.exec(name)) {
    const end = match.index + 1;
    if (end >= name.length) break;
    add(end);
  }
  for (const long of longPrefixes) {
    if (name.startsWith(long) && !splits.some(({ prefix }) => prefix === long)) add(long.length);
  }
  const central = /^(?:国家|全国|中央|中国|国务院|中华人民共和国|中华全国)/u.exec(name);
  if (central) add(central[0].length);
  return splits.reverse();
}

/**
 * The level or place a name begins with, judged by its shape alone, for names that no directory knows: 立山区某局 → 立山区;
 * null where the level character belongs to an ordinary word (市场监管局, 城市管理局, 区划地名处). Prefixes that `allowed` refuses
 * are passed over for shorter ones.
 */
export function likelyPrefix(name: string, allowed: (prefix: string) => boolean = () => true): string | null {
  for (const { prefix } of prefixSplits(name)) {
    if (allowed(prefix) && (prefix.length === 1 ? !levelWords.test(name) : !placelessWords.test(prefix))) return prefix;
  }
  return null;
}
